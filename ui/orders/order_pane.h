// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the chosen order beside its list: why its exchange does not go on, what both sides changed, all fields, items, history; below, what
// can be done with it. Shows an OrdersPresenter's state. GUI thread.
#pragma once

#include "ui/orders/order_view.h"
#include "ui/orders/orders_presenter.h"

#include <QStackedWidget>

class QComboBox;

namespace pfx::ui {

class Banner;
class Button;
class ConflictCard;
class DetailsPane;
class TextLabel;
struct Services;

class OrderPane : public QStackedWidget
{
    Q_OBJECT

public:
    OrderPane(OrdersPresenter &presenter, Services &services, QWidget *parent = nullptr);

    /// Where Return in the table leads.
    void focusDetails();

signals:
    void editRequested(const pfx::orders::Order &order);
    void journalRequested(qint64 row);
    void setupRequested();

private:
    QWidget *buildWork();
    QWidget *buildActions();
    void refresh();
    void showOrder();
    void fill(const OrderView &view);
    void showTrouble(const OrderView &view);
    void showActionError();
    void openTask();
    void askToSendAgain();
    void askToRemove();

    OrdersPresenter &m_presenter;
    Services &m_services;
    TextLabel *m_hint;
    DetailsPane *m_pane;
    ConflictCard *m_conflicts;
    Banner *m_failure, *m_trouble, *m_actionError;
    QWidget *m_work;
    QComboBox *m_status;
    Button *m_again, *m_edit, *m_remove, *m_journal;
    OrderView m_shown;
    std::optional<base::Error> m_shownError, m_shownActionError;
};

} // namespace pfx::ui
