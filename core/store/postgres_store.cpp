// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_store.h"

#include "core/store/deferred_steps.h"
#include "core/store/postgres_dump.h"
#include "core/store/postgres_upgrade.h"

#include <QUrl>
#include <QUuid>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr auto watchInterval = std::chrono::milliseconds(250); // pg_stat_activity costs a round trip
constexpr int lockClass = 0x50465832;                          // "PFX2": our advisory locks among other programs'
constexpr int proofClass = 0x50465833;                         // shared by the transactions that a holder has proven its lock in
const auto lockSuffix = QLatin1String(" lock ");

// Nobody waits for an import's transaction here but for the ids it has reserved, so batches may be larger than on SQLite.
WriterPace serverPace()
{
    WriterPace pace;
    pace.batchRowsShared = 1000;
    pace.gapMs = 0;
    return pace;
}

// FNV-1a, the same on every machine; the names of our locks are few.
int lockKey(const QString &name)
{
    quint32 hash = 2166136261U;
    const QByteArray utf8 = name.toUtf8();
    for (const char c : utf8)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return static_cast<int>(hash);
}

class PostgresStoreLock : public StoreLock
{
public:
    PostgresStoreLock(std::unique_ptr<PostgresConnection> connection, int key, qint64 pid)
        : m_connection(std::move(connection)), m_key(key), m_pid(pid)
    {}
    /// Not left to the end of the connection, which the server sees a moment later: who asks next would find the name held.
    ~PostgresStoreLock() override { (void)m_connection->executeScript(QStringLiteral("SELECT pg_advisory_unlock_all()")); }

    // Who takes the lock next waits for those that share the proof. Only then is it looked at (CASE goes by order): so a transaction that has
    // seen the lock held is over before the next holder begins.
    Result<void> prove(Connection &db) const override
    {
        PFX_ASSIGN(const Rows rows,
                   db.select(QStringLiteral("SELECT CASE WHEN pg_try_advisory_xact_lock_shared(%1, %3) THEN EXISTS (SELECT 1 FROM pg_locks l"
                                            " WHERE l.locktype = 'advisory' AND l.granted AND l.pid = %4 AND l.classid::bigint = %2"
                                            " AND l.objid::bigint = %5) ELSE false END AS held")
                                 .arg(QString::number(proofClass), QString::number(lockClass), QString::number(m_key),
                                      QString::number(m_pid), QString::number(static_cast<quint32>(m_key)))));
        return rows.front().number(QStringLiteral("held")) != 0 ? Result<void>() : fail(lockLost());
    }

private:
    std::unique_ptr<PostgresConnection> m_connection;
    int m_key;
    qint64 m_pid; ///< Of the backend that holds it.
};

/// A holder whose connection has gone may be within a commit: it is waited for.
Result<void> waitForProven(PostgresConnection &connection, int key)
{
    PFX_TRY(connection.executeScript(QStringLiteral("SET lock_timeout = '10s'")));
    return connection.select(QStringLiteral("SELECT pg_advisory_xact_lock(%1, %2)::text AS passed").arg(proofClass).arg(key)).map([](const Rows &) {});
}

} // namespace

Result<std::unique_ptr<Store>> PostgresStore::open(const StoreUrl &url, const Schema &schema, const base::StopToken &stop)
{
    const QString instance = QStringLiteral("pfx/") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    std::unique_ptr<PostgresStore> store(new PostgresStore(url, instance));
    // Seen by the others only when it has the newest version, as programs that wait for the upgrade must not hinder it.
    PFX_ASSIGN(store->m_watch, PostgresConnection::open(url, QStringLiteral("pfx opening"), Access::Write));
    if (auto upgraded = bringToNewest(*store->m_watch, schema, [&store] { return store->countOthers(); }); !upgraded) {
        const base::Error &error = upgraded.error();
        return fail(error.code, error.detail, error.where.isEmpty() ? url.display() : error.where);
    }
    PFX_TRY(store->m_watch->executeScript(QStringLiteral("SET application_name = '%1'").arg(instance)));
    if (!runLeftSteps(*store, *store->m_watch, stop) && stop.stop_requested()) // of another failure check() tells
        return fail(ErrorCode::Cancelled);
    return store;
}

PostgresStore::PostgresStore(StoreUrl url, QString instance) : m_url(std::move(url)), m_instance(std::move(instance)) {}

Result<std::unique_ptr<PostgresConnection>> PostgresStore::openConnection(Access access, const QString &suffix) const
{
    return PostgresConnection::open(m_url, m_instance + suffix, access);
}

Result<std::unique_ptr<Connection>> PostgresStore::connect()
{
    return openConnection(Access::Read);
}

Writer &PostgresStore::writer()
{
    std::call_once(m_writerOnce, [this] {
        m_writer = std::make_unique<GroupWriter>([this] { return openConnection(Access::Write); }, [this] { return usedByOthers(); },
                                                 serverPace());
    });
    return *m_writer;
}

