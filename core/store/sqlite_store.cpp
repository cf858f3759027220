// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_store.h"

#include "core/store/deferred_steps.h"
#include "core/store/schema.h"
#include "core/store/sqlite_upgrade.h"
#include "core/store/table_list.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <algorithm>

#include <sqlite3.h>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int writerCacheKb = 32 * 1024; // the tops of all indexes of a million contacts; building an index sorts in as much again
constexpr int readerCacheKb = 8 * 1024;
constexpr int openWaitMs = 10'000;
const auto namePrefix = QLatin1String("name-");

QString lockFolder(const QString &file)
{
    return file + QStringLiteral(".locks");
}

QString presenceFile(const QString &file)
{
    return lockFolder(file) + QStringLiteral("/open");
}

QString nameFile(const QString &file, const QString &name)
{
    return lockFolder(file) + QLatin1Char('/') + namePrefix + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

class SqliteStoreLock : public StoreLock
{
public:
    SqliteStoreLock(std::unique_ptr<ProcessLock> lock, QString file) : m_lock(std::move(lock)), m_file(std::move(file)) {}
    /// Each run has a name of its own: their files must not gather.
    ~SqliteStoreLock() override { QFile::remove(m_file); }
    /// A file lock goes with its holder only.
    Result<void> prove(Connection &) const override { return {}; }

private:
    std::unique_ptr<ProcessLock> m_lock;
    QString m_file;
};

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path))
        return {};
    QFileInfo parent(path);
    while (!parent.exists() && !parent.isRoot())
        parent.setFile(parent.path());
    if (parent.exists() && !parent.isDir())
        return fail(ErrorCode::Validation, QStringLiteral("a file stands where the store's folder should be"), parent.filePath());
    return fail(parent.isWritable() ? ErrorCode::Storage : ErrorCode::StorageReadOnly, QStringLiteral("the folder cannot be made"), path);
}

// One program at a time creates or upgrades; the others wait for it.
Result<std::unique_ptr<ProcessLock>> waitForUpgradeLock(const QString &file)
{
    const QDeadlineTimer deadline(openWaitMs);
    for (;;) {
        auto lock = ProcessLock::acquire(lockFolder(file) + QStringLiteral("/upgrade"), ProcessLock::Mode::Exclusive);
        if (lock || lock.error().code != ErrorCode::Busy)
            return lock;
        if (deadline.hasExpired())
            return fail(ErrorCode::StorageLocked, QStringLiteral("another program is changing the database"), file);
        QThread::msleep(10);
    }
}

} // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(const StoreUrl &url, const Schema &schema, const base::Clock &clock,
                                                 const base::StopToken &stop)
{
    PFX_TRY(makeFolder(QFileInfo(url.file).path()));
    if (QFileInfo(url.file).isDir())
        return fail(ErrorCode::Validation, QStringLiteral("the store's file is a folder"), url.file);
    PFX_TRY(makeFolder(lockFolder(url.file)));
    PFX_ASSIGN(const auto upgrading, waitForUpgradeLock(url.file));
    const auto others = processLockState(presenceFile(url.file)) == LockState::Held ? OtherPrograms::Present : OtherPrograms::None;
    PFX_TRY(bringToNewest(url.file, schema, clock, others));
    PFX_ASSIGN(auto presence, ProcessLock::acquire(presenceFile(url.file), ProcessLock::Mode::Shared));
    std::unique_ptr<SqliteStore> store(new SqliteStore(url, schema, nullptr, std::move(presence)));
    // Says now, and not at the first use, that the file cannot be written or is locked.
    PFX_ASSIGN(const auto connection, store->openConnection(Access::Write));
    if (!runLeftSteps(*store, *connection, stop) && stop.stop_requested()) // of another failure check() tells
        return fail(ErrorCode::Cancelled);
    return store;
}

Result<std::unique_ptr<Store>> SqliteStore::temporary(const Schema &schema)
{
    auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/pfx-store-XXXXXX"));
    if (!folder->isValid())
        return fail(ErrorCode::Storage, folder->errorString(), QDir::tempPath());
    StoreUrl url;
    url.file = folder->filePath(QStringLiteral("store.sqlite"));
    PFX_TRY(createTemporary(url.file, schema));
    return std::unique_ptr<Store>(new SqliteStore(url, schema, std::move(folder), nullptr));
}

Result<std::unique_ptr<ProcessLock>> SqliteStore::keepOthersOut(const QString &file)
{
    PFX_TRY(makeFolder(lockFolder(file)));
    auto alone = ProcessLock::acquire(presenceFile(file), ProcessLock::Mode::Exclusive);
    if (!alone && alone.error().code == ErrorCode::Busy)
        return fail(ErrorCode::StorageLocked, QStringLiteral("another program has the database open"), file);
    return alone;
}

SqliteStore::SqliteStore(StoreUrl url, Schema schema, std::unique_ptr<QTemporaryDir> temporary, std::unique_ptr<ProcessLock> presence)
    : m_temporary(std::move(temporary)), m_url(std::move(url)), m_schema(std::move(schema)), m_presence(std::move(presence))
{}

