// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/connection_presenter.h"

#include "core/planfix/account.h"
#include "core/texts/technical.h"

namespace pfx::ui {

ConnectionPresenter::ConnectionPresenter(PlanfixService &service, QObject *parent) : QObject(parent), m_service(service) { }

ConnectionPresenter::~ConnectionPresenter()
{
    m_stop.request_stop();
}

void ConnectionPresenter::adopt(const KeptPlanfix &kept)
{
    m_keptAccount = kept.account;
    if (!m_accountTyped || kept.accountIsGiven) {
        m_accountTyped = false;
        m_state.account = kept.account;
        readAccount();
    }
    m_state.accountIsGiven = kept.accountIsGiven;
    m_state.hasKey = kept.hasKey;
    m_state.keyIsGiven = kept.keyIsGiven;
    m_state.keychain = kept.keychain;
    emit changed();
}

void ConnectionPresenter::readAccount()
{
    const auto account = planfix::Account::parse(m_state.account);
    m_state.address = account ? account->restUrl().toString() : QString();
    m_state.host = account ? account->host() : QString();
}

void ConnectionPresenter::forgetCheck()
{
    m_stop.request_stop();
    ++m_question;
    m_state.phase = ConnectionState::Phase::Idle;
    m_state.lines.clear();
    m_state.diagnosis.reset();
}

void ConnectionPresenter::setAccount(const QString &text)
{
    if (text == m_state.account)
        return;
    m_accountTyped = true;
    m_state.account = text;
    m_state.accountError.clear();
    readAccount();
    forgetCheck();
    emit changed();
}

void ConnectionPresenter::setKey(const QString &text)
{
    if (text == m_state.key)
        return;
    m_state.key = text;
    m_state.keyError.clear();
    forgetCheck();
    emit changed();
}

bool ConnectionPresenter::acceptAccount()
{
    const auto account = planfix::Account::parse(m_state.account);
    m_state.accountError = account ? QString() : texts::technical(account.error().detail);
    emit changed();
    return account.has_value();
}

void ConnectionPresenter::check()
{
    const bool hasAccount = acceptAccount();
    m_state.keyError = m_state.hasAnyKey() ? QString() : tr("Paste the key: without it Planfix does not answer");
    if (!hasAccount || !m_state.keyError.isEmpty()) {
        emit changed();
        return;
    }
    forgetCheck();
    m_stop = base::StopSource();
    m_state.phase = ConnectionState::Phase::Running;
    const quint64 question = m_question;
    m_service.check(
        this, credentials(), m_stop.get_token(),
        [this, question](const QVector<planfix::CheckLine> &lines) {
            if (question != m_question || m_state.diagnosis)
                return;
            m_state.lines = lines;
            emit changed();
        },
        [this, question](base::Result<planfix::Diagnosis> diagnosis) {
            if (question != m_question || !diagnosis)
                return;
            m_state.phase = ConnectionState::Phase::Done;
            m_state.lines = diagnosis->lines;
            m_state.diagnosis = std::move(*diagnosis);
            emit changed();
            emit checked();
        });
    emit changed();
}

void ConnectionPresenter::stop()
{
    if (m_state.phase != ConnectionState::Phase::Running)
        return;
    forgetCheck();
    emit changed();
}

void ConnectionPresenter::revert()
{
    m_accountTyped = false;
    m_state.key.clear();
    m_state.keyError.clear();
    m_state.accountError.clear();
    forgetCheck();
}

void ConnectionPresenter::keyIsKept()
{
    m_state.hasKey = m_state.hasAnyKey();
    m_state.key.clear();
    m_accountTyped = false;
    emit changed();
}

void ConnectionPresenter::addTo(PlanfixDraft &draft) const
{
    if (!m_state.accountIsGiven && m_state.account.trimmed() != m_keptAccount.trimmed())
        draft.settings.insert(QStringLiteral("planfix.account"), m_state.account.trimmed());
    if (!m_state.key.trimmed().isEmpty())
        draft.key = m_state.key.trimmed();
}

} // namespace pfx::ui