Result<StoreInfo> PostgresStore::info()
{
    PFX_ASSIGN(const auto connection, openConnection(Access::Read));
    PFX_ASSIGN(const Rows rows, connection->select(QStringLiteral("SELECT pg_database_size(current_database()) AS bytes, "
                                                                  "current_setting('server_version') AS server")));
    StoreInfo info;
    info.url = m_url.display();
    info.backend = QStringLiteral("postgresql");
    info.bytes = rows.front().number(QStringLiteral("bytes"));
    info.serverVersion = rows.front().text(QStringLiteral("server"));
    PFX_ASSIGN(info.version, postgresVersion(*connection));
    return info;
}

// The server keeps foreign keys by itself; what can go wrong is the storage below it, and that shows when every row is read.
Result<void> PostgresStore::check()
{
    PFX_ASSIGN(const auto connection, openConnection(Access::Write));
    PFX_TRY(runLeftSteps(*this, *connection));
    PFX_ASSIGN(const Rows tables, connection->select(QStringLiteral("SELECT quote_ident(tablename) AS name FROM pg_tables "
                                                                    "WHERE schemaname = current_schema()")));
    for (const Row &table : tables) {
        const QString name = table.text(QStringLiteral("name"));
        const auto read = connection->select(QStringLiteral("SELECT count(t::text) AS n FROM %1 AS t").arg(name));
        if (!read)
            return fail(read.error().code, read.error().detail, name);
    }
    return {};
}

Result<void> PostgresStore::backup(const QString &file)
{
    return dumpDatabase(m_url, file);
}

Result<std::unique_ptr<StoreLock>> PostgresStore::tryLock(const QString &name)
{
    // The server keeps 63 ASCII characters of application_name.
    const QString suffix = lockSuffix + QString::fromLatin1(QUrl::toPercentEncoding(name));
    if (m_instance.size() + suffix.size() > 63)
        return fail(ErrorCode::Internal, QStringLiteral("the lock's name is too long"), name);
    PFX_ASSIGN(auto connection, openConnection(Access::Read, suffix));
    const int key = lockKey(name);
    PFX_ASSIGN(const Rows rows, connection->select(QStringLiteral("SELECT pg_try_advisory_lock(%1, %2) AS taken, pg_backend_pid() AS pid")
                                                       .arg(lockClass)
                                                       .arg(key)));
    const Row &answer = rows.front();
    const auto lock = [&] { return std::make_unique<PostgresStoreLock>(std::move(connection), key, answer.number(QStringLiteral("pid"))); };
    if (answer.number(QStringLiteral("taken")) == 0)
        return fail(ErrorCode::Busy, QStringLiteral("held by another program"), name);
    if (const auto passed = waitForProven(*connection, key); !passed) {
        (void)lock(); // lets go of it
        const base::Error &error = passed.error();
        return error.code == ErrorCode::StorageLocked ? fail(ErrorCode::Busy, QStringLiteral("held by another program"), name) : fail(error);
    }
    return lock();
}

Result<QStringList> PostgresStore::heldLocks()
{
    PFX_ASSIGN(const auto connection, openConnection(Access::Read));
    PFX_ASSIGN(const Rows rows,
               connection->select(QStringLiteral("SELECT DISTINCT a.application_name AS name FROM pg_locks l "
                                                 "JOIN pg_stat_activity a ON a.pid = l.pid "
                                                 "WHERE l.locktype = 'advisory' AND l.granted AND l.classid::bigint = :class "
                                                 "AND a.datname = current_database() ORDER BY 1"),
                                  {{QStringLiteral("class"), qint64(lockClass)}}));
    QStringList held;
    for (const Row &row : rows) {
        const QString name = row.text(QStringLiteral("name"));
        held.append(QUrl::fromPercentEncoding(name.mid(name.indexOf(lockSuffix) + lockSuffix.size()).toLatin1()));
    }
    return held;
}

// Called with the mutex held, or before the object is shared.
Result<qint64> PostgresStore::countOthers()
{
    if (!m_watch || !m_watch->isUsable()) {
        PFX_ASSIGN(m_watch, openConnection(Access::Write));
    }
    PFX_ASSIGN(const Rows rows, m_watch->select(QStringLiteral("SELECT count(*) AS n FROM pg_stat_activity "
                                                               "WHERE datname = current_database() AND application_name LIKE 'pfx/%' "
                                                               "AND NOT starts_with(application_name, :own)"),
                                                {{QStringLiteral("own"), m_instance}}));
    return rows.front().number(QStringLiteral("n"));
}

bool PostgresStore::usedByOthers()
{
    const std::lock_guard lock(m_watchMutex);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_watchedAt >= watchInterval) {
        const auto others = countOthers();
        m_othersSeen = !others || *others > 0; // when in doubt, leave room
        m_watchedAt = now;
    }
    return m_othersSeen;
}

} // namespace pfx::store
