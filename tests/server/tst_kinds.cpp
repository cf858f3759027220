// SPDX-License-Identifier: GPL-3.0-or-later
// The three kinds of route on a real store, on both databases: accepts are answered from the commit, reads on their own connection, asks
// within their deadline; a store that is away is 503 until it is back; a stop finishes what was accepted.
#include "core/store/store.h"
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QtTest>

#include <atomic>
#include <future>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::server;
using base::ErrorCode;
using base::Result;

namespace {

/// Writes the body as a row; the same one again is answered as a repeat.
Route keep(store::Store &store)
{
    return acceptRoute("/keep", [&store](const Request &request) -> std::variant<Response, HandIn> {
        if (request.body.isEmpty())
            return refuse({RefusalCode::Malformed, QStringLiteral("empty")});
        auto changed = std::make_shared<qint64>(0);
        const QString key = QString::fromUtf8(request.body);
        return storeJob(
            store.writer(),
            [key, changed](store::Connection &db) -> Result<void> {
                PFX_ASSIGN(*changed,
                           db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, '') ON CONFLICT DO NOTHING"),
                                      {{QStringLiteral("key"), key}}));
                return {};
            },
            [changed]() -> Result<Response> {
                return Response::json(*changed > 0 ? 201 : 200, {{QStringLiteral("stored"), *changed > 0}});
            });
    });
}

Route count()
{
    Route route;
    route.methods = {Method::Get};
    route.pattern = "/count";
    route.handler = ReadHandler([](const Request &, store::Connection &db) -> Result<Response> {
        PFX_ASSIGN(const store::Rows rows, db.select(QStringLiteral("SELECT key FROM settings")));
        return Response::json(200, {{QStringLiteral("count"), qint64(rows.size())}});
    });
    return route;
}

int countOf(int port)
{
    const auto answer = fetch(port, get("/count"));
    return answer && answer->status == 200 ? QJsonDocument::fromJson(answer->body).object().value(QStringLiteral("count")).toInt(-1) : -1;
}

/// Its jobs fail while the database is away.
class FailingWriter : public store::Writer
{
public:
    explicit FailingWriter(store::Writer &real) : m_real(real) { }
    void submit(Job job, Done done) override
    {
        if (away)
            done(base::fail(ErrorCode::StorageLocked, QStringLiteral("another program holds the database")));
        else
            m_real.submit(std::move(job), std::move(done));
    }
    Result<void> run(Job job) override { return m_real.run(std::move(job)); }
    int advisedBatchRows() override { return 1; }

    std::atomic<bool> away = false;

private:
    store::Writer &m_real;
};

ServerOptions quick()
{
    ServerOptions options;
    options.limits = quickLimits();
    return options;
}

} // namespace

class TestKinds : public QObject
{
    Q_OBJECT

private slots:
    void anAcceptIsAnsweredFromTheCommit_data() { addBackends(); }
    void anAcceptIsAnsweredFromTheCommit();
    void everythingAcknowledgedIsThere_data() { addBackends(); }
    void everythingAcknowledgedIsThere();
    void aStoreThatIsAwayIs503AndComesBack();
    void anAnswerThatIsNeverGivenIs503();
    void anAskIsAnsweredAtItsDeadline();
    void asksDoNotHoldUpAccepts();
    void tooManyWaitingAsksAre503();
    void aStopFinishesWhatWasAccepted();
    void aStopDoesNotWaitForEver();
    void theServerStartsAgain();
    void newRoutesAreTakenWhileServing();
    void aPortInUseIsToldClearly();
    void addressesThatCannotBeListenedAt_data();
    void addressesThatCannotBeListenedAt();
    void healthSaysWhoAnswers();
    void readyFollowsTheStore();
};

void TestKinds::anAcceptIsAnsweredFromTheCommit()
{
    PFX_STORE_FIXTURE(fixture);
    RunningServer running(quick(), &fixture.store(), {keep(fixture.store()), count()});
    QCOMPARE(running.error, QString());
    QCOMPARE(fetch(running.port, post("/keep", "a"))->status, 201);
    QCOMPARE(countOf(running.port), 1);
    QCOMPARE(fetch(running.port, post("/keep", "a"))->status, 200);
    QCOMPARE(fetch(running.port, post("/keep", ""))->status, 400);
    QCOMPARE(countOf(running.port), 1);
}

