// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/repository.h"

#include "core/base/email.h"
#include "core/base/phone.h"
#include "core/base/text_keys.h"
#include "core/orders/amounts.h"
#include "core/orders/order_json.h"
#include "core/orders/order_rows.h"
#include "core/orders/stored_json.h"

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using store::Connection;
using store::orNull;
using store::Params;
using store::Row;
using store::Value;

namespace {

QString madeNumber(const Order &order)
{
    return (order.isTest ? QStringLiteral("TEST-%1") : QStringLiteral("ORD-%1")).arg(order.id);
}

Value timeOrNull(const std::optional<qint64> &time)
{
    return time ? Value(*time) : Value();
}

/// What insert and update write alike, by column.
Params contentOf(const Order &order)
{
    const auto phone = base::normalizePhone(order.client.phone);
    return {{QStringLiteral("number"), order.number},
            {QStringLiteral("status"), name(order.status)},
            {QStringLiteral("client_name"), orNull(order.client.name)},
            {QStringLiteral("client_phone"), orNull(order.client.phone)},
            {QStringLiteral("client_email"), orNull(order.client.email)},
            {QStringLiteral("phone_normalized"), phone ? Value(phone->e164) : Value()},
            {QStringLiteral("search_key"), base::searchKey(order.number + QLatin1Char(' ') + order.client.name)},
            {QStringLiteral("address"), orNull(order.address)},
            {QStringLiteral("visit_at"), timeOrNull(order.visitAt)},
            {QStringLiteral("items"), stored::items(order.items)},
            {QStringLiteral("total"), orNull(order.total)},
            {QStringLiteral("currency"), orNull(order.currency)},
            {QStringLiteral("comment"), orNull(order.comment)},
            {QStringLiteral("extra"), stored::object(order.extra)}};
}

Result<std::optional<StoredOrder>> one(Connection &db, const QString &condition, const Params &params)
{
    PFX_ASSIGN(const auto found, db.select(QStringLiteral("SELECT %1 FROM orders WHERE %2").arg(rows::columns(), condition), params));
    if (found.empty())
        return std::optional<StoredOrder>();
    PFX_ASSIGN(auto order, rows::read(found.front()));
    return std::optional(std::move(order));
}

Result<StoredOrder> oneOrFail(Connection &db, const QString &condition, const Params &params, const QString &asked)
{
    PFX_ASSIGN(auto found, one(db, condition, params));
    if (!found)
        return base::fail(ErrorCode::NotFound, asked, QStringLiteral("order"));
    return std::move(*found);
}

/// Of the numbers that are there.
Result<QHash<QString, qint64>> idsOf(Connection &db, const QStringList &numbers)
{
    QHash<QString, qint64> ids;
    if (numbers.isEmpty())
        return ids;
    PFX_TRY(db.forEach(QStringLiteral("SELECT o.id AS id, o.number AS number FROM {keys} AS k CROSS JOIN orders AS o WHERE o.number = k.value"),
                       {{QStringLiteral("keys"), store::keySet(db.backend(), numbers)}}, [&ids](const Row &row) -> Result<void> {
                           ids.insert(row.text(QStringLiteral("number")), row.number(QStringLiteral("id")));
                           return {};
                       }));
    return ids;
}

/// Gives each its id, and those without a number one that nobody has: somebody else may have called an order «ORD-17» already.
Result<void> number(Connection &db, QVector<Order> &orders)
{
    PFX_ASSIGN(qint64 id, db.reserveIds(QStringLiteral("orders"), orders.size()));
    QStringList made;
    QSet<QString> taken;
    for (Order &order : orders) {
        order.id = id++;
        if (order.number.isEmpty())
            made.append(madeNumber(order));
        else
            taken.insert(order.number);
    }
    PFX_ASSIGN(const auto known, idsOf(db, made));
    for (Order &order : orders) {
        if (!order.number.isEmpty())
            continue;
        const QString plain = madeNumber(order);
        order.number = plain;
        for (int i = 2; known.contains(plain) || taken.contains(order.number); ++i) {
            order.number = QStringLiteral("%1-%2").arg(plain).arg(i);
            PFX_ASSIGN(const auto same, idsOf(db, {order.number}));
            if (same.isEmpty() && !taken.contains(order.number))
                break;
        }
        taken.insert(order.number);
    }
    return {};
}

Result<void> insertFresh(Connection &db, QVector<Order> &orders, qint64 nowMs)
{
    PFX_TRY(number(db, orders));
    store::RowBlock block{QStringLiteral("orders"),
                          {QStringLiteral("id"), QStringLiteral("source"), QStringLiteral("is_test"), QStringLiteral("version"),
                           QStringLiteral("created_at"), QStringLiteral("changed_at")},
                          {}};
    store::RowBlock past{QStringLiteral("order_history"),
                         {QStringLiteral("order_id"), QStringLiteral("entry_no"), QStringLiteral("at"), QStringLiteral("source"),
                          QStringLiteral("event"), QStringLiteral("changes")},
                         {}};
    const QString noChanges = stored::changes({});
    for (const Order &order : std::as_const(orders)) {
        const auto content = contentOf(order);
        if (block.cells.empty()) {
            for (const auto &[column, value] : content)
                block.columns.append(column);
        }
        for (store::Value value : {store::Value(order.id), store::Value(name(order.source)), store::Value(qint64(order.isTest)),
                                   store::Value(qint64(1)), store::Value(nowMs), store::Value(nowMs)})
            block.cells.push_back(std::move(value));
        for (const auto &[column, value] : content)
            block.cells.push_back(value);
        for (store::Value value : {store::Value(order.id), store::Value(qint64(1)), store::Value(nowMs), store::Value(name(order.source)),
                                   store::Value(name(Event::Added)), store::Value(noChanges)})
            past.cells.push_back(std::move(value));
    }
    PFX_TRY(db.insert(block));
    return db.insert(past);
}

Result<QVector<Order>> many(Connection &db, const QString &rest, const Params &params)
{
    QVector<Order> orders;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM orders%2").arg(rows::columns(), rest), params, [&orders](const Row &row) -> Result<void> {
        PFX_ASSIGN(auto order, rows::read(row));
        orders.append(std::move(order.order));
        return {};
    }));
    return orders;
}

