// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_words.h"

#include "core/orders/order_json.h"
#include "core/texts/order_texts.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace pfx::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OrderWords)
};

QString itemText(const QString &name, const QString &quantity)
{
    return quantity.isEmpty() || quantity == QLatin1String("1") ? name : QStringLiteral("%1 × %2").arg(name, quantity);
}

QString itemsText(const QJsonArray &items)
{
    QStringList parts;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        QString part = itemText(item.value(QLatin1String("name")).toString(), valueText(item.value(QLatin1String("quantity"))));
        if (const QString price = valueText(item.value(QLatin1String("price"))); !price.isEmpty())
            part += QStringLiteral(" (%1)").arg(price);
        parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

QString objectText(const QJsonObject &object)
{
    QStringList parts;
    for (auto member = object.begin(); member != object.end(); ++member)
        parts.append(QStringLiteral("%1: %2").arg(member.key(), valueText(member.value())));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString itemsLine(const orders::Order &order)
{
    QStringList parts;
    for (const orders::Item &item : order.items)
        parts.append(itemText(item.name, item.quantity));
    return parts.join(QStringLiteral(", "));
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString changeText(const QString &field, const QJsonValue &value)
{
    QString text = valueText(value);
    if (field == QLatin1String("status")) {
        if (const auto status = orders::statusNamed(text))
            text = texts::text(*status);
    } else if (field == QLatin1String("visit_at")) {
        if (const auto time = orders::parseTime(text))
            text = QLocale().toString(QDateTime::fromMSecsSinceEpoch(*time), QLocale::ShortFormat);
    } else if (field == QLatin1String("items")) {
        text = itemsText(value.toArray());
    } else if (field == QLatin1String("extra")) {
        text = objectText(value.toObject());
    } else if (field == QLatin1String("total") && !text.isEmpty()) {
        text = amount(text, {}).trimmed();
    }
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString sumText(const orders::Order &order)
{
    return order.total.isEmpty() ? QString() : amount(order.total, order.currency);
}

Chip syncChip(const orders::Order &order, const orders::SyncState &sync)
{
    switch (sync.sync) {
    case orders::Sync::Agreed:
        return order.planfixId > 0 ? Chip{Tone::Success, {}, texts::text(sync.sync)}
                                   : Chip{Tone::Muted, {}, Words::tr("Not in Planfix")};
    case orders::Sync::OnItsWay:
        return {Tone::Info, QStringLiteral("clock"), texts::text(sync.sync)};
    case orders::Sync::Held:
    case orders::Sync::Waiting:
        return {Tone::Warning, QStringLiteral("clock"), texts::text(sync.sync)};
    case orders::Sync::Attention:
        return {Tone::Error, {}, texts::text(sync.sync)};
    case orders::Sync::Conflict:
        return {Tone::Warning, {}, Words::tr("Two versions")};
    }
    return {};
}

Tone statusTone(orders::Status status)
{
    return status == orders::Status::Cancelled || status == orders::Status::Completed ? Tone::Muted : Tone::Text;
}

} // namespace pfx::ui
