// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_presenter.h"

namespace pfx::ui {

using base::Result;
using Body = OrdersState::Body;

namespace {
constexpr int SearchDelayMs = 120;
}

bool OrdersState::isFiltered() const
{
    return !query.filter.text.isEmpty() || query.filter.status || query.needsAttention;
}

bool OrdersState::canSendAgain() const
{
    if (!canAct() || shown.sync.rowId == 0)
        return false;
    return shown.sync.sync == orders::Sync::Attention || shown.sync.sync == orders::Sync::Waiting || shown.sync.sync == orders::Sync::Held;
}

bool OrdersState::isInDoubt() const
{
    return canSendAgain() && shown.sync.error && shown.sync.error->effected == base::Effected::Perhaps;
}

OrdersPresenter::OrdersPresenter(OrdersService &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(SearchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &OrdersPresenter::searchNow);
}

OrdersPresenter::~OrdersPresenter()
{
    m_exportStop.request_stop();
}

// --- the list ---

void OrdersPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay.start();
}

void OrdersPresenter::searchNow()
{
    m_delay.stop();
    orders::ListQuery query = m_state.query;
    query.filter.text = m_state.typed.simplified();
    if (query.filter.text != m_state.query.filter.text)
        ask(query);
}

void OrdersPresenter::setStatusFilter(std::optional<orders::Status> status)
{
    orders::ListQuery query = m_state.query;
    query.filter.status = status;
    if (status != m_state.query.filter.status)
        ask(query);
}

void OrdersPresenter::setNeedsAttention(bool only)
{
    orders::ListQuery query = m_state.query;
    query.needsAttention = only;
    if (only != m_state.query.needsAttention)
        ask(query);
}

void OrdersPresenter::setSort(orders::SortBy by, bool descending)
{
    orders::ListQuery query = m_state.query;
    query.sortBy = by;
    query.descending = descending;
    if (by != m_state.query.sortBy || descending != m_state.query.descending)
        ask(query);
}

void OrdersPresenter::clearFilter()
{
    m_delay.stop();
    m_state.typed.clear();
    orders::ListQuery query = m_state.query;
    query.filter = {};
    query.needsAttention = false;
    ask(query);
}

void OrdersPresenter::reload()
{
    ask(m_state.query);
    refreshAttention();
    if (m_state.selected != 0)
        readDetails();
}

void OrdersPresenter::storeChanged()
{
    // An empty or failed page has nothing that could stay; what is on its way is not asked for again.
    if (m_state.body == Body::Rows)
        emit rowsOutdated();
    else if (m_state.body != Body::Loading)
        ask(m_state.query);
    refreshAttention();
    if (m_state.selected != 0)
        readDetails();
}

void OrdersPresenter::ask(const orders::ListQuery &query)
{
    m_state.query = query;
    m_state.count.reset();
    m_state.error.reset();
    // The rows of the question before stay until the answer is there; an empty page gives way when there is something.
    if (m_state.body == Body::Failed || m_state.body == Body::NothingFound)
        m_state.body = Body::Loading;
    emit queryChanged(query);
    emit changed();
}

void OrdersPresenter::firstRowsArrived(qint64 rows)
{
    m_state.error.reset();
    if (rows > 0)
        m_state.body = Body::Rows;
    else
        m_state.body = m_state.isFiltered() ? Body::NothingFound : Body::Empty;
    if (rows == 0)
        m_state.count = 0;
    emit changed();
}

void OrdersPresenter::counted(qint64 rows)
{
    if (m_state.count == rows)
        return;
    m_state.count = rows;
    emit changed();
}

void OrdersPresenter::queryFailed(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    m_state.body = Body::Failed;
    m_state.count.reset();
    m_state.error = error;
    emit changed();
}

void OrdersPresenter::refreshAttention()
{
    m_service.attention(this, [this](const Result<orders::Attention> &answer) {
        if (!answer || *answer == m_state.attention)
            return; // the list says what is wrong with the store
        m_state.attention = *answer;
        emit attentionChanged();
        emit changed();
    });
    m_service.account(this, [this](const Result<QString> &answer) {
        if (!answer || *answer == m_state.taskPages)
            return;
        m_state.taskPages = *answer;
        emit changed();
    });
}

// --- the chosen order ---

