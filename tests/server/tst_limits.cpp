// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit of the server on raw byte streams, and peers that mean harm: each gets its answer, and the next caller does not notice.
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace pfx::test;
using namespace pfx::server;

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void aHeadOfUpTo16KiBIsTaken();
    void aBodyOfExactlyTheLimitIsTaken();
    void ofLargeBodiesOneAtATimeIsTakenIn();
    void aSlowSenderIsToldSo_data();
    void aSlowSenderIsToldSo();
    void idleConnectionsAreClosed();
    void anIdleConnectionMakesRoomForANewOne();
    void overTheLimitOfConnectionsTheAnswerIs503();
    void thousandsOfConnectionsDoNotStopTheServer();
    void aPeerThatDoesNotReadIsGivenUp();
    void manyPipelinedRequestsDoNotGrowMemory();
    void halfRequestsAreForgotten();
    void headAndOptions();
    void wrongCredentialsAreSlowedForThatAddressOnly();
    void wrongCredentialsInTheBodyAreSlowedToo();
    void tooManyWrongCredentialsAtOnceAreTurnedAway();
    void theLastRequestsTellNoSecret();
    void metricsAreForThisMachineOnly();
};

static ServerOptions quick()
{
    ServerOptions options;
    options.limits = quickLimits();
    return options;
}

static bool stillServes(int port)
{
    const auto answer = fetch(port, get("/echo"));
    return answer && answer->status == 200;
}

