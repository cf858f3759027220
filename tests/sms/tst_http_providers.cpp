// SPDX-License-Identifier: GPL-3.0-or-later
// The providers over HTTP against a strict transport: what they are asked, and what their answers mean.
#include "core/sms/driver_table.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_transport.h"
#include "tests/support/verify_result.h"

#include <QJsonDocument>

#include <future>

using namespace pfx;
using namespace pfx::sms;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Each thread of a driver has a transport of its own; they all lead to the one of the test.
class Forwarding : public http::Transport {
public:
    explicit Forwarding(http::Transport &to) : m_to(to) { }
    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override
    {
        return m_to.exchange(request, stop);
    }

private:
    http::Transport &m_to;
};

class NoEvents : public DriverEvents {
public:
    void receiptsCame(std::vector<Receipt>, Stored) override { }
    void linkChanged(const Link &) override { }
};

class Bench {
public:
    test::FakeTransport transport;
    test::FakeClock clock{1'000'000};
    test::ExchangeRecorder recorder;
    NoEvents events;

    std::unique_ptr<Driver> driver(const char *kind, const QJsonObject &options = {})
    {
        ProviderConfig config;
        config.name = s("main");
        config.driver = s(kind);
        config.url = s("https://provider.test");
        config.login = secrets::Secret(s("me"));
        config.password = secrets::Secret(s("p&ss"));
        if (qstrcmp(kind, "smsc") != 0)
            config.key = secrets::Secret(s("k-test-1"));
        config.options = options;
        const DriverTools tools{clock, recorder, [this] { return std::make_unique<Forwarding>(transport); }, {}};
        auto made = findDriver(config.driver)->make(config, tools, events);
        return made ? std::move(*made) : nullptr;
    }
};

const Outgoing message{7, 71001, QStringLiteral("TESTCO"), QStringLiteral("+79161110006"), QStringLiteral("Заказ № 1 & 2"), 1'000'000 + 3'600'000};

/// "ok <ids>", or "<trouble> <doubt>".
QString send(Driver &driver, const Outgoing &what = message)
{
    std::promise<SubmitResult> promise;
    driver.submit(what, [&promise](SubmitResult result) { promise.set_value(std::move(result)); });
    const SubmitResult result = promise.get_future().get();
    if (result)
        return s("ok ") + result->providerIds.join(u',');
    const char *const names[] = {"transient", "throttled", "refused", "unroutable", "account", "no_money"};
    return s(names[int(result.error().trouble)]) + (result.error().error.effected == base::Effected::Perhaps ? s(" in doubt") : QString());
}

const char *const sendUrl[] = {"https://provider.test/sys/send.php", "https://provider.test/sms/send", "https://provider.test/sms/send"};

} // namespace

class TestHttpProviders : public QObject {
    Q_OBJECT

private slots:
    void whatIsAsked()
    {
        Bench bench;
        bench.transport.expect("POST", s(sendUrl[0]))
            .body("login=me&psw=p%26ss&fmt=3&charset=utf-8&phones=79161110006&mes=%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%20%E2%84%96%201%20%26%202&id=71001"
                  "&sender=TESTCO")
            .answer(200, R"({"id":71001,"cnt":2,"cost":"5.40","balance":"812.30"})");
        QCOMPARE(send(*bench.driver("smsc")), s("ok 71001"));
        bench.transport.expect("POST", s(sendUrl[1]))
            .body("api_id=k-test-1&json=1&to=79161110006&msg=%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%20%E2%84%96%201%20%26%202&from=TESTCO")
            .answer(200, R"({"status":"OK","status_code":100,"sms":{"79161110006":{"status":"OK","status_code":100,"sms_id":"202610-1000077"}}})");
        QCOMPARE(send(*bench.driver("smsru")), s("ok 202610-1000077"));
        bench.transport.expect("POST", s(sendUrl[2]))
            .header("Authorization", "Basic " + QByteArray("me:k-test-1").toBase64())
            .json({{s("number"), s("79161110006")}, {s("text"), message.text}, {s("sign"), s("TESTCO")}})
            .answer(200, R"({"success":true,"data":{"id":30001,"status":0},"message":null})");
        QCOMPARE(send(*bench.driver("aero")), s("ok 30001"));
        bench.transport
            .expect("GET", s("https://provider.test/cgi-bin/sendsms?username=me&password=p%26ss&to=%2B79161110006&text=%D0%97%D0%B0%D0%BA%D0%B0"
                             "%D0%B7%20%E2%84%96%201%20%26%202&charset=UTF-8&from=TESTCO&coding=2&validity=60"))
            .answer(202, "0: Accepted for delivery");
        QCOMPARE(send(*bench.driver("kannel")), s("ok 71001"));
        bench.transport.expect("POST", s("https://provider.test"))
            .header("Authorization", "Bearer k-test-1")
            .json({{s("to"), s("79161110006")}, {s("text"), message.text}})
            .answer(201, R"({"result":[{"messageId":"m1"}]})");
        const auto generic = bench.driver("http", {{s("content_type"), s("application/json")},
                                                   {s("headers"), QJsonObject{{s("Authorization"), s("Bearer {{key}}")}}},
                                                   {s("body"), s(R"({"to":"{{to_digits}}","text":"{{text}}"})")},
                                                   {s("id"), s("result.0.messageId")}});
        QVERIFY(generic);
        QCOMPARE(send(*generic), s("ok m1"));
        QVERIFY(!bench.recorder.everything().contains(s("k-test-1")));
        QVERIFY(!bench.recorder.everything().contains(s("p&ss")));
        QVERIFY(!bench.recorder.everything().contains(s("p%26ss")));
    }

