// SPDX-License-Identifier: GPL-3.0-or-later
// Hands values from any thread to one thread with an event loop: a mutex-guarded list and one wake-up for all that wait in it. No posted
// events: they cost more and hide races from ThreadSanitizer, which does not see into Qt. Shared by both sides, so that a late value
// finds a mailbox and not a dead object.
#pragma once

#include "core/server/wakeup.h"

#include <mutex>
#include <utility>
#include <vector>

namespace pfx::server {

template<typename T> class Mailbox
{
public:
    Mailbox() : m_wakeup(Wakeup::create()) { }

    /// Any thread.
    void post(T value)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (first)
            m_wakeup->ring();
    }

    /// The receiving thread: all that came, in its order.
    std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

    /// The receiving thread: `woken` is called in its event loop after values came, until the returned object goes.
    std::unique_ptr<QObject> listen(std::function<void()> woken) { return m_wakeup->listen(std::move(woken)); }

private:
    std::mutex m_mutex;
    std::vector<T> m_values;
    std::unique_ptr<Wakeup> m_wakeup;
};

} // namespace pfx::server
