// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real store with the dispatcher and the strict fake of Planfix, by keyboard. With PFX_PICTURES=folder it also keeps a picture
// of each state, in the language, theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "tests/orders/planfix_office.h"
#include "tests/support/fake_live.h"
#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/details_pane.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/orders/orders_model.h"
#include "ui/orders/orders_page.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace pfx;
using pfx::ui::OrdersPage;

namespace {

class AnsweringPrompt : public ui::Prompt
{
public:
    void confirm(QWidget *, const ui::Question &question, std::function<void()> yes) override
    {
        verbs.append(question.verb);
        yes();
    }
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(path); }

    QString path;
    QStringList verbs;
};

/// As if typed; QTest::keyClicks() knows Latin letters only.
void type(QWidget *editor, const QString &text)
{
    editor->setFocus();
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(editor, &press);
    }
}

} // namespace

class tst_orders_page : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void aNewOrderBecomesATaskAndItsStatusComesBackByKeyboard();
    void wrongFieldsAreSaidInTheForm();
    void anOrderIsChangedAndItsHistorySaysSo();
    void conflictsStandSideBySideAndAreSettled();
    void whatPlanfixRefusesIsSaidAndSentAgain();
    void theTableIsSearchedFilteredAndSorted();
    void newOrdersComeAboveAndTheMarkStays();
    void theListIsSavedAsCsv();
    void theTestOrderStandsAtTheBottom();
    void anEmptyStoreSaysWhatItIsFor();
    void aStoreThatIsGoneSaysSoAndIsTriedAgain();
    void tasksAreLinks();
    void everyControlIsNamed();

private:
    void open(const QJsonObject &account = fake::fullAccount(), bool isSetUp = true);
    qint64 add(const QString &number, const std::function<void(orders::Order &)> &edit = {});
    void fill(int count);
    void stored() { emit m_live->stored(); }
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    void press(const char *name) { QTest::keyClick(child<QAbstractButton>(name), Qt::Key_Space); }
    int rows() const { return child<ui::Table>("ordersTable")->model()->rowCount(); }
    QString cell(int row, int column) const { return child<ui::Table>("ordersTable")->model()->index(row, column).data().toString(); }
    void chooseRow(int row);
    QString detailsText() const;
    void picture(const QString &name);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }

    std::unique_ptr<test::StoreFixture> m_fixture;
    std::unique_ptr<test::PlanfixOffice> m_office;
    std::unique_ptr<test::FakeLive> m_live;
    std::atomic<bool> m_refuse = false;
    std::unique_ptr<ui::Background> m_background;
    std::unique_ptr<ui::JobModel> m_jobs;
    std::unique_ptr<ui::MemoryViewSettings> m_settings;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<OrdersPage> m_page;
    AnsweringPrompt m_prompt;
};

void tst_orders_page::initTestCase()
{
    translations::install(*qApp, translations::chooseLanguage(qEnvironmentVariable("PFX_LANG", QStringLiteral("ru")), {}));
    ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void tst_orders_page::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_background.reset();
    m_live.reset();
    m_office.reset();
    m_fixture.reset();
    m_refuse = false;
    m_prompt.verbs.clear();
}

void tst_orders_page::open(const QJsonObject &account, bool isSetUp)
{
    m_fixture = std::make_unique<test::StoreFixture>(QStringLiteral("sqlite"));
    QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
    m_office = std::make_unique<test::PlanfixOffice>(m_fixture->store(), m_fixture->store(), account, test::Exchanges::InJournal);
    if (isSetUp)
        PFX_VERIFY(m_office->open());
    m_live = std::make_unique<test::FakeLive>(m_office->office(), m_office->inbox());
    m_background = std::make_unique<ui::Background>([this]() -> base::Result<std::unique_ptr<store::Connection>> {
        if (m_refuse)
            return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("database is locked"));
        return m_fixture->store().connect();
    });
    m_jobs = std::make_unique<ui::JobModel>();
    m_settings = std::make_unique<ui::MemoryViewSettings>();
    m_services = std::make_unique<ui::Services>(ui::Services{m_fixture->store(), *m_background, *m_jobs, m_office->clock(), m_prompt,
                                                             *m_settings, m_fixture->folder(), m_live.get()});
    m_page = std::make_unique<OrdersPage>(*m_services);
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

qint64 tst_orders_page::add(const QString &number, const std::function<void(orders::Order &)> &edit)
{
    orders::Order order = test::anOrder(number);
    if (edit)
        edit(order);
    const auto added = m_office->add(order);
    return added ? added->id : 0;
}

