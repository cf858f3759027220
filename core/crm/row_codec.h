// SPDX-License-Identifier: GPL-3.0-or-later
// How values of our entities stand in table cells, shared by the repository and the lists: lists and foreign fields as JSON text, points as
// rows, amounts with a whole number to sort by, the text of the search index. Internal to core/crm; any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

namespace pfx::crm::codec {

store::Value tags(const QStringList &values);
QStringList tagsFrom(const QByteArray &json);
/// JSON kept as text; NULL when empty.
store::Value json(const QByteArray &text);

/// Canonical text ("100000.00", "-5.125"), or empty when the amount is no decimal number: the store sums these texts.
QString exactAmount(const QString &amount);
/// The amount × 100, rounded and clamped to 64 bits: only for order, never for sums.
std::optional<qint64> amountKey(const QString &exactAmount);

/// An empty block of the points table.
store::RowBlock pointsBlock();
void appendPoints(store::RowBlock &block, records::Kind entityKind, qint64 entityId, const QVector<records::Point> &points);
records::Point pointFrom(const store::Row &row);

/// What the search index holds of a contact: every word begins behind a space, so that " ма" finds the beginnings of words.
QString searchText(const QString &searchKey, const QVector<records::Point> &points);

/// The rows of a statement over "{ids} AS k" by their column id.
template<typename T>
base::Result<QHash<qint64, T>> rowsById(store::Connection &db, const QString &sql, const QVector<qint64> &ids, T (*from)(const store::Row &))
{
    QHash<qint64, T> rows;
    if (ids.isEmpty())
        return rows;
    rows.reserve(ids.size());
    PFX_TRY(db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&rows, from](const store::Row &row) -> base::Result<void> {
        rows.insert(row.number(QStringLiteral("id")), from(row));
        return {};
    }));
    return rows;
}

/// Removes repeated ids, keeping the order: a set of ids is looked up once.
QVector<qint64> distinct(const QVector<qint64> &ids);

} // namespace pfx::crm::codec
