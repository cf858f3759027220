// SPDX-License-Identifier: GPL-3.0-or-later
// How far an order has come on its way to its Planfix task (saved, sent, task), for whoever shows the way as it happens: the test order of
// the set-up and of the orders' page. For the thread of the connection. Failures: the Connection's; NotFound for an order that is gone.
#pragma once

#include "core/orders/repository.h"
#include "core/orders/sync_state.h"

namespace pfx::orders {

struct OrderProgress {
    Order order;
    SyncState sync;
    qint64 journalRow = 0; ///< The newest effect of the order; 0 when the journal has forgotten it.
    std::optional<int> httpStatus; ///< Of the request that made the task, else of the last one.
    qint64 tookMs = 0; ///< That request.
    QString missingScope; ///< The real name of the right for whose want Planfix refused ("task_add"); empty when it was not that.

    bool hasTask() const { return order.planfixId > 0; }
    /// It will not get there without a person.
    bool isStuck() const { return !hasTask() && (sync.sync == Sync::Attention || sync.sync == Sync::Held); }

    bool operator==(const OrderProgress &) const = default;
};

base::Result<OrderProgress> progressOf(store::Connection &db, qint64 orderId, qint64 nowMs);

} // namespace pfx::orders