Result<void> changeOne(Connection &db, qint64 id, const QString &assignment, const Value &value)
{
    PFX_ASSIGN(const qint64 changed,
               db.execute(QStringLiteral("UPDATE orders SET %1 = :value WHERE id = :id").arg(assignment),
                          {{QStringLiteral("value"), value}, {QStringLiteral("id"), id}}));
    if (changed == 0)
        return base::fail(ErrorCode::NotFound, QString::number(id), QStringLiteral("order"));
    return {};
}

} // namespace

Result<QVector<AddedOrder>> insert(Connection &db, QVector<Order> orders, qint64 nowMs)
{
    QStringList numbers;
    for (Order &order : orders) {
        PFX_TRY(normalizeAmounts(order));
        if (!order.number.isEmpty())
            numbers.append(order.number);
    }
    // Whoever adds orders from another program waits here until this transaction ends, so that no number is overlooked and then refused.
    PFX_TRY(db.reserveIds(QStringLiteral("orders"), 0));
    PFX_ASSIGN(auto known, idsOf(db, numbers));
    QVector<Order> fresh;
    for (const Order &order : std::as_const(orders)) {
        if (order.number.isEmpty() || !known.contains(order.number)) {
            fresh.append(order);
            if (!order.number.isEmpty())
                known.insert(order.number, 0);
        }
    }
    if (!fresh.isEmpty())
        PFX_TRY(insertFresh(db, fresh, nowMs));
    QVector<AddedOrder> added;
    auto next = fresh.cbegin();
    for (const Order &order : std::as_const(orders)) {
        const bool isFresh = next != fresh.cend() && (order.number.isEmpty() || known.value(order.number) == 0);
        if (isFresh) {
            known.insert(next->number, next->id);
            added.append({next->id, next->number, Added::New});
            ++next;
        } else {
            added.append({known.value(order.number), order.number, Added::Repeated});
        }
    }
    return added;
}

