// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a list of orders as CSV, page after page, so that memory does not grow with the list. One line an order; its items stand in one
// cell, each extra field that the first page of the list knows in a column of its own. UTF-8 with a byte order mark. Any thread; blocks.
#pragma once

#include "core/base/stop_token.h"
#include "core/orders/order_list.h"

#include <functional>

class QIODevice;

namespace pfx::ui {

/// Number of rows. Cancelled; StorageFull when the device refuses.
base::Result<qint64> writeOrders(store::Connection &db, QIODevice &device, orders::ListQuery query, qint64 nowMs,
                                 const base::StopToken &stop, const std::function<void(qint64)> &progress);

} // namespace pfx::ui
