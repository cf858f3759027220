// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/postgres_store.h"
#include "core/store/sqlite_store.h"

namespace pfx::store {

base::Result<std::unique_ptr<Store>> Store::open(const StoreUrl &url, const base::Clock &clock)
{
    PFX_ASSIGN(const Schema schema, Schema::builtIn(url.backend));
    if (url.backend == Backend::Postgresql)
        return PostgresStore::open(url, schema);
    return SqliteStore::open(url, schema, clock);
}

base::Result<std::unique_ptr<Store>> Store::temporary(const base::Clock &)
{
    PFX_ASSIGN(const Schema schema, Schema::builtIn(Backend::Sqlite));
    return SqliteStore::temporary(schema);
}

} // namespace pfx::store
