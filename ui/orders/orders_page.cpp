// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_page.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/live.h"
#include "ui/common/table.h"
#include "ui/common/test_order_strip.h"
#include "ui/orders/order_form.h"
#include "ui/orders/order_pane.h"
#include "ui/orders/orders_list.h"
#include "ui/orders/store_order_tables.h"
#include "ui/orders/store_orders_service.h"
#include "ui/orders/table_import.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {
enum Place { List, Form, FromTable };
}

OrdersPage::OrdersPage(Services &services, QWidget *parent)
    : Page(parent), m_services(services), m_service(new StoreOrdersService(services, this)), m_presenter(new OrdersPresenter(*m_service, this)),
      m_formPresenter(new OrderFormPresenter(*m_service, this)),
      m_importPresenter(new TableImportPresenter(*new StoreOrderTables(services, this), this)), m_testOrder(new TestOrder(services, this)), m_places(new QStackedWidget),
      m_body(new QStackedWidget)
{
    setObjectName(QStringLiteral("ordersPage"));
    build();
    buildCommands();
    connect(services.live, &Live::stored, this, &OrdersPage::storeChanged);
    connect(m_presenter, &OrdersPresenter::changed, this, &OrdersPage::showState);
    connect(m_presenter, &OrdersPresenter::attentionChanged, this, &Page::badgeChanged);
    connect(m_formPresenter, &OrderFormPresenter::saved, this, [this](qint64 id) {
        backToList();
        m_presenter->select(id);
        m_presenter->storeChanged();
    });
    connect(m_testOrder, &TestOrder::created, this, [this](qint64 id) {
        m_presenter->select(id);
        m_presenter->storeChanged();
    });
    connect(m_testOrder, &TestOrder::removed, m_presenter, &OrdersPresenter::storeChanged);
    showState();
    // The badge is there before the page is looked at.
    m_presenter->reload();
    m_isOutdated = false;
}

OrdersPage::~OrdersPage() = default;

QString OrdersPage::title() const
{
    return tr("Orders");
}

Badge OrdersPage::badge() const
{
    const orders::Attention &attention = m_presenter->state().attention;
    return {static_cast<int>(qMin<qint64>(attention.orders, 9999)), attention.orders > attention.conflicts ? Tone::Error : Tone::Warning};
}

void OrdersPage::build()
{
    m_form = new OrderForm(*m_formPresenter, m_services);
    m_places->addWidget(buildListPlace());
    m_places->addWidget(m_form);
    m_import = new TableImport(*m_importPresenter, m_services);
    m_places->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    layout->addWidget(m_places);
    connect(m_form, &OrderForm::left, this, &OrdersPage::backToList);
    connect(m_import, &TableImport::left, this, &OrdersPage::backToList);
    connect(m_importPresenter, &TableImportPresenter::added, m_presenter, &OrdersPresenter::storeChanged);
}

QWidget *OrdersPage::buildListPlace()
{
    auto *place = new QWidget;
    m_subtitle = new TextLabel({}, TextRole::Body, Tone::Muted);
    auto *head = new QVBoxLayout;
    head->setSpacing(metrics::PairSpacing);
    head->addWidget(new TextLabel(title(), TextRole::PageTitle));
    head->addWidget(m_subtitle);
    m_new = primaryButton(tr("New order"), QStringLiteral("ordersNew"), QStringLiteral("list-add"));
    m_fromTable = plainButton(tr("Import from CSV"), QStringLiteral("ordersImport"), QStringLiteral("document-import"));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::Spacing);
    top->addLayout(head, 1);
    top->addWidget(m_fromTable, 0, Qt::AlignTop);
    top->addWidget(m_new, 0, Qt::AlignTop);
    m_list = new OrdersList(*m_presenter, m_services);
    m_body->addWidget(m_list);
    buildEmpty();
    m_strip = new TestOrderStrip(*m_testOrder);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins({});
    column->setSpacing(metrics::CardSpacing);
    column->addLayout(top);
    column->addWidget(m_body, 1);
    column->addWidget(m_strip);

    const auto toSetup = [this] { emit goTo(pages::Setup, {}); };
    const auto toJournal = [this](qint64 row) { emit goTo(pages::Journal, QVariantMap{{QStringLiteral("entry"), row}}); };
    connect(m_new, &QAbstractButton::clicked, this, &OrdersPage::newOrder);
    connect(m_fromTable, &QAbstractButton::clicked, this, &OrdersPage::importTable);
    connect(m_strip, &TestOrderStrip::setupRequested, this, toSetup);
    connect(m_strip, &TestOrderStrip::journalRequested, this, toJournal);
    connect(m_list->pane(), &OrderPane::setupRequested, this, toSetup);
    connect(m_list->pane(), &OrderPane::journalRequested, this, toJournal);
    connect(m_list->pane(), &OrderPane::editRequested, this, [this](const orders::Order &order) {
        m_formPresenter->openOrder(order);
        showPlace(Form);
    });
    return place;
}

