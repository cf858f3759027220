// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a PostgreSQL database to the newest version, one transaction a version, one program at a time; refuses a newer one untouched.
// No copy is made first, unlike for a file: a server's DDL is part of the transaction, so that a step that fails or is broken off leaves the
// old version whole, and keeping back-ups of a server is its operator's business (Store::backup makes one with pg_dump).
#pragma once

#include "core/store/postgres_connection.h"
#include "core/store/schema.h"

namespace pfx::store {

/// 0 for a database without our tables.
base::Result<qint64> postgresVersion(PostgresConnection &connection);

/// StorageNewer; StorageLocked when an upgrade is due and others have the store open, or one goes on for too long; Storage* of the steps.
base::Result<void> bringToNewest(PostgresConnection &connection, const Schema &schema,
                                 const std::function<base::Result<qint64>()> &countOthers);

} // namespace pfx::store
