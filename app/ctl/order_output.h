// SPDX-License-Identifier: GPL-3.0-or-later
// How pfxctl shows orders, and how it adds them. Main thread.
#pragma once

#include "app/ctl/context.h"
#include "core/exchange/outbox.h"
#include "core/orders/order_book.h"
#include "core/orders/repository.h"

namespace pfx::ctl {

/// Saves the order with the effect that brings it to Planfix; who dispatches does the rest.
base::Result<orders::AddedOrder> addOrder(Context &context, const orders::Order &order);

void printOrder(Context &context, const orders::Order &order);
/// The link to the order's task, on stderr.
base::Result<void> tellTask(Context &context, const orders::Order &order);
base::Result<void> printHistory(Context &context, store::Connection &db, const orders::StoredOrder &stored);

} // namespace pfx::ctl
