// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_mapping.h"

#include "core/base/money.h"
#include "core/base/text_keys.h"
#include "core/orders/changes.h"
#include "core/orders/order_json.h"
#include "core/planfix/field_types.h"
#include "core/planfix/write_entities.h"
#include "core/rules/name_template.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using planfix::CustomField;
using planfix::CustomValue;
using planfix::Task;
using planfix::TaskDraft;

namespace {

const QString extraPrefix = QStringLiteral("extra.");

QString isoLocal(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(Qt::ISODate);
}

/// A mapped field's value as text; empty when the order does not have it.
QString valueOf(const Order &order, const QString &field)
{
    if (field.startsWith(extraPrefix)) {
        const QJsonValue value = order.extra.value(field.mid(extraPrefix.size()));
        if (value.isDouble())
            return QString::number(value.toDouble(), 'g', 15);
        return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
    }
    static const QHash<QString, QString (*)(const Order &)> readers{
        {QStringLiteral("number"), [](const Order &o) { return o.number; }},
        {QStringLiteral("client.name"), [](const Order &o) { return o.client.name; }},
        {QStringLiteral("client.phone"), [](const Order &o) { return o.client.phone; }},
        {QStringLiteral("client.email"), [](const Order &o) { return o.client.email; }},
        {QStringLiteral("address"), [](const Order &o) { return o.address; }},
        {QStringLiteral("visit_at"), [](const Order &o) { return o.visitAt ? isoLocal(*o.visitAt) : QString(); }},
        {QStringLiteral("total"), [](const Order &o) { return o.total; }},
        {QStringLiteral("currency"), [](const Order &o) { return o.currency; }},
        {QStringLiteral("comment"), [](const Order &o) { return o.comment; }},
        {QStringLiteral("source"), [](const Order &o) { return name(o.source); }},
    };
    const auto reader = readers.value(field);
    return reader ? reader(order) : QString();
}

/// Takes a custom field's value back into the order.
void take(Order &order, const QString &field, const CustomValue &value)
{
    const QString shown = value.value.isString() ? value.value.toString() : value.shown;
    if (field.startsWith(extraPrefix)) {
        const QString key = field.mid(extraPrefix.size());
        const QJsonValue now = value.value.isObject() || value.value.isArray() ? QJsonValue(shown) : value.value;
        if (shown.isEmpty() && !value.value.isDouble() && !value.value.isBool())
            order.extra.remove(key);
        else
            order.extra.insert(key, now);
        return;
    }
    if (field == QLatin1String("visit_at")) {
        const auto point = planfix::timePoint(value.value);
        if (!point) {
            order.visitAt.reset();
            return;
        }
        // A plain date says nothing of the hour that we know.
        const QDateTime known = order.visitAt ? QDateTime::fromMSecsSinceEpoch(*order.visitAt) : QDateTime();
        const bool hasTime = value.type && *value.type == planfix::DateTime;
        const QTime time = hasTime && point->time ? *point->time : known.isValid() ? known.time() : QTime(0, 0);
        order.visitAt = QDateTime(point->date, time).toMSecsSinceEpoch();
        return;
    }
    if (field == QLatin1String("total")) {
        const QString written = value.value.isDouble() ? QString::number(value.value.toDouble(), 'f', 2) : shown;
        order.total = base::parseAmount(written).value_or(QString());
        return;
    }
    static const QHash<QString, QString &(*)(Order &)> texts{
        {QStringLiteral("client.name"), [](Order &o) -> QString & { return o.client.name; }},
        {QStringLiteral("client.phone"), [](Order &o) -> QString & { return o.client.phone; }},
        {QStringLiteral("client.email"), [](Order &o) -> QString & { return o.client.email; }},
        {QStringLiteral("address"), [](Order &o) -> QString & { return o.address; }},
        {QStringLiteral("currency"), [](Order &o) -> QString & { return o.currency; }},
        {QStringLiteral("comment"), [](Order &o) -> QString & { return o.comment; }},
    };
    if (const auto text = texts.value(field))
        text(order) = shown;
}

Result<QVector<CustomValue>> customValues(const Order &order, const TaskMapping &mapping, const QStringList &fields)
{
    QVector<CustomValue> values;
    for (const QString &field : fields) {
        const QString text = valueOf(order, field);
        const qint64 id = mapping.fields.value(field);
        CustomField definition = mapping.known.value(id);
        if (definition.id == 0)
            definition = {id, field, planfix::Line, {}, 0};
        if (text.isEmpty()) {
            values.append({id, definition.name, definition.type, QJsonValue(QString()), {}});
            continue;
        }
        auto value = planfix::fieldValue(definition, text);
        if (!value)
            return base::fail(ErrorCode::Validation, value.error().detail, field);
        values.append({id, definition.name, definition.type, *value, text});
    }
    return values;
}

QString line(const QString &label, const QString &value)
{
    return value.isEmpty() ? QString() : label + QStringLiteral(": ") + value;
}

QString money(const QString &amount, const QString &currency)
{
    return currency.isEmpty() ? amount : amount + QChar(0xa0) + currency;
}

QString description(const Order &order, const TaskWords &words)
{
    QStringList lines;
    if (order.isTest)
        lines += words.testOrder;
    lines += line(words.client, order.client.name);
    lines += line(words.phone, order.client.phone);
    lines += line(words.email, order.client.email);
    lines += line(words.address, order.address);
    if (order.visitAt)
        lines += line(words.visit, QDateTime::fromMSecsSinceEpoch(*order.visitAt).toString(QStringLiteral("dd.MM.yyyy HH:mm")));
    if (!order.items.isEmpty())
        lines += words.items + QLatin1Char(':');
    for (const Item &item : order.items) {
        QString text = QStringLiteral("• %1 × %2").arg(item.name, item.quantity);
        if (!item.price.isEmpty())
            text += QStringLiteral(" – ") + money(item.price, order.currency);
        lines += text;
    }
    lines += line(words.total, order.total.isEmpty() ? QString() : money(order.total, order.currency));
    lines += line(words.comment, order.comment);
    lines.removeAll(QString());
    return planfix::toHtml(lines.join(QLatin1Char('\n')));
}

std::optional<qint64> statusId(Status status, const TaskMapping &mapping)
{
    for (const QString &wanted : mapping.statusNames.value(status)) {
        for (const planfix::Status &known : mapping.statuses) {
            if (base::searchKey(known.name) == base::searchKey(wanted))
                return known.id;
        }
    }
    return std::nullopt;
}

Result<QString> taskName(const Order &order, const TaskMapping &mapping)
{
    PFX_ASSIGN(const auto pattern, rules::NameTemplate::parse(mapping.namePattern, nameVariables()));
    if (!pattern.variables().contains(QStringLiteral("number")))
        return base::fail(ErrorCode::Validation, QStringLiteral("the name of the task must contain {{number}}"), QStringLiteral("name"));
    return pattern.render({{QStringLiteral("number"), order.number},
                           {QStringLiteral("client_name"), order.client.name},
                           {QStringLiteral("client_phone"), order.client.phone},
                           {QStringLiteral("address"), order.address},
                           {QStringLiteral("total"), order.total}});
}

} // namespace

