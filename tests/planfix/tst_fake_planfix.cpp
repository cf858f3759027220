// SPDX-License-Identifier: GPL-3.0-or-later
// The strict fake held against what is known of Planfix: each row is a fact of the OpenAPI, the help pages or a fixture.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_planfix/fake_planfix.h"
#include "tests/support/verify_result.h"

using namespace pfx::test;
using namespace pfx::fake;

namespace {

/// 2 February 2026, 12:00 UTC
constexpr qint64 noon = 1'770'033'600'000;

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject found = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("the test's own JSON: %s", qPrintable(error.errorString()));
    return found;
}

Call call(const QByteArray &line, const QByteArray &body = {}, const QByteArray &key = usualKey().toLatin1())
{
    const QUrl url(QString::fromUtf8(line.mid(line.indexOf(' ') + 1)));
    Call made{line.left(line.indexOf(' ')), QStringLiteral("/rest") + url.path(), QUrlQuery(url), {}, body};
    if (!key.isEmpty())
        made.headers.append(pfx::http::Header{"Authorization", "Bearer " + key});
    if (!body.isEmpty())
        made.headers.append(pfx::http::Header{"Content-Type", "application/json"});
    return made;
}

QByteArray filtered(const char *filters, const char *fields = "id")
{
    return QByteArray("{\"fields\":\"") + fields + "\",\"filters\":[" + filters + "]}";
}

QVector<qint64> ids(const Answer &answer, const QString &member)
{
    QVector<qint64> found;
    for (const QJsonValue row : answer.json()[member].toArray())
        found << row[u"id"].toInteger();
    return found;
}

struct Account {
    explicit Account(const QJsonObject &state = fullAccount()) : planfix(clock, state) { }
    Answer ask(const QByteArray &line, const QByteArray &body = {}) { return planfix.answer(call(line, body)); }

    FakeClock clock{noon};
    FakePlanfix planfix;
};

} // namespace

class TestFakePlanfix : public QObject {
    Q_OBJECT

private slots:
    void fixtures_data();
    void fixtures();
    void answers_data();
    void answers();
    void filters_data();
    void filters();
    void strange_data();
    void strange();
    void keys();
    void quota();
    void pace_data();
    void pace();
    void rights_data();
    void rights();
    void taskIsMadeAsAsked();
    void fieldsOutsideTheTemplateVanish();
    void queuedChange();
    void pages();
    void importFindsDuplicates();
    void commentsAndHistory();
    void fileLiesElsewhere();
    void faults_data();
    void faults();
    void stateOutlivesTheFake();
};

void TestFakePlanfix::fixtures_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const char *line, const char *request, const char *answer) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(request) << QString::fromLatin1(answer);
    };
    row("ping", "GET /ping", "", "rest_ping_ok.json");
    row("a task without fields is its number", "GET /task/50412", "", "rest_task_get_nofields.200.json");
    row("a task with fields",
        "GET "
        "/task/50412?fields=id,name,description,priority,type,processId,status,assigner,assignees,counterparty,template,object,dateTime,"
        "startDateTime,endDateTime,dateOfLastUpdate,hasStartDate,hasEndDate,hasStartTime,hasEndTime,overdue,115,120,121,122,123",
        "", "rest_task_get.200.json");
    row("contacts' templates", "GET /contact/templates?fields=id,name", "", "rest_contact_templates.200.json");
    row("processes", "GET /process/task?fields=id,name", "", "rest_process_task.200.json");
    row("statuses", "GET /process/task/17/statuses?fields=id,name,color,isActive,hasDeadline,isAppliedIndividually,texts", "",
        "rest_process_statuses.200.json");
    row("custom fields", "GET /customfield/task?fields=id,name,names,type,objectType,groupId,directoryId,directoryFields,enumValues", "",
        "rest_customfield_task.200.json");
    row("a task that is not there", "POST /task/990001", "{}", "rest_error_task_not_found.404.json");
    row("a contact that is not there", "POST /contact/990002", "{}", "rest_error_contact_not_found.404.json");
    row("a status that is not there", "POST /task/", "{\"status\":{\"id\":777}}", "rest_error_bad_value.400.json");
}

