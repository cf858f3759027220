// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_json.h"

#include "core/base/json.h"
#include "core/base/money.h"
#include "core/orders/amounts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QTimeZone>

namespace pfx::orders {

using base::ErrorCode;
using base::JsonReader;
using base::Result;

namespace {

constexpr qsizetype longestNumber = 64;
constexpr qsizetype longestText = 100000;

QString q(const char *key)
{
    return QLatin1String(key);
}

base::Failure refuse(const QString &reason, const QString &path)
{
    return base::fail(ErrorCode::Validation, reason, path);
}

Result<QString> text(const JsonReader &json, const char *key)
{
    PFX_ASSIGN(const QString value, json.textOrNumber(q(key), QString()));
    if (value.size() > longestText)
        return refuse(QStringLiteral("the text is too long"), json.path(q(key)));
    return value.trimmed();
}

Result<QString> number(const JsonReader &json)
{
    PFX_ASSIGN(const QString value, text(json, "number"));
    if (value.size() > longestNumber)
        return refuse(QStringLiteral("the number is longer than 64 characters"), json.path(q("number")));
    for (const QChar character : value) {
        if (!character.isPrint())
            return refuse(QStringLiteral("the number has control characters"), json.path(q("number")));
    }
    return value;
}

/// A decimal as text: from a number as it was written, or from a text.
Result<QString> amount(const JsonReader &json, const char *key)
{
    const QJsonValue value = json.object().value(q(key));
    if (value.isUndefined() || value.isNull())
        return QString();
    const QString written = value.isDouble() ? QString::number(value.toDouble(), 'f', 8) : value.toString();
    if (!value.isDouble() && !value.isString())
        return refuse(QStringLiteral("expected an amount"), json.path(q(key)));
    if (written.trimmed().isEmpty())
        return QString();
    auto exact = base::parseAmount(written);
    if (!exact)
        return refuse(QStringLiteral("expected an amount"), json.path(q(key)));
    if (value.isDouble()) {
        // A JSON number was written with eight digits only to be exact; the zeros say nothing.
        while (exact->endsWith(QLatin1Char('0')) && exact->size() - exact->indexOf(QLatin1Char('.')) > 3)
            exact->chop(1);
    }
    return *exact;
}

Result<Client> client(const JsonReader &json)
{
    Client read;
    PFX_ASSIGN(const auto object, json.child(q("client")));
    if (!object)
        return read;
    PFX_ASSIGN(read.name, text(*object, "name"));
    PFX_ASSIGN(read.phone, text(*object, "phone"));
    PFX_ASSIGN(read.email, text(*object, "email"));
    return read;
}

Result<QVector<Item>> items(const JsonReader &json)
{
    QVector<Item> all;
    PFX_ASSIGN(const auto children, json.children(q("items")));
    for (const JsonReader &child : children) {
        Item item;
        PFX_ASSIGN(item.name, text(child, "name"));
        PFX_ASSIGN(item.quantity, amount(child, "quantity"));
        item.quantity = quantityText(item.quantity);
        PFX_ASSIGN(item.price, amount(child, "price"));
        all.append(item);
    }
    return all;
}

Result<void> readState(const JsonReader &json, Order &order)
{
    PFX_ASSIGN(const QString visit, text(json, "visit_at"));
    if (!visit.isEmpty()) {
        order.visitAt = parseTime(visit);
        if (!order.visitAt)
            return refuse(QStringLiteral("expected a time like 2026-02-03T09:30:00+03:00"), json.path(q("visit_at")));
    }
    PFX_ASSIGN(const QString status, text(json, "status"));
    if (!status.isEmpty()) {
        const auto known = statusNamed(status);
        if (!known)
            return refuse(QStringLiteral("expected new, confirmed, in_progress, completed or cancelled"), json.path(q("status")));
        order.status = *known;
    }
    return {};
}

Result<void> readExtra(const JsonReader &json, Order &order)
{
    PFX_ASSIGN(const auto extra, json.child(q("extra")));
    if (extra)
        order.extra = extra->object();
    static const QSet<QString> known{q("number"), q("client"),   q("address"), q("visit_at"), q("items"),      q("total"),
                                     q("currency"), q("comment"), q("status"), q("extra"),   q("planfix_id"), q("id"),
                                     q("is_test"),  q("source"),  q("created_at"), q("changed_at")};
    const QJsonObject object = json.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()) && !order.extra.contains(member.key()))
            order.extra.insert(member.key(), member.value());
    }
    return {};
}

} // namespace

Result<Order> readOrder(const QByteArray &bytes)
{
    PFX_ASSIGN(const JsonReader json, JsonReader::parse(bytes));
    Order order;
    PFX_ASSIGN(order.number, number(json));
    PFX_ASSIGN(order.client, client(json));
    PFX_ASSIGN(order.address, text(json, "address"));
    PFX_ASSIGN(order.items, items(json));
    PFX_ASSIGN(order.total, amount(json, "total"));
    PFX_ASSIGN(order.currency, text(json, "currency"));
    PFX_ASSIGN(order.comment, text(json, "comment"));
    PFX_TRY(readState(json, order));
    PFX_TRY(readExtra(json, order));
    if (order.client.isEmpty() && order.items.isEmpty() && order.comment.isEmpty() && order.address.isEmpty() && order.total.isEmpty()
        && order.number.isEmpty() && order.extra.isEmpty())
        return refuse(QStringLiteral("the order is empty"), QString());
    return order;
}

QJsonObject toJson(const Order &order)
{
    const auto orNull = [](const QString &value) { return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value); };
    QJsonArray items;
    for (const Item &item : order.items) {
        items.append(QJsonObject{{q("name"), item.name}, {q("quantity"), item.quantity}, {q("price"), orNull(item.price)}});
    }
    QJsonObject object{
        {q("number"), order.number},
        {q("client"),
         QJsonObject{{q("name"), orNull(order.client.name)}, {q("phone"), orNull(order.client.phone)}, {q("email"), orNull(order.client.email)}}},
        {q("address"), orNull(order.address)},
        {q("visit_at"), order.visitAt ? QJsonValue(isoTime(*order.visitAt)) : QJsonValue(QJsonValue::Null)},
        {q("items"), items},
        {q("total"), orNull(order.total)},
        {q("currency"), orNull(order.currency)},
        {q("comment"), orNull(order.comment)},
        {q("status"), name(order.status)},
        {q("extra"), order.extra},
        {q("planfix_id"), order.planfixId > 0 ? QJsonValue(order.planfixId) : QJsonValue(QJsonValue::Null)},
        {q("source"), name(order.source)},
        {q("is_test"), order.isTest},
    };
    if (order.createdAt > 0)
        object.insert(q("created_at"), isoTime(order.createdAt));
    if (order.changedAt > 0)
        object.insert(q("changed_at"), isoTime(order.changedAt));
    return object;
}

QString isoTime(qint64 ms)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs).remove(QStringLiteral(".000"));
}

std::optional<qint64> parseTime(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

} // namespace pfx::orders