const QStringList &mappableFields()
{
    static const QStringList all{QStringLiteral("number"),   QStringLiteral("client.name"), QStringLiteral("client.phone"),
                                 QStringLiteral("client.email"), QStringLiteral("address"),  QStringLiteral("visit_at"),
                                 QStringLiteral("total"),    QStringLiteral("currency"),    QStringLiteral("comment"),
                                 QStringLiteral("source")};
    return all;
}

const QStringList &nameVariables()
{
    static const QStringList all{QStringLiteral("number"), QStringLiteral("client_name"), QStringLiteral("client_phone"),
                                 QStringLiteral("address"), QStringLiteral("total")};
    return all;
}

Result<QHash<Status, QStringList>> readStatusNames(const QJsonObject &setting)
{
    QHash<Status, QStringList> names;
    for (auto member = setting.begin(); member != setting.end(); ++member) {
        const auto status = statusNamed(member.key());
        if (!status)
            return base::fail(ErrorCode::Validation, QStringLiteral("expected new, confirmed, in_progress, completed or cancelled"), member.key());
        QStringList words;
        for (const QString &word : member.value().toString().split(QLatin1Char(','), Qt::SkipEmptyParts))
            words.append(word.simplified());
        names.insert(*status, words);
    }
    return names;
}

Result<QMap<QString, qint64>> readFieldMap(const QJsonObject &setting)
{
    QMap<QString, qint64> fields;
    for (auto member = setting.begin(); member != setting.end(); ++member) {
        const bool isExtra = member.key().startsWith(extraPrefix) && member.key().size() > extraPrefix.size();
        if (!isExtra && !mappableFields().contains(member.key()))
            return base::fail(ErrorCode::Validation, QStringLiteral("an order has no such field"), member.key());
        const qint64 id = member.value().isString() ? member.value().toString().toLongLong() : member.value().toInteger();
        if (id <= 0)
            return base::fail(ErrorCode::Validation, QStringLiteral("expected the number of a custom field"), member.key());
        fields.insert(member.key(), id);
    }
    return fields;
}

