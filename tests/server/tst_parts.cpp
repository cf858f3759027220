// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that need no socket: who the caller is, forms, routes, secrets, the slowing of guesses, the check of the public address.
#include "core/server/client_address.h"
#include "core/server/failed_attempts.h"
#include "core/server/form.h"
#include "core/server/reach_check.h"
#include "core/server/router.h"
#include "tests/support/verify_result.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <QtTest>

using namespace pfx;
using namespace pfx::server;
using base::ErrorCode;

class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void callers_data();
    void callers();
    void wrongNetworksAreRefused_data();
    void wrongNetworksAreRefused();
    void forms_data();
    void forms();
    void routes_data();
    void routes();
    void secrets();
    void guessesAreSlowed();
    void manyGuessingAddressesTakeBoundedMemory();
    void reach_data();
    void reach();
    void reachThatIsNoAnswer();
};

void TestParts::callers_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("client");
    QTest::newRow("no proxy: the header is not believed") << "203.0.113.5" << QByteArray("1.2.3.4") << "203.0.113.5";
    QTest::newRow("a proxy without a header") << "10.0.0.1" << QByteArray() << "10.0.0.1";
    QTest::newRow("one proxy") << "10.0.0.1" << QByteArray("203.0.113.7") << "203.0.113.7";
    QTest::newRow("what stands left was written by the caller") << "10.0.0.1" << QByteArray("127.0.0.1, 203.0.113.7") << "203.0.113.7";
    QTest::newRow("two proxies") << "10.0.0.1" << QByteArray("1.1.1.1, 203.0.113.7, 10.9.9.9") << "203.0.113.7";
    QTest::newRow("all are proxies") << "10.0.0.1" << QByteArray("10.0.0.3, 10.0.0.2") << "10.0.0.3";
    QTest::newRow("with a port") << "10.0.0.1" << QByteArray("203.0.113.7:4711") << "203.0.113.7";
    QTest::newRow("IPv6") << "fd00::1" << QByteArray("2001:db8::7") << "2001:db8::7";
    QTest::newRow("IPv6 with a port") << "fd00::1" << QByteArray("[2001:db8::7]:4711") << "2001:db8::7";
    QTest::newRow("IPv4 on an IPv6 socket") << "::ffff:10.0.0.1" << QByteArray("::ffff:203.0.113.7") << "203.0.113.7";
    QTest::newRow("unknown") << "10.0.0.1" << QByteArray("203.0.113.7, unknown") << "10.0.0.1";
    QTest::newRow("half an address") << "10.0.0.1" << QByteArray("127.1") << "10.0.0.1";
    QTest::newRow("only commas") << "10.0.0.1" << QByteArray(",,,") << "10.0.0.1";
    QTest::newRow("very long") << "10.0.0.1" << QByteArray(15'000, '1') << "10.0.0.1";
}

void TestParts::callers()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, header);
    QFETCH(QString, client);
    const auto proxies = TrustedProxies::parse({QStringLiteral("10.0.0.0/8"), QStringLiteral("fd00::/8")});
    PFX_VERIFY(proxies);
    QCOMPARE(proxies->client(QHostAddress(peer), header).toString(), client);
}

void TestParts::wrongNetworksAreRefused_data()
{
    QTest::addColumn<QString>("network");
    for (const char *text : {"", "proxy", "10.0.0.0/33", "10.0.0.0/x", "1.2.3.4.5"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestParts::wrongNetworksAreRefused()
{
    QFETCH(QString, network);
    PFX_VERIFY_ERROR(TrustedProxies::parse({network}), ErrorCode::Validation);
}

void TestParts::forms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("value"); // of "a"; null: missing, "!": refused
    QTest::newRow("a value") << QByteArray("x=y&a=b") << "b";
    QTest::newRow("blanks and escapes") << QByteArray("a=%D0%9F%D1%80+%2B") << QString::fromUtf8("Пр +");
    QTest::newRow("empty") << QByteArray("a=") << "";
    QTest::newRow("a name alone") << QByteArray("a") << "";
    QTest::newRow("missing") << QByteArray("b=a") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("only separators") << QByteArray("&&&") << QString();
    QTest::newRow("an equals sign in the value") << QByteArray("a=b=c") << "b=c";
    QTest::newRow("an escaped name") << QByteArray("%61=b") << "b";
    QTest::newRow("twice the same") << QByteArray("a=b&a=b") << "b";
    QTest::newRow("twice with different values") << QByteArray("a=b&a=c") << "!";
    QTest::newRow("a NUL") << QByteArray("a=%00") << "!";
    QTest::newRow("no UTF-8") << QByteArray("a=%C3%28") << "!";
    QTest::newRow("a lone surrogate") << QByteArray("a=%ED%A0%80") << "!";
    QTest::newRow("overlong") << QByteArray("a=%C0%AF") << "!";
    QTest::newRow("cut off") << QByteArray("a=%D0") << "!";
}

void TestParts::forms()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, value);
    const auto form = Form::parse(body);
    const auto found = form ? form->value(QStringLiteral("a")) : base::Result<std::optional<QString>>(base::fail(form.error()));
    if (value == QLatin1String("!")) {
        PFX_VERIFY_ERROR(found, ErrorCode::Validation);
        return;
    }
    PFX_VERIFY(found);
    QCOMPARE(found->value_or(QString()), value);
    QCOMPARE(found->has_value(), !value.isNull());
}

