// SPDX-License-Identifier: GPL-3.0-or-later
// One key's conversation with Planfix: which Error an answer becomes, what it says of having had an effect, and that no key gets out.
#include "core/planfix/error_codes.h"
#include "tests/planfix/planfix_fixture.h"

using namespace pfx;
using namespace pfx::test;
using base::Effected;
using base::ErrorCode;

namespace {

QByteArray refusal(int code, int status)
{
    const QJsonObject body{{QStringLiteral("result"), QStringLiteral("fail")},
                           {QStringLiteral("code"), code},
                           {QStringLiteral("error"), QStringLiteral("Said by Planfix")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("kind"), QStringLiteral("status")},
                                     {QStringLiteral("status"), status},
                                     {QStringLiteral("times"), 9},
                                     {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(body).toJson())}})
        .toJson();
}

fake::Fault body(const QByteArray &text, int status = 200)
{
    fake::Fault fault;
    fault.kind = fake::Fault::Kind::Status;
    fault.status = status;
    fault.body = text;
    return fault;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasItsError_data();
    void everyCodeHasItsError();
    void accountsAndKeys_data();
    void accountsAndKeys();
    void aMissingRightIsNamed();
    void envelopes_data();
    void envelopes();
    void quota();
    void pace();
    void timeToReset_data();
    void timeToReset();
    void redirects_data();
    void redirects();
    void answersTooLarge();
    void slowAnswers();
    void aStopIsHeard();
    void noKeyGetsOut_data();
    void noKeyGetsOut();
    void aDownloadShowsNoKey();
    void oddDownloads_data();
    void oddDownloads();
};

void TestSession::everyCodeHasItsError_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("expected");
    for (const planfix::RemoteCode &one : planfix::remoteCodes()) {
        for (const int status : {200, 400, 403, 404, 500}) {
            QTest::newRow(qPrintable(QStringLiteral("%1 with %2: %3").arg(one.number).arg(status).arg(QLatin1String(one.meaning))))
                << one.number << status << one.code;
        }
    }
    QTest::newRow("an unknown code of a missing object") << 12345 << 404 << ErrorCode::NotFound;
    QTest::newRow("an unknown code of a broken server") << 12345 << 500 << ErrorCode::Network;
    QTest::newRow("an unknown code of a wrong value") << 12345 << 400 << ErrorCode::Validation;
}

void TestSession::everyCodeHasItsError()
{
    QFETCH(int, code);
    QFETCH(int, status);
    QFETCH(ErrorCode, expected);
    PlanfixClient client;
    client.fail(refusal(code, status));
    const auto answer = client.session.get(QStringLiteral("ping"), {}, {});
    PFX_VERIFY_ERROR(answer, expected);
    QCOMPARE(planfix::remoteNumber(answer.error()), std::optional(code));
    QVERIFY(answer.error().detail.contains(QStringLiteral("Said by Planfix")));
    QCOMPARE(answer.error().effected, Effected::No);
}

void TestSession::accountsAndKeys_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("a key that is not active") << 2 << ErrorCode::Unauthorized;
    QTest::newRow("not permitted for the employee") << 6 << ErrorCode::ScopeMissing;
    QTest::newRow("blocked for spam") << 10 << ErrorCode::Unauthorized;
    QTest::newRow("frozen") << 11 << ErrorCode::Unauthorized;
    QTest::newRow("the employee left") << 16 << ErrorCode::Unauthorized;
    QTest::newRow("not paid") << 20 << ErrorCode::Unauthorized;
    QTest::newRow("the free plan") << 21 << ErrorCode::Unauthorized;
}

void TestSession::accountsAndKeys()
{
    QFETCH(int, trouble);
    QFETCH(ErrorCode, expected);
    PlanfixClient client;
    client.remote.setRules([trouble](fake::AccessRules &rules) { rules.trouble = trouble; });
    const auto answer = client.session.get(QStringLiteral("ping"), {}, {});
    PFX_VERIFY_ERROR(answer, expected);
    QCOMPARE(planfix::remoteNumber(answer.error()), std::optional(trouble));
}

void TestSession::aMissingRightIsNamed()
{
    PlanfixClient client(fake::noRightsAccount());
    const auto answer = client.session.post(QStringLiteral("task/"), {}, http::Repeat::Never, {});
    PFX_VERIFY_ERROR(answer, ErrorCode::ScopeMissing);
    QCOMPARE(answer.error().effected, Effected::No);
    QCOMPARE(client.remote.log().size(), 1);
    PlanfixClient stranger(fake::fullAccount(), QStringLiteral("another-key"));
    PFX_VERIFY_ERROR(stranger.session.get(QStringLiteral("ping"), {}, {}), ErrorCode::Unauthorized);
}

