// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include "core/formats/json_view.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using bitrix24::test::Read;
using bitrix24::test::readPath;
using bitrix24::test::readText;

namespace {

/// The vendor's example answer inside its description of the method.
QByteArray example(const char *method)
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/bitrix24/docs.spec.") + QLatin1String(method) + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    return member(formats::JsonView(std::string_view(text.constData(), static_cast<size_t>(text.size()))), "resultExample").json();
}

} // namespace

class Answers : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFixture_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("employees");
        QTest::addColumn<qint64>("pipelines");
        QTest::addColumn<qint64>("stages");
        QTest::addColumn<qint64>("companies");
        QTest::addColumn<qint64>("contacts");
        QTest::addColumn<qint64>("deals");
        const auto row = [](const char *name, const QByteArray &text, qint64 e, qint64 p, qint64 s, qint64 co, qint64 c, qint64 d) {
            QTest::newRow(name) << text << e << p << s << co << c << d;
        };
        row("categories", example("crm.category.list"), 0, 4, 0, 0, 0, 0);
        row("companies", example("crm.company.list"), 0, 0, 0, 1, 0, 0);
        row("one contact", example("crm.contact.get"), 0, 0, 0, 0, 1, 0);
        row("contacts", example("crm.contact.list"), 0, 0, 0, 0, 5, 0);
        row("a deal's contacts alone", example("crm.deal.contact.items.get"), 0, 0, 0, 0, 0, 0);
        row("one deal", example("crm.deal.get"), 0, 0, 0, 0, 0, 1);
        row("deals", example("crm.deal.list"), 0, 0, 0, 0, 0, 6);
        row("items", example("crm.item.list"), 0, 0, 0, 0, 0, 4);
        row("stages", example("crm.status.list"), 0, 1, 8, 0, 0, 0);
        row("users", example("user.get"), 2, 0, 0, 0, 0, 0);
        row("an array of answers", "[" + example("crm.status.list") + "," + example("crm.deal.list") + "," + example("crm.category.list") + "," + example("crm.deal.list") + "]", 0, 4, 8, 0, 0, 12);
        row("a batch with a map", "{\"result\":{\"result\":{\"c0\":" + QByteArray(R"([{"ID":"1","NAME":"a","LAST_NAME":"b"}])") + ",\"c1\":{\"items\":[{\"id\":5,\"title\":\"x\",\"stageId\":\"NEW\"}]}},\"result_error\":[],\"result_total\":{\"c0\":1}},\"time\":{}}",
            0, 0, 0, 0, 1, 1);
        row("a batch with a list", QByteArray(R"({"result":{"result":[[{"ID":"1","NAME":"a","LAST_NAME":"b"}],[{"ID":"2","STAGE_ID":"NEW"}]],"result_error":[]}})"), 0, 0, 0, 0, 1, 1);
        row("an empty answer", QByteArray(R"({"result":[],"total":0,"time":{"start":1}})"), 0, 0, 0, 0, 0, 0);
        row("an answer a line", QByteArray(R"({"result":[{"ID":"1","STAGE_ID":"NEW"}]})") + "\n" + R"({"result":[{"ID":"2","STAGE_ID":"NEW"},{"ID":"3","STAGE_ID":"WON"}]})", 0, 0, 0, 0, 0, 3);
    }

    void readsEveryFixture()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!text.isEmpty());
        for (const int rows : {1000, 1}) {
            const Read read = readText(text, rows);
            QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
            QVERIFY(read.errors().isEmpty());
            QTEST(read.info.employees, "employees");
            QTEST(read.info.pipelines, "pipelines");
            QTEST(read.info.stages, "stages");
            QTEST(read.info.companies, "companies");
            QTEST(read.info.contacts, "contacts");
            QTEST(read.info.deals, "deals");
            QTEST(static_cast<qint64>(read.all<Deal>(Section::Deals).size()), "deals");
            QTEST(static_cast<qint64>(read.all<Contact>(Section::Contacts).size()), "contacts");
            QTEST(static_cast<qint64>(read.all<Employee>(Section::Employees).size()), "employees");
        }
    }

    void saysThatLinksWithoutTheirDealAreLost()
    {
        QVERIFY(readText(example("crm.deal.contact.items.get")).info.notices.contains(QStringLiteral("deal_contacts_without_deal")));
    }

    void refusesAnErrorAnswer()
    {
        const Read read = readText(R"({"error":"expired_token","error_description":"The access token provided has expired"})");
        QVERIFY(read.error);
        QCOMPARE(read.error->code, base::ErrorCode::SourceUnreadable);
        QVERIFY(read.error->detail.contains(QStringLiteral("expired_token")));
    }

    void refusesAFileOfTheOtherSystem()
    {
        const Read read = readPath(QStringLiteral(PFX_TEST_DATA "/amocrm/spec_full.json"));
        QVERIFY(read.error);
        QVERIFY(read.error->detail.contains(QStringLiteral("amoCRM")));
    }

    void readsAContactWithEverything()
    {
        const auto contact = readText(example("crm.contact.get")).all<Contact>(Section::Contacts).at(0);
        QCOMPARE(contact.externalId, QStringLiteral("43"));
        QCOMPARE(contact.name, QStringLiteral("Иван Иванович Иванов"));
        QCOMPARE(contact.middleName, QStringLiteral("Иванович"));
        QCOMPARE(contact.position, QStringLiteral("Администратор"));
        QCOMPARE(contact.company.externalId, QStringLiteral("12"));
        QCOMPARE(contact.owner.externalId, QStringLiteral("6"));
        QCOMPARE(contact.points.size(), 4);
        QCOMPARE(contact.points.at(1), (Point{PointKind::Phone, QStringLiteral("+35599888666"), {}, {}, QStringLiteral("home")}));
        QCOMPARE(contact.points.at(2).type, QStringLiteral("mailing"));
        QCOMPARE(contact.createdAt, std::optional<qint64>(1723711101000));
        QCOMPARE(contact.custom.size(), 1);
        QCOMPARE(contact.custom.at(0).code, QStringLiteral("UF_CRM_1720697698689"));
        QVERIFY(contact.unknown.contains("\"HONORIFIC\":\"HNR_RU_1\""));
        QVERIFY(contact.unknown.contains("\"COMMENTS\":"));
    }

    void readsADealWithEverything()
    {
        const auto deal = readText(example("crm.deal.get")).all<Deal>(Section::Deals).at(0);
        QCOMPARE(deal.amount, QStringLiteral("1000000.00"));
        QCOMPARE(deal.currency, QStringLiteral("EUR"));
        QCOMPARE(deal.stage.externalId, QStringLiteral("PREPARATION"));
        QCOMPARE(deal.pipeline.externalId, QStringLiteral("0"));
        QCOMPARE(deal.semantics, std::optional(Semantics::Open));
        QCOMPARE(deal.company.externalId, QStringLiteral("9"));
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).externalId, QStringLiteral("84"));
        QVERIFY(!deal.closedAt);
        QVERIFY(deal.unknown.contains("\"UTM_SOURCE\":\"google\""));
    }

    void readsStagesWithTheirMeaning()
    {
        const Read read = readText(example("crm.status.list"));
        QCOMPARE(read.info.stagesSeen.size(), 1);
        const Pipeline &pipeline = read.info.stagesSeen.at(0);
        QCOMPARE(pipeline.name, QStringLiteral("Bitrix24"));
        QCOMPARE(pipeline.stages.at(0).semantics, Semantics::Open);
        QCOMPARE(pipeline.stages.at(5).semantics, Semantics::Won);
        QCOMPARE(pipeline.stages.at(6).semantics, Semantics::Lost);
        QCOMPARE(pipeline.stages.at(5).color, QStringLiteral("#7BD500"));
    }

    void namesPipelinesFromTheCategories()
    {
        const Read read = readText(R"({"stages":[{"STATUS_ID":"NEW","NAME":"Новая","ENTITY_ID":"DEAL_STAGE"},
            {"STATUS_ID":"NEW","NAME":"Старт","ENTITY_ID":"DEAL_STAGE_9","CATEGORY_ID":"9"},{"STATUS_ID":"C10:NEW","NAME":"Вход"},
            {"STATUS_ID":"WEB","NAME":"Сайт","ENTITY_ID":"SOURCE"}],
            "categories":[{"id":0,"name":"Общая"},{"id":9,"name":"Опт"}],
            "deals":[{"ID":"1","STAGE_ID":"C9:NEW","SOURCE_ID":"WEB"}]})");
        QVERIFY(!read.error);
        QCOMPARE(read.info.pipelines, 3);
        QCOMPARE(read.info.stages, 3);
        const auto pipelines = read.all<Pipeline>(Section::Pipelines);
        QCOMPARE(pipelines.at(0).name, QStringLiteral("Общая"));
        QCOMPARE(pipelines.at(2).name, QStringLiteral("Общая"));
        QCOMPARE(pipelines.at(3).name, QStringLiteral("Опт"));
        QCOMPARE(pipelines.at(3).stages.at(0).externalId, QStringLiteral("C9:NEW"));
        QCOMPARE(pipelines.at(4).externalId, QStringLiteral("10"));
        const auto deal = read.all<Deal>(Section::Deals).at(0);
        QCOMPARE(deal.pipeline.externalId, QStringLiteral("9"));
        QCOMPARE(deal.source, QStringLiteral("Сайт"));
    }

    void readsContactsOfADeal_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<QString>("main");
        QTest::newRow("none by zero") << QByteArray(R"("CONTACT_ID":"0")") << QStringList{} << "";
        QTest::newRow("none by an empty text") << QByteArray(R"("CONTACT_ID":"")") << QStringList{} << "";
        QTest::newRow("none by null") << QByteArray(R"("CONTACT_ID":null,"CONTACT_IDS":[])") << QStringList{} << "";
        QTest::newRow("one") << QByteArray(R"("CONTACT_ID":7)") << QStringList{QStringLiteral("7")} << "7";
        QTest::newRow("a list without a main one") << QByteArray(R"("contactIds":[3,4])") << QStringList{QStringLiteral("3"), QStringLiteral("4")} << "3";
        QTest::newRow("a list with the main one later") << QByteArray(R"("contactIds":[3,4],"contactId":4)") << QStringList{QStringLiteral("3"), QStringLiteral("4")} << "4";
        QTest::newRow("a main one outside the list") << QByteArray(R"("CONTACT_IDS":["3"],"CONTACT_ID":"5")") << QStringList{QStringLiteral("5"), QStringLiteral("3")} << "5";
        QTest::newRow("two primary ones") << QByteArray(R"("contacts":[{"CONTACT_ID":3,"IS_PRIMARY":"Y"},{"CONTACT_ID":4,"IS_PRIMARY":"Y"}])") << QStringList{QStringLiteral("3"), QStringLiteral("4")} << "3";
    }

    void readsContactsOfADeal()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QStringList, ids);
        const auto deal = readText("{\"deals\":[{\"ID\":\"1\",\"STAGE_ID\":\"NEW\"," + fields + "}]}").all<Deal>(Section::Deals).at(0);
        QStringList found;
        QString main;
        for (const ContactReference &contact : deal.contacts) {
            found << contact.externalId;
            if (contact.isMain) {
                QVERIFY(main.isEmpty());
                main = contact.externalId;
            }
        }
        QCOMPARE(found, ids);
        QTEST(main, "main");
    }

    void reportsAWrongTypeAndGoesOn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("a phone list a number") << QByteArray(R"({"contacts":[{"ID":"1","NAME":"a","PHONE":5},{"ID":"2","NAME":"b"}]})") << "contacts[0].PHONE";
        QTest::newRow("a phone's value an array") << QByteArray(R"({"contacts":[{"ID":"1","NAME":"a","PHONE":[{"VALUE":["x"]}]},{"ID":"2","NAME":"b"}]})") << "contacts[0].PHONE[0].VALUE";
        QTest::newRow("a name an object") << QByteArray(R"({"contacts":[{"ID":"1","NAME":{"a":1}},{"ID":"2","NAME":"b"}]})") << "contacts[0].NAME";
        QTest::newRow("no id") << QByteArray(R"({"contacts":[{"NAME":"a"},{"ID":"2","NAME":"b"}]})") << "contacts[0].ID";
        QTest::newRow("an empty array for a row") << QByteArray(R"({"contacts":[[],{"ID":"2","NAME":"b"}]})") << "contacts[0]";
    }

    void reportsAWrongTypeAndGoesOn()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QCOMPARE(read.errors().size(), 1);
        QTEST(read.errors().at(0).where, "where");
        QCOMPARE(read.all<Contact>(Section::Contacts).at(0).externalId, QStringLiteral("2"));
    }

    void passesOverTemplatesOfRecurringDeals()
    {
        const Read read = readText(R"({"deals":[{"ID":"1","STAGE_ID":"NEW","IS_RECURRING":"Y"},{"ID":"2","STAGE_ID":"NEW","IS_RECURRING":"N"}]})");
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 1);
        QVERIFY(read.errors().isEmpty());
        const SourceItem &passed = read.items.at(Section::Deals).at(0);
        QCOMPARE(std::get<PassedOver>(passed.content).reason, PassedOver::Reason::RecurringTemplate);
        QCOMPARE(passed.externalId, QStringLiteral("1"));
    }

    void readsASectionThatIsOneRecord()
    {
        const Read read = readText(R"({"companies":{"ID":"5","TITLE":"ООО Один"},"stages":{"STATUS_ID":"NEW","NAME":"Новая"},"Deals":[{"ID":"1","TITLE":"Окна"}]})");
        QVERIFY(read.errors().isEmpty());
        QCOMPARE(read.all<Company>(Section::Companies).at(0).title, QStringLiteral("ООО Один"));
        QCOMPARE(read.all<Pipeline>(Section::Pipelines).at(0).stages.at(0).name, QStringLiteral("Новая"));
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 1);
    }

    void readsItsOwnDocumentOfFailedRows()
    {
        const Read whole = readText(R"({"users":[{"ID":"7","NAME":"Пётр","LAST_NAME":"Ким","EMAIL":"p@b.ru"}],"categories":[{"ID":"0","NAME":"Общая"},{"ID":"3","NAME":"Опт"}],
            "stages":[{"STATUS_ID":"NEW","NAME":"Новая","ENTITY_ID":"DEAL_STAGE"},{"STATUS_ID":"C3:WON","NAME":"Успех","ENTITY_ID":"DEAL_STAGE_3","SEMANTICS":"S"},
                      {"STATUS_ID":"WEB","NAME":"Сайт","ENTITY_ID":"SOURCE"}],"deals":[{"ID":"1"}]})");
        QVERIFY(!whole.error);
        const Read again = readText(bitrix24::documentOf(whole.head, QStringLiteral("acme.bitrix24.ru"), {{Section::Deals, R"({"ID":"1","SOURCE_ID":"WEB"})"}}));
        QVERIFY2(!again.error, qPrintable(again.error.value_or(base::Error{}).detail));
        QCOMPARE(again.info.account, QStringLiteral("acme.bitrix24.ru"));
        QCOMPARE(again.all<Employee>(Section::Employees).at(0).name, QStringLiteral("Пётр Ким"));
        QCOMPARE(again.info.stagesSeen.size(), 2);
        QCOMPARE(again.info.stagesSeen.at(1).name, QStringLiteral("Опт"));
        QCOMPARE(again.info.stagesSeen.at(1).stages.at(0).semantics, Semantics::Won);
        QCOMPARE(again.all<Deal>(Section::Deals).at(0).source, QStringLiteral("Сайт"));
    }

    void readsItemsWithMultiFields()
    {
        const auto contact = readText(R"({"result":{"items":[{"id":1,"name":"Анна","lastName":"Ким","companyId":0,
            "fm":[{"id":1,"typeId":"PHONE","valueType":"MOBILE","value":"+79990000001"},{"id":2,"typeId":"EMAIL","valueType":"WORK","value":"a@b.ru"},{"id":3,"typeId":"WEB","valueType":"WORK","value":"b.ru"}]}]}})")
                                 .all<Contact>(Section::Contacts)
                                 .at(0);
        QCOMPARE(contact.points.size(), 2);
        QCOMPARE(contact.points.at(0).type, QStringLiteral("mobile"));
        QVERIFY(contact.company.isEmpty());
        QVERIFY(contact.unknown.contains("b.ru"));
    }
};

QTEST_GUILESS_MAIN(Answers)
#include "tst_answers.moc"
