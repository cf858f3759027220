// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/credentials_presenter.h"

#include <algorithm>

namespace pfx::ui {

using base::ErrorCode;
using base::Result;
using Wrong = CredentialsState::Wrong;

CredentialsPresenter::CredentialsPresenter(SmsService &service, Standing &standing, QObject *parent)
    : QObject(parent), m_service(service), m_standing(standing)
{
    connect(&standing, &Standing::changed, this, &CredentialsPresenter::follow);
}

void CredentialsPresenter::follow()
{
    const auto &known = m_standing.state().facts.credentials;
    const bool isKnown = std::any_of(known.cbegin(), known.cend(), [this](const auto &one) { return one.name == m_state.chosen; });
    if (!isKnown && !m_state.made) { // one that was just made is listed a moment later
        m_state.chosen = known.isEmpty() ? QString() : known.first().name;
        m_state.secrets.reset();
        reveal();
    }
    emit changed();
}

void CredentialsPresenter::reveal()
{
    if (m_state.chosen.isEmpty())
        return;
    m_service.reveal(this, m_state.chosen, [this, asked = m_state.chosen](Result<sms::CredentialSecrets> secrets) {
        if (asked != m_state.chosen)
            return;
        if (secrets)
            m_state.secrets = std::move(*secrets);
        else
            m_state.error = std::move(secrets.error());
        emit changed();
    });
}

void CredentialsPresenter::choose(const QString &name)
{
    if (name == m_state.chosen)
        return;
    m_state.chosen = name;
    m_state.secrets.reset();
    m_state.made = false;
    m_state.revoked = false;
    m_state.error.reset();
    emit changed();
    reveal();
}

void CredentialsPresenter::setDraft(const QString &name)
{
    m_state.draft = name;
    m_state.wrong = Wrong::None;
    emit changed();
}

void CredentialsPresenter::makeFirst()
{
    make(sms::defaultCredential);
}

void CredentialsPresenter::makeAnother()
{
    make(m_state.draft.trimmed());
}

void CredentialsPresenter::make(const QString &name)
{
    if (m_state.busy)
        return;
    m_state.busy = true;
    m_state.wrong = Wrong::None;
    m_state.revoked = false;
    m_state.error.reset();
    emit changed();
    m_service.makeCredential(this, name, [this](Result<sms::CredentialSecrets> made) {
        m_state.busy = false;
        if (made) {
            m_state.chosen = made->name;
            m_state.secrets = std::move(*made);
            m_state.made = true;
            m_state.draft.clear();
        } else if (made.error().code == ErrorCode::Validation) {
            m_state.wrong = Wrong::Name;
        } else if (made.error().code == ErrorCode::Conflict) {
            m_state.wrong = Wrong::Taken;
        } else {
            m_state.error = std::move(made.error());
        }
        emit changed();
        m_standing.reload();
    });
}

void CredentialsPresenter::revokeChosen()
{
    if (m_state.busy || m_state.chosen.isEmpty())
        return;
    m_state.busy = true;
    m_state.error.reset();
    emit changed();
    m_service.revokeCredential(this, m_state.chosen, [this](Result<void> result) {
        m_state.busy = false;
        m_state.revoked = result.has_value();
        m_state.made = m_state.made && !result;
        if (!result)
            m_state.error = std::move(result.error());
        emit changed();
        m_standing.reload();
    });
}

} // namespace pfx::ui
