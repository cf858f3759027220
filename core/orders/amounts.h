// SPDX-License-Identifier: GPL-3.0-or-later
// One spelling for the amounts of an order, so that the same amount is never a change: sums with at least two decimals, quantities without
// zeros at their end. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"

namespace pfx::orders {

/// "2" of "2.00"; "1" of nothing.
QString quantityText(const QString &exact);

/// Validation with the field's path for what is no amount.
base::Result<void> normalizeAmounts(Order &order);

/// What the items come to, exactly. No value when there are none, a price is missing, or an amount cannot be read or is too large.
std::optional<QString> itemsTotal(const QVector<Item> &items);

} // namespace pfx::orders
