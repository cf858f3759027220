// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/planfix_request.h"

#include <QtTest>

using namespace pfx::mailing;

namespace {

QString nameOf(Refused why)
{
    static const QStringList names{QStringLiteral("NotJson"),     QStringLiteral("WrongToken"),   QStringLiteral("UnknownAction"),
                                   QStringLiteral("MissingField"), QStringLiteral("WrongField"),   QStringLiteral("DoubleField"),
                                   QStringLiteral("ListNotFound"), QStringLiteral("ListDeleted"), QStringLiteral("NotStored")};
    return names.value(int(why));
}

/// "action token" of what was understood, or the refusal.
QString understood(const QByteArray &body)
{
    const auto read = PlanfixRequest::read(body);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return nameOf(refusal->why) + u' ' + refusal->detail;
    const auto &request = std::get<PlanfixRequest>(read);
    if (request.fault())
        return nameOf(request.fault()->why) + u' ' + request.fault()->detail;
    return request.action() + u' ' + QString::fromUtf8(request.token());
}

struct Contacts {
    QStringList read, notes;
    QVector<qsizetype> parts;
};

Contacts contactsOf(const QByteArray &json, qsizetype partSize = 100)
{
    Contacts result;
    const auto read = PlanfixRequest::read("{\"action\":\"importContacts\",\"data\":{\"contacts\":" + json + "}}");
    if (!std::holds_alternative<PlanfixRequest>(read))
        return {{QStringLiteral("not read")}, {}, {}};
    const auto walked = std::get<PlanfixRequest>(read).forEachPart(
        partSize,
        [&](const std::vector<Contact> &part) -> pfx::base::Result<void> {
            result.parts.append(static_cast<qsizetype>(part.size()));
            for (const Contact &one : part)
                result.read.append(QStringLiteral("%1 %2 %3 %4 %5")
                                       .arg(one.place)
                                       .arg(one.planfixId.value_or(0))
                                       .arg(one.email.value_or(QStringLiteral("?")), one.firstName.value_or(QStringLiteral("?")),
                                            one.lastName.value_or(QStringLiteral("?"))));
            return {};
        },
        [&](ContactProblem::Kind kind, const QString &place, const QString &) { result.notes.append(name(kind) + u' ' + place); });
    if (!walked)
        result.notes.append(QStringLiteral("failed"));
    return result;
}

} // namespace

