// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_list.h"

#include "core/orders/order_effects.h"
#include "core/orders/order_rows.h"

namespace pfx::orders {

using base::Result;
using rows::Picked;
using store::Connection;
using store::Row;

namespace {

QString columnOf(SortBy by)
{
    switch (by) {
    case SortBy::Changed:
        return QStringLiteral("changed_at");
    case SortBy::Number:
        return QStringLiteral("number");
    case SortBy::Added:
        break;
    }
    return QStringLiteral("id");
}

const QString inTrouble = QStringLiteral("(conflict IS NOT NULL OR id IN (SELECT k.value FROM {ids} AS k))");

/// The orders of which an effect waits for a person.
Result<QVector<qint64>> troubled(Connection &db)
{
    PFX_ASSIGN(const QStringList subjects, exchange::subjectsInTrouble(db, exchange::Queue::Outbox, effect::planfixService));
    const QString prefix = effect::subject(0).chopped(1); // "order:"
    QVector<qint64> ids;
    for (const QString &subject : subjects) {
        if (subject.startsWith(prefix))
            ids.append(subject.mid(prefix.size()).toLongLong());
    }
    return ids;
}

Result<Picked> pick(Connection &db, const ListQuery &query)
{
    Picked picked = rows::pick(db.backend(), query.filter);
    if (query.needsAttention) {
        PFX_ASSIGN(const auto ids, troubled(db));
        picked.conditions.append(inTrouble);
        picked.params.append({QStringLiteral("ids"), store::idSet(db.backend(), ids)});
    }
    return picked;
}

void beginBehind(const ListQuery &query, Picked &picked)
{
    if (!query.after)
        return;
    const QString comparison = (query.descending ? QStringLiteral("<") : QStringLiteral(">")) + (query.inclusive ? QStringLiteral("=") : QString());
    picked.params.append({QStringLiteral("after_id"), query.after->id});
    if (query.sortBy == SortBy::Added) {
        picked.conditions.append(QStringLiteral("id %1 :after_id").arg(comparison));
        return;
    }
    picked.conditions.append(QStringLiteral("(%1, id) %2 (:after_value, :after_id)").arg(columnOf(query.sortBy), comparison));
    picked.params.append({QStringLiteral("after_value"), query.after->value});
}

QString orderBy(const ListQuery &query)
{
    const QString direction = query.descending ? QStringLiteral(" DESC") : QString();
    if (query.sortBy == SortBy::Added)
        return QStringLiteral(" ORDER BY id") + direction;
    return QStringLiteral(" ORDER BY %1%2, id%2").arg(columnOf(query.sortBy), direction);
}

ListKey keyOf(const Order &order, SortBy by)
{
    switch (by) {
    case SortBy::Changed:
        return {order.changedAt, order.id};
    case SortBy::Number:
        return {order.number, order.id};
    case SortBy::Added:
        break;
    }
    return {{}, order.id};
}

} // namespace

Result<QVector<ListedOrder>> listOrders(Connection &db, const ListQuery &query, qint64 nowMs)
{
    PFX_ASSIGN(Picked picked, pick(db, query));
    beginBehind(query, picked);
    picked.params.append({QStringLiteral("page"), qint64(query.limit)});
    QVector<ListedOrder> listed;
    QVector<qint64> ids;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM orders%2%3 LIMIT :page").arg(rows::columns(), picked.where(), orderBy(query)),
                       picked.params, [&](const Row &row) -> Result<void> {
                           PFX_ASSIGN(auto read, rows::read(row));
                           ids.append(read.order.id);
                           listed.append({std::move(read.order), {}, {}});
                           listed.last().key = keyOf(listed.last().order, query.sortBy);
                           return {};
                       }));
    PFX_ASSIGN(const auto states, syncStates(db, ids, nowMs));
    for (ListedOrder &row : listed)
        row.sync = states.value(row.order.id);
    return listed;
}

Result<ListIndex> indexOrders(Connection &db, const ListQuery &query, int every)
{
    PFX_ASSIGN(const Picked picked, pick(db, query));
    const QString column = columnOf(query.sortBy);
    ListIndex index;
    PFX_TRY(db.forEach(QStringLiteral("SELECT id, %1 AS sort_value FROM orders%2%3").arg(column, picked.where(), orderBy(query)),
                       picked.params, [&](const Row &row) -> Result<void> {
                           if (index.count++ % every == 0) {
                               ListKey key;
                               key.id = row.number(QStringLiteral("id"));
                               if (query.sortBy == SortBy::Changed)
                                   key.value = row.number(QStringLiteral("sort_value"));
                               else if (query.sortBy == SortBy::Number)
                                   key.value = row.text(QStringLiteral("sort_value"));
                               index.anchors.append(key);
                           }
                           return {};
                       }));
    return index;
}

Result<Attention> attention(Connection &db)
{
    PFX_ASSIGN(const auto ids, troubled(db));
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS n, count(conflict) AS c FROM orders WHERE ") + inTrouble,
                                          {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
    return Attention{rows.front().number(QStringLiteral("n")), rows.front().number(QStringLiteral("c"))};
}

} // namespace pfx::orders
