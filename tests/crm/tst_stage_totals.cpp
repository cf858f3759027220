// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/lists.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::crm;
using base::Result;
using store::Connection;
using test::CrmFixture;

class TestStageTotals : public QObject
{
    Q_OBJECT

private slots:
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
        QCOMPARE(test::fillOffice(fixture), QString());
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
};

QTEST_GUILESS_MAIN(TestStageTotals)
#include "tst_stage_totals.moc"
