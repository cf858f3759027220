// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/postgres_store.h"
#include "core/store/sqlite_store.h"

namespace pfx::store {

base::Error lockLost()
{
    return {base::ErrorCode::Storage, QStringLiteral("the connection that held the lock was ended"), QStringLiteral("import-lock")};
}

base::Result<std::unique_ptr<Store>> Store::open(const StoreUrl &url, const base::Clock &clock, const base::StopToken &stop)
{
    PFX_ASSIGN(const Schema schema, Schema::builtIn(url.backend));
    if (url.backend == Backend::Postgresql)
        return PostgresStore::open(url, schema, stop);
    return SqliteStore::open(url, schema, clock, stop);
}

base::Result<std::unique_ptr<Store>> Store::temporary(const base::Clock &)
{
    PFX_ASSIGN(const Schema schema, Schema::builtIn(Backend::Sqlite));
    return SqliteStore::temporary(schema);
}

} // namespace pfx::store
