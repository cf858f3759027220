// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bell.h"

namespace pfx::exchange {

void Bell::ring(Queue queue, const QString &service)
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard.calls.emplace(queue, service);
        m_rung = true;
    }
    m_wake.notify_one();
}

void Bell::ringAll()
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard.all = true;
        m_rung = true;
    }
    m_wake.notify_one();
}

Bell::Heard Bell::wait(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, atMost, [this] { return m_rung; });
    m_rung = false;
    return std::exchange(m_heard, {});
}

} // namespace pfx::exchange