void TestFakePlanfix::fixtures()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, request);
    QFETCH(QString, answer);
    Account account;
    const Answer got = account.ask(line, request.toUtf8());
    QCOMPARE(got.json(), object(fixture(answer)));
    const int status = answer.section(u'.', 1, 1).toInt();
    QCOMPARE(got.status, status == 0 ? 200 : status);
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::answers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *line, const char *body, int status, int code) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(body) << status << code;
    };
    row("a task to read that is not there", "GET /task/10", "", 400, 1000);
    row("a contact to read that is not there", "GET /contact/10", "", 404, 2000);
    row("a contact by its prefixed number", "GET /contact/contact:311", "", 200, -1);
    row("a contact without a template", "POST /contact/", "{\"name\":\"Анна\"}", 400, 2001);
    row("a contact without a name", "POST /contact/", "{\"template\":{\"id\":1},\"email\":\"a@example.org\"}", 400, 2006);
    row("a contact with a broken e-mail", "POST /contact/", "{\"template\":{\"id\":1},\"name\":\"A\",\"email\":\"nowhere\"}", 400, 2004);
    row("a new contact", "POST /contact/", "{\"template\":{\"id\":1},\"name\":\"A\"}", 201, -1);
    row("a task with nothing", "POST /task/", "{}", 201, -1);
    row("a task of an unknown template", "POST /task/", "{\"template\":{\"id\":9999}}", 400, 41);
    row("a status of another process", "POST /task/", "{\"template\":{\"id\":105},\"status\":{\"id\":112}}", 400, 41);
    row("a comment where none are allowed", "POST /task/50413/comments/", "{\"description\":\"a\"}", 400, 6);
    row("a comment", "POST /task/50412/comments/", "{\"description\":\"a\"}", 201, -1);
    row("a comment of nothing", "POST /task/1/comments/", "{\"description\":\"a\"}", 400, 1000);
    row("a file that is not there", "GET /file/13", "", 400, 7000);
    row("a file from Planfix itself", "POST /file/from-url/", "{\"name\":\"a\",\"url\":\"https://x.planfix.com/a\"}", 400, 41);
    row("an unknown saved filter", "POST /task/list", "{\"filterId\":\"31\"}", 400, 41);
    row("a directory that is not there", "GET /directory/13", "", 404, 8000);
    row("statuses of an unknown process are none", "GET /process/task/13/statuses", "", 200, -1);
    row("all employees", "POST /user/list", "{\"fields\":\"id,name\"}", 200, -1);
}

