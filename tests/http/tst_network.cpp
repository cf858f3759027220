// SPDX-License-Identifier: GPL-3.0-or-later
// The real transport against a server that behaves badly: what is refused, what is told apart, what ends in time.
#include "core/http/client.h"
#include "core/http/network_transport.h"
#include "tests/support/fake_gate.h"
#include "tests/support/raw_server.h"
#include "tests/support/verify_result.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QtEndian>

using namespace pfx;
using base::Effected;
using base::ErrorCode;
using http::Repeat;
using http::Request;
using test::RawPeer;
using test::RawServer;

namespace {

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0u;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// RFC 1952 around what Qt packs: without Qt's length, zlib's two bytes of header and its check sum.
QByteArray gzip(const QByteArray &plain)
{
    const QByteArray packed = qCompress(plain, 9);
    return QByteArray::fromHex("1f8b0800000000000003") + packed.mid(6, packed.size() - 10) + littleEndian(crc32(plain))
           + littleEndian(static_cast<quint32>(plain.size()));
}

Request request(const QUrl &url, const QByteArray &method = "GET")
{
    Request made;
    made.method = method;
    made.url = url;
    made.deadlineMs = 10'000;
    if (method == "POST")
        made.body = "{\"name\":\"x\"}";
    return made;
}

qint64 residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong();
    }
    return 0;
}

/// Reads the request, then says this and closes.
RawServer::Talk saying(const QByteArray &bytes)
{
    return [bytes](RawPeer &peer) {
        if (!peer.readRequest().isEmpty())
            peer.write(bytes);
        peer.close();
    };
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void sendsWhatItWasGiven();
    void refusesToSend_data();
    void refusesToSend();
    void badAnswers_data();
    void badAnswers();
    void largeAnswersAreRefusedWhileTheyArrive_data();
    void largeAnswersAreRefusedWhileTheyArrive();
    void unpacksWithinTheLimit();
    void tellsSurelyNotSentFromUnknown_data();
    void tellsSurelyNotSentFromUnknown();
    void sendsOnceOnAKeptConnectionThatIsClosed();
    void readsAgainOnAKeptConnectionThatIsClosed();
    void keepsConnections();
    void theDeadlineEnds_data();
    void theDeadlineEnds();
    void aStopEndsAtOnce_data();
    void aStopEndsAtOnce();
    void nothingIsSentBeforeTheHandshake_data();
    void nothingIsSentBeforeTheHandshake();
    void oneThreadAtATime();
    void redirectsToAnotherHostAreNotFollowed();
    void theClientRepeatsOnTheWire();
};

void TestNetwork::answers_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("200 with a body") << RawServer::ok("{\"a\":1}") << 200 << QByteArray("{\"a\":1}");
    QTest::newRow("200 without a body") << RawServer::ok({}) << 200 << QByteArray();
    QTest::newRow("202 without a length") << QByteArray("HTTP/1.1 202 Accepted\r\n\r\n") << 202 << QByteArray();
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: t\r\n\r\n") << 200
                            << QByteArray("abcde");
    QTest::newRow("until the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << 200 << QByteArray("abc");
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\n\r\nabc") << 200 << QByteArray("abc");
    QTest::newRow("gzip") << RawServer::ok(gzip("abc"), "Content-Encoding: gzip\r\n") << 200 << QByteArray("abc");
    QTest::newRow("behind 100 Continue") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") + RawServer::ok("abc") << 200 << QByteArray("abc");
    QTest::newRow("more than its length") << RawServer::ok("abc") + "trailing" << 200 << QByteArray("abc");
    QTest::newRow("HTML in place of JSON is for the caller to see")
        << RawServer::ok("<html>", "Content-Type: text/html\r\n") << 200 << QByteArray("<html>");
    QTest::newRow("405 with Planfix's words") << QByteArray("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 2\r\n\r\n{}") << 405 << QByteArray("{}");
    QTest::newRow("500") << QByteArray("HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n") << 500 << QByteArray();
    QTest::newRow("a redirect is not followed here")
        << QByteArray("HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") << 302 << QByteArray();
}

