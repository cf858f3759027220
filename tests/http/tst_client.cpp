// SPDX-License-Identifier: GPL-3.0-or-later
// What the client makes of answers and failures: when it asks again, how long it waits, which redirects it follows, what it says to others.
#include "core/http/client.h"
#include "core/http/status_error.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_transport.h"
#include "tests/support/verify_result.h"

#include <QTest>

using namespace pfx;
using base::Effected;
using base::Error;
using base::ErrorCode;
using http::Redirect;
using http::Repeat;
using http::Request;
using http::Response;

Q_DECLARE_METATYPE(pfx::http::Repeat)

namespace {

const QString address = QStringLiteral("https://example.planfix.ru/rest/task/");
const Error neverSent{ErrorCode::Network, QStringLiteral("refused"), {}, Effected::No};
const Error answerLost{ErrorCode::Network, QStringLiteral("reset"), {}, Effected::Perhaps};

Request request(const QByteArray &method, Repeat repeat = Repeat::Never)
{
    Request made;
    made.service = QStringLiteral("planfix");
    made.account = QStringLiteral("example.planfix.ru");
    made.perSecond = 1;
    made.method = method;
    made.url = QUrl(address);
    made.repeat = repeat;
    return made;
}

/// A client whose pauses move the clock and are written down.
struct Bench
{
    test::FakeClock clock;
    test::FakeTransport transport;
    test::FakeGate gate;
    test::ExchangeRecorder recorder;
    base::StopSource stop;
    QVector<qint64> pauses;
    std::function<void()> duringPause;
    http::Client client{transport, gate, recorder, clock,
                        {{3, 1000, 10'000},
                         [this](qint64 ms, const base::StopToken &) {
                             pauses.append(ms);
                             clock.advance(ms);
                             if (duringPause)
                                 duringPause();
                         },
                         [] { return 0.5; }}};

    base::Result<Response> run(const Request &what) { return client.exchange(what, stop.get_token()); }
};

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private slots:
    void asksAgain_data();
    void asksAgain();
    void givesBackTheLastAnswer();
    void waitsAsLongAsTold_data();
    void waitsAsLongAsTold();
    void pausesGrow();
    void everyAttemptWaitsForItsTurn();
    void nobodyAsksWhileTheAccountIsHeld();
    void whatTheServiceSaidIsWorthMoreThanTheHold();
    void theDeadlineCoversRetriesAndPauses();
    void waitingForTheTurnIsFree();
    void stopEndsAPause();
    void aLostAnswerIsRememberedOverRetries();
    void follows_data();
    void follows();
    void refusesRedirects_data();
    void refusesRedirects();
    void reportsRedirectsToWhoWantsThem();
    void redirectsEnd();
    void tellsOfEveryAttempt();
    void statusesAsErrors_data();
    void statusesAsErrors();
};

void TestClient::asksAgain_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<int>("status"); // 0: the connection failed
    QTest::addColumn<bool>("lost");
    QTest::addColumn<bool>("again");
    const auto row = [](const char *title, const char *method, Repeat repeat, int status, bool lost, bool again) {
        QTest::newRow(title) << QByteArray(method) << repeat << status << lost << again;
    };
    row("a create that surely did not arrive is sent again", "POST", Repeat::Never, 0, false, true);
    row("a create whose answer was lost is not", "POST", Repeat::Never, 0, true, false);
    row("a repeatable one whose answer was lost is", "POST", Repeat::Safe, 0, true, true);
    row("reading is", "GET", Repeat::Never, 0, true, true);
    row("a create that was told 429 was not done", "POST", Repeat::Never, 429, false, true);
    row("a create that was told 500 may have been done", "POST", Repeat::Never, 500, false, false);
    row("a create that was told 502 may have been done", "POST", Repeat::Never, 502, false, false);
    row("a create that was told 503 may have been done", "POST", Repeat::Never, 503, false, false);
    row("a create that was told 504 may have been done", "POST", Repeat::Never, 504, false, false);
    row("reading that was told 502 is asked again", "GET", Repeat::Never, 502, false, true);
    row("reading that was told 503 is asked again", "GET", Repeat::Never, 503, false, true);
    row("reading that was told 504 is asked again", "GET", Repeat::Never, 504, false, true);
    row("a repeatable one that was told 503 is asked again", "POST", Repeat::Safe, 503, false, true);
    row("500 is an answer: a wrong filter gives it too", "GET", Repeat::Safe, 500, false, false);
    row("400 is an answer", "GET", Repeat::Safe, 400, false, false);
    row("401 is an answer", "GET", Repeat::Safe, 401, false, false);
    row("404 is an answer", "GET", Repeat::Safe, 404, false, false);
}