void TestFakePlanfix::answers()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, code);
    Account account;
    account.planfix.act("POST", QStringLiteral("/task/"), object("{\"template\":{\"id\":105}}"), QStringLiteral("user:5")); // 50413
    const Answer got = account.ask(line, body);
    QCOMPARE(got.status, status);
    QCOMPARE(got.json()[u"code"].toInt(-1), code);
    QCOMPARE(got.json()[u"result"].toString(), code < 0 ? QStringLiteral("success") : QStringLiteral("fail"));
    QVERIFY(code < 0 || !got.json()[u"error"].toString().isEmpty());
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::filters_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QVector<qint64>>("found");
    const auto tasks = [](const char *name, const char *filter, const QVector<qint64> &found) {
        QTest::newRow(name) << QByteArray("POST /task/list") << filtered(filter) << found;
    };
    const auto contacts = [](const char *name, const char *filter, const QVector<qint64> &found) {
        QTest::newRow(name) << QByteArray("POST /contact/list") << filtered(filter) << found;
    };
    tasks("no filter is all", "", {50398, 50404, 50412});
    tasks("a part of the name", R"({"type":8,"operator":"equal","value":"ord-2040"})", {50404});
    tasks("not that part", R"({"type":8,"operator":"notequal","value":"ord-2040"})", {50398, 50412});
    tasks("a status", R"({"type":10,"operator":"equal","value":2})", {50404, 50412});
    tasks("one of statuses", R"({"type":10,"operator":"equal","value":[1,3]})", {50398});
    tasks("numbers", R"({"type":57,"operator":"equal","value":[50398,50412]})", {50398, 50412});
    tasks("a template", R"({"type":51,"operator":"equal","value":104})", {50398, 50404, 50412});
    tasks("an assignee", R"({"type":2,"operator":"equal","value":"user:5"})", {50412});
    tasks("a group of assignees", R"({"type":2,"operator":"equal","value":"group:3"})", {50412});
    tasks("no assignees", R"({"type":33,"operator":"equal","value":1})", {50398});
    tasks("a counterparty with its prefix", R"({"type":7,"operator":"equal","value":"contact:305"})", {50404});
    tasks("a counterparty by number", R"({"type":7,"operator":"equal","value":305})", {50404});
    tasks("a text field", R"({"type":101,"operator":"equal","field":115,"value":"ORD-2041"})", {50412});
    tasks("a part of a text field", R"({"type":101,"operator":"have","field":115,"value":"ORD"})", {50398, 50404, 50412});
    tasks("a number field above", R"({"type":102,"operator":"gt","field":120,"value":4000})", {50412});
    tasks("a list field", R"({"type":106,"operator":"equal","field":122,"value":"Сайт"})", {50412});
    tasks("a directory field", R"({"type":107,"operator":"equal","field":123,"value":2})", {50412});
    tasks("a field that has a value", R"({"type":152,"operator":"equal","value":120})", {50412});
    tasks("a field without a value", R"({"type":153,"operator":"equal","value":120})", {50398, 50404});
    tasks("changed today", R"({"type":79,"operator":"equal","value":{"dateType":"today"}})", {50398, 50404, 50412});
    tasks("changed on a day", R"({"type":38,"operator":"equal","value":{"dateType":"otherDate","dateValue":"01-02-2026"}})", {});
    tasks("changed since a minute, that minute included",
          R"({"type":79,"operator":"gtAndEqual","value":{"dateType":"otherDate_withTime","dateValue":"02-02-2026 10:41"}})",
          {50398, 50404, 50412});
    tasks("changed after a minute, that minute not",
          R"({"type":79,"operator":"gt","value":{"dateType":"otherDate_withTime","dateValue":"02-02-2026 10:41"}})", {});
    tasks("made in a range of days",
          R"({"type":12,"operator":"equal","value":{"dateType":"otherRange","dateFrom":"30-01-2026","dateTo":"31-01-2026"}})", {50398});
    tasks("made in the last week", R"({"type":12,"operator":"equal","value":{"dateType":"lastWeek"}})", {50398, 50404, 50412});
    tasks("all must hold", R"({"type":10,"operator":"equal","value":2},{"type":101,"operator":"equal","field":115,"value":"ORD-2039"})",
          {});
    QTest::newRow("the fixture's request") << QByteArray("POST /task/list") << fixture(QStringLiteral("rest_task_list.request.json"))
                                           << QVector<qint64>{50412};
    QTest::newRow("a saved filter") << QByteArray("POST /task/list") << QByteArray("{\"filterId\":\"40578\"}") << QVector<qint64>{50398};
    QTest::newRow("what the key's person gave out")
        << QByteArray("POST /task/list") << QByteArray("{\"filterId\":\":out\"}") << QVector<qint64>{50412};
    QTest::newRow("a contact by phone") << QByteArray("POST /contact/list")
                                        << fixture(QStringLiteral("rest_contact_list_by_phone.request.json")) << QVector<qint64>{311};
    QTest::newRow("a contact by e-mail") << QByteArray("POST /contact/list")
                                         << fixture(QStringLiteral("rest_contact_list_by_email.request.json")) << QVector<qint64>{311};
    contacts("people only unless companies are asked for", "", {305, 311});
    contacts("a phone with a plus", R"({"type":4003,"operator":"equal","value":"+79000000117"})", {311});
    contacts("a further e-mail", R"({"type":4221,"operator":"equal","value":"anna.work"})", {311});
    contacts("a part of an e-mail", R"({"type":4005,"operator":"equal","value":"example.org"})", {305, 311});
    contacts("an e-mail is exact", R"({"type":4026,"operator":"equal","value":"example.org"})", {});
    QTest::newRow("companies") << QByteArray("POST /contact/list") << QByteArray("{\"isCompany\":true}") << QVector<qint64>{290};
    QTest::newRow("an employee by extension") << QByteArray("POST /user/list")
                                              << filtered(R"({"type":9004,"operator":"equal","value":"102"})") << QVector<qint64>{6};
}

