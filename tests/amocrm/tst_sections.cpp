// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in a file and looks like a record is either read or told of.
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::Read;
using amocrm::test::readText;

class Sections : public QObject
{
    Q_OBJECT

private slots:
    void aSectionMayBeOneRecord_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("where");
        QTest::newRow("a company") << QByteArray(R"({"contacts":[],"companies":{"id":5,"name":"ООО Один"}})") << "ООО Один" << "";
        QTest::newRow("a company with fields") << QByteArray(R"({"companies":{"id":5,"name":"ООО Один","custom_fields_values":[{"field_id":1,"values":[{"value":"x"}]}]}})")
                                               << "ООО Один" << "";
        QTest::newRow("a company with its contacts inside") << QByteArray(R"({"companies":{"id":5,"name":"ООО Один","_embedded":{"contacts":[{"id":1}]}}})") << "ООО Один" << "";
        QTest::newRow("a company of a page") << QByteArray(R"({"_embedded":{"companies":{"id":5,"name":"ООО Один"}}})") << "ООО Один" << "";
        QTest::newRow("a company without an id") << QByteArray(R"({"companies":{"name":"ООО Один"}})") << "" << "companies[0].id";
    }

    void aSectionMayBeOneRecord()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, title);
        QFETCH(QString, where);
        const Read read = readText(text);
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.companies, 1);
        QCOMPARE(read.info.contacts, 0);
        const auto companies = read.all<Company>(Section::Companies);
        QCOMPARE(companies.isEmpty() ? QString() : companies.at(0).title, title);
        QCOMPARE(read.errors().isEmpty() ? QString() : read.errors().at(0).where, where);
    }

    void aSectionMayWrapItsList_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("in items") << QByteArray(R"({"contacts":{"items":[{"id":1,"name":"a"}],"total":1}})");
        QTest::newRow("in a page") << QByteArray(R"({"contacts":{"_embedded":{"contacts":[{"id":1,"name":"a"}]}}})");
        QTest::newRow("in numbers") << QByteArray(R"({"contacts":{"1":{"id":1,"name":"a"}}})");
        QTest::newRow("under a name in capitals") << QByteArray(R"({"Contacts":[{"id":1,"name":"a"}]})");
    }

    void aSectionMayWrapItsList()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QVERIFY(read.errors().isEmpty());
        QCOMPARE(read.items.at(Section::Contacts).size(), 1);
        QCOMPARE(read.items.at(Section::Contacts).at(0).place, QStringLiteral("contacts[0]"));
    }

    void aListThatNobodyReadsIsToldOf_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        const QByteArray row = R"({"id":1,"name":"a","phone":"+79990000001"})";
        QTest::newRow("of people") << QByteArray(R"({"contacts":[],"clients":[)" + row + ',' + row + "]}") << "clients 2";
        QTest::newRow("in pages") << QByteArray(R"([{"_embedded":{"contacts":[{"id":1}],"clients":[)" + row + R"(]}},{"_embedded":{"clients":[)" + row + "]}}]") << "clients 2";
        QTest::newRow("but no dictionary") << QByteArray(R"({"contacts":[],"tags":[{"id":1,"name":"VIP"}],"task_types":[{"id":1,"name":"a","code":"b","color":null}]})") << "";
        QTest::newRow("but no list of words") << QByteArray(R"({"contacts":[],"words":["a","b"],"empty":[]})") << "";
        QTest::newRow("but nothing inside a record") << QByteArray(R"({"id":1,"first_name":"a","notes":[{"id":5,"created_at":6}]})") << "";
    }

    void aListThatNobodyReadsIsToldOf()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QStringList told;
        for (const UnknownSection &section : read.info.unknownSections)
            told << QStringLiteral("%1 %2").arg(section.key).arg(section.count);
        QTEST(told.join(u','), "told");
    }

    void deletedRowsArePassedOverByName()
    {
        const Read read = readText(R"({"contacts":[{"id":2,"name":"Олег","is_deleted":true}],"leads":[{"id":3,"is_deleted":true}]})");
        const SourceItem &contact = read.items.at(Section::Contacts).at(0);
        QCOMPARE(std::get<PassedOver>(contact.content).reason, PassedOver::Reason::DeletedInSource);
        QCOMPARE(std::get<PassedOver>(contact.content).title, QStringLiteral("Олег"));
        QCOMPARE(contact.externalId, QStringLiteral("2"));
        QVERIFY(std::holds_alternative<PassedOver>(read.items.at(Section::Deals).at(0).content));
    }
};

QTEST_GUILESS_MAIN(Sections)
#include "tst_sections.moc"