void TestClient::asksAgain()
{
    QFETCH(QByteArray, method);
    QFETCH(Repeat, repeat);
    QFETCH(int, status);
    QFETCH(bool, lost);
    QFETCH(bool, again);
    Bench bench;
    auto &first = bench.transport.expect(method, address);
    if (status == 0)
        first.fails(lost ? answerLost : neverSent);
    else
        first.answer(status);
    if (again)
        bench.transport.expect(method, address).answer(200, "done");
    const auto answer = bench.run(request(method, repeat));
    QCOMPARE(bench.transport.requests().size(), again ? 2 : 1);
    if (again) {
        PFX_VERIFY(answer);
        QCOMPARE(answer->body, QByteArray("done"));
    } else if (status == 0) {
        QCOMPARE(answer.error().effected, lost ? Effected::Perhaps : Effected::No);
    } else {
        PFX_VERIFY(answer);
        QCOMPARE(answer->status, status);
    }
}

void TestClient::givesBackTheLastAnswer()
{
    Bench bench;
    for (const char *body : {"1", "2", "3"})
        bench.transport.expect("GET", address).answer(503, body);
    const auto answer = bench.run(request("GET"));
    PFX_VERIFY(answer);
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->body, QByteArray("3"));
}

void TestClient::waitsAsLongAsTold_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<qint64>("pause"); // -1: not asked again
    QTest::newRow("seconds") << QByteArray("7") << 7000ll;
    QTest::newRow("none") << QByteArray("0") << 0ll;
    // the fake clock stands at 2025-10-09 08:53:20 UTC
    QTest::newRow("a date") << QByteArray("Thu, 09 Oct 2025 08:53:25 GMT") << 5000ll;
    QTest::newRow("a date that is over") << QByteArray("Thu, 09 Oct 2025 08:00:00 GMT") << 0ll;
    QTest::newRow("nonsense is as if nothing was said") << QByteArray("soon") << 750ll;
    QTest::newRow("a negative number too") << QByteArray("-5") << 750ll;
    QTest::newRow("longer than anybody waits here") << QByteArray("11") << -1ll;
    QTest::newRow("a number that overflows") << QByteArray("9223372036854775807") << -1ll;
    QTest::newRow("a far date") << QByteArray("Fri, 01 Jan 2100 00:00:00 GMT") << -1ll;
}

void TestClient::waitsAsLongAsTold()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(qint64, pause);
    Bench bench;
    const qint64 now = bench.clock.nowMs();
    bench.transport.expect("POST", address).answer(429, {}, {{"retry-after", retryAfter}});
    if (pause >= 0)
        bench.transport.expect("POST", address).answer(201);
    const auto answer = bench.run(request("POST"));
    PFX_VERIFY(answer);
    QCOMPARE(answer->status, pause >= 0 ? 201 : 429);
    QCOMPARE(bench.pauses, pause >= 0 ? QVector<qint64>{pause} : QVector<qint64>{});
    const bool told = !retryAfter.contains("soon") && !retryAfter.startsWith('-');
    QCOMPARE(bench.gate.holds().size(), told ? 1 : 0); // the others of the account wait too
    if (told) {
        QCOMPARE(bench.gate.holds().front().account, QStringLiteral("example.planfix.ru"));
        QCOMPARE(bench.gate.holds().front().code, ErrorCode::RateLimited);
        QVERIFY(bench.gate.holds().front().untilMs >= now);
        if (pause > 0)
            QCOMPARE(bench.gate.holds().front().untilMs, now + pause);
    }
}

