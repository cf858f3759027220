// SPDX-License-Identifier: GPL-3.0-or-later
// Small tables that are filled at once (differences, outcomes, problems): cells with the roles of Table. GUI thread.
#pragma once

#include "ui/common/table.h"

#include <QStandardItemModel>

namespace pfx::ui {

class Cells : public QStandardItemModel
{
    Q_OBJECT

public:
    struct Column
    {
        QString title;
        bool number = false;
        bool stretch = false;
        int minimum = 72;
    };

    explicit Cells(QObject *parent = nullptr) : QStandardItemModel(parent) {}

    void setColumns(const QVector<Column> &columns);
    /// Appends a row; its items can then be given tone, icon or chip.
    QList<QStandardItem *> addRow(const QStringList &texts);
    static void setTone(QStandardItem *item, Tone tone);
    static void setIconName(QStandardItem *item, const QString &icon);
    static void setBold(QStandardItem *item);
    static void setChip(QStandardItem *item, const Chip &chip);
    void removeAllRows() { setRowCount(0); }

private:
    QVector<Column> m_columns;
};

} // namespace pfx::ui
