// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/employees.h"
#include "core/crm/lists.h"

#include <QtTest>

#include <map>

using namespace pfx;
using namespace pfx::crm;
using base::Result;
using records::Kind;
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

class TestLists : public QObject
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
        QCOMPARE(fixture.write([](Connection &db) { return insertContacts(db, crowd(6000)); }), QString());
        ListQuery query;
        query.limit = 2;
        query.search = QStringLiteral("иван");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Иванова Мария|Петров Иван"));
        query.limit = 3;
        query.descending = true;
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 005999|Толпин Иван 005998|Толпин Иван 005997"));
        query.search = QStringLiteral("7999");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 005999|Толпин Иван 005998|Толпин Иван 005997"));
        query.search = QStringLiteral("то");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 005999|Толпин Иван 005998|Толпин Иван 005997"));
        query.search = QStringLiteral("толпин");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 005999|Толпин Иван 005998|Толпин Иван 005997"));
        query.search = QStringLiteral("олпи");
        QCOMPARE(namesOf(listContacts(fixture.db(), query)), QStringLiteral("Толпин Иван 005999|Толпин Иван 005998|Толпин Иван 005997"));
        const auto index = indexContacts(fixture.db(), query, 1000);
        QCOMPARE(index->count, 6000);
        QCOMPARE(index->anchors.size(), 6);
    }

    void pagesJoinWithoutGapOrRepeat_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("byName");
        QTest::addColumn<bool>("descending");
        CrmFixture::forEachBackend([](const QString &backend) {
            for (const bool byName : {true, false}) {
                for (const bool descending : {true, false})
                    QTest::addRow("by %s, %s, %s", byName ? "name" : "id", descending ? "last first" : "first first", qPrintable(backend))
                        << backend << byName << descending;
            }
        });
    }
    void pagesJoinWithoutGapOrRepeat()
    {
        QFETCH(QString, backend);
        QFETCH(bool, byName);
        QFETCH(bool, descending);
        CrmFixture fixture(backend);
        QVector<Contact> contacts;
        for (qint64 i = 1; i <= 25; ++i)
            contacts.append(test::contact(i, QStringLiteral("Имя %1").arg((i * 7) % 5))); // many equal names
        QCOMPARE(fixture.write([&](Connection &db) { return insertContacts(db, contacts); }), QString());
        ListQuery query;
        query.sortBy = byName ? SortBy::Name : SortBy::Id;
        query.descending = descending;
        const auto all = listContacts(fixture.db(), query).value();
        QCOMPARE(all.size(), 25);
        query.limit = 4;
        QVector<qint64> ids, wanted;
        for (const ContactRow &row : all)
            wanted.append(row.id);
        for (;;) {
            const auto rows = listContacts(fixture.db(), query).value();
            if (rows.isEmpty())
                break;
            for (const ContactRow &row : rows)
                ids.append(row.id);
            query.after = rows.last().key;
        }
        QCOMPARE(ids, wanted);

        query.after.reset();
        const auto index = indexContacts(fixture.db(), query, 10).value();
        QCOMPARE(index.count, 25);
        QCOMPARE(index.anchors.size(), 3);
        query.after = index.anchors[1];
        query.inclusive = true;
        QCOMPARE(listContacts(fixture.db(), query)->first().id, wanted[10]);
    }

    void rowsShowWhatBelongsToThem_data() { CrmFixture::backends(); }
    void rowsShowWhatBelongsToThem()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        fill(fixture);
        const auto contacts = listContacts(fixture.db(), {}).value();
        QCOMPARE(contacts.size(), 2);
        QCOMPARE(contacts[0].name, QStringLiteral("Анна"));
        QCOMPARE(contacts[0].company, QStringLiteral("ООО «Ромашка»"));
        QCOMPARE(contacts[0].owner, QStringLiteral("Мария"));
        QCOMPARE(contacts[0].phone, QStringLiteral("+79062114018"));
        QCOMPARE(contacts[0].email, QStringLiteral("anna@example.ru"));
        QCOMPARE(contacts[1].phone, QString());

        const auto companies = listCompanies(fixture.db(), {}).value();
        QCOMPARE(companies.size(), 1);
        QCOMPARE(companies[0].contacts, 1);
        QCOMPARE(companies[0].deals, 1);

        const auto deals = listDeals(fixture.db(), {}).value();
        QCOMPARE(deals.size(), 2);
        QCOMPARE(deals[0].title, QStringLiteral("Кухня"));
        QCOMPARE(deals[0].amount, QStringLiteral("100.50"));
        QCOMPARE(deals[0].mainContact, QStringLiteral("Борис"));
        QCOMPARE(deals[0].stage, QStringLiteral("Новая"));
        QCOMPARE(deals[0].stageColor, QStringLiteral("#3B82F6"));
        QCOMPARE(deals[0].pipeline, QStringLiteral("Продажи"));
        QCOMPARE(deals[1].stage, QString());
    }

    void dealsAreFiltered_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("found");
        CrmFixture::forEachBackend([](const QString &backend) {
            const auto row = [&](const char *name, const char *filter, const char *found) {
                QTest::addRow("%s, %s", name, qPrintable(backend)) << backend << QString::fromUtf8(filter) << QString::fromUtf8(found);
            };
            row("by pipeline", "pipeline", "Кухня|Шкаф");
            row("by stage", "stage", "Кухня");
            row("those without a stage", "none", "Шкаф");
            row("by contact", "contact", "Кухня");
            row("by company", "company", "Кухня");
            row("by part of the title", "ухн", "Кухня");
            row("by the contact's phone", "8 906 211-40-18", "Кухня");
        });
    }
    void dealsAreFiltered()
    {
        QFETCH(QString, backend);
        QFETCH(QString, filter);
        QFETCH(QString, found);
        CrmFixture fixture(backend);
        fill(fixture);
        ListQuery query;
        if (filter == QLatin1String("pipeline"))
            query.pipelineId = 1;
        else if (filter == QLatin1String("stage"))
            query.stageId = 1;
        else if (filter == QLatin1String("none"))
            query.stageId = -1;
        else if (filter == QLatin1String("contact"))
            query.contactId = 1;
        else if (filter == QLatin1String("company"))
            query.companyId = 1;
        else
            query.search = filter;
        const auto deals = listDeals(fixture.db(), query);
        QVERIFY2(deals, qPrintable(deals ? QString() : deals.error().detail));
        QStringList titles;
        for (const DealRow &deal : *deals)
            titles.append(deal.title);
        QCOMPARE(titles.join(QStringLiteral("|")), found);
    }

    void detailsNameEverythingLinked_data() { CrmFixture::backends(); }
    void detailsNameEverythingLinked()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        fill(fixture);
        const auto contact = contactDetails(fixture.db(), 1);
        QVERIFY(contact);
        QCOMPARE(contact->company->name, QStringLiteral("ООО «Ромашка»"));
        QCOMPARE(contact->owner->name, QStringLiteral("Мария"));
        QCOMPARE(contact->deals.size(), 1);
        QCOMPARE(contact->deals[0].name, QStringLiteral("Кухня"));
        QCOMPARE(contact->origins.size(), 1);
        QCOMPARE(contact->origins[0].source, QStringLiteral("amocrm"));
        QCOMPARE(contact->origins[0].externalId, QStringLiteral("501"));
        QCOMPARE(contact->origins[0].runId, 0);

        const auto deal = dealDetails(fixture.db(), 1);
        QVERIFY(deal);
        QCOMPARE(deal->pipeline->name, QStringLiteral("Продажи"));
        QCOMPARE(deal->stage->name, QStringLiteral("Новая"));
        QCOMPARE(deal->contacts.size(), 2);
        QVERIFY(deal->contacts[1].isMain);
        QCOMPARE(deal->contacts[1].name, QStringLiteral("Борис"));
        QVERIFY(!deal->owner);

        const auto company = companyDetails(fixture.db(), 1);
        QVERIFY(company);
        QCOMPARE(company->contacts.size(), 1);
        QCOMPARE(company->deals.size(), 1);

        QCOMPARE(contactDetails(fixture.db(), 99).error().code, base::ErrorCode::NotFound);
        QCOMPARE(companyDetails(fixture.db(), 99).error().code, base::ErrorCode::NotFound);
        QCOMPARE(dealDetails(fixture.db(), 99).error().code, base::ErrorCode::NotFound);
        QCOMPARE(contactDetailsOf(fixture.db(), {2, 99, 1})->size(), 2);
    }

    void sumsAreExact_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QStringList>("amounts");
        QTest::addColumn<QString>("sum");
        CrmFixture::forEachBackend([](const QString &backend) {
            const auto row = [&](const char *name, const QStringList &amounts, const char *sum) {
                QTest::addRow("%s, %s", name, qPrintable(backend)) << backend << amounts << QString::fromLatin1(sum);
            };
            row("kopecks that floating point would lose", {QStringLiteral("0.10"), QStringLiteral("0.20")}, "0.30");
            row("eight decimals", {QStringLiteral("0.00000001"), QStringLiteral("1.99")}, "1.99000001");
            row("a negative amount below one", {QStringLiteral("-0.50"), QStringLiteral("0.25")}, "-0.25");
            row("amounts that together pass 64 bits",
                QStringList(30, QStringLiteral("999999999999999999.99")), "29999999999999999999.70");
            row("none at all", {QString()}, "");
            row("decimals that cancel out", {QStringLiteral("1.125"), QStringLiteral("1.875")}, "3.00");
        });
    }
    void sumsAreExact()
    {
        QFETCH(QString, backend);
        QFETCH(QStringList, amounts);
        QFETCH(QString, sum);
        CrmFixture fixture(backend);
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(insertPipelines(db, {test::pipeline(1, QStringLiteral("Продажи"))}));
            QVector<Deal> deals;
            for (const QString &amount : amounts) {
                deals.append(test::deal(deals.size() + 1, QStringLiteral("Сделка"), amount, QStringLiteral("RUB")));
                deals.last().pipelineId = 1;
            }
            deals.append(test::deal(1000, QStringLiteral("Чужая"), QStringLiteral("5.00"), QStringLiteral("RUB")));
            return insertDeals(db, deals);
        }), QString());
        const auto totals = stageTotals(fixture.db(), 1);
        QVERIFY2(totals, qPrintable(totals ? QString() : totals.error().detail));
        QCOMPARE(totals->size(), 1);
        QCOMPARE(totals->first().stageId, 0);
        QCOMPARE(totals->first().deals, amounts.size());
        QCOMPARE(totals->first().sums.isEmpty() ? QString() : totals->first().sums.first().second, sum);
    }

    void boardCountsEachStageAndCurrency_data() { CrmFixture::backends(); }
    void boardCountsEachStageAndCurrency()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        fill(fixture);
        QCOMPARE(fixture.write([](Connection &db) {
            Deal other = test::deal(10, QStringLiteral("Ещё"), QStringLiteral("7.00"), QStringLiteral("USD"));
            other.pipelineId = other.stageId = 1;
            return insertDeals(db, {other});
        }), QString());
        const auto totals = stageTotals(fixture.db(), 1).value();
        QCOMPARE(totals.size(), 2);
        QCOMPARE(totals[0].stageId, 0);
        QCOMPARE(totals[0].deals, 1);
        QCOMPARE(totals[1].stageId, 1);
        QCOMPARE(totals[1].deals, 2);
        QCOMPARE(totals[1].sums.size(), 2);
        QCOMPARE(totals[1].sums[0], (std::pair<QString, QString>(QStringLiteral("RUB"), QStringLiteral("100.50"))));
        QCOMPARE(totals[1].sums[1], (std::pair<QString, QString>(QStringLiteral("USD"), QStringLiteral("7.00"))));
    }

    void cleanupTestCase() { m_people.clear(); }

