// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_list.h"

#include "core/texts/order_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/orders/order_pane.h"
#include "ui/orders/orders_model.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int DetailsWidth = 296;
constexpr int HiddenAtFirst[] = {OrdersModel::Items, OrdersModel::Address, OrdersModel::Email, OrdersModel::Visit,
                                 OrdersModel::From,  OrdersModel::Added,   OrdersModel::Changed};

void fit(QComboBox *box)
{
    box->setMaximumWidth(200);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

} // namespace

OrdersList::OrdersList(OrdersPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_services(services), m_model(new OrdersModel(services.background, services.clock, this)),
      m_search(new QLineEdit), m_table(new Table(QStringLiteral("ordersTable"), tr("Orders"))), m_error(new Banner(QStringLiteral("ordersError"))),
      m_exportBanner(new Banner(QStringLiteral("ordersExportState"))), m_count(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_pane(new OrderPane(presenter, services))
{
    auto *work = new QSplitter(Qt::Horizontal);
    work->setObjectName(QStringLiteral("ordersSplitter"));
    work->setChildrenCollapsible(false);
    work->setHandleWidth(metrics::CardSpacing);
    work->addWidget(buildTable());
    work->addWidget(m_pane);
    work->setStretchFactor(0, 1);
    work->setSizes({10'000, DetailsWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(work);

    follow(m_model);
    connect(&m_presenter, &OrdersPresenter::changed, this, &OrdersList::showState);
    connect(&m_presenter, &OrdersPresenter::exportChanged, this, &OrdersList::showExport);
    connect(&m_presenter, &OrdersPresenter::queryChanged, m_model, &OrdersModel::show);
    connect(&m_presenter, &OrdersPresenter::rowsOutdated, m_model, [this] { m_model->refresh(); });
    showState();
    showExport();
}

QWidget *OrdersList::buildTable()
{
    m_table->setModel(m_model);
    for (const int column : HiddenAtFirst)
        m_table->setColumnHidden(column, true);
    m_table->remember(m_services.settings, QStringLiteral("orders/table"));
    m_table->setMouseTracking(true);
    auto *toolbar = new QHBoxLayout;
    buildToolbar(toolbar);
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(toolbar);
    card->body()->addWidget(m_exportBanner);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_count);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid() || m_keeping)
            return;
        // Coming in by Tab makes the first row the current one without selecting it.
        if (!m_table->selectionModel()->hasSelection())
            m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_presenter.select(m_model->idAt(current.row()));
    });
    connect(m_table, &Table::rowActivated, m_pane, &OrderPane::focusDetails);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const QUrl page = index.column() == OrdersModel::Task ? m_model->taskPage(index.row()) : QUrl();
        if (page.isValid())
            QDesktopServices::openUrl(page);
    });
    connect(m_table, &QAbstractItemView::entered, this, [this](const QModelIndex &index) {
        const bool isLink = index.column() == OrdersModel::Task && m_model->taskPage(index.row()).isValid();
        m_table->viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    return card;
}

void OrdersList::buildToolbar(QHBoxLayout *toolbar)
{
    m_search->setObjectName(QStringLiteral("ordersSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(150);
    m_search->setMaximumWidth(320);
    m_search->setPlaceholderText(tr("Number, client, phone"));
    m_search->setAccessibleName(tr("Search: %1").arg(m_search->placeholderText()));
    m_status = new QComboBox;
    m_status->setObjectName(QStringLiteral("ordersStatusFilter"));
    m_status->setAccessibleName(tr("Status"));
    fit(m_status);
    m_status->addItem(tr("All statuses"), QString());
    for (const orders::Status status : orders::allStatuses())
        m_status->addItem(texts::text(status), orders::name(status));
    m_exchange = new QComboBox;
    m_exchange->setObjectName(QStringLiteral("ordersExchangeFilter"));
    m_exchange->setAccessibleName(tr("Exchange with Planfix"));
    fit(m_exchange);
    m_exchange->addItem(tr("Any exchange"));
    m_exchange->addItem(tr("Needs attention"));
    m_columns = m_table->makeColumnChooser(this);
    m_copy = m_table->makeCopyButton(this);
    m_export = iconButton(QStringLiteral("document-save"), tr("Save this list as CSV"), QStringLiteral("ordersExport"));
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    toolbar->addWidget(m_status);
    toolbar->addWidget(m_exchange);
    toolbar->addStretch();
    for (QToolButton *button : {m_columns, m_copy, m_export})
        toolbar->addWidget(button);

    connect(m_search, &QLineEdit::textEdited, &m_presenter, &OrdersPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &OrdersPresenter::searchNow);
    connect(m_status, &QComboBox::activated, this,
            [this] { m_presenter.setStatusFilter(orders::statusNamed(m_status->currentData().toString())); });
    connect(m_exchange, &QComboBox::activated, this, [this](int index) { m_presenter.setNeedsAttention(index == 1); });
    connect(m_export, &QAbstractButton::clicked, this, &OrdersList::askForExport);
}

void OrdersList::follow(OrdersModel *model)
{
    connect(model, &KeysetModelBase::loadingChanged, this, [this, model](bool loading) {
        m_table->setLoading(loading);
        if (!loading && m_presenter.state().body != OrdersState::Body::Failed)
            m_presenter.firstRowsArrived(model->rowCount());
    });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_place = m_table->verticalScrollBar()->value();
        m_keeping = true; // the mark that goes now comes again
    });
    connect(model, &KeysetModelBase::modelReset, this, [this] { m_keeping = false; });
    connect(model, &KeysetModelBase::refreshed, this, [this, model](bool others) {
        m_presenter.firstRowsArrived(model->rowCount());
        if (model->total()) // of a list that ends with its first rows nobody else tells it
            m_presenter.counted(*model->total());
        if (others)
            keepPlace();
    });
    connect(model, &KeysetModelBase::counted, &m_presenter, &OrdersPresenter::counted);
    connect(model, &KeysetModelBase::failed, &m_presenter, &OrdersPresenter::queryFailed);
    connect(model, &OrdersModel::sortRequested, &m_presenter, &OrdersPresenter::setSort);
}

/// New orders come above: the mark stays on its order, not on its row.
void OrdersList::keepPlace()
{
    const int row = m_model->rowOf(m_presenter.state().selected);
    m_keeping = true;
    if (row >= 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    m_keeping = false;
    m_table->verticalScrollBar()->setValue(m_place);
}

QString OrdersList::countText() const
{
    const OrdersState &state = m_presenter.state();
    if (state.body != OrdersState::Body::Rows)
        return {};
    if (!state.count)
        return tr("Counting…");
    return state.isFiltered() ? tr("Found: %1").arg(number(*state.count)) : tr("In all: %1").arg(number(*state.count));
}

void OrdersList::showState()
{
    const OrdersState &state = m_presenter.state();
    if (m_search->text() != state.typed)
        m_search->setText(state.typed);
    m_status->setCurrentIndex(state.query.filter.status ? m_status->findData(orders::name(*state.query.filter.status)) : 0);
    m_exchange->setCurrentIndex(state.query.needsAttention ? 1 : 0);
    const qint64 inNeed = state.attention.orders;
    m_exchange->setItemText(1, inNeed > 0 ? tr("Needs attention: %1").arg(number(inNeed)) : tr("Needs attention"));
    m_model->setTaskPages(state.taskPages);
    m_count->setText(countText());
    m_copy->setEnabled(state.body == OrdersState::Body::Rows);
    m_export->setEnabled(state.canExport());
    m_pane->setVisible(state.body != OrdersState::Body::Failed || state.details != OrdersState::Details::Nothing);
    showError();
}

void OrdersList::showError()
{
    const OrdersState &state = m_presenter.state();
    const bool isAttention = state.query.needsAttention && state.query.filter.text.isEmpty() && !state.query.filter.status;
    if (state.error)
        m_table->setEmptyText({});
    else if (isAttention)
        m_table->setEmptyText(tr("Nothing needs attention"), tr("All orders are on their way or in Planfix."));
    else
        m_table->setEmptyText(tr("Nothing found"), tr("Try a part of the number or of the name, or the whole phone."));
    if (state.error == m_shownError)
        return; // the button stays under the pointer
    m_shownError = state.error;
    m_error->clear();
    if (!state.error)
        return;
    m_error->showError(*state.error);
    Button *retry = m_error->addAction(tr("Try again"), QStringLiteral("ordersRetry"), ButtonKind::Normal, QStringLiteral("view-refresh"));
    connect(retry, &QAbstractButton::clicked, &m_presenter, &OrdersPresenter::reload, Qt::QueuedConnection);
}

void OrdersList::askForExport()
{
    FileQuestion question;
    question.title = tr("Save this list as CSV");
    question.filter = tr("CSV tables (*.csv)");
    question.name = tr("orders.csv");
    m_services.prompt.saveFile(this, question, [this](const QString &path) { m_presenter.startExport(path); });
}

void OrdersList::showExport()
{
    using Export = OrdersState::Export;
    const OrdersState &state = m_presenter.state();
    const QString rows = tr("Rows: %1").arg(number(state.exportedRows));
    m_export->setEnabled(state.canExport());
    if (state.exporting == Export::Running && m_exportBanner->isVisibleTo(this) && m_exportBanner->severity() == Severity::Info) {
        m_exportBanner->showMessage(Severity::Info, tr("The list is being saved"), rows);
        return; // the button stays under the pointer
    }
    m_exportBanner->clear();
    switch (state.exporting) {
    case Export::Idle:
        return;
    case Export::Running:
        m_exportBanner->showMessage(Severity::Info, tr("The list is being saved"), rows);
        connect(m_exportBanner->addAction(tr("Stop"), QStringLiteral("ordersExportStop")), &QAbstractButton::clicked, &m_presenter,
                &OrdersPresenter::stopExport, Qt::QueuedConnection);
        return;
    case Export::Done:
        m_exportBanner->showMessage(Severity::Success, tr("The list is saved"),
                                    tr("%1. File: %2").arg(rows, QDir::toNativeSeparators(state.exportPath)));
        break;
    case Export::Stopped:
        m_exportBanner->showMessage(Severity::Info, tr("Saving was stopped"), tr("No file was made."));
        break;
    case Export::Failed:
        m_exportBanner->showError(*state.exportError);
        break;
    }
    connect(m_exportBanner->addAction(tr("Close"), QStringLiteral("ordersExportClose"), ButtonKind::Link), &QAbstractButton::clicked,
            &m_presenter, &OrdersPresenter::dismissExport, Qt::QueuedConnection);
}

} // namespace pfx::ui
