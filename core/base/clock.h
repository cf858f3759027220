// SPDX-License-Identifier: GPL-3.0-or-later
// The seam through which time comes in: the system's clock in the programs, a settable one in tests. Thread-safe.
#pragma once

#include <QtGlobal>

namespace pfx::base {

class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 nowMs() const = 0;
    /// Milliseconds that only go forward, for rates and time left.
    virtual qint64 monotonicMs() const = 0;
};

class SystemClock : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 monotonicMs() const override;
};

} // namespace pfx::base
