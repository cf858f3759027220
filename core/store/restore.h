// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a backup into the place of a store. A file: the backup is proven first (ours, whole, not of a newer program, brought to the newest
// version), and what stood there is copied beside it and never removed. A database on a server: the backup goes into an empty one, in one
// transaction. Whenever it is broken off, the store is the old one or the restored one, whole. Blocks; any thread. Nobody, this program
// included, has the store open meanwhile.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::store {

struct Restored {
    QString setAside; ///< Where the data of before is; empty when there was none.
};

/// SourceUnreadable when the file is no backup of ours, StorageNewer, StorageLocked when the store is open somewhere, Validation when `backup`
/// is the store itself, Conflict when a server's database is not empty, NotFound when its tool pg_restore is not here, and Storage* codes of
/// both; nothing is changed then.
base::Result<Restored> restoreStore(const StoreUrl &url, const QString &backup, const base::Clock &clock);

} // namespace pfx::store
