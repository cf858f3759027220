// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON texts in the columns of orders and order_history. What was written by us and cannot be read again is StorageDamaged. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/repository.h"

namespace pfx::orders::stored {

QString items(const QVector<Item> &items);
base::Result<QVector<Item>> readItems(const QByteArray &json);

QString object(const QJsonObject &object);
base::Result<QJsonObject> readObject(const QByteArray &json);

QString agreed(const Order &order);
base::Result<Order> readAgreed(const QByteArray &json);

QString changes(const QVector<Change> &changes);
base::Result<QVector<Change>> readChanges(const QByteArray &json);

QString conflicts(const QVector<Conflict> &conflicts);
base::Result<QVector<Conflict>> readConflicts(const QByteArray &json);

/// Changed for a word that a newer version has written.
Event eventNamed(const QString &name);

} // namespace pfx::orders::stored
