// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/check_list.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/step_parts.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/forms/connection_presenter.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QGridLayout>
#include <QUrl>

#include <algorithm>

namespace pfx::ui {

struct CheckList::Line {
    IconLabel *icon;
    TextLabel *title, *scope, *note;
    ChipLabel *chip;
};

CheckList::CheckList(ConnectionPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("keyCheck"));
    auto *column = parts::column(this);
    m_card = new Card(tr("Check of the key"));
    m_summary = parts::caption({});
    m_summary->setWordWrap(false);
    m_stop = plainButton(tr("Stop the check"), QStringLiteral("stopCheck"), QStringLiteral("media-playback-stop"));
    m_check = plainButton(tr("Check"), QStringLiteral("checkKey"), QStringLiteral("view-refresh"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_summary, m_stop, m_check})
        m_card->addToHead(widget);
    m_progress = new ThinProgressBar(QStringLiteral("checkProgress"), tr("Progress of the check"));
    m_card->body()->addWidget(m_progress);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(metrics::Spacing);
    m_grid->setColumnStretch(2, 1);
    m_card->body()->addLayout(m_grid);
    m_banner = new Banner(QStringLiteral("keyBanner"));
    column->addWidget(m_banner);
    column->addWidget(m_card);
    connect(m_check, &QPushButton::clicked, &presenter, &ConnectionPresenter::check);
    connect(m_stop, &QPushButton::clicked, &presenter, &ConnectionPresenter::stop);
    connect(&presenter, &ConnectionPresenter::changed, this, &CheckList::refresh);
    refresh();
}

CheckList::~CheckList() = default;

CheckList::Line &CheckList::line(int index)
{
    while (static_cast<int>(m_lines.size()) <= index) {
        const int row = static_cast<int>(m_lines.size());
        Line line{new IconLabel({}, Tone::Muted), new TextLabel, parts::caption({}), parts::caption({}), new ChipLabel};
        line.scope->setFont(scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), TextRole::Small));
        line.scope->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line.scope->setWordWrap(false);
        auto *names = new QVBoxLayout;
        names->setSpacing(0);
        names->addWidget(line.title);
        names->addWidget(line.scope);
        m_grid->addWidget(line.icon, row, 0, Qt::AlignVCenter);
        m_grid->addLayout(names, row, 1);
        m_grid->addWidget(line.note, row, 2, Qt::AlignVCenter);
        m_grid->addWidget(line.chip, row, 3, Qt::AlignRight | Qt::AlignVCenter);
        m_lines.push_back(line);
    }
    return m_lines[static_cast<size_t>(index)];
}

void CheckList::showLine(Line &line, const CheckRow &row)
{
    const bool isDone = row.state == CheckRow::State::Done;
    const bool isRunning = row.state == CheckRow::State::Running;
    const Tone tone = isDone ? row.tone : isRunning ? Tone::Info : Tone::Muted;
    line.icon->setIcon(!row.chip.icon.isEmpty() ? row.chip.icon : isRunning ? QStringLiteral("view-refresh") : toneIcon(tone), tone);
    line.title->setText(row.title);
    line.title->setTone(tone == Tone::Error ? Tone::Error : isDone || isRunning ? Tone::Text : Tone::Muted);
    QFont font = line.title->font();
    font.setWeight(tone == Tone::Error ? QFont::DemiBold : QFont::Normal);
    line.title->setFont(font);
    line.scope->setText(row.scope);
    line.scope->setVisible(!row.scope.isEmpty());
    line.note->setText(row.note);
    line.chip->setChip(row.chip);
    line.chip->setVisible(!row.chip.text.isEmpty());
    QString state = !row.chip.text.isEmpty() ? row.chip.text : isDone ? tr("Yes") : isRunning ? tr("being checked") : tr("not checked yet");
    line.title->setAccessibleName(QStringLiteral("%1 %2: %3. %4").arg(row.title, row.scope, state, row.note).simplified());
}

void CheckList::refresh()
{
    const ConnectionState &state = m_presenter.state();
    const bool isRunning = state.phase == ConnectionState::Phase::Running;
    const QVector<CheckRow> rows =
        CheckWords::rows(state.lines, state.diagnosis ? &*state.diagnosis : nullptr, state.host, isRunning);
    if (rows != m_shown) {
        m_shown = rows;
        for (int i = 0; i < rows.size(); ++i)
            showLine(line(i), rows[i]);
    }
    m_stop->setVisible(isRunning);
    const bool isToldBelow = state.diagnosis && CheckWords::verdict(*state.diagnosis).severity != Severity::Success;
    m_check->setVisible(!isRunning && !isToldBelow); // else the banner has the button
    m_check->setText(state.diagnosis ? tr("Check again") : tr("Check"));
    m_check->setAccessibleName(m_check->text());
    const auto done = std::count_if(rows.begin(), rows.end(), [](const CheckRow &row) { return row.state == CheckRow::State::Done; });
    m_progress->setVisible(isRunning);
    m_progress->setProgress(done, rows.size());
    m_summary->setText(isRunning       ? tr("%1 of %2").arg(done).arg(rows.size())
                           : state.diagnosis ? CheckWords::summary(*state.diagnosis)
                                             : tr("Nothing is made or changed in Planfix"));
    showVerdict();
}

void CheckList::showVerdict()
{
    const auto &diagnosis = m_presenter.state().diagnosis;
    if (!diagnosis) {
        m_verdictShown.clear();
        m_banner->clear();
        return;
    }
    const CheckVerdict verdict = CheckWords::verdict(*diagnosis);
    QStringList lines;
    if (!verdict.sentence.isEmpty())
        lines.append(verdict.sentence);
    for (int i = 0; i < verdict.steps.size(); ++i)
        lines.append(QStringLiteral("%1. %2").arg(i + 1).arg(verdict.steps[i]));
    const QString shown = verdict.fact + lines.join(QLatin1Char('\n'));
    if (shown == m_verdictShown)
        return; // what is unfolded stays so
    m_verdictShown = shown;
    m_banner->clear();
    if (verdict.severity != Severity::Success) {
        Button *again = m_banner->addAction(tr("Check again"), QStringLiteral("checkAgain"), ButtonKind::Primary, QStringLiteral("view-refresh"));
        connect(again, &QPushButton::clicked, &m_presenter, &ConnectionPresenter::check);
    }
    if (!verdict.steps.isEmpty()) {
        Button *open = m_banner->addAction(tr("Open Planfix"), QStringLiteral("openPlanfix"), ButtonKind::Normal, QStringLiteral("internet-services"));
        connect(open, &QPushButton::clicked, this, [this] {
            QUrl page(m_presenter.state().address);
            page.setPath(QStringLiteral("/"));
            QDesktopServices::openUrl(page);
        });
    }
    m_banner->showMessage(verdict.severity, verdict.fact, lines.join(QLatin1Char('\n')), verdict.technical);
}

} // namespace pfx::ui
