// SPDX-License-Identifier: GPL-3.0-or-later
// One pace an account: never exceeded, nearly all of it used, shared by programs and threads, held back, stopped, whatever clocks do.
#include "core/exchange/store_rate_gate.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <thread>

using namespace pfx;
using namespace pfx::exchange;
using base::ErrorCode;
using base::StopSource;
using base::StopToken;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// One pause after another, each of which moves the clock: a thread alone with its time.
StoreRateGate::Pause moving(test::FakeClock &clock)
{
    return [&clock](qint64 ms, const StopToken &) { clock.advance(ms); };
}

qint64 shortestDistance(std::vector<qint64> times)
{
    std::sort(times.begin(), times.end());
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (size_t i = 1; i < times.size(); ++i)
        shortest = std::min(shortest, times[i] - times[i - 1]);
    return shortest;
}

} // namespace

class RateGateTest : public QObject
{
    Q_OBJECT

private slots:
    void theRateIsUsedAndNotExceeded_data();
    void theRateIsUsedAndNotExceeded();
    void twoProgramsShareOnePace_data() { test::addBackends(); }
    void twoProgramsShareOnePace();
    void accountsDoNotWaitForEachOther();
    void nobodyEntersDuringAHold_data() { test::addBackends(); }
    void nobodyEntersDuringAHold();
    void aShortHoldIsWaitedOut();
    void aStopEndsTheWaiting_data() { test::addBackends(); }
    void aStopEndsTheWaiting();
    void aRestartedMachineDoesNotWaitForOldSlots();
    void oneWhoComesTooLateTakesAnotherTurn();
};

void RateGateTest::theRateIsUsedAndNotExceeded_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<qint64>("requestMs");
    QTest::newRow("one a second, quick answers") << 1.0 << qint64(5);
    QTest::newRow("one a second, slow answers") << 1.0 << qint64(900);
    QTest::newRow("six and a half a second") << 6.5 << qint64(20);
    QTest::newRow("fifty a second") << 50.0 << qint64(1);
}

void RateGateTest::theRateIsUsedAndNotExceeded()
{
    QFETCH(double, perSecond);
    QFETCH(qint64, requestMs);
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    test::FakeClock clock;
    StoreRateGate gate(fixture.store(), clock, moving(clock));
    constexpr int count = 300;
    std::vector<qint64> times;
    for (int i = 0; i < count; ++i) {
        PFX_VERIFY(gate.enter(s("a"), perSecond, StopToken()));
        times.push_back(clock.monotonicMs());
        clock.advance(requestMs);
    }
    QVERIFY(shortestDistance(times) >= static_cast<qint64>(1000 / perSecond));
    const double used = (count - 1) * 1000.0 / static_cast<double>(times.back() - times.front()) / perSecond;
    QVERIFY2(used >= 0.95 && used <= 1, qPrintable(QString::number(used)));
}

// In real time, since two programs' waiting cannot be told by one clock that moves by hand.
void RateGateTest::twoProgramsShareOnePace()
{
    PFX_STORE_FIXTURE(fixture);
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    const base::SystemClock clock;
    StoreRateGate first(fixture.store(), clock), second(*other, clock);
    constexpr double perSecond = 50;
    constexpr int each = 20;
    std::mutex mutex;
    std::vector<qint64> times;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                if (!(t % 2 == 0 ? first : second).enter(s("a"), perSecond, StopToken()))
                    ++failures;
                const std::lock_guard lock(mutex);
                times.push_back(clock.monotonicMs());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    std::sort(times.begin(), times.end());
    // No second has more than are allowed.
    for (size_t i = 0; i + static_cast<size_t>(perSecond) < times.size(); ++i)
        QVERIFY(times[i + static_cast<size_t>(perSecond)] - times[i] >= 1000);
}

void RateGateTest::accountsDoNotWaitForEachOther()
{
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    test::FakeClock clock;
    StoreRateGate gate(fixture.store(), clock, [](qint64, const StopToken &) { QFAIL("nobody should wait"); });
    for (const char *account : {"a", "b", "c"})
        PFX_VERIFY(gate.enter(s(account), 1, StopToken()));
    for (int i = 0; i < 10; ++i)
        PFX_VERIFY(gate.enter(s("without a pace"), 0, StopToken()));
}

void RateGateTest::nobodyEntersDuringAHold()
{
    PFX_STORE_FIXTURE(fixture);
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    test::FakeClock clock;
    StoreRateGate gate(fixture.store(), clock, moving(clock)), stranger(*other, clock, moving(clock));
    const qint64 until = clock.nowMs() + 3'600'000;
    PFX_VERIFY(stranger.holdBack(s("a"), until, ErrorCode::QuotaExhausted, s("planned")));
    PFX_VERIFY(stranger.holdBack(s("a"), until - 1000, ErrorCode::RateLimited, s("shorter"))); // changes nothing
    const auto entered = gate.enter(s("a"), 0, StopToken());
    PFX_VERIFY_ERROR(entered, ErrorCode::QuotaExhausted);
    QCOMPARE(entered.error().detail, s("planned"));
    PFX_VERIFY(gate.enter(s("b"), 0, StopToken()));
    clock.advance(3'600'000);
    PFX_VERIFY(gate.enter(s("a"), 0, StopToken()));
}

void RateGateTest::aShortHoldIsWaitedOut()
{
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    test::FakeClock clock;
    StoreRateGate gate(fixture.store(), clock, moving(clock));
    const qint64 until = clock.nowMs() + 2000;
    PFX_VERIFY(gate.holdBack(s("a"), until, ErrorCode::RateLimited, {}));
    PFX_VERIFY(gate.enter(s("a"), 1, StopToken()));
    QCOMPARE(clock.nowMs(), until);
}

void RateGateTest::aStopEndsTheWaiting()
{
    PFX_STORE_FIXTURE(fixture);
    const base::SystemClock clock;
    StoreRateGate gate(fixture.store(), clock);
    StopSource stop;
    PFX_VERIFY(gate.enter(s("a"), 0.001, stop.get_token()));
    base::Result<void> entered;
    std::thread waiting([&] { entered = gate.enter(s("a"), 0.001, stop.get_token()); });
    stop.request_stop();
    waiting.join();
    PFX_VERIFY_ERROR(entered, ErrorCode::Cancelled);
}

void RateGateTest::aRestartedMachineDoesNotWaitForOldSlots()
{
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    test::FakeClock clock;
    StoreRateGate gate(fixture.store(), clock, [](qint64, const StopToken &) { QFAIL("nobody should wait"); });
    PFX_VERIFY(gate.enter(s("a"), 1, StopToken()));
    clock.advance(-1'000'000'000);
    PFX_VERIFY(gate.enter(s("a"), 1, StopToken()));
}

void RateGateTest::oneWhoComesTooLateTakesAnotherTurn()
{
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    test::FakeClock clock;
    int pauses = 0;
    StoreRateGate gate(fixture.store(), clock, [&](qint64 ms, const StopToken &) { clock.advance(pauses++ == 0 ? ms + 700 : ms); });
    const qint64 start = clock.monotonicMs();
    PFX_VERIFY(gate.enter(s("a"), 1, StopToken()));
    PFX_VERIFY(gate.enter(s("a"), 1, StopToken())); // wakes 700 ms too late; the slot after it is somebody else's
    QCOMPARE(pauses, 2);
    QCOMPARE(clock.monotonicMs() - start, 2 * 1030);
}

QTEST_GUILESS_MAIN(RateGateTest)
#include "tst_rate_gate.moc"
