// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_book.h"

#include "core/planfix/access.h"

#include <algorithm>

namespace pfx::orders {

using base::Result;
using store::Connection;

Result<void> OrderBook::tell(Connection &db, const QVector<qint64> &ids)
{
    PFX_TRY(m_effects.push(db, ids));
    return m_effects.tellSite(db, ids);
}

Result<QVector<AddedOrder>> OrderBook::add(Connection &db, const QVector<Order> &orders)
{
    PFX_ASSIGN(auto added, insert(db, orders, m_clock.nowMs()));
    QVector<qint64> made;
    for (const AddedOrder &one : std::as_const(added)) {
        if (one.added == Added::New)
            made.append(one.id);
    }
    if (!made.isEmpty())
        PFX_TRY(tell(db, made));
    return added;
}

Result<AddedOrder> OrderBook::add(Connection &db, const Order &order)
{
    PFX_ASSIGN(const auto added, add(db, QVector<Order>{order}));
    return added.first();
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
    PFX_TRY(tell(db, {order.id}));
    return written;
}

Result<Order> OrderBook::settle(Connection &db, qint64 id, Side side)
{
    PFX_ASSIGN(const StoredOrder stored, load(db, id));
    Sides sides;
    for (const Conflict &conflict : stored.conflicts)
        sides.insert(conflict.field, side);
    return settle(db, stored, sides);
}

Result<Order> OrderBook::settle(Connection &db, qint64 id, const Sides &sides)
{
    PFX_ASSIGN(const StoredOrder stored, load(db, id));
    for (auto side = sides.cbegin(); side != sides.cend(); ++side) {
        const auto isIt = [&side](const Conflict &conflict) { return conflict.field == side.key(); };
        if (std::none_of(stored.conflicts.cbegin(), stored.conflicts.cend(), isIt))
            return base::fail(base::ErrorCode::Conflict, QStringLiteral("the field is not in conflict"), side.key());
    }
    return settle(db, stored, sides);
}

Result<Order> OrderBook::settle(Connection &db, const StoredOrder &stored, const Sides &sides)
{
    if (sides.isEmpty())
        return stored.order;
    const qint64 id = stored.order.id;
    const qint64 now = m_clock.nowMs();
    Order order = stored.order;
    Order agreed = stored.agreed.value_or(stored.order);
    QVector<Conflict> left;
    bool isOurs = false, isTheirs = false;
    for (const Conflict &conflict : stored.conflicts) {
        const auto side = sides.constFind(conflict.field);
        if (side == sides.cend()) {
            left.append(conflict);
            continue;
        }
        // The task has their value, so that is what both sides know from now on; ours then differs from it and is sent.
        PFX_TRY(setField(agreed, conflict.field, conflict.theirs));
        if (*side == Side::Theirs)
            PFX_TRY(setField(order, conflict.field, conflict.theirs));
        (*side == Side::Ours ? isOurs : isTheirs) = true;
    }
    const QVector<Change> changes = differences(stored.order, order);
    PFX_ASSIGN(const Order written, update(db, order, now));
    PFX_TRY(setAgreed(db, id, agreed));
    PFX_TRY(setConflicts(db, id, left));
    PFX_TRY(addHistory(db, id, {now, isTheirs ? Source::Planfix : Source::Screen, Event::ConflictSettled, changes, {}}));
    if (isOurs)
        PFX_TRY(m_effects.push(db, {id}));
    if (isTheirs)
        PFX_TRY(m_effects.tellSite(db, {id}));
    return written;
}

Result<void> OrderBook::removeTest(Connection &db, qint64 id)
{
    PFX_ASSIGN(const StoredOrder stored, load(db, id));
    if (!stored.order.isTest)
        return base::fail(base::ErrorCode::Conflict, QStringLiteral("only a test order can be removed"), stored.order.number);
    PFX_TRY(remove(db, id));
    return stored.order.planfixId == 0 ? Result<void>() : m_effects.closeTask(db, id, stored.order.planfixId);
}

Result<OrderBook> openBook(Connection &db, exchange::Outbox &outbox, const base::Clock &clock, const QProcessEnvironment &environment)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    const auto account = planfix::chosenAccount(settings, environment);
    return OrderBook(OrderEffects(outbox, account ? account->host() : QString()), clock);
}

} // namespace pfx::orders
