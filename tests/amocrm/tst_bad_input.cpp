// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace pfx;
using namespace pfx::records;
using base::ErrorCode;
using amocrm::test::Read;
using amocrm::test::readPath;
using amocrm::test::readText;

namespace {

QString writeFile(const QTemporaryDir &dir, const QByteArray &text)
{
    const QString path = dir.filePath(QStringLiteral("source"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

} // namespace

class BadInput : public QObject
{
    Q_OBJECT

private slots:
    void refusesABrokenFileWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("truncated") << QByteArray("{\"contacts\":[\n{\"id\":1") << "2:8";
        QTest::newRow("a missing comma") << QByteArray("{\"contacts\":[{\"id\":1}\n {\"id\":2}]}") << "2:2";
        QTest::newRow("a comma too many") << QByteArray("{\"contacts\":[{\"id\":1},]}") << "1:23";
        QTest::newRow("a bare word") << QByteArray("{\"contacts\":[{\"id\":nul}]}") << "1:23";
        QTest::newRow("a number with a leading zero") << QByteArray("{\"contacts\":[{\"id\":01}]}") << "1:21";
        QTest::newRow("a broken escape") << QByteArray("{\"contacts\":[{\"id\":\"\\x\"}]}") << "1:22";
        QTest::newRow("a NUL byte in a string") << QByteArray("{\"contacts\":[{\"id\":\"a\0b\"}]}", 26) << "1:22";
        QTest::newRow("a NUL byte between") << QByteArray("{\"contacts\":\0[]}", 16) << "1:13";
        QTest::newRow("invalid UTF-8") << QByteArray("{\"contacts\":[\n{\"id\":1,\"name\":\"a\xFF\"}]}") << "2:18";
        QTest::newRow("windows-1251 in JSON") << QByteArray("{\"contacts\":[{\"id\":1,\"name\":\"\xC8\xE2\xE0\xED\"}]}") << "1:30";
        QTest::newRow("null") << QByteArray("null") << "";
        QTest::newRow("a number") << QByteArray("42\n") << "";
        QTest::newRow("a string") << QByteArray("\"contacts\"") << "";
        QTest::newRow("nothing") << QByteArray() << "";
        QTest::newRow("white space only") << QByteArray(" \n ") << "";
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8) << "";
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << "";
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << "";
        QTest::newRow("an object of something else") << QByteArray(R"({"hello":"world"})") << "1:1";
        QTest::newRow("a section that is no array") << QByteArray(R"({"contacts":5})") << "1:13";
        QTest::newRow("two documents with rubbish between") << QByteArray("{\"contacts\":[]} x") << "1:17";
    }

    void refusesABrokenFileWithThePlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const Read read = readText(text);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, ErrorCode::SourceUnreadable);
        QVERIFY(!read.error->detail.isEmpty());
        if (!where.isEmpty())
            QCOMPARE(read.error->where, where);
    }

    void takesEmptyOnesAsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("an empty array") << QByteArray("[]");
        QTest::newRow("a byte order mark and an empty object") << QByteArray("\xEF\xBB\xBF{}\n");
        QTest::newRow("empty sections") << QByteArray(R"({"contacts":[],"deals":[],"pipelines":[]})");
        QTest::newRow("null sections") << QByteArray(R"({"contacts":null,"deals":null})");
        QTest::newRow("a page without rows") << QByteArray(R"({"_page":1,"_embedded":{"contacts":[]}})");
    }

    void takesEmptyOnesAsNothing()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.contacts + read.info.deals + read.info.pipelines + read.info.companies, 0);
    }

    void reportsAWrongTypeAndGoesOn_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("where");
        QTest::newRow("values no array") << QByteArray(R"({"id":1,"custom_fields_values":[{"field_id":2,"values":"x"}]})") << "contacts[0].custom_fields_values[0].values";
        QTest::newRow("custom fields an object") << QByteArray(R"({"id":1,"custom_fields_values":{"a":1}})") << "contacts[0].custom_fields_values";
        QTest::newRow("a custom field a string") << QByteArray(R"({"id":1,"custom_fields_values":["x"]})") << "contacts[0].custom_fields_values[0]";
        QTest::newRow("a phone an object") << QByteArray(R"({"id":1,"custom_fields_values":[{"field_code":"PHONE","values":[{"value":{"a":1}}]}]})")
                                           << "contacts[0].custom_fields_values[0].values[0].value";
        QTest::newRow("a name an array") << QByteArray(R"({"id":1,"name":["a"]})") << "contacts[0].name";
        QTest::newRow("a first name an object") << QByteArray(R"({"id":1,"first_name":{"a":1}})") << "contacts[0].first_name";
        QTest::newRow("an id an array") << QByteArray(R"({"id":[1]})") << "contacts[0].id";
        QTest::newRow("no id") << QByteArray(R"({"name":"a"})") << "contacts[0].id";
        QTest::newRow("an id null") << QByteArray(R"({"id":null})") << "contacts[0].id";
        QTest::newRow("a time an array") << QByteArray(R"({"id":1,"created_at":[1]})") << "contacts[0].created_at";
        QTest::newRow("a time true") << QByteArray(R"({"id":1,"created_at":true})") << "contacts[0].created_at";
        QTest::newRow("an owner an object") << QByteArray(R"({"id":1,"responsible_user_id":{"a":1}})") << "contacts[0].responsible_user_id";
        QTest::newRow("tags a string") << QByteArray(R"({"id":1,"_embedded":{"tags":"x"}})") << "contacts[0]._embedded.tags";
        QTest::newRow("_embedded a string") << QByteArray(R"({"id":1,"_embedded":"x"})") << "contacts[0]._embedded";
        QTest::newRow("a number for a row") << QByteArray("7") << "contacts[0]";
        QTest::newRow("null for a row") << QByteArray("null") << "contacts[0]";
        QTest::newRow("an array for a row") << QByteArray("[]") << "contacts[0]";
        QTest::newRow("deeper than anything reads") << QByteArray("{\"id\":1,\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}") << "contacts[0]";
    }

    void reportsAWrongTypeAndGoesOn()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, where);
        const Read read = readText("{\"contacts\":[" + row + ",{\"id\":2,\"name\":\"следующий\"}]}");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.errors().size(), 1);
        QCOMPARE(read.errors().at(0).code, ErrorCode::Validation);
        QCOMPARE(read.errors().at(0).where, where);
        QCOMPARE(read.items.at(Section::Contacts).at(0).raw, row);
        QCOMPARE(read.all<Contact>(Section::Contacts).at(0).externalId, QStringLiteral("2"));
    }

    void reportsAWrongTypeInADeal_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("where");
        QTest::newRow("a price an object") << QByteArray(R"({"id":1,"price":{"a":1}})") << "deals[0].price";
        QTest::newRow("contacts a string") << QByteArray(R"({"id":1,"contacts":"x"})") << "deals[0].contacts";
        QTest::newRow("a contact's id an array") << QByteArray(R"({"id":1,"contacts":[{"id":[2]}]})") << "deals[0].contacts[0].id";
        QTest::newRow("a stage an object") << QByteArray(R"({"id":1,"status_id":{"a":1}})") << "deals[0].status_id";
        QTest::newRow("a pipeline an array") << QByteArray(R"({"id":1,"pipeline_id":[1]})") << "deals[0].pipeline_id";
    }

    void reportsAWrongTypeInADeal()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, where);
        const Read read = readText("{\"deals\":[" + row + "]}");
        QCOMPARE(read.errors().size(), 1);
        QCOMPARE(read.errors().at(0).where, where);
    }

    void keepsStrangeValues_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("name");
        QTest::newRow("a lone surrogate") << QByteArray(R"({"id":1,"name":"a\ud83db"})") << QString(u'a' + QString(QChar::ReplacementCharacter) + u'b');
        QTest::newRow("a pair of surrogates") << QByteArray(R"({"id":1,"name":"\ud83d\ude00"})") << QString::fromUtf8("😀");
        QTest::newRow("an escaped NUL") << QByteArray(R"({"id":1,"name":"a\u0000b"})") << QString(u'a' + QString(QChar::ReplacementCharacter) + u'b');
        QTest::newRow("from right to left") << QByteArray("{\"id\":1,\"name\":\"שלום\"}") << QString::fromUtf8("שלום");
        QTest::newRow("emoji in UTF-8") << QByteArray("{\"id\":1,\"name\":\"🧪 Анна\"}") << QString::fromUtf8("🧪 Анна");
        QTest::newRow("the last of two keys") << QByteArray(R"({"id":9,"id":1,"name":"a","name":"b"})") << QStringLiteral("b");
        QTest::newRow("a number for a name") << QByteArray(R"({"id":1,"name":12.50})") << QStringLiteral("12.50");
        QTest::newRow("an id as a string") << QByteArray(R"({"id":"1","name":"a"})") << QStringLiteral("a");
        QTest::newRow("an escaped key") << QByteArray(R"({"\u0069d":1,"n\u0061me":"a"})") << QStringLiteral("a");
        QTest::newRow("null everywhere") << QByteArray(R"({"id":1,"name":"a","first_name":null,"custom_fields_values":null,"_embedded":null,"created_at":null})") << QStringLiteral("a");
        QTest::newRow("an empty array for an object") << QByteArray(R"({"id":1,"name":"a","_embedded":[],"custom_fields_values":{}})") << QStringLiteral("a");
    }

    void keepsStrangeValues()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, name);
        const Read read = readText("{\"contacts\":[" + row + "]}");
        QVERIFY(read.errors().isEmpty());
        const auto contacts = read.all<Contact>(Section::Contacts);
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts.at(0).externalId, QStringLiteral("1"));
        QCOMPARE(contacts.at(0).name, name);
    }

    void keepsAmountsAsWritten_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<QString>("amount");
        QTest::newRow("an integer") << QByteArray("100000") << "100000";
        QTest::newRow("a float") << QByteArray("19999.99") << "19999.99";
        QTest::newRow("a string") << QByteArray("\"1 234,50\"") << "1 234,50";
        QTest::newRow("negative") << QByteArray("-5") << "-5";
        QTest::newRow("far too large") << QByteArray("1e400") << "1e400";
        QTest::newRow("thirty digits") << QByteArray("123456789012345678901234567890") << "123456789012345678901234567890";
        QTest::newRow("null") << QByteArray("null") << "";
    }

    void keepsAmountsAsWritten()
    {
        QFETCH(QByteArray, price);
        QFETCH(QString, amount);
        const Read read = readText("{\"deals\":[{\"id\":1,\"price\":" + price + "}]}");
        QCOMPARE(read.all<Deal>(Section::Deals).at(0).amount, amount);
    }

    void readsTenThousandPhonesOfOneContact()
    {
        QByteArray values;
        for (int i = 0; i < 10'000; ++i)
            values += (i == 0 ? "{\"value\":\"+7999" : ",{\"value\":\"+7999") + QByteArray::number(1'000'000 + i) + "\"}";
        const Read read = readText("{\"contacts\":[{\"id\":1,\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[" + values + "]}]}]}");
        QCOMPARE(read.all<Contact>(Section::Contacts).at(0).points.size(), 10'000);
    }

    void survivesAHundredThousandLevels()
    {
        const Read inside = readText("{\"other\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + ",\"contacts\":[{\"id\":1}]}");
        QVERIFY(!inside.error);
        QCOMPARE(inside.info.contacts, 1);
        const Read alone = readText(QByteArray(100'000, '['));
        QVERIFY(alone.error);
        QCOMPARE(alone.error->code, ErrorCode::SourceUnreadable);
    }

    void reportsARecordThatIsTooLong()
    {
        const Read read = readText("{\"contacts\":[{\"id\":1,\"name\":\"" + QByteArray(70 * 1024 * 1024, 'x') + "\"},{\"id\":2}]}");
        QVERIFY(!read.error);
        QCOMPARE(read.errors().size(), 1);
        QCOMPARE(read.all<Contact>(Section::Contacts).size(), 1);
    }

    void readsSectionsInAnyOrder_data()
    {
        QTest::addColumn<QStringList>("order");
        const QStringList sections{QStringLiteral("contacts"), QStringLiteral("deals"), QStringLiteral("pipelines"), QStringLiteral("companies")};
        QStringList order = sections;
        std::sort(order.begin(), order.end());
        do {
            QTest::newRow(qPrintable(order.join(u' '))) << order;
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void readsSectionsInAnyOrder()
    {
        QFETCH(QStringList, order);
        QByteArray text("{");
        for (const QString &section : order)
            text += (text.size() == 1 ? "\"" : ",\"") + section.toLatin1() + "\":[{\"id\":1,\"name\":\"x\"},{\"id\":2,\"name\":\"y\"}]";
        const Read read = readText(text + "}");
        QVERIFY(!read.error);
        QCOMPARE(read.all<Contact>(Section::Contacts).size(), 2);
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 2);
        QCOMPARE(read.all<Company>(Section::Companies).size(), 2);
        QCOMPARE(read.all<Pipeline>(Section::Pipelines).size(), 2);
    }

    void refusesWhatIsNoFile()
    {
        QTemporaryDir dir;
        QCOMPARE(readPath(dir.path()).error.value_or(base::Error{}).code, ErrorCode::SourceUnreadable);
        QCOMPARE(readPath(dir.filePath(QStringLiteral("absent"))).error.value_or(base::Error{}).code, ErrorCode::SourceUnreadable);
#ifdef Q_OS_UNIX
        const QString pipe = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readPath(pipe).error.value_or(base::Error{}).code, ErrorCode::SourceUnreadable);
#endif
    }

    void noticesThatTheFileChanged()
    {
        QTemporaryDir dir;
        const QString path = writeFile(dir, R"({"contacts":[{"id":1},{"id":2}]})");
        auto source = amocrm::openFileSource(path);
        QVERIFY(source);
        QVERIFY((*source)->inspect({}, {}));
        QVERIFY(!writeFile(dir, R"({"contacts":[{"id":1},{"id":2},{"id":3}]})").isEmpty());
        const auto batch = (*source)->read(Section::Contacts, {}, 10, {});
        QVERIFY(!batch);
        QCOMPARE(batch.error().code, ErrorCode::SourceChanged);
        QVERIFY(QFile::remove(path));
        QCOMPARE((*source)->read(Section::Contacts, {}, 10, {}).error().code, ErrorCode::SourceUnreadable);
    }

    void stopsWhenAsked()
    {
        QTemporaryDir dir;
        auto source = amocrm::openFileSource(writeFile(dir, R"({"contacts":[{"id":1},{"id":2}]})"));
        base::StopSource stop;
        stop.request_stop();
        QCOMPARE((*source)->inspect(stop.get_token(), {}).error().code, ErrorCode::Cancelled);
        QVERIFY((*source)->inspect({}, {}));
        QCOMPARE((*source)->read(Section::Contacts, {}, 10, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void refusesAFileOfTheOtherSystem()
    {
        const Read read = readPath(QStringLiteral(PFX_TEST_DATA "/bitrix24/spec_full.json"));
        QVERIFY(read.error);
        QCOMPARE(read.error->code, ErrorCode::SourceUnreadable);
        QVERIFY(read.error->detail.contains(QStringLiteral("Bitrix24")));
    }

    void writesFailedRowsImportableAgain()
    {
        const Read again = readText(amocrm::documentOf({}, QStringLiteral("acme"), {{Section::Contacts, R"({"id":1,"name":"a"})"}, {Section::Deals, R"({"id":2,"name":"b"})"},
                                                            {Section::Contacts, R"({"id":3,"name":"c"})"}}));
        QVERIFY(again.errors().isEmpty());
        QCOMPARE(again.info.contacts, 2);
        QCOMPARE(again.info.deals, 1);
    }

    void goesOnFromAnyPosition()
    {
        QByteArray text("{\"contacts\":[");
        for (int i = 1; i <= 40; ++i)
            text += (i == 1 ? "{\"id\":" : " ,\n{\"id\":") + QByteArray::number(i) + ",\"name\":\"" + QByteArray(i * 37, 'n') + "\"}";
        QTemporaryDir dir;
        const QString path = writeFile(dir, text + "]}");
        auto source = amocrm::openFileSource(path);
        QVERIFY((*source)->inspect({}, {}));
        Position at;
        for (bool last = false; !last;) {
            const auto batch = (*source)->read(Section::Contacts, at, 7, {});
            QVERIFY(batch);
            at = batch->next;
            last = batch->last;
            auto fresh = amocrm::openFileSource(path);
            QVERIFY((*fresh)->inspect({}, {}));
            const auto rest = (*fresh)->read(Section::Contacts, at, 1000, {});
            QVERIFY(rest);
            QVERIFY(rest->last);
            QCOMPARE(rest->items.size(), 40 - at.row);
            for (qsizetype i = 0; i < rest->items.size(); ++i)
                QCOMPARE(rest->items.at(i).externalId, QString::number(at.row + i + 1));
        }
        QCOMPARE(at.row, 40);
    }
};

QTEST_GUILESS_MAIN(BadInput)
#include "tst_bad_input.moc"
