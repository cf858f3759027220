// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/importer.h"

namespace pfx::migration {

void RunControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_wake.notify_all();
}

void RunControl::stop()
{
    m_stop.request_stop();
    {
        // A waiter between its test and its sleep holds the mutex: after this it is either awake or sees the request.
        const std::lock_guard lock(m_mutex);
    }
    m_wake.notify_all();
}

bool RunControl::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

base::Result<void> RunControl::checkpoint()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return !m_paused || m_stop.stop_requested(); });
    if (m_stop.stop_requested())
        return base::fail(base::ErrorCode::Cancelled);
    return {};
}

} // namespace pfx::migration
