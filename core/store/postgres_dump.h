// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a PostgreSQL database by pg_dump in its custom format, and the way back by pg_restore. Blocks until the tool has ended; any
// thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::store {

/// Conflict when `target` exists, NotFound when there is no pg_dump, Storage with the tool's words.
base::Result<void> dumpDatabase(const StoreUrl &url, const QString &target);

/// Into an empty database, in one transaction: all of it or nothing. SourceUnreadable when `dump` is no dump of ours, StorageNewer when its
/// schema is newer than `newestVersion`, Conflict when the database has tables already, NotFound when there is no pg_restore, Storage with the
/// tool's words.
base::Result<void> loadDump(const StoreUrl &url, const QString &dump, qint64 newestVersion);

} // namespace pfx::store
