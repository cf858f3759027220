// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_sorting.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>

namespace pfx::ui {

bool TableSorting::isSortable(const QAbstractItemModel &model, int column)
{
    return column >= 0 && column < model.columnCount() && model.headerData(column, Qt::Horizontal, SortableRole).toBool();
}

void TableSorting::apply(Table &table)
{
    delete table.findChild<TableSorting *>(QString(), Qt::FindDirectChildrenOnly);
    table.setSortingEnabled(false);
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (isSortable(*table.model(), column)) {
            new TableSorting(table, column);
            return;
        }
    }
}

TableSorting::TableSorting(Table &table, int first) : QObject(&table), m_table(table), m_column(first)
{
    table.horizontalHeader()->setSortIndicator(first, m_order);
    connect(table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TableSorting::sorted);
    table.setSortingEnabled(true);
    describe();
}

void TableSorting::sorted(int column, Qt::SortOrder order)
{
    QHeaderView *header = m_table.horizontalHeader();
    header->setSortIndicatorShown(true); // a restored state may be of a time without
    if (!isSortable(*m_table.model(), column)) {
        header->setSortIndicator(m_column, m_order);
        return;
    }
    m_column = column;
    m_order = order;
    describe();
}

void TableSorting::describe()
{
    const QString heading = m_table.model()->headerData(m_column, Qt::Horizontal).toString();
    m_table.setAccessibleDescription(m_order == Qt::AscendingOrder ? tr("Sorted by “%1”").arg(heading)
                                                                   : tr("Sorted by “%1”, in reverse order").arg(heading));
}

void TableSorting::addTo(QMenu &menu)
{
    menu.addSeparator();
    auto *columns = new QActionGroup(&menu);
    for (int column = 0; column < m_table.model()->columnCount(); ++column) {
        if (!isSortable(*m_table.model(), column))
            continue;
        QAction *action = menu.addAction(tr("Sort by “%1”").arg(m_table.model()->headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(column == m_column);
        columns->addAction(action);
        const QVariant initial = m_table.model()->headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole);
        const auto order = initial.isValid() ? static_cast<Qt::SortOrder>(initial.toInt()) : Qt::AscendingOrder;
        connect(action, &QAction::triggered, this, [this, column, order] {
            if (column != m_column)
                m_table.horizontalHeader()->setSortIndicator(column, order);
        });
    }
    QAction *reverse = menu.addAction(tr("In reverse order"));
    reverse->setCheckable(true);
    reverse->setChecked(m_order == Qt::DescendingOrder);
    connect(reverse, &QAction::triggered, this, [this](bool on) {
        m_table.horizontalHeader()->setSortIndicator(m_column, on ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

} // namespace pfx::ui
