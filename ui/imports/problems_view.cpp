// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/problems_view.h"

#include "core/texts/texts.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/step_parts.h"
#include "ui/imports/cells.h"
#include "ui/imports/run_words.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QSignalBlocker>

namespace pfx::ui {

enum ProblemColumn { kPlace, kRecord, kReason, kMore };
static constexpr int kProblemsSeen = 4;

ProblemsView::ProblemsView(ProblemsPresenter &presenter, const QString &name, const QString &stem, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_stem(stem)
{
    m_reasons = new QWidget;
    new FlowLayout(m_reasons);
    m_problems = new Cells(this);
    m_problems->setColumns({{tr("Place")}, {tr("Record")}, {tr("Reason")}, {tr("More"), false, true, 180}});
    m_table = new Table(stem + QStringLiteral("problems"), name);
    m_table->setWrappedColumn(kMore);
    m_table->setMinimumHeight(kProblemsSeen * metrics::RowHeight); // a low window scrolls the page instead
    m_table->setModel(m_problems);
    auto *layout = parts::column(this);
    layout->addWidget(m_reasons);
    layout->addWidget(m_table, 1);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_table->verticalScrollBar()->maximum())
            m_presenter.fetchMore();
    });
    connect(&m_presenter, &ProblemsPresenter::changed, this, &ProblemsView::refreshReasons);
    connect(&m_presenter, &ProblemsPresenter::linesReset, this, [this] { m_problems->removeAllRows(); });
    connect(&m_presenter, &ProblemsPresenter::lineAdded, this, &ProblemsView::addLine);
    connect(&m_presenter, &ProblemsPresenter::lineChanged, this, &ProblemsView::changeLine);
    connect(&m_presenter, &ProblemsPresenter::pageAdded, this, [this] { m_table->fitColumns(); });
    refreshReasons();
}

void ProblemsView::focusRows()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ProblemsView::addReason(const QString &word, qint64 count, std::optional<migration::ProblemCode> code)
{
    auto *button = plainButton(tr("%1  %2").arg(word, number(count)),
                               m_stem + QStringLiteral("reason%1").arg(code ? static_cast<int>(*code) : -1));
    button->setCheckable(true);
    connect(button, &QPushButton::toggled, this, [this, code](bool on) { // a screen reader toggles without a click
        m_presenter.setReason(on ? code : std::nullopt);
        refreshReasons();
    });
    m_reasons->layout()->addWidget(button);
}

void ProblemsView::refreshReasons()
{
    const ProblemsState &state = m_presenter.state();
    if (state.counts != m_shownCounts) {
        m_shownCounts = state.counts;
        qDeleteAll(m_reasons->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        while (QLayoutItem *item = m_reasons->layout()->takeAt(0))
            delete item;
        if (!state.counts.isEmpty())
            addReason(tr("All"), state.all(), std::nullopt);
        for (const auto &[code, count] : state.counts)
            addReason(texts::text(code), count, code);
    }
    const QString checked = m_stem + QStringLiteral("reason%1").arg(state.reason ? static_cast<int>(*state.reason) : -1);
    for (auto *button : m_reasons->findChildren<QPushButton *>()) {
        const QSignalBlocker blocker(button);
        button->setChecked(button->objectName() == checked);
    }
}

/// What the chip beside it does not say already: without the place and the name of the reason.
static QString more(const migration::Problem &problem)
{
    QString text = texts::text(problem);
    const QString place = problem.place + QStringLiteral(": ");
    if (!problem.place.isEmpty() && text.startsWith(place))
        text.remove(0, place.size());
    const QString reason = texts::text(problem.code);
    for (const QString &end : {QStringLiteral(": "), QStringLiteral(". ")}) {
        const qsizetype at = text.indexOf(reason + end);
        if (at >= 0)
            return text.remove(at, reason.size() + end.size());
    }
    return text;
}

void ProblemsView::addLine(int line)
{
    const migration::Problem &problem = m_presenter.state().lines.at(line).first;
    const QString reason = texts::text(problem.code);
    const QString record = QStringLiteral("%1 %2").arg(texts::text(problem.kind), problem.externalId).trimmed();
    const QList<QStandardItem *> items = m_problems->addRow({RunWords::place(problem.place), record, reason, more(problem)});
    Cells::setTone(items[kPlace], Tone::Muted);
    Cells::setChip(items[kReason], {problem.severity == migration::Severity::Error ? Tone::Error : Tone::Warning, {}, reason});
    if (const int last = m_problems->rowCount() - 1; line != last)
        m_problems->insertRow(line, m_problems->takeRow(last));
}

void ProblemsView::changeLine(int line)
{
    const ProblemLine &shown = m_presenter.state().lines.at(line);
    m_problems->item(line, kRecord)->setText(m_presenter.state().more ? tr("many records") : records(shown.count));
    m_problems->item(line, kPlace)->setText(tr("%1 and others").arg(RunWords::place(shown.first.place)));
}

} // namespace pfx::ui