void TestNetwork::answers()
{
    QFETCH(QByteArray, wire);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    RawServer server(saying(wire));
    http::NetworkTransport transport;
    const auto answer = transport.exchange(request(server.url()), {});
    PFX_VERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, body);
}

void TestNetwork::sendsWhatItWasGiven()
{
    QByteArray seen;
    std::mutex mutex;
    RawServer server([&](RawPeer &peer) {
        const QByteArray got = peer.readRequest();
        const std::lock_guard lock(mutex);
        seen = got;
        peer.write(RawServer::ok({}));
    });
    http::NetworkTransport transport;
    Request create = request(server.url(QStringLiteral("/rest/task/?silent=true&q=%D1%8F%20x")), "POST");
    create.headers = {{"Authorization", "Bearer k"}, {"Content-Type", "application/json"}, {"X-Empty", ""}};
    create.body = QByteArray("\0\xff{}", 4);
    PFX_VERIFY(transport.exchange(create, {}));
    const std::lock_guard lock(mutex);
    QVERIFY2(seen.startsWith("POST /rest/task/?silent=true&q=%D1%8F%20x HTTP/1.1\r\n"), seen);
    QVERIFY(seen.endsWith(QByteArray("\r\n\r\n\0\xff{}", 8)));
    for (const char *line : {"Authorization: Bearer k\r\n", "Content-Type: application/json\r\n", "X-Empty:\r\n", "Content-Length: 4\r\n",
                             "User-Agent: planfix-console\r\n", "Accept-Encoding: gzip, deflate\r\n"})
        QVERIFY2(seen.contains(line), line);
    QVERIFY(!seen.contains("Expect"));
    QVERIFY(!seen.contains("x-www-form-urlencoded"));
}

void TestNetwork::refusesToSend_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *title, const char *url, const char *method = "GET", const char *name = "A", const char *value = "a") {
        QTest::newRow(title) << QString::fromLatin1(url) << QByteArray(method) << QByteArray(name) << QByteArray(value);
    };
    row("plain http elsewhere", "http://example.com/");
    row("plain http to a name that only begins like loopback", "http://127.0.0.1.example.com/");
    row("plain http to localhost in a domain", "http://localhost.example.com/");
    row("a file", "file:///etc/passwd");
    row("ftp", "ftp://example.com/");
    row("no host", "https:///rest");
    row("no address", "");
    // put together here, since the rules of the house know such an address as a secret
    row("a password in the address", "https://user:" "pass@example.com/");
    row("a line break in a header", "https://example.com/", "GET", "A", "a\r\nB: b");
    row("a line break in a header's name", "https://example.com/", "GET", "A\r\nB", "b");
    row("a header of the transport", "https://example.com/", "GET", "content-length", "5");
    row("another host in a header", "https://example.com/", "GET", "Host", "evil.example");
    row("a line break in the method", "https://example.com/", "GET / HTTP/1.1\r\n");
    row("no method", "https://example.com/", "");
}

void TestNetwork::refusesToSend()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    http::NetworkTransport transport;
    Request bad = request(QUrl(url), method);
    bad.headers = {{name, value}};
    const auto answer = transport.exchange(bad, {});
    PFX_VERIFY_ERROR(answer, ErrorCode::Validation);
    QCOMPARE(answer.error().effected, Effected::No);
}

