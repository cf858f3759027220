// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two states of an order, and the joining of two sides that both changed it. Field names are those of the order's
// JSON ("client.phone", "status"). Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"

#include <QJsonValue>

namespace pfx::orders {

struct Change
{
    QString field;
    QJsonValue before;
    QJsonValue after;

    bool operator==(const Change &) const = default;
};

/// The fields that a person sees; ids, versions and times of the record are no changes.
QVector<Change> differences(const Order &before, const Order &after);

/// Sets a field by its name to a value as `differences` gives it. Validation for an unknown name or a value that the field cannot have.
base::Result<void> setField(Order &order, const QString &field, const QJsonValue &value);

/// A field that both sides changed to different values.
struct Conflict
{
    QString field;
    QJsonValue common; ///< As both knew it before.
    QJsonValue ours;
    QJsonValue theirs;

    bool operator==(const Conflict &) const = default;
};

struct Joined
{
    Order order;                 ///< Ours with their changes; a field in conflict stays ours.
    QVector<Change> taken;       ///< What came from them.
    QVector<Conflict> conflicts;
};

/// `common` is the state that both sides last agreed upon.
Joined join(const Order &common, const Order &ours, const Order &theirs);

} // namespace pfx::orders