    void whatAnAnswerMeans_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *title, const char *kind, int status, const QByteArray &answer, const char *outcome) {
            QTest::newRow(title) << QByteArray(kind) << status << answer << s(outcome);
        };
        const auto smscError = [](int code) { return QByteArray("{\"error\":\"x\",\"error_code\":") + QByteArray::number(code) + '}'; };
        row("SMSC: wrong number", "smsc", 200, smscError(7), "refused");
        row("SMSC: wrong password", "smsc", 200, smscError(2), "account");
        row("SMSC: address blocked", "smsc", 200, smscError(4), "account");
        row("SMSC: no funds", "smsc", 200, smscError(3), "no_money");
        row("SMSC: sender forbidden", "smsc", 200, smscError(6), "unroutable");
        row("SMSC: the same within a minute", "smsc", 200, smscError(9), "throttled");
        row("SMSC: the number of another message", "smsc", 200, R"({"id":5,"cnt":1})", "transient in doubt");
        row("SMSC: a page in HTML", "smsc", 200, "<html>maintenance</html>", "transient in doubt");
        row("SMSC: half an answer", "smsc", 200, R"({"id":710)", "transient in doubt");
        row("SMSC: nothing", "smsc", 200, "", "transient in doubt");
        row("any: a server error", "smsc", 500, "oops", "transient");
        row("any: too many requests", "aero", 429, "slow down", "throttled");
        row("any: a gateway's time-out", "smsru", 504, "", "transient in doubt");
        row("SMS.ru: the whole is OK, the number is not", "smsru", 200,
            R"({"status":"OK","status_code":100,"sms":{"79161110006":{"status":"ERROR","status_code":207,"status_text":"no"}}})", "refused");
        row("SMS.ru: no route", "smsru", 200,
            R"({"status":"OK","status_code":100,"sms":{"79161110006":{"status":"ERROR","status_code":202}}})", "unroutable");
        row("SMS.ru: wrong key", "smsru", 200, R"({"status":"ERROR","status_code":200})", "account");
        row("SMS.ru: no funds", "smsru", 200, R"({"status":"ERROR","status_code":201})", "no_money");
        row("SMS.ru: not available", "smsru", 200, R"({"status":"ERROR","status_code":220})", "transient");
        row("SMS.ru: another number than ours", "smsru", 200,
            R"({"status":"OK","status_code":100,"sms":{"79990000000":{"status":"OK","status_code":100,"sms_id":"1"}}})", "transient in doubt");
        row("Aero: no credits", "aero", 200, R"({"result":"no credits"})", "no_money");
        row("Aero: sign not approved", "aero", 200, R"({"result":"reject","reason":"sign is not approved"})", "unroutable");
        row("Aero: not accepted", "aero", 400, R"({"success":false,"message":"Validation error."})", "refused");
        row("Aero: wrong key", "aero", 401, R"({"success":false,"message":"Your request was made with invalid credentials."})", "account");
        row("Kannel: queued", "kannel", 202, "3: Queued for later delivery", "ok 71001");
        row("Kannel: wrong password", "kannel", 403, "Authorization failed for sendsms", "account");
        row("Kannel: nobody to send to", "kannel", 400, "Empty receiver number not allowed, rejected", "refused");
        row("Kannel: not now", "kannel", 503, "Temporal failure, try again later.", "transient");
        row("Kannel: another program's 202", "kannel", 202, "{}", "transient in doubt");
    }
    void whatAnAnswerMeans()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        Bench bench;
        const bool isKannel = kind == "kannel";
        if (isKannel) {
            bench.transport
                .expect("GET", s("https://provider.test/cgi-bin/sendsms?username=me&password=p%26ss&to=%2B79161110006&text=a&charset=UTF-8&from=TESTCO"
                                 "&validity=60"))
                .answer(status, answer);
        } else {
            bench.transport.expect("POST", s(kind == "smsc" ? sendUrl[0] : sendUrl[1])).answer(status, answer);
        }
        Outgoing plain = message;
        plain.text = s("a");
        QTEST(send(*bench.driver(kind), plain), "outcome");
    }

    void aConnectionThatBreaksAfterTheRequestLeavesADoubt()
    {
        Bench bench;
        bench.transport.expect("POST", s(sendUrl[0])).fails({base::ErrorCode::Network, s("reset"), {}, base::Effected::Perhaps});
        QCOMPARE(send(*bench.driver("smsc")), s("transient in doubt"));
        bench.transport.expect("POST", s(sendUrl[0])).fails({base::ErrorCode::Network, s("refused"), {}, base::Effected::No});
        QCOMPARE(send(*bench.driver("smsc")), s("transient"));
    }

    void smscIsAskedAboutOurOwnNumber_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("fate");
        QTest::newRow("there") << QByteArray(R"({"status":1,"last_timestamp":1772442069})") << int(Sighting::Fate::Found);
        QTest::newRow("not there") << QByteArray(R"({"status":-3})") << int(Sighting::Fate::NotThere);
        QTest::newRow("not there, said as an error") << QByteArray(R"({"error":"message not found","error_code":3})")
                                                     << int(Sighting::Fate::NotThere);
    }
    void smscIsAskedAboutOurOwnNumber()
    {
        QFETCH(QByteArray, answer);
        Bench bench;
        bench.transport.expect("POST", s("https://provider.test/sys/status.php"))
            .body("login=me&psw=p%26ss&fmt=3&charset=utf-8&phone=79161110006&id=71001")
            .answer(200, answer);
        const auto seen = bench.driver("smsc")->sight(message, {});
        PFX_VERIFY(seen);
        QTEST(int(seen->fate), "fate");
    }

    void statesAndBalancesAreRead()
    {
        Bench bench;
        bench.transport.expect("POST", s("https://provider.test/sms/status"))
            .body("api_id=k-test-1&json=1&sms_id=a%2Cb")
            .answer(200, R"({"status":"OK","status_code":100,"sms":{"a":{"status_code":103},"b":{"status_code":104}}})");
        bench.transport.expect("POST", s("https://provider.test/my/balance")).answer(200, R"({"status":"OK","status_code":100,"balance":112.1})");
        const auto driver = bench.driver("smsru");
        const auto receipts = driver->states({{s("a"), 0, {}}, {s("b"), 0, {}}}, {});
        PFX_VERIFY(receipts);
        QCOMPARE(receipts->size(), size_t(2));
        QVERIFY(receipts->at(0).delivery == Delivery::Delivered);
        QVERIFY(receipts->at(1).delivery == Delivery::Expired);
        const auto balance = driver->balance({});
        PFX_VERIFY(balance);
        QCOMPARE(balance->amount, s("112.1"));
    }

    void callbacksAreReadAndAnsweredAsTheProviderWants_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("id"); // empty: refused
        QTest::addColumn<int>("delivery");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *title, const char *kind, const char *query, const char *body, const char *id, Delivery delivery,
                            const char *answer) {
            QTest::newRow(title) << QByteArray(kind) << QByteArray(query) << QByteArray(body) << s(id) << int(delivery) << QByteArray(answer);
        };
        row("SMS.ru", "smsru", "", "data%5B0%5D=sms_status%0A202610-1000077%0A103%0A1772442069", "202610-1000077", Delivery::Delivered, "100");
        row("SMSC", "smsc", "", "id=71001&phone=79161110006&status=20", "71001", Delivery::Undelivered, "OK");
        row("SMSC without a status", "smsc", "", "id=71001", "", Delivery::Pending, "");
        row("Kannel: delivered", "kannel", "id=71001&type=1", "", "71001", Delivery::Delivered, "");
        row("Kannel: failed", "kannel", "id=71001&type=2", "", "71001", Delivery::Undelivered, "");
        row("Kannel: at the SMSC", "kannel", "id=71001&type=8", "", "71001", Delivery::Pending, "");
        row("Kannel: nonsense", "kannel", "x=1", "", "", Delivery::Pending, "");
        row("Aero", "aero", "", "id=30001&status=1", "30001", Delivery::Delivered, "OK");
    }
    void callbacksAreReadAndAnsweredAsTheProviderWants()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        QFETCH(QString, id);
        QFETCH(int, delivery);
        server::Request request;
        request.query = query;
        request.body = body;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        const auto callback = findDriver(QString::fromLatin1(kind))->readCallback({}, request);
        if (id.isEmpty()) {
            PFX_VERIFY_ERROR(callback, base::ErrorCode::Validation);
            return;
        }
        PFX_VERIFY(callback);
        QCOMPARE(callback->receipts.size(), size_t(1));
        QCOMPARE(callback->receipts.front().providerId, id);
        QCOMPARE(int(callback->receipts.front().delivery), delivery);
        QTEST(callback->answer.body, "answer");
    }

    void whatIsMissingIsSaidBeforeAnythingIsSent()
    {
        Bench bench;
        const DriverTools tools{bench.clock, bench.recorder, [] { return std::unique_ptr<http::Transport>(); }, {}};
        for (const char *kind : {"smsc", "smsru", "aero", "kannel", "http"}) {
            const auto made = findDriver(s(kind))->make({}, tools, bench.events);
            PFX_VERIFY_ERROR(made, base::ErrorCode::Validation);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpProviders)
#include "tst_http_providers.moc"