void TestFakePlanfix::filters()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    QFETCH(QVector<qint64>, found);
    Account account;
    const Answer got = account.ask(line, body);
    const QString member = line.contains("/task/") ? QStringLiteral("tasks")
        : line.contains("/user/")                  ? QStringLiteral("users")
                                                   : QStringLiteral("contacts");
    QCOMPARE(got.status, 200);
    QCOMPARE(ids(got, member), found);
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::strange_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *line, const char *body, int status, int code) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(body) << status << code;
    };
    row("a create without the slash is another address", "POST /task", "{}", 405, 5);
    row("a slash too many is another address", "GET /ping/", "", 405, 5);
    row("the address of the quick start's code", "POST /task/create", "{}", 405, 5);
    row("a method that is not there", "DELETE /task/50412", "", 405, 5);
    row("an unknown address", "GET /webhooks", "", 405, 5);
    row("an unknown member of the body", "POST /task/", "{\"title\":\"a\"}", 400, 41);
    row("an unknown member deep in the body", "POST /task/", "{\"assignees\":{\"people\":[]}}", 400, 41);
    row("a plain number where an object is due", "POST /task/", "{\"template\":1}", 400, 41);
    row("a word where a number is due", "POST /task/", "{\"template\":{\"id\":\"104\"}}", 400, 41);
    row("a foreign id that is no UUID", "POST /task/", "{\"sourceObjectId\":\"amo:778812\"}", 400, 41);
    row("null", "POST /task/", "{\"name\":null}", 400, 41);
    row("a date the wrong way round", "POST /task/", "{\"startDateTime\":{\"date\":\"2026-02-03\"}}", 400, 41);
    row("a time without its seconds", "POST /task/", "{\"startDateTime\":\"03-02-2026 09:30\"}", 400, 41);
    row("an employee without prefix", "POST /task/", "{\"assignees\":{\"users\":[{\"id\":5}]}}", 400, 41);
    row("a text in a number field", "POST /task/", R"({"template":{"id":104},"customFieldData":[{"field":{"id":120},"value":"4990"}]})",
        400, 41);
    row("a plain date in a date field", "POST /task/",
        R"({"template":{"id":104},"customFieldData":[{"field":{"id":121},"value":"03-02-2026"}]})", 400, 41);
    row("a label in a directory field", "POST /task/",
        R"({"template":{"id":104},"customFieldData":[{"field":{"id":123},"value":"Тверь"}]})", 400, 41);
    row("broken JSON", "POST /task/", "{\"name\":", 400, 30);
    row("broken JSON to a list", "POST /task/list", "{\"name\":", 500, 30);
    row("an array for a body", "POST /task/", "[]", 400, 30);
    row("a page too large", "POST /task/list", "{\"pageSize\":101}", 400, 41);
    row("an unknown filter", "POST /task/list", "{\"filters\":[{\"type\":777,\"operator\":\"equal\",\"value\":1}]}", 500, 0);
    row("an unknown operator", "POST /task/list", "{\"filters\":[{\"type\":10,\"operator\":\"equals\",\"value\":1}]}", 500, 0);
    row("a filter without a value", "POST /task/list", "{\"filters\":[{\"type\":10,\"operator\":\"equal\"}]}", 500, 0);
    row("a filter of another kind of field", "POST /task/list", R"({"filters":[{"type":102,"operator":"equal","field":115,"value":1}]})",
        500, 0);
    row("a moment where a date filter wants its type", "POST /task/list",
        R"({"filters":[{"type":79,"operator":"gt","value":"02-02-2026"}]})", 500, 0);
    row("a sort order", "POST /task/list", "{\"sort\":[]}", 500, 0);
    row("a field that nobody knows is left out", "GET /task/50412?fields=id,title", "", 200, -1);
    row("custom fields by the literal name are left out", "GET /task/50412?fields=customFieldData", "", 200, -1);
    row("an unknown parameter", "GET /task/50412?account=a", "", 200, -1);
    row("a body of a GET", "GET /task/50412", "{\"fields\":\"id\"}", 200, -1);
    row("a priority that is no word of it", "POST /task/", "{\"priority\":\"High\"}", 201, -1);
    row("what the fake does not serve", "POST /report/list", "{}", 501, 0);
}

