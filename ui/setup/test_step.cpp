// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/test_step.h"

#include "core/texts/order_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/step_parts.h"
#include "ui/common/test_order_strip.h"
#include "ui/setup/setup_presenter.h"

#include <QBoxLayout>

namespace pfx::ui {

static TextLabel *sentence(const QString &text)
{
    auto *label = new TextLabel(text);
    label->setWordWrap(true);
    return label;
}

TestStep::TestStep(SetupPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("testStep"));
    m_strip = new TestOrderStrip(presenter.testOrder(), TestOrderStrip::Place::Main);
    m_arrived = new Banner(QStringLiteral("testOrderArrived"));
    QBoxLayout *column = parts::column(this);
    column->addWidget(sentence(tr("A test order goes the way of a real one: it is saved here, sent, and becomes a task in Planfix. It is marked as a "
                                  "test and can be removed here and there.")));
    column->addWidget(saveCard());
    column->addWidget(hintLine());
    column->addWidget(m_strip);
    column->addWidget(m_arrived);
    connect(m_strip, &TestOrderStrip::setupRequested, &presenter, &SetupPresenter::mendTestOrder);
    connect(m_strip, &TestOrderStrip::journalRequested, this, &TestStep::journalRequested);
    connect(&presenter, &SetupPresenter::changed, this, &TestStep::refresh);
    refresh();
}

QWidget *TestStep::saveCard()
{
    auto *card = new Card(tr("What “Finish” saves"));
    m_toSave = sentence({});
    m_toSave->setObjectName(QStringLiteral("toSave"));
    card->body()->addWidget(m_toSave);
    m_save = card;
    return card;
}

QWidget *TestStep::hintLine()
{
    m_hintLine = new QWidget;
    auto *row = new QHBoxLayout(m_hintLine);
    row->setContentsMargins({});
    row->setSpacing(metrics::Spacing);
    m_hint = parts::caption({});
    m_hint->setObjectName(QStringLiteral("testHint"));
    m_toAccount = plainButton(tr("To the account"), QStringLiteral("testToAccount"));
    row->addWidget(m_hint, 1);
    row->addWidget(m_toAccount);
    connect(m_toAccount, &QPushButton::clicked, &m_presenter, [this] { m_presenter.goTo(SetupStep::Account); });
    return m_hintLine;
}

bool TestStep::focusFirst()
{
    for (Button *button : {m_strip->createButton(), m_toAccount}) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void TestStep::refresh()
{
    const SavingState &saving = m_presenter.saving();
    QStringList lines;
    for (const QString &line : saving.unsaved)
        lines.append(QStringLiteral("• ") + line);
    m_toSave->setText(lines.join(QLatin1Char('\n')));
    m_save->setVisible(saving.isUnsaved());
    const bool hasAccount = m_presenter.hasAccount();
    const bool canTest = m_presenter.canTest();
    m_hint->setText(hasAccount ? tr("The test order can be made as soon as this is saved: press “Finish”.")
                               : tr("An order needs an account to go to: name it, and its key, in the first two steps."));
    m_toAccount->setVisible(!hasAccount);
    m_hintLine->setVisible(!canTest);
    m_strip->setVisible(canTest);
    showArrival();
}

/// Until the status has come back, what is left to try is said.
void TestStep::showArrival()
{
    const TestOrderState &state = m_presenter.testOrder().state();
    const bool isThere = state.phase == TestOrderState::Phase::Arrived && state.progress;
    const orders::Status status = isThere ? state.progress->order.status : orders::Status::New;
    const QString shown = isThere ? QStringLiteral("%1 %2").arg(state.progress->order.planfixId).arg(static_cast<int>(status)) : QString();
    if (shown == m_arrivalShown)
        return; // the button stays under the pointer
    m_arrivalShown = shown;
    m_arrived->clear();
    if (!isThere)
        return;
    Button *show = m_arrived->addAction(tr("Show the order"), QStringLiteral("showTestOrder"), ButtonKind::Normal, QStringLiteral("view-task"));
    connect(show, &QAbstractButton::clicked, this, [this, id = state.id] { emit orderRequested(id); }, Qt::QueuedConnection);
    const QString fact = tr("It works: the test order has become task No. %1").arg(state.progress->order.planfixId);
    const QString back = status == orders::Status::New
        ? tr("Now the way back: change the status of the task in Planfix, and it appears here by itself.")
        : tr("The status “%1” came back from Planfix: both ways work.").arg(texts::text(status));
    m_arrived->showMessage(Severity::Success, fact, back);
}

} // namespace pfx::ui