void TestParts::routes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("captured"); // of "secret", then of "event" or "rest"
    QTest::newRow("literal before capture") << QByteArray("/uis/s/interactive") << QByteArray("/uis/<secret>/interactive")
                                            << QByteArray("s ");
    QTest::newRow("capture") << QByteArray("/uis/s/chat") << QByteArray("/uis/<secret>/<event>") << QByteArray("s chat");
    QTest::newRow("the rest") << QByteArray("/uis/s/chat-api/a/b%20c") << QByteArray("/uis/<secret>/chat-api/<rest...>")
                              << QByteArray("s a/b c");
    QTest::newRow("a plus is a plus") << QByteArray("/uis/s+1/chat") << QByteArray("/uis/<secret>/<event>") << QByteArray("s+1 chat");
    QTest::newRow("a slash at the end") << QByteArray("/sms/") << QByteArray("/sms") << QByteArray(" ");
    QTest::newRow("an encoded literal") << QByteArray("/%73ms") << QByteArray("/sms") << QByteArray(" ");
    QTest::newRow("an encoded slash separates nothing") << QByteArray("/uis%2Fs%2Fchat") << QByteArray() << QByteArray();
    QTest::newRow("an empty capture") << QByteArray("/uis//chat") << QByteArray() << QByteArray();
    QTest::newRow("a broken escape") << QByteArray("/uis/%zz/chat") << QByteArray() << QByteArray();
    QTest::newRow("another case") << QByteArray("/SMS") << QByteArray() << QByteArray();
    QTest::newRow("the root") << QByteArray("/") << QByteArray() << QByteArray();
}

void TestParts::routes()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, captured);
    std::vector<Route> routes;
    for (const char *one : {"/uis/<secret>/<event>", "/uis/<secret>/chat-api/<rest...>", "/uis/<secret>/interactive", "/sms"}) {
        Route route;
        route.methods = {Method::Post};
        route.pattern = one;
        routes.push_back(route);
    }
    const Router router(std::move(routes));
    const Router::Found found = router.find(Method::Post, path);
    QCOMPARE(found.route ? found.route->pattern : QByteArray(), pattern);
    if (found.route)
        QCOMPARE(found.captures.value("secret") + ' ' + found.captures.value("event") + found.captures.value("rest"), captured);
    QCOMPARE(router.find(Method::Get, path).allowed.empty(), pattern.isEmpty());
}

void TestParts::secrets()
{
    Secret secret("right");
    QVERIFY(secret.matches("right"));
    for (const char *wrong : {"", "r", "righ", "wrong", "rightright", "rightx"})
        QVERIFY2(!secret.matches(wrong), wrong);
    secret.set("");
    QVERIFY(!secret.matches("")); // one that is not set lets nobody in
    QVERIFY(!secret.isSet());
    secret.set("new");
    QVERIFY(secret.matches("new"));
}

