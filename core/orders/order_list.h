// SPDX-License-Identifier: GPL-3.0-or-later
// The orders as a long table shows them: keyset pages in an order that an index has, each row with the state of its exchange with Planfix,
// and what needs attention. Reading only, on the calling thread's connection. Failures: the Connection's.
#pragma once

#include "core/orders/repository.h"
#include "core/orders/sync_state.h"

namespace pfx::orders {

enum class SortBy { Added, Changed, Number };

/// A row's place: the value it is sorted by and the id.
struct ListKey {
    store::Value value;
    qint64 id = 0;

    bool operator==(const ListKey &) const = default;
};

struct ListQuery {
    OrderQuery filter;
    bool needsAttention = false; ///< Changed on both sides, or an effect that waits for a person.
    SortBy sortBy = SortBy::Added;
    bool descending = true;
    std::optional<ListKey> after; ///< The page begins behind this row.
    bool inclusive = false; ///< With `after` itself.
    int limit = 256;
};

struct ListedOrder {
    Order order;
    SyncState sync;
    ListKey key;

    bool operator==(const ListedOrder &) const = default;
};

base::Result<QVector<ListedOrder>> listOrders(store::Connection &db, const ListQuery &query, qint64 nowMs);

/// How many rows the query (without its page) has, and the key of each `every`-th.
struct ListIndex {
    qint64 count = 0;
    QVector<ListKey> anchors; ///< Of rows 0, every, 2 * every…
};
base::Result<ListIndex> indexOrders(store::Connection &db, const ListQuery &query, int every);

/// For the badge: how many orders need attention, and of how many both sides changed the same fields.
struct Attention {
    qint64 orders = 0;
    qint64 conflicts = 0;

    bool operator==(const Attention &) const = default;
};
base::Result<Attention> attention(store::Connection &db);

} // namespace pfx::orders