class TestPlanfixRequest : public QObject {
    Q_OBJECT

private slots:
    void aBodyIsUnderstoodOrRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &body, const char *expected) {
            QTest::newRow(name) << body << QString::fromUtf8(expected);
        };
        row("the usual order", R"({"action":"createList","authToken":"t","data":{"listName":"x"}})", "createList t");
        row("the token last", R"({"data":{"listName":"x"},"action":"createList","authToken":"t"})", "createList t");
        row("white space everywhere", "\n { \"action\" : \"createList\" ,\t\"authToken\":\"t\" , \"data\" : { } }\r\n", "createList t");
        row("a byte order mark", "\xEF\xBB\xBF{\"action\":\"createList\",\"authToken\":\"t\"}", "createList t");
        row("an escaped name of a field", R"({"\u0061ction":"createList","authToken":"t"})", "createList t");
        row("a token of digits", R"({"action":"createList","authToken":12345})", "createList 12345");
        row("a token in Russian", R"({"action":"createList","authToken":"ключ"})", "createList ключ");
        row("no token", R"({"action":"createList"})", "createList ");
        row("a token that is an object", R"({"action":"createList","authToken":{}})", "createList ");
        row("data that is an empty list, as PHP writes it", R"({"action":"createList","authToken":"t","data":[]})", "createList t");
        row("no action", R"({"authToken":"t"})", "MissingField action");
        row("an action that is null", R"({"action":null})", "MissingField action");
        row("an action that is a list", R"({"action":["createList"]})", "WrongField action");
        row("data that is a text", R"({"action":"createList","data":"x"})", "WrongField data");
        row("the action twice", R"({"action":"createList","action":"deleteList"})", "DoubleField action");
        row("the token twice", R"({"authToken":"a","action":"createList","authToken":"b"})", "DoubleField authToken");
        row("data twice", R"({"action":"createList","data":{},"data":{}})", "DoubleField data");
        row("a list instead of an object", "[]", "MissingField action");
        row("a number", "1", "MissingField action");
        row("nothing", "", "NotJson 0");
        row("white space only", "  \n", "NotJson 3");
        row("HTML", "<html></html>", "NotJson 0");
        row("a form", "action=createList&authToken=t", "NotJson 0");
        row("cut in the middle", "{\"action\":\"createList\",\"authToken\":\"t\",\"data\":{\"listName\":\"x", "NotJson 60");
        row("something behind it", R"({"action":"createList"} x)", "NotJson 24");
        row("a comment, as the help has it", "{\"action\":\"createList\" // x\n}", "NotJson 23");
        row("a trailing comma", R"({"action":"createList",})", "NotJson 23");
        row("single quotes", "{'action':'createList'}", "NotJson 1");
        row("bytes that are not UTF-8", "{\"action\":\"\xC3\x28\"}", "NotJson 0");
        row("UTF-16", QByteArray("\xFF\xFE{\0\"\0", 6), "NotJson 0");
        row("a NUL in a text", QByteArray("{\"action\":\"a\0b\"}", 16), "NotJson 12");
        row("half a surrogate pair, escaped", R"({"action":"a\ud83d","authToken":"t"})", "a\uFFFD t");
    }
    void aBodyIsUnderstoodOrRefused()
    {
        QFETCH(QByteArray, body);
        QTEST(understood(body), "expected");
    }

    void aHundredThousandLevelsCostNoStack()
    {
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QCOMPARE(understood("{\"action\":\"x\",\"data\":{\"contacts\":" + deep + "}}"), QStringLiteral("x "));
        QCOMPARE(understood(QByteArray(2'000'000, '[')).left(7), QStringLiteral("NotJson"));
        const Contacts contacts = contactsOf(deep);
        QCOMPARE(contacts.read, QStringList());
        QCOMPARE(contacts.notes, QStringList{QStringLiteral("not_an_object contacts[0]")});
    }

    void aBodyCutAnywhereIsNotBelieved()
    {
        const QByteArray whole =
            R"({"action":"importContacts","authToken":"t","data":{"listId":"L","contacts":[{"id":1,"email":"a@b.ru"},{"id":2,"email":"c@d.ru"}]}})";
        QCOMPARE(understood(whole), QStringLiteral("importContacts t"));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(understood(whole.left(size)).startsWith(QLatin1String("NotJson")), qPrintable(QString::number(size)));
    }

    void contactsAreReadAsTheyCome_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("read");
        QTest::addColumn<QStringList>("notes");
        const auto row = [](const char *name, const QByteArray &json, const QStringList &read, const QStringList &notes = {}) {
            QTest::newRow(name) << json << read << notes;
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("one", R"([{"id":1,"email":"a@b.ru","firstName":"Анна","lastName":"К."}])", {s("contacts[0] 1 a@b.ru Анна К.")});
        row("the number as a text", R"([{"id":" 17 ","email":"a@b.ru"}])", {s("contacts[0] 17 a@b.ru ? ?")});
        row("nulls are nothing", R"([{"id":null,"email":null,"firstName":null,"lastName":null}])", {s("contacts[0] 0 ? ? ?")});
        row("a number that is none", R"([{"id":"x1","email":"a@b.ru"}])", {s("contacts[0] 0 a@b.ru ? ?")}, {s("bad_id contacts[0]")});
        row("a broken number", R"([{"id":1.5,"email":"a@b.ru"}])", {s("contacts[0] 0 a@b.ru ? ?")}, {s("bad_id contacts[0]")});
        row("a number beyond 64 bits", R"([{"id":99999999999999999999,"email":"a@b.ru"}])", {s("contacts[0] 0 a@b.ru ? ?")},
            {s("bad_id contacts[0]")});
        row("a negative number", R"([{"id":-3,"email":"a@b.ru"}])", {s("contacts[0] 0 a@b.ru ? ?")}, {s("bad_id contacts[0]")});
        row("an address that is an object", R"([{"id":1,"email":{}}])", {s("contacts[0] 1 object ? ?")});
        row("a name that is a list", R"([{"id":1,"email":"a@b.ru","firstName":["x"]}])", {s("contacts[0] 1 a@b.ru ? ?")});
        row("a name that is a number", R"([{"id":1,"email":"a@b.ru","lastName":7}])", {s("contacts[0] 1 a@b.ru ? 7")});
        row("a field twice: the later one", R"([{"id":1,"email":"a@b.ru","email":"c@d.ru"}])", {s("contacts[0] 1 c@d.ru ? ?")});
        row("unknown fields", "[{\"id\":1,\"email\":\"a@b.ru\",\"phones\":[{\"x\":\"]}\"}]}]", {s("contacts[0] 1 a@b.ru ? ?")});
        row("no objects", R"(["a@b.ru",7,null,{"id":1,"email":"a@b.ru"}])", {s("contacts[3] 1 a@b.ru ? ?")},
            {s("not_an_object contacts[0]"), s("not_an_object contacts[1]"), s("not_an_object contacts[2]")});
        row("a list with gaps, as PHP writes it", R"({"0":{"id":1,"email":"a@b.ru"},"2":{"id":2,"email":"c@d.ru"}})",
            {s("contacts[0] 1 a@b.ru ? ?"), s("contacts[1] 2 c@d.ru ? ?")});
        row("none", "[]", {});
    }
    void contactsAreReadAsTheyCome()
    {
        QFETCH(QByteArray, json);
        const Contacts contacts = contactsOf(json);
        QTEST(contacts.read, "read");
        QTEST(contacts.notes, "notes");
    }

    void partsAreNoLargerThanAskedFor()
    {
        QByteArray json = "[";
        for (int i = 1; i <= 25; ++i)
            json += QByteArray(i > 1 ? "," : "") + "{\"id\":" + QByteArray::number(i) + "}";
        QCOMPARE(contactsOf(json + "]", 10).parts, QVector<qsizetype>({10, 10, 5}));
    }
};

QTEST_APPLESS_MAIN(TestPlanfixRequest)
#include "tst_planfix_request.moc"
