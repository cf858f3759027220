// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/sync_state.h"

#include "core/orders/order_effects.h"

namespace pfx::orders {

using base::Result;
using exchange::OpenRow;
using exchange::RowState;

namespace {

const exchange::Hold *holdOf(const QVector<exchange::Hold> &holds, const QString &account)
{
    for (const exchange::Hold &hold : holds) {
        if (hold.account == account)
            return &hold;
    }
    return nullptr;
}

SyncState stateOf(const OpenRow &row, const QVector<exchange::Hold> &holds)
{
    SyncState state{Sync::OnItsWay, row.id, row.account, row.dueAt, row.error};
    if (row.state == RowState::Attention || row.state == RowState::Unknown) {
        state.sync = Sync::Attention;
    } else if (const auto *hold = holdOf(holds, row.account); hold && row.state != RowState::Leased) {
        state.sync = Sync::Held;
        state.dueAt = hold->untilMs;
        if (!state.error)
            state.error = base::Error{exchange::errorCodeNamed(hold->code), hold->reason, {}};
    } else if (row.state == RowState::Waiting) {
        state.sync = Sync::Waiting;
    }
    return state;
}

} // namespace

Result<QHash<qint64, SyncState>> syncStates(store::Connection &db, const QVector<qint64> &orders, qint64 nowMs)
{
    QStringList subjects;
    for (const qint64 id : orders)
        subjects.append(effect::subject(id));
    PFX_ASSIGN(const auto open, exchange::openRows(db, exchange::Queue::Outbox, effect::planfixService, subjects));
    PFX_ASSIGN(const auto holds, exchange::accounts::holds(db, nowMs));
    PFX_ASSIGN(const auto inConflict, conflicting(db, orders));
    QHash<qint64, SyncState> states;
    for (const qint64 id : orders) {
        const auto row = open.constFind(effect::subject(id));
        SyncState state = row == open.cend() ? SyncState{} : stateOf(*row, holds);
        if (inConflict.contains(id) && state.sync != Sync::Attention)
            state.sync = Sync::Conflict;
        states.insert(id, state);
    }
    return states;
}

Result<void> sendAgain(store::Connection &db, exchange::Outbox &outbox, qint64 order, exchange::Doubt doubt, qint64 nowMs)
{
    PFX_ASSIGN(const auto states, syncStates(db, {order}, nowMs));
    const SyncState state = states.value(order);
    if (state.rowId == 0)
        return base::fail(base::ErrorCode::Conflict, QStringLiteral("nothing is on its way"), effect::subject(order));
    if (state.sync == Sync::Held)
        return exchange::accounts::release(db, state.account);
    return outbox.retry(db, state.rowId, doubt);
}

} // namespace pfx::orders
