// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using bitrix24::test::Read;
using bitrix24::test::readText;

/// PHP's json_encode writes a list with gaps as a map with numbers for keys.
class NumberedMaps : public QObject
{
    Q_OBJECT

private slots:
    void readsThemAsLists_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray anna = R"({"ID":"1","NAME":"Анна","LAST_NAME":"Ким"})";
        const QByteArray boris = R"({"ID":"5","NAME":"Борис","LAST_NAME":""})";
        QTest::newRow("under a section") << "{\"contacts\":{\"1\":" + anna + ",\"7\":" + boris + "}}";
        QTest::newRow("as a result") << "{\"result\":{\"1\":" + anna + ",\"7\":" + boris + "},\"total\":2}";
        QTest::newRow("in a batch whose commands have numbers")
            << "{\"result\":{\"result\":{\"0\":[" + anna + "],\"2\":{\"4\":" + boris + "}},\"result_error\":[]}}";
        QTest::newRow("of bare records") << "{\"3\":" + anna + ",\"4\":" + boris + "}";
    }

    void readsThemAsLists()
    {
        QFETCH(QByteArray, text);
        for (const int rows : {1000, 1}) {
            const Read read = readText(text, rows);
            QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
            QCOMPARE(read.info.contacts, 2);
            QVERIFY(read.errors().isEmpty());
            const auto contacts = read.all<Contact>(Section::Contacts);
            QCOMPARE(contacts.size(), 2);
            QCOMPARE(contacts.at(0).name, QStringLiteral("Анна Ким"));
            QCOMPARE(contacts.at(1).externalId, QStringLiteral("5"));
        }
    }

    void readsThemInsideRows()
    {
        const Read read = readText(R"({"contacts":{"2":{"ID":"1","NAME":"Анна","PHONE":{"4":{"VALUE":"+79991234567","VALUE_TYPE":"MOBILE"}},
            "EMAIL":{"VALUE":"anna@example.com","VALUE_TYPE":"WORK"},"TAGS":{"1":"VIP","3":"лето"},"UF_CRM_COLOURS":{"2":"синий","5":"белый"}},
            "3":{"id":7,"name":"Борис","fm":{"2":{"typeId":"PHONE","valueType":"WORK","value":"+79991234568"}}}},
            "deals":{"8":{"ID":"2","TITLE":"Окна","STAGE_ID":"NEW","CONTACT_IDS":{"1":"1","3":"7"}}},
            "stages":{"1":{"STATUS_ID":"NEW","NAME":"Новая"},"2":{"STATUS_ID":"WON","NAME":"Успех","SEMANTICS":"S"}}})");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QVERIFY(read.errors().isEmpty());
        const auto contacts = read.all<Contact>(Section::Contacts);
        QCOMPARE(contacts.at(0).points.size(), 2);
        QCOMPARE(contacts.at(0).points.at(0).type, QStringLiteral("mobile"));
        QCOMPARE(contacts.at(0).points.at(1).value, QStringLiteral("anna@example.com"));
        QCOMPARE(contacts.at(0).tags, QStringList({QStringLiteral("VIP"), QStringLiteral("лето")}));
        QCOMPARE(contacts.at(0).custom.at(0).text, QStringLiteral("синий; белый"));
        QCOMPARE(contacts.at(1).points.at(0).value, QStringLiteral("+79991234568"));
        const auto deals = read.all<Deal>(Section::Deals);
        QCOMPARE(deals.at(0).contacts.size(), 2);
        QCOMPARE(deals.at(0).contacts.at(1).externalId, QStringLiteral("7"));
        QCOMPARE(read.info.stages, 2);
    }
};

QTEST_GUILESS_MAIN(NumberedMaps)
#include "tst_numbered_maps.moc"
