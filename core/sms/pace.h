// SPDX-License-Identifier: GPL-3.0-or-later
// How fast messages may go to a provider: a bucket that fills with its rate and holds one message (a fifth of a second's at higher rates).
// A provider that complains halves the rate; it grows back by a tenth every ten seconds. One thread.
#pragma once

#include <QtGlobal>

namespace pfx::sms {

class Pace
{
public:
    /// 0: no limit.
    void setRate(double perSecond);

    /// How many may go at `nowMs` (a running clock).
    int available(qint64 nowMs, int most);
    void take(int count) { m_tokens -= count; }
    void slowDown(qint64 nowMs);
    /// When the next one may go; 0: now.
    qint64 waitMs() const;
    double rate() const { return m_rate; }

private:
    static constexpr double throttledRate = 10; ///< What a provider without a limit is set to when it complains.

    void refill(qint64 nowMs);
    double room() const { return m_rate < 5 ? 1 : m_rate / 5; }

    double m_wanted = 0, m_rate = 0;
    double m_tokens = 1;
    qint64 m_filledAt = -1, m_slowedAt = 0;
};

} // namespace pfx::sms
