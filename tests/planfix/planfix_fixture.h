// SPDX-License-Identifier: GPL-3.0-or-later
// The client of Planfix on the strict fake: time moves only by waiting for one's turn, by pauses and by slow answers. A test's end asserts
// that nothing was asked for that Planfix does not know.
#pragma once

#include "core/http/client.h"
#include "core/planfix/api.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_planfix/fake_planfix_transport.h"
#include "tests/support/verify_result.h"

namespace pfx::test {

/// Lets everybody in at the pace and puts the clock forward instead of waiting.
class ClockGate : public FakeGate {
public:
    explicit ClockGate(FakeClock &clock) : m_clock(clock) { }

    base::Result<void> enter(const QString &account, double perSecond, const base::StopToken &stop) override
    {
        if (perSecond > 0) {
            m_clock.advance(qMax<qint64>(0, m_freeAtMs - m_clock.nowMs()));
            m_freeAtMs = m_clock.nowMs() + qint64(1000 / perSecond);
        }
        return FakeGate::enter(account, perSecond, stop);
    }

private:
    FakeClock &m_clock;
    qint64 m_freeAtMs = 0;
};

struct PlanfixClient {
    explicit PlanfixClient(const QJsonObject &account = fake::fullAccount(), const QString &key = fake::usualKey())
        : remote(clock, account), session(http, *planfix::Account::parse(QStringLiteral("konigkomfort")), key)
    {
    }
    ~PlanfixClient()
    {
        const QStringList refusals = remote.takeRefusals();
        if (!refusals.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("asked for what Planfix does not know: ") + refusals.join(QLatin1Char('\n'))), __FILE__,
                         __LINE__);
        if (remote.faultsThatNeverCame() > 0)
            QTest::qFail("a failure that was ordered never came", __FILE__, __LINE__);
    }
    PlanfixClient(const PlanfixClient &) = delete;
    PlanfixClient &operator=(const PlanfixClient &) = delete;

    /// {"kind":"drop" …}: see fault.h.
    void fail(const QByteArray &fault) { remote.fail(fake::Fault::fromJson(QJsonDocument::fromJson(fault).object()).value()); }
    qsizetype count(const char *table) const { return remote.rows(QString::fromLatin1(table)).size(); }

    /// 2 February 2026, 12:00 UTC
    FakeClock clock{1'770'033'600'000};
    fake::FakePlanfix remote;
    fake::FakePlanfixTransport transport{remote, clock};
    ClockGate gate{clock};
    ExchangeRecorder journal;
    http::Client http{
        transport, gate, journal, clock, {{}, [this](qint64 ms, const base::StopToken &) { clock.advance(ms); }, [] { return 0.5; }}};
    base::StopSource stop;
    planfix::Session session;
    planfix::Api api{session, stop.get_token()};
};

} // namespace pfx::test
