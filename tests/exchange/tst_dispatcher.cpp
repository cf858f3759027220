// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher in one process: ends in one transaction with the handler's own rows, order per subject, retries, doubt, holds, stopping,
// and the whole of it with every database call failing once.
#include "core/exchange/accounts.h"
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/failing_store.h"
#include "tests/support/verify_result.h"

#include <condition_variable>
#include <thread>

using namespace pfx;
using namespace pfx::exchange;
using base::ErrorCode;
using base::Result;
using base::StopToken;
using test::effect;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Lane lane(std::function<Outcome(const Job &, const StopToken &)> handle, int threads = 2)
{
    return {Queue::Outbox, s("remote"), handlerOf(std::move(handle)), threads, 0};
}

/// Has the effect and notes the key in the store, as a domain module would.
Outcome haveAndNote(test::CountingRemote &remote, const Job &job)
{
    remote.have(job);
    return Done{[key = job.naturalKey](store::Connection &db) -> Result<void> {
                    PFX_TRY(db.execute(s("INSERT INTO settings (key, value) VALUES (:key, '')"), {{s("key"), key}}));
                    return {};
                },
                s("{}")};
}

// Handlers wait in it until the test lets them go.
class Gate
{
public:
    void pass(const StopToken &stop)
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_wake.notify_all();
        m_wake.wait(lock, stop, [this] { return m_open; });
        --m_waiting;
    }
    int waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_wake.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    int m_waiting = 0;
    bool m_open = false;
};

} // namespace

class DispatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void anEffectIsHadAtOnceAndOnce_data() { test::addBackends(); }
    void anEffectIsHadAtOnceAndOnce();
    void rowsOfAnotherProgramAreFound_data() { test::addBackends(); }
    void rowsOfAnotherProgramAreFound();
    void anEnqueuingThatIsUndoneHasNoEffect_data() { test::addBackends(); }
    void anEnqueuingThatIsUndoneHasNoEffect();
    void subjectsKeepTheirOrder_data() { test::addBackends(); }
    void subjectsKeepTheirOrder();
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
    void aStopFinishesWhatIsInHand_data() { test::addBackends(); }
    void aStopFinishesWhatIsInHand();
    void aStopWithoutPatienceLeavesNothingLeased_data() { test::addBackends(); }
    void aStopWithoutPatienceLeavesNothingLeased();
    void everyDatabaseCallMayFailOnce_data() { test::addBackends(); }
    void everyDatabaseCallMayFailOnce();
    void requestsOfTheInboxAreWorkedOff_data() { test::addBackends(); }
    void requestsOfTheInboxAreWorkedOff();
};

void DispatcherTest::anEffectIsHadAtOnceAndOnce()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &job, const StopToken &) { return haveAndNote(remote, job); }));
    dispatcher.start();
    const auto first = program.enqueue(effect(s("a")));
    PFX_VERIFY(first);
    QTRY_COMPARE(program.state(first->id), s("done")); // polls once an hour: only the bell can have told
    const auto again = program.enqueue(effect(s("a")));
    PFX_VERIFY(again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->novelty, Novelty::Repeated);
    PFX_VERIFY(program.enqueue(effect(s("b"))));
    QTRY_COMPARE(program.states(), s("2 done"));
    QCOMPARE(remote.keys(), (QStringList{s("a"), s("b")}));
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM settings")), s("2"));
    QCOMPARE(dispatcher.figures().done, 2);
}

void DispatcherTest::rowsOfAnotherProgramAreFound()
{
    PFX_STORE_FIXTURE(fixture);
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    test::Program program(fixture.store()), stranger(*other);
    test::CountingRemote remote;
    auto options = test::quietOptions();
    options.poll = std::chrono::milliseconds(20);
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, options);
    dispatcher.add(lane([&](const Job &job, const StopToken &) { return haveAndNote(remote, job); }));
    dispatcher.start();
    PFX_VERIFY(stranger.enqueue(effect(s("a"))));
    QTRY_COMPARE(program.states(), s("1 done"));
}

void DispatcherTest::anEnqueuingThatIsUndoneHasNoEffect()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &job, const StopToken &) { return haveAndNote(remote, job); }));
    dispatcher.start();
    PFX_VERIFY_ERROR(fixture.store().writer().run([&](store::Connection &db) -> Result<void> {
        PFX_TRY(program.outbox.enqueue(db, effect(s("undone"))));
        return base::fail(ErrorCode::Validation, s("planned"));
    }),
                     ErrorCode::Validation);
    PFX_VERIFY(program.enqueue(effect(s("kept"))));
    QTRY_COMPARE(program.states(), s("1 done"));
    QCOMPARE(remote.keys(), QStringList(s("kept")));
}

