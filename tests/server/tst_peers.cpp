// SPDX-License-Identifier: GPL-3.0-or-later
// Real peers against the real server: curl, ab and wrk as clients, Caddy and nginx as the reverse proxies that the operator's guide shows
// (the very files of docs/operator.md, with other ports), and the check of the public address through them.
#include "core/http/network_transport.h"
#include "core/server/http_fetcher.h"
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"
#include "tests/support/verify_result.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QtTest>

#include <unistd.h>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::server;

namespace {

struct Ran
{
    int code = -1;
    QByteArray out;
};

Ran run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAll()};
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// The code block of the operator's guide that stands after the given line.
QString fromTheGuide(const QString &heading)
{
    QFile guide(QStringLiteral(PFX_SOURCE_DIR "/docs/operator.md"));
    if (!guide.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(guide.readAll());
    const qsizetype begin = text.indexOf(QStringLiteral("```"), text.indexOf(heading));
    const qsizetype line = text.indexOf(u'\n', begin) + 1;
    return text.indexOf(heading) < 0 ? QString() : text.mid(line, text.indexOf(QStringLiteral("```"), line) - line);
}

QString url(int port, const QString &path)
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(path);
}

ServerOptions behindProxy()
{
    ServerOptions options;
    options.trustedProxies = {QStringLiteral("127.0.0.1")};
    return options;
}

} // namespace

class TestPeers : public QObject
{
    Q_OBJECT

private slots:
    void curlSendsLargeAndChunkedBodies();
    void abIsServedToItsEnd_data();
    void abIsServedToItsEnd();
    void wrkFindsNoError();
    void proxies_data();
    void behindAProxyTheRealCallerIsKnown_data() { proxies_data(); }
    void behindAProxyTheRealCallerIsKnown();

private:
    bool startProxy(const QString &kind, int listen, int upstream);
    std::unique_ptr<QProcess> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPeers::curlSendsLargeAndChunkedBodies()
{
    RunningServer running;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("body")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(3 * 1024 * 1024, 'x'));
    file.close();
    const QString data = QLatin1Char('@') + file.fileName();
    const QString status = QStringLiteral("%{http_code} %{time_total}");
    const auto curl = [&](const QStringList &more, const QString &path) {
        return run(QStringLiteral("curl"),
                   QStringList{QStringLiteral("-s"), QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-w"), status,
                               QStringLiteral("--data-binary"), data, url(running.port, path)}
                       + more)
            .out.split(' ');
    };
    const auto large = curl({}, QStringLiteral("/large")); // sends Expect: 100-continue and would wait a second for it
    QCOMPARE(large.first(), QByteArray("200"));
    QVERIFY2(large.last().toDouble() < 0.9, large.last().constData());
    QCOMPARE(curl({QStringLiteral("-H"), QStringLiteral("Transfer-Encoding: chunked")}, QStringLiteral("/large")).first(),
             QByteArray("200"));
    QCOMPARE(curl({}, QStringLiteral("/echo")).first(), QByteArray("413"));
    QCOMPARE(curl({QStringLiteral("-H"), QStringLiteral("Expect:")}, QStringLiteral("/echo")).first(),
             QByteArray("413"));                                                                 // sends all before it reads
    QCOMPARE(curl({QStringLiteral("-0")}, QStringLiteral("/large")).first(), QByteArray("200")); // HTTP/1.0
}

void TestPeers::abIsServedToItsEnd_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("HTTP/1.0, one request a connection") << QStringList{};
    QTest::newRow("HTTP/1.0 with keep-alive") << QStringList{QStringLiteral("-k")};
}

void TestPeers::abIsServedToItsEnd()
{
    QFETCH(QStringList, options);
    RunningServer running;
    const Ran ran = run(QStringLiteral("ab"),
                        options
                            + QStringList{QStringLiteral("-q"), QStringLiteral("-n"), QStringLiteral("2000"), QStringLiteral("-c"),
                                          QStringLiteral("20"), url(running.port, QStringLiteral("/echo"))});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("Complete requests:      2000"), ran.out.constData());
    QVERIFY2(ran.out.contains("Failed requests:        0"), ran.out.constData());
    if (!options.isEmpty())
        QVERIFY2(ran.out.contains("Keep-Alive requests:    2000"), ran.out.constData());
}

void TestPeers::wrkFindsNoError()
{
    RunningServer running;
    const Ran ran =
        run(QStringLiteral("wrk"),
            {QStringLiteral("-t1"), QStringLiteral("-c64"), QStringLiteral("-d1s"), url(running.port, QStringLiteral("/echo"))});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("Requests/sec"), ran.out.constData());
    QVERIFY2(!ran.out.contains("Socket errors") && !ran.out.contains("Non-2xx"), ran.out.constData());
}