/// As an office has it after some weeks; the clock goes on between the orders.
void tst_orders_page::fill(int count)
{
    const char *names[] = {"Иванова Мария", "Балт-Сервис", "Гусев Андрей", "Кафе «Дюны»", "Соколова Елена", "ТСЖ «Лесная»"};
    for (int i = 0; i < count; ++i) {
        QVERIFY(add(QString::number(1035 + i), [&](orders::Order &order) {
                    order.client = {QString::fromUtf8(names[i % 6]), QStringLiteral("+7 906 211-%1-18").arg(10 + i % 90), {}};
                    order.address = QStringLiteral("Горького, %1").arg(i + 1);
                    order.total = QString::number(9900 + i * 1371);
                    order.items = {{QStringLiteral("Монтаж щита"), QStringLiteral("1"), QString::number(9900 + i * 1371)}};
                    order.status = orders::allStatuses().at(i % orders::allStatuses().size());
                    order.extra = QJsonObject{{QStringLiteral("Этаж"), i % 9 + 1}};
                }) != 0);
        m_office->clock().advance(17 * 60 * 1000);
    }
}

void tst_orders_page::chooseRow(int row)
{
    auto *table = child<ui::Table>("ordersTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row, 0));
    settle();
}

QString tst_orders_page::detailsText() const
{
    QStringList words;
    for (const QLabel *label : child<ui::DetailsPane>("orderDetails")->widget()->findChildren<QLabel *>())
        words.append(label->text());
    for (const QPushButton *button : child<ui::DetailsPane>("orderDetails")->widget()->findChildren<QPushButton *>())
        words.append(button->text());
    return words.join(u'\n');
}

void tst_orders_page::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PFX_PICTURES");
    QTest::qWait(1); // laid out
    if (!folder.isEmpty())
        QVERIFY(m_page->grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
}

void tst_orders_page::aNewOrderBecomesATaskAndItsStatusComesBackByKeyboard()
{
    open();
    press("ordersFirst");
    QVERIFY(child<QLineEdit>("orderName")->hasFocus());
    type(child<QLineEdit>("orderName"), QStringLiteral("Анна Лебедева"));
    QTest::keyClick(child<QLineEdit>("orderName"), Qt::Key_Tab);
    QVERIFY(child<QLineEdit>("orderPhone")->hasFocus());
    type(child<QLineEdit>("orderPhone"), QStringLiteral("8 906 111-22-33"));
    type(child<QLineEdit>("orderItemName0"), QStringLiteral("Монтаж щита"));
    type(child<QLineEdit>("orderItemQuantity0"), QStringLiteral("2"));
    type(child<QLineEdit>("orderItemPrice0"), QStringLiteral("1500"));
    press("orderAddExtra");
    QVERIFY(child<QLineEdit>("orderExtraName0")->hasFocus());
    type(child<QLineEdit>("orderExtraName0"), QStringLiteral("Этаж"));
    type(child<QLineEdit>("orderExtraValue0"), QStringLiteral("3"));
    picture(QStringLiteral("order-form"));
    QTest::keyClick(child<QLineEdit>("orderExtraValue0"), Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    settle();
    QCOMPARE(cell(0, ui::OrdersModel::Number), QStringLiteral("ORD-1"));
    QVERIFY(cell(0, ui::OrdersModel::Sum).contains(QStringLiteral("000")));
    QVERIFY(detailsText().contains(QStringLiteral("Этаж")));

    QVERIFY(m_office->settle());
    stored();
    settle();
    const qint64 task = cell(0, ui::OrdersModel::Task).toLongLong();
    QVERIFY(task > 0);
    QCOMPARE(m_office->tasksOf(QStringLiteral("ORD-1")).size(), 1);

    // In Planfix somebody takes it into work; the webhook says that something has changed.
    const QJsonArray statuses = QJsonDocument::fromJson(fake::fixture(QStringLiteral("rest_process_statuses.200.json"))).object().value(QLatin1String("statuses")).toArray();
    qint64 inWork = 0;
    for (const QJsonValue &status : statuses) {
        if (status.toObject().value(QLatin1String("name")).toString() == QStringLiteral("В работе"))
            inWork = status.toObject().value(QLatin1String("id")).toInteger();
    }
    m_office->edit(task, {{QStringLiteral("status"), QJsonObject{{QStringLiteral("id"), inWork}}}});
    PFX_VERIFY(m_office->webhook(task));
    QVERIFY(m_office->settle());
    stored();
    settle();
    QCOMPARE(cell(0, ui::OrdersModel::State), QStringLiteral("В работе"));
    QVERIFY2(detailsText().contains(QStringLiteral("Статус: Новая → В работе")), qPrintable(detailsText()));
    picture(QStringLiteral("order-came-back"));
    QCOMPARE(m_office->remote().takeRefusals(), QStringList());
}

void tst_orders_page::wrongFieldsAreSaidInTheForm()
{
    open();
    m_page->open(QVariantMap{{QStringLiteral("new"), true}});
    type(child<QLineEdit>("orderPhone"), QStringLiteral("12"));
    type(child<QLineEdit>("orderEmail"), QStringLiteral("anna@"));
    type(child<QLineEdit>("orderItemPrice0"), QStringLiteral("дорого"));
    press("orderSave");
    QVERIFY(child<QLineEdit>("orderPhone")->hasFocus()); // the first one that is wrong
    QVERIFY(child<QLineEdit>("orderPhone")->property("pfxError").toBool());
    QVERIFY(child<QLineEdit>("orderEmail")->property("pfxError").toBool());
    QVERIFY(child<QLineEdit>("orderItemPrice0")->property("pfxError").toBool());
    picture(QStringLiteral("order-form-wrong"));
    QVERIFY(!m_page->runningWork().isEmpty());
    press("orderBack");
    QCOMPARE(m_prompt.verbs, QStringList{QStringLiteral("Выйти без сохранения")});
    QCOMPARE(test::read(m_fixture->store(), QStringLiteral("SELECT count(*) AS v FROM orders")), QStringLiteral("0"));
}

void tst_orders_page::anOrderIsChangedAndItsHistorySaysSo()
{
    open();
    add(QStringLiteral("A-1"));
    QVERIFY(m_office->settle());
    stored();
    QTRY_COMPARE(rows(), 1);
    chooseRow(0);
    auto *status = child<QComboBox>("orderStatus");
    status->setFocus();
    QTest::keyClick(status, Qt::Key_Down);
    QTRY_COMPARE(cell(0, ui::OrdersModel::State), QStringLiteral("Подтверждено"));
    settle();
    press("orderEdit");
    QVERIFY(!child<QLineEdit>("orderNumber")->isEnabled());
    child<QLineEdit>("orderAddress")->clear();
    type(child<QLineEdit>("orderAddress"), QStringLiteral("Горького, 14"));
    press("orderSave");
    settle();
    QVERIFY2(detailsText().contains(QStringLiteral("Горького, 14")), qPrintable(detailsText()));
    QVERIFY(detailsText().contains(QStringLiteral("Статус: Новая → Подтверждено")));
    QVERIFY(m_office->settle());
    QVERIFY(m_office->tasksOf(QStringLiteral("A-1")).first().value(QLatin1String("description")).toString().contains(QStringLiteral("Горького, 14")));
}

void tst_orders_page::conflictsStandSideBySideAndAreSettled()
{
    open();
    QVector<qint64> ids;
    for (const char *number : {"A-1", "A-2"}) {
        ids.append(add(QLatin1String(number)));
        PFX_VERIFY(m_fixture->store().writer().run([&](store::Connection &db) {
            return orders::setConflicts(db, ids.last(),
                                        {{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("new"), QStringLiteral("cancelled")},
                                         {QStringLiteral("address"), QString(), QStringLiteral("Горького, 14"), QStringLiteral("Мира, 5")}});
        }));
    }
    QSignalSpy badge(m_page.get(), &ui::Page::badgeChanged);
    stored();
    QTRY_COMPARE(m_page->badge().number, 2);
    QCOMPARE(badge.size(), 1);
    QCOMPARE(m_page->badge().tone, ui::Tone::Warning);
    QTRY_COMPARE(cell(0, ui::OrdersModel::Exchange), QStringLiteral("Две версии"));
    chooseRow(0);
    picture(QStringLiteral("order-conflict"));
    press("conflictTheirs_status");
    QTRY_COMPARE(cell(0, ui::OrdersModel::State), QStringLiteral("Отменена"));
    settle();
    QVERIFY(!child<QAbstractButton>("conflictAllOurs") || !child<QAbstractButton>("conflictAllOurs")->isVisible()); // one is left
    QCOMPARE(m_page->badge().number, 2);
    press("conflictOurs_address");
    QTRY_COMPARE(m_page->badge().number, 1);
    chooseRow(1);
    press("conflictAllTheirs");
    QTRY_COMPARE(m_page->badge().number, 0);
    settle();
    QCOMPARE(m_office->order(ids.at(0)).order.address, QStringLiteral("Мира, 5"));
    QVERIFY(detailsText().contains(QStringLiteral("Расхождение разрешено")));
}

void tst_orders_page::whatPlanfixRefusesIsSaidAndSentAgain()
{
    open();
    m_office->remote().grant(QStringList{QStringLiteral("task_readonly"), QStringLiteral("task_update")});
    add(QStringLiteral("A-1"));
    QVERIFY(m_office->settle());
    stored();
    QTRY_COMPARE(m_page->badge().number, 1);
    QCOMPARE(m_page->badge().tone, ui::Tone::Error);
    m_page->open(QVariantMap{{QStringLiteral("attention"), true}});
    QTRY_COMPARE(rows(), 1);
    settle();
    chooseRow(0);
    auto *trouble = child<ui::Banner>("orderTrouble");
    QVERIFY(trouble->isVisible());
    picture(QStringLiteral("order-refused"));
    QSignalSpy went(m_page.get(), &ui::Page::goTo);
    press("orderSetup");
    press("orderJournal");
    QTRY_COMPARE(went.size(), 2);
    QCOMPARE(went.at(0).first().toString() == ui::pages::Setup || went.at(1).first().toString() == ui::pages::Setup, true);
    m_office->remote().grant(std::nullopt);
    press("orderSendAgain");
    QTRY_VERIFY(m_live->rings > 0);
    QVERIFY(m_office->settle());
    stored();
    QTRY_COMPARE(m_page->badge().number, 0);
    QTRY_COMPARE(rows(), 0); // of those that need attention
    settle();
    picture(QStringLiteral("orders-nothing-needs-attention"));
    QVERIFY(!trouble->isVisible());
    QCOMPARE(m_office->tasksOf(QStringLiteral("A-1")).size(), 1);
}

void tst_orders_page::theTableIsSearchedFilteredAndSorted()
{
    open();
    fill(14);
    QVERIFY(m_office->settle());
    stored();
    QTRY_COMPARE(rows(), 14);
    settle();
    chooseRow(1);
    picture(QStringLiteral("orders"));
    auto *search = child<QLineEdit>("ordersSearch");
    type(search, QStringLiteral("8 (906) 211-13-18"));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, ui::OrdersModel::Number), QStringLiteral("1038"));
    search->clear();
    type(search, QStringLiteral("дюны"));
    QTRY_COMPARE(rows(), 2);
    search->selectAll();
    type(search, QStringLiteral("нет такой"));
    QTRY_COMPARE(rows(), 0);
    picture(QStringLiteral("orders-nothing-found"));
    search->clear();
    QTest::keyClick(search, Qt::Key_Space);
    QTRY_COMPARE(rows(), 14);
    auto *status = child<QComboBox>("ordersStatusFilter");
    status->setFocus();
    QTest::keyClick(status, Qt::Key_Down);
    QTRY_COMPARE(rows(), 3);
    QTest::keyClick(status, Qt::Key_Up);
    QTRY_COMPARE(rows(), 14);
    auto *table = child<ui::Table>("ordersTable");
    table->sortByColumn(ui::OrdersModel::Number, Qt::AscendingOrder);
    QTRY_COMPARE(cell(0, ui::OrdersModel::Number), QStringLiteral("1035"));
}

