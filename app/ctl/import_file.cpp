// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_file.h"

#include "app/ctl/failure.h"
#include "app/ctl/import_result.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace pfx::ctl {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 largestMapping = 16 * 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)

public:
    static QString description() { return tr("Imports a file exported from amoCRM or Bitrix24."); }
    static QString updateAlone()
    {
        return tr("--update all overwrites what is known already; that goes with --duplicates update only: add it, or leave --update out");
    }
    static QString sourceMissing() { return tr("Say where the file comes from: --source amocrm or --source bitrix24"); }

    static void addOptions(QCommandLineParser &parser)
    {
        const auto add = [&parser](const char *name, const QString &text, const char *value) {
            parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
        };
        add("source", tr("Where the file comes from."), "amocrm|bitrix24");
        add("account", tr("The account in the source; by itself what the file says."), "A");
        add("default-employee", tr("Whose the records without a known owner become (mandatory)."), "ID|EMAIL|NAME");
        add("pipeline", tr("Puts all deals into this pipeline."), "ID|NAME");
        add("deal-source", tr("Source of all deals."), "S");
        add("deal-type", tr("Type of all deals."), "T");
        add("duplicates", tr("What becomes of records that are known already (skip)."), "skip|update|new");
        add("update", tr("With --duplicates update: fills empty fields only, or overwrites all (empty)."), "empty|all");
        add("mapping", tr("File with the mapping of fields, stages and employees."), "FILE");
        parser.addOption({QStringLiteral("dry-run"), tr("Only shows what would be done.")});
    }
};

Result<migration::Mapping> readMapping(const QString &path, records::System system)
{
    const QFileInfo info(path);
    const QString where = mappingOption + QLatin1Char(' ') + path;
    if (!info.exists())
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("there is no such file"), where);
    if (!info.isFile())
        return base::fail(ErrorCode::SourceUnreadable, info.isDir() ? QStringLiteral("it is a folder") : QStringLiteral("it is not a regular file"), where);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::SourceUnreadable, file.errorString(), where);
    if (file.size() > largestMapping)
        return base::fail(ErrorCode::Validation, QStringLiteral("larger than 16 MiB"), where);
    return migration::Mapping::fromJson(file.readAll(), system);
}

Result<migration::ImportOptions> importOptions(const QCommandLineParser &options)
{
    migration::ImportOptions chosen;
    chosen.defaultEmployee = options.value(QStringLiteral("default-employee")).trimmed();
    if (chosen.defaultEmployee.isEmpty())
        return base::fail(ErrorCode::Validation, {}, QStringLiteral("default-employee"));
    if (!options.isSet(QStringLiteral("source")))
        return usage(Words::sourceMissing());
    PFX_ASSIGN(const QString source,
               choice(options, QStringLiteral("source"), {QStringLiteral("amocrm"), QStringLiteral("bitrix24")}));
    chosen.system = records::systemFromName(source).value_or(records::System::Amocrm);
    PFX_ASSIGN(const QString duplicates, choice(options, QStringLiteral("duplicates"),
                                                {QStringLiteral("skip"), QStringLiteral("update"), QStringLiteral("new")}));
    chosen.duplicates = duplicates == QLatin1String("update") ? migration::DuplicatePolicy::Update
                        : duplicates == QLatin1String("new")  ? migration::DuplicatePolicy::New
                                                              : migration::DuplicatePolicy::Skip;
    PFX_ASSIGN(const QString update, choice(options, QStringLiteral("update"), {QStringLiteral("empty"), QStringLiteral("all")}));
    chosen.update = update == QLatin1String("all") ? migration::UpdatePolicy::All : migration::UpdatePolicy::OnlyEmpty;
    if (chosen.update == migration::UpdatePolicy::All && chosen.duplicates != migration::DuplicatePolicy::Update)
        return usage(Words::updateAlone());
    chosen.account = options.value(QStringLiteral("account"));
    chosen.pipeline = options.value(QStringLiteral("pipeline"));
    chosen.dealSource = options.value(QStringLiteral("deal-source"));
    chosen.dealType = options.value(QStringLiteral("deal-type"));
    chosen.dryRun = options.isSet(QStringLiteral("dry-run"));
    if (options.isSet(QStringLiteral("mapping"))) {
        PFX_ASSIGN(chosen.mapping, readMapping(options.value(QStringLiteral("mapping")), chosen.system));
    }
    return chosen;
}

} // namespace

QStringList ImportFile::words() const
{
    return {QStringLiteral("import"), QStringLiteral("file")};
}

QStringList ImportFile::arguments() const
{
    return {QStringLiteral("PATH")};
}

QString ImportFile::description() const
{
    return Words::description();
}

void ImportFile::addOptions(QCommandLineParser &parser) const
{
    Words::addOptions(parser);
}

Result<Exit> ImportFile::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const migration::ImportOptions chosen, importOptions(options));
    const QString path = QFileInfo(options.positionalArguments().first()).absoluteFilePath();
    return runImport(context, [&](store::Store &store, migration::RunControl &control,
                                  const migration::Importer::Progress &progress) -> Result<migration::RunReport> {
        PFX_ASSIGN(const auto source, migration::openFile(path, chosen.system));
        return migration::Importer(store, context.clock(), migration::StoreUse::Exclusive).run(path, *source, chosen, control, progress);
    });
}

} // namespace pfx::ctl
