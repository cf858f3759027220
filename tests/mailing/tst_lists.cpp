// SPDX-License-Identifier: GPL-3.0-or-later
// What Planfix asks and what stands in the lists then, on both databases: the vectors of tests/data/mailing, who is who, what is passed over.
#include "core/mailing/list_table.h"
#include "core/mailing/request_log.h"
#include "tests/mailing/mailing_office.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace pfx;
using namespace pfx::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QJsonObject success{{QStringLiteral("success"), true}};

QJsonObject error(const char *words)
{
    return {{QStringLiteral("error"), s(words)}};
}

/// The vectors' list has a name of its own; ours is made anew.
QJsonObject withList(QJsonObject request, const QString &code)
{
    QJsonObject data = request.value(QLatin1String("data")).toObject();
    if (data.value(QLatin1String("listId")) == QLatin1String("01JTESTLIST000000000000001"))
        data.insert(QStringLiteral("listId"), code);
    request.insert(QStringLiteral("data"), data);
    return request;
}

} // namespace

class TestLists : public QObject {
    Q_OBJECT

private slots:
    void theVectorsHold_data() { addBackends(); }
    void theVectorsHold()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        office.suppress(s("unsub@example.test"));
        QFile file(QStringLiteral(PFX_TEST_DATA "/mailing/planfix_requests.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(vectors.size(), 7);
        const auto in = [&](int i) { return vectors[i].toObject().value(QLatin1String("in")).toObject(); };

        const QJsonObject made = office.ask(in(0));
        const QString code = made.value(QLatin1String("listId")).toString();
        QCOMPARE(code.size(), 26);
        QCOMPARE(made.value(QLatin1String("success")), QJsonValue(true));

        QCOMPARE(office.ask(withList(in(1), code)), success);
        QCOMPARE(office.writable(code), QStringList({s("1 anna@example.test Анна К."), s("4 почта@пример.рус Иван =cmd()")}));
        QCOMPARE(office.everybody(code), QStringList({s("1 anna@example.test Анна К."), s("2 anna@example.test Анна К. shared"),
                                                      s("4 почта@пример.рус Иван =cmd()"), s("5 unsub@example.test U N suppressed")}));
        QCOMPARE(office.lastRecord().counts.skipped, 1);
        QCOMPARE(office.lastRecord().counts.suppressed, 1);
        QCOMPARE(office.lastRecord().problems.size(), 1);
        QCOMPARE(office.lastRecord().problems.first().place, s("contacts[2]"));
        QCOMPARE(office.counts(code).members, 3);
        QCOMPARE(office.counts(code).writable, 2);

        QCOMPARE(office.ask(withList(in(2), code)), success);
        QVERIFY(office.writable(code).contains(s("4 ivan@example.test Иван П.")));
        QCOMPARE(office.writable(code).size(), 2);
        for (int i = 0; i < 2; ++i) { // the repeat gives the same answer
            QCOMPARE(office.ask(withList(in(3), code)), success);
            QCOMPARE(office.writable(code), QStringList{s("1 anna@example.test Анна К.")});
        }
        QCOMPARE(office.ask(in(4)), error("The list is not found"));
        QCOMPARE(office.ask(in(6)), error("Unknown action: dropAll"));
    }

    void whoIsWho_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QJsonArray>("requests");
        QTest::addColumn<QStringList>("everybody");
        const QJsonObject anna = contact(1, s("anna@example.test"), s("Анна"));
        const auto add = [](const QJsonObject &contact) { return QJsonArray{s("add"), contact, QString()}; };
        const auto change = [](const QJsonObject &contact, const char *old = "") { return QJsonArray{s("update"), contact, s(old)}; };
        const auto remove = [](const QJsonObject &contact) { return QJsonArray{s("delete"), contact, QString()}; };
        struct Row {
            const char *name;
            QJsonArray requests;
            QStringList everybody;
        };
        const QJsonObject nobody{{s("email"), s("anna@example.test")}, {s("firstName"), s("Анна")}};
        const QJsonObject nobodyNew{{s("email"), s("new@example.test")}};
        const Row rows[] = {
            {"added again is the same one", {add(anna), add(anna)}, {s("1 anna@example.test Анна")}},
            {"a new address follows the person", {add(anna), change(contact(1, s("new@example.test"), s("Анна")))}, {s("1 new@example.test Анна")}},
            {"the old address is not needed for it",
             {add(anna), change(contact(1, s("new@example.test"), s("Анна")), "other@example.test")},
             {s("1 new@example.test Анна")}},
            {"an address in another case is the same",
             {add(anna), add(contact(1, s("ANNA@Example.TEST"), s("Анна")))},
             {s("1 anna@example.test Анна")}},
            {"a domain in Cyrillic and in ASCII are one",
             {add(QJsonObject{{s("email"), s("a@пример.рус")}}), add(QJsonObject{{s("email"), s("a@xn--e1afmkfd.xn--p1acf")}})},
             {s("- a@xn--e1afmkfd.xn--p1acf")}},
            {"two contacts share an address: one is written to",
             {add(anna), add(contact(2, s("anna@example.test"), s("Аня")))},
             {s("1 anna@example.test Анна"), s("2 anna@example.test Аня shared")}},
            {"one of the two leaves: the address stays",
             {add(anna), add(contact(2, s("anna@example.test"), s("Аня"))), remove(anna)},
             {s("2 anna@example.test Аня")}},
            {"one of the two moves: the other stays",
             {add(anna), add(contact(2, s("anna@example.test"), s("Аня"))), change(contact(2, s("anya@example.test"), s("Аня")), "anna@example.test")},
             {s("1 anna@example.test Анна"), s("2 anya@example.test Аня")}},
            {"without a number the address says who it is", {add(nobody), add(nobody)}, {s("- anna@example.test Анна")}},
            {"the number comes later", {add(nobody), add(anna)}, {s("1 anna@example.test Анна")}},
            {"without a number the old address moves", {add(nobody), change(nobodyNew, "anna@example.test")}, {s("- new@example.test Анна")}},
            {"without a number a known one moves too", {add(anna), change(nobodyNew, "anna@example.test")}, {s("1 new@example.test Анна")}},
            {"it moves to where somebody is: they are one",
             {add(nobody), add(nobodyNew), change(nobodyNew, "anna@example.test")},
             {s("- new@example.test")}},
            {"changed before it was added: it is added", {change(anna, "old@example.test")}, {s("1 anna@example.test Анна")}},
            {"the old address gets the number", {add(nobody), change(contact(1, s("new@example.test"), s("Анна")), "anna@example.test")},
             {s("1 new@example.test Анна")}},
            {"taken out by its number, whatever the address", {add(anna), remove(contact(1, s("x@y.ru")))}, {}},
            {"taken out by the address without a number", {add(anna), remove(nobody)}, {}},
            {"another's number does not take it out", {add(anna), remove(contact(7, s("anna@example.test")))}, {s("1 anna@example.test Анна")}},
            {"what is not there is taken out all the same", {remove(anna)}, {}},
            {"the address goes: the person stays", {add(anna), change(contact(1, {}, s("Анна")))}, {s("1 Анна without address")}},
            {"a bad address leaves the good one", {add(anna), change(contact(1, s("bad@@x"), s("Анна")))}, {s("1 anna@example.test Анна")}},
            {"what is not said stays",
             {add(anna), change(QJsonObject{{s("id"), 1}, {s("lastName"), s("К.")}})},
             {s("1 anna@example.test Анна К.")}},
        };
        for (const Row &row : rows) {
            for (const BackendRow &backend : backends())
                QTest::newRow(row.name + QByteArray(" ") + backend.suffix) << backend.backend << row.requests << row.everybody;
        }
    }
    void whoIsWho()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QJsonArray, requests);
        MailingOffice office(fixture.store(), fixture.store());
        const QString list = office.newList();
        for (const QJsonValue &request : requests)
            QCOMPARE(office.update(list, request[0].toString(), request[1].toObject(), request[2].toString()), success);
        QTEST(office.everybody(list), "everybody");
    }

    void oneImportSaysTheSameAsManyRequests_data() { addBackends(); }
    void oneImportSaysTheSameAsManyRequests()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        const QJsonArray contacts{contact(1, s("a@x.ru")),      contact(2, s("b@x.ru")), contact(1, s("c@x.ru")), contact(3, s("A@X.ru")),
                                  contact(4, {}, s("Пустой")), QJsonObject{{s("email"), s("d@x.ru")}},
                                  contact(5, s("d@x.ru")),     QJsonObject{},            contact(6, s("ё@пример.рус"))};
        const QString byImport = office.newList();
        QCOMPARE(office.import(byImport, contacts), success);
        QCOMPARE(office.lastRecord().counts.withoutEmail, 1);
        QCOMPARE(office.lastRecord().counts.skipped, 1);
        const QString oneByOne = office.newList();
        for (const QJsonValue &one : contacts)
            (void)office.update(oneByOne, s("add"), one.toObject());
        QCOMPARE(office.everybody(byImport), office.everybody(oneByOne));
        QCOMPARE(office.everybody(byImport).size(), 6);
        QCOMPARE(office.counts(byImport).members, 6);
        QCOMPARE(office.counts(byImport).withoutEmail, 1);
        // And once more changes nothing but what came twice.
        QCOMPARE(office.import(byImport, contacts), success);
        QCOMPARE(office.everybody(byImport), office.everybody(oneByOne));
    }

    void refusalsSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &body, const char *expected) {
            QTest::newRow(name) << body << QString::fromUtf8(expected);
        };
        row("no name", R"({"action":"createList","data":{}})", "The field listName is missing");
        row("a name of spaces", R"({"action":"createList","data":{"listName":"  "}})", "The field listName is missing");
        row("a name that is a list", R"({"action":"createList","data":{"listName":["x"]}})", "The field listName is of the wrong type");
        row("no list", R"({"action":"importContacts","data":{"contacts":[]}})", "The field listId is missing");
        row("an unknown list", R"({"action":"importContacts","data":{"listId":"x","contacts":[]}})", "The list is not found");
        row("no contacts", R"({"action":"importContacts","data":{"listId":"LIST"}})", "The field contacts is missing");
        row("contacts that are a text", R"({"action":"importContacts","data":{"listId":"LIST","contacts":"x"}})",
            "The field contacts is of the wrong type");
        row("no contact", R"({"action":"updateContact","data":{"listId":"LIST","action":"add"}})", "The field contact is missing");
        row("a contact without anything", R"({"action":"updateContact","data":{"listId":"LIST","action":"add","contact":{"firstName":"x"}}})",
            "The field email is missing");
        row("no kind of update", R"({"action":"updateContact","data":{"listId":"LIST","contact":{"id":1}}})", "The field action is missing");
        row("an unknown kind of update", R"({"action":"updateContact","data":{"listId":"LIST","action":"move","contact":{"id":1}}})",
            "Unknown action: move");
        row("an import into a deleted list", R"({"action":"importContacts","data":{"listId":"GONE","contacts":[{"id":1,"email":"a@b.ru"}]}})",
            "The list “Старый” has been deleted");
    }
    void refusalsSayWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        MailingOffice office(fixture.store(), fixture.store());
        const QString list = office.newList();
        const QString gone = office.newList(s("Старый"));
        const QJsonObject remove{{s("action"), s("deleteList")}, {s("data"), QJsonObject{{s("listId"), gone}}}};
        QCOMPARE(office.ask(remove), success);
        QCOMPARE(office.ask(remove), success); // deleted already
        QCOMPARE(office.ask(body.replace("LIST", list.toLatin1()).replace("GONE", gone.toLatin1())), error(expected.toUtf8()));
        QCOMPARE(office.everybody(list), QStringList());
        QCOMPARE(office.everybody(gone), QStringList());
        // What was refused stands in the history as well.
        const auto db = fixture.store().connect();
        QCOMPARE(mailing::requests(**db, 0, 0, 10)->first().error, expected);
    }

    void equalNamesAreTwoLists()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        MailingOffice office(fixture.store(), fixture.store());
        QVERIFY(office.newList() != office.newList());
        const auto db = fixture.store().connect();
        QCOMPARE(mailing::lists(**db, mailing::Deleted::Left)->size(), 2);
        PFX_VERIFY_ERROR(mailing::findList(**db, s("Клиенты")), base::ErrorCode::Ambiguous);
    }

    void aDeletedListCanBeBroughtBackForThirtyDays_data() { addBackends(); }
    void aDeletedListCanBeBroughtBackForThirtyDays()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        const QString list = office.newList();
        QCOMPARE(office.import(list, {contact(1, s("a@x.ru")), contact(2, s("b@x.ru"))}), success);
        const qint64 id = office.idOf(list);
        const auto removeNow = [&](store::Connection &db) { return mailing::deleteList(db, id, office.clock().nowMs()); };
        QCOMPARE(office.write(removeNow), QString());
        office.clock().advance(mailing::keepDeletedMs - 1);
        const auto db = fixture.store().connect();
        QCOMPARE(mailing::expiredLists(**db, office.clock().nowMs())->size(), 0);
        QCOMPARE(office.write([&](store::Connection &write) { return mailing::restoreList(write, id, office.clock().nowMs()); }), QString());
        QCOMPARE(office.writable(list).size(), 2);

        QCOMPARE(office.write(removeNow), QString());
        office.clock().advance(mailing::keepDeletedMs + 1);
        QCOMPARE(*mailing::expiredLists(**db, office.clock().nowMs()), QVector<qint64>{id});
        qint64 gone = 1;
        while (gone > 0)
            QCOMPARE(office.write([&](store::Connection &write) -> base::Result<void> {
                         PFX_ASSIGN(gone, mailing::purgeList(write, id, office.clock().nowMs(), 1));
                         return {};
                     }),
                     QString());
        QVERIFY(!*mailing::listById(**db, id));
        QCOMPARE(mailing::expiredLists(**db, office.clock().nowMs())->size(), 0);
    }

    void namesOfAnyLengthAreKeptInBounds_data() { addBackends(); }
    void namesOfAnyLengthAreKeptInBounds()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        const QString list = office.newList(QString(10'000, u'Ж'));
        const QString faces = QString::fromUtf8("😀").repeated(5'000);
        QCOMPARE(office.import(list, {contact(1, s("a@x.ru"), QString(10'000, u'Ы'), faces), contact(2, QString(10'000, u'a') + s("@x.ru"))}),
                 success);
        QCOMPARE(office.lastRecord().problems.size(), 3); // two names, one address
        QCOMPARE(office.counts(list).members, 1);
        const auto db = fixture.store().connect();
        const auto member = mailing::members(**db, {office.idOf(list), QString(40, u'ы')}, 0, 10);
        QCOMPARE(member->size(), 1);
        QCOMPARE(member->first().firstName.size(), 1000);
        QCOMPARE(member->first().lastName, QString::fromUtf8("😀").repeated(500));
    }

    void searchingFindsPartsOfNamesAndAddresses_data() { addBackends(); }
    void searchingFindsPartsOfNamesAndAddresses()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        const QString list = office.newList();
        QCOMPARE(office.import(list, {contact(1, s("a@x.ru"), s("Фёдор")), contact(2, s("b@other.ru"), s("Анна"))}), success);
        const auto db = fixture.store().connect();
        const qint64 id = office.idOf(list);
        QCOMPARE(*mailing::countOf(**db, mailing::MemberQuery{id, s("ФЕДОР")}), 1);
        QCOMPARE(*mailing::countOf(**db, mailing::MemberQuery{id, s("OTHER")}), 1);
        QCOMPARE(*mailing::countOf(**db, mailing::MemberQuery{id, s("%")}), 0);
        QCOMPARE(*mailing::countOf(**db, mailing::MemberQuery{id, {}}), 2);
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