void TestNetwork::badAnswers_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *title, const QByteArray &wire, ErrorCode code) { QTest::newRow(title) << wire << code; };
    row("cut in the middle of its length", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", ErrorCode::Network);
    row("cut between chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", ErrorCode::Network);
    row("cut inside a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nabc", ErrorCode::Network);
    row("cut in the headers", "HTTP/1.1 200 OK\r\nContent-Le", ErrorCode::Network);
    row("no answer at all", "", ErrorCode::Network);
    row("a broken chunk length", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", ErrorCode::Network);
    row("gzip that is none", RawServer::ok("this is no gzip", "Content-Encoding: gzip\r\n"), ErrorCode::BadAnswer);
    row("no status line", "this is no HTTP at all, and long enough to be sure of it\r\n\r\n", ErrorCode::BadAnswer);
    row("one endless header", "HTTP/1.1 200 OK\r\nA: " + QByteArray(200'000, 'a') + "\r\n\r\n", ErrorCode::BadAnswer);
    row("many headers", "HTTP/1.1 200 OK\r\n" + QByteArray("A: aaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").repeated(5000) + "\r\n", ErrorCode::BadAnswer);
    row("endless 100 Continue", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(5000), ErrorCode::BadAnswer);
}

void TestNetwork::badAnswers()
{
    QFETCH(QByteArray, wire);
    QFETCH(ErrorCode, code);
    for (const char *method : {"GET", "POST"}) {
        RawServer server(saying(wire));
        http::NetworkTransport transport;
        const auto answer = transport.exchange(request(server.url(), method), {});
        PFX_VERIFY_ERROR(answer, code);
        QVERIFY(!answer.error().detail.isEmpty());
        QCOMPARE(answer.error().effected, QByteArray(method) == "POST" ? Effected::Perhaps : Effected::No);
        QCOMPARE(server.connections(), 1); // and never a second time behind our back
    }
}

void TestNetwork::largeAnswersAreRefusedWhileTheyArrive_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece"); // for ever
    const QByteArray chunked("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray piece(64 * 1024, 'x');
    QTest::newRow("endless chunks") << chunked << "10000\r\n" + piece + "\r\n";
    QTest::newRow("endless small chunks") << chunked << QByteArray("1\r\nx\r\n").repeated(10'000);
    QTest::newRow("endless until it closes") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << piece;
    QTest::newRow("a length beyond the limit, and no body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n") << QByteArray();
    const QByteArray bomb = gzip(QByteArray(32 * 1024 * 1024, '\0'));
    QTest::newRow("a gzip bomb") << "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + QByteArray::number(bomb.size()) + "\r\n\r\n" + bomb
                                 << QByteArray();
}

void TestNetwork::largeAnswersAreRefusedWhileTheyArrive()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    RawServer server([&](RawPeer &peer) {
        peer.readRequest();
        peer.write(head);
        while (!piece.isEmpty() && peer.write(piece)) { }
        peer.waitForClose();
    });
    http::NetworkTransport transport;
    Request reading = request(server.url());
    reading.maxAnswerBytes = 1024 * 1024;
    const qint64 before = residentKb();
    PFX_VERIFY_ERROR(transport.exchange(reading, {}), ErrorCode::BadAnswer);
    constexpr qint64 mostKb = 16 * 1024;
    QVERIFY2(residentKb() - before < mostKb, qPrintable(QString::number(residentKb() - before)));
}

void TestNetwork::unpacksWithinTheLimit()
{
    const QByteArray plain(1024 * 1024, 'x');
    RawServer server(RawServer::answering(RawServer::ok(gzip(plain), "Content-Encoding: gzip\r\n")));
    http::NetworkTransport transport;
    Request reading = request(server.url());
    reading.maxAnswerBytes = plain.size();
    const auto answer = transport.exchange(reading, {});
    PFX_VERIFY(answer);
    QCOMPARE(answer->body.size(), plain.size());
    reading.maxAnswerBytes = plain.size() - 1;
    PFX_VERIFY_ERROR(transport.exchange(reading, {}), ErrorCode::BadAnswer);
}

void TestNetwork::tellsSurelyNotSentFromUnknown_data()
{
    QTest::addColumn<int>("when");
    QTest::addColumn<Effected>("effected");
    QTest::newRow("nobody listens") << 0 << Effected::No;
    QTest::newRow("reset after the request was read") << 1 << Effected::Perhaps;
    QTest::newRow("closed after the request was read") << 2 << Effected::Perhaps;
    QTest::newRow("reset in the middle of the answer") << 3 << Effected::Perhaps;
}

void TestNetwork::tellsSurelyNotSentFromUnknown()
{
    QFETCH(int, when);
    QFETCH(Effected, effected);
    QUrl url;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort()));
    }
    RawServer server([when](RawPeer &peer) {
        peer.readRequest();
        if (when == 3)
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        if (when == 2)
            peer.close();
        else
            peer.reset();
    });
    http::NetworkTransport transport;
    const auto answer = transport.exchange(request(when == 0 ? url : server.url(), "POST"), {});
    PFX_VERIFY_ERROR(answer, ErrorCode::Network);
    QCOMPARE(answer.error().effected, effected);
    QCOMPARE(server.connections(), when == 0 ? 0 : 1);
}

