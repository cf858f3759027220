// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to /orders: any bytes are refused with a reason or read, and what was read is the same order again when it is printed and read
// once more, which is how changes are joined and what the site gets back.
#include "core/orders/changes.h"
#include "core/orders/order_json.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace pfx;

static void require(bool holds)
{
    if (!holds)
        abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto order = orders::readOrder(bytes);
    if (!order) {
        require(!order.error().detail.isEmpty());
        return 0;
    }
    const auto again = orders::readOrder(QJsonDocument(orders::toJson(*order)).toJson(QJsonDocument::Compact));
    require(again.has_value());
    require(again->number == order->number && orders::differences(*order, *again).isEmpty());
    orders::Order other;
    other.number = QStringLiteral("N"); // an order that is kept has one
    for (const orders::Change &change : orders::differences(other, *order))
        require(orders::setField(other, change.field, change.after).has_value());
    require(orders::differences(other, *order).isEmpty());
    return 0;
}
