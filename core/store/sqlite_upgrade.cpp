// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_upgrade.h"

#include "core/store/sqlite_connection.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 applicationId = 0x50465831; // "PFX1", in the file's header: tells our files from other programs' databases
constexpr int openingBusyMs = 2000;

bool isNew(const QString &file)
{
    const QFileInfo info(file);
    return !info.exists() || info.size() == 0;
}

struct Found
{
    qint64 version = 0;
    bool hasTables = false;
    bool isOurs = false;
};

// Reads only, and leaves even the write-ahead log as it is.
Result<Found> look(const QString &file)
{
    SqliteOptions options;
    options.keepWal = true;
    options.busyMs = openingBusyMs;
    PFX_ASSIGN(const auto connection, SqliteConnection::open(file, options));
    Found found;
    PFX_ASSIGN(found.version, connection->number(QStringLiteral("PRAGMA user_version")));
    PFX_ASSIGN(const qint64 application, connection->number(QStringLiteral("PRAGMA application_id")));
    PFX_ASSIGN(const qint64 tables, connection->number(QStringLiteral("SELECT count(*) FROM sqlite_master")));
    found.isOurs = application == applicationId;
    found.hasTables = tables > 0;
    return found;
}

Result<void> applyStep(SqliteConnection &connection, const SchemaStep &step)
{
    PFX_TRY(connection.begin());
    auto result = connection.executeScript(step.sql);
    if (result)
        result = connection.executeScript(QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2")
                                              .arg(applicationId)
                                              .arg(step.version));
    if (result)
        result = connection.commit();
    if (!result) {
        // The first failure is the one to report.
        (void)connection.rollback();
        base::Error error = result.error();
        error.where = step.name;
        return fail(std::move(error));
    }
    return {};
}

Result<void> applySteps(const QString &file, const QVector<SchemaStep> &steps, const SqliteOptions &options)
{
    PFX_ASSIGN(const auto connection, SqliteConnection::open(file, options));
    for (const SchemaStep &step : steps)
        PFX_TRY(applyStep(*connection, step));
    return {};
}

// The database holds personal data: nobody but its owner reads it. The log files inherit this from it.
Result<void> makeFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        const bool refused = file.error() == QFileDevice::PermissionsError || !QFileInfo(QFileInfo(name).path()).isWritable();
        return fail(refused ? ErrorCode::StorageReadOnly : ErrorCode::Storage, file.errorString(), name);
    }
    return {};
}

QString backupName(const QString &file, qint64 version, const base::Clock &clock)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString base = QStringLiteral("%1.v%2-%3").arg(file).arg(version).arg(time);
    QString name = base + QStringLiteral(".bak");
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("%1-%2.bak").arg(base).arg(i);
    return name;
}

} // namespace

Result<void> checkIsOurs(const QString &file)
{
    PFX_ASSIGN(const Found found, look(file));
    if (!found.isOurs || found.version == 0)
        return fail(ErrorCode::Validation, QStringLiteral("the file is not a database of this program"), file);
    return {};
}

Result<void> copyDatabase(const QString &file, const QString &target)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Conflict, QStringLiteral("the file exists"), target);
    const QString part = target + QStringLiteral(".part");
    QFile::remove(part);
    PFX_TRY(makeFile(part));
    SqliteOptions options;
    options.keepWal = true;
    PFX_ASSIGN(const auto connection, SqliteConnection::open(file, options));
    auto copied = connection->execute(QStringLiteral("VACUUM INTO :target"), {{QStringLiteral("target"), part}});
    if (!copied) {
        QFile::remove(part);
        base::Error error = copied.error();
        error.where = target;
        return fail(std::move(error));
    }
    if (!QFile::rename(part, target)) {
        QFile::remove(part);
        return fail(ErrorCode::Storage, QStringLiteral("the copy cannot be given its name"), target);
    }
    return {};
}

Result<void> bringToNewest(const QString &file, const Schema &schema, const base::Clock &clock, OtherPrograms others)
{
    if (QFileInfo(file).isDir())
        return fail(ErrorCode::Validation, QStringLiteral("the store's file is a folder"), file);
    Found found;
    if (isNew(file)) {
        PFX_TRY(makeFile(file));
    } else {
        PFX_ASSIGN(found, look(file));
    }
    if (found.version > schema.newest())
        return fail(ErrorCode::StorageNewer,
                    QStringLiteral("the database has version %1, this program knows %2").arg(found.version).arg(schema.newest()), file);
    if (!found.isOurs && (found.hasTables || found.version != 0))
        return fail(ErrorCode::Validation, QStringLiteral("the file is a database of another program"), file);
    if (found.version == schema.newest())
        return {};
    if (found.version > 0) {
        if (others == OtherPrograms::Present)
            return fail(ErrorCode::StorageLocked, QStringLiteral("another program has the database open; it must be closed for the upgrade"),
                        file);
        PFX_TRY(copyDatabase(file, backupName(file, found.version, clock)));
    }
    SqliteOptions options;
    options.busyMs = openingBusyMs;
    return applySteps(file, schema.after(found.version), options);
}

Result<void> createTemporary(const QString &file, const Schema &schema)
{
    SqliteOptions options;
    options.create = true;
    options.durable = false;
    return applySteps(file, schema.after(0), options);
}

} // namespace pfx::store
