// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/stored_json.h"

#include "core/orders/order_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace pfx::orders {

namespace {

struct EventWord
{
    Event event;
    const char *name;
};

constexpr std::array<EventWord, 10> eventWords{{
    {Event::Added, "added"},
    {Event::Changed, "changed"},
    {Event::TaskCreated, "task_created"},
    {Event::TaskFound, "task_found"},
    {Event::Sent, "sent"},
    {Event::Received, "received"},
    {Event::ConflictFound, "conflict_found"},
    {Event::ConflictSettled, "conflict_settled"},
    {Event::TaskGone, "task_gone"},
    {Event::FieldsDropped, "fields_dropped"},
}};

} // namespace

QString name(Event event)
{
    for (const EventWord &word : eventWords) {
        if (word.event == event)
            return QLatin1String(word.name);
    }
    return {};
}

namespace stored {

using base::ErrorCode;
using base::Result;

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

base::Failure damaged(const char *column)
{
    return base::fail(ErrorCode::StorageDamaged, QStringLiteral("not the JSON that was written"), QLatin1String(column));
}

Result<QJsonArray> arrayOf(const QByteArray &json, const char *column)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return damaged(column);
    return document.array();
}

} // namespace

QString items(const QVector<Item> &items)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(QJsonArray{item.name, item.quantity, item.price});
    return compact(QJsonDocument(array));
}

Result<QVector<Item>> readItems(const QByteArray &json)
{
    PFX_ASSIGN(const QJsonArray array, arrayOf(json, "orders.items"));
    QVector<Item> items;
    for (const QJsonValue &value : array) {
        const QJsonArray parts = value.toArray();
        items.append({parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString()});
    }
    return items;
}

QString object(const QJsonObject &object)
{
    return compact(QJsonDocument(object));
}

Result<QJsonObject> readObject(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return damaged("orders.extra");
    return document.object();
}

QString agreed(const Order &order)
{
    return compact(QJsonDocument(toJson(order)));
}

Result<Order> readAgreed(const QByteArray &json)
{
    auto order = readOrder(json);
    if (!order)
        return damaged("orders.agreed");
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    order->planfixId = object.value(QLatin1String("planfix_id")).toInteger();
    order->isTest = object.value(QLatin1String("is_test")).toBool();
    order->source = sourceNamed(object.value(QLatin1String("source")).toString()).value_or(Source::Screen);
    return order;
}

QString changes(const QVector<Change> &changes)
{
    QJsonArray array;
    for (const Change &change : changes)
        array.append(QJsonArray{change.field, change.before, change.after});
    return compact(QJsonDocument(array));
}

Result<QVector<Change>> readChanges(const QByteArray &json)
{
    PFX_ASSIGN(const QJsonArray array, arrayOf(json, "order_history.changes"));
    QVector<Change> changes;
    for (const QJsonValue &value : array) {
        const QJsonArray parts = value.toArray();
        changes.append({parts.at(0).toString(), parts.at(1), parts.at(2)});
    }
    return changes;
}

QString conflicts(const QVector<Conflict> &conflicts)
{
    QJsonArray array;
    for (const Conflict &conflict : conflicts)
        array.append(QJsonArray{conflict.field, conflict.common, conflict.ours, conflict.theirs});
    return compact(QJsonDocument(array));
}

Result<QVector<Conflict>> readConflicts(const QByteArray &json)
{
    PFX_ASSIGN(const QJsonArray array, arrayOf(json, "orders.conflict"));
    QVector<Conflict> conflicts;
    for (const QJsonValue &value : array) {
        const QJsonArray parts = value.toArray();
        conflicts.append({parts.at(0).toString(), parts.at(1), parts.at(2), parts.at(3)});
    }
    return conflicts;
}

Event eventNamed(const QString &name)
{
    for (const EventWord &word : eventWords) {
        if (name == QLatin1String(word.name))
            return word.event;
    }
    return Event::Changed;
}

} // namespace stored
} // namespace pfx::orders
