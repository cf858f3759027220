// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's documented answers become our structs and our drafts its documented requests.
#include "core/planfix/read_entities.h"
#include "core/planfix/write_entities.h"

#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace pfx;
using namespace pfx::planfix;
using base::JsonReader;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/planfix/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing %s", name);
    return file.readAll();
}

JsonReader reader(const QByteArray &json)
{
    return *JsonReader::parse(json);
}

} // namespace

class TestEntities : public QObject
{
    Q_OBJECT

private slots:
    void aTaskIsRead()
    {
        const auto json = reader(fixture("rest_task_get.200.json")).child(QStringLiteral("task"));
        const auto task = readTask(**json);
        PFX_VERIFY(task);
        QCOMPARE(task->id, 50412);
        QCOMPARE(task->status->id, 2);
        QCOMPARE(task->status->name, QStringLiteral("В работе"));
        QCOMPARE(task->counterparty, (Person{QStringLiteral("contact:311"), QStringLiteral("Анна Лебедева")}));
        QCOMPARE(task->counterparty.number(), 311);
        QCOMPARE(task->assignees.groups.first().number(), 3);
        QCOMPARE(task->templateId, 104);
        QCOMPARE(task->changed->instantMs, 1770028860000);
        QCOMPARE(task->custom.size(), 5);
        QCOMPARE(task->custom[0].value, QJsonValue(QStringLiteral("ORD-2041")));
        QCOMPARE(task->custom[1].shown, QStringLiteral("4990,5"));
        QCOMPARE(task->custom[4].shown, QStringLiteral("Тверь"));
    }

    void aTaskWithoutFieldsHasOnlyItsId()
    {
        const auto json = reader(fixture("rest_task_get_nofields.200.json")).child(QStringLiteral("task"));
        const auto task = readTask(**json);
        PFX_VERIFY(task);
        QCOMPARE(task->id, 50412);
        QVERIFY(!task->status);
        QVERIFY(task->custom.isEmpty());
    }

    void aWrongTypeIsNamedByItsPath_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("no id") << QByteArray("{}") << QStringLiteral("id");
        QTest::newRow("an id of letters") << QByteArray(R"({"id":"x"})") << QStringLiteral("id");
        QTest::newRow("a status that is a word") << QByteArray(R"({"id":1,"status":"new"})") << QStringLiteral("status");
        QTest::newRow("a status without id") << QByteArray(R"({"id":1,"status":{"name":"n"}})") << QStringLiteral("status.id");
        QTest::newRow("assignees in a list") << QByteArray(R"({"id":1,"assignees":[]})") << QStringLiteral("assignees");
        QTest::newRow("a custom field without id") << QByteArray(R"({"id":1,"customFieldData":[{"field":{},"value":1}]})")
                                                   << QStringLiteral("customFieldData[0].field.id");
    }
    void aWrongTypeIsNamedByItsPath()
    {
        QFETCH(QByteArray, json);
        const auto task = readTask(reader(json));
        PFX_VERIFY_ERROR(task, base::ErrorCode::Validation);
        QTEST(task.error().where, "where");
    }

    void usersAreRead()
    {
        const auto users = reader(fixture("rest_user_list.200.json")).children(QStringLiteral("users"));
        QCOMPARE(users->size(), 3);
        const auto robot = readUser(users->at(0));
        QCOMPARE(robot->role, QStringLiteral("Robot"));
        QCOMPARE(robot->fullName(), QStringLiteral("Робот интеграции"));
        QCOMPARE(readUser(users->at(1))->phones, QStringList(QStringLiteral("79000000201")));
        QCOMPARE(readUser(reader(R"({"id":"user:5"})"))->id, 5);
        PFX_VERIFY_ERROR(readUser(reader("{}")), base::ErrorCode::Validation);
    }

    void contactsAreRead()
    {
        const auto contacts = reader(fixture("rest_contact_list_page.200.json")).children(QStringLiteral("contacts"));
        QVERIFY(!contacts->isEmpty());
        for (const JsonReader &json : *contacts)
            PFX_VERIFY(readContact(json));
    }

    void customFieldsAreRead()
    {
        const auto fields = reader(fixture("rest_customfield_task.200.json")).children(QStringLiteral("customfields"));
        const auto source = readCustomField(fields->at(3));
        QCOMPARE(source->type, 8);
        QCOMPARE(source->choices, (QStringList{QStringLiteral("Сайт"), QStringLiteral("Звонок"), QStringLiteral("Чат")}));
        QCOMPARE(readCustomField(fields->at(4))->directory, 33);
    }

    void bothFormsOfFailuresAreRead()
    {
        for (const char *name : {"rest_task_update_failures_array.200.json", "rest_task_update_failures_object.200.json"}) {
            const auto failures = readFailures(reader(fixture(name)));
            PFX_VERIFY(failures);
            QVERIFY(!failures->isEmpty());
            QVERIFY(!failures->first().field.isEmpty());
        }
        QVERIFY(readFailures(reader("{}"))->isEmpty());
    }

    void aStatusChangeInTheFeedIsRead()
    {
        const auto comments = reader(fixture("rest_comment_list.200.json")).children(QStringLiteral("comments"));
        int changes = 0;
        for (const JsonReader &json : *comments) {
            const auto comment = readComment(json);
            PFX_VERIFY(comment);
            changes += comment->newStatus ? 1 : 0;
        }
        QVERIFY(changes > 0);
    }

    void aDraftIsTheDocumentedRequest()
    {
        TaskDraft draft;
        draft.templateId = 104;
        draft.name = QStringLiteral("Заявка #ORD-2041 – Анна Лебедева");
        draft.description = toHtml(QStringLiteral("Монтаж розеток, 4 шт.\nТелефон: +7 900 000-01-17\nАдрес: Тверь, ул. Мира, 8"));
        draft.status = 1;
        draft.counterparty = QStringLiteral("contact:311");
        draft.assignees = People{{{QStringLiteral("user:5"), {}}}, {{QStringLiteral("3"), {}}}};
        draft.start = TimePoint{QDate(2026, 2, 3), QTime(9, 30), {}};
        draft.end = TimePoint{QDate(2026, 2, 3), QTime(12, 0), {}};
        draft.sourceObjectId = QStringLiteral("6c0a2f7e-51b4-4e0e-9a35-2d0c4f1b2041");
        QJsonObject expected = reader(fixture("rest_task_create.request.json")).object();
        expected.remove(QStringLiteral("customFieldData"));
        expected.remove(QStringLiteral("priority"));
        expected.remove(QStringLiteral("sourceDataVersion"));
        QCOMPARE(toJson(draft), expected);
    }

    void whatIsNotSetIsNotSent()
    {
        QVERIFY(toJson(TaskDraft()).isEmpty());
        QVERIFY(toJson(ContactDraft()).isEmpty());
    }

    void aTextBecomesHarmlessHtml()
    {
        QCOMPARE(toHtml(QStringLiteral("<script>\r\n1 & 2\n😀")), QStringLiteral("&lt;script&gt;<br>1 &amp; 2<br>"));
    }
};

QTEST_GUILESS_MAIN(TestEntities)
#include "tst_entities.moc"
