// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/messages_presenter.h"

#include <QTimer>

namespace pfx::ui {

using base::Result;
using sms::State;

namespace {
constexpr int typingMs = 250;
}

bool MessagesState::may(SmsService::Deed deed) const
{
    if (!details || busy)
        return false;
    const State now = details->message.state;
    switch (deed) {
    case SmsService::Deed::Resend:
        if (now == State::Queued)
            return details->message.attempts > 0; // now, and not when its turn comes again
        return now != State::Sending && now != State::Sent && now != State::Delivered && now != State::Held;
    case SmsService::Deed::Cancel:
        return now == State::Queued || now == State::Held || now == State::Unknown;
    case SmsService::Deed::Settle:
        break;
    }
    return now == State::Unknown;
}

MessagesPresenter::MessagesPresenter(SmsService &service, QObject *parent) : QObject(parent), m_service(service), m_delay(new QTimer(this))
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(typingMs);
    connect(m_delay, &QTimer::timeout, this, &MessagesPresenter::searchNow);
}

void MessagesPresenter::show(const sms::MessageQuery &query)
{
    m_state.query = query;
    m_state.error.reset();
    emit queryChanged(query);
    emit changed();
}

void MessagesPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay->start();
}

void MessagesPresenter::searchNow()
{
    m_delay->stop();
    if (m_state.typed.trimmed() == m_state.query.text)
        return;
    sms::MessageQuery query = m_state.query;
    query.text = m_state.typed.trimmed();
    show(query);
}

void MessagesPresenter::setState(std::optional<State> state)
{
    sms::MessageQuery query = m_state.query;
    query.state = state;
    show(query);
}

void MessagesPresenter::setProvider(const QString &provider)
{
    sms::MessageQuery query = m_state.query;
    query.provider = provider;
    show(query);
}

void MessagesPresenter::clearFilter()
{
    m_delay->stop();
    m_state.typed.clear();
    show({});
}

void MessagesPresenter::select(qint64 id)
{
    if (id == m_state.selected && m_state.details)
        return;
    if (id != m_state.selected) {
        m_state.details.reset();
        m_state.done.reset();
        m_state.deedError.reset();
    }
    m_state.selected = id;
    emit changed();
    readDetails();
}

void MessagesPresenter::readDetails()
{
    if (m_state.selected == 0)
        return;
    m_service.message(this, m_state.selected, [this, asked = m_state.selected](Result<MessageView> view) {
        if (asked != m_state.selected || (view && m_state.details == *view))
            return;
        if (view)
            m_state.details = std::move(*view);
        else
            m_state.deedError = std::move(view.error());
        emit changed();
    });
}

void MessagesPresenter::perform(SmsService::Deed deed)
{
    if (!m_state.may(deed))
        return;
    m_state.busy = true;
    m_state.done.reset();
    m_state.deedError.reset();
    emit changed();
    m_service.perform(this, m_state.selected, deed, [this, deed](Result<void> result) {
        m_state.busy = false;
        if (result)
            m_state.done = deed;
        else
            m_state.deedError = std::move(result.error());
        emit changed();
        refresh();
    });
}

void MessagesPresenter::dismiss()
{
    m_state.done.reset();
    m_state.deedError.reset();
    emit changed();
}

void MessagesPresenter::rowsArrived(int rows)
{
    m_state.error.reset();
    const bool empty = rows == 0 && !m_state.isFiltered();
    if (std::exchange(m_state.empty, empty) != empty || empty)
        emit changed();
}

void MessagesPresenter::queryFailed(const base::Error &error)
{
    m_state.error = error;
    emit changed();
}

void MessagesPresenter::refresh()
{
    emit refreshWanted();
    readDetails();
}

} // namespace pfx::ui
