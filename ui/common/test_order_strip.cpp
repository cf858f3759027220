// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/test_order_strip.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace pfx::ui {

TestOrderStrip::TestOrderStrip(TestOrder &order, Place place, QWidget *parent)
    : Card(parent), m_order(order),
      m_create(new Button(tr("Create a test order for Planfix"), QStringLiteral("testOrderCreate"),
                          place == Place::Main ? ButtonKind::Primary : ButtonKind::Normal, QStringLiteral("tools-wizard"))),
      m_remove(dangerButton(tr("Remove"), QStringLiteral("testOrderRemove"))),
      m_steps(new StepStrip(QStringLiteral("testOrderSteps"), tr("Steps of the test order"))),
      m_close(iconButton(QStringLiteral("dialog-close"), tr("Close"), QStringLiteral("testOrderClose"))),
      m_trouble(new Banner(QStringLiteral("testOrderTrouble")))
{
    setObjectName(QStringLiteral("testOrderStrip"));
    m_remove->setAccessibleName(tr("Remove the test order"));
    m_remove->setToolTip(tr("Here without a trace; its task gets the status of cancelled orders, if it has one"));
    build(place);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // higher where the steps need a second line
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_create, &QAbstractButton::clicked, &m_order, &TestOrder::create);
    connect(m_remove, &QAbstractButton::clicked, &m_order, &TestOrder::remove);
    connect(m_close, &QAbstractButton::clicked, &m_order, &TestOrder::dismiss);
    connect(m_steps, &StepStrip::linkActivated, this, [this] {
        if (m_order.state().taskPage.isValid())
            QDesktopServices::openUrl(m_order.state().taskPage);
    });
    connect(&m_order, &TestOrder::changed, this, &TestOrderStrip::refresh);
    refresh();
}

void TestOrderStrip::build(Place place)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addWidget(m_create, 0, Qt::AlignVCenter);
    if (place == Place::Foot)
        row->addWidget(m_steps, 1, Qt::AlignVCenter);
    else
        row->addStretch(1);
    row->addWidget(m_remove, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    body()->setContentsMargins(metrics::CardSpacing, metrics::Spacing, metrics::Spacing, metrics::Spacing);
    body()->setSpacing(metrics::Spacing);
    if (place == Place::Main)
        body()->setContentsMargins(metrics::CardSpacing, metrics::CardSpacing, metrics::CardSpacing, metrics::CardSpacing);
    body()->addLayout(row);
    if (place == Place::Main)
        body()->addWidget(m_steps);
    body()->addWidget(m_trouble);
}

void TestOrderStrip::refresh()
{
    const TestOrderState &state = m_order.state();
    m_create->setEnabled(state.canCreate());
    m_steps->setSteps(stepsOf(state));
    m_remove->setVisible(state.canRemove());
    m_close->setVisible(state.phase != TestOrderState::Phase::Idle && state.canCreate());
    showTrouble();
}

void TestOrderStrip::showTrouble()
{
    const TestOrderTrouble trouble = troubleOf(m_order.state());
    const QString key = trouble.fact + QLatin1Char('\n') + trouble.sentence + QLatin1Char('\n') + trouble.technical;
    if (key == m_shown)
        return; // the buttons stay under the pointer
    m_shown = key;
    m_trouble->clear();
    if (trouble.isEmpty())
        return;
    const bool isNews = m_order.state().phase == TestOrderState::Phase::NotSetUp;
    m_trouble->showMessage(isNews ? Severity::Warning : Severity::Error, trouble.fact, trouble.sentence, trouble.technical);
    if (const auto &progress = m_order.state().progress; progress && progress->journalRow > 0) {
        const qint64 row = progress->journalRow;
        Button *journal = m_trouble->addAction(tr("Show in the journal"), QStringLiteral("testOrderJournal"));
        connect(journal, &QAbstractButton::clicked, this, [this, row] { emit journalRequested(row); }, Qt::QueuedConnection);
    }
    if (m_order.state().canRetry()) {
        Button *again = m_trouble->addAction(tr("Send again"), QStringLiteral("testOrderRetry"), ButtonKind::Normal,
                                             QStringLiteral("view-refresh"));
        connect(again, &QAbstractButton::clicked, &m_order, &TestOrder::retry, Qt::QueuedConnection);
    }
    if (trouble.isForSetup) {
        Button *setup = m_trouble->addAction(tr("Set-up"), QStringLiteral("testOrderSetup"),
                                             m_create->kind() == ButtonKind::Primary ? ButtonKind::Normal : ButtonKind::Primary,
                                             QStringLiteral("tools-wizard"));
        connect(setup, &QAbstractButton::clicked, this, &TestOrderStrip::setupRequested, Qt::QueuedConnection);
    }
}

} // namespace pfx::ui