void TestClient::pausesGrow()
{
    http::RetryPolicy policy{10, 1000, 10'000};
    QVector<qint64> longest, shortest;
    for (int attempt = 1; attempt <= 6; ++attempt) {
        shortest.append(http::pauseMs(policy, attempt, 0));
        longest.append(http::pauseMs(policy, attempt, 0.9999));
    }
    QCOMPARE(shortest, (QVector<qint64>{500, 1000, 2000, 4000, 5000, 5000}));
    QCOMPARE(longest, (QVector<qint64>{999, 1999, 3999, 7999, 9999, 9999}));
}

void TestClient::everyAttemptWaitsForItsTurn()
{
    Bench bench;
    bench.transport.expect("GET", address).answer(503);
    bench.transport.expect("GET", address).answer(307, {}, {{"Location", "/rest/other"}});
    bench.transport.expect("GET", QStringLiteral("https://example.planfix.ru/rest/other")).answer(200);
    PFX_VERIFY(bench.run(request("GET")));
    QCOMPARE(bench.gate.entered().size(), 3);
    Request free = request("GET");
    free.account.clear();
    bench.transport.expect("GET", address).answer(200);
    PFX_VERIFY(bench.run(free));
    QCOMPARE(bench.gate.entered().size(), 3);
}

void TestClient::nobodyAsksWhileTheAccountIsHeld()
{
    Bench bench;
    bench.gate.refuse({ErrorCode::QuotaExhausted, {}, {}});
    const auto answer = bench.run(request("POST"));
    PFX_VERIFY_ERROR(answer, ErrorCode::QuotaExhausted);
    QCOMPARE(answer.error().effected, Effected::No);
}

void TestClient::whatTheServiceSaidIsWorthMoreThanTheHold()
{
    Bench bench;
    bench.gate.refuse({ErrorCode::RateLimited, {}, {}}, 1);
    bench.transport.expect("POST", address).answer(429, "{\"timeToReset\":5}");
    const auto answer = bench.run(request("POST"));
    PFX_VERIFY(answer);
    QCOMPARE(answer->status, 429);
}

void TestClient::theDeadlineCoversRetriesAndPauses()
{
    Bench bench;
    Request reading = request("GET");
    reading.deadlineMs = 5000;
    bench.transport.expect("GET", address).doing([&] { bench.clock.advance(3000); }).fails(answerLost);
    bench.transport.expect("GET", address)
        .check([](const Request &sent) { return sent.deadlineMs == 1250 ? QString() : QString::number(sent.deadlineMs); })
        .doing([&] { bench.clock.advance(1200); })
        .fails({ErrorCode::Timeout, {}, {}, Effected::No});
    const auto answer = bench.run(reading); // 50 ms are left: less than the next pause
    PFX_VERIFY_ERROR(answer, ErrorCode::Timeout);
    QCOMPARE(bench.pauses, QVector<qint64>{750});
}

void TestClient::waitingForTheTurnIsFree()
{
    class SlowGate : public test::FakeGate
    {
    public:
        explicit SlowGate(test::FakeClock &clock) : m_clock(clock) {}
        base::Result<void> enter(const QString &, double, const base::StopToken &) override
        {
            m_clock.advance(60'000);
            return {};
        }

    private:
        test::FakeClock &m_clock;
    };
    Bench bench;
    SlowGate gate(bench.clock);
    http::Client client(bench.transport, gate, bench.recorder, bench.clock);
    Request reading = request("GET");
    reading.deadlineMs = 5000;
    bench.transport.expect("GET", address)
        .check([](const Request &sent) { return sent.deadlineMs == 5000 ? QString() : QString::number(sent.deadlineMs); })
        .answer(200);
    PFX_VERIFY(client.exchange(reading, {}));
}

void TestClient::stopEndsAPause()
{
    Bench bench;
    bench.duringPause = [&] { bench.stop.request_stop(); };
    bench.transport.expect("GET", address).answer(503);
    const auto answer = bench.run(request("GET"));
    PFX_VERIFY_ERROR(answer, ErrorCode::Cancelled);
    QCOMPARE(bench.pauses.size(), 1);
}

void TestClient::aLostAnswerIsRememberedOverRetries()
{
    Bench bench;
    bench.transport.expect("POST", address).fails(answerLost);
    bench.transport.expect("POST", address).fails(neverSent);
    bench.transport.expect("POST", address).fails(neverSent);
    const auto answer = bench.run(request("POST", Repeat::Safe));
    PFX_VERIFY_ERROR(answer, ErrorCode::Network);
    QCOMPARE(answer.error().effected, Effected::Perhaps);
}

void TestClient::follows_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const QByteArray there("https://example.planfix.ru/rest/there?x=1");
    QTest::newRow("reading behind 301") << QByteArray("GET") << Repeat::Never << 301 << there;
    QTest::newRow("reading behind 302") << QByteArray("GET") << Repeat::Never << 302 << there;
    QTest::newRow("reading behind 303") << QByteArray("GET") << Repeat::Never << 303 << there;
    QTest::newRow("reading behind 307") << QByteArray("GET") << Repeat::Never << 307 << there;
    QTest::newRow("a create behind 301") << QByteArray("POST") << Repeat::Never << 301 << there;
    QTest::newRow("a create behind 307") << QByteArray("POST") << Repeat::Never << 307 << there;
    QTest::newRow("a create behind 308") << QByteArray("POST") << Repeat::Never << 308 << there;
    QTest::newRow("a repeatable one behind 302") << QByteArray("POST") << Repeat::Safe << 302 << there;
    QTest::newRow("a path") << QByteArray("GET") << Repeat::Never << 301 << QByteArray("/rest/there?x=1");
    QTest::newRow("the port said") << QByteArray("GET") << Repeat::Never << 301 << QByteArray("https://example.planfix.ru:443/rest/there?x=1");
    QTest::newRow("in large letters") << QByteArray("GET") << Repeat::Never << 301 << QByteArray("HTTPS://EXAMPLE.PLANFIX.RU/rest/there?x=1");
}

void TestClient::follows()
{
    QFETCH(QByteArray, method);
    QFETCH(Repeat, repeat);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    Bench bench;
    Request moving = request(method, repeat);
    moving.body = "{\"name\":\"x\"}";
    moving.headers = {{"Authorization", "Bearer k"}};
    bench.transport.expect(method, address).answer(status, {}, {{"Location", location}});
    const QString port = location.contains(":443") ? QStringLiteral(":443") : QString();
    bench.transport.expect(method, QStringLiteral("https://example.planfix.ru%1/rest/there?x=1").arg(port))
        .header("Authorization", "Bearer k")
        .body(moving.body)
        .answer(200);
    PFX_VERIFY(bench.run(moving));
}

void TestClient::refusesRedirects_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<Effected>("effected");
    QTest::newRow("to another host") << QByteArray("GET") << 302 << QByteArray("https://evil.example/rest") << Effected::No;
    QTest::newRow("to a subdomain") << QByteArray("GET") << 302 << QByteArray("https://a.example.planfix.ru/") << Effected::No;
    QTest::newRow("to another host without a scheme") << QByteArray("GET") << 302 << QByteArray("//evil.example/rest") << Effected::No;
    QTest::newRow("to a user whose name is the host")
        << QByteArray("GET") << 302 << QByteArray("https://example.planfix.ru@evil.example/") << Effected::No;
    QTest::newRow("with a password") << QByteArray("GET") << 302 << QByteArray("https://a:b@example.planfix.ru/") << Effected::No;
    QTest::newRow("to plain http") << QByteArray("GET") << 301 << QByteArray("http://example.planfix.ru/rest") << Effected::No;
    QTest::newRow("to another port") << QByteArray("GET") << 301 << QByteArray("https://example.planfix.ru:8443/rest") << Effected::No;
    QTest::newRow("to a file") << QByteArray("GET") << 301 << QByteArray("file:///etc/passwd") << Effected::No;
    QTest::newRow("to nowhere") << QByteArray("GET") << 301 << QByteArray() << Effected::No;
    QTest::newRow("a create behind 302 may be done") << QByteArray("POST") << 302 << QByteArray("/rest/task/5") << Effected::Perhaps;
    QTest::newRow("a create behind 303 is done") << QByteArray("POST") << 303 << QByteArray("/rest/task/5") << Effected::Perhaps;
    QTest::newRow("a create behind 307 to another host was not done")
        << QByteArray("POST") << 307 << QByteArray("https://evil.example/") << Effected::No;
}