void TestLimits::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP at all") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("TLS on a plain port") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", 12) << 400;
    QTest::newRow("bare line feeds") << QByteArray("GET /echo HTTP/1.1\nHost: h\n\n") << 400;
    QTest::newRow("no Host") << QByteArray("GET /echo HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << get("/echo", "Host: other\r\n") << 400;
    QTest::newRow("a folded header") << get("/echo", "X: a\r\n b\r\n") << 400;
    QTest::newRow("a blank before the colon") << get("/echo", "X : a\r\n") << 400;
    QTest::newRow("a NUL in a header") << get("/echo", QByteArray("X: a\0b\r\n", 8)) << 400;
    QTest::newRow("a control character in the path") << get("/ec\x01ho") << 400;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /echo\r\n\r\n") << 400;
    QTest::newRow("length and chunks") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                       << 400;
    QTest::newRow("two lengths") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd")
                                 << 400;
    QTest::newRow("a list of lengths") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3, 3\r\n\r\nabc") << 400;
    QTest::newRow("a negative length") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("a length beyond numbers") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n")
                                             << 400;
    QTest::newRow("another transfer coding") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")
                                             << 501;
    QTest::newRow("an expectation nobody knows") << get("/echo", "Expect: cake\r\n") << 417;
    QTest::newRow("an unknown path") << get("/nothing") << 404;
    QTest::newRow("a path that climbs") << get("/../etc/passwd") << 404;
    QTest::newRow("an encoded NUL in a path") << get("/hook/%00") << 404;
    QTest::newRow("a wrong method") << QByteArray("PUT /form HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    QTest::newRow("a method nobody knows") << QByteArray("BREW /echo HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    QTest::newRow("CONNECT") << QByteArray("CONNECT example.com:443 HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("a wrong content type") << post("/form", "{}", "Content-Type: application/json\r\n") << 415;
    QTest::newRow("a missing content type") << post("/form", "login=right") << 415;
    QTest::newRow("a form that is not UTF-8") << post("/form", "login=%ff%fe", "Content-Type: application/x-www-form-urlencoded\r\n")
                                              << 400;
    QTest::newRow("a form with raw bytes that are not UTF-8")
        << post("/form", "login=\xff", "Content-Type: application/x-www-form-urlencoded\r\n") << 400;
    QTest::newRow("a key given twice") << post("/form", "login=right&login=left", "Content-Type: application/x-www-form-urlencoded\r\n")
                                       << 400;
    QTest::newRow("a missing field") << post("/form", "a=b", "Content-Type: application/x-www-form-urlencoded\r\n") << 400;
    QTest::newRow("a broken escape") << post("/form", "login=%4", "Content-Type: application/x-www-form-urlencoded\r\n") << 400;
    QTest::newRow("more than a thousand fields")
        << post("/form", QByteArray("a=b&").repeated(2000), "Content-Type: application/x-www-form-urlencoded\r\n") << 400;
    QTest::newRow("a right form with a charset")
        << post("/form", "login=right", "Content-Type: Application/X-WWW-Form-Urlencoded; charset=UTF-8\r\n") << 200;
    QTest::newRow("a wrong secret in the path") << get("/hook/s3cret-parT") << 404;
    QTest::newRow("the right secret in the path") << get("/hook/s3cret-part") << 200;
    QTest::newRow("the right secret, encoded") << get("/hook/s3cret%2Dpart") << 200;
    QTest::newRow("no bearer") << get("/bearer") << 401;
    QTest::newRow("a wrong bearer") << get("/bearer", "Authorization: Bearer wrong\r\n") << 401;
    QTest::newRow("the right bearer") << get("/bearer", "Authorization: bearer right\r\n") << 200;
    QTest::newRow("the whole address, as to a proxy") << get("http://localhost/echo") << 200;
    QTest::newRow("blank lines before the request") << QByteArray("\r\n\r\n") + get("/echo") << 200;
    QTest::newRow("a slash at the end") << get("/echo/") << 200;
    QTest::newRow("an upgrade that nobody offers")
        << get("/echo", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n") << 200;
    QTest::newRow("a body with GET") << QByteArray("GET /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc") << 200;
    QTest::newRow("raw bytes beyond ASCII in the query") << get("/echo?text=\xd1\x8f") << 200;
}

void TestLimits::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ServerOptions options = quick();
    options.limits.slowAfterFailures = 100;
    RunningServer running(options);
    const auto answer = fetch(running.port, request);
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
    if (status >= 400)
        QVERIFY2(!answer->error().isEmpty(), answer->body.constData());
    QVERIFY(stillServes(running.port));
}

void TestLimits::aHeadOfUpTo16KiBIsTaken()
{
    RunningServer running(quick());
    const QByteArray frame = get("/echo", "X: \r\n");
    const auto largest = fetch(running.port, get("/echo", "X: " + QByteArray(16 * 1024 - frame.size(), 'x') + "\r\n"));
    QVERIFY(largest);
    QCOMPARE(largest->status, 200);
    const auto larger = fetch(running.port, get("/echo", "X: " + QByteArray(16 * 1024 - frame.size() + 1, 'x') + "\r\n"));
    QVERIFY(larger);
    QCOMPARE(larger->status, 413);
}

void TestLimits::aBodyOfExactlyTheLimitIsTaken()
{
    RunningServer running(quick());
    const auto largest = fetch(running.port, post("/echo", QByteArray(1024 * 1024, 'x')));
    QVERIFY(largest);
    QCOMPARE(largest->status, 200);
    QVERIFY(largest->body.contains("\"size\":1048576"));
    const auto larger = fetch(running.port, post("/echo", QByteArray(1024 * 1024 + 1, 'x')));
    QVERIFY(larger);
    QCOMPARE(larger->status, 413);
}

void TestLimits::ofLargeBodiesOneAtATimeIsTakenIn()
{
    ServerOptions options = quick();
    options.limits.sendMs = 20'000;
    RunningServer running(options);
    const QByteArray body(2 * 1024 * 1024, 'x');
    RawClient first(running.port);
    QVERIFY(first.send(post("/large", body).chopped(1)));
    QTRY_VERIFY_WITH_TIMEOUT(fetch(running.port, post("/large", body))->status == 503, 5000); // as soon as the first one's head was read
    const auto refused = fetch(running.port, "POST /large HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n");
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    QVERIFY(refused->headers.contains("retry-after"));
    QVERIFY(first.send("x"));
    const auto taken = first.answer();
    QVERIFY(taken);
    QCOMPARE(taken->status, 200);
    {
        RawClient leaves(running.port);
        QVERIFY(leaves.send(post("/large", body).chopped(1)));
        leaves.close();
    }
    QTRY_COMPARE(fetch(running.port, post("/large", body))->status, 200); // the place is free again, also after one that has gone
}

void TestLimits::aSlowSenderIsToldSo_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("in the head") << QByteArray("GET /echo HTTP/1.1\r\nX-");
    QTest::newRow("in the body") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
}

void TestLimits::aSlowSenderIsToldSo()
{
    QFETCH(QByteArray, begin);
    RunningServer running(quick());
    RawClient client(running.port);
    QVERIFY(client.send(begin));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 5000 && !client.socket().waitForReadyRead(50))
        client.socket().write("x"); // every byte on its own does not help it
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(timer.elapsed() < 3000);
    QVERIFY(client.waitForClose());
}

void TestLimits::idleConnectionsAreClosed()
{
    RunningServer running(quick());
    RawClient silent(running.port);
    RawClient once(running.port);
    QVERIFY(once.send(get("/echo")));
    QVERIFY(once.answer());
    QVERIFY(silent.waitForClose(3000));
    QVERIFY(once.waitForClose(3000));
    QCOMPARE(once.unread(), QByteArray());
    QTRY_COMPARE(running.server.status().connections, 0);
}

