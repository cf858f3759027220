// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/progress_step.h"

#include "core/texts/texts.h"
#include "ui/common/card.h"
#include "ui/common/counter_card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/table.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/imports/cells.h"
#include "ui/imports/run_words.h"
#include "ui/common/step_parts.h"

#include <QGridLayout>
#include <QHeaderView>

namespace pfx::ui {

static constexpr int kTotalBar = 10;
static constexpr int kProblemsShown = 5;
static constexpr int kPhaseNameWidth = 160;
static constexpr int kWhatIsWrong = 1;
static constexpr qint64 kWorthTelling = 1000;

ProgressStep::ProgressStep(QWidget *parent) : QWidget(parent)
{
    auto *body = new QWidget;
    auto *column = parts::column(body);
    column->addWidget(totalCard());
    m_counterRow = counters();
    column->addWidget(m_counterRow);
    column->addWidget(phasesCard());
    column->addWidget(problemsCard());
    column->addStretch();

    m_stop = plainButton(tr("Stop"), QStringLiteral("stop"), QStringLiteral("media-playback-stop"));
    m_pause = plainButton(tr("Pause"), QStringLiteral("pause"), QStringLiteral("media-playback-pause"));
    m_sentence = parts::caption({});
    auto *layout = parts::column(this);
    layout->addWidget(parts::scrolled(body), 1);
    layout->addLayout(parts::footer({m_stop}, m_sentence, {m_pause}));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
        m_stop->setEnabled(false);
        m_sentence->setText(tr("Stopping after the last rows…"));
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (!m_job)
            return;
        if (m_job->isPaused())
            m_job->resume();
        else
            m_job->pause();
        refresh();
    });
}

/// A number above its word, as in a row of facts.
static QWidget *fact(TextLabel **value, const QString &word, const QString &name)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::PairSpacing);
    *value = parts::section({});
    (*value)->setObjectName(name);
    (*value)->setAccessibleDescription(word);
    layout->addWidget(*value);
    layout->addWidget(new TextLabel(word, TextRole::Caption, Tone::Muted));
    return widget;
}

QWidget *ProgressStep::totalCard()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::PairSpacing);
    m_percent = new TextLabel({}, TextRole::BigNumber);
    m_percent->setObjectName(QStringLiteral("percent"));
    m_records = new TextLabel({}, TextRole::Caption, Tone::Muted);
    left->addWidget(m_percent);
    left->addWidget(m_records);
    row->addLayout(left, 1);
    for (QWidget *widget : {fact(&m_rate, tr("records a second"), QStringLiteral("rate")), fact(&m_elapsed, tr("elapsed"), QStringLiteral("elapsed")),
                            fact(&m_left, tr("left"), QStringLiteral("left"))}) {
        row->addWidget(new Hairline(Qt::Vertical));
        row->addWidget(widget);
    }
    card->body()->addLayout(row);
    m_bar = new ThinProgressBar(QStringLiteral("total"), tr("Progress of the import"), kTotalBar);
    card->body()->addWidget(m_bar);
    m_why = parts::caption({});
    card->body()->addWidget(m_why);
    return card;
}

QWidget *ProgressStep::counters()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    const auto shape = CounterCard::Shape::Flat;
    m_counters = {new CounterCard(QStringLiteral("created"), QStringLiteral("list-add"), Tone::Success, tr("created"), shape),
                  new CounterCard(QStringLiteral("updated"), QStringLiteral("view-refresh"), Tone::Info, tr("updated"), shape),
                  new CounterCard(QStringLiteral("skipped"), QStringLiteral("go-next-skip"), Tone::Muted, tr("skipped"), shape),
                  new CounterCard(QStringLiteral("failed"), toneIcon(Tone::Error), Tone::Error, tr("with an error"), shape)};
    for (CounterCard *card : std::as_const(m_counters)) {
        card->setFilter(false);
        card->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(card, 1);
    }
    return row;
}

QWidget *ProgressStep::phasesCard()
{
    auto *card = new Card(tr("Phases"));
    m_phases = new QGridLayout;
    m_phases->setHorizontalSpacing(metrics::CardSpacing);
    m_phases->setVerticalSpacing(metrics::Spacing);
    m_phases->setColumnMinimumWidth(1, kPhaseNameWidth);
    m_phases->setColumnStretch(2, 1);
    card->body()->addLayout(m_phases);
    return card;
}

