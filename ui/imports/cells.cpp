// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/cells.h"

namespace pfx::ui {

void Cells::setColumns(const QVector<Column> &columns)
{
    m_columns = columns;
    setColumnCount(static_cast<int>(columns.size()));
    for (int i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        setHeaderData(i, Qt::Horizontal, column.title);
        setHeaderData(i, Qt::Horizontal, column.stretch, StretchRole);
        setHeaderData(i, Qt::Horizontal, column.minimum, MinimumWidthRole);
        setHeaderData(i, Qt::Horizontal, QVariant::fromValue(Qt::Alignment(column.number ? Qt::AlignRight | Qt::AlignVCenter
                                                                                         : Qt::AlignLeft | Qt::AlignVCenter)),
                      Qt::TextAlignmentRole);
    }
}

QList<QStandardItem *> Cells::addRow(const QStringList &texts)
{
    QList<QStandardItem *> items;
    for (int i = 0; i < texts.size(); ++i) {
        auto *item = new QStandardItem(texts[i]);
        item->setEditable(false);
        if (m_columns[i].number)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (m_columns[i].stretch)
            item->setToolTip(texts[i]);
        items.append(item);
    }
    appendRow(items);
    return items;
}

void Cells::setTone(QStandardItem *item, Tone tone)
{
    item->setData(static_cast<int>(tone), ToneRole);
}

void Cells::setIconName(QStandardItem *item, const QString &icon)
{
    item->setData(icon, IconNameRole);
}

void Cells::setBold(QStandardItem *item)
{
    item->setData(true, BoldRole);
}

void Cells::setChip(QStandardItem *item, const Chip &chip)
{
    item->setData(QVariant::fromValue(chip), ChipRole);
}

} // namespace pfx::ui