Result<std::unique_ptr<SqliteConnection>> SqliteStore::openConnection(Access access) const
{
    SqliteOptions options;
    options.access = access;
    options.durable = !m_temporary;
    options.cacheKb = access == Access::Write ? writerCacheKb : readerCacheKb;
    return SqliteConnection::open(m_url.file, options);
}

Result<std::unique_ptr<Connection>> SqliteStore::connect()
{
    return openConnection(Access::Read);
}

Writer &SqliteStore::writer()
{
    std::call_once(m_writerOnce, [this] {
        m_writer = std::make_unique<GroupWriter>([this] { return openConnection(Access::Write); }, [this] { return usedByOthers(); },
                                                 WriterPace());
    });
    return *m_writer;
}

Result<StoreInfo> SqliteStore::info()
{
    PFX_ASSIGN(const auto connection, openConnection(Access::Read));
    StoreInfo info;
    info.url = m_url.display();
    info.backend = QStringLiteral("sqlite");
    info.serverVersion = QString::fromLatin1(sqlite3_libversion());
    PFX_ASSIGN(info.version, connection->number(QStringLiteral("PRAGMA user_version")));
    info.bytes = QFileInfo(m_url.file).size() + QFileInfo(m_url.file + QStringLiteral("-wal")).size();
    return info;
}

namespace {

/// The tables that the schema has and the database has not, or with other columns.
Result<QStringList> missingIn(SqliteConnection &connection, const Schema &schema)
{
    PFX_ASSIGN(const auto pattern, SqliteConnection::open(QStringLiteral(":memory:"), SqliteOptions()));
    for (const SchemaStep &step : schema.after(0))
        PFX_TRY(pattern->executeScript(step.sql));
    PFX_ASSIGN(const auto wanted, tables(*pattern));
    PFX_ASSIGN(const auto found, tables(connection));
    QStringList missing;
    for (const TableInfo &table : wanted) {
        const auto same = std::find_if(found.cbegin(), found.cend(), [&table](const TableInfo &one) { return one.name == table.name; });
        if (same == found.cend() || !same->hasColumnsOf(table))
            missing.append(table.name);
    }
    return missing;
}

} // namespace

Result<void> SqliteStore::check()
{
    PFX_ASSIGN(const auto connection, openConnection(Access::Write));
    PFX_ASSIGN(const QStringList missing, missingIn(*connection, m_schema));
    if (!missing.isEmpty())
        return fail(ErrorCode::StorageDamaged, QStringLiteral("tables are missing or other ones: %1").arg(missing.join(QStringLiteral(", "))), m_url.file);
    PFX_TRY(runLeftSteps(*this, *connection));
    PFX_ASSIGN(const Rows findings, connection->select(QStringLiteral("PRAGMA integrity_check(20)")));
    QStringList wrong;
    for (const Row &finding : findings) {
        if (const QString text = finding.text(QStringLiteral("integrity_check")); text != QLatin1String("ok"))
            wrong.append(text);
    }
    if (!wrong.isEmpty())
        return fail(ErrorCode::StorageDamaged, wrong.join(QLatin1String("; ")), m_url.file);
    PFX_ASSIGN(const Rows orphans, connection->select(QStringLiteral("SELECT \"table\" AS child, parent, count(*) AS n "
                                                                     "FROM pragma_foreign_key_check GROUP BY 1, 2")));
    for (const Row &orphan : orphans)
        wrong.append(QStringLiteral("%1 rows of %2 point to rows of %3 that do not exist")
                         .arg(orphan.number(QStringLiteral("n")))
                         .arg(orphan.text(QStringLiteral("child")), orphan.text(QStringLiteral("parent"))));
    if (!wrong.isEmpty())
        return fail(ErrorCode::StorageDamaged, wrong.join(QLatin1String("; ")), m_url.file);
    return {};
}

Result<void> SqliteStore::backup(const QString &file)
{
    return copyDatabase(m_url.file, file);
}

Result<std::unique_ptr<StoreLock>> SqliteStore::tryLock(const QString &name)
{
    PFX_TRY(makeFolder(lockFolder(m_url.file)));
    const QString file = nameFile(m_url.file, name);
    auto lock = ProcessLock::acquire(file, ProcessLock::Mode::Exclusive);
    if (!lock)
        return fail(lock.error().code, lock.error().detail, name);
    return std::make_unique<SqliteStoreLock>(std::move(*lock), file);
}

Result<QStringList> SqliteStore::heldLocks()
{
    QStringList held;
    const QDir folder(lockFolder(m_url.file));
    const QStringList files = folder.entryList({namePrefix + QLatin1Char('*')}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (processLockState(folder.filePath(file)) == LockState::Held)
            held.append(QUrl::fromPercentEncoding(file.mid(namePrefix.size()).toLatin1()));
    }
    return held;
}

bool SqliteStore::usedByOthers()
{
    return m_presence && m_presence->heldByOthers();
}

} // namespace pfx::store
