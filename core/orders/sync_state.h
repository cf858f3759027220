// SPDX-License-Identifier: GPL-3.0-or-later
// Whether orders and their tasks agree, and if not, why: for the chips of the list and for whoever waits for a task. For the thread of the
// connection. Failures: the Connection's.
#pragma once

#include "core/exchange/accounts.h"
#include "core/exchange/open_rows.h"
#include "core/exchange/outbox.h"
#include "core/orders/repository.h"

namespace pfx::orders {

enum class Sync {
    Agreed, ///< The task is as the order.
    OnItsWay, ///< Will be sent by itself.
    Held, ///< Waits for the account: no key, no quota; `error` says why.
    Waiting, ///< Failed; will be tried again at dueAt.
    Attention, ///< Somebody must look at it; `error` says why.
    Conflict, ///< Both sides changed the same fields.
};

struct SyncState {
    Sync sync = Sync::Agreed;
    qint64 rowId = 0; ///< Of the outbox; 0 when nothing is on its way.
    QString account; ///< Whose pace and holds the row shares.
    std::optional<qint64> dueAt;
    std::optional<base::Error> error;

    bool operator==(const SyncState &) const = default;
};

/// By the orders' ids.
base::Result<QHash<qint64, SyncState>> syncStates(store::Connection &db, const QVector<qint64> &orders, qint64 nowMs);

/// What waits for a person, for its next attempt or for the hold on its account goes at once; a function of a writer's job. Conflict when
/// nothing waits, or when nobody knows whether it was done already (Doubt::AcceptRepeat then sends it nevertheless).
base::Result<void> sendAgain(store::Connection &db, exchange::Outbox &outbox, qint64 order, exchange::Doubt doubt, qint64 nowMs);

} // namespace pfx::orders
