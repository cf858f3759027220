// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_presenter.h"

#include <algorithm>

namespace pfx::ui {

using planfix::Granted;

namespace {

constexpr int stepCount = 5;

SetupStep stepAt(int index)
{
    return static_cast<SetupStep>(std::clamp(index, 0, stepCount - 1));
}

} // namespace

SetupPresenter::SetupPresenter(Services &services, QObject *parent) : QObject(parent), m_forms(services), m_testOrder(services)
{
    feedback().wantSecret(); // the texts to paste are for use
    connect(&m_forms, &PlanfixForms::changed, this, &SetupPresenter::refresh);
    connect(&m_testOrder, &TestOrder::changed, this, &SetupPresenter::refresh);
    refresh();
}

void SetupPresenter::refresh()
{
    m_state.marks.clear();
    for (int i = 0; i < stepCount; ++i)
        m_state.marks.append(mark(stepAt(i)));
    emit changed();
}

// --- how each step stands ---

StepMark SetupPresenter::keyMark()
{
    const ConnectionState &state = connection().state();
    if (state.phase == ConnectionState::Phase::Running)
        return {StepMark::State::Open, tr("being checked")};
    if (!state.diagnosis)
        return {StepMark::State::Open, state.hasAnyKey() ? tr("not checked yet") : tr("paste and check")};
    if (state.diagnosis->stopped)
        return {StepMark::State::Trouble, tr("the check stopped")};
    const auto missing = std::count_if(state.diagnosis->scopes.begin(), state.diagnosis->scopes.end(), [](const planfix::ScopeProof &proof) {
        return proof.scope.isRequired && proof.granted == Granted::No;
    });
    if (missing > 0)
        return {StepMark::State::Trouble, tr("%n right(s) missing", nullptr, static_cast<int>(missing))};
    return {StepMark::State::Done, tr("works")};
}

StepMark SetupPresenter::testMark()
{
    const TestOrderState &state = m_testOrder.state();
    if (state.phase == TestOrderState::Phase::Arrived && state.progress)
        return {StepMark::State::Done, tr("task No. %1").arg(state.progress->order.planfixId)};
    if (!troubleOf(state).isEmpty())
        return {StepMark::State::Trouble, tr("it did not arrive")};
    return {StepMark::State::Open, canTest() ? tr("saved, try it") : tr("the whole way at once")};
}

StepMark SetupPresenter::mark(SetupStep step)
{
    switch (step) {
    case SetupStep::Account: {
        const ConnectionState &state = connection().state();
        if (!state.accountError.isEmpty())
            return {StepMark::State::Trouble, tr("not an account")};
        return state.host.isEmpty() ? StepMark{StepMark::State::Open, tr("its name or address")} : StepMark{StepMark::State::Done, state.host};
    }
    case SetupStep::Key:
        return keyMark();
    case SetupStep::Task: {
        const MappingState &state = mapping().state();
        if (!state.isValid())
            return {StepMark::State::Trouble, tr("something does not fit")};
        if (state.templateId == 0)
            return {StepMark::State::Open, tr("what an order becomes")};
        return {StepMark::State::Done, tr("template No. %1").arg(state.templateId)};
    }
    case SetupStep::Feedback: {
        const FeedbackState &state = feedback().state();
        if (state.lastCall)
            return {StepMark::State::Done, tr("received")};
        return {StepMark::State::Open, state.publicUrl.trimmed().isEmpty() ? tr("texts for scenarios") : tr("waits for the first request")};
    }
    case SetupStep::TestOrder:
        return testMark();
    }
    return {};
}

// --- the way through ---

void SetupPresenter::goTo(SetupStep step)
{
    if (step == m_state.step)
        return;
    m_state.step = step;
    refresh();
    emit stepChanged();
    // What the template has is known only by a check; one that is kept and works need not be asked for.
    const ConnectionState &state = connection().state();
    const bool needsChoices = step == SetupStep::Task && !mapping().state().hasChoices;
    if (needsChoices && state.phase == ConnectionState::Phase::Idle && !state.host.isEmpty() && state.hasAnyKey())
        connection().check();
}

void SetupPresenter::back()
{
    goTo(stepAt(static_cast<int>(m_state.step) - 1));
}

void SetupPresenter::later()
{
    goTo(stepAt(static_cast<int>(m_state.step) + 1));
}

void SetupPresenter::next()
{
    switch (m_state.step) {
    case SetupStep::Account:
        if (!connection().acceptAccount())
            return;
        break;
    case SetupStep::Key:
        if (connection().state().phase == ConnectionState::Phase::Running)
            return;
        if (!connection().state().diagnosis)
            return connection().check(); // the same key goes on once the lines have been seen
        break;
    case SetupStep::Task:
        if (!mapping().state().isValid())
            return;
        break;
    case SetupStep::Feedback:
        if (!feedback().acceptPublicUrl())
            return;
        break;
    case SetupStep::TestOrder:
        return finish();
    }
    later();
}

bool SetupPresenter::canTest()
{
    const ConnectionState &state = connection().state();
    // Without a keychain a secret for the scenarios stays unsaved; an order needs but the key, which the environment may give.
    const bool keyIsThere = saving().keyLeftOut && state.hasKey && state.key.isEmpty();
    return hasAccount() && (!saving().isUnsaved() || keyIsThere) && saving().phase != SavingState::Phase::Running;
}

void SetupPresenter::mendTestOrder()
{
    if (!hasAccount())
        return goTo(SetupStep::Account);
    goTo(SetupStep::Key);
    if (hasKey())
        connection().check();
}

void SetupPresenter::finish()
{
    save(PlanfixForms::Keys::Kept);
}

void SetupPresenter::finishWithoutKeys()
{
    save(PlanfixForms::Keys::LeftOut);
}

void SetupPresenter::save(PlanfixForms::Keys keys)
{
    switch (m_forms.save(keys)) {
    case PlanfixForms::Part::None:
        return;
    case PlanfixForms::Part::Account:
        return goTo(SetupStep::Account);
    case PlanfixForms::Part::Task:
        return goTo(SetupStep::Task);
    case PlanfixForms::Part::Feedback:
        return goTo(SetupStep::Feedback);
    }
}

} // namespace pfx::ui
