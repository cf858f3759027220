// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::Read;
using amocrm::test::readText;

/// PHP's json_encode writes a list with gaps as a map with numbers for keys.
class NumberedMaps : public QObject
{
    Q_OBJECT

private slots:
    void readsThemAsLists_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("form");
        const QByteArray anna = R"({"id":1,"name":"Анна","custom_fields_values":[]})";
        const QByteArray boris = R"({"id":5,"name":"Борис","custom_fields_values":null})";
        QTest::newRow("under a section") << "{\"contacts\":{\"1\":" + anna + ",\"7\":" + boris + "}}" << "json";
        QTest::newRow("with white space everywhere") << "{ \"contacts\" : {\n \"1\" :\n" + anna + " , \"7\" : " + boris + "\n} }" << "json";
        QTest::newRow("in a page") << "{\"_embedded\":{\"contacts\":{\"0\":" + anna + ",\"2\":" + boris + "}}}" << "json-pages";
        QTest::newRow("of bare records") << "{\"3\":" + anna + ",\"4\":" + boris + "}" << "json";
        QTest::newRow("of pages") << "{\"0\":{\"_embedded\":{\"contacts\":[" + anna + "]}},\"2\":{\"_embedded\":{\"contacts\":{\"9\":" + boris + "}}}}" << "json-pages";
    }

    void readsThemAsLists()
    {
        QFETCH(QByteArray, text);
        for (const int rows : {1000, 1}) {
            const Read read = amocrm::test::readText(text, rows);
            QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
            QTEST(read.info.form, "form");
            QCOMPARE(read.info.contacts, 2);
            QVERIFY(read.errors().isEmpty());
            const auto contacts = read.all<Contact>(Section::Contacts);
            QCOMPARE(contacts.size(), 2);
            QCOMPARE(contacts.at(0).name, QStringLiteral("Анна"));
            QCOMPARE(contacts.at(1).externalId, QStringLiteral("5"));
            QCOMPARE(read.items.at(Section::Contacts).at(1).place, QStringLiteral("contacts[1]"));
        }
    }

    void readsThemInsideAContact()
    {
        const Read read = readText(R"({"contacts":{"4":{"id":1,"name":"Анна","_embedded":{"tags":{"1":{"name":"VIP"},"3":{"name":"лето"}},
            "companies":{"2":{"id":9,"name":"ООО Лето"}}},"custom_fields_values":{"1":{"field_code":"PHONE","values":{"0":{"value":"+79991234567"},
            "2":{"value":"+79991234568"}}},"5":{"field_id":7,"field_name":"Цвет","values":{"1":{"value":"синий"}}}}}}})");
        QVERIFY(read.errors().isEmpty());
        const auto contacts = read.all<Contact>(Section::Contacts);
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts.at(0).tags, QStringList({QStringLiteral("VIP"), QStringLiteral("лето")}));
        QCOMPARE(contacts.at(0).company.externalId, QStringLiteral("9"));
        QCOMPARE(contacts.at(0).points.size(), 2);
        QCOMPARE(contacts.at(0).points.at(1).value, QStringLiteral("+79991234568"));
        QCOMPARE(contacts.at(0).custom.at(0).text, QStringLiteral("синий"));
    }

    void readsThemInsideDealsAndPipelines()
    {
        const Read read = readText(R"({"deals":{"1":{"id":2,"name":"Окна","status_id":11,"pipeline_id":3,"contacts":{"1":{"id":5},"2":{"id":6,"is_main":true}},
            "loss_reason":{"3":{"id":4,"name":"Дорого"}}}},"pipelines":{"3":{"id":3,"name":"Продажи","statuses":{"11":{"id":11,"name":"Новая"},"12":{"id":12,"name":"Дело"}}}}})");
        QVERIFY(read.errors().isEmpty());
        const auto deals = read.all<Deal>(Section::Deals);
        QCOMPARE(deals.size(), 1);
        QCOMPARE(deals.at(0).contacts.size(), 2);
        QVERIFY(deals.at(0).contacts.at(1).isMain);
        QCOMPARE(deals.at(0).lossReason, QStringLiteral("Дорого"));
        const auto pipelines = read.all<Pipeline>(Section::Pipelines);
        QCOMPARE(pipelines.at(0).stages.size(), 2);
        QCOMPARE(pipelines.at(0).stages.at(1).name, QStringLiteral("Дело"));
    }

    void takesAnEmptyMapForAnEmptyList()
    {
        const Read read = readText(R"({"contacts":{},"deals":{}})");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.contacts + read.info.deals, 0);
    }

    void reportsABadRowOfOne()
    {
        const Read read = readText(R"({"contacts":{"1":5,"2":{"id":2,"name":"Анна"},"total":{"id":[3]}}})");
        QVERIFY(!read.error);
        QCOMPARE(read.errors().size(), 2);
        QCOMPARE(read.errors().at(0).where, QStringLiteral("contacts[0]"));
        QCOMPARE(read.errors().at(1).where, QStringLiteral("contacts[2].id"));
        QCOMPARE(read.all<Contact>(Section::Contacts).size(), 1);
    }

    void refusesABrokenOneWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("truncated behind a record") << QByteArray(R"({"contacts":{"1":{"id":1})") << "1:26";
        QTest::newRow("truncated behind a key") << QByteArray(R"({"contacts":{"1":{"id":1},"2")") << "1:30";
        QTest::newRow("a comma too many") << QByteArray(R"({"contacts":{"1":{"id":1},}})") << "1:27";
        QTest::newRow("a list in the middle of a map") << QByteArray(R"({"contacts":{"1":{"id":1},{"id":2}}})") << "1:27";
    }

    void refusesABrokenOneWithThePlace()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, base::ErrorCode::SourceUnreadable);
        QTEST(read.error->where, "where");
    }
};

QTEST_GUILESS_MAIN(NumberedMaps)
#include "tst_numbered_maps.moc"
