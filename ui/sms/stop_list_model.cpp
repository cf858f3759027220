// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/stop_list_model.h"

#include "core/base/phone.h"
#include "ui/common/formatting.h"
#include "ui/common/table.h"

#include <algorithm>

namespace pfx::ui {

void StopListModel::show(const QVector<sms::Stopped> &rows)
{
    const auto isSame = [](const sms::Stopped &one, const sms::Stopped &other) {
        return one.recipient == other.recipient && one.reason == other.reason && one.addedAt == other.addedAt;
    };
    if (std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), isSame))
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QVariant StopListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const sms::Stopped &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Number:
            return base::formatPhone(row.recipient);
        case Reason:
            return row.reason;
        default:
            return timeShort(row.addedAt, m_clock.nowMs());
        }
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Since ? timeExact(row.addedAt) : index.column() == Reason ? row.reason : QString();
    return role == BoldRole && index.column() == Number ? QVariant(true) : QVariant();
}

QVariant StopListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return section == Number ? tr("Number") : section == Reason ? tr("Why") : tr("Since");
    case MinimumWidthRole:
        return section == Number ? 150 : 110;
    case StretchRole:
        return section == Reason;
    default:
        return {};
    }
}

} // namespace pfx::ui
