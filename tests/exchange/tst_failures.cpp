// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher when things fail: retries, doubt, holds, clocks, handlers that cannot write, and each database call failing once.
#include "core/exchange/accounts.h"
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/failing_store.h"
#include "tests/support/verify_result.h"

#include <atomic>

using namespace pfx;
using namespace pfx::exchange;
using base::ErrorCode;
using base::Result;
using base::StopToken;
using test::effect;
using test::haveAndNote;
using test::lane;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FailuresTest : public QObject
{
    Q_OBJECT

private slots:
    void aFailureIsTriedAgainLaterAndAtLastNeedsAttention_data() { test::addBackends(); }
    void aFailureIsTriedAgainLaterAndAtLastNeedsAttention();
    void aClockSetBackHoldsNothing_data() { test::addBackends(); }
    void aClockSetBackHoldsNothing();
    void doubtIsHandledByTheKindOfEffect_data();
    void doubtIsHandledByTheKindOfEffect();
    void aHeldAccountWaitsWithoutCountingAndOthersGoOn_data();
    void aHeldAccountWaitsWithoutCountingAndOthersGoOn();
    void whatTheHandlerCannotWriteNeedsAttention_data() { test::addBackends(); }
    void whatTheHandlerCannotWriteNeedsAttention();
    void everyDatabaseCallMayFailOnce_data() { test::addBackends(); }
    void everyDatabaseCallMayFailOnce();
};

void FailuresTest::aFailureIsTriedAgainLaterAndAtLastNeedsAttention()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    std::atomic<int> tries = 0;
    auto options = test::quietOptions();
    options.retry.attempts = 4;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, options);
    dispatcher.add(lane([&](const Job &, const StopToken &) -> Outcome {
        ++tries;
        return Failed{{ErrorCode::Timeout, s("planned"), {}, base::Effected::Perhaps}, {}};
    }));
    dispatcher.start();
    const auto row = program.enqueue(effect(s("a"), s("x")));
    PFX_VERIFY(row);
    PFX_VERIFY(program.enqueue(effect(s("behind"), s("x"))));
    for (int attempt = 1; attempt < 4; ++attempt) {
        QTRY_COMPARE(program.state(row->id), s("waiting"));
        QCOMPARE(tries.load(), attempt);
        program.advance((1000 << (attempt - 1)) / 2 - 1); // half the pause is the least there is
        PFX_VERIFY(program.enqueue(effect(QStringLiteral("other %1").arg(attempt), s("x")))); // wakes it, in vain
        QCOMPARE(program.state(row->id), s("waiting"));
        QCOMPARE(tries.load(), attempt);
        program.advance(1000 << attempt);
        QTRY_COMPARE(tries.load(), attempt + 1);
    }
    QTRY_COMPARE(program.state(row->id), s("attention"));
    QCOMPARE(program.states(), s("1 attention, 4 queued")); // the subject waits with it
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) { return program.outbox.retry(db, row->id); }));
    QTRY_COMPARE(tries.load(), 5);
    QTRY_COMPARE(program.state(row->id), s("waiting"));
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) { return program.outbox.cancel(db, row->id); }));
    QTRY_COMPARE(tries.load(), 6); // the next of the subject
}

void FailuresTest::aClockSetBackHoldsNothing()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    std::atomic<bool> failing = true;
    auto options = test::quietOptions();
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, options);
    dispatcher.add(lane([&](const Job &job, const StopToken &) -> Outcome {
        if (failing)
            return Failed{{ErrorCode::Network, s("planned"), {}, base::Effected::No}, {}};
        return haveAndNote(remote, job);
    }));
    dispatcher.start();
    PFX_VERIFY(program.enqueue(effect(s("a"))));
    QTRY_COMPARE(program.states(), s("1 waiting"));
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) {
        return accounts::hold(db, {s("remote"), program.clock.nowMs() + 1000, s("quota_exhausted"), {}}, program.clock.nowMs());
    }));
    failing = false;
    program.advance(-365LL * 24 * 3600 * 1000); // a year
    QTRY_COMPARE(program.states(), s("1 done"));
}