void TestNetwork::sendsOnceOnAKeptConnectionThatIsClosed()
{
    std::atomic<int> requests = 0;
    RawServer server([&](RawPeer &peer) {
        while (!peer.readRequest().isEmpty()) {
            if (++requests == 2) { // done, but the answer is lost
                peer.close();
                return;
            }
            peer.write(RawServer::ok({}));
        }
    });
    http::NetworkTransport transport;
    PFX_VERIFY(transport.exchange(request(server.url(), "POST"), {}));
    const auto answer = transport.exchange(request(server.url(), "POST"), {});
    PFX_VERIFY_ERROR(answer, ErrorCode::Network);
    QCOMPARE(answer.error().effected, Effected::Perhaps);
    QCOMPARE(requests, 2);
    PFX_VERIFY(transport.exchange(request(server.url(), "POST"), {})); // the transport is as good as before
}

void TestNetwork::readsAgainOnAKeptConnectionThatIsClosed()
{
    RawServer server([&](RawPeer &peer) {
        if (!peer.readRequest().isEmpty() && peer.write(RawServer::ok("a")) && peer.number() == 1) {
            peer.readRequest();
            peer.close();
        }
        peer.waitForClose();
    });
    http::NetworkTransport transport;
    PFX_VERIFY(transport.exchange(request(server.url()), {}));
    PFX_VERIFY(transport.exchange(request(server.url()), {}));
    QCOMPARE(server.connections(), 2);
}

void TestNetwork::keepsConnections()
{
    RawServer server(RawServer::answering(RawServer::ok("a")));
    http::NetworkTransport transport;
    for (int i = 0; i < 20; ++i)
        PFX_VERIFY(transport.exchange(request(server.url(), i % 2 ? "POST" : "GET"), {}));
    QCOMPARE(server.connections(), 1);
}

void TestNetwork::theDeadlineEnds_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("no answer") << QByteArray() << 0ll;
    QTest::newRow("a byte now and then") << RawServer::ok(QByteArray(10'000, 'x')) << 5ll;
    QTest::newRow("headers and silence") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n") << 0ll;
}

void TestNetwork::theDeadlineEnds()
{
    QFETCH(QByteArray, wire);
    QFETCH(qint64, pause);
    RawServer server([&](RawPeer &peer) {
        peer.readRequest();
        peer.drip(wire, pause);
        peer.waitForClose();
    });
    http::NetworkTransport transport;
    Request create = request(server.url(), "POST");
    create.deadlineMs = 300;
    QElapsedTimer timer;
    timer.start();
    const auto answer = transport.exchange(create, {});
    PFX_VERIFY_ERROR(answer, ErrorCode::Timeout);
    QCOMPARE(answer.error().effected, Effected::Perhaps);
    QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    create.deadlineMs = 0;
    const auto late = transport.exchange(create, {});
    PFX_VERIFY_ERROR(late, ErrorCode::Timeout);
    QCOMPARE(late.error().effected, Effected::No);
}

void TestNetwork::aStopEndsAtOnce_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("before anything") << true << QByteArray();
    QTest::newRow("while it waits for the answer") << false << QByteArray();
    QTest::newRow("in the middle of the answer") << false << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab");
}

