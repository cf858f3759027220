// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing orders: each change is written together with its history and with the effect that brings it to Planfix, in one
// transaction. Functions of an open write transaction (a Writer job). Failures: those of the repository and of the outbox; Validation.
#pragma once

#include "core/base/clock.h"
#include "core/orders/order_effects.h"
#include "core/orders/repository.h"

#include <QProcessEnvironment>

namespace pfx::orders {

/// Which side a conflict is settled for.
enum class Side { Ours, Theirs };
using Sides = QHash<QString, Side>; ///< By field; a field that is not named stays in conflict.

class OrderBook {
public:
    OrderBook(OrderEffects effects, const base::Clock &clock) : m_effects(std::move(effects)), m_clock(clock) { }

    /// A number that is there already changes nothing. One answer for each order, in their order.
    base::Result<QVector<AddedOrder>> add(store::Connection &db, const QVector<Order> &orders);
    base::Result<AddedOrder> add(store::Connection &db, const Order &order);
    /// `order` as it was read, with its changes; Conflict when it has been changed since. Nothing changed: nothing is written.
    base::Result<Order> change(store::Connection &db, const Order &order, Source by);
    /// Every field in conflict for one side; what is ours goes to the task.
    base::Result<Order> settle(store::Connection &db, qint64 id, Side side);
    /// Only these fields. Conflict when one of them is not in conflict (any more), so that nobody decides about what they have not seen.
    base::Result<Order> settle(store::Connection &db, qint64 id, const Sides &sides);
    /// A test order goes without a trace here, and its task becomes a cancelled one (Planfix's API cannot remove it). Conflict for an order
    /// that is none.
    base::Result<void> removeTest(store::Connection &db, qint64 id);

private:
    base::Result<void> tell(store::Connection &db, const QVector<qint64> &ids);
    base::Result<Order> settle(store::Connection &db, const StoredOrder &stored, const Sides &sides);

    OrderEffects m_effects;
    const base::Clock &m_clock;
};

/// A book whose effects go to the account of the settings, or of the environment before them. `outbox` and `clock` outlive it.
base::Result<OrderBook> openBook(store::Connection &db, exchange::Outbox &outbox, const base::Clock &clock,
                                 const QProcessEnvironment &environment);

} // namespace pfx::orders
