// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_pane.h"

#include "core/base/clock.h"
#include "core/texts/order_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/details_pane.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/orders/conflict_card.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {
enum Place { Hint, Work, Failure };
constexpr int LeastDetails = 160;
}

OrderPane::OrderPane(OrdersPresenter &presenter, Services &services, QWidget *parent)
    : QStackedWidget(parent), m_presenter(presenter), m_services(services),
      m_hint(new TextLabel({}, TextRole::Body, Tone::Muted)), m_pane(new DetailsPane(QStringLiteral("orderDetails"), tr("Details of the order"))),
      m_conflicts(new ConflictCard), m_failure(new Banner(QStringLiteral("orderError"))), m_trouble(new Banner(QStringLiteral("orderTrouble"))),
      m_actionError(new Banner(QStringLiteral("orderActionError")))
{
    setMinimumWidth(280);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(metrics::CardSpacing);
    auto *hintCard = new Card;
    hintCard->body()->addWidget(m_hint);
    addWidget(hintCard);
    m_work = buildWork();
    addWidget(m_work);
    auto *failure = new QWidget;
    auto *column = new QVBoxLayout(failure);
    column->setContentsMargins({});
    column->addWidget(m_failure);
    column->addStretch();
    addWidget(failure);

    connect(m_conflicts, &ConflictCard::settled, &m_presenter, &OrdersPresenter::settle, Qt::QueuedConnection);
    connect(m_conflicts, &ConflictCard::allSettled, &m_presenter, &OrdersPresenter::settleAll, Qt::QueuedConnection);
    connect(&m_presenter, &OrdersPresenter::detailsChanged, this, &OrderPane::refresh);
    refresh();
}

QWidget *OrderPane::buildWork()
{
    auto *work = new QWidget;
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins({});
    column->setSpacing(metrics::Spacing);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as their words
    policy.setHeightForWidth(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_actionError, m_trouble, m_conflicts}) {
        widget->setSizePolicy(policy);
        column->addWidget(widget);
    }
    m_pane->setMinimumHeight(LeastDetails); // in a small window it scrolls within that
    column->addWidget(m_pane, 1);
    column->addWidget(buildActions());
    auto *scroll = new QScrollArea;
    scroll->setWidget(work);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *OrderPane::buildActions()
{
    m_status = new QComboBox;
    m_status->setObjectName(QStringLiteral("orderStatus"));
    m_status->setAccessibleName(tr("Status of the order"));
    for (const orders::Status status : orders::allStatuses())
        m_status->addItem(texts::text(status), orders::name(status));
    m_again = plainButton(tr("Send again"), QStringLiteral("orderSendAgain"), QStringLiteral("view-refresh"));
    m_edit = plainButton(tr("Change"), QStringLiteral("orderEdit"), QStringLiteral("document-edit"));
    m_journal = linkButton(tr("Journal"), QStringLiteral("orderJournal"));
    m_journal->setToolTip(tr("What was sent to Planfix for this order"));
    m_remove = dangerButton(tr("Remove the test order"), QStringLiteral("orderRemoveTest"));
    auto *card = new Card;
    auto *inner = new QWidget;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    card->setSizePolicy(policy);
    inner->setSizePolicy(policy);
    auto *flow = new FlowLayout(inner);
    flow->setContentsMargins({});
    flow->setSpacing(metrics::Spacing);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_status, m_edit, m_again, m_journal, m_remove})
        flow->addWidget(widget);
    card->body()->setContentsMargins(metrics::CardSpacing, 12, metrics::CardSpacing, 12);
    card->body()->addWidget(inner);

    connect(m_status, &QComboBox::activated, this, [this] {
        if (const auto status = orders::statusNamed(m_status->currentData().toString()))
            m_presenter.setStatus(*status);
    });
    connect(m_again, &QAbstractButton::clicked, this, &OrderPane::askToSendAgain);
    connect(m_edit, &QAbstractButton::clicked, this, [this] {
        if (m_presenter.state().canAct()) // not of the one before, while the next is on its way
            emit editRequested(m_presenter.state().shown.stored.order);
    });
    connect(m_journal, &QAbstractButton::clicked, this, [this] { emit journalRequested(m_presenter.state().shown.journalRow); });
    connect(m_remove, &QAbstractButton::clicked, this, &OrderPane::askToRemove);
    return card;
}

void OrderPane::focusDetails()
{
    if (currentWidget() == m_work)
        m_pane->setFocus(Qt::OtherFocusReason);
}

