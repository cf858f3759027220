// SPDX-License-Identifier: GPL-3.0-or-later
// Search, filters and the table of orders with the details beside it. Shows an OrdersPresenter's state. GUI thread.
#pragma once

#include "ui/orders/orders_presenter.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace pfx::ui {

class Banner;
class OrderPane;
class OrdersModel;
class Table;
class TextLabel;
struct Services;

class OrdersList : public QWidget
{
    Q_OBJECT

public:
    OrdersList(OrdersPresenter &presenter, Services &services, QWidget *parent = nullptr);

    QLineEdit *searchField() const { return m_search; }
    Table *table() const { return m_table; }
    OrderPane *pane() const { return m_pane; }
    void askForExport();

private:
    QWidget *buildTable();
    void buildToolbar(QHBoxLayout *toolbar);
    void follow(OrdersModel *model);
    void showState();
    void showError();
    void showExport();
    void keepPlace();
    QString countText() const;

    OrdersPresenter &m_presenter;
    Services &m_services;
    OrdersModel *m_model;
    QLineEdit *m_search;
    QComboBox *m_status, *m_exchange;
    QToolButton *m_columns = nullptr, *m_copy = nullptr, *m_export = nullptr;
    Table *m_table;
    Banner *m_error, *m_exportBanner;
    TextLabel *m_count;
    OrderPane *m_pane;
    std::optional<base::Error> m_shownError;
    int m_place = 0; ///< Of the scroll bar, while the rows are replaced.
    bool m_keeping = false;
};

} // namespace pfx::ui
