// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/crm_page_scene.h"

#include "ui/common/banner.h"
#include "ui/common/details_pane.h"
#include "ui/common/segmented.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace pfx;
using pfx::ui::CrmPage;

class TestCrmPage : public test::CrmPageScene
{
    Q_OBJECT

private slots:
    void rowsAndCountAreShown();
    void searchNarrowsTheTable_data();
    void searchNarrowsTheTable();
    void headingsSortAndTheOrderIsRemembered();
    void aRowOpensItsDetailsAndLinksLeadOn();
    void anEmployeeIsMadeByKeyboard();
    void anEmployeeWithRecordsGoesOnceAnotherHasThem();
    void theListIsSavedAsCsv();
    void anEmptyStoreLeadsToTheImport_data();
    void anEmptyStoreLeadsToTheImport();
    void aStoreThatCannotBeReadSaysWhyAndIsTriedAgain();
    void everyControlIsNamed();
};

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

void TestCrmPage::headingsSortAndTheOrderIsRemembered()
{
    open(true);
    QTRY_COMPARE(rows("contactsTable"), 600);
    const auto first = [this] { return child<ui::Table>("contactsTable")->model()->index(0, 0).data().toString(); };
    const auto click = [this](int column) {
        auto *header = child<ui::Table>("contactsTable")->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 10, header->height() / 2));
    };
    const QString smallest = first();
    click(1); // the phone: no order of its own
    settle();
    QCOMPARE(first(), smallest);
    click(0);
    QTRY_VERIFY(!first().isEmpty() && first() != smallest);
    const QString greatest = first();
    QVERIFY2(QString::compare(greatest, smallest, Qt::CaseInsensitive) > 0, qPrintable(greatest));
    picture(QStringLiteral("contacts-sorted"));
    settle();
    m_page = std::make_unique<CrmPage>(*m_services);
    m_page->show();
    m_page->shown();
    QTRY_COMPARE(first(), greatest);
    settle();
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

void TestCrmPage::anEmployeeWithRecordsGoesOnceAnotherHasThem()
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
    auto *heir = child<QComboBox>("employeeHeir");
    QVERIFY(heir->isVisible());
    QCOMPARE(heir->count(), 1);
    QTRY_VERIFY(child<ui::Banner>("employeeState")->sentence().contains(QRegularExpression(QStringLiteral("\\d"))));
    m_page->setTab(CrmPage::Contacts);
    m_page->setTab(CrmPage::Employees);
    QVERIFY(!heir->isVisible()); // who leaves has not handed anything over
    QTest::mouseClick(child<QPushButton>("employeeRemove"), Qt::LeftButton);
    QTRY_VERIFY(heir->isVisible());
    QTest::keyClick(child<QPushButton>("employeeKeep"), Qt::Key_Space);
    QVERIFY(!heir->isVisible());
    QVERIFY(!child<ui::Banner>("employeeState")->isVisible());
    QTest::mouseClick(child<QPushButton>("employeeRemove"), Qt::LeftButton);
    QTRY_VERIFY(heir->isVisible());
    picture(QStringLiteral("employee-hand-over"));
    const QString owners = QStringLiteral("SELECT count(DISTINCT owner_id) AS v FROM contacts");
    QTest::keyClick(child<QPushButton>("employeeHandOver"), Qt::Key_Space);
    QTRY_COMPARE(rows("employeesTable"), 1);
    QCOMPARE(test::read(m_fixture->store(), owners), QStringLiteral("1"));
    QVERIFY(child<ui::Banner>("employeesNews")->fact().contains(QRegularExpression(QStringLiteral("\\d"))));
    picture(QStringLiteral("employee-handed-over"));
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