void FailuresTest::doubtIsHandledByTheKindOfEffect_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("afterTheFirst");
    QTest::addColumn<bool>("looksUp");
    for (const auto &backend : test::backends()) {
        QTest::addRow("an idempotent effect is tried again %s", backend.suffix.constData())
            << backend.backend << int(EffectKind::Idempotent) << s("waiting") << false;
        QTest::addRow("one that can be looked up is looked up %s", backend.suffix.constData())
            << backend.backend << int(EffectKind::LookUp) << s("waiting") << true;
        QTest::addRow("one that can be neither waits for a person %s", backend.suffix.constData())
            << backend.backend << int(EffectKind::Once) << s("unknown") << false;
    }
}

void FailuresTest::doubtIsHandledByTheKindOfEffect()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(int, kind);
    QFETCH(bool, looksUp);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    std::atomic<bool> lookedUp = false;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &job, const StopToken &) -> Outcome {
        if (remote.keys().isEmpty()) {
            remote.have(job); // and the answer is lost
            return Failed{{ErrorCode::Timeout, s("planned"), {}, base::Effected::Perhaps}, {}};
        }
        lookedUp = job.inDoubt;
        if (job.inDoubt)
            return Done{}; // found
        return haveAndNote(remote, job);
    }));
    dispatcher.start();
    const auto row = program.enqueue(effect(s("a"), {}, EffectKind(kind)));
    PFX_VERIFY(row);
    QFETCH(QString, afterTheFirst);
    QTRY_COMPARE(program.state(row->id), afterTheFirst);
    program.advance(3'600'000);
    if (EffectKind(kind) == EffectKind::Once) {
        // Nothing moves it but the person's word.
        PFX_VERIFY(program.enqueue(effect(s("b"))));
        QTRY_COMPARE(remote.timesOf(s("b")), 1);
        QCOMPARE(program.state(row->id), s("unknown"));
        const auto retry = [&](Doubt doubt) {
            return fixture.store().writer().run([&](store::Connection &db) { return program.outbox.retry(db, row->id, doubt); });
        };
        PFX_VERIFY_ERROR(retry(Doubt::Respect), ErrorCode::Conflict);
        PFX_VERIFY(retry(Doubt::AcceptRepeat));
    }
    QTRY_COMPARE(program.state(row->id), s("done"));
    QCOMPARE(lookedUp.load(), looksUp);
    QCOMPARE(remote.timesOf(s("a")), looksUp ? 1 : 2);
}

void FailuresTest::aHeldAccountWaitsWithoutCountingAndOthersGoOn_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("saysWhen");
    for (const auto &backend : test::backends()) {
        QTest::addRow("an exhausted quota %s", backend.suffix.constData()) << backend.backend << int(ErrorCode::QuotaExhausted) << true;
        QTest::addRow("an exhausted quota without a time %s", backend.suffix.constData())
            << backend.backend << int(ErrorCode::QuotaExhausted) << false;
        QTest::addRow("too many requests %s", backend.suffix.constData()) << backend.backend << int(ErrorCode::RateLimited) << true;
        QTest::addRow("a key that is refused %s", backend.suffix.constData()) << backend.backend << int(ErrorCode::Unauthorized) << false;
    }
}

