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
        return one.recipient == other.recipient && one.reason == other.reason && one.addedAt == other.addedAt
            && one.inSetting == other.inSetting;
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
            return reasonOf(row);
        default:
            return row.addedAt > 0 ? timeShort(row.addedAt, m_clock.nowMs()) : QString();
        }
    }
    if (role == Qt::ToolTipRole) {
        if (index.column() == Since)
            return row.addedAt > 0 ? timeExact(row.addedAt) : QString();
        return index.column() == Reason ? reasonOf(row) : QString();
    }
    return role == BoldRole && index.column() == Number ? QVariant(true) : QVariant();
}

QString StopListModel::reasonOf(const sms::Stopped &row)
{
    if (!row.inSetting)
        return row.reason;
    return row.reason.isEmpty() ? tr("Named in the settings") : tr("%1 (named in the settings)").arg(row.reason);
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
