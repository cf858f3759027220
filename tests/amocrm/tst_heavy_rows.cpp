// SPDX-License-Identifier: GPL-3.0-or-later
// Files whose rows are huge, or whose pages are as many as their rows: a batch stays small, a list has an end, and nothing is lost.
#include "source_reader.h"

#include "core/amocrm/json_rows.h"
#include "core/formats/json_index.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::Read;
using amocrm::test::readText;

namespace {

constexpr int rows = 60;

QByteArray contacts(const std::function<QByteArray(int)> &inside)
{
    QByteArray text("{\"contacts\":[");
    for (int i = 0; i < rows; ++i)
        text += (i == 0 ? "{\"id\":" : ",{\"id\":") + QByteArray::number(i + 1) + ",\"name\":\"C\"" + inside(i) + "}";
    return text + "]}";
}

QByteArray phones(int count)
{
    QByteArray values;
    for (int i = 0; i < count; ++i)
        values += (i == 0 ? "{\"value\":\"+7999" : ",{\"value\":\"+7999") + QByteArray::number(1'000'000 + i) + "\"}";
    return ",\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[" + values + "]}]";
}

QByteArray repeated(const QByteArray &element, int count)
{
    QByteArray list = element;
    for (int i = 1; i < count; ++i)
        list += ',' + element;
    return '[' + list + ']';
}

QByteArray page(int id)
{
    return "{\"_embedded\":{\"contacts\":[{\"id\":" + QByteArray::number(id) + ",\"name\":\"C\"}]}}";
}

} // namespace

class HeavyRows : public QObject
{
    Q_OBJECT

private slots:
    void aBatchEndsWhenItIsHeavy_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray blob(200'000, 'x');
        QTest::newRow("a long field that nobody knows in each row") << contacts([&blob](int) { return ",\"blob\":\"" + blob + '"'; });
        QTest::newRow("two thousand phones in each row") << contacts([](int) { return phones(2000); });
        QTest::newRow("ten thousand short tags in each row") << contacts([](int) { return ",\"tags\":" + repeated("\"a\"", 10'000); });
        QByteArray table = "ID;Имя;Фамилия;Примечание\n";
        for (int i = 0; i < rows; ++i)
            table += QByteArray::number(i + 1) + ";А;Б;" + blob + '\n';
        QTest::newRow("a long cell in each row of a table") << table;
    }

    void aBatchEndsWhenItIsHeavy()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("source"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto source = amocrm::openFileSource(path);
        QVERIFY(source);
        QVERIFY((*source)->inspect({}, {}));
        Position at;
        int read = 0, batches = 0;
        for (bool last = false; !last; ++batches) {
            const auto batch = (*source)->read(Section::Contacts, at, 1000, {});
            QVERIFY(batch);
            QVERIFY2(batch->items.size() <= rows / 3, qPrintable(QString::number(batch->items.size())));
            QVERIFY(batch->last || !batch->items.isEmpty());
            for (const SourceItem &item : batch->items)
                QCOMPARE(item.externalId, QString::number(++read));
            at = batch->next;
            last = batch->last;
        }
        QCOMPARE(read, rows);
        QVERIFY(batches >= 4);
    }

    void phonesBeyondTenThousandAreCounted()
    {
        const Read read = readText("{\"contacts\":[{\"id\":1,\"name\":\"C\"" + phones(12'345) + "}]}");
        const SourceItem &item = read.items.at(Section::Contacts).at(0);
        QCOMPARE(std::get<Contact>(item.content).points.size(), 10'000);
        QCOMPARE(item.pointsLeftOut, 2345);
    }

    void aListWithoutEndFailsItsRow_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("of contacts") << QByteArray("\"contacts\":" + repeated("1", 100'001));
        QTest::newRow("of fields") << QByteArray("\"custom_fields_values\":" + repeated("{}", 100'001));
        QTest::newRow("of tags") << QByteArray("\"tags\":" + repeated("\"\"", 100'001));
    }

    void aListWithoutEndFailsItsRow()
    {
        QFETCH(QByteArray, member);
        const Read read = readText("{\"deals\":[{\"id\":1,\"name\":\"a\"," + member + "},{\"id\":2,\"name\":\"b\"}]}");
        QCOMPARE(read.errors().size(), 1);
        QVERIFY2(read.errors().at(0).detail.contains(QStringLiteral("100000")), qPrintable(read.errors().at(0).detail));
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 1);
    }

    void aPageForEachRecordIsReadToTheEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray lines, list;
        for (int i = 1; i <= 2500; ++i) {
            lines += page(i) + '\n';
            list += (i == 1 ? "[" : ",") + page(i);
        }
        QTest::newRow("a page a line") << lines;
        QTest::newRow("a list of pages") << QByteArray(list + ']');
    }

    void aPageForEachRecordIsReadToTheEnd()
    {
        QFETCH(QByteArray, text);
        for (const int batch : {1000, 7}) {
            const Read read = readText(text, batch);
            QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
            const QVector<SourceItem> &items = read.items.at(Section::Contacts);
            QCOMPARE(items.size(), 2500);
            for (qsizetype i = 0; i < items.size(); ++i) {
                QCOMPARE(items.at(i).externalId, QString::number(i + 1));
                QCOMPARE(items.at(i).place, QStringLiteral("contacts[%1]").arg(i));
            }
        }
    }

    void pagesOfOneKindShareWhatIsKnownOfThem()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(file.write(page(i)) > 0);
        file.flush();
        const auto source = formats::SourceFile::open(file.fileName());
        QVERIFY(source);
        const auto index = formats::JsonIndex::build(*source, amocrm::JsonRows(), {}, {});
        QVERIFY(index);
        QCOMPARE(index->segments.size(), size_t(1000));
        QCOMPARE(index->kinds.size(), size_t(1));
        QVERIFY(sizeof(formats::JsonSegment) <= 24);
    }

    void aDocumentOfSomethingElseBetweenRecordsIsNoRecord()
    {
        const Read read = readText("{\"id\":1,\"first_name\":\"a\"}\n{\"hello\":1}\n{\"id\":2,\"first_name\":\"b\"}\n{\"id\":3,\"first_name\":\"c\"}\n");
        QVERIFY(read.errors().isEmpty());
        QStringList ids;
        for (const Contact &contact : read.all<Contact>(Section::Contacts))
            ids << contact.externalId;
        QCOMPARE(ids, (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    }
};

QTEST_GUILESS_MAIN(HeavyRows)
#include "tst_heavy_rows.moc"
