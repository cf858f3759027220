// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that moves only when told. Thread-safe.
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace pfx::test {

class FakeClock : public base::Clock
{
public:
    explicit FakeClock(qint64 startMs = 1'760'000'000'000) : m_now(startMs) {}
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now;
};

} // namespace pfx::test
