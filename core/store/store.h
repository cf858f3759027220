// SPDX-License-Identifier: GPL-3.0-or-later
// The database of one profile: opens it (creating it, bringing it to the newest version after a back-up, refusing a newer one), hands out
// reading connections (one a thread) and owns the single writer. The object may be used from any thread; a Connection only by its own.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/connection.h"
#include "core/store/store_url.h"
#include "core/store/writer.h"

#include <memory>

namespace pfx::store {

struct StoreInfo
{
    QString url;      ///< Without password.
    QString backend;  ///< "sqlite" or "postgresql"
    qint64 version = 0;
    qint64 bytes = 0;
    QString serverVersion; ///< Of SQLite or PostgreSQL.
};

/// Held while something must happen once a store (an import run); released by destruction or when the process dies.
class StoreLock
{
public:
    StoreLock() = default;
    virtual ~StoreLock() = default;
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

    /// Asked inside a transaction of this store, as its last statement before the commit: lockLost() when the name may have another holder
    /// by now, then nothing must be committed. Otherwise the next holder is let in only after this transaction. Any connection and thread.
    virtual base::Result<void> prove(Connection &db) const = 0;
};

/// A server forgets a lock with the connection that held it. Whoever works under the lock stops; what is committed stays whole.
base::Error lockLost();

class Store
{
public:
    virtual ~Store() = default;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Creates, upgrades or opens. StorageNewer, StorageDamaged, StorageReadOnly, StorageLocked, StorageFull, Storage; Cancelled when it was
    /// stopped while building what a killed load had left, which the next opening goes on with.
    static base::Result<std::unique_ptr<Store>> open(const StoreUrl &url, const base::Clock &clock, const base::StopToken &stop = {});
    /// A SQLite store with the whole schema in a temporary file that goes with the object (dry runs).
    static base::Result<std::unique_ptr<Store>> temporary(const base::Clock &clock);

    virtual const StoreUrl &url() const = 0;
    /// A reading connection for the calling thread.
    virtual base::Result<std::unique_ptr<Connection>> connect() = 0;
    /// The one writer of this process, started at the first call.
    virtual Writer &writer() = 0;

    virtual base::Result<StoreInfo> info() = 0;
    /// Integrity of the file and its foreign keys; StorageDamaged with what is wrong.
    virtual base::Result<void> check() = 0;
    /// A consistent copy while others work (SQLite: VACUUM INTO; PostgreSQL: pg_dump's custom format).
    virtual base::Result<void> backup(const QString &file) = 0;

    /// Busy when another program or thread holds the name.
    virtual base::Result<std::unique_ptr<StoreLock>> tryLock(const QString &name) = 0;
    /// True when the name is held by anybody.
    virtual base::Result<QStringList> heldLocks() = 0;
    /// Whether another program has this store open: then long jobs write in small batches and leave gaps.
    virtual bool usedByOthers() = 0;

protected:
    Store() = default;
};

} // namespace pfx::store
