// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "core/base/clock.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/services.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/overview/day_plot.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int readEveryMs = 2000;

QString storeName(const store::Store &store)
{
    return store.url().backend == store::Backend::Sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
}

} // namespace

OverviewPage::OverviewPage(Services &services, QWidget *parent)
    : Page(parent), m_services(services), m_day(new TextLabel({}, TextRole::Body, Tone::Muted)), m_error(new Banner(QStringLiteral("overviewError"))),
      m_needsCard(new Card(tr("Needs attention"))), m_stepsCard(new Card(tr("The first hour"))), m_quotaCard(new Card(tr("Planfix daily quota"))),
      m_needs(new QVBoxLayout), m_steps(new QVBoxLayout), m_connections(new QGridLayout), m_numberRow(new QHBoxLayout),
      m_needsCount(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_stepsCount(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_quotaWords(new TextLabel), m_quotaWhen(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_stepsBar(new ThinProgressBar(QStringLiteral("overviewSteps"), tr("The first hour"))),
      m_quotaBar(new ThinProgressBar(QStringLiteral("overviewQuota"), tr("Planfix daily quota"), 10))
{
    setObjectName(QStringLiteral("overviewPage"));
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(readEveryMs);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::read);
    connect(&m_presenter, &OverviewPresenter::changed, this, &OverviewPage::showState);
    if (services.live) {
        connect(services.live, &Live::stored, this, &OverviewPage::readSoon);
        connect(services.live, &Live::changed, this, &OverviewPage::restate);
    }
    showState();
    read(); // the badge is wanted before the page is looked at
}

Badge OverviewPage::badge() const
{
    return m_badge;
}

void OverviewPage::build()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    column->setSpacing(metrics::CardSpacing);
    auto *head = new QVBoxLayout;
    head->setSpacing(metrics::PairSpacing);
    head->addWidget(new TextLabel(title(), TextRole::PageTitle));
    head->addWidget(m_day);
    column->addLayout(head);
    column->addWidget(m_error);

    m_needsCard->addToHead(m_needsCount);
    m_needs->setSpacing(metrics::Spacing);
    m_needsCard->body()->addLayout(m_needs);
    m_needsCard->body()->addStretch();
    auto *connections = new Card(tr("Connections"));
    m_connections->setHorizontalSpacing(12);
    m_connections->setVerticalSpacing(metrics::Spacing);
    m_connections->setColumnStretch(2, 1);
    connections->body()->addLayout(m_connections);
    connections->body()->addStretch();
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::CardSpacing);
    first->addWidget(m_needsCard, 3);
    first->addWidget(connections, 2);
    column->addLayout(first);

    m_numberRow->setSpacing(metrics::CardSpacing);
    column->addLayout(m_numberRow);

    m_stepsCard->addToHead(m_stepsCount);
    m_stepsBar->setTone(Tone::Success);
    m_stepsCard->body()->addWidget(m_stepsBar);
    m_steps->setSpacing(metrics::PairSpacing);
    m_stepsCard->body()->addLayout(m_steps);
    m_stepsCard->body()->addStretch();
    m_quotaWords->setWordWrap(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_quotaBar, m_quotaWords, m_quotaWhen})
        m_quotaCard->body()->addWidget(widget);
    m_quotaCard->body()->addStretch();
    auto *last = new QHBoxLayout;
    last->setSpacing(metrics::CardSpacing);
    last->addWidget(m_stepsCard, 3);
    last->addWidget(m_quotaCard, 2);
    column->addLayout(last);
    column->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("overviewScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
}

void OverviewPage::readSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void OverviewPage::read()
{
    const qint64 now = m_services.clock.nowMs();
    m_day->setText(QLocale().toString(QDateTime::fromMSecsSinceEpoch(now).date(), QStringLiteral("dddd, d MMMM")));
    m_services.background.read(
        this, [&store = m_services.store, now](store::Connection &db) { return readOverview(store, db, now); },
        [this](base::Result<OverviewFacts> facts) {
            if (!facts) {
                m_presenter.showFailure(facts.error());
                return;
            }
            m_facts = std::move(*facts);
            restate();
        },
        QStringLiteral("overview"));
}