void TestFakePlanfix::strange()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, code);
    Account account;
    const auto tasks = account.planfix.rows(QStringLiteral("tasks")).size();
    const Answer got = account.ask(line, body);
    QCOMPARE(got.status, status);
    QCOMPARE(got.json()[u"code"].toInt(-1), code);
    QCOMPARE(account.planfix.takeRefusals().size(), 1);
    QCOMPARE(account.planfix.rows(QStringLiteral("tasks")).size() - tasks, status == 201 ? 1 : 0);
}

void TestFakePlanfix::keys()
{
    Account account;
    const QJsonObject unknown = object(fixture(QStringLiteral("rest_error_unknown_token.401.json")));
    QCOMPARE(account.planfix.answer(call("GET /ping", {}, "other")).json(), unknown);
    QCOMPARE(account.planfix.answer(call("GET /ping", {}, {})).status, 401);
    QCOMPARE(account.planfix.answer(call("GET /nowhere", {}, {})).json(), unknown);
    QCOMPARE(account.planfix.answer(call("GET /ping?access_token=" + usualKey().toLatin1(), {}, {})).status, 200);
    QCOMPARE(account.planfix.answer(call("POST /task/?access_token=" + usualKey().toLatin1(), "{}", {})).status, 401);
    QVERIFY(!account.planfix.log()[3].path.contains(usualKey()));
    for (const int code : {2, 10, 11, 16, 20, 21}) {
        account.planfix.setRules([code](AccessRules &rules) { rules.trouble = code; });
        QCOMPARE(account.ask("GET /ping").json()[u"code"].toInt(), code);
    }
}

void TestFakePlanfix::quota()
{
    Account account;
    account.planfix.setRules([](AccessRules &rules) { rules.perDay = 3; });
    QCOMPARE(account.ask("GET /ping").headers.last().name, QByteArray("X-RateLimit-Remaining"));
    QCOMPARE(account.ask("GET /ping").headers.last().value, QByteArray("2")); // about ten minutes old
    QCOMPARE(account.ask("GET /ping").status, 200);
    const Answer used = account.ask("GET /ping");
    QCOMPARE(used.status, 403);
    QCOMPARE(used.json()[u"code"].toInt(), 22);
    QCOMPARE(used.json()[u"timeToReset"].toInt(), 12 * 3'600'000);
    account.clock.advance(12 * 3'600'000);
    QCOMPARE(account.ask("GET /ping").status, 200);
    account.planfix.useUpQuota(account.clock.nowMs() + 43'000);
    QCOMPARE(account.ask("GET /ping").json(), object(fixture(QStringLiteral("rest_error_quota.403.json"))));
    account.clock.advance(43'000);
    QCOMPARE(account.ask("GET /ping").status, 200);
}

void TestFakePlanfix::pace_data()
{
    QTest::addColumn<PaceRefusal>("refusal");
    QTest::addColumn<int>("status");
    QTest::newRow("code 22 without a time") << PaceRefusal::Code22 << 403;
    QTest::newRow("code 22 with a time") << PaceRefusal::Code22WithTime << 403;
    QTest::newRow("429") << PaceRefusal::Status429 << 429;
}

void TestFakePlanfix::pace()
{
    QFETCH(PaceRefusal, refusal);
    QFETCH(int, status);
    Account account;
    account.planfix.setRules([refusal](AccessRules &rules) {
        rules.perSecond = 1;
        rules.paceRefusal = refusal;
    });
    QCOMPARE(account.ask("GET /ping").status, 200);
    account.clock.advance(500);
    const Answer early = account.ask("GET /ping");
    QCOMPARE(early.status, status);
    QCOMPARE(early.json().contains(u"timeToReset"), refusal == PaceRefusal::Code22WithTime);
    account.clock.advance(1000);
    QCOMPARE(account.ask("GET /ping").status, 200);
}

void TestFakePlanfix::rights_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("scope");
    const auto row = [](const char *line, const char *scope) { QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(scope); };
    row("POST /task/", "task_add");
    row("GET /task/50412", "task_readonly");
    row("POST /task/list", "task_readonly");
    row("GET /task/templates", "task_readonly");
    row("POST /task/50412", "task_update");
    row("GET /contact/311", "contact_readonly");
    row("POST /contact/list", "contact_readonly");
    row("POST /contact/", "contact_add");
    row("POST /contact/311", "contact_update");
    row("POST /user/list", "user_readonly");
    row("POST /task/50412/comments/list", "comment_readonly");
    row("POST /task/50412/comments/", "comment_add");
    row("GET /file/7710", "file_readonly");
}

void TestFakePlanfix::rights()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, scope);
    Account account(noRightsAccount());
    const QByteArray body = line.startsWith("POST") ? "{\"fields\":\"id\"}" : "";
    const Answer denied = account.ask(line, body);
    QCOMPARE(denied.status, 405);
    QCOMPARE(denied.json(), object(fixture(QStringLiteral("rest_error_scope_denied.405.json"))));
    QCOMPARE(account.ask("GET /ping").status, 200);
    QCOMPARE(account.planfix.refusals(), QStringList()); // a right that is missing is nobody's mistake
    account.planfix.grant(QStringList{scope});
    QVERIFY(account.ask(line, body).status != 405);
}

