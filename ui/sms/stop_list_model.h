// SPDX-License-Identifier: GPL-3.0-or-later
// The first numbers of the stop list for the one table: number, why, since when. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/sms/stop_list.h"

#include <QAbstractTableModel>

namespace pfx::ui {

class StopListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Reason, Since, ColumnCount };

    explicit StopListModel(const base::Clock &clock, QObject *parent = nullptr) : QAbstractTableModel(parent), m_clock(clock) { }

    /// The selection stays where nothing has changed.
    void show(const QVector<sms::Stopped> &rows);
    const sms::Stopped &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString reasonOf(const sms::Stopped &row);

    const base::Clock &m_clock;
    QVector<sms::Stopped> m_rows;
};

} // namespace pfx::ui
