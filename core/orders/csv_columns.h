// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a table of orders mean, and a row as an order by that. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace pfx::orders {

struct CsvColumn {
    QString name; ///< As the file has it; may be empty.
    QString field; ///< What it seems to mean: one of csvFields() or "extra.<name>"; empty: left out.
    QStringList samples; ///< Its first values.
};

/// A field for each column of the table in its order; empty: the column is left out. Columns with the same field are joined by a space
/// (first and last name, date and time).
using CsvMapping = QStringList;

/// The fields that a column can have besides "extra.<name>": those of the order's JSON, "items" (several in one cell: "Розетка x2 - 500₽;
/// Выезд") and, for one item a row, "item.name", "item.quantity", "item.price".
const QStringList &csvFields();

/// By the columns' names, Russian or English. Not known ones are kept as "extra.<name>"; ones without a name are left out.
QStringList guessFields(const QStringList &names);

/// Validation when there is a field that does not exist, not one for each column, or none that an order knows.
base::Result<void> checkMapping(const CsvMapping &mapping, qsizetype columns);

/// The row as the JSON that readOrder() takes; empty when nothing of it is mapped or filled. A status is one of ours or of `statuses`, a time
/// ISO 8601 or "03.02.2026 09:30". Validation in `where` the field.
base::Result<QJsonObject> orderObject(const QStringList &cells, const CsvMapping &mapping, const QHash<Status, QStringList> &statuses);

/// "Розетка x2 - 500₽" as {"name","quantity","price"}.
QJsonObject itemObject(const QString &text);

} // namespace pfx::orders