void TestFakePlanfix::taskIsMadeAsAsked()
{
    Account account;
    const QByteArray asked = fixture(QStringLiteral("rest_task_create.request.json"));
    const Answer made = account.ask("POST /task/", asked);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json(), object("{\"result\":\"success\",\"id\":50413}"));
    const QJsonObject task = account
                                 .ask("GET /task/50413?fields=name,description,status,assignees,counterparty,startDateTime,dateTime,"
                                      "hasStartTime,template,processId,sourceObjectId,115,120,121,122,123")
                                 .json()[u"task"]
                                 .toObject();
    const QJsonObject like = object(fixture(QStringLiteral("rest_task_get.200.json")))[u"task"].toObject();
    for (const char16_t *same :
         {u"name", u"assignees", u"counterparty", u"startDateTime", u"hasStartTime", u"template", u"processId", u"customFieldData"})
        QCOMPARE(task[QStringView(same)], like[QStringView(same)]);
    QCOMPARE(task[u"status"][u"name"].toString(), QStringLiteral("Новая"));
    QCOMPARE(task[u"dateTime"][u"dateTimeUtcSeconds"].toString(), QStringLiteral("2026-02-02T12:00:00+0000"));
    QCOMPARE(task[u"sourceObjectId"], object(asked)[u"sourceObjectId"]);
    QCOMPARE(account.planfix.takeEvents().first().name, QStringLiteral("task.created"));
    QCOMPARE(account.planfix.refusals(), QStringList());
    const Answer changed =
        account.ask("POST /task/50413", R"({"counterparty":{"id":"contact:99"},"hasStartDate":false,"status":{"id":3}})");
    QCOMPARE(changed.json(), object(fixture(QStringLiteral("rest_task_update_failures_object.200.json"))));
    QVERIFY(!account.planfix.row(QStringLiteral("tasks"), 50413).contains(u"startDateTime"));
}

