// SPDX-License-Identifier: GPL-3.0-or-later
// The seven defects of Qt's HttpServer 6.4.2, none of which may be seen through our guard.
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"

#include <QtTest>

using namespace pfx::test;
using namespace pfx::server;

class TestDefects : public QObject
{
    Q_OBJECT

private slots:
    void answersFromAnotherThreadComeBack();
    void aPeerThatLeavesBeforeItsAnswerHarmsNobody();
    void connectionCloseIsHonoured_data();
    void connectionCloseIsHonoured();
    void pipelinedRequestsAreAnsweredInOrder();
    void pipelinedAcceptsAreAnsweredInOrderWhateverEndsFirst();
    void largeBodiesAndHeadsAreRefusedWithoutTakingMemory_data();
    void largeBodiesAndHeadsAreRefusedWithoutTakingMemory();
    void expectContinueIsAnswered();
    void chunkedBodiesAreRead_data();
    void chunkedBodiesAreRead();
};

static qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

void TestDefects::answersFromAnotherThreadComeBack()
{
    RunningServer running;
    QCOMPARE(running.error, QString());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(running.port));
        QVERIFY(clients.back()->send(post("/later", QByteArray::number(i))));
    }
    QVERIFY(running.later->waitFor(50));
    running.later->release();
    for (int i = 0; i < 50; ++i) {
        const auto answer = clients[static_cast<std::size_t>(i)]->answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "{\"body\":\"" + QByteArray::number(i) + "\"}");
    }
}

void TestDefects::aPeerThatLeavesBeforeItsAnswerHarmsNobody()
{
    RunningServer running;
    for (int i = 0; i < 20; ++i) {
        RawClient client(running.port);
        QVERIFY(client.send(post("/later", "x")));
        QVERIFY(running.later->waitFor(static_cast<std::size_t>(i) + 1));
        client.close();
    }
    RawClient stays(running.port);
    QVERIFY(stays.send(post("/later", "stays")));
    QVERIFY(running.later->waitFor(21));
    QTRY_COMPARE(running.server.status().connections, 1);
    running.later->release();
    const auto answer = stays.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("{\"body\":\"stays\"}"));
}

void TestDefects::connectionCloseIsHonoured_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("HTTP/1.1 keeps open") << get("/echo") << false;
    QTest::newRow("Connection: close closes") << get("/echo", "Connection: close\r\n") << true;
    QTest::newRow("close among others, in another case") << get("/echo", "Connection: Upgrade, CLOSE\r\nUpgrade: websocket\r\n") << true;
    QTest::newRow("HTTP/1.0 closes") << QByteArray("GET /echo HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("HTTP/1.0 with keep-alive stays") << QByteArray("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void TestDefects::connectionCloseIsHonoured()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    RunningServer running;
    RawClient client(running.port);
    QVERIFY(client.send(request));
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->headers.value("connection") == "close", closes);
    if (closes) {
        QVERIFY(client.waitForClose());
    } else {
        QVERIFY(client.send(get("/echo")));
        QVERIFY(client.answer());
    }
}

void TestDefects::pipelinedRequestsAreAnsweredInOrder()
{
    RunningServer running;
    RawClient client(running.port);
    QByteArray all;
    for (int i = 0; i < 100; ++i)
        all += i % 3 == 0 ? post("/echo?n=" + QByteArray::number(i), "body") : get("/echo?n=" + QByteArray::number(i));
    QVERIFY(client.send(all));
    for (int i = 0; i < 100; ++i) {
        const auto answer = client.answer();
        QVERIFY2(answer, qPrintable(QString::number(i)));
        QVERIFY2(answer->body.contains("\"query\":\"n=" + QByteArray::number(i) + "\""), answer->body.constData());
    }
}

void TestDefects::pipelinedAcceptsAreAnsweredInOrderWhateverEndsFirst()
{
    RunningServer running;
    RawClient client(running.port);
    QVERIFY(client.send(post("/later", "first") + post("/later", "second") + get("/echo?third")));
    QVERIFY(running.later->waitFor(2));
    running.later->release(); // the second is answered first
    const auto first = client.answer();
    const auto second = client.answer();
    const auto third = client.answer();
    QVERIFY(first && second && third);
    QCOMPARE(first->body, QByteArray("{\"body\":\"first\"}"));
    QCOMPARE(second->body, QByteArray("{\"body\":\"second\"}"));
    QVERIFY(third->body.contains("third"));
}

