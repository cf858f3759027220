// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the orders' table: pages from the store by key, columns as the table shows them. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/orders/order_list.h"
#include "ui/common/keyset_model.h"
#include "ui/common/table.h"

#include <QUrl>

namespace pfx::ui {

class OrdersModel : public KeysetModel<orders::ListedOrder, orders::ListKey>
{
    Q_OBJECT

public:
    enum Column { Number, Client, PhoneNumber, Sum, State, Exchange, Task, Items, Address, Email, Visit, From, Added, Changed, ColumnCount };

    OrdersModel(Background &background, const base::Clock &clock, QObject *parent = nullptr);

    void show(const orders::ListQuery &query);
    /// The page of a task without its number behind; empty: numbers are no links.
    void setTaskPages(const QString &address);
    QUrl taskPage(int row) const;
    qint64 idAt(int row) const; ///< 0 while the row is on its way.
    /// Among the pages that are there; -1 when it is not.
    int rowOf(qint64 id) const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void sortRequested(pfx::orders::SortBy by, bool descending);

private:
    QVariant words(const orders::ListedOrder &row, int column) const;

    const base::Clock &m_clock;
    QString m_taskPages;
};

} // namespace pfx::ui