void DispatcherTest::subjectsKeepTheirOrder()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    std::atomic<int> failures = 0;
    auto options = test::quietOptions();
    options.retry.baseMs = 1;
    options.poll = std::chrono::milliseconds(5);
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, options);
    dispatcher.add(lane(
        [&](const Job &job, const StopToken &) -> Outcome {
            if (job.attempts == 0 && job.id % 3 == 0) {
                ++failures;
                program.clock.advance(2);
                return Failed{{ErrorCode::Network, s("planned"), {}, base::Effected::No}, {}};
            }
            return haveAndNote(remote, job);
        },
        6));
    dispatcher.start();
    constexpr int subjects = 7, each = 12;
    std::vector<std::thread> threads;
    std::atomic<int> refused = 0;
    for (int subject = 0; subject < subjects; ++subject) {
        threads.emplace_back([&, subject] {
            for (int i = 0; i < each; ++i) {
                if (!program.enqueue(effect(QStringLiteral("%1/%2").arg(subject).arg(i, 2, 10, QLatin1Char('0')), QString::number(subject))))
                    ++refused;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(program.states(), QStringLiteral("%1 done").arg(subjects * each), 60'000);
    dispatcher.stop();
    QVERIFY(failures > 0);
    for (int subject = 0; subject < subjects; ++subject) {
        const QStringList had = remote.keys().filter(QStringLiteral("%1/").arg(subject));
        QStringList sorted = had;
        sorted.sort();
        QCOMPARE(had, sorted);
        QCOMPARE(had.size(), each);
    }
}

void DispatcherTest::aFailureIsTriedAgainLaterAndAtLastNeedsAttention()
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

void DispatcherTest::aClockSetBackHoldsNothing()
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

void DispatcherTest::doubtIsHandledByTheKindOfEffect_data()
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

void DispatcherTest::doubtIsHandledByTheKindOfEffect()
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

void DispatcherTest::aHeldAccountWaitsWithoutCountingAndOthersGoOn_data()
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

void DispatcherTest::aHeldAccountWaitsWithoutCountingAndOthersGoOn()
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

void DispatcherTest::whatTheHandlerCannotWriteNeedsAttention()
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

void DispatcherTest::aStopFinishesWhatIsInHand()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    test::CountingRemote remote;
    Gate gate;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &job, const StopToken &stop) {
        gate.pass(stop);
        return haveAndNote(remote, job);
    }));
    dispatcher.start();
    PFX_VERIFY(program.enqueue({effect(s("a")), effect(s("b")), effect(s("c")), effect(s("d"))}));
    QTRY_COMPARE(gate.waiting(), 2);
    std::thread stopper([&] { dispatcher.stop(std::chrono::minutes(1)); });
    gate.open();
    stopper.join();
    QCOMPARE(program.states(), s("2 done, 2 queued"));
    QCOMPARE(remote.keys().size(), 2);
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_owners")), s("0"));
}

void DispatcherTest::aStopWithoutPatienceLeavesNothingLeased()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    Gate gate;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add(lane([&](const Job &, const StopToken &stop) -> Outcome {
        gate.pass(stop);
        return Failed{{ErrorCode::Cancelled, {}, {}, base::Effected::No}, {}};
    }));
    dispatcher.start();
    PFX_VERIFY(program.enqueue({effect(s("a")), effect(s("b"), {}, EffectKind::Once), effect(s("c"))}));
    QTRY_COMPARE(gate.waiting(), 2);
    dispatcher.stop(std::chrono::milliseconds(0));
    QCOMPARE(program.states(), s("3 queued"));
    QCOMPARE(test::read(fixture.store(), s("SELECT max(attempts) AS v FROM exchange_outbox")), s("0"));
}

// Whatever call fails, the dispatcher goes on by itself, each effect that can be known is had once, and each row is done.
void DispatcherTest::everyDatabaseCallMayFailOnce()
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

void DispatcherTest::requestsOfTheInboxAreWorkedOff()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    std::mutex mutex;
    QStringList bodies;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add({Queue::Inbox, s("site"), handlerOf([&](const Job &job, const StopToken &) -> Outcome {
                        {
                            const std::lock_guard lock(mutex);
                            bodies.append(QString::fromUtf8(job.body));
                        }
                        return Done{[&, id = job.id](store::Connection &db) -> Result<void> {
                                        Effect caused = effect(QStringLiteral("of %1").arg(id));
                                        caused.causeId = id;
                                        return program.outbox.enqueue(db, caused).map([](Accepted) {});
                                    },
                                    {}};
                    }),
                    2, 8});
    test::CountingRemote remote;
    dispatcher.add(lane([&](const Job &job, const StopToken &) { return haveAndNote(remote, job); }));
    dispatcher.start();
    std::vector<Inbound> requests(30);
    for (size_t i = 0; i < requests.size(); ++i) {
        requests[i].service = s("site");
        requests[i].operation = s("order");
        requests[i].subject = i % 2 == 0 ? s("even") : QString();
        requests[i].naturalKey = i % 3 == 0 ? QString::number(i / 6) : QString();
        requests[i].body = QByteArray::number(int(i));
        requests[i].path = s("/orders");
    }
    std::vector<Accepted> accepted;
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(accepted, program.inbox.accept(db, requests));
        return {};
    }));
    QCOMPARE(accepted.size(), size_t(30));
    QCOMPARE(accepted[3].novelty, Novelty::Repeated); // the key of the first
    QCOMPARE(accepted[3].id, accepted[0].id);
    QTRY_COMPARE(program.states(s("exchange_inbox")), s("25 done"));
    QTRY_COMPARE(program.states(), s("25 done"));
    QCOMPARE(remote.most(), 1);
    qint64 again = 0;
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(again, program.inbox.replay(db, accepted[1].id));
        return {};
    }));
    QVERIFY(again != accepted[1].id);
    QTRY_COMPARE(program.states(s("exchange_inbox")), s("26 done"));
    const std::lock_guard lock(mutex);
    QCOMPARE(bodies.count(s("1")), 2);
    QStringList even;
    for (const QString &body : std::as_const(bodies)) {
        if (body.toInt() % 2 == 0)
            even.append(body.rightJustified(3, QLatin1Char('0')));
    }
    QVERIFY(std::is_sorted(even.cbegin(), even.cend()));
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "tst_dispatcher.moc"
