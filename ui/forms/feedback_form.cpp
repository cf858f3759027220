// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/feedback_form.h"

#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/copy_row.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/step_parts.h"
#include "ui/forms/feedback_presenter.h"

#include <QBoxLayout>

namespace pfx::ui {

FeedbackForm::FeedbackForm(FeedbackPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("feedbackForm"));
    auto *column = parts::column(this);
    auto *address = new Card(tr("Address for Planfix"));
    auto *chips = new QWidget;
    auto *row = new FlowLayout(chips);
    m_outside = new ChipLabel;
    m_call = new ChipLabel;
    row->addWidget(m_outside);
    row->addWidget(m_call);
    m_address = new CopyRow(tr("Address of the HTTP request"), QStringLiteral("webhookAddress"));
    m_address->setHint(tr("Whoever knows the address may say that a task has changed: paste it into Planfix only"));
    m_note = parts::caption({});
    address->body()->addWidget(chips);
    address->body()->addWidget(m_address);
    address->body()->addWidget(m_note);
    column->addWidget(address);

    auto *scenarios = new Card(tr("Scenarios in Planfix"));
    const QStringList steps{tr("In the task template open “Automation” and add an automatic scenario with the event."),
                            tr("Add the operation “Send an HTTP request”: method POST, the address from above."),
                            tr("Body: as text, type application/json; paste the text of the scenario.")};
    for (int i = 0; i < steps.size(); ++i) {
        auto *step = new TextLabel(QStringLiteral("%1. %2").arg(i + 1).arg(steps[i]));
        step->setWordWrap(true);
        scenarios->body()->addWidget(step);
    }
    const auto &texts = presenter.state().scenarios;
    for (int i = 0; i < texts.size(); ++i) {
        auto *body = new CopyRow(texts[i].name, QStringLiteral("scenario%1").arg(i + 1));
        body->setHint(tr("Event: %1").arg(texts[i].event));
        scenarios->body()->addWidget(body);
        m_bodies.append(body);
    }
    scenarios->body()->addWidget(parts::caption(
        tr("Without scenarios changes are found too, only later: the program looks for changed tasks by itself every few minutes.")));
    column->addWidget(scenarios);
    connect(&presenter, &FeedbackPresenter::changed, this, &FeedbackForm::refresh);
    refresh();
}

void FeedbackForm::refresh()
{
    const FeedbackState &state = m_presenter.state();
    m_address->setText(state.address);
    for (int i = 0; i < m_bodies.size(); ++i)
        m_bodies[i]->setText(state.scenarios.value(i).body);
    if (!state.hasPublicUrl)
        m_outside->setChip({Tone::Warning, {}, tr("not available from outside yet")});
    else if (state.reach == FeedbackState::Reach::NotReached)
        m_outside->setChip({Tone::Error, {}, tr("not reached from outside")});
    else if (state.reach == FeedbackState::Reach::Reached)
        m_outside->setChip({Tone::Success, {}, tr("available from outside")});
    else
        m_outside->setChip({Tone::Muted, QStringLiteral("question"), tr("availability not checked")});
    if (state.lastCall)
        m_call->setChip({Tone::Success, {}, tr("received %1").arg(timeShort(*state.lastCall, m_presenter.nowMs()))});
    else
        m_call->setChip({Tone::Muted, QStringLiteral("clock"), tr("waiting for the first request")});
    m_note->setText(!state.isSecretKept         ? (state.isSecretWanted ? tr("The address begins to work when you press “Finish”.")
                                                                        : tr("The address begins to work when it has been made: the button is above."))
                        : !state.server.isListening() ? tr("The server of this program is not listening: switch it on in the settings.")
                                                      : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace pfx::ui
