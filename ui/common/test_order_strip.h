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
class StepStrip;

class TestOrderStrip : public Card
{
    Q_OBJECT
public:
    enum class Place {
        Foot, ///< Below a page's own matter: one line.
        Main, ///< What the page is for: the button is its primary, the steps stand below it.
    };

    explicit TestOrderStrip(TestOrder &order, Place place = Place::Foot, QWidget *parent = nullptr);

    Button *createButton() const { return m_create; }

signals:
    void setupRequested();
    void journalRequested(qint64 row);

private:
    void build(Place place);
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
