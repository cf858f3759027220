// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_model.h"

#include "core/base/phone.h"
#include "core/texts/order_texts.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"
#include "ui/orders/order_words.h"

namespace pfx::ui {

using orders::ListedOrder;

namespace {

QString phoneText(const QString &phone)
{
    const auto known = base::normalizePhone(phone);
    return known && known->extension.isEmpty() ? base::formatPhone(known->e164) : phone;
}

int leastWidth(int column)
{
    switch (column) {
    case OrdersModel::Number:
    case OrdersModel::Task:
        return 64;
    case OrdersModel::Sum:
        return 76;
    case OrdersModel::Client:
    case OrdersModel::Items:
    case OrdersModel::Address:
        return 110;
    case OrdersModel::PhoneNumber:
    case OrdersModel::Exchange:
        return 116; // a number or a chip, with the little of a margin that a small window has
    default:
        return 92;
    }
}

} // namespace

OrdersModel::OrdersModel(Background &background, const base::Clock &clock, QObject *parent) : KeysetModel(background, parent), m_clock(clock)
{}

void OrdersModel::show(const orders::ListQuery &query)
{
    Source source;
    source.page = [query, &clock = m_clock](store::Connection &db, std::optional<orders::ListKey> from, bool inclusive, int limit) {
        orders::ListQuery page = query;
        page.after = std::move(from);
        page.inclusive = inclusive;
        page.limit = limit;
        return orders::listOrders(db, page, clock.nowMs());
    };
    source.index = [query](store::Connection &db, int every) -> base::Result<Index> {
        PFX_ASSIGN(orders::ListIndex found, orders::indexOrders(db, query, every));
        return Index{found.count, std::move(found.anchors)};
    };
    source.keyOf = [](const ListedOrder &row) { return row.key; };
    setSource(std::move(source));
}

void OrdersModel::setTaskPages(const QString &address)
{
    if (address == m_taskPages)
        return;
    m_taskPages = address;
    if (rowCount() > 0)
        emit dataChanged(index(0, Task), index(rowCount() - 1, Task));
}

QUrl OrdersModel::taskPage(int row) const
{
    const ListedOrder *found = rowAt(row);
    return found && found->order.planfixId > 0 && !m_taskPages.isEmpty() ? QUrl(m_taskPages + QString::number(found->order.planfixId)) : QUrl();
}

qint64 OrdersModel::idAt(int row) const
{
    const ListedOrder *found = row < 0 ? nullptr : rowAt(row);
    return found ? found->order.id : 0;
}

int OrdersModel::rowOf(qint64 id) const
{
    const int most = qMin(rowCount(), PageRows);
    for (int row = 0; row < most; ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

QVariant OrdersModel::words(const ListedOrder &row, int column) const
{
    const orders::Order &order = row.order;
    switch (column) {
    case Number:
        return order.number;
    case Client:
        return order.client.name;
    case PhoneNumber:
        return phoneText(order.client.phone);
    case Sum:
        return sumText(order);
    case State:
        return texts::text(order.status);
    case Task:
        return order.planfixId > 0 ? QString::number(order.planfixId) : QStringLiteral("—");
    case Exchange:
        return syncChip(order, row.sync).text;
    case Items:
        return itemsLine(order);
    case Address:
        return order.address;
    case Email:
        return order.client.email;
    case Visit:
        return order.visitAt ? timeShort(*order.visitAt, m_clock.nowMs()) : QString();
    case From:
        return texts::text(order.source);
    case Added:
        return timeShort(order.createdAt, m_clock.nowMs());
    case Changed:
        return timeShort(order.changedAt, m_clock.nowMs());
    default:
        return {};
    }
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return column == Sum ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    const ListedOrder *row = rowAt(index.row());
    if (role == SkeletonRole)
        return row == nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(*row, column);
    case ChipRole:
        return column == Exchange ? QVariant::fromValue(syncChip(row->order, row->sync)) : QVariant();
    case BoldRole:
        return column == Number;
    case NoteRole:
        return column == Number && row->order.isTest ? QVariant(tr("test")) : QVariant();
    case ToneRole:
        if (column == State)
            return int(statusTone(row->order.status));
        return column == Task && taskPage(index.row()).isValid() ? QVariant(int(Tone::Primary)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Added || column == Changed)
            return timeExact(column == Added ? row->order.createdAt : row->order.changedAt);
        if (column == Exchange && row->sync.error)
            return texts::describe(*row->sync.error).message;
        return column == Task && taskPage(index.row()).isValid() ? QVariant(tr("Open in Planfix")) : QVariant();
    default:
        return {};
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const QString headings[] = {tr("No."),       tr("Client"),  tr("Phone"),  tr("Sum"),   tr("Status"), tr("Exchange"), tr("Task"),
                                tr("Services"),  tr("Address"), tr("E-mail"), tr("Visit"), tr("From"),   tr("Added"), tr("Changed")};
    static_assert(std::size(headings) == ColumnCount);
    if (section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return headings[section];
    case Qt::TextAlignmentRole:
        return int((section == Sum ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MinimumWidthRole:
        return leastWidth(section);
    case StretchRole:
        return section == Client;
    default:
        return {};
    }
}

void OrdersModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    if (column == Number)
        emit sortRequested(orders::SortBy::Number, descending);
    else if (column == Added)
        emit sortRequested(orders::SortBy::Added, descending);
    else if (column == Changed)
        emit sortRequested(orders::SortBy::Changed, descending);
}

} // namespace pfx::ui