private:
    static void fill(CrmFixture &fixture)
    {
        QCOMPARE(fixture.write([](Connection &db) -> Result<void> {
            PFX_TRY(employees::add(db, {0, QStringLiteral("Мария"), {}, {}, 1}, 1000));
            PFX_TRY(insertCompanies(db, {test::company(1, QStringLiteral("ООО «Ромашка»"))}));
            Contact anna = test::contact(1, QStringLiteral("Анна"),
                                         {test::email(QStringLiteral("anna@example.ru")), test::phone(QStringLiteral("+79062114018"))});
            anna.companyId = 1;
            anna.ownerId = 1;
            PFX_TRY(insertContacts(db, {anna, test::contact(2, QStringLiteral("Борис"))}));
            PFX_TRY(insertPipelines(db, {test::pipeline(1, QStringLiteral("Продажи"))}));
            Stage stage = test::stage(1, 1, QStringLiteral("Новая"));
            stage.color = QStringLiteral("#3B82F6");
            PFX_TRY(insertStages(db, {stage}));
            Deal kitchen = test::deal(1, QStringLiteral("Кухня"), QStringLiteral("100.50"), QStringLiteral("RUB"));
            kitchen.pipelineId = kitchen.stageId = kitchen.companyId = 1;
            kitchen.contacts = {{1, false}, {2, true}};
            Deal wardrobe = test::deal(2, QStringLiteral("Шкаф"));
            wardrobe.pipelineId = 1;
            PFX_TRY(insertDeals(db, {kitchen, wardrobe}));
            PFX_ASSIGN(const qint64 account, originAccount(db, records::System::Amocrm, QStringLiteral("office")));
            return insertOrigins(db, {{account, Kind::Contact, QStringLiteral("501"), 1}});
        }), QString());
    }

    std::map<QString, std::unique_ptr<CrmFixture>> m_people;
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