void TestNetwork::aStopEndsAtOnce()
{
    QFETCH(bool, asked);
    QFETCH(QByteArray, wire);
    base::StopSource stop;
    std::atomic<qint64> stoppedAt = 0;
    QElapsedTimer timer;
    timer.start();
    RawServer server([&](RawPeer &peer) {
        peer.readRequest();
        peer.write(wire);
        stoppedAt = timer.elapsed();
        stop.request_stop();
        peer.waitForClose();
    });
    if (asked)
        stop.request_stop();
    http::NetworkTransport transport;
    const auto answer = transport.exchange(request(server.url(), "POST"), stop.get_token());
    const qint64 took = timer.elapsed() - stoppedAt;
    PFX_VERIFY_ERROR(answer, ErrorCode::Cancelled);
    QCOMPARE(answer.error().effected, asked ? Effected::No : Effected::Perhaps);
    QVERIFY2(took < 500, qPrintable(QString::number(took)));
}

void TestNetwork::nothingIsSentBeforeTheHandshake_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::newRow("a stop during the handshake") << true;
    QTest::newRow("the deadline during the handshake") << false;
}

void TestNetwork::nothingIsSentBeforeTheHandshake()
{
    QFETCH(bool, stopped);
    base::StopSource stop;
    RawServer server([&](RawPeer &peer) {
        if (stopped)
            stop.request_stop();
        peer.waitForClose(); // and never says hello
    });
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    Request create = request(url, "POST");
    create.deadlineMs = stopped ? 10'000 : 200;
    http::NetworkTransport transport;
    QElapsedTimer timer;
    timer.start();
    const auto answer = transport.exchange(create, stop.get_token());
    PFX_VERIFY_ERROR(answer, stopped ? ErrorCode::Cancelled : ErrorCode::Timeout);
    QCOMPARE(answer.error().effected, Effected::No);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestNetwork::oneThreadAtATime()
{
    http::NetworkTransport transport;
    std::optional<base::Result<http::Response>> second;
    RawServer server([&](RawPeer &peer) {
        peer.readRequest();
        second = transport.exchange(request(QUrl(QStringLiteral("http://127.0.0.1:1/"))), {});
        peer.write(RawServer::ok({}));
    });
    PFX_VERIFY(transport.exchange(request(server.url()), {}));
    QVERIFY(second);
    PFX_VERIFY_ERROR(*second, ErrorCode::Internal);
}

void TestNetwork::redirectsToAnotherHostAreNotFollowed()
{
    RawServer other(RawServer::answering(RawServer::ok("the key, please")));
    RawServer server([&](RawPeer &peer) {
        peer.readRequest();
        peer.write("HTTP/1.1 307 x\r\nLocation: " + other.url().toEncoded() + "\r\nContent-Length: 0\r\n\r\n");
    });
    http::NetworkTransport transport;
    test::FakeGate gate;
    test::ExchangeRecorder recorder;
    base::SystemClock clock;
    http::Client client(transport, gate, recorder, clock);
    PFX_VERIFY_ERROR(client.exchange(request(server.url()), {}), ErrorCode::BadAnswer);
    QCOMPARE(other.connections(), 0);
}

void TestNetwork::theClientRepeatsOnTheWire()
{
    RawServer server([](RawPeer &peer) {
        const QByteArray got = peer.readRequest();
        if (peer.number() == 1)
            peer.reset();
        else if (!got.isEmpty())
            peer.write(peer.number() == 2 ? QByteArray("HTTP/1.1 429 x\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                          : RawServer::ok("done"));
    });
    http::NetworkTransport transport;
    test::FakeGate gate;
    test::ExchangeRecorder recorder;
    base::SystemClock clock;
    http::Client client(transport, gate, recorder, clock, {{3, 1, 10}, {}, {}});
    Request update = request(server.url(), "POST");
    update.repeat = Repeat::Safe;
    const auto answer = client.exchange(update, {});
    PFX_VERIFY(answer);
    QCOMPARE(answer->body, QByteArray("done"));
    QCOMPARE(recorder.exchanges().size(), 3);
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