void OrdersPage::buildEmpty()
{
    auto *empty = new EmptyState(QStringLiteral("view-task"), tr("Each order becomes a task in Planfix by itself"),
                                 tr("Orders come from the company's site, from a table, or are typed in here; what changes in Planfix comes back."));
    connect(empty->setPrimary(tr("New order"), QStringLiteral("ordersFirst"), QStringLiteral("list-add")), &QAbstractButton::clicked, this,
            &OrdersPage::newOrder);
    connect(empty->setLink(tr("Import from CSV"), QStringLiteral("ordersFirstImport")), &QAbstractButton::clicked, this, &OrdersPage::importTable);
    empty->setReassurances({{QStringLiteral("vcs-normal"), tr("Exactly one task"), tr("also after a lost answer or a restart")},
                            {QStringLiteral("view-refresh"), tr("Both ways"), tr("a status set in Planfix comes back here")},
                            {QStringLiteral("view-history"), tr("Nothing in silence"), tr("each change stands in the history")}});
    m_body->addWidget(empty);
}

QAction *OrdersPage::command(const QString &words, const char *objectName, const char *icon, std::function<void()> run)
{
    auto *action = new QAction(words, this);
    action->setObjectName(QLatin1String(objectName));
    action->setProperty("iconName", QLatin1String(icon));
    connect(action, &QAction::triggered, this, std::move(run));
    m_commands.append(action);
    return action;
}

void OrdersPage::buildCommands()
{
    command(tr("New order"), "new", "list-add", [this] { newOrder(); });
    command(tr("Import from CSV"), "import", "document-import", [this] { importTable(); });
    command(tr("Create a test order for Planfix"), "test", "tools-wizard", [this] {
        showPlace(List);
        m_testOrder->create();
    });
    command(tr("Orders that need attention"), "attention", "data-warning", [this] {
        showPlace(List);
        m_presenter->setNeedsAttention(true);
    });
    command(tr("Save the orders as CSV"), "export", "document-save", [this] {
        showPlace(List);
        m_list->askForExport();
    });
    command(tr("Look for changes in Planfix now"), "look", "view-refresh", [this] { m_services.live->lookNow(); });
}

QWidget *OrdersPage::searchField() const
{
    return m_places->currentIndex() == List && m_body->currentIndex() == 0 ? m_list->searchField() : nullptr;
}

QString OrdersPage::runningWork() const
{
    if (m_presenter->state().exporting == OrdersState::Export::Running)
        return tr("A list of orders is being saved as CSV; the file is made only when it is whole.");
    if (m_importPresenter->state().step == TableImportState::Step::Adding)
        return tr("Orders are being added from a table. What was added stays; the same file again goes on.");
    if (m_places->currentIndex() == Form && m_formPresenter->state().isTouched())
        return tr("An order that was typed in is not saved yet.");
    return {};
}

void OrdersPage::showPlace(int place)
{
    m_places->setCurrentIndex(place);
    if (place == Form)
        m_form->focusFirst();
    else if (place == FromTable)
        m_import->focusFirst();
}

void OrdersPage::newOrder()
{
    m_formPresenter->openNew();
    showPlace(Form);
}

void OrdersPage::importTable()
{
    m_importPresenter->begin();
    showPlace(FromTable);
}

void OrdersPage::backToList()
{
    showPlace(List);
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

void OrdersPage::showState()
{
    const OrdersState &state = m_presenter->state();
    m_body->setCurrentIndex(state.body == OrdersState::Body::Empty ? 1 : 0);
    for (Button *button : {m_new, m_fromTable})
        button->setVisible(state.body != OrdersState::Body::Empty); // the empty page has them
    const qint64 inNeed = state.attention.orders;
    m_subtitle->setText(inNeed > 0 ? tr("Needs attention: %1").arg(number(inNeed)) : tr("Each order is one task in Planfix; changes go both ways."));
}

void OrdersPage::storeChanged()
{
    // Out of sight only the badge is kept up to date.
    if (isVisible()) {
        m_presenter->storeChanged();
        return;
    }
    m_isOutdated = true;
    m_presenter->refreshAttention();
}

void OrdersPage::shown()
{
    if (m_isOutdated)
        m_presenter->storeChanged();
    m_isOutdated = false;
}

void OrdersPage::open(const QVariant &target)
{
    const QVariantMap map = target.toMap();
    if (map.contains(QStringLiteral("new"))) {
        newOrder();
        return;
    }
    if (map.contains(QStringLiteral("import"))) {
        importTable();
        return;
    }
    showPlace(List);
    if (map.contains(QStringLiteral("order")))
        m_presenter->select(map.value(QStringLiteral("order")).toLongLong());
    if (map.contains(QStringLiteral("number"))) {
        m_presenter->setTyped(map.value(QStringLiteral("number")).toString());
        m_presenter->searchNow();
    }
    if (map.contains(QStringLiteral("attention")))
        m_presenter->setNeedsAttention(true);
    if (map.contains(QStringLiteral("test")))
        m_testOrder->create();
}

} // namespace pfx::ui
