// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/suppressed_presenter.h"

#include "core/mailing/address.h"

namespace pfx::ui {

using base::Result;
using Body = SuppressedState::Body;
using Deed = SuppressedState::Deed;

namespace {
constexpr int searchDelayMs = 200;
}

SuppressedPresenter::SuppressedPresenter(MailingService &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(searchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &SuppressedPresenter::searchNow);
}

void SuppressedPresenter::reload()
{
    m_state.error.reset();
    m_state.count.reset();
    m_state.body = Body::Loading;
    emit changed();
    emit queryChanged(m_state.search);
}

void SuppressedPresenter::setTyped(const QString &text)
{
    m_state.typed = text;
    m_delay.start();
}

void SuppressedPresenter::searchNow()
{
    m_delay.stop();
    if (m_state.typed.trimmed() == m_state.search)
        return;
    m_state.search = m_state.typed.trimmed();
    reload();
}

void SuppressedPresenter::firstRowsArrived(qint64 rows)
{
    m_state.body = rows > 0 ? Body::Rows : m_state.search.isEmpty() ? Body::Empty : Body::NothingFound;
    emit changed();
}

void SuppressedPresenter::counted(qint64 rows)
{
    m_state.count = rows;
    emit changed();
}

void SuppressedPresenter::queryFailed(const base::Error &error)
{
    m_state.body = Body::Failed;
    m_state.error = error;
    emit changed();
}

void SuppressedPresenter::setEmail(const QString &email)
{
    m_state.email = email;
    m_state.badEmail = false;
    emit changed();
}

void SuppressedPresenter::setReason(mailing::Reason reason)
{
    m_state.reason = reason;
}

void SuppressedPresenter::begin()
{
    m_state.busy = true;
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
}

void SuppressedPresenter::finish(Result<void> result, Deed deed, const QString &what)
{
    m_state.busy = false;
    if (result) {
        m_state.done = deed;
        m_state.what = what;
    } else {
        m_state.deedError = std::move(result.error());
    }
    emit changed();
    if (result && deed != Deed::Exported)
        reload();
}

void SuppressedPresenter::add()
{
    const QString email = m_state.email.trimmed();
    if (!m_state.canAdd())
        return;
    if (!mailing::readAddress(email)) {
        m_state.badEmail = true;
        emit changed();
        return;
    }
    begin();
    mailing::Suppression suppression;
    suppression.email = email;
    suppression.reason = m_state.reason;
    m_service.suppress(this, suppression, [this, email](Result<void> result) {
        if (result)
            m_state.email.clear();
        finish(std::move(result), Deed::Added, email);
    });
}

void SuppressedPresenter::remove(const QStringList &emails)
{
    if (emails.isEmpty() || m_state.busy)
        return;
    begin();
    m_service.unsuppress(this, emails, [this, emails](Result<void> result) {
        finish(std::move(result), Deed::Removed, emails.join(QStringLiteral(", ")));
    });
}

void SuppressedPresenter::importFrom(const QString &path)
{
    if (m_state.busy)
        return;
    begin();
    m_service.importSuppressions(this, path, [this, path](Result<ImportedAddresses> result) {
        if (result)
            m_state.imported = *result;
        finish(result.map([](const ImportedAddresses &) {}), Deed::Imported, path);
    });
}

void SuppressedPresenter::exportTo(const QString &path)
{
    if (m_state.busy)
        return;
    begin();
    m_service.exportSuppressions(this, path, [this, path](Result<void> result) { finish(std::move(result), Deed::Exported, path); });
}

void SuppressedPresenter::dismiss()
{
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
}

} // namespace pfx::ui