bool TestPeers::startProxy(const QString &kind, int listen, int upstream)
{
    m_folder = std::make_unique<QTemporaryDir>();
    QString text = fromTheGuide(QStringLiteral("<!-- %1 -->").arg(kind));
    if (text.isEmpty())
        return false;
    text.replace(QStringLiteral("127.0.0.1:8088"), QStringLiteral("127.0.0.1:%1").arg(upstream));
    m_proxy = std::make_unique<QProcess>();
    QFile file(m_folder->filePath(QStringLiteral("config")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (kind == QLatin1String("caddy")) {
        text.replace(QStringLiteral("office.example.com {"),
                     QStringLiteral("http://localhost:%1, http://127.0.0.1:%1 {\n\tbind 127.0.0.1").arg(listen));
        file.write("{\n admin off\n}\n" + text.toUtf8());
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder->path());
        m_proxy->setProcessEnvironment(environment);
        m_proxy->start(
            QStringLiteral("caddy"),
            {QStringLiteral("run"), QStringLiteral("--adapter"), QStringLiteral("caddyfile"), QStringLiteral("--config"), file.fileName()});
    } else {
        // The guide's server block, without what only the real machine has: its name's certificate.
        text.remove(QRegularExpression(QStringLiteral("\\s*ssl_certificate[^;]*;")));
        text.replace(QRegularExpression(QStringLiteral("listen [^;]*;")), QStringLiteral("listen 127.0.0.1:%1;").arg(listen));
        const QString place = m_folder->path();
        QString all =
            QStringLiteral(
                "daemon off; pid %1/pid; error_log %1/error.log; events {}\nhttp { access_log off; client_body_temp_path %1/body; "
                "proxy_temp_path %1/proxy; fastcgi_temp_path %1/f; uwsgi_temp_path %1/u; scgi_temp_path %1/s;\n")
                .arg(place);
        if (::geteuid() == 0) // its workers write into our folder
            all.prepend(QStringLiteral("user root;\n"));
        file.write((all + text + QStringLiteral("}\n")).toUtf8());
        file.close();
        QString nginx = QStandardPaths::findExecutable(QStringLiteral("nginx"));
        if (nginx.isEmpty())
            nginx = QStringLiteral("/usr/sbin/nginx");
        m_proxy->start(nginx,
                       {QStringLiteral("-p"), place, QStringLiteral("-e"), place + QStringLiteral("/error.log"), QStringLiteral("-c"),
                        file.fileName()});
    }
    return m_proxy->waitForStarted() && QTest::qWaitFor([&] { return RawClient(listen).isConnected(); }, 20'000);
}

void TestPeers::proxies_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("Caddy") << QStringLiteral("caddy");
    QTest::newRow("nginx") << QStringLiteral("nginx");
}

void TestPeers::behindAProxyTheRealCallerIsKnown()
{
    QFETCH(QString, kind);
    RunningServer running(behindProxy());
    const int listen = freePort();
    QVERIFY2(startProxy(kind, listen, running.port), m_proxy ? m_proxy->readAllStandardError().constData() : "not in the guide");
    const auto stop = qScopeGuard([&] {
        m_proxy->terminate();
        if (!m_proxy->waitForFinished(10'000))
            m_proxy->kill();
        m_proxy->waitForFinished();
    });

    // What a caller writes into the header himself is not believed: the proxy's own entry stands right of it.
    RawClient caller(listen, "127.0.0.1", "127.0.0.2");
    QVERIFY(caller.send(get("/echo?a=%20b", "X-Forwarded-For: 203.0.113.99\r\n")));
    const auto echo = caller.answer();
    QVERIFY(echo);
    QCOMPARE(echo->status, 200);
    QVERIFY2(echo->body.contains("\"client\":\"127.0.0.2\""), echo->body.constData());
    QVERIFY2(echo->body.contains("\"query\":\"a=%20b\""), echo->body.constData());
    QCOMPARE(fetch(listen, get("/hook/s3cret-part"))->status, 200);
    QCOMPARE(fetch(listen, post("/echo", QByteArray(900'000, 'x')))->status, 200);
    const auto tooLarge = fetch(listen, post("/echo", QByteArray(3'000'000, 'x')));
    QVERIFY(tooLarge);
    QCOMPARE(tooLarge->status, 413);

    RawClient keeps(listen); // many on one connection, and a slow one
    for (int i = 0; i < 50; ++i) {
        QVERIFY(keeps.send(post("/echo", QByteArray::number(i))));
        const auto answer = keeps.answer();
        QVERIFY(answer);
        QVERIFY(answer->body.contains("\"body\":\"" + QByteArray::number(i) + '"'));
    }
    QVERIFY(keeps.send(post("/later", "slow")));
    QVERIFY(running.later->waitFor(1));
    running.later->release();
    QCOMPARE(keeps.answer()->body, QByteArray("{\"body\":\"slow\"}"));

    http::NetworkTransport transport;
    const Fetcher fetch = fetcherOver(transport, {});
    const QString publicUrl = url(listen, QStringLiteral("/"));
    const auto reached = checkReach(publicUrl, running.server.status().instance, fetch);
    PFX_VERIFY(reached);
    QCOMPARE(reached->reach, Reach::Reached);
    const auto local = instanceAt(running.server.status().address, false, fetch);
    PFX_VERIFY(local);
    QCOMPARE(*local, running.server.status().instance);
    running.server.stop();
    const auto behind = checkReach(publicUrl, *local, fetch);
    PFX_VERIFY(behind);
    QCOMPARE(behind->reach, Reach::Refused);
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
