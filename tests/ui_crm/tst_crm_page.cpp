// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real store, by keyboard and by click. With PFX_PICTURES=folder it also keeps a picture of each state,
// in the language, theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"
#include "tests/ui_crm/crm_page_data.h"

#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/details_pane.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/segmented.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/crm/board_column.h"
#include "ui/crm/crm_page.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace pfx;
using pfx::ui::CrmPage;

class TestCrmPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void rowsAndCountAreShown();
    void searchNarrowsTheTable_data();
    void searchNarrowsTheTable();
    void aRowOpensItsDetailsAndLinksLeadOn();
    void dealsAreFilteredByStage();
    void theBoardShowsEachStageWithItsSum();
    void theBoardIsWalkedByKeys();
    void pipelinesLeadToTheirDeals();
    void aButtonLeadsToTheDealsOfAStage();
    void anEmployeeIsMadeByKeyboard();
    void anEmployeeWithRecordsIsKept();
    void theListIsSavedAsCsv();
    void anEmptyStoreLeadsToTheImport_data();
    void anEmptyStoreLeadsToTheImport();
    void aStoreThatCannotBeReadSaysWhyAndIsTriedAgain();
    void everyControlIsNamed();

private:
    void open(bool filled);
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    int rows(const char *table) const { return child<ui::Table>(table)->model()->rowCount(); }
    void picture(const QString &name);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }

    std::unique_ptr<test::StoreFixture> m_fixture;
    std::atomic<bool> m_refuse = false;
    std::unique_ptr<ui::Background> m_background;
    std::unique_ptr<ui::JobModel> m_jobs;
    std::unique_ptr<ui::MemoryViewSettings> m_settings;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<CrmPage> m_page;
    test::AnsweringPrompt m_prompt;
    test::FakeClock m_clock;
};

void TestCrmPage::initTestCase()
{
    translations::install(*qApp, translations::chooseLanguage(qEnvironmentVariable("PFX_LANG"), {}));
    ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void TestCrmPage::init()
{
    m_refuse = false;
    m_prompt.path.clear();
    m_prompt.verbs.clear();
    m_prompt.names.clear();
}

void TestCrmPage::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_background.reset();
    m_fixture.reset();
}

void TestCrmPage::open(bool filled)
{
    m_fixture = std::make_unique<test::StoreFixture>(QStringLiteral("sqlite"));
    QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
    if (filled)
        PFX_VERIFY(m_fixture->store().writer().run(&test::fillCrm));
    m_background = std::make_unique<ui::Background>([this]() -> base::Result<std::unique_ptr<store::Connection>> {
        if (m_refuse)
            return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("database is locked"));
        return m_fixture->store().connect();
    });
    m_jobs = std::make_unique<ui::JobModel>();
    m_settings = std::make_unique<ui::MemoryViewSettings>();
    m_services = std::make_unique<ui::Services>(
        ui::Services{m_fixture->store(), *m_background, *m_jobs, m_clock, m_prompt, *m_settings, m_fixture->folder()});
    m_page = std::make_unique<CrmPage>(*m_services);
    // A window without its navigation and bar.
    const QStringList size = qEnvironmentVariable("PFX_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    const int width = size.first().toInt();
    const int navigation = width < ui::metrics::NarrowWindow ? ui::metrics::NavigationNarrowWidth : ui::metrics::NavigationWidth;
    m_page->resize(width - navigation, size.last().toInt() - 42);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->shown();
    settle();
}

void TestCrmPage::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PFX_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_page->grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
}

void TestCrmPage::rowsAndCountAreShown()
{
    open(true);
    QTRY_COMPARE(rows("contactsTable"), 600);
    picture(QStringLiteral("contacts"));
    QVERIFY(!child<ui::Banner>("contactsError")->isVisible());
}

void TestCrmPage::searchNarrowsTheTable_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("found");
    QTest::newRow("a part of the name, in any case") << QStringLiteral("ИВАНОВА анна 0") << 1;
    QTest::newRow("an e-mail") << QStringLiteral("client17@example.com") << 1;
    QTest::newRow("a phone as it is spoken") << QStringLiteral("8 (906) 211-40-18") << 1;
    QTest::newRow("nobody") << QStringLiteral("нет такого") << 0;
}

void TestCrmPage::searchNarrowsTheTable()
{
    QFETCH(QString, typed);
    QFETCH(int, found);
    open(true);
    auto *search = child<QLineEdit>("contactsSearch");
    search->setFocus();
    test::type(search, typed);
    QTRY_COMPARE(rows("contactsTable"), found);
    settle();
    if (found == 0)
        picture(QStringLiteral("contacts-nothing-found"));
    search->clear();
    QTest::keyClick(search, Qt::Key_Space);
    QTRY_COMPARE(rows("contactsTable"), 600);
}

void TestCrmPage::aRowOpensItsDetailsAndLinksLeadOn()
{
    open(true);
    m_page->findChild<QLineEdit *>(QStringLiteral("contactsSearch"))->setFocus();
    QTest::keyClicks(child<QLineEdit>("contactsSearch"), QStringLiteral("client3@"));
    QTRY_COMPARE(rows("contactsTable"), 1);
    auto *table = child<ui::Table>("contactsTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    settle();
    picture(QStringLiteral("contact-details"));
    auto *details = child<ui::DetailsPane>("contactsDetails");
    QVERIFY(details);
    QPushButton *link = nullptr;
    for (QPushButton *button : details->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("Ремонт кровли, 4")))
            link = button;
    }
    QVERIFY2(link, "the contact's deals are links");
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Space);
    settle();
    QCOMPARE(m_page->tab(), CrmPage::Deals);
    picture(QStringLiteral("deal-details"));
}

