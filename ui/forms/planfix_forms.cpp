// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/planfix_forms.h"

namespace pfx::ui {

using Phase = SavingState::Phase;

PlanfixForms::PlanfixForms(Services &services, QObject *parent)
    : QObject(parent),
      m_service(services),
      m_connection(std::make_unique<ConnectionPresenter>(m_service)),
      m_mapping(std::make_unique<MappingPresenter>(m_service)),
      m_feedback(std::make_unique<FeedbackPresenter>(m_service))
{
    connect(m_connection.get(), &ConnectionPresenter::changed, this, &PlanfixForms::refresh);
    connect(m_connection.get(), &ConnectionPresenter::checked, this, [this] {
        if (const auto &diagnosis = m_connection->state().diagnosis)
            m_mapping->setChoices(*diagnosis, m_connection->credentials());
    });
    connect(m_mapping.get(), &MappingPresenter::changed, this, &PlanfixForms::refresh);
    connect(m_feedback.get(), &FeedbackPresenter::changed, this, &PlanfixForms::refresh);
}

void PlanfixForms::reload()
{
    read({});
}

void PlanfixForms::revert()
{
    m_connection->revert();
    m_mapping->revert();
    m_feedback->revert();
    m_state.phase = Phase::Idle;
    m_state.error.reset();
    read({});
}

void PlanfixForms::fail(const base::Error &error)
{
    m_state.phase = Phase::Failed;
    m_state.error = error;
    emit changed();
}

void PlanfixForms::read(std::function<void()> then)
{
    const quint64 question = ++m_question;
    m_service.kept(this, [this, question, then = std::move(then)](base::Result<KeptPlanfix> kept) {
        if (question != m_question && !then)
            return;
        if (!kept)
            return fail(kept.error());
        m_connection->adopt(*kept);
        m_mapping->adopt(*kept);
        m_feedback->adopt(*kept);
        if (then)
            then();
    });
}

PlanfixDraft PlanfixForms::draft() const
{
    PlanfixDraft draft;
    m_connection->addTo(draft);
    m_mapping->addTo(draft);
    m_feedback->addTo(draft);
    return draft;
}

void PlanfixForms::refresh()
{
    const PlanfixDraft unsaved = draft();
    const QString account = QStringLiteral("planfix.account");
    m_state.unsaved.clear();
    if (unsaved.settings.contains(account))
        m_state.unsaved.append(tr("the account: %1").arg(m_connection->state().host));
    if (unsaved.key)
        m_state.unsaved.append(tr("the key, into the keychain of this computer"));
    if (unsaved.webhookSecret)
        m_state.unsaved.append(tr("the secret part of the address for Planfix, into the keychain"));
    const auto others = unsaved.settings.size() - unsaved.settings.count(account);
    if (others > 0)
        m_state.unsaved.append(tr("settings of the task and of the feedback: %1").arg(others));
    if (m_state.isUnsaved() && m_state.phase == Phase::Done && !m_state.keyLeftOut)
        m_state.phase = Phase::Idle;
    emit changed();
}

PlanfixForms::Part PlanfixForms::save(Keys keys)
{
    if (m_state.phase == Phase::Running)
        return Part::None;
    const bool hasAccount = !m_connection->state().account.trimmed().isEmpty();
    if (hasAccount && !m_connection->acceptAccount())
        return Part::Account;
    if (!m_mapping->state().isValid())
        return Part::Task;
    if (!m_feedback->acceptPublicUrl())
        return Part::Feedback;
    PlanfixDraft draft = this->draft();
    if (keys == Keys::LeftOut) {
        draft.key.reset();
        draft.webhookSecret.reset();
    }
    m_state.phase = Phase::Running;
    m_state.error.reset();
    emit changed();
    m_service.save(this, draft, [this, keys](const base::Result<void> &saved) {
        if (!saved)
            return fail(saved.error());
        if (keys == Keys::Kept)
            m_connection->keyIsKept();
        m_mapping->isKept();
        m_feedback->isKept();
        read([this, keys] {
            m_state.phase = Phase::Done;
            m_state.keyLeftOut = keys == Keys::LeftOut;
            refresh();
            emit this->saved();
        });
    });
    return Part::None;
}

void PlanfixForms::removeKey()
{
    m_service.removeKey(this, [this](const base::Result<void> &removed) {
        if (!removed)
            return fail(removed.error());
        m_connection->revert();
        read({});
    });
}

} // namespace pfx::ui
