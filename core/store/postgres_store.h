// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a PostgreSQL database. Programs know of each other by application_name in pg_stat_activity; locks are advisory locks, each on
// a connection of its own, so that they go when their holder goes. Thread-safe, as Store.
#pragma once

#include "core/store/group_writer.h"
#include "core/store/postgres_connection.h"
#include "core/store/schema.h"
#include "core/store/store.h"

#include <chrono>
#include <mutex>

namespace pfx::store {

class PostgresStore : public Store
{
public:
    static base::Result<std::unique_ptr<Store>> open(const StoreUrl &url, const Schema &schema, const base::StopToken &stop = {});

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
    PostgresStore(StoreUrl url, QString instance);
    base::Result<std::unique_ptr<PostgresConnection>> openConnection(Access access, const QString &suffix = {}) const;
    base::Result<qint64> countOthers();

    const StoreUrl m_url;
    const QString m_instance; ///< How this object's connections are named to the server.

    std::mutex m_watchMutex;
    std::unique_ptr<PostgresConnection> m_watch; ///< Kept open, so that others see this program.
    std::chrono::steady_clock::time_point m_watchedAt;
    bool m_othersSeen = false;

    std::once_flag m_writerOnce;
    std::unique_ptr<GroupWriter> m_writer;
};

} // namespace pfx::store
