// SPDX-License-Identifier: GPL-3.0-or-later
// A store in one SQLite file (WAL). Beside the file stands the folder <file>.locks with the locks by which programs know of each other.
// Thread-safe, as Store.
#pragma once

#include "core/store/group_writer.h"
#include "core/store/process_lock.h"
#include "core/store/schema.h"
#include "core/store/sqlite_connection.h"
#include "core/store/store.h"

#include <QTemporaryDir>

#include <mutex>

namespace pfx::store {

class SqliteStore : public Store
{
public:
    static base::Result<std::unique_ptr<Store>> open(const StoreUrl &url, const Schema &schema, const base::Clock &clock,
                                                     const base::StopToken &stop = {});
    static base::Result<std::unique_ptr<Store>> temporary(const Schema &schema);
    /// While it is held nobody can open the file as a store; StorageLocked when somebody has it open.
    static base::Result<std::unique_ptr<ProcessLock>> keepOthersOut(const QString &file);

    const StoreUrl &url() const override { return m_url; }
    base::Result<std::unique_ptr<Connection>> connect() override;
    Writer &writer() override;
    base::Result<StoreInfo> info() override;
    base::Result<void> check() override;
    base::Result<void> backup(const QString &file) override;
    base::Result<std::unique_ptr<StoreLock>> tryLock(const QString &name) override;
    base::Result<QStringList> heldLocks() override;
    bool usedByOthers() override;

private:
    SqliteStore(StoreUrl url, Schema schema, std::unique_ptr<QTemporaryDir> temporary, std::unique_ptr<ProcessLock> presence);
    base::Result<std::unique_ptr<SqliteConnection>> openConnection(Access access) const;

    // In the order in which they must outlive each other: the folder goes last.
    std::unique_ptr<QTemporaryDir> m_temporary;
    StoreUrl m_url;
    const Schema m_schema;
    std::unique_ptr<ProcessLock> m_presence;
    std::once_flag m_writerOnce;
    std::unique_ptr<GroupWriter> m_writer;
};

} // namespace pfx::store
