// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates: who is believed and who is not, and that nothing is said to whom is not believed. And the way through the system's proxy.
#include "core/http/network_transport.h"
#include "tests/support/raw_server.h"
#include "tests/support/test_authority.h"
#include "tests/support/verify_result.h"

#include <QTest>

using namespace pfx;
using base::Effected;
using base::ErrorCode;
using http::NetworkOptions;
using http::NetworkTransport;
using http::Request;
using test::RawPeer;
using test::RawServer;
using test::ServerIdentity;

Q_DECLARE_METATYPE(pfx::test::ServerIdentity)

namespace {

Request request(const QUrl &url)
{
    Request made;
    made.method = "POST";
    made.url = url;
    made.headers = {{"Authorization", "Bearer k"}};
    made.deadlineMs = 10'000;
    return made;
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void believesAnAddedAuthority();
    void theSystemsAuthoritiesStayTrusted();
    void noTlsAtAll();
    void goesThroughTheSystemsProxy();
    void noProxyToLoopback();

private:
    test::TestAuthority m_authority;
    test::TestAuthority m_other;
    NetworkOptions m_options;
};

void TestTls::initTestCase()
{
    PFX_VERIFY(m_authority.create());
    PFX_VERIFY(m_other.create());
    m_options.extraAuthorities = m_authority.certificate();
}

void TestTls::refuses_data()
{
    QTest::addColumn<ServerIdentity>("identity");
    QTest::addColumn<bool>("added"); // our authority is known
    const auto row = [](const char *title, base::Result<ServerIdentity> identity, bool added) {
        PFX_VERIFY(identity);
        QTest::newRow(title) << *identity << added;
    };
    const QString mine = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    row("an authority that nobody knows", m_authority.issue(mine), false);
    row("another authority than the added one", m_other.issue(mine), true);
    row("an expired certificate", m_authority.issue(mine, -1), true);
    row("a certificate of another host", m_authority.issue(QStringLiteral("DNS:example.com")), true);
    row("a certificate of another address", m_authority.issue(QStringLiteral("IP:127.0.0.2")), true);
}

void TestTls::refuses()
{
    QFETCH(ServerIdentity, identity);
    QFETCH(bool, added);
    std::atomic<bool> heard = false;
    RawServer server([&](RawPeer &peer) { heard = !peer.readRequest().isEmpty(); }, identity);
    {
        NetworkTransport transport(added ? m_options : NetworkOptions{});
        const auto answer = transport.exchange(request(server.url()), {});
        PFX_VERIFY_ERROR(answer, ErrorCode::Certificate);
        QCOMPARE(answer.error().effected, Effected::No);
        QVERIFY(!answer.error().detail.isEmpty());
    }
    QVERIFY(!heard);
}

void TestTls::believesAnAddedAuthority()
{
    const auto identity = m_authority.issue(QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    PFX_VERIFY(identity);
    RawServer server(RawServer::answering(RawServer::ok("safe")), *identity);
    NetworkTransport transport(m_options);
    for (const char *host : {"127.0.0.1", "127.0.0.1", "localhost"}) {
        const auto answer = transport.exchange(request(server.url(QStringLiteral("/"), QString::fromLatin1(host))), {});
        PFX_VERIFY(answer);
        QCOMPARE(answer->body, QByteArray("safe"));
    }
    QCOMPARE(server.connections(), 2); // one a name
}

void TestTls::theSystemsAuthoritiesStayTrusted()
{
    // What the transport gives to libcurl is the system's list and ours; libcurl takes nothing else then. A list that it could not read
    // would refuse ours too, so the test above and this number say that both are in it.
    QVERIFY(QSslConfiguration::systemCaCertificates().size() > 50);
    NetworkOptions twice = m_options;
    twice.extraAuthorities += m_other.certificate();
    const auto identity = m_other.issue(QStringLiteral("IP:127.0.0.1"));
    PFX_VERIFY(identity);
    RawServer server(RawServer::answering(RawServer::ok("safe")), *identity);
    NetworkTransport transport(twice);
    PFX_VERIFY(transport.exchange(request(server.url()), {}));
}

void TestTls::noTlsAtAll()
{
    RawServer server([](RawPeer &peer) { peer.write("HTTP/1.1 200 OK\r\n\r\n"); });
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    NetworkTransport transport;
    const auto answer = transport.exchange(request(url), {});
    PFX_VERIFY_ERROR(answer, ErrorCode::Network);
    QCOMPARE(answer.error().effected, Effected::No);
}

void TestTls::goesThroughTheSystemsProxy()
{
    QByteArray seen;
    std::mutex mutex;
    RawServer proxy([&](RawPeer &peer) {
        const QByteArray got = peer.readRequest();
        const std::lock_guard lock(mutex);
        seen = got;
        peer.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    });
    qputenv("https_proxy", proxy.url().toEncoded());
    NetworkTransport transport;
    const auto answer = transport.exchange(request(QUrl(QStringLiteral("https://planfix.invalid/rest/"))), {});
    qunsetenv("https_proxy");
    PFX_VERIFY_ERROR(answer, ErrorCode::Network);
    QCOMPARE(answer.error().effected, Effected::No);
    const std::lock_guard lock(mutex);
    QVERIFY2(seen.startsWith("CONNECT planfix.invalid:443 HTTP/1.1\r\n"), seen);
    QVERIFY(!seen.contains("Bearer")); // the proxy does not learn the key
}

void TestTls::noProxyToLoopback()
{
    RawServer server(RawServer::answering(RawServer::ok("direct")));
    RawServer proxy(RawServer::answering(RawServer::ok("proxied")));
    qputenv("http_proxy", proxy.url().toEncoded());
    NetworkTransport transport;
    const auto answer = transport.exchange(request(server.url()), {});
    qunsetenv("http_proxy");
    PFX_VERIFY(answer);
    QCOMPARE(answer->body, QByteArray("direct"));
    QCOMPARE(proxy.connections(), 0);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
