// SPDX-License-Identifier: GPL-3.0-or-later
// The fake Planfix on a loopback port, for tests that drive the built programs: the REST calls under /rest/, the storage of files, and
// /__fake/… for the test itself. Answers on threads of its own; whoever made it destroys it.
//
//   GET    /__fake/log | refusals | events | state | faults | rows/<table>      what came, what nobody should have asked for …
//   DELETE /__fake/refusals | faults
//   POST   /__fake/faults  {"kind":"drop","call":"POST /task/","at":2,"effect":true …}   (fault.h)
//   POST   /__fake/scopes  {"scopes":["task_add"]} or {"scopes":null}, "key" for another key
//   POST   /__fake/rules   {"per_second":1,"per_day":20000,"trouble":21,"pace_refusal":"code22"|"code22-with-time"|"429"}
//   POST   /__fake/quota   {"reset_in_ms":43000}       POST /__fake/lock {"task":50412,"for_ms":5000}
//   POST   /__fake/clock   {"advance_ms":1000}
//   POST   /__fake/act     {"method":"POST","path":"/task/50412","body":{…},"person":"user:5"}    a person at work in Planfix
#pragma once

#include "tests/support/fake_planfix/fake_planfix.h"
#include "tests/support/raw_server.h"

#include <atomic>

namespace pfx::fake {

/// The system's clock, put forward when told.
class ShiftedClock : public base::Clock {
public:
    qint64 nowMs() const override { return m_clock.nowMs() + m_shift; }
    qint64 monotonicMs() const override { return m_clock.monotonicMs() + m_shift; }
    void advance(qint64 ms) { m_shift += ms; }

private:
    base::SystemClock m_clock;
    std::atomic<qint64> m_shift = 0;
};

class PlanfixDoor {
public:
    PlanfixDoor(FakePlanfix &planfix, ShiftedClock &clock, quint16 port = 0);

    /// 0 when the wanted one was taken.
    quint16 port() const { return m_server.port(); }
    /// "http://127.0.0.1:1234/rest/"
    QUrl baseUrl() const { return m_server.url(QStringLiteral("/rest/")); }

private:
    void talk(test::RawPeer &peer);
    Answer control(const Call &call);
    Answer told(const QString &what) const;
    /// None for an order that nobody knows.
    std::optional<Answer> ordered(const QString &what, const QJsonObject &order);

    FakePlanfix &m_planfix;
    ShiftedClock &m_clock;
    test::RawServer m_server;
};

} // namespace pfx::fake
