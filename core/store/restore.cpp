// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restore.h"

#include "core/store/postgres_dump.h"
#include "core/store/schema.h"
#include "core/store/sqlite_store.h"
#include "core/store/sqlite_upgrade.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

const QString notABackup = QStringLiteral("not a whole backup of this program");

/// Where the copy is proven: in the store's own folder, so that it only has to be renamed. Goes with the object.
class Workshop {
public:
    explicit Workshop(const QString &store) : m_folder(store + QStringLiteral(".restoring")) { clear(); }
    ~Workshop() { clear(); }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    Result<void> open() const
    {
        if (m_folder.mkpath(QStringLiteral(".")))
            return {};
        return fail(ErrorCode::StorageReadOnly, QStringLiteral("the folder cannot be made"), m_folder.path());
    }
    QString file() const { return m_folder.filePath(QStringLiteral("copy.sqlite")); }

private:
    void clear() { m_folder.removeRecursively(); }

    QDir m_folder;
};

/// Whatever is wrong with it: it is no store of ours that could be mended, but a file that somebody has chosen.
base::Error asBackup(const base::Error &error, const QString &backup)
{
    if (error.code != ErrorCode::SourceUnreadable && error.code != ErrorCode::StorageDamaged && error.code != ErrorCode::Validation)
        return error;
    return {ErrorCode::SourceUnreadable, notABackup + QStringLiteral(": ") + error.detail, backup};
}

Result<void> prove(const QString &backup, const QString &copy, const base::Clock &clock)
{
    PFX_TRY(checkIsOurs(backup));
    PFX_TRY(copyDatabase(backup, copy));
    StoreUrl url;
    url.file = copy;
    PFX_ASSIGN(const auto store, Store::open(url, clock));
    return store->check();
}

/// Byte by byte: also what is damaged may be wanted once more.
Result<QString> setAside(const QString &file, const base::Clock &clock)
{
    if (!QFileInfo::exists(file))
        return QString();
    const QString time = QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString base = QStringLiteral("%1.before-restore-%2").arg(file, time);
    QString aside = base;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = QStringLiteral("%1-%2").arg(base).arg(i);
    for (const QString &part : {QString(), QStringLiteral("-wal")}) {
        QFile source(file + part);
        if (source.exists() && !source.copy(aside + part))
            return fail(ErrorCode::Storage, source.errorString(), aside + part);
    }
    return aside;
}

/// What the old file's log holds must not be taken for the new file's.
Result<void> dropLog(const QString &file)
{
    if (QFileInfo::exists(file))
        (void)SqliteConnection::open(file, SqliteOptions()); // its closing writes the log into the file, if it can
    for (const char *part : {"-wal", "-shm"}) {
        QFile log(file + QLatin1String(part));
        if (log.exists() && !log.remove())
            return fail(ErrorCode::Storage, log.errorString(), log.fileName());
    }
    return {};
}

Result<void> replace(const QString &file, const QString &with)
{
    std::error_code error;
    std::filesystem::rename(with.toStdU16String(), file.toStdU16String(), error);
    if (error)
        return fail(ErrorCode::Storage, QString::fromLocal8Bit(error.message().c_str()), file);
    return {};
}

Result<Restored> restoreFile(const QString &file, const QString &backup, const base::Clock &clock)
{
    const Workshop workshop(file);
    PFX_TRY(workshop.open());
    if (const auto proven = prove(backup, workshop.file(), clock); !proven)
        return fail(asBackup(proven.error(), backup));
    PFX_ASSIGN(const auto alone, SqliteStore::keepOthersOut(file));
    Restored restored;
    PFX_ASSIGN(restored.setAside, setAside(file, clock));
    PFX_TRY(dropLog(file));
    PFX_TRY(replace(file, workshop.file()));
    return restored;
}

Result<Restored> restoreServer(const StoreUrl &url, const QString &backup, const base::Clock &clock)
{
    PFX_ASSIGN(const Schema schema, Schema::builtIn(url.backend));
    if (const auto loaded = loadDump(url, backup, schema.newest()); !loaded)
        return fail(asBackup(loaded.error(), backup));
    PFX_ASSIGN(const auto store, Store::open(url, clock)); // brings it to the newest version
    PFX_TRY(store->check());
    return Restored();
}

} // namespace

Result<Restored> restoreStore(const StoreUrl &url, const QString &backup, const base::Clock &clock)
{
    const QFileInfo source(backup), place(url.file);
    if (!source.exists())
        return fail(ErrorCode::SourceUnreadable, QStringLiteral("there is no such file"), backup);
    if (!source.isFile())
        return fail(asBackup({ErrorCode::SourceUnreadable, QStringLiteral("it is not a regular file"), {}}, backup));
    if (url.backend == Backend::Postgresql)
        return restoreServer(url, backup, clock);
    if (place.exists() && source.canonicalFilePath() == place.canonicalFilePath())
        return fail(ErrorCode::Validation, QStringLiteral("the backup is the store itself"), backup);
    return restoreFile(place.exists() ? place.canonicalFilePath() : url.file, backup, clock); // a link stays one
}

} // namespace pfx::store
