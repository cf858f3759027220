// SPDX-License-Identifier: GPL-3.0-or-later
// Orders counted for the first page, on both databases.
#include "core/orders/figures.h"
#include "core/orders/repository.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::orders;
using base::Result;

class FiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void daysAreCounted_data() { test::addBackends(); }
    void daysAreCounted();
    void factsOfTheFirstHour_data() { test::addBackends(); }
    void factsOfTheFirstHour();
};

void FiguresTest::daysAreCounted()
{
    PFX_STORE_FIXTURE(fixture);
    PFX_VERIFY(fixture.store().writer().run([](store::Connection &db) -> Result<void> {
        for (const qint64 at : {999, 1000, 1999, 2000, 2500, 9000})
            PFX_TRY(insert(db, Order(), at));
        // Made long ago, changed today: no order of today's.
        PFX_TRY(db.execute(QStringLiteral("UPDATE orders SET changed_at = 9000 WHERE created_at = 999")));
        return {};
    }));
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto found = figures(**db, {1000, 2000, 3000});
    PFX_VERIFY(found);
    QCOMPARE(found->perDay, (QVector<qint64>{2, 2, 1}));
    const auto none = figures(**db, {});
    PFX_VERIFY(none);
    QVERIFY(none->perDay.isEmpty());
}

void FiguresTest::factsOfTheFirstHour()
{
    PFX_STORE_FIXTURE(fixture);
    const auto look = [&]() -> Result<Figures> {
        PFX_ASSIGN(const auto db, fixture.store().connect());
        return figures(*db, {});
    };
    PFX_VERIFY(look());
    QVERIFY(!look()->anyFromSite && !look()->anyTestWithTask && look()->conflicts == 0);
    qint64 test = 0;
    PFX_VERIFY(fixture.store().writer().run([&test](store::Connection &db) -> Result<void> {
        Order fromSite, trial;
        fromSite.source = Source::Site;
        trial.isTest = true;
        PFX_ASSIGN(const auto added, insert(db, trial, 1));
        test = added.id;
        PFX_ASSIGN(const auto other, insert(db, fromSite, 1));
        return db.execute(QStringLiteral("UPDATE orders SET conflict = '[]' WHERE id = :id"), {{QStringLiteral("id"), other.id}}).map([](qint64) {});
    }));
    QVERIFY(look()->anyFromSite);
    QVERIFY(!look()->anyTestWithTask); // it has no task yet
    QCOMPARE(look()->conflicts, 1);
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) { return setTask(db, test, 77); }));
    QVERIFY(look()->anyTestWithTask);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
