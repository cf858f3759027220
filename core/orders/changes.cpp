// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/changes.h"

#include "core/orders/order_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::orders {

namespace {

/// One field that can change: how it is read as JSON for people and logs, and how it is taken over from another order.
struct Field
{
    const char *name;
    QJsonValue (*value)(const Order &);
    void (*take)(Order &target, const Order &from);
};

QJsonValue itemsJson(const Order &order)
{
    return toJson(order).value(QLatin1String("items"));
}

const QVector<Field> &fields()
{
    static const QVector<Field> all{
        {"client.name", [](const Order &o) { return QJsonValue(o.client.name); }, [](Order &t, const Order &f) { t.client.name = f.client.name; }},
        {"client.phone", [](const Order &o) { return QJsonValue(o.client.phone); },
         [](Order &t, const Order &f) { t.client.phone = f.client.phone; }},
        {"client.email", [](const Order &o) { return QJsonValue(o.client.email); },
         [](Order &t, const Order &f) { t.client.email = f.client.email; }},
        {"address", [](const Order &o) { return QJsonValue(o.address); }, [](Order &t, const Order &f) { t.address = f.address; }},
        {"visit_at", [](const Order &o) { return o.visitAt ? QJsonValue(isoTime(*o.visitAt)) : QJsonValue(); },
         [](Order &t, const Order &f) { t.visitAt = f.visitAt; }},
        {"items", itemsJson, [](Order &t, const Order &f) { t.items = f.items; }},
        {"total", [](const Order &o) { return QJsonValue(o.total); }, [](Order &t, const Order &f) { t.total = f.total; }},
        {"currency", [](const Order &o) { return QJsonValue(o.currency); }, [](Order &t, const Order &f) { t.currency = f.currency; }},
        {"comment", [](const Order &o) { return QJsonValue(o.comment); }, [](Order &t, const Order &f) { t.comment = f.comment; }},
        {"status", [](const Order &o) { return QJsonValue(name(o.status)); }, [](Order &t, const Order &f) { t.status = f.status; }},
        {"extra", [](const Order &o) { return QJsonValue(o.extra); }, [](Order &t, const Order &f) { t.extra = f.extra; }},
    };
    return all;
}

} // namespace

base::Result<void> setField(Order &order, const QString &field, const QJsonValue &value)
{
    // By way of the order's own JSON, so that a value is read as everywhere else.
    QJsonObject json = toJson(order);
    const QString group = field.section(QLatin1Char('.'), 0, 0);
    const QString member = field.section(QLatin1Char('.'), 1);
    if (member.isEmpty()) {
        json.insert(group, value);
    } else {
        QJsonObject inner = json.value(group).toObject();
        inner.insert(member, value);
        json.insert(group, inner);
    }
    PFX_ASSIGN(const Order read, readOrder(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    for (const Field &known : fields()) {
        if (field == QLatin1String(known.name)) {
            known.take(order, read);
            return {};
        }
    }
    return base::fail(base::ErrorCode::Validation, QStringLiteral("an order has no such field"), field);
}

QVector<Change> differences(const Order &before, const Order &after)
{
    QVector<Change> changes;
    for (const Field &field : fields()) {
        const QJsonValue old = field.value(before);
        const QJsonValue now = field.value(after);
        if (old != now)
            changes.append({QLatin1String(field.name), old, now});
    }
    return changes;
}

Joined join(const Order &common, const Order &ours, const Order &theirs)
{
    Joined joined;
    joined.order = ours;
    for (const Field &field : fields()) {
        const QJsonValue base = field.value(common);
        const QJsonValue our = field.value(ours);
        const QJsonValue their = field.value(theirs);
        if (their == base || their == our)
            continue;
        if (our == base) {
            field.take(joined.order, theirs);
            joined.taken.append({QLatin1String(field.name), our, their});
        } else {
            joined.conflicts.append({QLatin1String(field.name), base, our, their});
        }
    }
    return joined;
}

} // namespace pfx::orders