Result<TaskDraft> newTask(const Order &order, const TaskMapping &mapping, const QString &counterparty)
{
    TaskDraft draft;
    PFX_ASSIGN(draft.name, taskName(order, mapping));
    draft.description = description(order, mapping.words);
    if (mapping.templateId > 0)
        draft.templateId = mapping.templateId;
    draft.status = statusId(order.status, mapping);
    if (!counterparty.isEmpty())
        draft.counterparty = counterparty;
    if (!mapping.assignees.isEmpty())
        draft.assignees = mapping.assignees;
    QStringList filled;
    for (auto field = mapping.fields.begin(); field != mapping.fields.end(); ++field) {
        if (!valueOf(order, field.key()).isEmpty())
            filled.append(field.key());
    }
    PFX_ASSIGN(draft.custom, customValues(order, mapping, filled));
    return draft;
}

Result<TaskDraft> changedTask(const Order &before, const Order &after, const TaskMapping &mapping)
{
    TaskDraft draft;
    PFX_ASSIGN(const QString oldName, taskName(before, mapping));
    PFX_ASSIGN(const QString newName, taskName(after, mapping));
    if (oldName != newName)
        draft.name = newName;
    const QString text = description(after, mapping.words);
    if (description(before, mapping.words) != text)
        draft.description = text;
    if (before.status != after.status)
        draft.status = statusId(after.status, mapping);
    QStringList changed;
    for (auto field = mapping.fields.begin(); field != mapping.fields.end(); ++field) {
        if (valueOf(before, field.key()) != valueOf(after, field.key()))
            changed.append(field.key());
    }
    PFX_ASSIGN(draft.custom, customValues(after, mapping, changed));
    return draft;
}

bool isEmpty(const TaskDraft &draft)
{
    return planfix::toJson(draft).isEmpty();
}

Order fromTask(const Order &known, const Task &task, const TaskMapping &mapping)
{
    Order order = known;
    if (task.status) {
        const QString key = base::searchKey(task.status->name);
        for (auto names = mapping.statusNames.begin(); names != mapping.statusNames.end(); ++names) {
            const auto &all = names.value();
            if (std::any_of(all.begin(), all.end(), [&key](const QString &name) { return base::searchKey(name) == key; }))
                order.status = names.key();
        }
    }
    for (const CustomValue &value : task.custom) {
        for (auto field = mapping.fields.begin(); field != mapping.fields.end(); ++field) {
            // The number is the order's identity and the source its past: neither follows the task.
            if (field.value() == value.field && field.key() != QLatin1String("number") && field.key() != QLatin1String("source"))
                take(order, field.key(), value);
        }
    }
    return order;
}

QString taskMarker(const QString &storeId, const QString &number)
{
    static const QUuid space = QUuid::createUuidV5(QUuid(), QStringLiteral("planfix-console/orders"));
    return QUuid::createUuidV5(space, storeId + QLatin1Char('/') + number).toString(QUuid::WithoutBraces);
}

} // namespace pfx::orders