void TestLimits::anIdleConnectionMakesRoomForANewOne()
{
    ServerOptions options = quick();
    options.limits.connections = 3;
    options.limits.idleMs = 60'000;
    RunningServer running(options);
    RawClient oldest(running.port);
    QVERIFY(oldest.send(get("/echo")) && oldest.answer());
    RawClient second(running.port);
    QVERIFY(second.send(get("/echo")) && second.answer());
    RawClient working(running.port);
    QVERIFY(working.send(post("/later", "w")));
    QVERIFY(running.later->waitFor(1));
    QVERIFY(stillServes(running.port));
    QVERIFY(oldest.waitForClose());
    running.later->release();
    QVERIFY(working.answer());
}

void TestLimits::overTheLimitOfConnectionsTheAnswerIs503()
{
    ServerOptions options = quick();
    options.limits.connections = 3;
    RunningServer running(options);
    std::vector<std::unique_ptr<RawClient>> working;
    for (int i = 0; i < 3; ++i) {
        working.push_back(std::make_unique<RawClient>(running.port));
        QVERIFY(working.back()->send(post("/later", "w")));
    }
    QVERIFY(running.later->waitFor(3));
    RawClient further(running.port);
    const auto answer = further.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(answer->headers.contains("retry-after"));
    running.later->release();
    for (const auto &client : working)
        QVERIFY(client->answer());
    QTRY_VERIFY(stillServes(running.port));
}

void TestLimits::thousandsOfConnectionsDoNotStopTheServer()
{
    ServerOptions options = quick();
    options.limits.idleMs = 60'000;
    RunningServer running(options);
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 10'000; ++i) {
        auto client = std::make_unique<RawClient>(running.port);
        QVERIFY(client->isConnected());
        if (i % 3 == 0)
            client->send("GET /echo HT"); // a third of them have begun a request and say no more
        if (held.size() < 400)
            held.push_back(std::move(client));
        else
            held[static_cast<std::size_t>(i) % 400] = std::move(client);
    }
    QVERIFY(running.server.status().connections <= 200);
    QTRY_VERIFY_WITH_TIMEOUT(stillServes(running.port), 10'000);
}

void TestLimits::aPeerThatDoesNotReadIsGivenUp()
{
    ServerOptions options = quick();
    options.limits.unsentBytes = 1024;
    RunningServer running(options, nullptr, {acceptRoute("/much", [](const Request &) -> std::variant<Response, HandIn> {
                              return Response::text(200, QByteArray(1024 * 1024, 'x'));
                          })});
    RawClient client(running.port);
    client.socket().setReadBufferSize(1024);
    QVERIFY(client.send(post("/much", "").repeated(16)));
    QTRY_COMPARE_WITH_TIMEOUT(running.server.status().connections, 0, 5000);
    QVERIFY(stillServes(running.port));
}

void TestLimits::manyPipelinedRequestsDoNotGrowMemory()
{
    RunningServer running(quick());
    RawClient client(running.port);
    for (int i = 0; i < 17; ++i)
        QVERIFY(client.send(post("/later", "x")));
    QVERIFY(running.later->waitFor(16));
    QVERIFY(stillServes(running.port));
    QCOMPARE(running.later->count(), std::size_t(16)); // the seventeenth waits in its socket
    running.later->release();
    for (int i = 0; i < 16; ++i)
        QVERIFY(client.answer());
    QVERIFY(running.later->waitFor(1));
    running.later->release();
    QVERIFY(client.answer());
}

