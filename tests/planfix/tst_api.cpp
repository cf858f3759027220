// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's calls by name against the strict fake: each is asked as the specification has it, reads what it should, and tells the truth
// about its effect whatever goes wrong on the way.
#include "core/planfix/write_entities.h"
#include "tests/planfix/planfix_fixture.h"

using namespace pfx;
using namespace pfx::test;
using namespace pfx::planfix;
using base::Effected;
using base::ErrorCode;

namespace {

TaskDraft order()
{
    TaskDraft draft;
    draft.name = QStringLiteral("Заявка #ORD-7");
    draft.description = toHtml(QStringLiteral("Розетки <4>\nул. Мира & 8"));
    draft.templateId = 104;
    draft.status = 1;
    draft.counterparty = QStringLiteral("contact:311");
    draft.assignees = People{{{QStringLiteral("user:5"), {}}}, {{QStringLiteral("3"), {}}}};
    draft.start = TimePoint{QDate(2026, 2, 3), QTime(9, 30), {}};
    draft.end = TimePoint{QDate(2026, 2, 4), {}, {}};
    draft.custom = {{115, {}, {}, QStringLiteral("ORD-7"), {}}, {120, {}, {}, 4990.5, {}}};
    draft.files = QVector<qint64>{7710};
    draft.sourceObjectId = QStringLiteral("6c0a2f7e-51b4-4e0e-9a35-2d0c4f1b2041");
    return draft;
}

ContactDraft person(const QString &name, const QString &phone)
{
    ContactDraft draft;
    draft.templateId = 1;
    draft.name = name;
    draft.lastName = QStringLiteral("Носова");
    draft.email = QStringLiteral("new@example.org");
    draft.phones = QVector<Phone>{{phone, 2}};
    draft.description = QStringLiteral("Импорт");
    draft.isCompany = false;
    draft.supervisors = {QStringLiteral("user:5")};
    draft.custom = {{210, {}, {}, QStringLiteral("778812"), {}}};
    return draft;
}

const QString newPhone = QStringLiteral("+79000000555");

struct Outcome {
    bool good = false;
    base::Error error;
    qsizetype rows = 0; ///< Of a list.
};

template <typename Result> Outcome outcome(const Result &result)
{
    if (!result)
        return {false, result.error()};
    if constexpr (requires { result->size(); })
        return {true, {}, result->size()};
    return {true, {}};
}

/// Every call, by its name in the specification. What it does is counted in rows of a table; empty: it only reads.
struct NamedCall {
    const char *call;
    const char *table;
    Outcome (*make)(Api &);
};

const NamedCall calls[] = {
    {"GET /ping", "", [](Api &api) { return outcome(api.ping()); }},
    {"POST /task/", "tasks", [](Api &api) { return outcome(api.createTask(order())); }},
    {"GET /task/{id}", "",
     [](Api &api) {
         return outcome(api.task(50412, {115, 120}));
     }},
    {"POST /task/{id}", "", [](Api &api) { return outcome(api.updateTask(50412, order(), Notice::Silent)); }},
    {"POST /task/list", "",
     [](Api &api) {
         return outcome(api.tasks({{8, QStringLiteral("equal"), QStringLiteral("ORD"), 0}}, {115}, 10));
     }},
    {"GET /task/templates", "", [](Api &api) { return outcome(api.taskTemplates()); }},
    {"POST /task/{id}/comments/", "comments",
     [](Api &api) { return outcome(api.addComment(50412, QStringLiteral("<b>да</b>"), Notice::Silent)); }},
    {"POST /task/{id}/comments/list", "", [](Api &api) { return outcome(api.comments(50412, 10)); }},
    {"POST /contact/", "contacts", [](Api &api) { return outcome(api.createContact(person(QStringLiteral("Ия"), newPhone))); }},
    {"GET /contact/{id}", "", [](Api &api) { return outcome(api.contact(311, {210})); }},
    {"POST /contact/{id}", "", [](Api &api) { return outcome(api.updateContact(311, person(QStringLiteral("Ия"), newPhone))); }},
    {"POST /contact/list", "",
     [](Api &api) {
         return outcome(api.contacts({{4026, QStringLiteral("equal"), QStringLiteral("nosov@example.org"), 0}}, 5));
     }},
    {"GET /contact/templates", "", [](Api &api) { return outcome(api.contactTemplates(true)); }},
    {"POST /contact/import", "contacts",
     [](Api &api) { return outcome(api.importContacts({person(QStringLiteral("Ия"), newPhone)}, 1, 2)); }},
    {"POST /user/list", "", [](Api &api) { return outcome(api.users()); }},
    {"GET /process/task", "", [](Api &api) { return outcome(api.processes()); }},
    {"GET /process/task/{id}/statuses", "", [](Api &api) { return outcome(api.statuses(17)); }},
    {"POST /object/list", "", [](Api &api) { return outcome(api.objects()); }},
    {"GET /customfield/task", "", [](Api &api) { return outcome(api.taskFields()); }},
    {"GET /customfield/contact", "", [](Api &api) { return outcome(api.contactFields()); }},
    {"POST /directory/list", "", [](Api &api) { return outcome(api.directories()); }},
    {"POST /directory/{id}/entry/list", "", [](Api &api) { return outcome(api.directoryEntries(33)); }},
    {"POST /file/", "files", [](Api &api) { return outcome(api.uploadFile(QStringLiteral("план.txt"), "content")); }},
    {"GET /file/{id}", "", [](Api &api) { return outcome(api.file(7710)); }},
};

struct Trouble {
    const char *name;
    const char *fault;
};

const Trouble troubles[] = {
    {"no connection", "{\"kind\":\"unreachable\"}"},
    {"no connection for long", "{\"kind\":\"unreachable\",\"times\":0}"},
    {"dropped", "{\"kind\":\"drop\"}"},
    {"dropped for long", "{\"kind\":\"drop\",\"times\":0}"},
    {"the answer is lost", "{\"kind\":\"drop\",\"effect\":true}"},
    {"all answers are lost", "{\"kind\":\"drop\",\"effect\":true,\"times\":0}"},
    {"half an answer", "{\"kind\":\"half\",\"effect\":true}"},
    {"cut JSON", "{\"kind\":\"cut\",\"effect\":true}"},
    {"slower than the deadline", "{\"kind\":\"slow\",\"delay_ms\":60000}"},
    {"an empty answer", "{\"kind\":\"empty\",\"status\":200,\"effect\":true}"},
    {"500 before", "{\"kind\":\"status\",\"status\":500}"},
    {"500 after", "{\"kind\":\"status\",\"status\":500,\"effect\":true}"},
    {"502 after", "{\"kind\":\"html\",\"status\":502,\"effect\":true}"},
    {"503 before", "{\"kind\":\"html\",\"status\":503}"},
    {"504 after", "{\"kind\":\"html\",\"status\":504,\"effect\":true}"},
    {"429 once", "{\"kind\":\"html\",\"status\":429}"},
    {"a page with 200 before", "{\"kind\":\"html\",\"status\":200}"},
    {"a page with 200 after", "{\"kind\":\"html\",\"status\":200,\"effect\":true}"},
    {"a page with 403", "{\"kind\":\"html\",\"status\":403}"},
    {"a huge answer after", "{\"kind\":\"huge\",\"bytes\":17000000,\"effect\":true}"},
    {"a redirect to another host", "{\"kind\":\"redirect\",\"status\":302,\"location\":\"https://planfix.example.org/\"}"},
    {"success that is none",
     "{\"kind\":\"status\",\"status\":200,\"body\":\"{\\\"result\\\":\\\"success\\\",\\\"id\\\":\\\"many\\\",\\\"tasks\\\":7,"
     "\\\"contacts\\\":[5]}\",\"effect\":true}"},
};

} // namespace