void TestDefects::largeBodiesAndHeadsAreRefusedWithoutTakingMemory_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray piece(64 * 1024, 'x');
    QTest::newRow("a body of 200 MB") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 209715200\r\n\r\n") << piece;
    QTest::newRow("a body of 200 MB in chunks")
        << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n") << QByteArray("10000\r\n" + piece + "\r\n");
    QTest::newRow("headers without an end") << QByteArray("GET /echo HTTP/1.1\r\nHost: h\r\nX: ") << piece;
    QTest::newRow("a request line without an end") << QByteArray("GET /") << piece;
}

void TestDefects::largeBodiesAndHeadsAreRefusedWithoutTakingMemory()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    ServerOptions options;
    options.limits.lingerMs = 200;
    RunningServer running(options);
    RawClient client(running.port);
    const qint64 before = residentKiB();
    QVERIFY(client.send(head));
    for (int i = 0; i < 3200 && client.isConnected(); ++i) {
        if (client.socket().bytesAvailable() > 0 || !client.send(piece))
            break;
    }
    const auto answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(!answer->error().isEmpty());
    QCOMPARE(answer->headers.value("connection"), QByteArray("close"));
    QVERIFY2(residentKiB() - before < 16 * 1024, qPrintable(QString::number(residentKiB() - before)));
    QVERIFY(client.waitForClose());
}

void TestDefects::expectContinueIsAnswered()
{
    RunningServer running;
    RawClient client(running.port);
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    const auto go = client.answer();
    QVERIFY(go);
    QCOMPARE(go->status, 100);
    QVERIFY(client.send("hello"));
    const auto answer = client.answer();
    QVERIFY(answer);
    QVERIFY(answer->body.contains("hello"));

    QVERIFY(client.send("POST /unknown HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    const auto refused = client.answer();
    QVERIFY(refused);
    QCOMPARE(refused->status, 404); // told before the body is sent
}

void TestDefects::chunkedBodiesAreRead_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("two chunks") << QByteArray("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n") << 200 << QByteArray("\"body\":\"hello world\"");
    QTest::newRow("an extension and a trailer")
        << QByteArray("5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n") << 200 << QByteArray("\"body\":\"hello\"");
    QTest::newRow("a size that is no number") << QByteArray("z\r\nhello\r\n0\r\n\r\n") << 400 << QByteArray("chunk");
    QTest::newRow("a negative size") << QByteArray("-5\r\nhello\r\n0\r\n\r\n") << 400 << QByteArray("chunk");
    QTest::newRow("a size that overflows") << QByteArray("fffffffffffffffff\r\n") << 400 << QByteArray("chunk");
    QTest::newRow("more than the size says") << QByteArray("3\r\nhello\r\n0\r\n\r\n") << 400 << QByteArray("chunk");
    QTest::newRow("a size line without an end") << QByteArray(2000, '1') << 400 << QByteArray("chunk");
}

void TestDefects::chunkedBodiesAreRead()
{
    QFETCH(QByteArray, chunks);
    QFETCH(int, status);
    QFETCH(QByteArray, contains);
    RunningServer running;
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const auto whole = fetch(running.port, head + chunks);
    QVERIFY(whole);
    QCOMPARE(whole->status, status);
    QVERIFY2(whole->body.contains(contains), whole->body.constData());

    RawClient byteByByte(running.port); // wherever the bytes are cut
    for (const char c : head + chunks) {
        if (!byteByByte.isConnected() || !byteByByte.send(QByteArray(1, c)))
            break;
    }
    const auto pieces = byteByByte.answer();
    QVERIFY(pieces);
    QCOMPARE(pieces->status, status);
}

QTEST_GUILESS_MAIN(TestDefects)
#include "tst_defects.moc"