void TestParts::guessesAreSlowed()
{
    Limits limits;
    FailedAttempts attempts(limits);
    const QString one = QStringLiteral("203.0.113.7");
    QVector<int> waits;
    for (int i = 0; i < 9; ++i) {
        waits.append(attempts.failed(one, 1000));
        if (waits.last() > 0)
            attempts.released(one);
    }
    QCOMPARE(waits, (QVector<int>{0, 0, 0, 500, 1000, 2000, 4000, 8000, 8000}));
    QCOMPARE(attempts.failed(QStringLiteral("203.0.113.8"), 1000), 0);
    for (int i = 0; i < limits.slowedAtOnce; ++i) {
        QVERIFY(attempts.mayTry(one, 1000));
        attempts.failed(one, 1000);
    }
    QVERIFY(!attempts.mayTry(one, 1000));
    for (int i = 0; i < limits.slowedAtOnce; ++i)
        attempts.released(one);
    QVERIFY(attempts.mayTry(one, 1000 + limits.forgetFailuresMs));
    QCOMPARE(attempts.failed(one, 1000 + limits.forgetFailuresMs), 0); // forgotten
    QCOMPARE(attempts.failed(QStringLiteral("2001:db8:1:2:3::1"), 1000), 0);
    for (int i = 0; i < 3; ++i)
        attempts.failed(QStringLiteral("2001:db8:1:2:3::%1").arg(i), 1000);
    QVERIFY(attempts.failed(QStringLiteral("2001:db8:1:2:ffff::1"), 1000) > 0); // one network, one guesser
}

void TestParts::manyGuessingAddressesTakeBoundedMemory()
{
    FailedAttempts attempts{Limits()};
    for (int i = 0; i < 10'000; ++i)
        attempts.failed(QStringLiteral("10.%1.%2.%3").arg(i / 65536).arg(i / 256 % 256).arg(i % 256), i);
    QVERIFY(attempts.addresses() <= 4096);
}

void TestParts::reach_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // {nonce} is put in
    QTest::addColumn<Reach>("reach");
    QTest::newRow("here") << 200 << QByteArray(R"({"status":"ok","instance":"me","nonce":"{nonce}"})") << Reach::Reached;
    QTest::newRow("another of ours") << 200 << QByteArray(R"({"status":"ok","instance":"you","nonce":"{nonce}"})") << Reach::AnotherServer;
    QTest::newRow("an answer that was kept") << 200 << QByteArray(R"({"status":"ok","instance":"me","nonce":"old"})") << Reach::Stale;
    QTest::newRow("a web page") << 200 << QByteArray("<html>It works!</html>") << Reach::AnotherProgram;
    QTest::newRow("other JSON") << 200 << QByteArray("{}") << Reach::AnotherProgram;
    QTest::newRow("JSON of wrong types") << 200 << QByteArray(R"({"instance":[],"nonce":{}})") << Reach::AnotherProgram;
    QTest::newRow("not found") << 404 << QByteArray("Not found") << Reach::AnotherProgram;
    QTest::newRow("a redirect") << 301 << QByteArray() << Reach::AnotherProgram;
    QTest::newRow("a proxy with nothing behind it") << 502 << QByteArray("Bad Gateway") << Reach::Refused;
}

void TestParts::reach()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Reach, reach);
    const auto report =
        checkReach(QStringLiteral("https://office.example.com/pfx/"), QStringLiteral("me"), [&](const QUrl &url) -> base::Result<Fetched> {
            const QByteArray nonce = QUrlQuery(url).queryItemValue(QStringLiteral("nonce")).toLatin1();
            return Fetched{status, QByteArray(body).replace("{nonce}", nonce)};
        });
    PFX_VERIFY(report);
    QCOMPARE(report->reach, reach);
    QCOMPARE(report->address.toString(), QStringLiteral("https://office.example.com/pfx/health"));
}

void TestParts::reachThatIsNoAnswer()
{
    const Fetcher fails = [](const QUrl &) -> base::Result<Fetched> { return base::fail(ErrorCode::Timeout, QStringLiteral("no route")); };
    const auto report = checkReach(QStringLiteral("https://office.example.com"), QStringLiteral("me"), fails);
    PFX_VERIFY(report);
    QCOMPARE(report->reach, Reach::NotReached);
    QCOMPARE(report->error.code, ErrorCode::Timeout);
    for (const char *wrong : {"", "office.example.com", "ftp://office.example.com", "https://", "https://a b"})
        PFX_VERIFY_ERROR(checkReach(QString::fromLatin1(wrong), QStringLiteral("me"), fails), ErrorCode::Validation);
}

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
