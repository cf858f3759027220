// SPDX-License-Identifier: GPL-3.0-or-later
// Lets at most ten snapshots a second through, and always the last one. Used by the thread that does the work.
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <utility>

namespace pfx::base {

template<typename Snapshot>
class ProgressGate
{
public:
    using Sink = std::function<void(const Snapshot &)>;

    ProgressGate(const Clock &clock, Sink sink, qint64 intervalMs = 100)
        : m_clock(clock), m_sink(std::move(sink)), m_intervalMs(intervalMs)
    {}

    void offer(const Snapshot &snapshot)
    {
        const qint64 now = m_clock.monotonicMs();
        if (m_sink && now >= m_next) {
            m_next = now + m_intervalMs;
            m_sink(snapshot);
        }
    }

    void finish(const Snapshot &snapshot)
    {
        if (m_sink)
            m_sink(snapshot);
    }

private:
    const Clock &m_clock;
    Sink m_sink;
    qint64 m_intervalMs;
    qint64 m_next = 0;
};

} // namespace pfx::base
