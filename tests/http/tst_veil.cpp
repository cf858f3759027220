// SPDX-License-Identifier: GPL-3.0-or-later
// Tries to leak a request's secrets through what the client tells: to the observer, in errors.
#include "core/http/client.h"
#include "core/http/veil.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_transport.h"

#include <QTest>

using namespace pfx;
using base::Error;
using base::ErrorCode;
using http::Request;
using http::Response;

namespace {

// Short and without digits, so that nothing but knowing it can hide it; with everything that is spelt differently in places.
const QString secret = QString::fromUtf8("ab c/\"Ж+x");
const QString address = QStringLiteral("https://api.example.com/v1/things");

Request request()
{
    Request made;
    made.service = QStringLiteral("service");
    made.account = QStringLiteral("account");
    made.method = "POST";
    made.url = QUrl(address);
    made.secrets = {secret};
    return made;
}

/// Everything that was told about the exchange of `request` with `outcome`.
QString told(const Request &request, const base::Result<Response> &outcome)
{
    test::FakeTransport transport;
    test::FakeClock clock;
    test::FakeGate gate;
    test::ExchangeRecorder recorder;
    http::Client client(transport, gate, recorder, clock, {{1, 1, 1}, {}, {}});
    auto &expected = transport.expect(request.method, request.url.toString(QUrl::FullyEncoded));
    if (outcome)
        expected.answer(outcome->status, outcome->body, outcome->headers);
    else
        expected.fails(outcome.error());
    const auto answer = client.exchange(request, {});
    return recorder.everything() + (answer ? QString() : answer.error().detail + answer.error().where);
}

} // namespace

class TestVeil : public QObject
{
    Q_OBJECT

private slots:
    void hides_data();
    void hides();
    void keeps_data();
    void keeps();
    void cutsLongBodies();
    void aSecretAcrossTheCutIsHidden();
    void shortSecretsDoNotBlackenEverything();
};

void TestVeil::hides_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<Response>("answer");
    QTest::addColumn<QStringList>("secrets");
    const auto sent = [](const char *title, auto change, const QStringList &secrets) {
        Request made = request();
        change(made);
        QTest::newRow(title) << made << Response{200, {}, {}} << secrets;
    };
    const auto answered = [](const char *title, const QByteArray &type, const QByteArray &body, const QStringList &secrets) {
        QTest::newRow(title) << request() << Response{200, {{"Content-Type", type}, {"X-Echo", body.left(20)}}, body} << secrets;
    };
    const QByteArray raw = secret.toUtf8();
    const QStringList plain{secret};
    sent("in a header of ours", [&](Request &r) { r.headers = {{"X-Webhook-Secret", raw}}; }, plain);
    sent("a bearer token that nobody named", [](Request &r) { r.headers = {{"Authorization", "Bearer plainword"}}; }, {QStringLiteral("plainword")});
    sent("a login in base64", [](Request &r) { r.headers = {{"Authorization", "Basic c2hvcDpodW50ZXI="}}; }, {QStringLiteral("c2hvcDpodW50ZXI")});
    sent("a cookie", [](Request &r) { r.headers = {{"Cookie", "session=plainword"}}; }, {QStringLiteral("plainword")});
    sent("in the query", [](Request &r) { r.url = QUrl(address + QStringLiteral("?page=1&access_token=plainword")); }, {QStringLiteral("plainword")});
    sent("in the path, by value", [](Request &r) { r.url = QUrl(address + QStringLiteral("/plainword/x")); r.secrets = {QStringLiteral("plainword")}; },
         {QStringLiteral("plainword")});
    sent("in the path, by its look", [](Request &r) { r.url = QUrl(address + QStringLiteral("/rest/1/abcd1234efgh5678/crm")); },
         {QStringLiteral("abcd1234efgh5678")});
    sent("in a path that is spelt for an address", [](Request &r) { r.url = QUrl(address + u'/' + QString::fromLatin1(secret.toUtf8().toPercentEncoding())); },
         {QString::fromLatin1(raw.toPercentEncoding()), secret});
    sent("in a form", [&](Request &r) { r.body = "key=" + raw.toPercentEncoding() + "&from=Shop"; r.headers = {{"Content-Type", "application/x-www-form-urlencoded"}}; },
         {QString::fromLatin1(raw.toPercentEncoding()), QStringLiteral("Shop")});
    sent("in a body without a type", [&](Request &r) { r.body = "it is " + raw + "."; }, plain);
    answered("echoed as a sentence", "text/plain", "unknown key " + raw + " given", plain);
    answered("echoed in JSON", "application/json", "{\"error\":\"unknown key ab c/\\\"\xd0\x96+x\"}", {QStringLiteral("ab c")});
    answered("echoed in JSON, in a list", "application/json", "[\"ab c\\/\\\"\xd0\x96+x\"]", {QStringLiteral("ab c")});
    answered("echoed in base64", "text/html", "<p>" + raw.toBase64() + "</p>", {QString::fromLatin1(raw.toBase64(QByteArray::OmitTrailingEquals))});
    answered("echoed by a page of HTML", "text/html", "<html><b>" + raw + "</b>", plain);
    answered("people in JSON", "application/json", R"({"task":{"name":"Иванов","phone":"+7 906 211-40-18"},"email":"a@b.ru"})",
             {QStringLiteral("Иванов"), QStringLiteral("906"), QStringLiteral("a@b.ru")});
    answered("a file", "application/octet-stream", raw, plain);
}

