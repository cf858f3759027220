// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand tasks at the pace that an account allows, through the gate of the store that all programs share: nearly all of the pace is used
// and Planfix, which refuses whoever comes too early, refuses nobody. Time moves only by waiting for one's turn and by the answers.
#include "core/exchange/store_rate_gate.h"
#include "core/http/client.h"
#include "core/planfix/api.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_planfix/fake_planfix_transport.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::test;

class TestPace : public QObject {
    Q_OBJECT

private slots:
    void aThousandTasksUseThePaceAndNoneIsRejected_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<qint64>("answerMs");
        QTest::newRow("one a second, quick answers") << 1.0 << qint64(30);
        QTest::newRow("one a second, slow answers") << 1.0 << qint64(900);
        QTest::newRow("five a second") << 5.0 << qint64(30);
    }
    void aThousandTasksUseThePaceAndNoneIsRejected()
    {
        QFETCH(double, perSecond);
        QFETCH(qint64, answerMs);
        constexpr int count = 1000;
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        FakeClock clock;
        fake::FakePlanfix remote(clock);
        remote.setRules([perSecond](fake::AccessRules &rules) { rules.perSecond = perSecond; });
        fake::FakePlanfixTransport transport(remote, clock);
        const auto wait = [&clock](qint64 ms, const base::StopToken &) { clock.advance(ms); };
        exchange::StoreRateGate gate(fixture.store(), clock, wait);
        ExchangeRecorder journal;
        http::Client client(transport, gate, journal, clock, {{}, wait, [] { return 0.5; }});
        planfix::SessionOptions options;
        options.perSecond = perSecond;
        planfix::Session session(client, *planfix::Account::parse(QStringLiteral("konigkomfort")), fake::usualKey(), options);
        base::StopSource stop;
        planfix::Api api(session, stop.get_token());

        const qsizetype before = remote.rows(QStringLiteral("tasks")).size();
        const qint64 begun = clock.nowMs();
        for (int i = 0; i < count; ++i) {
            planfix::TaskDraft draft;
            draft.name = QStringLiteral("Заявка #%1").arg(i);
            PFX_VERIFY(api.createTask(draft));
            clock.advance(answerMs);
        }
        const double used = (count - 1) * 1000.0 / double(clock.nowMs() - answerMs - begun) / perSecond;
        QVERIFY2(used >= 0.95 && used <= 1, qPrintable(QString::number(used)));
        qInfo("%.1f %% of the pace", used * 100);
        QCOMPARE(remote.rows(QStringLiteral("tasks")).size() - before, count);
        const auto log = remote.log();
        QCOMPARE(log.size(), count); // none twice: none was rejected
        QVERIFY(std::all_of(log.begin(), log.end(), [](const fake::LogEntry &entry) { return entry.status < 300; }));
        QCOMPARE(remote.refusals(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
