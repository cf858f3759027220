// SPDX-License-Identifier: GPL-3.0-or-later
// Named mappings in the store's settings: "import.mapping.<system>.<name>".
#include "core/migration/runs.h"

namespace pfx::migration::runs {

using base::Result;
using store::Connection;

namespace {

QString prefix(records::System system)
{
    return QStringLiteral("import.mapping.%1.").arg(records::name(system));
}

} // namespace

Result<QStringList> mappingNames(Connection &db, records::System system)
{
    const QString start = prefix(system);
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT key FROM settings WHERE key LIKE 'import.mapping.%'")));
    QStringList names;
    for (const store::Row &row : rows) {
        const QString key = row.text(QStringLiteral("key"));
        if (key.startsWith(start))
            names.append(key.mid(start.size()));
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<Mapping> mapping(Connection &db, records::System system, const QString &name)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT value FROM settings WHERE key = :key"),
                                          {{QStringLiteral("key"), prefix(system) + name}}));
    if (rows.empty())
        return base::fail(base::ErrorCode::NotFound, name, QStringLiteral("mapping"));
    return Mapping::fromJson(rows.front().bytes(QStringLiteral("value")), system);
}

Result<void> saveMapping(store::Store &store, records::System system, const QString &name, const Mapping &mapping)
{
    if (name.trimmed().isEmpty())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("the name is empty"), QStringLiteral("name"));
    const store::Params params{{QStringLiteral("key"), prefix(system) + name.trimmed()},
                               {QStringLiteral("value"), QString::fromUtf8(mapping.toJson(system))}};
    return store.writer().run([params](Connection &db) -> Result<void> {
        PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, :value)"
                                          " ON CONFLICT (key) DO UPDATE SET value = :value"),
                           params));
        return {};
    });
}

Result<void> removeMapping(store::Store &store, records::System system, const QString &name)
{
    const store::Params params{{QStringLiteral("key"), prefix(system) + name}};
    return store.writer().run([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(const qint64 removed, db.execute(QStringLiteral("DELETE FROM settings WHERE key = :key"), params));
        if (removed == 0)
            return base::fail(base::ErrorCode::NotFound, name, QStringLiteral("mapping"));
        return {};
    });
}

} // namespace pfx::migration::runs
