// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_book.h"

#include "core/base/json.h"

namespace pfx::orders {

using base::Result;
using store::Connection;

QByteArray push::payload(qint64 orderId)
{
    return "{\"order\":" + QByteArray::number(orderId) + '}';
}

Result<qint64> push::orderOf(const QByteArray &payload)
{
    PFX_ASSIGN(const auto json, base::JsonReader::parse(payload));
    return json.integer(QStringLiteral("order"));
}

Result<void> OrderBook::push(Connection &db, qint64 id)
{
    exchange::Effect effect;
    effect.service = push::service;
    effect.account = m_account;
    effect.operation = push::operation;
    effect.subject = QStringLiteral("order:%1").arg(id);
    effect.payload = push::payload(id);
    // A task could be made twice; whether it was made can be asked (TaskPusher looks for its marker).
    effect.kind = exchange::EffectKind::LookUp;
    return m_outbox.enqueue(db, effect).map([](const exchange::Accepted &) {});
}

Result<AddedOrder> OrderBook::add(Connection &db, const Order &order)
{
    PFX_ASSIGN(const AddedOrder added, insert(db, order, m_clock.nowMs()));
    if (added.added == Added::New)
        PFX_TRY(push(db, added.id));
    return added;
}

Result<Order> OrderBook::change(Connection &db, const Order &order, Source by)
{
    PFX_ASSIGN(const StoredOrder stored, load(db, order.id));
    const QVector<Change> changes = differences(stored.order, order);
    if (changes.isEmpty())
        return stored.order;
    const qint64 now = m_clock.nowMs();
    PFX_ASSIGN(const Order written, update(db, order, now));
    PFX_TRY(addHistory(db, order.id, {now, by, Event::Changed, changes, {}}));
    PFX_TRY(push(db, order.id));
    return written;
}

Result<Order> OrderBook::settle(Connection &db, qint64 id, Side side)
{
    PFX_ASSIGN(const StoredOrder stored, load(db, id));
    if (stored.conflicts.isEmpty())
        return stored.order;
    const qint64 now = m_clock.nowMs();
    Order order = stored.order;
    Order agreed = stored.agreed.value_or(stored.order);
    for (const Conflict &conflict : stored.conflicts) {
        // The task has their value, so that is what both sides know from now on; ours then differs from it and is sent.
        PFX_TRY(setField(agreed, conflict.field, conflict.theirs));
        if (side == Side::Theirs)
            PFX_TRY(setField(order, conflict.field, conflict.theirs));
    }
    const QVector<Change> changes = differences(stored.order, order);
    PFX_ASSIGN(const Order written, update(db, order, now));
    PFX_TRY(setAgreed(db, id, agreed));
    PFX_TRY(setConflicts(db, id, {}));
    PFX_TRY(addHistory(db, id, {now, side == Side::Ours ? Source::Screen : Source::Planfix, Event::ConflictSettled, changes, {}}));
    if (side == Side::Ours)
        PFX_TRY(push(db, id));
    return written;
}

} // namespace pfx::orders
