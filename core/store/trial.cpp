// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trial.h"

#include "core/store/postgres_connection.h"

namespace pfx::store {

using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

Result<Trial> tryServer(const QString &address)
{
    PFX_ASSIGN(const StoreUrl url, StoreUrl::parse(address));
    if (url.backend != Backend::Postgresql)
        return base::fail(base::ErrorCode::Validation, s("the store's address must be postgresql://user@host:port/db"));
    PFX_ASSIGN(const auto db, PostgresConnection::open(url, s("pfx trial"), Access::Read));
    PFX_ASSIGN(const Rows rows,
               db->select(s("SELECT current_setting('server_version') AS version,"
                            " CASE WHEN has_schema_privilege(current_schema(), 'CREATE') THEN 1 ELSE 0 END AS may_create,"
                            " (SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm') AS trigrams,"
                            " (SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()) AS tables,"
                            " (SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'id_blocks') AS ours")));
    const Row &row = rows.front();
    Trial trial;
    trial.serverVersion = row.text(s("version")).section(QLatin1Char(' '), 0, 0);
    trial.mayCreate = row.number(s("may_create")) > 0;
    trial.hasTrigrams = row.number(s("trigrams")) > 0;
    if (row.number(s("tables")) > 0)
        trial.contents = row.number(s("ours")) > 0 ? Contents::Ours : Contents::Foreign;
    return trial;
}

} // namespace pfx::store
