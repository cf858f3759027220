// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include "core/formats/json_view.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::Read;
using amocrm::test::readPath;
using amocrm::test::readText;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/amocrm/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ApiPages : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFixture_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("employees");
        QTest::addColumn<qint64>("pipelines");
        QTest::addColumn<qint64>("companies");
        QTest::addColumn<qint64>("contacts");
        QTest::addColumn<qint64>("deals");
        QTest::addColumn<QString>("account");
        const QByteArray leads = fixture("bzdvdn.get_leads.json");
        const QByteArray pipelines = fixture("bzdvdn.get_pipelines.json");
        const QByteArray companies = fixture("bzdvdn.get_companies.json");
        const auto row = [](const char *name, const QByteArray &text, qint64 e, qint64 p, qint64 co, qint64 c, qint64 d) {
            QTest::newRow(name) << text << e << p << co << c << d << QStringLiteral("example");
        };
        row("a page of leads", leads, 0, 0, 0, 0, 2);
        row("one lead", fixture("bzdvdn.get_lead.json"), 0, 0, 0, 0, 1);
        row("a page of companies", companies, 0, 0, 2, 0, 0);
        QTest::newRow("one company") << fixture("bzdvdn.get_company.json") << qint64(0) << qint64(0) << qint64(1) << qint64(0) << qint64(0) << QStringLiteral("exmaple");
        row("pipelines", pipelines, 0, 1, 0, 0, 0);
        row("users", fixture("bzdvdn.get_users.json"), 2, 0, 0, 0, 0);
        row("the account alone", fixture("bzdvdn.get_account_info.json"), 0, 0, 0, 0, 0);
        row("an array of pages", "[" + leads + "," + pipelines + "," + leads + "," + companies + "]", 0, 1, 2, 0, 4);
        row("a page a line", QByteArray(leads).simplified() + "\n" + QByteArray(pipelines).simplified() + "\n" + QByteArray(leads).simplified() + "\n", 0, 1, 0, 0, 4);
        row("a record a line", QByteArray(fixture("bzdvdn.get_lead.json")).simplified() + "\n" + QByteArray(fixture("bzdvdn.get_lead.json")).simplified(), 0, 0, 0, 0, 2);
        row("a bare array of records", "[" + fixture("bzdvdn.get_lead.json") + "," + fixture("bzdvdn.get_lead.json") + "]", 0, 0, 0, 0, 2);
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
            QTEST(read.info.companies, "companies");
            QTEST(read.info.contacts, "contacts");
            QTEST(read.info.deals, "deals");
            QTEST(read.info.account, "account");
            QTEST(static_cast<qint64>(read.all<Deal>(Section::Deals).size()), "deals");
            QTEST(static_cast<qint64>(read.all<Company>(Section::Companies).size()), "companies");
            QTEST(static_cast<qint64>(read.all<Employee>(Section::Employees).size()), "employees");
        }
    }

    void refusesTheErrorAnswers()
    {
        const Read read = readPath(QStringLiteral(PFX_TEST_DATA "/amocrm/kommo-docs.http-bodies.json"));
        QVERIFY(read.error);
        QCOMPARE(read.error->code, base::ErrorCode::SourceUnreadable);
        const Read one = readText("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Invalid user name or password\"}");
        QVERIFY(one.error);
        QVERIFY(one.error->detail.contains(QStringLiteral("Unauthorized")));
    }

    void readsALeadWithEverything()
    {
        const Read read = readText(fixture("bzdvdn.get_lead.json"));
        const auto deals = read.all<Deal>(Section::Deals);
        QCOMPARE(deals.size(), 1);
        const Deal &deal = deals.at(0);
        QCOMPARE(deal.externalId, QStringLiteral("3912171"));
        QCOMPARE(deal.amount, QStringLiteral("12"));
        QCOMPARE(deal.semantics, std::optional(Semantics::Lost));
        QCOMPARE(deal.lossReason, QStringLiteral("Пропала потребность"));
        QCOMPARE(deal.company.externalId, QStringLiteral("10971463"));
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).externalId, QStringLiteral("10971465"));
        QVERIFY(deal.contacts.at(0).isMain);
        QCOMPARE(deal.createdAt, std::optional<qint64>(1585299171000));
        QCOMPARE(deal.closedAt, std::optional<qint64>(1590683337000));
        QCOMPARE(deal.tags, QStringList{QStringLiteral("тест")});
        QVERIFY(deal.unknown.contains("\"catalog_elements\""));
        QVERIFY(deal.unknown.contains("\"account_id\":28805383"));
    }

    void readsPipelinesWithTheirMeaning()
    {
        const Read read = readText(fixture("bzdvdn.get_pipelines.json"));
        QCOMPARE(read.info.stages, 5);
        QCOMPARE(read.info.stagesSeen.size(), 1);
        const auto stages = read.info.stagesSeen.at(0).stages;
        QCOMPARE(stages.at(1).name, QStringLiteral("Первичный контакт"));
        QCOMPARE(stages.at(1).semantics, Semantics::Open);
        QCOMPARE(stages.at(3).externalId, QStringLiteral("142"));
        QCOMPARE(stages.at(3).semantics, Semantics::Won);
        QCOMPARE(stages.at(4).semantics, Semantics::Lost);
        QCOMPARE(stages.at(3).color, QStringLiteral("#CCFF66"));
    }

    void acceptsLossReasonAsAnObject()
    {
        const Read read = readText(R"({"_embedded":{"leads":[{"id":1,"name":"a","price":1.50,"_embedded":{"loss_reason":{"id":2,"name":"Дорого"}}}]}})");
        QCOMPARE(read.all<Deal>(Section::Deals).at(0).lossReason, QStringLiteral("Дорого"));
        QCOMPARE(read.all<Deal>(Section::Deals).at(0).amount, QStringLiteral("1.50"));
    }

    void passesOverDeletedRows()
    {
        const Read read = readText(R"({"_embedded":{"leads":[{"id":1,"updated_at":5,"is_deleted":true},{"id":2,"name":"b","is_deleted":false}]}})");
        QVERIFY(read.errors().isEmpty());
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 1);
    }

    void recognisesFieldsByCodeThenTypeThenName()
    {
        const Read read = readText(R"({"contacts":[{"id":1,"name":"a","custom_fields_values":[
            {"field_id":3,"field_name":"Мой номер","field_code":"PHONE","field_type":"multitext","values":[{"value":"1","enum_code":"MOB"},{"value":"2","enum":"WORKDD"}]},
            {"field_id":4,"field_name":"Телефон","field_code":null,"field_type":"select","values":[{"value":"не телефон"}]},
            {"field_id":5,"field_name":"ПОЧТА","values":[{"value":"a@b.ru"}]},
            {"field_id":6,"field_name":"Должность","values":[{"value":"Директор"}]},
            {"field_id":7,"field_name":"День рождения","field_type":"birthday","values":[{"value":1005436800}]},
            {"field_id":8,"field_name":"Юрлицо","field_type":"legal_entity","values":[{"value":{"name":"ООО А","vat_id":"77"}}]},
            {"field_id":9,"field_name":"Цвета","field_type":"multiselect","values":[{"value":"красный","enum_id":1},{"value":"синий","enum_id":2}]},
            {"field_id":10,"field_name":"Пусто","values":[]}]}]})");
        const auto contact = read.all<Contact>(Section::Contacts).at(0);
        QCOMPARE(contact.points.size(), 3);
        QCOMPARE(contact.points.at(0).type, QStringLiteral("mobile"));
        QCOMPARE(contact.points.at(1).type, QStringLiteral("direct"));
        QCOMPARE(contact.points.at(2).kind, PointKind::Email);
        QCOMPARE(contact.position, QStringLiteral("Директор"));
        QCOMPARE(contact.custom.size(), 4);
        QCOMPARE(contact.custom.at(0).text, QStringLiteral("не телефон"));
        QCOMPARE(contact.custom.at(1).text, QStringLiteral("2001-11-11"));
        QCOMPARE(contact.custom.at(2).text, QStringLiteral("ООО А"));
        QVERIFY(contact.custom.at(2).json.contains("\"vat_id\":\"77\""));
        QCOMPARE(contact.custom.at(3).text, QStringLiteral("красный; синий"));
        const auto known = [&read](const QString &key) {
            for (const SourceField &field : read.info.fields) {
                if (field.key == key)
                    return field.knownAs;
            }
            return QStringLiteral("absent");
        };
        QCOMPARE(known(QStringLiteral("PHONE")), QStringLiteral("phones"));
        QCOMPARE(known(QStringLiteral("9")), QString());
    }
};

QTEST_GUILESS_MAIN(ApiPages)
#include "tst_api_pages.moc"
