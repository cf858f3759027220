// SPDX-License-Identifier: GPL-3.0-or-later
// A lock on a small file, seen by all programs of the machine and by other holders in this one, and gone when the process dies however it
// dies. On Linux an open-file-description lock of the kernel (fcntl(2), F_OFD_SETLK): no stale locks, and asking takes nothing.
// Elsewhere QLockFile. Any thread.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace pfx::store {

class ProcessLock
{
public:
    enum class Mode { Exclusive, Shared };

    ProcessLock() = default;
    virtual ~ProcessLock() = default;
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    /// Busy when others hold the file in a way that excludes this; StorageReadOnly or Storage when it cannot be made.
    static base::Result<std::unique_ptr<ProcessLock>> acquire(const QString &file, Mode mode);

    /// Whether anybody else holds the file as well (of a shared lock).
    virtual bool heldByOthers() const = 0;
};

/// Whether anybody holds the file, also this process.
enum class LockState { Free, Held };
LockState processLockState(const QString &file);

} // namespace pfx::store
