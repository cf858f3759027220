// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of an order as /orders, `order add` and `order show` have it. What is not known by name is kept in `extra`. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"

namespace pfx::orders {

/// An order as somebody else gave it: no id, version or times. Validation with the member's path for a wrong type, a number with control
/// characters or over 64 characters, an unknown status, an amount or a time that is none, texts over 100,000 characters, and an order
/// that says nothing at all. Times without an offset are local.
base::Result<Order> readOrder(const QByteArray &json);

QJsonObject toJson(const Order &order);

/// ISO 8601 with the local offset, as every time of ours is printed.
QString isoTime(qint64 ms);
std::optional<qint64> parseTime(const QString &text);

} // namespace pfx::orders
