// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/importer.h"

namespace pfx::migration {

void RunControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
    m_interruption.request_stop();
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
        if (!m_stop.stop_requested())
            m_interruption = base::StopSource();
    }
    m_wake.notify_all();
}

void RunControl::stop()
{
    m_stop.request_stop();
    {
        // A waiter between its test and its sleep holds the mutex: after this it is either awake or sees the request.
        const std::lock_guard lock(m_mutex);
        m_interruption.request_stop();
    }
    m_wake.notify_all();
}

base::StopToken RunControl::interruption() const
{
    const std::lock_guard lock(m_mutex);
    return m_interruption.get_token();
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
