// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_upgrade.h"


namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int upgradeLockKey = 0x50465831; // "PFX1"

Result<void> applyInTransaction(PostgresConnection &connection, const SchemaStep &step)
{
    PFX_TRY(connection.executeScript(step.sql));
    return connection.executeScript(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL); "
                                                   "DELETE FROM schema_version; INSERT INTO schema_version VALUES (%1)")
                                        .arg(step.version));
}

Result<void> applyStep(PostgresConnection &connection, const SchemaStep &step)
{
    PFX_TRY(connection.begin());
    auto result = applyInTransaction(connection, step);
    if (result)
        result = connection.commit();
    if (!result) {
        (void)connection.rollback(); // the first failure is the one to report
        base::Error error = result.error();
        error.where = step.name;
        return fail(std::move(error));
    }
    return {};
}

} // namespace

Result<qint64> postgresVersion(PostgresConnection &connection)
{
    PFX_ASSIGN(const Rows table, connection.select(QStringLiteral("SELECT to_regclass('schema_version') IS NOT NULL AS there")));
    if (table.front().number(QStringLiteral("there")) == 0)
        return 0;
    PFX_ASSIGN(const Rows rows, connection.select(QStringLiteral("SELECT coalesce(max(version), 0) AS version FROM schema_version")));
    return rows.front().number(QStringLiteral("version"));
}

namespace {

Result<void> upgradeLocked(PostgresConnection &connection, const Schema &schema, const std::function<Result<qint64>()> &countOthers)
{
    PFX_ASSIGN(const qint64 version, postgresVersion(connection));
    if (version > schema.newest())
        return fail(ErrorCode::StorageNewer,
                    QStringLiteral("the database has version %1, this program knows %2").arg(version).arg(schema.newest()));
    if (version > 0 && version < schema.newest()) {
        PFX_ASSIGN(const qint64 others, countOthers());
        if (others > 0)
            return fail(ErrorCode::StorageLocked,
                        QStringLiteral("another program has the database open; it must be closed for the upgrade"));
    }
    for (const SchemaStep &step : schema.after(version))
        PFX_TRY(applyStep(connection, step));
    return {};
}

} // namespace

Result<void> bringToNewest(PostgresConnection &connection, const Schema &schema, const std::function<Result<qint64>()> &countOthers)
{
    PFX_TRY(connection.executeScript(QStringLiteral("SET lock_timeout = '10s'; SELECT pg_advisory_lock(%1); SET lock_timeout = 0")
                                         .arg(upgradeLockKey)));
    auto upgraded = upgradeLocked(connection, schema, countOthers);
    // When this fails the connection is gone, and the lock with it.
    (void)connection.executeScript(QStringLiteral("SELECT pg_advisory_unlock(%1)").arg(upgradeLockKey));
    return upgraded;
}

} // namespace pfx::store
