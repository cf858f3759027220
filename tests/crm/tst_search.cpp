// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/lists.h"
#include "tests/support/verify_result.h"

#include <QtTest>

#include <map>

using namespace pfx;
using namespace pfx::crm;
using base::Result;
using store::Connection;
using test::CrmFixture;

namespace {

QString namesOf(const Result<QVector<ContactRow>> &rows)
{
    if (!rows)
        return QStringLiteral("error: ") + rows.error().detail;
    QStringList names;
    for (const ContactRow &row : *rows)
        names.append(row.name);
    return names.join(QStringLiteral("|"));
}

QVector<Contact> people()
{
    return {test::contact(1, QStringLiteral("Иванова Мария"), {test::phone(QStringLiteral("+79062114018")), test::email(QStringLiteral("maria@example.ru"))}),
            test::contact(2, QStringLiteral("Петров Иван"), {test::phone(QStringLiteral("+79161234567"))}),
            test::contact(3, QStringLiteral("Ёлкина Ольга"), {test::email(QStringLiteral("olga.elkina@mail.example.com"))}),
            test::contact(4, QStringLiteral("100% скидка_да"), {test::phone(QStringLiteral("+74951118906"))}),
            test::contact(5, QStringLiteral("O'Brien \"Bob\""), {}),
            test::contact(6, QStringLiteral("Маринин Ли"), {})};
}

/// Thousands of namesakes, so that the search takes its other way: walking the index of names.
QVector<Contact> crowd(qint64 count)
{
    QVector<Contact> contacts = people();
    for (qint64 i = 0; i < count; ++i) {
        contacts.append(test::contact(100 + i, QStringLiteral("Толпин Иван %1").arg(i, 6, 10, QLatin1Char('0')),
                                      {test::phone(QStringLiteral("+7999%1").arg(i, 7, 10, QLatin1Char('0')))}));
    }
    return contacts;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void searchFinds_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        CrmFixture::forEachBackend([](const QString &backend) {
            const auto row = [&](const char *name, const char *text, const char *found) {
                QTest::addRow("%s, %s", name, qPrintable(backend)) << backend << QString::fromUtf8(text) << QString::fromUtf8(found);
            };
            row("nothing typed gives all by name", "",
                "100% скидка_да|O'Brien \"Bob\"|Ёлкина Ольга|Иванова Мария|Маринин Ли|Петров Иван");
            row("a whole phone with punctuation", "+7 (906) 211-40-18", "Иванова Мария");
            row("a phone dialled with eight", "8 906 211 40 18", "Иванова Мария");
            row("a phone without the country", "9062114018", "Иванова Мария");
            row("the last digits", "4018", "Иванова Мария");
            row("digits in the middle with a dash", "211-40", "Иванова Мария");
            row("the beginning dialled with eight", "8906", "100% скидка_да|Иванова Мария");
            row("digits nobody has", "55555", "");
            row("digits of a name", "100", "100% скидка_да");
            row("an e-mail", "maria@example.ru", "Иванова Мария");
            row("an e-mail in capitals", "MARIA@EXAMPLE.RU", "Иванова Мария");
            row("the beginning of an e-mail", "olga.elkina@", "Ёлкина Ольга");
            row("the domain of an e-mail", "@mail.example", "Ёлкина Ольга");
            row("a short part of an e-mail", "a@e", "Иванова Мария");
            row("part of a name in the middle", "ванов", "Иванова Мария");
            row("three letters that two have", "ива", "Иванова Мария|Петров Иван");
            row("letters in capitals", "МАРИ", "Иванова Мария|Маринин Ли");
            row("ё typed as е", "елкин", "Ёлкина Ольга");
            row("е kept as ё", "Ёлкин", "Ёлкина Ольга");
            row("words in another order", "мария ива", "Иванова Мария");
            row("two letters are the beginning of any word", "ма", "Иванова Мария|Маринин Ли");
            row("two letters within a word are not found", "ар", "");
            row("two letters are the beginning of the first word", "пе", "Петров Иван");
            row("a name of two letters", "ли", "Маринин Ли");
            row("one letter is the beginning of the name", "м", "Маринин Ли");
            row("a long and a short word", "ива ма", "Иванова Мария");
            row("a percent sign is a letter", "0%", "");
            row("signs of patterns are letters", "скидка_", "100% скидка_да");
            row("a percent sign does not stand for anything", "ив%ва", "");
            row("an apostrophe", "o'br", "O'Brien \"Bob\"");
            row("a quotation mark", "\"bo", "O'Brien \"Bob\"");
            row("words of the index's own language", "ива AND петров", "");
            row("white space only", "  \t ", "100% скидка_да|O'Brien \"Bob\"|Ёлкина Ольга|Иванова Мария|Маринин Ли|Петров Иван");
        });
    }
    void searchFinds()
    {
        QFETCH(QString, backend);
        QFETCH(QString, text);
        QFETCH(QString, found);
        std::unique_ptr<CrmFixture> &fixture = m_people[backend]; // only read by the rows: one store for all of them
        if (!fixture) {
            fixture = std::make_unique<CrmFixture>(backend);
            QCOMPARE(fixture->write([](Connection &db) { return insertContacts(db, people()); }), QString());
        }
        ListQuery query;
        query.search = text;
        QCOMPARE(namesOf(listContacts(fixture->db(), query)), found);
    }

