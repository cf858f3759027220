// SPDX-License-Identifier: GPL-3.0-or-later
// Wakes this process's dispatcher when a row for a service was written. Rung from inside the writing transaction: the dispatcher takes rows
// by a job of the same writer, which runs behind it and so sees what it has written. Thread-safe.
#pragma once

#include "core/exchange/effect.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <utility>

namespace pfx::exchange {

class Bell
{
public:
    using Calls = std::set<std::pair<Queue, QString>>; ///< The services for which it was rung.

    void ring(Queue queue, const QString &service);
    /// Wakes without naming a service: look at everything (the clock has moved, a hold was lifted).
    void ringAll();

    struct Heard
    {
        Calls calls;
        bool all = false;
    };
    /// Waits until it is rung, at most so long, and forgets what it says.
    Heard wait(std::chrono::milliseconds atMost);

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Heard m_heard;
    bool m_rung = false;
};

} // namespace pfx::exchange