QWidget *ProgressStep::problemsCard()
{
    auto *card = new Card(tr("Last problems"));
    m_problemCount = new TextLabel({}, TextRole::Caption, Tone::Muted);
    card->addToHead(m_problemCount);
    m_problems = new Cells(this);
    m_problems->setColumns({{tr("Kind"), false, false, 96}, {tr("What is wrong"), false, true, 240}, {tr("Place"), true, false, 110}});
    m_problemTable = new Table(QStringLiteral("lastProblems"), tr("Last problems"));
    m_problemTable->setWrappedColumn(kWhatIsWrong);
    m_problemTable->setModel(m_problems);
    m_problemTable->setDense(true);
    m_problemTable->setFitToRows(true);
    card->body()->addWidget(m_problemTable);
    // The rows are as high as their words, which changes with the width.
    connect(m_problemTable->verticalHeader(), &QHeaderView::sectionResized, this, &ProgressStep::fitProblems);
    m_problemCard = card;
    return card;
}

void ProgressStep::follow(ImportJob *job)
{
    if (m_job == job)
        return;
    if (m_job)
        disconnect(m_job, nullptr, this, nullptr);
    m_job = job;
    m_stop->setEnabled(true);
    m_shownProblems.clear(); // the rows stay, unseen, until there are others: a screen reader may be in the middle of one
    for (const auto &[phase, line] : m_lines) // and so do the phases
        line.show(false);
    if (job != nullptr) {
        connect(job, &ImportJob::progressChanged, this, &ProgressStep::refresh);
        refresh();
    }
}

void ProgressStep::focusFirst()
{
    m_pause->setFocus(Qt::OtherFocusReason);
}

