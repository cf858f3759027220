// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting of a Table by the columns that its model calls sortable (those with an index in the store): a click on the heading, the arrow
// beside it, entries in the menu of the columns for the keyboard. Other headings leave the order as it is. The order is remembered with the
// widths. GUI thread.
#pragma once

#include "ui/common/table.h"

class QMenu;

namespace pfx::ui {

enum TableSortingRole { SortableRole = StretchRole + 100 }; ///< Header data, bool: QAbstractItemModel::sort() knows the column.

class TableSorting : public QObject
{
    Q_OBJECT
public:
    static bool isSortable(const QAbstractItemModel &model, int column);
    /// For the table's model, begun with its first sortable column; nothing when it has none.
    static void apply(Table &table);

    void addTo(QMenu &menu);

private:
    TableSorting(Table &table, int first);
    void sorted(int column, Qt::SortOrder order);
    void describe();

    Table &m_table;
    int m_column;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace pfx::ui