void tst_orders_page::newOrdersComeAboveAndTheMarkStays()
{
    open();
    fill(3);
    stored();
    QTRY_COMPARE(rows(), 3);
    settle();
    chooseRow(0);
    QVERIFY(detailsText().contains(QStringLiteral("1037")));
    add(QStringLiteral("NEW-1"));
    stored();
    QTRY_COMPARE(rows(), 4);
    settle();
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == QStringLiteral("Всего: 4"); }));
    auto *table = child<ui::Table>("ordersTable");
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 1);
    QVERIFY(detailsText().contains(QStringLiteral("1037")));
}

void tst_orders_page::theListIsSavedAsCsv()
{
    open();
    fill(3);
    add(QStringLiteral("EVIL"), [](orders::Order &order) { order.client.name = QStringLiteral("=HYPERLINK(\"http://x\")"); });
    stored();
    QTRY_COMPARE(rows(), 4);
    settle();
    m_prompt.path = m_fixture->folder() + QStringLiteral("/orders.csv");
    press("ordersExport");
    QTRY_VERIFY(child<ui::Banner>("ordersExportState")->severity() == ui::Severity::Success);
    QFile file(m_prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines.first().contains(QStringLiteral("Этаж")), qPrintable(lines.first()));
    QVERIFY2(lines.at(1).contains(QStringLiteral("'=HYPERLINK")), qPrintable(lines.at(1)));
}