    void manyHitsGiveTheSameAsFew_data() { CrmFixture::backends(); }
    void manyHitsGiveTheSameAsFew()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(fixture.write([](Connection &db) { return insertContacts(db, crowd(9000)); }), QString());
        ListQuery query;
        query.limit = 2;
        query.search = QStringLiteral("иван");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Иванова Мария|Петров Иван"));
        query.limit = 3;
        query.descending = true;
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 008999|Толпин Иван 008998|Толпин Иван 008997"));
        query.search = QStringLiteral("7999");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 008999|Толпин Иван 008998|Толпин Иван 008997"));
        query.search = QStringLiteral("то");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 008999|Толпин Иван 008998|Толпин Иван 008997"));
        query.search = QStringLiteral("толпин");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 008999|Толпин Иван 008998|Толпин Иван 008997"));
        query.search = QStringLiteral("олпи");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 008999|Толпин Иван 008998|Толпин Иван 008997"));
        const auto index = indexContacts(fixture.db(), query, 1000);
        QCOMPARE(index->count, 9000);
        QCOMPARE(index->anchors.size(), 9);
    }

    // Twenty thousand names and more are summed up by blocks when they are counted; another connection knows nothing of that.
    void blocksGiveTheSameAsTheWalk_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("descending");
        const char *const texts[] = {"олпин", "толпин", "то", "пе", "ван 0", "толпин 0123", "етрол", "ли"};
        for (const char *text : texts) {
            for (const bool descending : {false, true})
                QTest::addRow("%s, %s", text, descending ? "last first" : "first first") << QString::fromUtf8(text) << descending;
        }
    }
    void blocksGiveTheSameAsTheWalk()
    {
        QFETCH(QString, text);
        QFETCH(bool, descending);
        CrmFixture &fixture = longTable();
        PFX_VERIFY(indexContacts(fixture.db(), {}, 256));
        ListQuery query;
        query.search = text;
        query.descending = descending;
        query.limit = 1000;
        const auto other = fixture.connect();
        for (int page = 0; page < 30; ++page) {
            const auto walked = listContacts(*other, query);
            const auto rows = listContacts(fixture.db(), query);
            PFX_VERIFY(rows);
            QVERIFY(page > 0 || !rows->isEmpty());
            QCOMPARE(namesOf(rows), namesOf(walked));
            if (rows->isEmpty())
                break;
            query.after = rows->last().key;
        }
    }

    void whatCameLaterIsFoundAtOnce()
    {
        CrmFixture &fixture = longTable();
        PFX_VERIFY(indexContacts(fixture.db(), {}, 256));
        ListQuery query;
        query.search = QStringLiteral("олпи");
        query.limit = 1;
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 000000"));
        QCOMPARE(fixture.write([](Connection &db) { return insertContacts(db, {test::contact(1'000'000, QStringLiteral("Аполпин"))}); }),
                 QString());
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Аполпин"));
        PFX_VERIFY(indexContacts(fixture.db(), query, 256)); // counts again, and sums up again
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Аполпин"));
    }

    void cleanupTestCase()
    {
        m_people.clear();
        m_long.reset();
    }

private:
    CrmFixture &longTable()
    {
        if (!m_long) {
            m_long = std::make_unique<CrmFixture>(QStringLiteral("sqlite"));
            QVector<Contact> contacts = crowd(12'000);
            for (qint64 i = 0; i < 10'000; ++i)
                contacts.append(test::contact(100'000 + i, QStringLiteral("Петролин Иван %1").arg(i)));
            if (const QString error = m_long->write([&](Connection &db) { return insertContacts(db, contacts); }); !error.isEmpty())
                qFatal("the long table was not made: %s", qPrintable(error));
        }
        return *m_long;
    }

    std::map<QString, std::unique_ptr<CrmFixture>> m_people;
    std::unique_ptr<CrmFixture> m_long;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