void TestFakePlanfix::fieldsOutsideTheTemplateVanish()
{
    Account account;
    const Answer made = account.ask("POST /task/", R"({"template":{"id":105},"customFieldData":[
        {"field":{"id":115},"value":"ORD-1"},{"field":{"id":120},"value":1},{"field":{"id":122},"value":"Никогда не было"}]})");
    QCOMPARE(made.status, 201);
    QCOMPARE(account.ask("GET /task/50413?fields=115,120").json()[u"task"][u"customFieldData"].toArray().size(), 1);
    account.ask("POST /task/50412", R"({"customFieldData":[{"field":{"id":122},"value":"Никогда не было"}]})");
    const QJsonArray kept = account.ask("GET /task/50412?fields=115,122").json()[u"task"][u"customFieldData"].toArray();
    QCOMPARE(kept.size(), 2); // those that were not named stay
    QCOMPARE(kept[1][u"value"].toString(), QStringLiteral("Никогда не было"));
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::queuedChange()
{
    Account account;
    account.planfix.lockTask(50412, noon + 5'000);
    const Answer queued = account.ask("POST /task/50412", "{\"status\":{\"id\":3}}");
    QCOMPARE(queued.status, 202);
    QCOMPARE(queued.body, QByteArray());
    QCOMPARE(account.ask("GET /task/50412?fields=status").json()[u"task"][u"status"][u"id"].toInt(), 2);
    account.clock.advance(5'000);
    QCOMPARE(account.ask("GET /task/50412?fields=status").json()[u"task"][u"status"][u"id"].toInt(), 3);
}

void TestFakePlanfix::pages()
{
    Account account;
    for (int i = 0; i < 247; ++i)
        account.planfix.act("POST", QStringLiteral("/task/"), {}, QStringLiteral("user:5"));
    QCOMPARE(ids(account.ask("POST /task/list", "{}"), QStringLiteral("tasks")).size(), 100);
    QVector<qint64> all;
    for (const char *body : {"{\"offset\":0}", "{\"offset\":100}", "{\"offset\":200}"})
        all += ids(account.ask("POST /task/list", body), QStringLiteral("tasks"));
    QCOMPARE(all.size(), 250);
    QVERIFY(std::is_sorted(all.cbegin(), all.cend()));
    QCOMPARE(account.ask("POST /task/list", "{\"offset\":250}").json(), object(fixture(QStringLiteral("rest_task_list_empty.200.json"))));
    QCOMPARE(ids(account.ask("POST /task/list", "{\"offset\":2,\"pageSize\":2}"), QStringLiteral("tasks")),
             (QVector<qint64>{50412, 50413}));
    QCOMPARE(ids(account.ask("GET /task/templates?offset=1&pageSize=1"), QStringLiteral("templates")), QVector<qint64>{105});
}

void TestFakePlanfix::importFindsDuplicates()
{
    Account account;
    const QByteArray asked = fixture(QStringLiteral("rest_contact_import.request.json"));
    const Answer imported = account.ask("POST /contact/import", asked);
    QCOMPARE(imported.status, 201);
    QCOMPARE(imported.body, QByteArray());
    QCOMPARE(account.planfix.rows(QStringLiteral("contacts")).size(), 3); // both were known
    QCOMPARE(account.planfix.row(QStringLiteral("contacts"), 311)[u"phones"].toArray().size(), 1); // phones are replaced
    account.ask("POST /contact/import", QByteArray(asked).replace("\"update\"", "\"none\""));
    QCOMPARE(account.planfix.rows(QStringLiteral("contacts")).size(), 5);
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::commentsAndHistory()
{
    Account account;
    const QByteArray list =
        R"({"fields":"id,dateTime,type,fromType,description,task,owner,isDeleted,isPinned,isHidden,recipients,files,changeStatus",
                               "typeList":"All","resultOrder":[{"field":"dateTime","direction":"Desc"}]})";
    QCOMPARE(account.ask("POST /task/50412/comments/list", list).json(), object(fixture(QStringLiteral("rest_comment_list.200.json"))));
    QCOMPARE(account.ask("POST /task/50412/comments/?silent=true", "{\"description\":\"Готово\"}").json()[u"id"].toInt(), 900312);
    QCOMPARE(ids(account.ask("POST /task/50412/comments/list", "{}"), QStringLiteral("comments")), (QVector<qint64>{900305, 900312}));
    const Answer changed = account.ask("POST /task/50412/comments/900312", "{\"isPinned\":true}");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.body, QByteArray());
    account.ask("POST /task/50412", "{\"status\":{\"id\":3}}");
    account.ask("POST /task/50412?silent=true", "{\"status\":{\"id\":2}}");
    QCOMPARE(ids(account.ask("POST /task/50412/comments/list", "{\"typeList\":\"All\"}"), QStringLiteral("comments")),
             (QVector<qint64>{900305, 900311, 900312, 900313})); // the silent one left no trace
    QCOMPARE(account.planfix.refusals(), QStringList());
}

void TestFakePlanfix::fileLiesElsewhere()
{
    Account account;
    Call upload = call("POST /file/?targetType=task",
                       "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"смета.txt\"\r\n\r\n" + QByteArray(1500, 'a')
                           + "\r\n--b--\r\n");
    upload.headers.last().value = "multipart/form-data; boundary=b";
    QCOMPARE(account.planfix.answer(upload).json()[u"id"].toInt(), 7711);
    const QJsonObject file = account.ask("GET /file/7711?fields=name,size").json()[u"file"].toObject();
    QCOMPARE(file[u"name"].toString(), QStringLiteral("смета.txt"));
    QCOMPARE(file[u"size"].toInt(), 2); // KiB
    const Answer moved = account.ask("GET /file/7711/download");
    QCOMPARE(moved.status, 302);
    const QUrl place(QString::fromUtf8(moved.headers.first().value));
    QCOMPARE(account.planfix.answer({"GET", QStringLiteral("/__storage/7711"), {}, {}, {}}).body.size(), 1500);
    QCOMPARE(account.planfix.refusals(), QStringList());
    account.planfix.answer({"GET", QStringLiteral("/__storage/7711"), {}, {{"Authorization", "Bearer a"}}, {}});
    QCOMPARE(account.planfix.takeRefusals().size(), 1);
    upload.body.replace("\"file\"", "\"document\"");
    QCOMPARE(account.planfix.answer(upload).json()[u"code"].toInt(), 7001);
}

