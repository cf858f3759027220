// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/pace.h"

#include <algorithm>
#include <cmath>

namespace pfx::sms {

void Pace::setRate(double perSecond)
{
    if (perSecond == m_wanted)
        return;
    m_wanted = perSecond;
    m_rate = perSecond;
    m_tokens = std::min(m_tokens, room());
}

void Pace::refill(qint64 nowMs)
{
    constexpr qint64 recoverMs = 10'000;
    if (m_filledAt < 0)
        m_filledAt = nowMs;
    if (m_rate != m_wanted && nowMs - m_slowedAt >= recoverMs) {
        m_rate *= 1.1;
        m_slowedAt = nowMs;
        if (m_wanted > 0 ? m_rate >= m_wanted : m_rate > 1000)
            m_rate = m_wanted;
    }
    m_tokens = std::min(room(), m_tokens + m_rate * double(nowMs - m_filledAt) / 1000);
    m_filledAt = nowMs;
}

int Pace::available(qint64 nowMs, int most)
{
    refill(nowMs);
    return m_rate <= 0 ? most : std::clamp(int(m_tokens + 1e-6), 0, most);
}

void Pace::slowDown(qint64 nowMs)
{
    refill(nowMs);
    m_rate = std::max(0.1, (m_rate > 0 ? m_rate : 2 * throttledRate) / 2);
    m_slowedAt = nowMs;
    m_tokens = std::min(m_tokens, 0.0);
}

qint64 Pace::waitMs() const
{
    return m_rate <= 0 || m_tokens >= 1 ? 0 : qint64(std::ceil((1 - m_tokens) / m_rate * 1000));
}

} // namespace pfx::sms