void TestClient::refusesRedirects()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(Effected, effected);
    Bench bench;
    http::Headers headers;
    if (!location.isEmpty())
        headers.append({"Location", location});
    bench.transport.expect(method, address).answer(status, {}, headers);
    const auto answer = bench.run(request(method));
    PFX_VERIFY_ERROR(answer, ErrorCode::BadAnswer);
    QCOMPARE(answer.error().effected, effected);
}

void TestClient::reportsRedirectsToWhoWantsThem()
{
    Bench bench;
    Request file = request("GET");
    file.redirect = Redirect::Report;
    bench.transport.expect("GET", address).answer(302, {}, {{"Location", "https://files.example/1"}});
    const auto answer = bench.run(file);
    PFX_VERIFY(answer);
    QCOMPARE(answer->header("location"), QByteArray("https://files.example/1"));
}

void TestClient::redirectsEnd()
{
    Bench bench;
    for (int i = 0; i < 6; ++i)
        bench.transport.expect("GET", address).answer(302, {}, {{"Location", address.toLatin1()}});
    PFX_VERIFY_ERROR(bench.run(request("GET")), ErrorCode::BadAnswer);
}

void TestClient::tellsOfEveryAttempt()
{
    Bench bench;
    Request reading = request("GET");
    reading.rowId = 17;
    bench.transport.expect("GET", address).doing([&] { bench.clock.advance(40); }).fails(neverSent);
    bench.transport.expect("GET", address).answer(200, "{}");
    const qint64 begun = bench.clock.nowMs();
    PFX_VERIFY(bench.run(reading));
    const auto told = bench.recorder.exchanges();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0].rowId, 17);
    QCOMPARE(told[0].service, QStringLiteral("planfix"));
    QCOMPARE(told[0].method, QStringLiteral("GET"));
    QCOMPARE(told[0].host, QStringLiteral("example.planfix.ru"));
    QCOMPARE(told[0].path, QStringLiteral("/rest/task/"));
    QCOMPARE(told[0].atMs, begun);
    QCOMPARE(told[0].durationMs, 40);
    QVERIFY(!told[0].status);
    QCOMPARE(told[0].error->code, ErrorCode::Network);
    QCOMPARE(told[1].attempt, 2);
    QCOMPARE(told[1].status, 200);
    QVERIFY(!told[1].error);
}

