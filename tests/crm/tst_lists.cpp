// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/lists.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::crm;
using store::Connection;
using test::CrmFixture;

class TestLists : public QObject
{
    Q_OBJECT

private slots:
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
        QCOMPARE(test::fillOffice(fixture), QString());
        const auto contacts = listContacts(fixture.db(), {}).value();
        QCOMPARE(contacts.size(), 2);
        QCOMPARE(contacts[0].name, QStringLiteral("Анна"));
        QCOMPARE(contacts[0].company, QStringLiteral("ООО «Ромашка»"));
        QCOMPARE(contacts[0].owner, QStringLiteral("Мария"));
        QCOMPARE(contacts[0].phone, QStringLiteral("+79062114018"));
        QCOMPARE(contacts[0].addedAt, 1000);
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
        QCOMPARE(test::fillOffice(fixture), QString());
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

    void anOriginTellsTheRunThatMadeIt_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QStringList>("rows"); // run, its state, whether it was a check, decision
        QTest::addColumn<QString>("told");
        CrmFixture::forEachBackend([](const QString &backend) {
            const auto row = [&backend](const char *name, const QStringList &rows, const QString &told) {
                QTest::newRow(qPrintable(backend + QStringLiteral(": ") + QLatin1String(name))) << backend << rows << told;
            };
            row("the only one", {QStringLiteral("1 finished 0 created")}, QStringLiteral("1 created"));
            row("not the one that refused it later", {QStringLiteral("1 finished 0 created"), QStringLiteral("2 finished 0 failed")},
                QStringLiteral("1 created"));
            row("not the one that only recognised it", {QStringLiteral("1 finished 0 created"), QStringLiteral("2 finished 0 skipped")},
                QStringLiteral("1 created"));
            row("none that was undone", {QStringLiteral("1 undone 0 created"), QStringLiteral("2 finished 0 updated")}, QStringLiteral("2 updated"));
            row("no check", {QStringLiteral("1 finished 1 created"), QStringLiteral("2 finished 0 skipped")}, QStringLiteral("2 skipped"));
            row("a refusal alone tells nothing", {QStringLiteral("1 finished 0 failed")}, QStringLiteral("0 "));
        });
    }
    void anOriginTellsTheRunThatMadeIt()
    {
        QFETCH(QString, backend);
        QFETCH(QStringList, rows);
        CrmFixture fixture(backend);
        QCOMPARE(test::fillOffice(fixture), QString());
        QCOMPARE(fixture.write([&rows](store::Connection &db) -> base::Result<void> {
            for (const QString &row : rows) {
                const QStringList parts = row.split(QLatin1Char(' '));
                PFX_TRY(db.execute(QStringLiteral("INSERT INTO import_runs (id, source, account, mode, dry_run, state, options, checkpoint, counters,"
                                                  " started_at) VALUES (:run, 'amocrm', 'office', 'file', :dry, :state, '', '', '', 1)"),
                                   {{QStringLiteral("run"), parts[0].toLongLong()},
                                    {QStringLiteral("dry"), parts[2].toLongLong()},
                                    {QStringLiteral("state"), parts[1]}}));
                PFX_TRY(db.execute(QStringLiteral("INSERT INTO import_rows (run_id, row_no, kind, external_id, decision, reason, entity_id)"
                                                  " VALUES (:run, 1, 'contact', '501', :decision, 'new', 1)"),
                                   {{QStringLiteral("run"), parts[0].toLongLong()}, {QStringLiteral("decision"), parts[3]}}));
            }
            return {};
        }), QString());
        const auto contact = contactDetails(fixture.db(), 1);
        QVERIFY2(contact, qPrintable(contact ? QString() : contact.error().detail));
        QCOMPARE(contact->origins.size(), 1);
        QTEST(QStringLiteral("%1 %2").arg(contact->origins[0].runId).arg(contact->origins[0].decision), "told");
    }

    void detailsNameEverythingLinked_data() { CrmFixture::backends(); }
    void detailsNameEverythingLinked()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(test::fillOffice(fixture), QString());
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
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
