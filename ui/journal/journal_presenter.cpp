// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_presenter.h"

namespace pfx::ui {

using exchange::JournalFilter;

namespace {

constexpr int searchDelayMs = 250;

/// "#1042" is the entry of that number and what came before it.
std::optional<qint64> entryNumber(const QString &typed)
{
    if (!typed.startsWith(QLatin1Char('#')))
        return std::nullopt;
    bool isNumber = false;
    const qint64 id = typed.mid(1).toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

} // namespace

JournalPresenter::JournalPresenter(JournalService &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(searchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &JournalPresenter::searchNow);
}

JournalPresenter::~JournalPresenter()
{
    m_exportStop.request_stop();
}

void JournalPresenter::ask(const JournalFilter &filter)
{
    m_state.filter = filter;
    if (m_state.body != JournalState::Body::Rows)
        m_state.body = JournalState::Body::Loading; // rows stay until others are there
    m_state.error.reset();
    emit changed();
    emit queryChanged(filter);
}

void JournalPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay.start();
}

void JournalPresenter::searchNow()
{
    m_delay.stop();
    const QString typed = m_state.typed.trimmed();
    JournalFilter filter = m_state.filter;
    filter.subject.clear();
    filter.text.clear();
    if (const auto id = entryNumber(typed)) {
        select(*id);
        return;
    }
    if (typed.isEmpty()) {
        ask(filter);
        return;
    }
    // The number of an order finds its entries by their index; anything else is looked for in the texts.
    m_service.subjectOf(this, typed, [this, filter, typed](const base::Result<QString> &subject) mutable {
        if (typed != m_state.typed.trimmed())
            return;
        if (!subject) {
            queryFailed(subject.error());
            return;
        }
        (subject->isEmpty() ? filter.text : filter.subject) = subject->isEmpty() ? typed : *subject;
        ask(filter);
    });
}

void JournalPresenter::setService(const QString &service)
{
    JournalFilter filter = m_state.filter;
    filter.service = service;
    ask(filter);
}

void JournalPresenter::setDirection(std::optional<exchange::Direction> direction)
{
    JournalFilter filter = m_state.filter;
    filter.direction = direction;
    ask(filter);
}

void JournalPresenter::setKind(exchange::JournalKind kind)
{
    JournalFilter filter = m_state.filter;
    filter.kind = kind;
    ask(filter);
}

void JournalPresenter::setSubject(const QString &subject)
{
    JournalFilter filter;
    filter.subject = subject;
    m_state.typed.clear();
    ask(filter);
}

void JournalPresenter::clearFilter()
{
    m_state.typed.clear();
    ask({});
}

void JournalPresenter::reload()
{
    ask(m_state.filter);
    readAround();
}

void JournalPresenter::refresh()
{
    readAround();
    if (m_state.body == JournalState::Body::Loading)
        return;
    emit refreshWanted();
    if (m_state.details == JournalState::Details::Shown)
        readDetails();
}

void JournalPresenter::readAround()
{
    m_service.halted(this, [this](const base::Result<qint64> &halted) {
        if (halted && *halted != m_state.halted) {
            m_state.halted = *halted;
            emit haltedChanged();
        }
    });
    m_service.services(this, [this](const base::Result<QStringList> &services) {
        if (services && *services != m_state.services) {
            m_state.services = *services;
            emit changed();
        }
    });
}

void JournalPresenter::rowsArrived(qint64 rows)
{
    const JournalState::Body body = rows > 0 ? JournalState::Body::Rows
        : m_state.isFiltered()               ? JournalState::Body::NothingFound
                                             : JournalState::Body::Empty;
    if (std::exchange(m_state.body, body) != body)
        emit changed();
}

void JournalPresenter::queryFailed(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    m_state.body = JournalState::Body::Failed;
    m_state.error = error;
    emit changed();
}

void JournalPresenter::select(qint64 id)
{
    if (id == m_state.selected && m_state.details != JournalState::Details::Failed)
        return;
    m_state.selected = id;
    m_state.performedRow = 0;
    m_state.deedError.reset();
    m_state.deeds.clear();
    m_state.details = id > 0 ? JournalState::Details::Loading : JournalState::Details::Nothing;
    emit detailsChanged();
    if (id > 0)
        readDetails();
}

void JournalPresenter::readDetails()
{
    m_service.details(this, m_state.selected, [this, id = m_state.selected](const base::Result<exchange::JournalDetails> &details) {
        if (id != m_state.selected)
            return;
        if (!details) {
            m_state.details = JournalState::Details::Failed;
            m_state.detailsError = details.error();
        } else {
            m_state.details = JournalState::Details::Shown;
            m_state.record = *details;
            m_state.deeds = JournalDeeds::of(*details);
        }
        emit detailsChanged();
    });
}

void JournalPresenter::perform(const JournalDeed &deed)
{
    if (m_state.isPerforming || m_state.details != JournalState::Details::Shown)
        return;
    m_state.isPerforming = true;
    m_state.deedError.reset();
    emit detailsChanged();
    m_service.perform(this, deed.kind, m_state.record.entry, [this](const base::Result<qint64> &row) {
        m_state.isPerforming = false;
        if (row)
            m_state.performedRow = *row;
        else
            m_state.deedError = row.error();
        emit detailsChanged();
        readDetails();
        emit refreshWanted();
        readAround();
    });
}

void JournalPresenter::startExport(const QString &path)
{
    if (!m_state.canExport())
        return;
    m_exportStop = {};
    m_state.exporting = JournalState::Export::Running;
    m_state.exportPath = path;
    m_state.exportError.reset();
    emit exportChanged();
    m_service.exportTo(this, path, m_state.filter, m_exportStop.get_token(), [this](const base::Result<qint64> &rows) {
        m_state.exporting = rows ? JournalState::Export::Done
            : rows.error().code == base::ErrorCode::Cancelled ? JournalState::Export::Idle
                                                              : JournalState::Export::Failed;
        m_state.exportedRows = rows.value_or(0);
        if (!rows)
            m_state.exportError = rows.error();
        emit exportChanged();
    });
}

void JournalPresenter::stopExport()
{
    m_exportStop.request_stop();
}

void JournalPresenter::dismissExport()
{
    if (m_state.exporting == JournalState::Export::Running)
        return;
    m_state.exporting = JournalState::Export::Idle;
    emit exportChanged();
}

} // namespace pfx::ui