Result<AddedOrder> insert(Connection &db, const Order &order, qint64 nowMs)
{
    PFX_ASSIGN(const auto added, insert(db, QVector<Order>{order}, nowMs));
    return added.first();
}

Result<Order> update(Connection &db, const Order &given, qint64 nowMs)
{
    Order order = given;
    PFX_TRY(normalizeAmounts(order));
    Params params = contentOf(order);
    QStringList assignments;
    for (const auto &[column, value] : std::as_const(params))
        assignments.append(column + QStringLiteral(" = :") + column);
    params.append({QStringLiteral("now"), nowMs});
    params.append({QStringLiteral("id"), order.id});
    params.append({QStringLiteral("version"), order.version});
    PFX_ASSIGN(
        const qint64 changed,
        db.execute(QStringLiteral("UPDATE orders SET %1, version = version + 1, changed_at = :now WHERE id = :id AND version = :version")
                       .arg(assignments.join(QStringLiteral(", "))),
                   params));
    if (changed == 0)
        return base::fail(ErrorCode::Conflict, order.number, QStringLiteral("order"));
    ++order.version;
    order.changedAt = nowMs;
    return order;
}

Result<void> setAgreed(Connection &db, qint64 id, const Order &agreed)
{
    return changeOne(db, id, QStringLiteral("agreed"), stored::agreed(agreed));
}

Result<void> setConflicts(Connection &db, qint64 id, const QVector<Conflict> &conflicts)
{
    return changeOne(db, id, QStringLiteral("conflict"), conflicts.isEmpty() ? Value() : Value(stored::conflicts(conflicts)));
}

Result<void> setTask(Connection &db, qint64 id, qint64 planfixId)
{
    return changeOne(db, id, QStringLiteral("planfix_id"), store::idOrNull(planfixId));
}

Result<void> addHistory(Connection &db, qint64 id, const HistoryEntry &entry)
{
    PFX_TRY(db.execute(QStringLiteral("INSERT INTO order_history (order_id, entry_no, at, source, event, changes, detail)"
                                      " VALUES (:id, (SELECT COALESCE(max(entry_no), 0) + 1 FROM order_history WHERE order_id = :id), :at,"
                                      " :source, :event, :changes, :detail)"),
                       {{QStringLiteral("id"), id},
                        {QStringLiteral("at"), entry.at},
                        {QStringLiteral("source"), name(entry.source)},
                        {QStringLiteral("event"), name(entry.event)},
                        {QStringLiteral("changes"), stored::changes(entry.changes)},
                        {QStringLiteral("detail"), orNull(entry.detail)}}));
    return {};
}

Result<void> remove(Connection &db, qint64 id)
{
    const Params params{{QStringLiteral("id"), id}};
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM order_history WHERE order_id = :id"), params));
    PFX_ASSIGN(const qint64 removed, db.execute(QStringLiteral("DELETE FROM orders WHERE id = :id"), params));
    if (removed == 0)
        return base::fail(ErrorCode::NotFound, QString::number(id), QStringLiteral("order"));
    return {};
}

Result<StoredOrder> load(Connection &db, qint64 id)
{
    return oneOrFail(db, QStringLiteral("id = :id"), {{QStringLiteral("id"), id}}, QString::number(id));
}

Result<StoredOrder> loadByNumber(Connection &db, const QString &number)
{
    return oneOrFail(db, QStringLiteral("number = :number"), {{QStringLiteral("number"), number}}, number);
}

Result<std::optional<StoredOrder>> loadByTask(Connection &db, qint64 planfixId)
{
    return one(db, QStringLiteral("planfix_id = :task"), {{QStringLiteral("task"), planfixId}});
}

