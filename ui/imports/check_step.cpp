// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/check_step.h"

#include "ui/common/card.h"
#include "ui/common/prompt.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/common/step_parts.h"
#include "ui/imports/decision_counters.h"
#include "ui/imports/problems_view.h"
#include "ui/imports/rows_view.h"
#include "ui/imports/run_words.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace pfx::ui {

static constexpr int kTotalBar = 10;

CheckStep::CheckStep(CheckPresenter &presenter, Prompt &prompt, ViewSettings &settings, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_prompt(prompt)
{
    m_banner = new Banner(QStringLiteral("checkBanner"));
    m_stack = new QStackedWidget;
    m_rows = new RowsView(presenter, RowsTense::Coming, settings);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(runningCard());
    m_stack->addWidget(warningsCard());

    auto *back = plainButton(tr("Back"), QStringLiteral("back"), QStringLiteral("go-previous"));
    m_download = plainButton(tr("Download the problem rows"), QStringLiteral("downloadProblems"), QStringLiteral("document-save"));
    m_sentence = parts::caption(tr("Nothing has been changed yet"));
    m_sentence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_start = primaryButton(tr("Start the import"), QStringLiteral("start"));
    auto *layout = parts::column(this);
    layout->addWidget(m_banner);
    layout->addWidget(new DecisionCounters(presenter, RowsTense::Coming));
    layout->addWidget(m_stack, 1);
    layout->addLayout(parts::footer({back, m_download}, m_sentence, {m_start}));

    connect(back, &QPushButton::clicked, this, &CheckStep::back);
    connect(m_start, &QPushButton::clicked, this, &CheckStep::start);
    connect(m_download, &QPushButton::clicked, this, [this] { m_presenter.download().prepare(m_presenter.state().report); });
    connect(&m_presenter.download(), &FailedRowsDownload::ready, this, [this](const QString &name) {
        FileQuestion question;
        question.title = tr("Download the problem rows");
        question.name = name;
        m_prompt.saveFile(this, question, [this](const QString &path) { m_presenter.download().write(path); });
    });
    connect(&m_presenter, &CheckPresenter::changed, this, &CheckStep::refresh);
    refresh();
}

QWidget *CheckStep::runningCard()
{
    auto *card = new Card;
    m_running = parts::section({});
    m_running->setObjectName(QStringLiteral("checkRunning"));
    m_bar = new ThinProgressBar(QStringLiteral("checkProgress"), tr("Check"), kTotalBar);
    m_stop = plainButton(tr("Stop the check"), QStringLiteral("stopCheck"), QStringLiteral("media-playback-stop"));
    m_again = plainButton(tr("Check again"), QStringLiteral("checkAgain"), QStringLiteral("view-refresh"));
    card->body()->addWidget(m_running);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(parts::caption(tr("The check does the same as the import, but in a temporary database.")));
    card->body()->addWidget(m_stop, 0, Qt::AlignLeft);
    card->body()->addWidget(m_again, 0, Qt::AlignLeft);
    card->body()->addStretch();
    connect(m_stop, &QPushButton::clicked, &m_presenter, &CheckPresenter::stop);
    connect(m_again, &QPushButton::clicked, this, &CheckStep::checkAgain);
    return card;
}

QWidget *CheckStep::warningsCard()
{
    auto *card = new Card;
    card->body()->addWidget(parts::caption(tr("These rows will be imported; look whether something of them is to be mended in the source first.")));
    m_warnings = new ProblemsView(m_presenter.warnings(), tr("Warnings"), QStringLiteral("check-"));
    card->body()->addWidget(m_warnings, 1);
    return card;
}

void CheckStep::focusFirst()
{
    if (m_presenter.state().warningsShown)
        m_warnings->focusRows();
    else if (m_presenter.state().phase == CheckState::Phase::Done)
        m_rows->focusRows();
    else
        m_start->setFocus(Qt::OtherFocusReason);
}

QWidget *CheckStep::searchField() const
{
    return m_presenter.state().warningsShown ? nullptr : m_rows->searchField();
}

void CheckStep::refresh()
{
    const CheckState &state = m_presenter.state();
    const bool done = state.phase == CheckState::Phase::Done;
    if (state.error)
        m_banner->showError(*state.error);
    else if (!state.done.isEmpty())
        m_banner->showMessage(Severity::Success, state.done);
    else
        m_banner->clear();
    refreshRunning(state);
    m_stack->setCurrentIndex(!done ? 1 : state.warningsShown ? 2 : 0);
    m_download->setVisible(done && state.report.total().failed > 0);
}

void CheckStep::refreshRunning(const CheckState &state)
{
    const bool running = state.phase == CheckState::Phase::Running;
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    m_again->setVisible(!running && state.phase != CheckState::Phase::Done);
    switch (state.phase) {
    case CheckState::Phase::Running:
        m_running->setText(state.progress.total > 0
                               ? tr("Checking: %1").arg(RunWords::outOf(state.progress.done, state.progress.total))
                               : tr("Checking the file…"));
        m_bar->setProgress(state.progress.done, state.progress.total);
        break;
    case CheckState::Phase::Failed:
        m_running->setText(tr("The check did not succeed"));
        break;
    default:
        m_running->setText(tr("The check was stopped"));
        break;
    }
}

} // namespace pfx::ui