void TestSession::envelopes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("good");
    QTest::addColumn<ErrorCode>("expected");
    QTest::addColumn<Effected>("ofCreate");
    const auto row = [](const char *name, const char *text, int status, ErrorCode expected, Effected ofCreate) {
        QTest::newRow(name) << QByteArray(text) << status << false << expected << ofCreate;
    };
    const auto fine = [](const char *name, const char *text, int status) {
        QTest::newRow(name) << QByteArray(text) << status << true << ErrorCode::Internal << Effected::No;
    };
    fine("success", R"({"result":"success"})", 200);
    fine("success and more", R"({"result":"success","новое":[1,{"a":null}]})", 201);
    fine("queued, with white space for a body", " \r\n", 202);
    row("no result", R"({"tasks":[]})", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("no success and no code", R"({"result":"fail"})", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("the typo of the documentation", R"({"result":"file","code":7000,"error":"File not found"})", 400, ErrorCode::NotFound,
        Effected::No);
    row("the unknown error", R"({"result":"fail","code":0,"error":"Rest API error"})", 400, ErrorCode::Network, Effected::Perhaps);
    row("an array", "[]", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("a page with success", "<html>ok</html>", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("a page that nothing is here", "<html>Not Found</html>", 404, ErrorCode::BadAnswer, Effected::No);
    row("a page that forbids: no right is missing, a stranger answers", "<html>Forbidden</html>", 403, ErrorCode::BadAnswer, Effected::No);
    row("a page that asks for another password", "<html>Unauthorized</html>", 401, ErrorCode::BadAnswer, Effected::No);
    row("a page that everything is down", "<html>Bad Gateway</html>", 502, ErrorCode::Network, Effected::Perhaps);
    row("a page of maintenance", "<html>Back soon</html>", 503, ErrorCode::Network, Effected::No);
    row("a page that it took too long", "<html>Gateway Timeout</html>", 504, ErrorCode::Timeout, Effected::Perhaps);
    row("too many, by a page", "<html>Slow down</html>", 429, ErrorCode::RateLimited, Effected::No);
    row("half of it", R"({"result":"succ)", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("no Unicode", "{\"result\":\"success\",\"name\":\"\xff\xfe\"}", 200, ErrorCode::BadAnswer, Effected::Perhaps);
    row("deeper than anybody needs", nullptr, 200, ErrorCode::BadAnswer, Effected::Perhaps);
}

void TestSession::envelopes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    QFETCH(bool, good);
    QFETCH(ErrorCode, expected);
    QFETCH(Effected, ofCreate);
    if (text.isEmpty())
        text = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    fake::Fault fault = body(text, status);
    fault.times = 9;
    PlanfixClient client;
    client.remote.fail(fault);
    const auto read = client.session.get(QStringLiteral("ping"), {}, {});
    const auto made = client.session.post(QStringLiteral("task/"), {}, http::Repeat::Never, {});
    if (good) {
        PFX_VERIFY(read);
        PFX_VERIFY(made);
        QCOMPARE(made->isQueued(), status == 202);
        return;
    }
    PFX_VERIFY_ERROR(read, expected);
    QCOMPARE(read.error().effected, Effected::No);
    PFX_VERIFY_ERROR(made, expected);
    QCOMPARE(made.error().effected, ofCreate);
}

void TestSession::quota()
{
    PlanfixClient client;
    PFX_VERIFY(client.session.get(QStringLiteral("ping"), {}, {}));
    QCOMPARE(client.session.requestsLeft(), std::optional<qint64>(19'999));
    client.remote.useUpQuota(client.clock.nowMs() + 7'200'000);
    const auto answer = client.session.get(QStringLiteral("ping"), {}, {});
    PFX_VERIFY_ERROR(answer, ErrorCode::QuotaExhausted);
    // The turn that was waited for is off it.
    QCOMPARE(client.session.resetMs(), std::optional<qint64>(7'199'000));
    QCOMPARE(client.session.requestsLeft(), std::optional<qint64>(0));
    QCOMPARE(client.remote.log().size(), 2); // nobody runs against the wall
    client.clock.advance(7'200'000);
    PFX_VERIFY(client.session.get(QStringLiteral("ping"), {}, {}));
    QCOMPARE(client.session.resetMs(), std::nullopt);
}

void TestSession::pace()
{
    PlanfixClient client;
    client.remote.setRules([](fake::AccessRules &rules) { rules.perSecond = 1; });
    for (int i = 0; i < 50; ++i)
        PFX_VERIFY(client.session.get(QStringLiteral("ping"), {}, {}));
    QCOMPARE(client.remote.log().last().atMs - client.remote.log().first().atMs, 49'000);
    // Somebody else with the same key comes in between.
    client.remote.answer({"GET", QStringLiteral("/rest/ping"), {}, {{"Authorization", "Bearer " + fake::usualKey().toLatin1()}}, {}});
    client.clock.advance(100);
    client.remote.answer({"GET", QStringLiteral("/rest/ping"), {}, {{"Authorization", "Bearer " + fake::usualKey().toLatin1()}}, {}});
    client.clock.advance(500);
    const auto early = client.session.post(QStringLiteral("task/"), {}, http::Repeat::Never, {});
    if (!early) {
        PFX_VERIFY_ERROR(early, ErrorCode::RateLimited); // not the day's quota: requests are left
        QCOMPARE(early.error().effected, Effected::No);
        QCOMPARE(client.session.resetMs(), std::nullopt);
    } else {
        QFAIL("the fake should have refused");
    }
    QCOMPARE(client.count("tasks"), 3);
}

void TestSession::timeToReset_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("seconds") << QByteArray(R"({"timeToReset":43})") << qint64(43'000);
    QTest::newRow("milliseconds") << QByteArray(R"({"timeToReset":43200000})") << qint64(43'200'000);
    QTest::newRow("at once") << QByteArray(R"({"timeToReset":0})") << qint64(0);
    QTest::newRow("none") << QByteArray("{}") << qint64(-1);
    QTest::newRow("a word") << QByteArray(R"({"timeToReset":"soon"})") << qint64(-1);
    QTest::newRow("the past") << QByteArray(R"({"timeToReset":-5})") << qint64(-1);
    QTest::newRow("more than a number holds") << QByteArray(R"({"timeToReset":1e300})") << qint64(-1);
}

void TestSession::timeToReset()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, expected);
    QCOMPARE(planfix::timeToReset(QJsonDocument::fromJson(json).object()).value_or(-1), expected);
}

void TestSession::redirects_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tasks");
    QTest::newRow("307 on the same host keeps the method and the body") << QStringLiteral("/rest/task/") << 307 << 4;
    QTest::newRow("302 would perhaps do it twice") << QStringLiteral("/rest/task/") << 302 << 3;
    QTest::newRow("another host must not get the key") << QStringLiteral("https://konigkomfort.planfix.com/rest/task/") << 307 << 3;
    QTest::newRow("without TLS it must not go") << QStringLiteral("http://konigkomfort.planfix.ru/rest/task/") << 308 << 3;
    QTest::newRow("to nowhere") << QString() << 301 << 3;
}

void TestSession::redirects()
{
    QFETCH(QString, location);
    QFETCH(int, status);
    QFETCH(int, tasks);
    PlanfixClient client;
    fake::Fault fault;
    fault.kind = fake::Fault::Kind::Redirect;
    fault.status = status;
    fault.location = location;
    client.remote.fail(fault);
    const auto made =
        client.session.post(QStringLiteral("task/"), {{QStringLiteral("name"), QStringLiteral("a")}}, http::Repeat::Never, {});
    QCOMPARE(client.count("tasks"), tasks);
    if (tasks == 4)
        PFX_VERIFY(made);
    else
        PFX_VERIFY_ERROR(made, ErrorCode::BadAnswer);
}

void TestSession::answersTooLarge()
{
    PlanfixClient client;
    client.fail(R"({"kind":"huge","bytes":20000000,"times":9})");
    PFX_VERIFY_ERROR(client.session.get(QStringLiteral("ping"), {}, {}), ErrorCode::BadAnswer);
    const auto made = client.session.post(QStringLiteral("task/"), {}, http::Repeat::Never, {});
    PFX_VERIFY_ERROR(made, ErrorCode::BadAnswer);
    QCOMPARE(made.error().effected, Effected::Perhaps);
}

void TestSession::slowAnswers()
{
    PlanfixClient client;
    client.fail(R"({"kind":"slow","delay_ms":29000})");
    PFX_VERIFY(client.session.get(QStringLiteral("ping"), {}, {}));
    client.fail(R"({"kind":"slow","delay_ms":31000,"times":9})");
    const qint64 begun = client.clock.nowMs();
    PFX_VERIFY_ERROR(client.session.get(QStringLiteral("ping"), {}, {}), ErrorCode::Timeout);
    QVERIFY(client.clock.nowMs() - begun <= 32'000); // the deadline is for all attempts; waiting for one's turn is not counted
}

void TestSession::aStopIsHeard()
{
    PlanfixClient client;
    client.stop.request_stop();
    PFX_VERIFY_ERROR(client.session.get(QStringLiteral("ping"), {}, client.stop.get_token()), ErrorCode::Cancelled);
    QCOMPARE(client.remote.log().size(), 0);
}

void TestSession::noKeyGetsOut_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("the answer repeats the key")
        << QByteArray(R"({"kind":"status","status":400,"body":"{\"result\":\"fail\",\"code\":41,\"error\":\"Token KEY is bad\"}"})");
    QTest::newRow("a page repeats the key") << QByteArray(
        R"({"kind":"html","status":403,"body":"<html>Authorization: Bearer KEY</html>"})");
    QTest::newRow("success repeats the key") << QByteArray(
        R"({"kind":"status","status":200,"body":"{\"result\":\"success\",\"token\":\"KEY\"}"})");
    QTest::newRow("a redirect carries the key")
        << QByteArray(R"({"kind":"redirect","status":307,"location":"https://elsewhere.example.org/?access_token=KEY"})");
    QTest::newRow("no answer") << QByteArray(R"({"kind":"drop","times":9})");
    QTest::newRow("as it should be") << QByteArray();
}

void TestSession::noKeyGetsOut()
{
    QFETCH(QByteArray, fault);
    const QString key = QStringLiteral("Ключ+with/odd=signs&\"ä");
    PlanfixClient client(fake::withKey(fake::fullAccount(), key, {}), key);
    if (!fault.isEmpty()) {
        QJsonObject order = QJsonDocument::fromJson(fault).object();
        for (const QString &member : order.keys()) {
            if (order[member].isString())
                order[member] =
                    order[member].toString().replace(QStringLiteral("KEY"), QString(key).replace(QLatin1Char('"'), QStringLiteral("\\\"")));
        }
        client.remote.fail(*fake::Fault::fromJson(order));
    }
    const auto answer =
        client.session.post(QStringLiteral("task/"), {{QStringLiteral("name"), QStringLiteral("a")}}, http::Repeat::Never, {});
    QString told = client.journal.everything();
    if (!answer)
        told += answer.error().detail + answer.error().where;
    QVERIFY(!told.isEmpty());
    for (const QString &shape :
         {key, QStringLiteral("with/odd"), QStringLiteral("with%2Fodd"), QString::fromLatin1(key.toUtf8().toBase64())})
        QVERIFY2(!told.contains(shape), qPrintable(told));
}

void TestSession::aDownloadShowsNoKey()
{
    PlanfixClient client;
    client.remote.setStorage(QStringLiteral("https://konigkomfort.planfix.ru/__storage/"));
    const auto file = client.api.uploadFile(QStringLiteral("смета \"1\".txt"), "content\r\n--with dashes--");
    PFX_VERIFY(file);
    QCOMPARE(client.remote.row(QStringLiteral("files"), *file)[u"name"].toString(), QStringLiteral("смета '1'.txt"));
    const auto content = client.api.downloadFile(*file);
    PFX_VERIFY(content);
    QCOMPARE(*content, QByteArray("content\r\n--with dashes--")); // the fake's storage refuses a key; the fixture looks
    PFX_VERIFY_ERROR(client.api.downloadFile(99), ErrorCode::NotFound);
}

void TestSession::oddDownloads_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("to nowhere") << QByteArray(R"({"kind":"redirect","status":302,"location":""})") << ErrorCode::BadAnswer;
    QTest::newRow("refused with a success's status") << QByteArray(
        R"({"kind":"status","status":200,"body":"{\"result\":\"fail\",\"code\":7000,\"error\":\"File not found by id 7710\"}"})")
                                                     << ErrorCode::NotFound;
    QTest::newRow("a page") << QByteArray(R"({"kind":"html","status":404})") << ErrorCode::BadAnswer;
    QTest::newRow("a file that is not there any more")
        << QByteArray(R"({"kind":"redirect","status":302,"location":"/__storage/12345"})") << ErrorCode::NotFound;
}

void TestSession::oddDownloads()
{
    QFETCH(QByteArray, fault);
    QFETCH(ErrorCode, expected);
    PlanfixClient client;
    client.fail(fault);
    PFX_VERIFY_ERROR(client.api.downloadFile(7710), expected);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
