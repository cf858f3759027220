// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing orders: each change is written together with its history and with the effect that brings it to Planfix, in one
// transaction. Functions of an open write transaction (a Writer job). Failures: those of the repository and of the outbox; Validation.
#pragma once

#include "core/base/clock.h"
#include "core/exchange/outbox.h"
#include "core/orders/repository.h"

namespace pfx::orders {

/// Which side a conflict is settled for.
enum class Side { Ours, Theirs };

class OrderBook
{
public:
    /// `account` is the Planfix account's host; rows wait under it until a key is there.
    OrderBook(exchange::Outbox &outbox, const base::Clock &clock, QString account)
        : m_outbox(outbox), m_clock(clock), m_account(std::move(account))
    {}

    /// A number that is there already changes nothing.
    base::Result<AddedOrder> add(store::Connection &db, const Order &order);
    /// `order` as it was read, with its changes; Conflict when it has been changed since. Nothing changed: nothing is written.
    base::Result<Order> change(store::Connection &db, const Order &order, Source by);
    /// Every field in conflict for one side; what is ours goes to the task.
    base::Result<Order> settle(store::Connection &db, qint64 id, Side side);

private:
    base::Result<void> push(store::Connection &db, qint64 id);

    exchange::Outbox &m_outbox;
    const base::Clock &m_clock;
    QString m_account;
};

/// The outbox's words for bringing an order's state to its task.
namespace push {
inline const QString service = QStringLiteral("planfix");
inline const QString operation = QStringLiteral("order.push");
QByteArray payload(qint64 orderId);
base::Result<qint64> orderOf(const QByteArray &payload);
} // namespace push

} // namespace pfx::orders