class TestApi : public QObject {
    Q_OBJECT

private slots:
    void everyCall_data();
    void everyCall();
    void tellsTheTruthOfItsEffect_data();
    void tellsTheTruthOfItsEffect();
    void aTaskComesBackAsItWent();
    void anUpdateSaysWhatWasNotTaken();
    void pages_data();
    void pages();
    void aListThatNeverEnds();
    void contactsAndPeople();
    void smallTables();
    void history();
    void keepsThePace();
};

void TestApi::everyCall_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(calls)); ++i)
        QTest::newRow(calls[i].call) << i;
}

void TestApi::everyCall()
{
    QFETCH(int, index);
    const NamedCall &call = calls[index];
    {
        PlanfixClient client;
        const auto before = client.count(call.table);
        const Outcome got = call.make(client.api);
        QVERIFY2(got.good, qPrintable(got.error.detail + got.error.where));
        QCOMPARE(client.remote.log().last().call, QString::fromLatin1(call.call));
        QCOMPARE(client.count(call.table) - before, *call.table ? 1 : 0);
        QCOMPARE(client.gate.entered().size(), client.remote.log().size());
    }
    if (QByteArray(call.call) == "GET /ping")
        return;
    PlanfixClient nobody(fake::noRightsAccount());
    const Outcome refused = call.make(nobody.api);
    QVERIFY(!refused.good);
    QVERIFY(refused.error.code == ErrorCode::ScopeMissing);
    QVERIFY(refused.error.effected == Effected::No);
}