void TestLimits::halfRequestsAreForgotten()
{
    RunningServer running(quick());
    for (const QByteArray &half : {QByteArray("G"), QByteArray("GET /echo HTTP/1.1\r\n"), post("/echo", "body").chopped(1),
                                   QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe")}) {
        RawClient client(running.port);
        QVERIFY(client.send(half));
        client.close();
    }
    QTRY_COMPARE(running.server.status().connections, 0);
    QVERIFY(stillServes(running.port));
    QCOMPARE(running.server.recentRequests().size(), std::size_t(1));
}

void TestLimits::headAndOptions()
{
    RunningServer running(quick());
    RawClient client(running.port);
    QVERIFY(
        client.send("HEAD /echo HTTP/1.1\r\nHost: h\r\n\r\nOPTIONS /echo HTTP/1.1\r\nHost: h\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"
                    + get("/form")));
    const auto head = client.answer(false);
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QVERIFY(head->headers.value("content-length").toInt() > 0);
    const auto options = client.answer();
    QVERIFY(options);
    QCOMPARE(options->status, 204);
    QCOMPARE(options->headers.value("allow"), QByteArray("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
    QVERIFY(!options->headers.contains("content-length"));
    const auto all = client.answer();
    QVERIFY(all);
    QCOMPARE(all->status, 204);
    const auto wrong = client.answer();
    QVERIFY(wrong);
    QCOMPARE(wrong->status, 405);
    QCOMPARE(wrong->headers.value("allow"), QByteArray("POST, OPTIONS"));
}

void TestLimits::wrongCredentialsAreSlowedForThatAddressOnly()
{
    ServerOptions options = quick();
    options.trustedProxies = {QStringLiteral("127.0.0.1")};
    RunningServer running(options);
    const auto wrong = [&] { return get("/bearer", "Authorization: Bearer no\r\nX-Forwarded-For: 203.0.113.7\r\n"); };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fetch(running.port, wrong())->status, 401);
    RawClient slowed(running.port);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(slowed.send(wrong()));
    const auto other = fetch(running.port, get("/bearer", "Authorization: Bearer right\r\nX-Forwarded-For: 203.0.113.8\r\n"));
    QVERIFY(other && other->status == 200);
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
    const auto answer = slowed.answer();
    QVERIFY(answer && answer->status == 401);
    QVERIFY2(timer.elapsed() >= 290, qPrintable(QString::number(timer.elapsed())));
    // Whoever knows the secret is not kept out, though somebody guesses at the same address.
    QCOMPARE(fetch(running.port, get("/bearer", "Authorization: Bearer right\r\nX-Forwarded-For: 203.0.113.7\r\n"))->status, 200);
}

void TestLimits::wrongCredentialsInTheBodyAreSlowedToo()
{
    ServerOptions options = quick();
    options.limits.slowAfterFailures = 0;
    RunningServer running(options);
    QElapsedTimer timer;
    timer.start();
    const auto answer = fetch(running.port, post("/form", "login=wrong", "Content-Type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(answer && answer->status == 401);
    QVERIFY(timer.elapsed() >= 290);
}

void TestLimits::tooManyWrongCredentialsAtOnceAreTurnedAway()
{
    ServerOptions options = quick();
    options.limits.slowAfterFailures = 0;
    options.limits.slowedAtOnce = 2;
    options.limits.slowMs = options.limits.slowestMs = 1000;
    RunningServer running(options);
    RawClient first(running.port), second(running.port);
    QVERIFY(first.send(get("/hook/a")));
    QVERIFY(second.send(get("/hook/b")));
    const auto turnedAway = [&] {
        const auto answer = fetch(running.port, get("/hook/s3cret-part"));
        return answer ? answer->status : 0;
    };
    QTRY_COMPARE(turnedAway(), 429); // also the right one, unseen: else guesses would cost nothing
    QVERIFY(stillServes(running.port));
    QCOMPARE(first.answer()->status, 404);
    QCOMPARE(second.answer()->status, 404);
    QCOMPARE(turnedAway(), 200);
}

void TestLimits::theLastRequestsTellNoSecret()
{
    RunningServer running(quick());
    fetch(running.port, get("/hook/s3cret-part?token=query-secret"));
    fetch(running.port, get("/s3cret-part-at-a-wrong-place"));
    const auto recent = running.server.recentRequests();
    QCOMPARE(recent.size(), std::size_t(2));
    QCOMPARE(recent[0].route, QByteArray());
    QCOMPARE(recent[0].status, 404);
    QCOMPARE(recent[1].route, QByteArray("/hook/<secret>"));
    QCOMPARE(recent[1].method, QByteArray("GET"));
    QCOMPARE(recent[1].client, QStringLiteral("127.0.0.1"));
    const auto metrics = fetch(running.port, get("/metrics"));
    QVERIFY(metrics);
    QVERIFY2(metrics->body.contains("pfx_http_requests_total{route=\"/hook/<secret>\",method=\"GET\",status=\"200\"} 1\n"),
             metrics->body.constData());
    QVERIFY(!metrics->body.contains("s3cret"));
}

void TestLimits::metricsAreForThisMachineOnly()
{
    ServerOptions options = quick();
    options.monitoringToken = std::make_shared<Secret>("watch");
    RunningServer running(options);
    QCOMPARE(fetch(running.port, get("/metrics"))->status, 200);
    QCOMPARE(fetch(running.port, get("/metrics", "X-Forwarded-For: 203.0.113.7\r\n"))->status, 401); // through a proxy nobody has named
    QCOMPARE(fetch(running.port, "GET /metrics HTTP/1.1\r\nHost: office.example.com\r\n\r\n")->status, 401); // through a tunnel
    QCOMPARE(fetch(running.port, get("/metrics", "X-Forwarded-For: 203.0.113.7\r\nAuthorization: Bearer watch\r\n"))->status, 200);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