void OrderPane::refresh()
{
    const OrdersState &state = m_presenter.state();
    switch (state.details) {
    case OrdersState::Details::Nothing:
        m_hint->setText(tr("Choose an order to see its fields, its task and its history."));
        setCurrentIndex(Hint);
        return;
    case OrdersState::Details::Loading:
        if (currentIndex() != Work) { // what is shown stays until the next one is there
            m_hint->setText(tr("Reading…"));
            setCurrentIndex(Hint);
        }
        return;
    case OrdersState::Details::Shown:
        showOrder();
        setCurrentIndex(Work);
        return;
    case OrdersState::Details::Failed:
        break;
    }
    if (state.detailsError != m_shownError || currentIndex() != Failure) {
        m_shownError = state.detailsError;
        m_failure->clear();
        m_failure->showError(*state.detailsError);
        connect(m_failure->addAction(tr("Try again"), QStringLiteral("orderRetry")), &QAbstractButton::clicked, this,
                [this] { m_presenter.select(m_presenter.state().selected); }, Qt::QueuedConnection);
    }
    setCurrentIndex(Failure);
}

void OrderPane::showOrder()
{
    const OrdersState &state = m_presenter.state();
    const orders::Order &order = state.shown.stored.order;
    const OrderView view = orderView(state.shown, m_services.clock.nowMs());
    if (view != m_shown || currentIndex() != Work) {
        const bool isOther = view.title != m_shown.title;
        const int place = isOther ? 0 : m_pane->verticalScrollBar()->value();
        m_shown = view;
        fill(view);
        showTrouble(view);
        QTimer::singleShot(0, m_pane, [pane = m_pane, place] { pane->verticalScrollBar()->setValue(place); }); // once it is laid out
    }
    m_conflicts->showConflicts(state.shown.stored.conflicts, state.canAct());
    m_status->setCurrentIndex(m_status->findData(orders::name(order.status)));
    m_status->setEnabled(state.canAct());
    m_edit->setEnabled(state.canAct());
    m_again->setVisible(state.canSendAgain() || (state.acting && m_again->isVisible()));
    m_again->setEnabled(state.canSendAgain());
    m_journal->setVisible(state.shown.journalRow > 0);
    m_remove->setVisible(order.isTest);
    m_remove->setEnabled(state.canAct());
    showActionError();
}

void OrderPane::fill(const OrderView &view)
{
    m_pane->clear();
    m_pane->setTitle(view.title, view.chip, view.subtitle);
    for (const OrderSection &section : view.sections) {
        if (!section.title.isEmpty())
            m_pane->addSection(section.title);
        for (const OrderLine &line : section.lines) {
            if (line.isTask)
                m_pane->addLink(line.label, line.value, [this] { openTask(); });
            else
                m_pane->addValue(line.label, line.value, line.tip);
        }
    }
    m_pane->addSection(tr("History"));
    for (const OrderEvent &event : view.events)
        m_pane->addEvent(event.icon, event.tone, event.fact, event.sentence);
    m_pane->finish();
}

void OrderPane::showTrouble(const OrderView &view)
{
    m_trouble->clear();
    if (view.fact.isEmpty())
        return;
    m_trouble->showMessage(view.severity, view.fact, view.sentence, view.technical);
    if (view.isForSetup) {
        connect(m_trouble->addAction(tr("Set-up"), QStringLiteral("orderSetup"), ButtonKind::Normal, QStringLiteral("tools-wizard")),
                &QAbstractButton::clicked, this, &OrderPane::setupRequested, Qt::QueuedConnection);
    }
}

void OrderPane::showActionError()
{
    const auto &error = m_presenter.state().actionError;
    if (error == m_shownActionError)
        return;
    m_shownActionError = error;
    m_actionError->clear();
    if (!error)
        return;
    m_actionError->showError(*error);
    connect(m_actionError->addAction(tr("Close"), QStringLiteral("orderActionErrorClose"), ButtonKind::Link), &QAbstractButton::clicked,
            &m_presenter, &OrdersPresenter::dismissActionError, Qt::QueuedConnection);
}

void OrderPane::openTask()
{
    const QUrl page = m_presenter.state().shown.taskPage;
    if (page.isValid())
        QDesktopServices::openUrl(page);
}

void OrderPane::askToSendAgain()
{
    if (!m_presenter.state().isInDoubt()) {
        m_presenter.sendAgain();
        return;
    }
    Question question;
    question.title = tr("Send it again?");
    question.sentence = tr("The answer to the last attempt was lost: it may have been done. Look in Planfix first; sending again may do it twice.");
    question.verb = tr("Send again");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->sendAgain();
    });
}

void OrderPane::askToRemove()
{
    const orders::Order &order = m_presenter.state().shown.stored.order;
    Question question;
    question.title = tr("Remove the test order %1?").arg(order.number);
    question.sentence = order.planfixId > 0
        ? tr("It disappears here with its history. Task %1 gets the status of cancelled orders, if it has one: tasks cannot be deleted from outside.")
              .arg(order.planfixId)
        : tr("It disappears here with its history; it has not become a task.");
    question.verb = tr("Remove the test order");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->removeTest();
    });
}

} // namespace pfx::ui
