// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/process_lock.h"

#ifdef Q_OS_LINUX

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

namespace {

struct flock wholeFile(short type)
{
    struct flock range = {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    return range;
}

// A conflict with other open file descriptions only: the asker's own lock never stands in its way.
bool conflicts(int fd)
{
    struct flock range = wholeFile(F_WRLCK);
    return fcntl(fd, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

class OfdLock : public ProcessLock
{
public:
    explicit OfdLock(int fd) : m_fd(fd) {}
    ~OfdLock() override { ::close(m_fd); }
    bool heldByOthers() const override { return conflicts(m_fd); }

private:
    int m_fd;
};

ErrorCode openErrorCode(int systemError)
{
    switch (systemError) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::StorageReadOnly;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::StorageFull;
    default:
        return ErrorCode::Storage;
    }
}

/// The holder may have removed the file between our opening and locking it: the next one would lock another file.
bool isThere(int fd)
{
    struct stat state = {};
    return fstat(fd, &state) != 0 || state.st_nlink > 0;
}

} // namespace

base::Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString &file, Mode mode)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(openErrorCode(errno), QString::fromLocal8Bit(std::strerror(errno)), file);
    struct flock range = wholeFile(mode == Mode::Exclusive ? F_WRLCK : F_RDLCK);
    if (fcntl(fd, F_OFD_SETLK, &range) == 0) {
        auto lock = std::make_unique<OfdLock>(fd);
        if (isThere(fd))
            return lock;
        lock.reset();
        return acquire(file, mode);
    }
    const int reason = errno;
    ::close(fd);
    if (reason == EAGAIN || reason == EACCES)
        return fail(ErrorCode::Busy, QStringLiteral("held by another program"), file);
    return fail(ErrorCode::Storage, QString::fromLocal8Bit(std::strerror(reason)), file);
}

LockState processLockState(const QString &file)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return LockState::Free;
    const bool held = conflicts(fd);
    ::close(fd);
    return held ? LockState::Held : LockState::Free;
}

} // namespace pfx::store

#endif