void TestKinds::everythingAcknowledgedIsThere()
{
    PFX_STORE_FIXTURE(fixture);
    RunningServer running(quick(), &fixture.store(), {keep(fixture.store()), count()});
    std::atomic<int> acknowledged = 0;
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 4; ++sender) {
        senders.emplace_back([&, sender] {
            RawClient client(running.port);
            for (int i = 0; i < 100; i += 5) { // five at once
                QByteArray five;
                for (int n = i; n < i + 5; ++n)
                    five += post("/keep", QByteArray::number(sender * 1000 + n));
                client.send(five);
                for (int n = 0; n < 5; ++n) {
                    const auto answer = client.answer();
                    acknowledged += answer && answer->status == 201 ? 1 : 0;
                }
            }
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(acknowledged.load(), 400);
    QCOMPARE(countOf(running.port), 400);
}

void TestKinds::aStoreThatIsAwayIs503AndComesBack()
{
    StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY(fixture.isValid());
    FailingWriter writer(fixture.store().writer());
    RunningServer running(quick(), nullptr, {acceptRoute("/keep", [&writer](const Request &) -> std::variant<Response, HandIn> {
                              return storeJob(
                                  writer, [](store::Connection &) -> Result<void> { return {}; },
                                  []() -> Result<Response> { return Response::json(201, QByteArrayLiteral("{}")); });
                          })});
    RawClient client(running.port);
    QVERIFY(client.send(post("/keep", "a")));
    QCOMPARE(client.answer()->status, 201);
    writer.away = true;
    QVERIFY(client.send(post("/keep", "a")));
    const auto refused = client.answer();
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    QVERIFY(refused->headers.contains("retry-after"));
    QVERIFY(!refused->body.contains("database")); // what the store says is not for the caller
    writer.away = false;
    QVERIFY(client.send(post("/keep", "a"))); // on the same connection
    QCOMPARE(client.answer()->status, 201);
}

void TestKinds::anAnswerThatIsNeverGivenIs503()
{
    RunningServer running(quick(), nullptr, {acceptRoute("/lost", [](const Request &) -> std::variant<Response, HandIn> {
                              return HandIn([](const Answer &) {});
                          })});
    const auto answer = fetch(running.port, post("/lost", "x"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
}

static Route slowAsk(int deadlineMs, std::optional<Response> tooLate, std::atomic<int> &stopped)
{
    Route route;
    route.methods = {Method::Get};
    route.pattern = "/ask";
    route.handler = Ask{[&stopped](const Request &, base::StopToken stop) -> Result<Response> {
                            std::promise<void> asked;
                            const std::stop_callback onStop(stop, [&asked] { asked.set_value(); });
                            asked.get_future().wait();
                            ++stopped;
                            return Response::json(200, QByteArrayLiteral("{\"late\":true}"));
                        },
                        deadlineMs, std::move(tooLate)};
    return route;
}

void TestKinds::anAskIsAnsweredAtItsDeadline()
{
    std::atomic<int> stopped = 0;
    RunningServer running(quick(), nullptr, {slowAsk(300, Response::json(200, QByteArrayLiteral("{\"returned_code\":1}")), stopped)});
    QElapsedTimer timer;
    timer.start();
    const auto answer = fetch(running.port, get("/ask"));
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("{\"returned_code\":1}"));
    QVERIFY2(timer.elapsed() >= 295 && timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(stopped.load(), 1);
}

void TestKinds::asksDoNotHoldUpAccepts()
{
    std::atomic<int> stopped = 0;
    RunningServer running(quick(), nullptr, {slowAsk(1500, std::nullopt, stopped)});
    std::vector<std::unique_ptr<RawClient>> asking;
    for (int i = 0; i < 10; ++i) { // more than there are threads
        asking.push_back(std::make_unique<RawClient>(running.port));
        QVERIFY(asking.back()->send(get("/ask")));
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fetch(running.port, get("/echo"))->status, 200);
    QVERIFY(timer.elapsed() < 500);
    for (const auto &client : asking)
        QCOMPARE(client->answer()->status, 503);
}

void TestKinds::tooManyWaitingAsksAre503()
{
    std::atomic<int> stopped = 0;
    ServerOptions options = quick();
    options.askers = 1;
    options.limits.waitingTasks = 1;
    RunningServer running(options, nullptr, {slowAsk(1500, Response::json(200, QByteArrayLiteral("{}")), stopped)});
    std::vector<std::unique_ptr<RawClient>> asking;
    for (int i = 0; i < 4; ++i) {
        asking.push_back(std::make_unique<RawClient>(running.port));
        QVERIFY(asking.back()->send(get("/ask")));
    }
    int refused = 0;
    for (const auto &client : asking)
        refused += client->answer()->status == 503 ? 1 : 0;
    QVERIFY(refused >= 2);
}

void TestKinds::aStopFinishesWhatWasAccepted()
{
    RunningServer running(quick());
    RawClient idle(running.port), half(running.port), working(running.port);
    QVERIFY(idle.send(get("/echo")) && idle.answer());
    QVERIFY(half.send("POST /echo HTTP/1.1\r\n"));
    QVERIFY(working.send(post("/later", "one") + post("/later", "two")));
    QVERIFY(running.later->waitFor(2));
    auto stopping = std::async(std::launch::async, [&running] { running.server.stop(); });
    QVERIFY(idle.waitForClose());
    QVERIFY(half.waitForClose());
    QVERIFY(!RawClient(running.port).isConnected());
    running.later->release();
    const auto one = working.answer();
    const auto two = working.answer();
    QVERIFY(one && two);
    QCOMPARE(one->body, QByteArray("{\"body\":\"one\"}"));
    QCOMPARE(two->body, QByteArray("{\"body\":\"two\"}"));
    QCOMPARE(two->headers.value("connection"), QByteArray("close"));
    QVERIFY(working.waitForClose());
    stopping.wait();
    QCOMPARE(running.server.status().state, ServerState::Stopped);
}

void TestKinds::aStopDoesNotWaitForEver()
{
    ServerOptions options = quick();
    options.limits.stopMs = 200;
    RunningServer running(options);
    RawClient working(running.port);
    QVERIFY(working.send(post("/later", "never")));
    QVERIFY(running.later->waitFor(1));
    QElapsedTimer timer;
    timer.start();
    running.server.stop();
    QVERIFY(timer.elapsed() < 2000);
    running.later->release(); // an answer that comes after the server is gone
}

void TestKinds::theServerStartsAgain()
{
    RunningServer running(quick());
    const QString before = running.server.status().instance;
    running.server.stop();
    QCOMPARE(running.server.status().address, QString());
    PFX_VERIFY(running.server.start());
    const int port = running.server.status().address.section(u':', -1).toInt();
    QCOMPARE(fetch(port, get("/echo"))->status, 200);
    QVERIFY(running.server.status().instance != before);
}

void TestKinds::newRoutesAreTakenWhileServing()
{
    RunningServer running(quick());
    RawClient working(running.port);
    QVERIFY(working.send(post("/later", "old")));
    QVERIFY(running.later->waitFor(1));
    running.server.setRoutes({acceptRoute(
        "/new", [](const Request &) -> std::variant<Response, HandIn> { return Response::json(200, QByteArrayLiteral("{}")); })});
    QTRY_COMPARE(fetch(running.port, post("/new", ""))->status, 200);
    QCOMPARE(fetch(running.port, get("/echo"))->status, 404);
    QCOMPARE(fetch(running.port, get("/health"))->status, 200);
    running.later->release();
    QCOMPARE(working.answer()->body, QByteArray("{\"body\":\"old\"}"));
}

void TestKinds::aPortInUseIsToldClearly()
{
    RunningServer first(quick());
    ServerOptions options = quick();
    options.listen = first.server.status().address;
    const base::SystemClock clock;
    Server second(clock, nullptr, options, {});
    const auto started = second.start();
    PFX_VERIFY_ERROR(started, ErrorCode::Conflict);
    QVERIFY(started.error().detail.contains(options.listen));
    QCOMPARE(started.error().where, QStringLiteral("server.listen"));
    QCOMPARE(fetch(first.port, get("/echo"))->status, 200);
    first.server.stop();
    PFX_VERIFY(second.start()); // the same object, once the port is free
    second.stop();
}

void TestKinds::addressesThatCannotBeListenedAt_data()
{
    QTest::addColumn<QString>("listen");
    for (const char *text : {"", "8088", "nowhere:8088", "127.0.0.1:99999", "127.0.0.1:", "::1:8088", "203.0.113.99:8088"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestKinds::addressesThatCannotBeListenedAt()
{
    QFETCH(QString, listen);
    ServerOptions options = quick();
    options.listen = listen;
    const base::SystemClock clock;
    Server server(clock, nullptr, options, {});
    const auto started = server.start();
    PFX_VERIFY_ERROR(started, ErrorCode::Validation);
    QCOMPARE(started.error().where, QStringLiteral("server.listen"));
}

void TestKinds::healthSaysWhoAnswers()
{
    RunningServer running(quick());
    const auto answer = fetch(running.port, get("/health?nonce=abc-123"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
    QCOMPARE(body.value(QStringLiteral("nonce")).toString(), QStringLiteral("abc-123"));
    QCOMPARE(body.value(QStringLiteral("instance")).toString(), running.server.status().instance);
    QCOMPARE(fetch(running.port, get("/health?nonce=%3Cscript%3E"))->status, 400);
    QCOMPARE(fetch(running.port, get("/health?nonce=" + QByteArray(200, 'a')))->status, 400);
}

void TestKinds::readyFollowsTheStore()
{
    StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY(fixture.isValid());
    std::atomic<bool> away = false;
    ServerOptions options = quick();
    options.ready = [&away, real = readinessOf(fixture.store())]() -> Result<void> {
        return away ? base::fail(ErrorCode::Storage, QStringLiteral("gone")) : real();
    };
    RunningServer running(options, &fixture.store());
    QCOMPARE(fetch(running.port, get("/ready"))->status, 200);
    away = true;
    QCOMPARE(fetch(running.port, get("/ready"))->status, 503);
    away = false;
    QCOMPARE(fetch(running.port, get("/ready"))->status, 200);
}

QTEST_GUILESS_MAIN(TestKinds)
#include "tst_kinds.moc"