void FailuresTest::aHeldAccountWaitsWithoutCountingAndOthersGoOn()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(int, code);
    QFETCH(bool, saysWhen);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    std::atomic<int> refusals = 0;
    std::atomic<bool> refusing = true;
    auto options = test::quietOptions();
    options.retry.attempts = 2;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, options);
    dispatcher.add(lane([&](const Job &job, const StopToken &) -> Outcome {
        if (job.account == s("tired") && refusing) {
            ++refusals;
            return Failed{{ErrorCode(code), s("planned"), {}, base::Effected::No},
                          saysWhen ? std::optional<qint64>(program.clock.nowMs() + 7000) : std::nullopt};
        }
        return haveAndNote(remote, job);
    }));
    dispatcher.start();
    std::vector<Effect> effects;
    for (int i = 0; i < 20; ++i) {
        effects.push_back(effect(QString::number(i)));
        effects.back().account = i % 2 == 0 ? s("tired") : s("awake");
    }
    PFX_VERIFY(program.enqueue(effects));
    QTRY_COMPARE(program.states(), s("10 done, 10 queued"));
    QVERIFY(refusals >= 1);
    QVERIFY2(refusals <= 2, qPrintable(QString::number(refusals))); // those that were in hand at that moment
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto holds = accounts::holds(**db, program.clock.nowMs());
    PFX_VERIFY(holds);
    QCOMPARE(holds->size(), 1);
    QCOMPARE(holds->first().account, s("tired"));
    QCOMPARE(holds->first().code, base::name(ErrorCode(code)));
    QCOMPARE(test::read(fixture.store(), s("SELECT max(attempts) AS v FROM exchange_outbox")), s("0"));
    refusing = false;
    program.advance(holds->first().untilMs - program.clock.nowMs() - 1);
    PFX_VERIFY(program.enqueue(effect(s("wake"))));
    QTRY_COMPARE(program.states(), s("11 done, 10 queued"));
    program.advance(1);
    QTRY_COMPARE(program.states(), s("21 done"));
    QCOMPARE(remote.most(), 1);
}

void FailuresTest::whatTheHandlerCannotWriteNeedsAttention()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &job, const StopToken &) { return haveAndNote(remote, job); }));
    dispatcher.start();
    QCOMPARE(test::write(fixture.store(), s("INSERT INTO settings (key, value) VALUES ('a', 'stands in the way')")), QString());
    const auto row = program.enqueue(effect(s("a")));
    PFX_VERIFY(row);
    QTRY_COMPARE(program.state(row->id), s("attention"));
    QCOMPARE(test::read(fixture.store(), s("SELECT error_code AS v FROM exchange_outbox")), s("conflict"));
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) { return program.outbox.settle(db, row->id); }));
    QCOMPARE(program.state(row->id), s("done"));
    QCOMPARE(remote.timesOf(s("a")), 1);
}

// Whatever call fails, the dispatcher goes on by itself, each effect that can be known is had once, and each row is done.
void FailuresTest::everyDatabaseCallMayFailOnce()
{
    PFX_STORE_FIXTURE(fixture);
    int last = 0;
    for (int i = 1; i < 200; ++i) {
        QCOMPARE(test::write(fixture.store(), s("DELETE FROM exchange_outbox")), QString());
        QCOMPARE(test::write(fixture.store(), s("DELETE FROM settings")), QString());
        test::FailurePlan plan(i);
        test::FailingStore failing(fixture.store(), plan);
        test::Program program(fixture.store()), failingProgram(failing);
        test::CountingRemote remote;
        auto options = test::quietOptions();
        options.retry.baseMs = 1;
        Dispatcher dispatcher(failing, failingProgram.clock, failingProgram.bell, options);
        dispatcher.add(lane([&](const Job &job, const StopToken &) -> Outcome {
            if (job.naturalKey == s("b") && job.attempts == 0)
                return Failed{{ErrorCode::Network, s("planned"), {}, base::Effected::No}, {}};
            return haveAndNote(remote, job);
        }));
        for (const char *key : {"a", "b", "c"}) {
            const auto one = effect(s(key), s("x"), EffectKind::LookUp);
            if (!failingProgram.enqueue(one))
                PFX_VERIFY(failingProgram.enqueue(one)); // as its caller would
        }
        dispatcher.start();
        const auto settled = [&] {
            failingProgram.advance(10);
            return program.states() == s("3 done");
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(QStringLiteral("call %1: %2").arg(i).arg(program.states())), 20'000);
        dispatcher.stop();
        QCOMPARE(remote.keys(), (QStringList{s("a"), s("b"), s("c")}));
        QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM settings")), s("3"));
        QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_outbox WHERE owner IS NOT NULL")), s("0"));
        if (!plan.hasFailed()) {
            last = i;
            break;
        }
    }
    QVERIFY2(last > 20, qPrintable(QString::number(last)));
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "tst_failures.moc"