void ProgressStep::refresh()
{
    if (!m_job)
        return;
    const migration::ImportProgress &progress = m_job->progress();
    const bool undo = isUndo();
    m_counterRow->setVisible(!undo); // what the import created, which now goes
    m_bar->setAccessibleName(undo ? tr("Progress of the undo") : tr("Progress of the import"));
    m_pause->setText(m_job->isPaused() ? tr("Continue") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIconName(m_job->isPaused() ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause"));
    if (m_stop->isEnabled())
        m_sentence->setText(undo ? tr("What was taken back stays taken back") : tr("What is done stays, the import can be continued"));
    m_why->setText(m_job->isPaused() ? tr("Paused. Nothing is lost.")
                   : undo            ? tr("The import is being undone. It goes on when you look at other pages.")
                                     : tr("The import goes on when you look at other pages."));
    refreshTotal(progress);
    refreshPhases(progress);
    refreshProblems(progress);
}

void ProgressStep::refreshTotal(const migration::ImportProgress &progress)
{
    m_percent->setText(percent(progress.done, progress.total));
    if (isUndo())
        m_records->setText(progress.total > 0 ? tr("Taken back: %1").arg(RunWords::outOf(progress.done, progress.total)) : tr("Looking at what is to be taken back…"));
    else
        m_records->setText(progress.total > 0 ? RunWords::outOf(progress.done, progress.total) : tr("Looking through the file…"));
    const bool paused = m_job->isPaused(); // the snapshot is of the moment before
    m_rate->setText(!paused && progress.rowsPerSecond > 0 ? number(qRound64(progress.rowsPerSecond)) : QStringLiteral("—"));
    m_elapsed->setText(duration(progress.elapsedMs));
    m_left->setText(!paused && progress.leftMs ? timeLeft(progress.leftMs) : QStringLiteral("—"));
    m_bar->setProgress(progress.done, progress.total);
    const migration::Counters &counters = progress.counters;
    const std::array numbers{counters.created, counters.updated, counters.skipped, counters.failed};
    for (int i = 0; i < m_counters.size(); ++i)
        m_counters[i]->setNumber(numbers[static_cast<size_t>(i)]);
}

void ProgressStep::PhaseLine::show(bool visible) const
{
    for (QWidget *widget : std::initializer_list<QWidget *>{icon, name, bar, count, note})
        widget->setVisible(visible);
}

ProgressStep::PhaseLine &ProgressStep::line(migration::Phase phase)
{
    PhaseLine &line = m_lines[phase];
    if (line.bar != nullptr)
        return line;
    const QString name = texts::text(phase);
    const int row = static_cast<int>(phase);
    line.icon = new IconLabel(QStringLiteral("clock"), Tone::Muted);
    line.name = new TextLabel(name);
    line.bar = new ThinProgressBar(QStringLiteral("phase%1").arg(row), name);
    line.count = new TextLabel;
    line.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.note = new TextLabel({}, TextRole::Body, Tone::Muted);
    int column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{line.icon, line.name, line.bar, line.count, line.note})
        m_phases->addWidget(widget, row, column++);
    return line;
}

/// A phase that had nothing to do, or was over at once, tells no time.
static QString note(const migration::PhaseProgress &phase, bool current, bool paused)
{
    using migration::Phase;
    if (!phase.finished)
        return !current ? ProgressStep::tr("waiting") : paused ? ProgressStep::tr("paused") : ProgressStep::tr("under way");
    const bool ofRecords = phase.phase != Phase::Inspecting && phase.phase != Phase::Finishing;
    if (ofRecords && phase.total == 0)
        return ProgressStep::tr("none in the file");
    return phase.elapsedMs < kWorthTelling ? ProgressStep::tr("done") : ProgressStep::tr("done in %1").arg(duration(phase.elapsedMs));
}

void ProgressStep::refreshPhases(const migration::ImportProgress &progress)
{
    const bool paused = m_job->isPaused();
    const QString atWork = paused ? QStringLiteral("media-playback-pause") : QStringLiteral("view-refresh");
    for (const migration::PhaseProgress &phase : progress.phases) {
        PhaseLine &shown = line(phase.phase);
        shown.show(true);
        shown.name->setText(isUndo() ? tr("Taking back") : texts::text(phase.phase));
        const bool current = !phase.finished && phase.phase == progress.phase;
        shown.bar->setProgress(phase.finished ? 1 : phase.done, phase.finished ? 1 : phase.total);
        shown.bar->setTone(phase.finished ? Tone::Success : Tone::Primary);
        shown.icon->setIcon(phase.finished ? toneIcon(Tone::Success) : current ? atWork : QStringLiteral("clock"),
                            phase.finished ? Tone::Success : current ? Tone::Info : Tone::Muted);
        shown.name->setTone(current || phase.finished ? Tone::Text : Tone::Muted);
        const bool inBytes = phase.phase == migration::Phase::Inspecting;
        const QString total = inBytes ? bytes(phase.total) : number(phase.total);
        if (phase.finished)
            shown.count->setText(phase.total > 0 ? total : QStringLiteral("—"));
        else if (current && phase.total > 0)
            shown.count->setText(tr("%1 of %2").arg(inBytes ? bytes(phase.done) : number(phase.done), total));
        else
            shown.count->setText(phase.total > 0 ? total : QStringLiteral("—"));
        shown.note->setText(note(phase, current, paused));
    }
}

/// The place has a column of its own.
static QString withoutPlace(const migration::Problem &problem)
{
    const QString text = texts::text(problem), place = RunWords::place(problem.place) + QStringLiteral(": ");
    return text.startsWith(place) ? text.mid(place.size()) : text;
}

void ProgressStep::refreshProblems(const migration::ImportProgress &progress)
{
    // An undo's count begins with that of the import, whose problems are of no matter any more.
    m_problemCard->setVisible(isUndo() ? !progress.lastProblems.isEmpty() : progress.problemCount > 0);
    m_problemCount->setText(isUndo() ? QString() : tr("%1 in all").arg(number(progress.problemCount)));
    if (m_shownProblems == progress.lastProblems)
        return;
    m_shownProblems = progress.lastProblems;
    // Rows are written over, not removed: a screen reader may be in the middle of one.
    const int rows = static_cast<int>(std::min<qsizetype>(kProblemsShown, m_shownProblems.size()));
    if (m_problems->rowCount() > rows)
        m_problems->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const migration::Problem &problem = m_shownProblems[m_shownProblems.size() - 1 - row];
        const QStringList words{texts::text(problem.kind), withoutPlace(problem), RunWords::place(problem.place)};
        if (row == m_problems->rowCount())
            m_problems->addRow(words);
        for (int column = 0; column < words.size(); ++column)
            m_problems->item(row, column)->setText(words[column]);
        m_problems->item(row, kWhatIsWrong)->setToolTip(words[kWhatIsWrong]);
        Cells::setTone(m_problems->item(row, kWhatIsWrong), problem.severity == migration::Severity::Error ? Tone::Error : Tone::Warning);
        Cells::setTone(m_problems->item(row, kWhatIsWrong + 1), Tone::Muted);
    }
    m_problemTable->fitColumns();
    fitProblems();
}

void ProgressStep::fitProblems()
{
    m_problemTable->setFixedHeight(m_problemTable->horizontalHeader()->sizeHint().height() + m_problemTable->verticalHeader()->length() + 1);
}

} // namespace pfx::ui