void TestApi::tellsTheTruthOfItsEffect_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("fault");
    for (int i = 0; i < int(std::size(calls)); ++i) {
        for (const Trouble &trouble : troubles)
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(calls[i].call), QLatin1String(trouble.name))))
                << i << QByteArray(trouble.fault);
    }
}

void TestApi::tellsTheTruthOfItsEffect()
{
    QFETCH(int, index);
    QFETCH(QByteArray, fault);
    const NamedCall &call = calls[index];
    PlanfixClient client;
    const auto before = client.count(call.table);
    client.fail(fault);
    const Outcome got = call.make(client.api);
    const auto effects = client.count(call.table) - before;
    if (*call.table == '\0') {
        QVERIFY(got.good || got.error.code != ErrorCode::Internal);
        PlanfixClient untroubled;
        QVERIFY2(!got.good || got.rows == call.make(untroubled.api).rows, "an answer that was none has become an empty list");
        return;
    }
    QVERIFY2(effects <= 1, "done twice");
    if (got.good)
        QCOMPARE(effects, 1);
    else if (effects == 1)
        QVERIFY2(got.error.effected == Effected::Perhaps, qPrintable(base::name(got.error.code) + got.error.detail));
}

void TestApi::aTaskComesBackAsItWent()
{
    PlanfixClient client;
    const TaskDraft draft = order();
    const auto id = client.api.createTask(draft);
    PFX_VERIFY(id);
    const auto task = client.api.task(*id, {115, 120});
    PFX_VERIFY(task);
    QCOMPARE(task->name, *draft.name);
    QCOMPARE(task->description, QStringLiteral("Розетки &lt;4&gt;<br>ул. Мира &amp; 8"));
    QCOMPARE(task->templateId, 104);
    QCOMPARE(task->processId, 17);
    QCOMPARE(task->status->name, QStringLiteral("Новая"));
    QCOMPARE(task->counterparty, (Person{QStringLiteral("contact:311"), QStringLiteral("Анна Лебедева")}));
    QCOMPARE(task->assignees.users.first().name, QStringLiteral("Пётр Савин"));
    QCOMPARE(task->assignees.groups.first().number(), 3);
    QCOMPARE(task->start->date, draft.start->date);
    QCOMPARE(*task->start->time, *draft.start->time);
    QCOMPARE(task->end->date, draft.end->date);
    QCOMPARE(task->changed->instantMs, std::optional(client.clock.nowMs() - 1000));
    QCOMPARE(task->sourceObjectId, *draft.sourceObjectId);
    QCOMPARE(task->custom.size(), 2);
    QCOMPARE(task->custom[0].shown, QStringLiteral("ORD-7"));
    QCOMPARE(task->custom[1].value, QJsonValue(4990.5));
    // Without custom fields none are asked for.
    QCOMPARE(client.api.task(*id)->custom.size(), 0);
    PFX_VERIFY_ERROR(client.api.task(1), ErrorCode::NotFound);
    PFX_VERIFY_ERROR(client.api.updateTask(1, {}), ErrorCode::NotFound);
}