void OrdersPresenter::select(qint64 id)
{
    if (id == m_state.selected && m_state.details != OrdersState::Details::Failed)
        return;
    m_state.selected = id;
    m_state.detailsError.reset();
    m_state.actionError.reset();
    m_state.acting = false;
    if (id == 0) {
        m_state.details = OrdersState::Details::Nothing;
        m_state.shown = {};
        emit detailsChanged();
        return;
    }
    m_state.details = OrdersState::Details::Loading;
    emit detailsChanged();
    readDetails();
}

void OrdersPresenter::readDetails()
{
    const qint64 id = m_state.selected;
    m_service.details(this, id, [this, id](Result<OrderDetails> answer) {
        if (id != m_state.selected)
            return; // the answer to an older question
        if (answer) {
            m_state.details = OrdersState::Details::Shown;
            m_state.detailsError.reset();
            m_state.shown = std::move(*answer);
        } else if (answer.error().code == base::ErrorCode::NotFound) {
            m_state.selected = 0; // a test order that was removed
            m_state.details = OrdersState::Details::Nothing;
            m_state.shown = {};
        } else {
            m_state.details = OrdersState::Details::Failed;
            m_state.detailsError = answer.error();
        }
        emit detailsChanged();
    });
}

template<typename T>
OrdersService::Answer<T> OrdersPresenter::acted()
{
    m_state.acting = true;
    m_state.actionError.reset();
    emit detailsChanged();
    return [this, id = m_state.selected](const Result<T> &answer) {
        if (id == m_state.selected) {
            m_state.acting = false;
            if (!answer)
                m_state.actionError = answer.error();
            emit detailsChanged();
        }
        storeChanged();
    };
}

void OrdersPresenter::setStatus(orders::Status status)
{
    if (!m_state.canAct() || m_state.shown.stored.order.status == status)
        return;
    orders::Order order = m_state.shown.stored.order;
    order.status = status;
    auto answer = acted<qint64>();
    m_service.save(this, order, std::move(answer));
}

void OrdersPresenter::settle(const QString &field, orders::Side side)
{
    if (!m_state.canAct())
        return;
    auto answer = acted<void>();
    m_service.settle(this, m_state.selected, {{field, side}}, std::move(answer));
}

void OrdersPresenter::settleAll(orders::Side side)
{
    if (!m_state.canAct())
        return;
    orders::Sides sides; // those that the person sees, not those that may have come meanwhile
    for (const orders::Conflict &conflict : std::as_const(m_state.shown.stored.conflicts))
        sides.insert(conflict.field, side);
    auto answer = acted<void>();
    m_service.settle(this, m_state.selected, sides, std::move(answer));
}

void OrdersPresenter::sendAgain()
{
    if (!m_state.canSendAgain())
        return;
    const bool acceptRepeat = m_state.isInDoubt();
    auto answer = acted<void>();
    m_service.sendAgain(this, m_state.selected, acceptRepeat, std::move(answer));
}

void OrdersPresenter::removeTest()
{
    if (!m_state.canAct() || !m_state.shown.stored.order.isTest)
        return;
    auto answer = acted<void>();
    m_service.removeTest(this, m_state.selected, std::move(answer));
}

void OrdersPresenter::dismissActionError()
{
    m_state.actionError.reset();
    emit detailsChanged();
}

// --- export ---

void OrdersPresenter::startExport(const QString &path)
{
    if (!m_state.canExport())
        return;
    m_exportStop = base::StopSource();
    m_state.exporting = OrdersState::Export::Running;
    m_state.exportedRows = 0;
    m_state.exportPath = path;
    m_state.exportError.reset();
    emit exportChanged();
    const auto progress = [this](qint64 rows) {
        m_state.exportedRows = rows;
        emit exportChanged();
    };
    const auto answer = [this](const Result<qint64> &rows) {
        if (rows) {
            m_state.exporting = OrdersState::Export::Done;
            m_state.exportedRows = *rows;
        } else if (rows.error().code == base::ErrorCode::Cancelled) {
            m_state.exporting = OrdersState::Export::Stopped;
        } else {
            m_state.exporting = OrdersState::Export::Failed;
            m_state.exportError = rows.error();
        }
        emit exportChanged();
    };
    m_service.exportCsv(this, m_state.query, path, m_exportStop.get_token(), progress, answer);
}

void OrdersPresenter::stopExport()
{
    m_exportStop.request_stop();
}

void OrdersPresenter::dismissExport()
{
    if (m_state.exporting == OrdersState::Export::Running)
        return;
    m_state.exporting = OrdersState::Export::Idle;
    emit exportChanged();
}

} // namespace pfx::ui
