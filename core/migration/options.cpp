// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/options.h"

#include "core/base/json.h"

#include <QJsonDocument>

namespace pfx::migration {

using base::ErrorCode;
using base::fail;
using base::JsonReader;
using base::Result;

QByteArray ImportOptions::toJson() const
{
    const QString duplicateNames[] = {QStringLiteral("skip"), QStringLiteral("update"), QStringLiteral("new")};
    const QString updateNames[] = {QStringLiteral("empty"), QStringLiteral("all")};
    return QJsonDocument(QJsonObject{{QStringLiteral("source"), records::name(system)},
                                     {QStringLiteral("account"), account},
                                     {QStringLiteral("default_employee"), defaultEmployee},
                                     {QStringLiteral("pipeline"), pipeline},
                                     {QStringLiteral("deal_source"), dealSource},
                                     {QStringLiteral("deal_type"), dealType},
                                     {QStringLiteral("duplicates"), duplicateNames[static_cast<int>(duplicates)]},
                                     {QStringLiteral("update"), updateNames[static_cast<int>(update)]},
                                     {QStringLiteral("mapping"), QString::fromUtf8(mapping.toJson(system))},
                                     {QStringLiteral("dry_run"), dryRun}})
        .toJson(QJsonDocument::Compact);
}

Result<ImportOptions> ImportOptions::fromJson(const QByteArray &json)
{
    PFX_ASSIGN(const JsonReader reader, JsonReader::parse(json));
    ImportOptions options;
    PFX_ASSIGN(const QString source, reader.text(QStringLiteral("source")));
    const auto system = records::systemFromName(source);
    if (!system)
        return fail(ErrorCode::Validation, source, QStringLiteral("source"));
    options.system = *system;
    PFX_ASSIGN(options.account, reader.text(QStringLiteral("account"), QString()));
    PFX_ASSIGN(options.defaultEmployee, reader.text(QStringLiteral("default_employee"), QString()));
    PFX_ASSIGN(options.pipeline, reader.text(QStringLiteral("pipeline"), QString()));
    PFX_ASSIGN(options.dealSource, reader.text(QStringLiteral("deal_source"), QString()));
    PFX_ASSIGN(options.dealType, reader.text(QStringLiteral("deal_type"), QString()));
    PFX_ASSIGN(const QString duplicates, reader.text(QStringLiteral("duplicates"), QStringLiteral("skip")));
    if (duplicates == QLatin1String("update"))
        options.duplicates = DuplicatePolicy::Update;
    else if (duplicates == QLatin1String("new"))
        options.duplicates = DuplicatePolicy::New;
    else if (duplicates != QLatin1String("skip"))
        return fail(ErrorCode::Validation, duplicates, QStringLiteral("duplicates"));
    PFX_ASSIGN(const QString update, reader.text(QStringLiteral("update"), QStringLiteral("empty")));
    if (update == QLatin1String("all"))
        options.update = UpdatePolicy::All;
    else if (update != QLatin1String("empty"))
        return fail(ErrorCode::Validation, update, QStringLiteral("update"));
    PFX_ASSIGN(const QString mapping, reader.text(QStringLiteral("mapping"), QString()));
    if (!mapping.isEmpty()) {
        PFX_ASSIGN(options.mapping, Mapping::fromJson(mapping.toUtf8(), options.system));
    }
    PFX_TRY(reader.flag(QStringLiteral("dry_run"), options.dryRun));
    return options;
}

} // namespace pfx::migration
