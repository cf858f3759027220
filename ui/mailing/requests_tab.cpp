// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/requests_tab.h"

#include "core/mailing/request_log.h"
#include "core/texts/mailing_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/details_pane.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/table.h"
#include "ui/mailing/mailing_words.h"
#include "ui/mailing/rows_model.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pfx::ui {

using mailing::RequestRecord;

namespace {

constexpr int detailsWidth = 320;

QVector<RowColumn<RequestRecord>> columns(const base::Clock &clock)
{
    RowColumn<RequestRecord> time{RequestsTab::tr("When"), [&clock](const RequestRecord &row) { return timeShort(row.at, clock.nowMs()); }};
    time.exact = [](const RequestRecord &row) { return timeExact(row.at); };
    time.minimumWidth = 130;
    RowColumn<RequestRecord> action{RequestsTab::tr("What"), [](const RequestRecord &row) { return texts::mailingAction(row.action); }};
    action.minimumWidth = 150;
    action.bold = true;
    RowColumn<RequestRecord> list{RequestsTab::tr("List"), [](const RequestRecord &row) { return row.listName; }};
    list.minimumWidth = 140;
    RowColumn<RequestRecord> outcome{RequestsTab::tr("Outcome"), {}};
    outcome.chip = [](const RequestRecord &row) { return chipOf(row); };
    outcome.minimumWidth = 150;
    RowColumn<RequestRecord> summary{RequestsTab::tr("Details"), summaryOf};
    summary.stretch = true;
    summary.minimumWidth = 160;
    summary.exact = summaryOf;
    return {time, action, list, outcome, summary};
}

} // namespace

RequestsTab::RequestsTab(Services &services, QWidget *parent)
    : QStackedWidget(parent), m_services(services),
      m_rows(new RowsModel<RequestRecord>(services.background, columns(services.clock), this)),
      m_table(new Table(QStringLiteral("mailingRequests"), tr("Requests of Planfix"))),
      m_details(new DetailsPane(QStringLiteral("mailingRequestDetails"), tr("Details of the request"))),
      m_error(new Banner(QStringLiteral("mailingRequestsError"))), m_footer(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    m_table->setModel(m_rows);
    m_table->setSortingEnabled(false);
    m_table->remember(services.settings, QStringLiteral("mailing/requests"));
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_footer);
    auto *side = new Card;
    side->setFixedWidth(detailsWidth);
    side->body()->addWidget(m_details);
    auto *work = new QWidget;
    auto *layout = new QHBoxLayout(work);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(card, 1);
    layout->addWidget(side);
    addWidget(work);
    m_empty = new EmptyState(QStringLiteral("view-history"), tr("Planfix has not asked for anything yet"),
                             tr("Each list, import and change that Planfix sends will stand here, with what became of it."));
    connect(m_empty->setPrimary(tr("What to paste into Planfix"), QStringLiteral("mailingRequestsConnect"), QStringLiteral("edit-copy")),
            &QAbstractButton::clicked, this, &RequestsTab::connectionRequested);
    addWidget(m_empty);

    connect(m_rows, &KeysetModelBase::loadingChanged, this, [this](bool loading) {
        m_table->setLoading(loading);
        if (!loading)
            setCurrentIndex(m_rows->rowCount() == 0 && !m_error->isVisibleTo(this) ? 1 : 0);
    });
    connect(m_rows, &KeysetModelBase::counted, this, [this](qint64 total) { m_footer->setText(tr("In all: %1").arg(number(total))); });
    connect(m_rows, &KeysetModelBase::failed, this, [this](const base::Error &error) {
        setCurrentIndex(0);
        m_error->showError(error);
        connect(m_error->addAction(tr("Try again"), QStringLiteral("mailingRequestsRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, this, &RequestsTab::reload, Qt::QueuedConnection);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showDetails(current.row()); });
    connect(m_table, &Table::rowActivated, this, [this] { m_details->setFocus(); });
    showDetails(-1);
}

void RequestsTab::reload()
{
    m_error->clear();
    m_footer->clear();
    m_rows->show(
        [](store::Connection &db, qint64 from, bool inclusive, int limit) {
            return mailing::requests(db, 0, inclusive ? from + 1 : from, limit);
        },
        [](store::Connection &db, int every) { return mailing::requestIndex(db, 0, every); });
    showDetails(-1);
}

void RequestsTab::showDetails(int row)
{
    const RequestRecord *record = row < 0 ? nullptr : m_rows->rowAt(row);
    m_details->clear();
    if (!record) {
        m_details->addNote(tr("Choose a request to see what became of it."));
        m_details->finish();
        return;
    }
    m_details->setTitle(texts::mailingAction(record->action), chipOf(*record), timeExact(record->at));
    if (!record->listName.isEmpty())
        m_details->addValue(tr("List"), record->listName);
    if (!record->error.isEmpty())
        m_details->addValue(tr("Planfix was told"), record->error);
    const mailing::IntakeCounts &counts = record->counts;
    const std::pair<QString, qint64> numbers[] = {{tr("Contacts"), counts.received},     {tr("New"), counts.added},
                                                  {tr("Changed"), counts.updated},       {tr("Taken out"), counts.removed},
                                                  {tr("As before"), counts.unchanged},   {tr("Passed over"), counts.skipped},
                                                  {tr("Not written to"), counts.suppressed}, {tr("Without an address"), counts.withoutEmail}};
    for (const auto &[name, value] : numbers) {
        if (value > 0)
            m_details->addValue(name, number(value));
    }
    m_details->addValue(tr("Took"), tr("%1 ms").arg(number(record->durationMs)));
    if (!record->remote.isEmpty())
        m_details->addValue(tr("From"), record->remote);
    if (!record->problems.isEmpty()) {
        m_details->addSection(tr("Contacts with something wrong"));
        for (const mailing::ContactProblem &problem : record->problems)
            m_details->addEvent(QStringLiteral("data-warning"), Tone::Warning, texts::text(problem.kind),
                                problem.value.isEmpty() ? problem.place : problem.value + QStringLiteral(" · ") + problem.place);
    }
    m_details->finish();
}

} // namespace pfx::ui
