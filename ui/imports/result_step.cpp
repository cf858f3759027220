// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/result_step.h"

#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/prompt.h"
#include "ui/imports/cells.h"
#include "ui/imports/decision_counters.h"
#include "ui/imports/problems_view.h"
#include "ui/imports/rows_view.h"
#include "ui/imports/run_words.h"
#include "ui/common/step_parts.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace pfx::ui {

using migration::RunState;

/// Of a sum: whether there are rows behind it, of which kind and of which outcome they are (invalid: of all).
static constexpr int kOpensRole = Qt::UserRole + 1;
static constexpr int kKindRole = Qt::UserRole + 2;
static constexpr int kDecisionRole = Qt::UserRole + 3;

ResultStep::ResultStep(ResultPresenter &presenter, Prompt &prompt, ViewSettings &settings, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_prompt(prompt)
{
    m_pages = new QStackedWidget;
    m_pages->addWidget(sumsPage());
    m_pages->addWidget(rowsPage(settings));
    auto *layout = parts::column(this);
    layout->addWidget(m_pages);
    connect(&m_presenter, &ResultPresenter::undoPreviewed, this, &ResultStep::askUndo);
    connect(&m_presenter, &ResultPresenter::changed, this, &ResultStep::refresh);
    refresh();
}

QWidget *ResultStep::sumsPage()
{
    m_banner = new Banner(QStringLiteral("resultBanner"));
    m_news = new Banner(QStringLiteral("resultNews"));
    m_undo = dangerButton(tr("Undo the import"), QStringLiteral("undo"), QStringLiteral("edit-undo"));
    m_undoSentence = parts::caption({});
    m_resume = primaryButton(tr("Continue the import"), QStringLiteral("resume"), QStringLiteral("media-playback-start"));
    m_show = primaryButton(tr("Show customers and deals"), QStringLiteral("showRecords"), QStringLiteral("view-pim-contacts"));
    m_new = primaryButton(tr("New import"), QStringLiteral("newImportAfter"), QStringLiteral("list-add"));
    // Hidden before the stack measures the page: it would keep the width of all of them side by side.
    for (Button *button : {m_undo, m_resume, m_show, m_new})
        button->hide();
    auto *body = new QWidget;
    auto *cards = parts::column(body);
    cards->addWidget(m_banner);
    cards->addWidget(m_news);
    cards->addWidget(outcomesCard());
    cards->addWidget(problemsCard(), 1);
    cards->addStretch();
    auto *page = new QWidget;
    auto *layout = parts::column(page);
    m_sums = qobject_cast<QScrollArea *>(parts::scrolled(body));
    layout->addWidget(m_sums, 1);
    layout->addLayout(parts::footer({m_undo}, m_undoSentence, {m_resume, m_show, m_new}));
    connect(m_undo, &QPushButton::clicked, &m_presenter, &ResultPresenter::previewUndo);
    connect(m_resume, &QPushButton::clicked, this, &ResultStep::resumeRun);
    connect(m_show, &QPushButton::clicked, this, &ResultStep::showRecords);
    connect(m_new, &QPushButton::clicked, this, &ResultStep::newImport);
    return page;
}

QWidget *ResultStep::rowsPage(ViewSettings &settings)
{
    const QString stem = QStringLiteral("result-");
    auto *back = plainButton(tr("Back to the result"), QStringLiteral("backToResult"), QStringLiteral("go-previous"));
    m_rows = new RowsView(m_presenter.rows(), RowsTense::Done, settings, stem);
    auto *page = new QWidget;
    auto *layout = parts::column(page);
    layout->addWidget(new DecisionCounters(m_presenter.rows(), RowsTense::Done, stem));
    layout->addWidget(m_rows, 1);
    layout->addLayout(parts::footer({back}, nullptr, {}));
    connect(back, &QPushButton::clicked, this, [this] {
        m_presenter.closeRows();
        m_outcomeTable->setFocus(Qt::OtherFocusReason);
    });
    return page;
}

QWidget *ResultStep::outcomesCard()
{
    auto *card = new Card(tr("What became of the records"));
    m_allRows = linkButton(tr("Show the rows"), QStringLiteral("showRows"));
    card->addToHead(m_allRows);
    m_outcomes = new Cells(this);
    // As narrow as their headings: in the smallest window all of them are in sight.
    m_outcomes->setColumns({{tr("Kind"), false, true},
                            {tr("In the file"), true},
                            {tr("Created"), true},
                            {tr("Updated"), true},
                            {tr("Skipped"), true},
                            {tr("With an error"), true}});
    auto *table = new Table(QStringLiteral("outcomes"), tr("What became of the records"));
    table->setModel(m_outcomes);
    table->setDense(true);
    table->setFitToRows(true);
    table->setMouseTracking(true);
    m_outcomeTable = table;
    card->body()->addWidget(table);
    connect(m_allRows, &QPushButton::clicked, this, [this] { m_presenter.showRows({}, {}); });
    connect(table, &QAbstractItemView::clicked, this, &ResultStep::openRows);
    connect(table, &Table::rowActivated, this, &ResultStep::openRows);
    connect(table, &QAbstractItemView::entered, table, [table](const QModelIndex &cell) {
        table->viewport()->setCursor(cell.data(kOpensRole).toBool() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    return card;
}

QWidget *ResultStep::problemsCard()
{
    m_problemCard = new Card(tr("Problems"));
    m_download = plainButton(tr("Download the failed rows"), QStringLiteral("downloadFailed"), QStringLiteral("document-save"));
    m_retry = plainButton(tr("Retry only the failed"), QStringLiteral("retryFailed"), QStringLiteral("view-refresh"));
    m_problemCard->addToHead(m_download);
    m_problemCard->addToHead(m_retry);
    m_problems = new ProblemsView(m_presenter.problems(), tr("Problems"));
    m_problemCard->body()->addWidget(m_problems, 1);
    connect(m_retry, &QPushButton::clicked, this, &ResultStep::retry);
    connect(m_download, &QPushButton::clicked, this, [this] { m_presenter.download().prepare(m_presenter.state().report); });
    connect(&m_presenter.download(), &FailedRowsDownload::ready, this, [this](const QString &name) {
        FileQuestion question;
        question.title = tr("Download the failed rows");
        question.name = name;
        m_prompt.saveFile(this, question, [this](const QString &path) { m_presenter.download().write(path); });
    });
    return m_problemCard;
}

Button *ResultStep::primary() const
{
    for (Button *button : {m_resume, m_show, m_new}) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

void ResultStep::focusFirst()
{
    if (m_presenter.state().rowsShown) {
        m_rows->focusRows();
        return;
    }
    for (Button *button : {m_resume, m_show, m_new}) {
        if (button->isVisibleTo(this)) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_problems->focusRows();
}

void ResultStep::refresh()
{
    const ResultState &state = m_presenter.state();
    m_pages->setCurrentIndex(state.rowsShown ? 1 : 0);
    m_allRows->setVisible(state.report.total().read > 0);
    refreshBanner(state);
    refreshOutcomes(state.report);
    m_problemCard->setVisible(!m_presenter.problems().state().counts.isEmpty() || state.canDownload);
    m_download->setVisible(state.canDownload);
    m_retry->setVisible(state.canRetry);
    m_resume->setVisible(state.onward == ResultState::Onward::Resume);
    m_show->setVisible(state.onward == ResultState::Onward::ShowRecords);
    m_new->setVisible(state.onward == ResultState::Onward::NewImport);
    m_undo->setVisible(state.canUndo);
    m_undo->setText(state.report.undoBegun ? tr("Continue the undo") : tr("Undo the import"));
    m_undo->setEnabled(!state.busy);
    m_undoSentence->setText(state.canUndo ? tr("First we show what goes and what stays") : QString()); // its room stays
    if (state.error)
        m_news->showError(*state.error);
    else if (!state.done.isEmpty())
        m_news->showMessage(Severity::Success, state.done);
    else if (state.nothingToUndo)
        m_news->showMessage(Severity::Info, tr("There is nothing to undo"),
                            *state.nothingToUndo > 0 ? tr("What the import made was changed or used since and stays: %1.").arg(records(*state.nothingToUndo))
                                                     : tr("What the import made is not there any more."));
    else
        m_news->clear();
    showTop();
}

/// Of another run, or of another outcome, the banners at the top are to be seen, however far down the last one was read.
void ResultStep::showTop()
{
    const ResultState &state = m_presenter.state();
    decltype(m_told) told{state.report.run, state.report.state, state.done, state.nothingToUndo, state.error};
    if (told == m_told)
        return;
    m_told = std::move(told);
    m_sums->verticalScrollBar()->setValue(0);
}

static bool leftSomething(const ProblemsState &problems)
{
    return std::any_of(problems.counts.begin(), problems.counts.end(),
                       [](const auto &count) { return count.first == migration::ProblemCode::ChangedSince; });
}

void ResultStep::refreshBanner(const ResultState &state)
{
    const migration::RunReport &report = state.report;
    const QString summary = RunWords::summary(report);
    const QString took = tr("Took %1.").arg(RunWords::seconds(report.elapsedMs));
    const QString sentence = summary + QLatin1Char(' ') + took;
    switch (report.state) {
    case RunState::Finished:
        if (state.nothingInside) {
            m_banner->showMessage(Severity::Warning, tr("Import finished"), tr("There turned out to be nothing in the file."));
            return;
        }
        m_banner->showMessage(report.total().failed > 0 ? Severity::Warning : Severity::Success, tr("Import finished"), sentence);
        return;
    case RunState::Stopped:
        if (report.undoBegun) {
            m_banner->showMessage(Severity::Warning, tr("The undo was stopped"),
                                  tr("A part of what the import made is taken away already. Continue the undo to take away the rest."));
            return;
        }
        if (report.error) { // not by the person
            m_banner->showError(*report.error);
            return;
        }
        m_banner->showMessage(Severity::Warning, tr("The import was stopped"),
                              summary + QLatin1Char(' ') + tr("It can be continued where it stands."));
        return;
    case RunState::Failed:
        if (report.error)
            m_banner->showError(*report.error);
        else
            m_banner->showMessage(Severity::Error, tr("The import failed"), summary);
        return;
    case RunState::Undone:
        m_banner->showMessage(Severity::Info, tr("The import was undone"),
                              leftSomething(m_presenter.problems().state()) ? tr("What was changed or used since was left alone; it is listed below.")
                                                   : tr("What it made was taken away, what it changed is as it was."));
        return;
    case RunState::Running:
    case RunState::Paused:
        m_banner->showMessage(Severity::Info, tr("The import is running in another program"), summary);
        return;
    }
}

void ResultStep::refreshOutcomes(const migration::RunReport &report)
{
    struct Line
    {
        QString icon, title;
        migration::Counters counters;
        std::optional<records::Kind> kind;
    };
    using records::Kind;
    const QVector<Line> lines{{QStringLiteral("view-pim-contacts"), tr("Contacts"), report.contacts, Kind::Contact},
                              {QStringLiteral("system-users"), tr("Companies"), report.companies, Kind::Company},
                              {QStringLiteral("view-task"), tr("Deals"), report.deals, Kind::Deal},
                              {QStringLiteral("view-filter"), tr("Pipelines"), report.pipelines, Kind::Pipeline},
                              {QStringLiteral("go-next"), tr("Stages"), report.stages, Kind::Stage},
                              {QStringLiteral("view-list-details"), tr("In all"), report.total(), {}}};
    QVector<migration::Counters> shown;
    for (const Line &line : lines)
        shown.append(line.counters);
    if (shown == m_shownOutcomes)
        return;
    m_shownOutcomes = shown;
    m_outcomes->removeAllRows();
    for (const Line &line : lines) {
        const migration::Counters &c = line.counters;
        const bool always = !line.kind || line.kind == Kind::Contact || line.kind == Kind::Deal;
        if (!always && c.read == 0)
            continue;
        const QList<QStandardItem *> items
            = m_outcomes->addRow({line.title, number(c.read), number(c.created), number(c.updated), number(c.skipped), number(c.failed)});
        const std::array sums{c.read, c.read, c.created, c.updated, c.skipped, c.failed};
        const std::array<std::optional<migration::Decision>, 6> decisions{
            {{}, {}, migration::Decision::Created, migration::Decision::Updated, migration::Decision::Skipped, migration::Decision::Failed}};
        for (size_t column = 0; column < sums.size(); ++column) {
            QStandardItem *item = items[static_cast<qsizetype>(column)];
            item->setData(sums[column] > 0, kOpensRole);
            item->setData(line.kind ? QVariant(static_cast<int>(*line.kind)) : QVariant(), kKindRole);
            item->setData(decisions[column] ? QVariant(static_cast<int>(*decisions[column])) : QVariant(), kDecisionRole);
            if (column > 0 && sums[column] > 0) {
                Cells::setTone(item, Tone::Info);
                item->setToolTip(tr("Show these rows"));
            }
        }
        Cells::setIconName(items[0], line.icon);
        Cells::setBold(items[0]);
        if (c.failed > 0) {
            Cells::setTone(items[5], Tone::Error);
            Cells::setBold(items[5]);
        }
        if (&line == &lines.last()) {
            for (QStandardItem *item : items)
                Cells::setBold(item);
        }
    }
    m_outcomeTable->setMinimumHeight(m_outcomeTable->sizeHint().height()); // the sums stay in sight in a low window
}

void ResultStep::openRows(const QModelIndex &sum)
{
    if (!sum.data(kOpensRole).toBool())
        return;
    const QVariant kind = sum.data(kKindRole), decision = sum.data(kDecisionRole);
    m_presenter.showRows(kind.isValid() ? std::optional(static_cast<records::Kind>(kind.toInt())) : std::nullopt,
                         decision.isValid() ? std::optional(static_cast<migration::Decision>(decision.toInt())) : std::nullopt);
    m_rows->focusRows();
}

QWidget *ResultStep::searchField() const
{
    return m_presenter.state().rowsShown ? m_rows->searchField() : nullptr;
}

void ResultStep::askUndo(const migration::runs::UndoPreview &preview)
{
    Question question;
    question.title = tr("Undo the import?");
    question.verb = tr("Undo the import");
    question.keep = tr("Leave it");
    QStringList sentences{tr("Will be taken away: %1.").arg(records(preview.removed.created))};
    if (preview.removed.updated > 0)
        sentences.append(tr("Will be as before: %1.").arg(records(preview.removed.updated)));
    if (preview.leftAlone > 0)
        sentences.append(tr("Will stay, since changed or used after the import: %1.").arg(records(preview.leftAlone)));
    question.sentence = sentences.join(QLatin1Char('\n'));
    m_prompt.confirm(this, question, [this] { emit undo(); });
}

} // namespace pfx::ui
