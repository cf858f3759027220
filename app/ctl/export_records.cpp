// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/export_records.h"

#include "app/ctl/context.h"
#include "app/ctl/csv_writer.h"
#include "app/ctl/record_pages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace pfx::ctl {

using base::ErrorCode;
using base::Result;
using records::Kind;

namespace {

using Sink = std::function<Result<void>(const QByteArray &)>;

Result<void> writeJson(store::Connection &db, const PagesQuery &query, const Sink &sink)
{
    JsonWriter json;
    json.beginArray();
    const auto print = [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_TRY(writeRecords(json, db, query.kind, ids));
        return sink(json.take());
    };
    PFX_TRY(forEachPage(db, query, print));
    json.endArray();
    return sink(json.take() + '\n');
}

Result<void> writeCsv(store::Connection &db, const PagesQuery &query, const Sink &sink)
{
    PFX_TRY(sink(csvLine(csvHeader(query.kind))));
    return forEachPage(db, query, [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_ASSIGN(const QVector<QStringList> rows, csvRows(db, query.kind, ids));
        QByteArray lines;
        for (const QStringList &row : rows)
            lines += csvLine(row);
        return sink(lines);
    });
}

base::Failure notWritten(const QFileDevice &file)
{
    const bool full = errno == ENOSPC;
    return base::fail(full ? ErrorCode::StorageFull : ErrorCode::Validation, file.errorString(), file.fileName());
}

Exit written(Context &context, const QString &path)
{
    if (context.json()) {
        const QFileInfo info(path);
        JsonWriter json;
        json.object([&] {
            json.member("file", info.absoluteFilePath());
            json.member("bytes", info.size());
        });
        context.out(json.take() + '\n');
    }
    return Exit::Done;
}

} // namespace

QStringList ExportRecords::words() const
{
    return {QStringLiteral("export")};
}

QStringList ExportRecords::arguments() const
{
    return {QStringLiteral("contacts|companies|deals")};
}

QString ExportRecords::description() const
{
    return QCoreApplication::translate("Ctl", "Writes all contacts, companies or deals.");
}

void ExportRecords::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("format"), QCoreApplication::translate("Ctl", "Form of the document (csv)."),
                      QStringLiteral("csv|json")});
    parser.addOption({QStringLiteral("output"), QCoreApplication::translate("Ctl", "File to write; by itself the standard output."),
                      QStringLiteral("FILE")});
}

Result<Exit> ExportRecords::run(Context &context, const QCommandLineParser &options)
{
    const QString what = options.positionalArguments().first();
    PagesQuery query;
    if (what == QLatin1String("companies"))
        query.kind = Kind::Company;
    else if (what == QLatin1String("deals"))
        query.kind = Kind::Deal;
    else if (what != QLatin1String("contacts"))
        return usage(QCoreApplication::translate("Ctl", "“%1” cannot be exported: contacts, companies or deals can").arg(what));
    PFX_ASSIGN(const QString format, choice(options, QStringLiteral("format"), {QStringLiteral("csv"), QStringLiteral("json")}));
    PFX_ASSIGN(store::Connection *const db, context.db());
    const bool asJson = format == QLatin1String("json") || (context.json() && !options.isSet(QStringLiteral("format")));
    const auto write = asJson ? writeJson : writeCsv;
    const QString path = options.value(QStringLiteral("output"));
    if (path.isEmpty()) {
        PFX_TRY(write(*db, query, [&context](const QByteArray &bytes) -> Result<void> {
            context.out(bytes);
            return {};
        }));
        return Exit::Done;
    }
    const auto toFile = [&](QFileDevice &file) -> Result<void> {
        if (!file.open(QIODevice::WriteOnly))
            return notWritten(file);
        PFX_TRY(write(*db, query, [&file](const QByteArray &bytes) -> Result<void> {
            if (file.write(bytes) != bytes.size())
                return notWritten(file);
            return {};
        }));
        return file.flush() ? Result<void>() : notWritten(file);
    };
    // Devices and pipes are written to; replacing one by a file would take it away from everybody.
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir()) {
        QFile device(path);
        PFX_TRY(toFile(device));
        return written(context, path);
    }
    // A file that is there already is replaced only when the whole export is on the disk.
    QSaveFile file(path);
    PFX_TRY(toFile(file));
    if (!file.commit())
        return notWritten(file);
    return written(context, path);
}

} // namespace pfx::ctl
