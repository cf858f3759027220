// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/process_lock.h"

#if !defined(Q_OS_LINUX) || defined(PFX_PORTABLE_LOCK) // the macro: its test, on Linux

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

namespace {

// QLockFile knows no shared mode: each holder of a shared lock has a file of its own beside the name.
QStringList sharedFiles(const QString &file)
{
    const QFileInfo info(file);
    QStringList files;
    const QFileInfoList found = info.dir().entryInfoList({info.fileName() + QStringLiteral(".*.shared")}, QDir::Files);
    for (const QFileInfo &entry : found)
        files.append(entry.filePath());
    return files;
}

// Taking a lock that nobody alive holds removes it, also when it was left behind by a process that died.
bool isHeld(const QString &path)
{
    if (!QFileInfo::exists(path))
        return false;
    QLockFile probe(path);
    probe.setStaleLockTime(0);
    return !probe.tryLock(0);
}

class QtLock : public ProcessLock
{
public:
    QtLock(QString file, const QString &path) : m_file(std::move(file)), m_path(path), m_lock(path) { m_lock.setStaleLockTime(0); }
    QLockFile &lock() { return m_lock; }

    bool heldByOthers() const override
    {
        const QStringList files = sharedFiles(m_file);
        for (const QString &path : files) {
            if (QFileInfo(path) != QFileInfo(m_path) && isHeld(path))
                return true;
        }
        return m_path != m_file && isHeld(m_file);
    }

private:
    QString m_file;
    QString m_path;
    QLockFile m_lock;
};

} // namespace

base::Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString &file, Mode mode)
{
    const QString unique = QUuid::createUuid().toString(QUuid::Id128);
    const QString path = mode == Mode::Exclusive ? file : QStringLiteral("%1.%2.shared").arg(file, unique);
    auto lock = std::make_unique<QtLock>(file, path);
    if (lock->lock().tryLock(0)) {
        const bool excluded = mode == Mode::Exclusive ? lock->heldByOthers() : isHeld(file);
        if (!excluded)
            return lock;
        return fail(ErrorCode::Busy, QStringLiteral("held by another program"), file);
    }
    switch (lock->lock().error()) {
    case QLockFile::LockFailedError:
        return fail(ErrorCode::Busy, QStringLiteral("held by another program"), file);
    case QLockFile::PermissionError:
        return fail(ErrorCode::StorageReadOnly, QStringLiteral("the lock file cannot be made"), file);
    default:
        return fail(ErrorCode::Storage, QStringLiteral("the lock file cannot be made"), file);
    }
}

LockState processLockState(const QString &file)
{
    if (isHeld(file))
        return LockState::Held;
    const QStringList files = sharedFiles(file);
    for (const QString &path : files) {
        if (isHeld(path))
            return LockState::Held;
    }
    return LockState::Free;
}

} // namespace pfx::store

#endif
