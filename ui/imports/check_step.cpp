// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/check_step.h"

#include "ui/common/card.h"
#include "ui/common/counter_card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/imports/cells.h"
#include "ui/imports/run_words.h"
#include "ui/common/step_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

namespace pfx::ui {

using migration::Decision;

static constexpr int kTotalBar = 10;
static constexpr int kSearchWidth = 200;
static constexpr int kDetailsHeight = 164;

CheckStep::CheckStep(CheckPresenter &presenter, Prompt &prompt, ViewSettings &settings, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_prompt(prompt), m_model(presenter)
{
    m_banner = new Banner(QStringLiteral("checkBanner"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(rowsCard(settings));
    m_stack->addWidget(runningCard());

    auto *back = plainButton(tr("Back"), QStringLiteral("back"), QStringLiteral("go-previous"));
    m_download = plainButton(tr("Download the problem rows"), QStringLiteral("downloadProblems"), QStringLiteral("document-save"));
    m_sentence = parts::caption(tr("Nothing has been changed yet"));
    m_sentence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_start = primaryButton(tr("Start the import"), QStringLiteral("start"));
    auto *layout = parts::column(this);
    layout->addWidget(m_banner);
    layout->addWidget(counters());
    layout->addWidget(m_stack, 1);
    layout->addWidget(detailsCard());
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
    connect(&m_presenter, &CheckPresenter::rowsAppended, this, [this](int first) {
        if (first == 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(&m_presenter, &CheckPresenter::rowsReset, this, [this] { showDetails({}); });
    refresh();
}

QWidget *CheckStep::counters()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    m_counters = {
        new CounterCard(QStringLiteral("countCreate"), QStringLiteral("list-add"), Tone::Success, tr("Create")),
        new CounterCard(QStringLiteral("countUpdate"), QStringLiteral("view-refresh"), Tone::Info, tr("Update")),
        new CounterCard(QStringLiteral("countSkip"), QStringLiteral("go-next-skip"), Tone::Muted, tr("Skip")),
        new CounterCard(QStringLiteral("countFail"), toneIcon(Tone::Error), Tone::Error, tr("Error"))};
    const std::array decisions{Decision::Created, Decision::Updated, Decision::Skipped, Decision::Failed};
    for (int i = 0; i < m_counters.size(); ++i) {
        CounterCard *card = m_counters[i];
        card->setFilter(true);
        layout->addWidget(card, 1);
        connect(card, &CounterCard::toggled, this, [this, decision = decisions[static_cast<size_t>(i)]](bool on) {
            m_presenter.setDecision(on ? std::optional(decision) : std::nullopt);
        });
    }
    return row;
}

QWidget *CheckStep::rowsCard(ViewSettings &settings)
{
    auto *card = new Card;
    auto *bar = new QHBoxLayout;
    bar->setSpacing(metrics::Spacing);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchRows"));
    m_search->setPlaceholderText(tr("Find in the rows"));
    m_search->setAccessibleName(tr("Find in the rows"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(kSearchWidth);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("kindFilter"));
    m_kind->setAccessibleName(tr("Kind of the rows"));
    m_kind->addItem(tr("All kinds"), -1);
    for (const auto kind : {records::Kind::Contact, records::Kind::Company, records::Kind::Deal, records::Kind::Pipeline, records::Kind::Stage})
        m_kind->addItem(texts::text(kind), static_cast<int>(kind));
    m_shown = parts::caption({});
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table = new Table(QStringLiteral("checkRows"), tr("What will happen"));
    m_table->setModel(&m_model);
    m_table->remember(settings, QStringLiteral("imports.check"));
    m_table->setEmptyText(tr("No such rows"), tr("Take a filter away or search for something else"));
    bar->addWidget(m_search);
    bar->addWidget(m_kind);
    bar->addWidget(m_shown, 1);
    bar->addWidget(m_table->makeColumnChooser(card));
    bar->addWidget(m_table->makeCopyButton(card));
    card->body()->addLayout(bar);
    card->body()->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &CheckPresenter::setSearch);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        const int kind = m_kind->itemData(index).toInt();
        m_presenter.setKind(kind < 0 ? std::nullopt : std::optional(static_cast<records::Kind>(kind)));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CheckStep::showDetails);
    return card;
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

QWidget *CheckStep::detailsCard()
{
    m_details = new Card;
    m_details->setFixedHeight(kDetailsHeight + fontMetrics().height());
    auto *head = new QHBoxLayout;
    m_title = parts::section({});
    m_subtitle = parts::caption({});
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    m_differences = new Cells(this);
    m_differences->setColumns({{tr("Field"), false, false, 130}, {tr("Now"), false, false, 250}, {tr("From the file"), false, true, 200}});
    m_differenceTable = new Table(QStringLiteral("differences"), tr("What will change"));
    m_differenceTable->setModel(m_differences);
    m_differenceTable->setDense(true);
    m_differenceTable->setEmptyText(tr("Nothing of ours will change"));
    m_details->body()->addLayout(head);
    m_details->body()->addWidget(m_differenceTable, 1);
    m_details->hide();
    return m_details;
}

void CheckStep::focusFirst()
{
    if (m_presenter.state().phase == CheckState::Phase::Done)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_start->setFocus(Qt::OtherFocusReason);
}

QWidget *CheckStep::searchField() const
{
    return m_search;
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
    refreshCounters(state);
    refreshRunning(state);
    m_stack->setCurrentIndex(done ? 0 : 1);
    m_details->setVisible(done && m_table->currentIndex().isValid());
    m_download->setVisible(done && state.report.total().failed > 0);
    if (!done)
        return;
    const qint64 matching = state.matching();
    const auto loaded = static_cast<qint64>(m_presenter.rows().size());
    if (matching < 0)
        m_shown->setText(m_presenter.hasMore() ? tr("the first %1").arg(number(loaded)) : tr("found: %1").arg(number(loaded)));
    else
        m_shown->setText(m_presenter.hasMore() ? tr("the first %1 of %2").arg(number(loaded), number(matching)) : records(matching));
    m_table->setLoading(m_presenter.hasMore() && loaded == 0);
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
                               ? tr("Checking: %1 of %2").arg(number(state.progress.done), records(state.progress.total))
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

void CheckStep::refreshCounters(const CheckState &state)
{
    const migration::Counters counters = state.phase == CheckState::Phase::Done ? state.report.total() : state.progress.counters;
    const std::array numbers{counters.created, counters.updated, counters.skipped, counters.failed};
    const std::array decisions{Decision::Created, Decision::Updated, Decision::Skipped, Decision::Failed};
    for (int i = 0; i < m_counters.size(); ++i) {
        const auto at = static_cast<size_t>(i);
        const QSignalBlocker blocker(m_counters[i]); // showing the filter does not choose it
        m_counters[i]->setNumber(numbers[at]);
        m_counters[i]->setChecked(state.decision == decisions[at]);
        m_counters[i]->setEnabled(state.phase == CheckState::Phase::Done);
    }
    m_counters[0]->setNote(tr("new records"));
    m_counters[1]->setNote(tr("matched ours"));
    m_counters[2]->setNote(tr("without changes"));
    m_counters[3]->setNote(counters.failed == 0 ? tr("none") : tr("will not be imported"));
}

/// A new record differs in nothing from ours: what is known of it is shown as what will be made.
static QVector<migration::Difference> shownDifferences(const migration::RunRow &row, const RunRowsModel &model)
{
    if (row.decision != Decision::Created || !row.differences.isEmpty())
        return row.differences;
    QVector<migration::Difference> made;
    const auto add = [&made](const QString &field, const QString &value) {
        if (!value.isEmpty())
            made.append({field, {}, value});
    };
    add(row.kind == records::Kind::Contact ? QStringLiteral("name") : QStringLiteral("title"), row.title);
    const bool mail = row.summary.contains(QLatin1Char('@'));
    add(row.kind == records::Kind::Deal ? QStringLiteral("amount") : mail ? QStringLiteral("email") : QStringLiteral("phone"),
        model.text(row, RunRowsModel::Summary).toString());
    add(QStringLiteral("id"), row.externalId);
    return made;
}

void CheckStep::showDetails(const QModelIndex &index)
{
    m_differences->removeAllRows();
    m_details->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const migration::RunRow &row = m_model.row(index.row());
    m_title->setText(row.title.isEmpty() ? tr("(no name)") : row.title);
    QStringList facts{RunWords::place(row.place), texts::reason(row)};
    if (!row.differences.isEmpty())
        facts.append(tr("%n field(s) will change", nullptr, static_cast<int>(row.differences.size())));
    facts.removeAll(QString());
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    for (const migration::Difference &difference : shownDifferences(row, m_model)) {
        const QList<QStandardItem *> items
            = m_differences->addRow({texts::field(difference.field), difference.before.isEmpty() ? QStringLiteral("—") : difference.before, difference.after});
        Cells::setTone(items[0], Tone::Muted);
        Cells::setTone(items[1], Tone::Muted);
        Cells::setIconName(items[2], difference.before.isEmpty() ? QStringLiteral("list-add") : QStringLiteral("document-edit"));
        Cells::setBold(items[2]);
    }
}

} // namespace pfx::ui
