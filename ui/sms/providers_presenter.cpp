// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/providers_presenter.h"

#include "core/sms/driver_table.h"

namespace pfx::ui {

using base::ErrorCode;
using base::Result;

QStringList ProvidersState::access() const
{
    const sms::DriverKind *kind = sms::findDriver(draft.driver);
    return kind ? kind->access : QStringList();
}

bool ProvidersState::wantsUrl() const
{
    const sms::DriverKind *kind = sms::findDriver(draft.driver);
    return kind && kind->wantsUrl;
}

QString ProvidersState::usualUrl() const
{
    const sms::DriverKind *kind = sms::findDriver(draft.driver);
    return kind ? kind->defaultUrl : QString();
}

ProvidersPresenter::ProvidersPresenter(SmsService &service, Standing &standing, QObject *parent)
    : QObject(parent), m_service(service), m_standing(standing)
{
    connect(&standing, &Standing::changed, this, &ProvidersPresenter::changed);
}

QStringList ProvidersPresenter::drivers()
{
    QStringList names;
    for (const sms::DriverKind &kind : sms::driverKinds())
        names.append(kind.name);
    return names;
}

QString ProvidersPresenter::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int i = 2; m_standing.state().provider(name); ++i)
        name = QStringLiteral("%1-%2").arg(wanted).arg(i);
    return name;
}

void ProvidersPresenter::begin()
{
    m_state.editing = true;
    m_state.isNew = true;
    m_state.draft = {};
    m_state.draft.driver = drivers().first();
    m_state.draft.name = freeName(m_state.draft.driver);
    m_nameIsOurs = true;
    m_state.wrongField.clear();
    m_state.saved.clear();
    m_state.error.reset();
    emit changed();
}

void ProvidersPresenter::edit(const QString &name)
{
    const ProviderView *view = m_standing.state().provider(name);
    if (!view)
        return;
    begin();
    m_state.isNew = false;
    m_state.draft = {view->name, view->driver, view->url, view->rate, view->price, view->options, {}, {}, {}};
    m_nameIsOurs = false;
    emit changed();
}

void ProvidersPresenter::setDraft(const sms::ProviderDraft &draft)
{
    if (draft == m_state.draft)
        return;
    const bool otherDriver = draft.driver != m_state.draft.driver;
    if (draft.name != m_state.draft.name)
        m_nameIsOurs = false;
    m_state.draft = draft;
    if (otherDriver && m_nameIsOurs)
        m_state.draft.name = freeName(draft.driver);
    m_state.wrongField.clear();
    m_state.error.reset();
    emit changed();
}

void ProvidersPresenter::leave()
{
    m_state.editing = false;
    m_state.draft = {}; // its secrets go
    m_state.error.reset();
    emit changed();
}

void ProvidersPresenter::save()
{
    if (m_state.busy || !m_state.editing)
        return;
    m_state.wrongField.clear();
    m_state.error.reset();
    if (m_state.isNew && m_standing.state().provider(m_state.draft.name)) {
        m_state.wrongField = QStringLiteral("name");
        m_state.wrongDetail.clear();
        emit changed();
        return;
    }
    m_state.busy = true;
    emit changed();
    m_service.saveProvider(this, m_state.draft, [this, name = m_state.draft.name](Result<void> result) {
        m_state.busy = false;
        if (result) {
            m_state.editing = false;
            m_state.draft = {};
            m_state.saved = name;
        } else if (result.error().code == ErrorCode::Validation) {
            // A setting's name or a part of one: "provider.<name>.rate", "options.method".
            const QString &where = result.error().where;
            const QString part = where.startsWith(QLatin1String("provider.")) ? where.section(QLatin1Char('.'), -1) : where.section(QLatin1Char('.'), 0, 0);
            m_state.wrongField = part;
            m_state.wrongDetail = result.error().detail;
        } else {
            m_state.error = std::move(result.error());
        }
        emit changed();
        if (!m_state.saved.isEmpty()) {
            m_standing.reload();
            check(m_state.saved);
        }
    });
}

SmsService::Answer<void> ProvidersPresenter::then()
{
    m_state.busy = true;
    m_state.saved.clear();
    m_state.error.reset();
    emit changed();
    return [this](Result<void> result) {
        m_state.busy = false;
        if (!result)
            m_state.error = std::move(result.error());
        emit changed();
        m_standing.reload();
    };
}

void ProvidersPresenter::remove(const QString &name)
{
    if (m_state.busy)
        return;
    m_state.checks.remove(name);
    if (m_state.editing && m_state.draft.name == name)
        leave();
    m_service.removeProvider(this, name, then());
}

void ProvidersPresenter::move(const QString &name, int by)
{
    QStringList names;
    for (const ProviderView &one : m_standing.state().facts.providers)
        names.append(one.name);
    const qsizetype from = names.indexOf(name), to = from + by;
    if (m_state.busy || from < 0 || to < 0 || to >= names.size())
        return;
    names.move(from, to);
    m_service.orderProviders(this, names, then());
}

void ProvidersPresenter::pause(const QString &name, sms::Pause pause)
{
    if (!m_state.busy)
        m_service.pauseProvider(this, name, pause, then());
}

void ProvidersPresenter::wake()
{
    if (!m_state.busy)
        m_service.wakeProviders(this, then());
}

void ProvidersPresenter::check(const QString &name)
{
    ProvidersState::Checked &checked = m_state.checks[name];
    if (checked.running)
        return;
    checked = {true, {}, {}};
    emit changed();
    m_service.checkProvider(this, name, [this, name](Result<sms::ProviderCheck> result) {
        ProvidersState::Checked &done = m_state.checks[name];
        done.running = false;
        const ProviderView *view = m_standing.state().provider(name);
        const bool isMended = result && !result->trouble && view && view->state.state == QLatin1String("paused");
        if (result)
            done.check = std::move(*result);
        else
            done.error = std::move(result.error());
        emit changed();
        if (isMended)
            wake(); // whoever serves it need not wait until it tries again by itself
    });
}

} // namespace pfx::ui
