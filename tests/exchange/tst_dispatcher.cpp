// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher in one process: at once and once, in one transaction with the handler's own rows, in the order of subjects, and stopping.
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/verify_result.h"

#include <atomic>
#include <condition_variable>
#include <thread>

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
    void aStopFinishesWhatIsInHand_data() { test::addBackends(); }
    void aStopFinishesWhatIsInHand();
    void aStopWithoutPatienceLeavesNothingLeased_data() { test::addBackends(); }
    void aStopWithoutPatienceLeavesNothingLeased();
    void requestsOfTheInboxAreWorkedOff_data() { test::addBackends(); }
    void requestsOfTheInboxAreWorkedOff();
    void aRequestThatWasOvertakenIsWorkedOnAnew_data() { test::addBackends(); }
    void aRequestThatWasOvertakenIsWorkedOnAnew();
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

void DispatcherTest::aRequestThatWasOvertakenIsWorkedOnAnew()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    std::atomic<int> read = 0;
    Dispatcher dispatcher(fixture.store(), program.clock, program.bell, test::quietOptions());
    dispatcher.add({Queue::Inbox, s("site"), handlerOf([&](const Job &, const StopToken &) -> Outcome {
                        const bool isStale = ++read == 1;
                        return Done{[isStale](store::Connection &) -> Result<void> {
                                        return isStale ? Result<void>(base::fail(ErrorCode::Busy, s("changed meanwhile"))) : Result<void>();
                                    },
                                    {}};
                    })});
    dispatcher.start();
    qint64 id = 0;
    PFX_VERIFY(program.store().writer().run([&](store::Connection &db) -> Result<void> {
        Inbound request;
        request.service = s("site");
        request.operation = s("order");
        request.method = s("POST");
        request.path = s("/orders");
        PFX_ASSIGN(const Accepted accepted, program.inbox.accept(db, request));
        id = accepted.id;
        return {};
    }));
    QTRY_COMPARE(program.state(id, s("exchange_inbox")), s("waiting"));
    program.advance(60'000);
    QTRY_COMPARE(program.state(id, s("exchange_inbox")), s("done"));
    QCOMPARE(read.load(), 2);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "tst_dispatcher.moc"