void OverviewPage::restate()
{
    if (m_facts)
        m_presenter.show(*m_facts, m_services.live, storeName(m_services.store), m_services.clock.nowMs());
}

void OverviewPage::showState()
{
    const OverviewState &state = m_presenter.state();
    m_error->clear();
    if (state.error) {
        m_error->showError(*state.error);
        connect(m_error->addAction(tr("Try again"), QStringLiteral("overviewRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, this, &OverviewPage::read, Qt::QueuedConnection);
    }
    showNeeds();
    showConnections();
    showNumbers();
    showSteps();
    showQuota();
    int urgent = 0;
    for (const OverviewNeed &need : state.needs)
        urgent += need.tone == Tone::Info ? 0 : 1;
    if (const Badge badge{urgent, Tone::Error}; !(badge == m_badge)) {
        m_badge = badge;
        emit badgeChanged();
    }
}

void OverviewPage::clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // perhaps the button that was just pressed
        } else if (item->layout()) {
            clear(item->layout());
        }
        delete item;
    }
}

Button *OverviewPage::wayButton(const OverviewWay &way, const QString &objectName, bool primary)
{
    auto *button = new Button(way.words, objectName, primary ? ButtonKind::Primary : ButtonKind::Normal);
    connect(button, &QAbstractButton::clicked, this, [this, way] { emit goTo(way.pageId, way.target); }, Qt::QueuedConnection);
    return button;
}

void OverviewPage::showNeeds()
{
    const OverviewState &state = m_presenter.state();
    clear(m_needs);
    m_needsCount->setText(state.needs.isEmpty() ? QString() : number(state.needs.size()));
    if (state.needs.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->addWidget(new IconLabel(toneIcon(state.isKnown ? Tone::Success : Tone::Muted), state.isKnown ? Tone::Success : Tone::Muted, 22));
        row->addWidget(new TextLabel(state.isKnown ? tr("Nothing: everything goes by itself.") : tr("Looking…"), TextRole::Body, Tone::Muted), 1);
        m_needs->addLayout(row);
        return;
    }
    for (int i = 0; i < state.needs.size(); ++i) {
        const OverviewNeed &need = state.needs[i];
        if (i > 0)
            m_needs->addWidget(new Hairline);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *fact = new TextLabel(need.fact);
        QFont bold = fact->font();
        bold.setWeight(QFont::DemiBold);
        fact->setFont(bold);
        auto *sentence = new TextLabel(need.sentence, TextRole::Caption, Tone::Muted);
        for (TextLabel *label : {fact, sentence}) {
            label->setWordWrap(true);
            words->addWidget(label);
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(new IconLabel(toneIcon(need.tone), need.tone, 22), 0, Qt::AlignTop);
        row->addLayout(words, 1);
        Button *button = wayButton(need.way, QStringLiteral("overviewNeed%1").arg(i), i == 0);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(need.way.words, need.fact));
        row->addWidget(button, 0, Qt::AlignVCenter);
        m_needs->addLayout(row);
    }
}

void OverviewPage::showConnections()
{
    clear(m_connections);
    int row = 0;
    for (const OverviewConnection &one : m_presenter.state().connections) {
        auto *words = new TextLabel(one.words, TextRole::Body, one.tone == Tone::Success ? Tone::Text : one.tone);
        words->setWordWrap(true);
        words->setAccessibleName(QStringLiteral("%1: %2").arg(one.name, one.words));
        m_connections->addWidget(new IconLabel(toneIcon(one.tone), one.tone), row, 0, Qt::AlignTop);
        m_connections->addWidget(new TextLabel(one.name), row, 1, Qt::AlignTop);
        m_connections->addWidget(words, row, 2);
        m_connections->addWidget(new TextLabel(one.when, TextRole::Caption, Tone::Muted), row, 3, Qt::AlignTop | Qt::AlignRight);
        ++row;
    }
}

