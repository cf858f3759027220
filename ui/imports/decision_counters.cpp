// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/decision_counters.h"

#include "ui/common/counter_card.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace pfx::ui {

using migration::Decision;

static constexpr std::array kDecisions{Decision::Created, Decision::Updated, Decision::Skipped, Decision::Failed};

DecisionCounters::DecisionCounters(CheckPresenter &presenter, RowsTense tense, const QString &stem, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_tense(tense)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    const bool done = tense == RowsTense::Done;
    layout->setSpacing(done ? metrics::CardSpacing : metrics::Spacing); // of five words none is cut in the smallest window
    m_cards = {new CounterCard(stem + QStringLiteral("countCreate"), QStringLiteral("list-add"), Tone::Success, done ? tr("Created") : tr("Create")),
               new CounterCard(stem + QStringLiteral("countUpdate"), QStringLiteral("view-refresh"), Tone::Info, done ? tr("Updated") : tr("Update")),
               new CounterCard(stem + QStringLiteral("countSkip"), QStringLiteral("go-next-skip"), Tone::Muted, done ? tr("Skipped") : tr("Skip")),
               new CounterCard(stem + QStringLiteral("countFail"), toneIcon(Tone::Error), Tone::Error, done ? tr("With an error") : tr("Error"))};
    for (int i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setFilter(true);
        layout->addWidget(m_cards[i]);
        connect(m_cards[i], &CounterCard::toggled, this, [this, decision = kDecisions[static_cast<size_t>(i)]](bool on) {
            m_presenter.setDecision(on ? std::optional(decision) : std::nullopt);
        });
    }
    if (!done) {
        m_warnings = new CounterCard(stem + QStringLiteral("countWarnings"), toneIcon(Tone::Warning), Tone::Warning, tr("Warnings"));
        m_warnings->setFilter(true);
        layout->addWidget(m_warnings);
        connect(m_warnings, &CounterCard::toggled, &m_presenter, &CheckPresenter::setWarningsShown);
    }
    connect(&m_presenter, &CheckPresenter::changed, this, &DecisionCounters::refresh);
    refresh();
}

void DecisionCounters::refresh()
{
    const CheckState &state = m_presenter.state();
    const bool complete = state.phase == CheckState::Phase::Done;
    const migration::Counters counters = complete ? state.report.total() : state.progress.counters;
    const std::array numbers{counters.created, counters.updated, counters.skipped, counters.failed};
    for (int i = 0; i < m_cards.size(); ++i) {
        const auto at = static_cast<size_t>(i);
        const QSignalBlocker blocker(m_cards[i]); // showing the filter does not choose it
        m_cards[i]->setNumber(numbers[at]);
        m_cards[i]->setChecked(state.decision == kDecisions[at]);
        m_cards[i]->setEnabled(complete);
    }
    if (m_warnings) {
        const QSignalBlocker blocker(m_warnings);
        m_warnings->setNumber(complete ? state.warnings : 0);
        m_warnings->setChecked(state.warningsShown);
        m_warnings->setEnabled(complete && (state.warnings > 0 || state.warningsShown));
        m_warnings->setNote(!complete ? tr("known at the end") : state.warnings == 0 ? tr("none") : tr("worth a look"));
    }
    m_cards[0]->setNote(tr("new records"));
    m_cards[1]->setNote(tr("matched ours"));
    m_cards[2]->setNote(tr("without changes"));
    m_cards[3]->setNote(counters.failed == 0 ? tr("none") : m_tense == RowsTense::Done ? tr("not imported") : tr("stay out"));
}

} // namespace pfx::ui