void TestApi::anUpdateSaysWhatWasNotTaken()
{
    PlanfixClient client;
    TaskDraft draft;
    draft.counterparty = QStringLiteral("contact:999");
    draft.status = 3;
    const auto updated = client.api.updateTask(50412, draft);
    PFX_VERIFY(updated);
    QVERIFY(!updated->isQueued);
    QCOMPARE(updated->failures, (QVector<FieldFailure>{{QStringLiteral("counterparty"), QStringLiteral("Field change failed")}}));
    client.remote.lockTask(50412, client.clock.nowMs() + 60'000);
    const auto queued = client.api.updateTask(50412, draft);
    PFX_VERIFY(queued);
    QVERIFY(queued->isQueued);
    draft.status = 777;
    client.clock.advance(60'000);
    PFX_VERIFY_ERROR(client.api.updateTask(50412, draft), ErrorCode::Validation);
    // What cannot be read was perhaps done, and is Planfix's mistake.
    client.fail(R"({"kind":"status","status":200,"body":"{\"result\":\"success\",\"failures\":[3]}"})");
    const auto odd = client.api.updateTask(50412, {});
    PFX_VERIFY_ERROR(odd, ErrorCode::BadAnswer);
    QCOMPARE(odd.error().effected, Effected::Perhaps);
}

void TestApi::pages_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, int rows, int most, int requests) { QTest::newRow(name) << rows << most << requests; };
    row("none", 0, 1000, 1);
    row("a part of a page", 37, 1000, 1);
    row("a full page is followed by an empty one", 100, 1000, 2);
    row("some pages", 250, 1000, 3);
    row("no more than wanted", 250, 120, 2);
    row("exactly what is wanted", 250, 100, 1);
    row("only one", 250, 1, 1);
    row("nothing is wanted", 250, 0, 0);
}

void TestApi::pages()
{
    QFETCH(int, rows);
    QFETCH(int, most);
    QFETCH(int, requests);
    PlanfixClient client(fake::emptyAccount());
    for (int i = 0; i < rows; ++i)
        client.remote.act("POST", QStringLiteral("/task/"), {{QStringLiteral("name"), QString::number(i)}}, QStringLiteral("user:5"));
    const auto found = client.api.tasks({}, {}, most);
    PFX_VERIFY(found);
    QCOMPARE(found->size(), qMin(rows, most));
    for (int i = 0; i < found->size(); ++i)
        QCOMPARE((*found)[i].name, QString::number(i));
    QCOMPARE(client.remote.log().size(), requests);
}

void TestApi::aListThatNeverEnds()
{
    // A server that does not heed the offset says the same page for ever.
    QJsonArray page;
    for (int i = 1; i <= 100; ++i)
        page.append(QJsonObject{{QStringLiteral("id"), i}, {QStringLiteral("name"), QStringLiteral("a")}});
    PlanfixClient client;
    fake::Fault fault;
    fault.kind = fake::Fault::Kind::Status;
    fault.status = 200;
    fault.times = 0;
    fault.body =
        QJsonDocument(QJsonObject{{QStringLiteral("result"), QStringLiteral("success")}, {QStringLiteral("users"), page}}).toJson();
    client.remote.fail(fault);
    PFX_VERIFY_ERROR(client.api.users(), ErrorCode::BadAnswer);
    QVERIFY(client.remote.log().size() <= 2);
}

void TestApi::contactsAndPeople()
{
    PlanfixClient client;
    const auto byPhone = client.api.contacts({{4003, QStringLiteral("equal"), QStringLiteral("79000000117"), 0}}, 10);
    PFX_VERIFY(byPhone);
    QCOMPARE(byPhone->size(), 1);
    const Contact &anna = byPhone->first();
    QCOMPARE(anna.id, 311);
    QCOMPARE(anna.otherEmails, QStringList{QStringLiteral("anna.work@example.org")});
    QCOMPARE(anna.phones, (QVector<Phone>{{QStringLiteral("79000000117"), 1}, {QStringLiteral("74822000001"), 2}}));
    QCOMPARE(anna.templateId, 1);
    QCOMPARE(client.api.contacts({}, 10, true)->first().name, QStringLiteral("ООО «Заря»"));
    const auto made = client.api.createContact(person(QStringLiteral("Ия"), QStringLiteral("+7 900 000-05-55")));
    PFX_VERIFY(made);
    const auto read = client.api.contact(*made, {210});
    QCOMPARE(read->phones, (QVector<Phone>{{QStringLiteral("79000000555"), 2}}));
    QCOMPARE(read->custom.first().shown, QStringLiteral("778812"));
    ContactDraft nameless = person({}, QStringLiteral("1"));
    nameless.lastName.reset();
    PFX_VERIFY_ERROR(client.api.createContact(nameless), ErrorCode::Validation);
    PFX_VERIFY_ERROR(client.api.contact(1), ErrorCode::NotFound);
    const auto users = client.api.users();
    QCOMPARE(users->size(), 3);
    QCOMPARE((*users)[0].role, QStringLiteral("Robot"));
    QCOMPARE((*users)[1].fullName(), QStringLiteral("Пётр Савин"));
    QCOMPARE((*users)[1].phones, QStringList{QStringLiteral("79000000201")});
}

