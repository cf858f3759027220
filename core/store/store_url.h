// SPDX-License-Identifier: GPL-3.0-or-later
// Where the store is: "sqlite:/absolute/file" or "postgresql://user@host:port/db". A value; any thread.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QString>

namespace pfx::store {

struct StoreUrl
{
    Backend backend = Backend::Sqlite;
    QString file; ///< Absolute path (SQLite).
    QString host, database, user, password;
    int port = 5432;
    QString options; ///< The query part of a PostgreSQL address ("host=/tmp/socket"), passed to libpq.

    QString display() const; ///< Without the password; for screens, logs and JSON.

    /// Validation with the reason when it is neither form.
    static base::Result<StoreUrl> parse(const QString &text);
};

} // namespace pfx::store
