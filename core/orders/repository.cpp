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

Result<AddedOrder> insert(Connection &db, Order order, qint64 nowMs)
{
    PFX_TRY(normalizeAmounts(order));
    if (!order.number.isEmpty()) {
        PFX_ASSIGN(const auto known, one(db, QStringLiteral("number = :number"), {{QStringLiteral("number"), order.number}}));
        if (known)
            return AddedOrder{known->order.id, order.number, Added::Repeated};
    }
    PFX_ASSIGN(order.id, db.reserveIds(QStringLiteral("orders"), 1));
    if (order.number.isEmpty())
        order.number = (order.isTest ? QStringLiteral("TEST-%1") : QStringLiteral("ORD-%1")).arg(order.id);
    store::RowBlock block;
    block.table = QStringLiteral("orders");
    block.columns = {QStringLiteral("id"),      QStringLiteral("source"),     QStringLiteral("is_test"),
                     QStringLiteral("version"), QStringLiteral("created_at"), QStringLiteral("changed_at")};
    block.cells = {order.id, name(order.source), qint64(order.isTest), qint64(1), nowMs, nowMs};
    for (const auto &[column, value] : contentOf(order)) {
        block.columns.append(column);
        block.cells.push_back(value);
    }
    PFX_TRY(db.insert(block));
    PFX_TRY(addHistory(db, order.id, {nowMs, order.source, Event::Added, {}, {}}));
    return AddedOrder{order.id, order.number, Added::New};
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
    QVector<Order> orders;
    PFX_TRY(db.forEach(
        QStringLiteral("SELECT %1 FROM orders%2 ORDER BY id DESC LIMIT :limit").arg(rows::columns(), picked.where()), picked.params,
        [&orders](const Row &row) -> Result<void> {
            PFX_ASSIGN(auto order, rows::read(row));
            orders.append(std::move(order.order));
            return {};
        }));
    return orders;
}

} // namespace pfx::orders