OverviewPage::NumberCard OverviewPage::makeNumber(const OverviewNumber &number)
{
    NumberCard made;
    made.card = new Card;
    made.title = new TextLabel(number.title);
    made.number = new TextLabel({}, TextRole::Number);
    made.note = new TextLabel({}, TextRole::Caption, Tone::Muted);
    made.from = new TextLabel({}, TextRole::Small, Tone::Muted);
    made.plot = new DayPlot(QStringLiteral("overviewPlot_") + number.id, tr("%1, the last fortnight day by day").arg(number.title));
    auto *head = new QHBoxLayout;
    head->addWidget(new IconLabel(number.icon, Tone::Muted));
    head->addWidget(made.title, 1);
    auto *figures = new QHBoxLayout;
    figures->addWidget(made.number);
    figures->addWidget(made.note, 1, Qt::AlignBottom);
    auto *ends = new QHBoxLayout;
    ends->addWidget(made.from);
    ends->addStretch();
    ends->addWidget(new TextLabel(tr("today"), TextRole::Small, Tone::Muted));
    made.card->body()->setSpacing(metrics::PairSpacing);
    made.card->body()->addLayout(head);
    made.card->body()->addLayout(figures);
    made.card->body()->addWidget(made.plot);
    made.card->body()->addLayout(ends);
    m_numberRow->addWidget(made.card, 1);
    return made;
}

void OverviewPage::showNumbers()
{
    const OverviewState &state = m_presenter.state();
    for (int i = 0; i < state.numbers.size(); ++i) {
        if (i >= m_numbers.size())
            m_numbers << makeNumber(state.numbers[i]);
        m_numbers[i].number->setText(state.numbers[i].number);
        m_numbers[i].note->setText(state.numbers[i].note);
        m_numbers[i].from->setText(state.fortnightAgo);
        m_numbers[i].plot->setDays(state.numbers[i].perDay);
    }
}

void OverviewPage::showSteps()
{
    const OverviewState &state = m_presenter.state();
    clear(m_steps);
    m_stepsCard->setVisible(!state.steps.isEmpty());
    m_stepsCount->setText(tr("%1 of %2").arg(state.stepsDone()).arg(state.steps.size()));
    m_stepsBar->setProgress(state.stepsDone(), state.steps.size());
    for (int i = 0; i < state.steps.size(); ++i) {
        const OverviewStep &step = state.steps[i];
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(new IconLabel(step.isDone ? QStringLiteral("dialog-ok-apply") : QStringLiteral("draw-arrow-forward"),
                                     step.isDone ? Tone::Success : Tone::Muted));
        auto *words = new TextLabel(step.words, TextRole::Body, step.isDone ? Tone::Muted : Tone::Text);
        words->setWordWrap(true);
        words->setAccessibleName(step.isDone ? tr("Done: %1").arg(step.words) : tr("To do: %1").arg(step.words));
        row->addWidget(words, 1);
        if (!step.isDone) {
            Button *link = linkButton(step.way.words, QStringLiteral("overviewStep%1").arg(i));
            link->setAccessibleName(QStringLiteral("%1: %2").arg(step.way.words, step.words));
            connect(link, &QAbstractButton::clicked, this, [this, way = step.way] { emit goTo(way.pageId, way.target); }, Qt::QueuedConnection);
            row->addWidget(link);
        }
        m_steps->addLayout(row);
    }
}

void OverviewPage::showQuota()
{
    const auto &quota = m_presenter.state().quota;
    m_quotaCard->setVisible(quota.has_value());
    if (!quota)
        return;
    m_quotaBar->setProgress(quota->ofAll - quota->left, quota->ofAll);
    m_quotaBar->setTone(quota->left * 10 < quota->ofAll ? Tone::Error : Tone::Primary);
    m_quotaBar->setAccessibleDescription(quota->words);
    m_quotaWords->setText(quota->words);
    m_quotaWhen->setText(quota->when);
}

} // namespace pfx::ui