void tst_orders_page::theTestOrderStandsAtTheBottom()
{
    open();
    fill(2);
    QVERIFY(m_office->settle());
    press("testOrderCreate");
    QTRY_COMPARE(rows(), 3);
    QVERIFY(m_office->settle());
    stored();
    QTRY_VERIFY(child<QAbstractButton>("testOrderRemove")->isVisible());
    settle();
    picture(QStringLiteral("orders-test-order"));
    press("orderRemoveTest");
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(m_prompt.verbs, QStringList{QStringLiteral("Удалить тестовую заявку")});
    settle();
    QVERIFY(m_office->settle());

    cleanup();
    open(fake::fullAccount(), false);
    press("testOrderCreate");
    QTRY_VERIFY(child<QAbstractButton>("testOrderSetup"));
    settle();
    picture(QStringLiteral("orders-not-set-up"));
    QSignalSpy went(m_page.get(), &ui::Page::goTo);
    press("testOrderSetup");
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went.first().first().toString(), ui::pages::Setup);
}

void tst_orders_page::anEmptyStoreSaysWhatItIsFor()
{
    open();
    QVERIFY(child<QAbstractButton>("ordersFirst")->isVisible());
    QVERIFY(child<QAbstractButton>("testOrderCreate")->isVisible());
    QVERIFY(!child<QAbstractButton>("ordersNew")->isVisible()); // one primary a page
    picture(QStringLiteral("orders-empty"));
    press("ordersFirstImport");
    QVERIFY(child<QLineEdit>("tableFile")->isVisible());
    picture(QStringLiteral("orders-import-empty"));
}