void TestClient::statusesAsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Effected>("ofACreate");
    const auto row = [](int status, ErrorCode code, Effected effected) { QTest::addRow("%d", status) << status << code << effected; };
    row(400, ErrorCode::Validation, Effected::No);
    row(401, ErrorCode::Unauthorized, Effected::No);
    row(403, ErrorCode::ScopeMissing, Effected::No);
    row(404, ErrorCode::NotFound, Effected::No);
    row(409, ErrorCode::Conflict, Effected::No);
    row(429, ErrorCode::RateLimited, Effected::No);
    row(500, ErrorCode::Network, Effected::Perhaps);
    row(502, ErrorCode::Network, Effected::Perhaps);
    row(503, ErrorCode::Network, Effected::No);
    row(504, ErrorCode::Timeout, Effected::Perhaps);
    row(302, ErrorCode::BadAnswer, Effected::No);
    row(999, ErrorCode::BadAnswer, Effected::Perhaps);
}

void TestClient::statusesAsErrors()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    QFETCH(Effected, ofACreate);
    const Error error = http::statusError(request("POST"), Response{status, {}, {}});
    QCOMPARE(error.code, code);
    QCOMPARE(error.effected, ofACreate);
    QCOMPARE(http::statusError(request("GET"), Response{status, {}, {}}).effected, Effected::No);
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
