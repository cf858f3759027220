// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of an order are said on the screen. Any thread once the translators are installed.
#pragma once

#include "core/orders/order_list.h"
#include "ui/common/chip.h"

#include <QJsonValue>

namespace pfx::ui {

/// "Розетка × 2, Выезд".
QString itemsLine(const orders::Order &order);
/// A value of JSON as people read it: texts and numbers as they are, lists and objects as JSON, nothing as nothing.
QString valueText(const QJsonValue &value);
/// A field's value in a history or a conflict: statuses and times in words, items as a line. "—" when there is none.
QString changeText(const QString &field, const QJsonValue &value);
/// "48 500 ₽"; empty when unknown.
QString sumText(const orders::Order &order);
Chip syncChip(const orders::Order &order, const orders::SyncState &sync);
Tone statusTone(orders::Status status);

} // namespace pfx::ui