void TestFakePlanfix::faults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tasks");
    const auto row = [](const char *name, const char *fault, Delivery delivery, int status, int tasks) {
        QTest::newRow(name) << QByteArray(fault) << delivery << status << tasks;
    };
    row("no connection", R"({"kind":"unreachable"})", Delivery::Unreachable, 200, 3);
    row("dropped before the effect", R"({"kind":"drop"})", Delivery::Dropped, 200, 3);
    row("the answer is lost after the effect", R"({"kind":"drop","effect":true})", Delivery::Dropped, 201, 4);
    row("a status", R"({"kind":"status","status":503})", Delivery::Whole, 503, 3);
    row("half an answer after the effect", R"({"kind":"half","effect":true})", Delivery::Half, 201, 4);
    row("cut JSON after the effect", R"({"kind":"cut","effect":true})", Delivery::Whole, 201, 4);
    row("slow", R"({"kind":"slow","delay_ms":4000})", Delivery::Whole, 201, 4);
    row("a page", R"({"kind":"html","status":502})", Delivery::Whole, 502, 3);
    row("a huge answer", R"({"kind":"huge","bytes":1000})", Delivery::Whole, 200, 3);
    row("somewhere else", R"({"kind":"redirect","status":307,"location":"/rest/elsewhere"})", Delivery::Whole, 307, 3);
    row("nothing at all", R"({"kind":"empty","status":200,"effect":true})", Delivery::Whole, 200, 4);
}

void TestFakePlanfix::faults()
{
    QFETCH(QByteArray, fault);
    QFETCH(Delivery, delivery);
    QFETCH(int, status);
    QFETCH(int, tasks);
    Account account;
    QJsonObject second = object(fault);
    second.insert(QStringLiteral("at"), 2);
    second.insert(QStringLiteral("call"), QStringLiteral("POST /task/"));
    account.planfix.fail(*Fault::fromJson(second));
    account.ask("GET /ping");
    QCOMPARE(account.planfix.faultsThatNeverCame(), 1);
    account.ask("POST /task/", "{}");
    const Answer got = account.ask("POST /task/", "{}");
    QCOMPARE(got.delivery, delivery);
    QCOMPARE(got.status, status);
    QCOMPARE(account.planfix.rows(QStringLiteral("tasks")).size(), tasks + 1);
    QCOMPARE(account.ask("POST /task/", "{}").status, 201);
    QCOMPARE(account.planfix.faultsThatNeverCame(), 0);
    QVERIFY(account.planfix.log()[2].spoilt);
    QVERIFY(!Fault::fromJson({{QStringLiteral("kind"), QStringLiteral("earthquake")}}));
}

void TestFakePlanfix::stateOutlivesTheFake()
{
    QJsonObject saved;
    {
        Account account;
        account.planfix.onChange([&saved](const QJsonObject &state) { saved = state; });
        account.ask("POST /task/", "{\"name\":\"Одна\"}");
    }
    Account again(saved);
    QCOMPARE(again.planfix.row(QStringLiteral("tasks"), 50413)[u"name"].toString(), QStringLiteral("Одна"));
    QCOMPARE(again.ask("POST /task/", "{}").json()[u"id"].toInt(), 50414);
    QVERIFY(account(QStringLiteral("quick-start")).has_value());
    QVERIFY(!account(QStringLiteral("other")).has_value());
    QCOMPARE(Account(emptyAccount()).ask("POST /task/list", "{}").json()[u"tasks"].toArray().size(), 0);
}

QTEST_GUILESS_MAIN(TestFakePlanfix)
#include "tst_fake_planfix.moc"