void TestVeil::hides()
{
    QFETCH(Request, request);
    QFETCH(Response, answer);
    QFETCH(QStringList, secrets);
    const QString all = told(request, answer);
    for (const QString &hidden : secrets)
        QVERIFY2(!all.contains(hidden), qPrintable(hidden + QStringLiteral(" in ") + all));
    // The same in a failure's words.
    for (const QString &hidden : request.secrets) {
        const QString failed = told(request, base::fail(ErrorCode::Network, QStringLiteral("cannot resolve ") + hidden, hidden));
        QVERIFY2(!failed.contains(hidden), qPrintable(failed));
    }
}

void TestVeil::keeps_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"POST", "api.example.com", "/v1/things", "offset=5", "Content-Type: application/json", "Retry-After: 3", "X-RateLimit-Remaining: 19000",
                             "\"code\":22", "service", "account"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestVeil::keeps()
{
    QFETCH(QString, part);
    Request made = request();
    made.url = QUrl(address + QStringLiteral("?offset=5"));
    const QString all = told(made, Response{403, {{"Content-Type", "application/json"}, {"Retry-After", "3"}, {"X-RateLimit-Remaining", "19000"}}, R"({"code":22})"});
    QVERIFY2(all.contains(part), qPrintable(all));
}

void TestVeil::cutsLongBodies()
{
    const QString all = told(request(), Response{200, {{"Content-Type", "text/plain"}}, QByteArray(1'000'000, 'x')});
    QVERIFY(all.size() < 40'000);
    QVERIFY(all.contains(QLatin1String("of 1000000 bytes")));
}

void TestVeil::aSecretAcrossTheCutIsHidden()
{
    for (qsizetype before = 32 * 1024 - 12; before <= 32 * 1024; ++before) {
        const QByteArray body = QByteArray(before, ' ') + secret.toUtf8() + QByteArray(10'000, ' ');
        const QString all = told(request(), Response{200, {{"Content-Type", "text/plain"}}, body});
        QVERIFY2(!all.contains(QLatin1String("ab c")), qPrintable(QString::number(before)));
    }
}

void TestVeil::shortSecretsDoNotBlackenEverything()
{
    Request made = request();
    made.secrets = {QString(), QStringLiteral("1"), QStringLiteral("no")};
    QVERIFY(told(made, Response{200, {{"Content-Type", "text/plain"}}, "nobody knows"}).contains(QLatin1String("nobody knows")));
}

QTEST_GUILESS_MAIN(TestVeil)
#include "tst_veil.moc"
