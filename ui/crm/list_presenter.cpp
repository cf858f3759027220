// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/list_presenter.h"

namespace pfx::ui {

namespace {
constexpr int SearchDelayMs = 120;
}

bool ListState::isFiltered() const
{
    return !query.search.isEmpty() || query.pipelineId != 0 || query.stageId != 0 || query.companyId != 0
        || query.contactId != 0;
}

ListPresenter::ListPresenter(ListKind kind, CrmService &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_state.kind = kind;
    m_delay.setSingleShot(true);
    m_delay.setInterval(SearchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ListPresenter::searchNow);
}

ListPresenter::~ListPresenter()
{
    m_exportStop.request_stop();
}

void ListPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay.start();
}

void ListPresenter::searchNow()
{
    m_delay.stop();
    crm::ListQuery query = m_state.query;
    query.search = m_state.typed.simplified();
    if (query.search == m_state.query.search)
        return;
    if (!query.search.isEmpty())
        select(0); // what was chosen before is not what is looked for now
    ask(query);
}

void ListPresenter::setFilter(qint64 pipelineId, qint64 stageId)
{
    crm::ListQuery query = m_state.query;
    query.pipelineId = pipelineId;
    query.stageId = stageId;
    if (pipelineId != m_state.query.pipelineId || stageId != m_state.query.stageId)
        ask(query);
}

void ListPresenter::setSort(crm::SortBy by, bool descending)
{
    crm::ListQuery query = m_state.query;
    query.sortBy = by;
    query.descending = descending;
    if (by != m_state.query.sortBy || descending != m_state.query.descending)
        ask(query);
}

void ListPresenter::clearFilter()
{
    setScope(0, 0, {});
}

void ListPresenter::setScope(qint64 companyId, qint64 contactId, const QString &name)
{
    m_delay.stop();
    m_state.typed.clear();
    m_state.scope = name;
    crm::ListQuery query = m_state.query;
    query.search.clear();
    query.pipelineId = 0;
    query.stageId = 0;
    query.companyId = companyId;
    query.contactId = contactId;
    ask(query);
}

void ListPresenter::reload()
{
    ask(m_state.query);
    if (m_state.selected != 0)
        readDetails();
}

void ListPresenter::ask(const crm::ListQuery &query)
{
    m_state.query = query;
    m_state.count.reset();
    m_state.error.reset();
    // The rows of the question before stay until the answer is there; only an empty or failed page gives way to the skeleton.
    if (m_state.body != ListState::Body::Rows)
        m_state.body = ListState::Body::Loading;
    emit queryChanged(query);
    emit changed();
}

void ListPresenter::firstRowsArrived(qint64 rows)
{
    m_state.error.reset();
    if (rows > 0)
        m_state.body = ListState::Body::Rows;
    else
        m_state.body = m_state.isFiltered() ? ListState::Body::NothingFound : ListState::Body::Empty;
    if (rows == 0)
        m_state.count = 0;
    emit changed();
}

void ListPresenter::counted(qint64 rows)
{
    if (m_state.count == rows)
        return;
    m_state.count = rows;
    emit changed();
}

void ListPresenter::queryFailed(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    m_state.body = ListState::Body::Failed;
    m_state.count.reset();
    m_state.error = error;
    emit changed();
}

void ListPresenter::select(qint64 id)
{
    if (id == m_state.selected && m_state.details != ListState::Details::Failed)
        return;
    m_state.selected = id;
    m_state.detailsError.reset();
    if (id == 0) {
        m_state.details = ListState::Details::Nothing;
        m_state.record = {};
        emit detailsChanged();
        return;
    }
    if (m_state.details != ListState::Details::Shown)
        m_state.details = ListState::Details::Loading;
    emit detailsChanged();
    readDetails();
}

void ListPresenter::readDetails()
{
    const qint64 id = m_state.selected;
    switch (m_state.kind) {
    case ListKind::Contacts:
        m_service.contact(this, id, [this, id](base::Result<crm::ContactDetails> details) { showDetails(id, std::move(details)); });
        return;
    case ListKind::Companies:
        m_service.company(this, id, [this, id](base::Result<crm::CompanyDetails> details) { showDetails(id, std::move(details)); });
        return;
    case ListKind::Deals:
        m_service.deal(this, id, [this, id](base::Result<crm::DealDetails> details) { showDetails(id, std::move(details)); });
        return;
    }
}

template<typename T>
void ListPresenter::showDetails(qint64 id, tl::expected<T, base::Error> details)
{
    if (id != m_state.selected)
        return; // the answer to an older question
    if (details) {
        m_state.details = ListState::Details::Shown;
        m_state.record = recordView(*details);
    } else if (details.error().code == base::ErrorCode::NotFound && m_state.details == ListState::Details::Shown) {
        m_state.selected = 0; // it was there: an undo has taken it away
        m_state.details = ListState::Details::Nothing;
        m_state.record = {};
    } else {
        m_state.details = ListState::Details::Failed;
        m_state.detailsError = details.error();
        m_state.record = {};
    }
    emit detailsChanged();
}

void ListPresenter::startExport(const QString &path, const QStringList &headings)
{
    if (!m_state.canExport())
        return;
    m_exportStop = base::StopSource();
    m_state.exporting = ListState::Export::Running;
    m_state.exportedRows = 0;
    m_state.exportPath = path;
    m_state.exportError.reset();
    emit exportChanged();
    const auto progress = [this](qint64 rows) {
        m_state.exportedRows = rows;
        emit exportChanged();
    };
    const auto answer = [this](base::Result<qint64> rows) {
        if (rows) {
            m_state.exporting = ListState::Export::Done;
            m_state.exportedRows = *rows;
        } else if (rows.error().code == base::ErrorCode::Cancelled) {
            m_state.exporting = ListState::Export::Stopped;
        } else {
            m_state.exporting = ListState::Export::Failed;
            m_state.exportError = rows.error();
        }
        emit exportChanged();
    };
    m_service.exportCsv(this, m_state.kind, m_state.query, headings, path, m_exportStop.get_token(), progress, answer);
}

void ListPresenter::stopExport()
{
    m_exportStop.request_stop();
}

void ListPresenter::dismissExport()
{
    if (m_state.exporting == ListState::Export::Running)
        return;
    m_state.exporting = ListState::Export::Idle;
    emit exportChanged();
}

} // namespace pfx::ui
