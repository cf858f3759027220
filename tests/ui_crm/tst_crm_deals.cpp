// SPDX-License-Identifier: GPL-3.0-or-later
// Deals as a table and as a board, and the pipelines that lead to them.
#include "tests/ui_crm/crm_page_scene.h"

#include "ui/common/details_pane.h"
#include "ui/crm/board_column.h"

#include <QAccessible>
#include <QComboBox>
#include <QListView>
#include <QPushButton>

using namespace pfx;
using pfx::ui::CrmPage;

class TestCrmDeals : public test::CrmPageScene
{
    Q_OBJECT

private slots:
    void dealsAreFilteredByStage();
    void aFilterOfWhatHasGoneIsDropped_data();
    void aFilterOfWhatHasGoneIsDropped();
    void theBoardShowsEachStageWithItsSum();
    void theBoardIsWalkedByKeys();
    void pipelinesLeadToTheirDeals();
    void aButtonLeadsToTheDealsOfAStage();
};

void TestCrmDeals::dealsAreFilteredByStage()
{
    open(true);
    m_page->setTab(CrmPage::Deals);
    settle();
    QTRY_COMPARE(rows("dealsTable"), 300);
    picture(QStringLiteral("deals"));
    auto *pipeline = child<QComboBox>("dealsPipeline");
    auto *stage = child<QComboBox>("dealsStage");
    QVERIFY(!stage->isEnabled());
    pipeline->setFocus();
    QTest::keyClick(pipeline, Qt::Key_Down);
    QVERIFY(stage->isEnabled());
    stage->setFocus();
    QTest::keyClick(stage, Qt::Key_Down);
    QTRY_COMPARE(rows("dealsTable"), 75);
}

void TestCrmDeals::aFilterOfWhatHasGoneIsDropped_data()
{
    QTest::addColumn<QStringList>("sql");
    QTest::newRow("the stage") << QStringList{QStringLiteral("UPDATE deals SET stage_id = 2 WHERE stage_id = 1"),
                                              QStringLiteral("DELETE FROM stages WHERE id = 1")};
    QTest::newRow("the pipeline") << QStringList{QStringLiteral("UPDATE deals SET stage_id = NULL, pipeline_id = NULL"),
                                                 QStringLiteral("DELETE FROM stages"), QStringLiteral("DELETE FROM pipelines")};
}

void TestCrmDeals::aFilterOfWhatHasGoneIsDropped()
{
    QFETCH(QStringList, sql);
    open(true);
    m_page->setTab(CrmPage::Deals);
    settle();
    QTest::keyClick(child<QComboBox>("dealsPipeline"), Qt::Key_Down);
    QTest::keyClick(child<QComboBox>("dealsStage"), Qt::Key_Down);
    QTRY_COMPARE(rows("dealsTable"), 75);
    for (const QString &change : sql)
        QCOMPARE(test::write(m_fixture->store(), change), QString());
    m_page->setTab(CrmPage::Pipelines); // reads the pipelines anew
    settle();
    m_page->setTab(CrmPage::Deals);
    settle();
    QTRY_COMPARE(rows("dealsTable"), 300);
    QCOMPARE(child<QComboBox>("dealsStage")->currentIndex(), 0);
}

void TestCrmDeals::theBoardShowsEachStageWithItsSum()
{
    open(true);
    m_page->setTab(CrmPage::Deals);
    m_page->showBoard(true);
    settle();
    const QList<ui::BoardColumn *> columns = m_page->findChildren<ui::BoardColumn *>();
    QCOMPARE(columns.size(), 5);
    picture(QStringLiteral("board"));
    QVERIFY(!child<ui::DetailsPane>("dealsDetails")->isVisible()); // the columns have the width
    QTRY_COMPARE(columns.at(0)->list()->model()->rowCount(), 75);
    QCOMPARE(columns.at(4)->list()->model()->rowCount(), 0);
    // 75 deals of 1000.50 + 137·i each, i = 0, 4 … 296
    QString spoken = columns.at(0)->accessibleName();
    spoken.removeIf([](QChar c) { return c.isSpace(); });
    QVERIFY2(spoken.contains(QStringLiteral("1595737,50")) || spoken.contains(QStringLiteral("1595737.50")), qPrintable(spoken));
}

void TestCrmDeals::theBoardIsWalkedByKeys()
{
    open(true);
    m_page->setTab(CrmPage::Deals);
    settle();
    QWidget *choice = child<QAbstractButton>("dealsAsTable");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Right);
    settle();
    const QList<ui::BoardColumn *> columns = m_page->findChildren<ui::BoardColumn *>();
    QCOMPARE(columns.size(), 5);
    QTRY_COMPARE(columns.at(1)->list()->model()->rowCount(), 75);
    columns.at(0)->list()->setFocus();
    QTest::keyClick(columns.at(0)->list(), Qt::Key_Down);
    QTest::keyClick(columns.at(0)->list(), Qt::Key_Right);
    QVERIFY(columns.at(1)->list()->hasFocus());
    settle();
    picture(QStringLiteral("board-selected"));
    QVERIFY(child<ui::DetailsPane>("dealsDetails")->isVisible());
}

void TestCrmDeals::pipelinesLeadToTheirDeals()
{
    open(true);
    m_page->setTab(CrmPage::Pipelines);
    settle();
    QCOMPARE(rows("pipelinesTable"), 1);
    QCOMPARE(rows("stagesTable"), 5);
    picture(QStringLiteral("pipelines"));
    auto *stages = child<ui::Table>("stagesTable");
    stages->setFocus();
    stages->setCurrentIndex(stages->model()->index(1, 0));
    QTest::keyClick(stages, Qt::Key_Return);
    QCOMPARE(m_page->tab(), CrmPage::Deals);
    QTRY_COMPARE(rows("dealsTable"), 75);
}

/// For those who can neither double-click nor send keys to a row.
void TestCrmDeals::aButtonLeadsToTheDealsOfAStage()
{
    open(true);
    m_page->setTab(CrmPage::Pipelines);
    settle();
    auto *button = child<QPushButton>("stageDeals");
    QVERIFY(!button->isEnabled());
    auto *stages = child<ui::Table>("stagesTable");
    stages->selectRow(3);
    QVERIFY(button->isEnabled());
    QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(m_page->tab(), CrmPage::Deals);
    QTRY_COMPARE(rows("dealsTable"), 75);
}

QTEST_MAIN(TestCrmDeals)
#include "tst_crm_deals.moc"