Result<QVector<std::pair<qint64, QString>>> withoutTask(Connection &db)
{
    QVector<std::pair<qint64, QString>> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT id, number FROM orders WHERE planfix_id IS NULL ORDER BY id"), {},
                       [&found](const Row &row) -> Result<void> {
                           found.append({row.number(QStringLiteral("id")), row.text(QStringLiteral("number"))});
                           return {};
                       }));
    return found;
}

Result<QSet<qint64>> conflicting(Connection &db, const QVector<qint64> &ids)
{
    QSet<qint64> found;
    if (ids.isEmpty())
        return found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT o.id FROM {ids} AS k CROSS JOIN orders o WHERE o.id = k.value AND o.conflict IS NOT NULL"),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&found](const Row &row) -> Result<void> {
                           found.insert(row.number(QStringLiteral("id")));
                           return {};
                       }));
    return found;
}

Result<QVector<qint64>> openTasks(Connection &db, qsizetype most)
{
    QVector<qint64> tasks;
    PFX_TRY(
        db.forEach(QStringLiteral("SELECT planfix_id FROM orders WHERE planfix_id IS NOT NULL AND status NOT IN ('completed', 'cancelled')"
                                  " ORDER BY id DESC LIMIT :most"),
                   {{QStringLiteral("most"), qint64(most)}}, [&tasks](const Row &row) -> Result<void> {
                       tasks.append(row.number(QStringLiteral("planfix_id")));
                       return {};
                   }));
    return tasks;
}

Result<QVector<HistoryEntry>> history(Connection &db, qint64 id)
{
    QVector<HistoryEntry> entries;
    PFX_TRY(
        db.forEach(QStringLiteral("SELECT at, source, event, changes, detail FROM order_history WHERE order_id = :id ORDER BY entry_no"),
                   {{QStringLiteral("id"), id}}, [&entries](const Row &row) -> Result<void> {
                       HistoryEntry entry;
                       entry.at = row.number(QStringLiteral("at"));
                       entry.source = sourceNamed(row.text(QStringLiteral("source"))).value_or(Source::Screen);
                       entry.event = stored::eventNamed(row.text(QStringLiteral("event")));
                       PFX_ASSIGN(entry.changes, stored::readChanges(row.bytes(QStringLiteral("changes"))));
                       entry.detail = row.text(QStringLiteral("detail"));
                       entries.append(std::move(entry));
                       return {};
                   }));
    return entries;
}

Result<std::optional<qint64>> lastLook(Connection &db, const QString &account)
{
    PFX_ASSIGN(
        const auto rows,
        db.select(QStringLiteral("SELECT looked_at FROM order_looks WHERE account = :account"), {{QStringLiteral("account"), account}}));
    return rows.empty() ? std::nullopt : std::optional(rows.front().number(QStringLiteral("looked_at")));
}

Result<void> setLastLook(Connection &db, const QString &account, qint64 atMs)
{
    return db
        .execute(QStringLiteral("INSERT INTO order_looks (account, looked_at) VALUES (:account, :at)"
                                " ON CONFLICT (account) DO UPDATE SET looked_at = excluded.looked_at"),
                 {{QStringLiteral("account"), account}, {QStringLiteral("at"), atMs}})
        .map([](auto) {});
}

Result<QVector<Order>> list(Connection &db, const OrderQuery &query, qint64 before, int limit)
{
    rows::Picked picked = rows::pick(db.backend(), query);
    picked.conditions.append(QStringLiteral("(:before = 0 OR id < :before)"));
    picked.params.append({QStringLiteral("before"), before});
    picked.params.append({QStringLiteral("limit"), qint64(limit)});
    return many(db, picked.where() + QStringLiteral(" ORDER BY id DESC LIMIT :limit"), picked.params);
}

Result<QVector<Order>> changedAfter(Connection &db, const ChangeMark &mark, int limit)
{
    return many(db, QStringLiteral(" WHERE (changed_at, id) > (:at, :id) ORDER BY changed_at, id LIMIT :limit"),
                {{QStringLiteral("at"), mark.at}, {QStringLiteral("id"), mark.id}, {QStringLiteral("limit"), qint64(limit)}});
}

} // namespace pfx::orders
