// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/stop_list_presenter.h"

#include "core/base/phone.h"

#include <algorithm>

namespace pfx::ui {

using base::Error;
using base::Result;
using Deed = StopListState::Deed;

namespace {

constexpr int searchDelayMs = 200;

template <typename Answer> std::optional<Error> errorOf(const Answer &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

StopListPresenter::StopListPresenter(SmsService &service, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(searchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &StopListPresenter::reload);
}

void StopListPresenter::reload()
{
    m_delay.stop();
    m_service.stopList(this, m_state.typed.trimmed(), [this](Result<sms::StopListView> view) {
        m_state.loading = false;
        m_state.error = errorOf(view);
        if (view)
            m_state.view = std::move(*view);
        emit changed();
    });
}

void StopListPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay.start();
}

void StopListPresenter::setNumber(const QString &number)
{
    m_state.number = number;
    m_state.badNumber = false;
    emit changed();
}

void StopListPresenter::setReason(const QString &reason)
{
    m_state.reason = reason;
}

void StopListPresenter::begin()
{
    m_state.busy = true;
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
}

void StopListPresenter::finish(std::optional<Error> error, Deed deed, const QString &what)
{
    m_state.busy = false;
    m_state.done = error ? Deed::None : deed;
    m_state.what = what;
    m_state.deedError = std::move(error);
    emit changed();
    reload(); // also after a failure: a part of a file may be in
}

void StopListPresenter::add()
{
    if (!m_state.canAdd())
        return;
    const auto phone = base::normalizePhone(m_state.number);
    if (!phone) {
        m_state.badNumber = true;
        emit changed();
        return;
    }
    begin();
    m_service.stopNumber(this, {phone->e164, m_state.reason.trimmed(), m_clock.nowMs()}, [this, number = phone->e164](const Result<AddedNumbers> &added) {
        if (added) {
            m_state.number.clear();
            m_state.reason.clear();
        }
        finish(errorOf(added), added && added->added > 0 ? Deed::Added : Deed::Known, number);
    });
}

bool StopListPresenter::isInSetting(const QString &recipient) const
{
    const auto &rows = m_state.view.rows;
    return std::any_of(rows.cbegin(), rows.cend(), [&](const sms::Stopped &one) { return one.inSetting && one.recipient == recipient; });
}

void StopListPresenter::allow(const QStringList &chosen)
{
    if (m_state.busy || chosen.isEmpty())
        return;
    begin();
    QStringList recipients = chosen;
    m_state.left = recipients.removeIf([this](const QString &recipient) { return isInSetting(recipient); });
    if (recipients.isEmpty()) {
        finish({}, Deed::InSetting, chosen.size() == 1 ? chosen.first() : QString::number(chosen.size()));
        return;
    }
    m_service.allowNumbers(this, recipients, [this, recipients](const Result<void> &allowed) {
        finish(errorOf(allowed), Deed::Allowed, recipients.size() == 1 ? recipients.first() : QString::number(recipients.size()));
    });
}

void StopListPresenter::importFrom(const QString &path)
{
    if (m_state.busy)
        return;
    begin();
    m_service.importStopList(this, path, [this](const Result<AddedNumbers> &imported) {
        m_state.imported = imported.value_or(AddedNumbers());
        finish(errorOf(imported), Deed::Imported, {});
    });
}

} // namespace pfx::ui