void TestCrmPage::dealsAreFilteredByStage()
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

void TestCrmPage::theBoardShowsEachStageWithItsSum()
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

void TestCrmPage::theBoardIsWalkedByKeys()
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

void TestCrmPage::pipelinesLeadToTheirDeals()
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
void TestCrmPage::aButtonLeadsToTheDealsOfAStage()
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

void TestCrmPage::anEmployeeIsMadeByKeyboard()
{
    open(false);
    m_page->setTab(CrmPage::Employees);
    settle();
    picture(QStringLiteral("employees-empty"));
    auto *first = child<QPushButton>("employeesFirst");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    auto *name = child<QLineEdit>("employeeName");
    QVERIFY(name->hasFocus());
    QTest::keyClick(name, Qt::Key_Return); // nothing typed yet
    picture(QStringLiteral("employee-refused"));
    test::type(name, QStringLiteral("Анна"));
    QTest::keyClick(name, Qt::Key_Tab);
    QTest::keyClicks(child<QLineEdit>("employeeEmail"), QStringLiteral("anna@example.com"));
    QTest::keyClick(child<QLineEdit>("employeeEmail"), Qt::Key_Return);
    QTRY_COMPARE(rows("employeesTable"), 1);
    settle();
    picture(QStringLiteral("employee-saved"));
}

void TestCrmPage::anEmployeeWithRecordsIsKept()
{
    open(true);
    m_page->setTab(CrmPage::Employees);
    settle();
    auto *table = child<ui::Table>("employeesTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::mouseClick(child<QPushButton>("employeeRemove"), Qt::LeftButton);
    QCOMPARE(m_prompt.verbs.size(), 1);
    QTRY_VERIFY(child<ui::Banner>("employeeState")->isVisible());
    picture(QStringLiteral("employee-kept"));
    QCOMPARE(rows("employeesTable"), 2);
}

void TestCrmPage::theListIsSavedAsCsv()
{
    open(true);
    m_prompt.path = m_fixture->folder() + QStringLiteral("/list.csv");
    QTRY_COMPARE(rows("contactsTable"), 600);
    QTRY_VERIFY(child<QToolButton>("contactsExport")->isEnabled());
    QTest::mouseClick(child<QToolButton>("contactsExport"), Qt::LeftButton);
    settle();
    QTRY_COMPARE(child<ui::Banner>("contactsExportState")->severity(), ui::Severity::Success);
    picture(QStringLiteral("contacts-exported"));
    QFile file(m_prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 601);
}

void TestCrmPage::anEmptyStoreLeadsToTheImport_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("button");
    QTest::newRow("contacts") << int(CrmPage::Contacts) << QStringLiteral("contactsNewImport");
    QTest::newRow("companies") << int(CrmPage::Companies) << QStringLiteral("companiesNewImport");
    QTest::newRow("deals") << int(CrmPage::Deals) << QStringLiteral("dealsNewImport");
    QTest::newRow("pipelines") << int(CrmPage::Pipelines) << QStringLiteral("pipelinesNewImport");
}

void TestCrmPage::anEmptyStoreLeadsToTheImport()
{
    QFETCH(int, tab);
    QFETCH(QString, button);
    open(false);
    m_page->setTab(static_cast<CrmPage::Tab>(tab));
    settle();
    picture(QStringLiteral("empty-") + QString::number(tab));
    auto *import = m_page->findChild<QPushButton *>(button);
    QVERIFY(import && import->isVisible());
    QSignalSpy gone(m_page.get(), &ui::Page::goTo);
    import->setFocus();
    QTest::keyClick(import, Qt::Key_Space);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().first().toString(), ui::pages::Imports);
}

void TestCrmPage::aStoreThatCannotBeReadSaysWhyAndIsTriedAgain()
{
    m_refuse = true;
    open(true);
    auto *banner = child<ui::Banner>("contactsError");
    QTRY_VERIFY(banner->isVisible());
    QTRY_VERIFY(m_page->findChild<QPushButton *>(QStringLiteral("contactsRetry"))->isVisible());
    picture(QStringLiteral("contacts-failed"));
    QVERIFY(!banner->sentence().isEmpty()); // the next step
    m_refuse = false;
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("contactsRetry")), Qt::LeftButton);
    QTRY_COMPARE(rows("contactsTable"), 600);
    QTRY_VERIFY(!banner->isVisible());
}

void TestCrmPage::everyControlIsNamed()
{
    open(true);
    for (int tab = 0; tab < CrmPage::TabCount; ++tab) {
        m_page->setTab(static_cast<CrmPage::Tab>(tab));
        settle();
    }
    QStringList nameless;
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractItemView *>(widget);
        if (!control || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        if (qobject_cast<QComboBox *>(widget->parentWidget()) || widget->window() != m_page.get())
            continue; // a part of Qt's own control
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (widget->objectName().isEmpty() || !spoken || spoken->text(QAccessible::Name).isEmpty())
            nameless.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    }
    QCOMPARE(nameless, QStringList());
}

QTEST_MAIN(TestCrmPage)
#include "tst_crm_page.moc"