void tst_orders_page::aStoreThatIsGoneSaysSoAndIsTriedAgain()
{
    open();
    fill(2);
    stored();
    QTRY_COMPARE(rows(), 2);
    settle();
    QCOMPARE(test::write(m_fixture->store(), QStringLiteral("ALTER TABLE orders RENAME TO orders_away")), QString());
    stored();
    QTRY_VERIFY(child<ui::Banner>("ordersError")->isVisible());
    settle();
    picture(QStringLiteral("orders-store-gone"));
    QVERIFY(!child<ui::Banner>("ordersError")->sentence().isEmpty());
    QCOMPARE(test::write(m_fixture->store(), QStringLiteral("ALTER TABLE orders_away RENAME TO orders")), QString());
    press("ordersRetry");
    QTRY_VERIFY(!child<ui::Banner>("ordersError")->isVisible());
    QTRY_COMPARE(rows(), 2);
}

class OpenedPages : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> pages;
public slots:
    void open(const QUrl &page) { pages.append(page); }
};

void tst_orders_page::tasksAreLinks()
{
    open();
    add(QStringLiteral("A-1"));
    QVERIFY(m_office->settle());
    stored();
    QTRY_COMPARE(rows(), 1);
    settle();
    OpenedPages opened;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &opened, "open");
    auto *table = child<ui::Table>("ordersTable");
    const QRect place = table->visualRect(table->model()->index(0, ui::OrdersModel::Task));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(opened.pages.size(), 1);
    settle();
    auto *link = child<ui::DetailsPane>("orderDetails")->widget()->findChild<QPushButton *>();
    QVERIFY(link);
    QTest::keyClick(link, Qt::Key_Space);
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    const QUrl page(QStringLiteral("https://example.planfix.ru/task/") + cell(0, ui::OrdersModel::Task));
    QCOMPARE(opened.pages, (QList<QUrl>{page, page}));
}

void tst_orders_page::everyControlIsNamed()
{
    open();
    fill(1);
    stored();
    QTRY_COMPARE(rows(), 1);
    chooseRow(0);
    m_page->open(QVariantMap{{QStringLiteral("new"), true}});
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        if (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox"))
            continue; // its own line
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(tst_orders_page)
#include "tst_orders_page.moc"