void TestApi::smallTables()
{
    PlanfixClient client;
    const auto templates = client.api.taskTemplates();
    QCOMPARE(templates->size(), 2);
    QCOMPARE(templates->first().id, 104);
    QCOMPARE(templates->first().name, QStringLiteral("Заявка"));
    QCOMPARE(*client.api.contactTemplates(true), (QVector<Named>{{2, QStringLiteral("Компания")}}));
    QCOMPARE(client.api.processes()->size(), 2);
    QCOMPARE(client.api.statuses(17)->last().name, QStringLiteral("Ждёт запчасти"));
    QCOMPARE(client.api.statuses(99)->size(), 0);
    QVERIFY(!client.api.statuses(17)->at(2).isActive);
    QCOMPARE(client.api.objects()->first().name, QStringLiteral("Заявка"));
    const auto fields = client.api.taskFields();
    QCOMPARE(fields->size(), 5);
    QCOMPARE(fields->at(3).choices, (QStringList{QStringLiteral("Сайт"), QStringLiteral("Звонок"), QStringLiteral("Чат")}));
    QCOMPARE(fields->at(4).directory, 33);
    QCOMPARE(client.api.contactFields()->first().id, 210);
    QCOMPARE(client.api.directories()->first().name, QStringLiteral("Города"));
    QCOMPARE(client.api.directoryEntries(33)->at(1).name, QStringLiteral("Тверь"));
    const auto file = client.api.file(7710);
    QCOMPARE(file->sizeKiB, 84);
    QVERIFY(!file->downloadUrl.isEmpty());
    // Whoever has the address has the file.
    QVERIFY2(!client.journal.everything().contains(file->downloadUrl), qPrintable(client.journal.exchanges().last().answer));
}

void TestApi::history()
{
    PlanfixClient client;
    PFX_VERIFY(client.api.addComment(50412, QStringLiteral("Готово")));
    const auto comments = client.api.comments(50412, 10);
    PFX_VERIFY(comments);
    QCOMPARE(comments->size(), 3);
    QCOMPARE(comments->first().description, QStringLiteral("Готово")); // the newest first
    QCOMPARE(comments->at(1).newStatus, std::optional<qint64>(2));
    QCOMPARE(comments->at(2).owner.name, QStringLiteral("Анна Лебедева"));
    PFX_VERIFY_ERROR(client.api.addComment(1, QStringLiteral("a")), ErrorCode::NotFound);
}

void TestApi::keepsThePace()
{
    PlanfixClient client(fake::emptyAccount());
    client.remote.setRules([](fake::AccessRules &rules) { rules.perSecond = 1; });
    client.fail(R"({"kind":"html","status":502,"call":"POST /task/list","at":2})");
    for (int i = 0; i < 230; ++i)
        client.remote.act("POST", QStringLiteral("/task/"), {}, QStringLiteral("user:5"));
    QCOMPARE(client.api.tasks({}, {}, 1000)->size(), 230); // three pages and a repetition
    PFX_VERIFY(client.api.createTask({}));
    const auto log = client.remote.log();
    QCOMPARE(log.size(), 5);
    for (qsizetype i = 1; i < log.size(); ++i)
        QVERIFY(log[i].atMs - log[i - 1].atMs >= 1000);
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
