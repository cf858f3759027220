// SPDX-License-Identifier: GPL-3.0-or-later
// The line with the button «Создать тестовую заявку для Планфикс», the steps of the order beside it, and below them what keeps it from
// becoming a task with the way to mend it. Shows a TestOrder. GUI thread.
#pragma once

#include "ui/common/card.h"
#include "ui/common/test_order.h"

class QToolButton;

namespace pfx::ui {

class Banner;
class Button;

class TestOrderStrip : public Card
{
    Q_OBJECT
public:
    explicit TestOrderStrip(TestOrder &order, QWidget *parent = nullptr);

    Button *createButton() const { return m_create; }

signals:
    void setupRequested();
    void journalRequested(qint64 row);

private:
    void refresh();
    void showTrouble();

    TestOrder &m_order;
    Button *m_create, *m_remove;
    StepStrip *m_steps;
    QToolButton *m_close;
    Banner *m_trouble;
    QString m_shown;
};

} // namespace pfx::ui
