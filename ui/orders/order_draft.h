// SPDX-License-Identifier: GPL-3.0-or-later
// An order while a person types it: texts as they stand in the fields, what is wrong with each, and the order that they make. Pure; any
// thread once the translators are installed.
#pragma once

#include "core/orders/order.h"

#include <QHash>

#include <optional>

namespace pfx::ui {

struct OrderDraft
{
    struct Item
    {
        QString name, quantity, price;
        bool isEmpty() const { return name.trimmed().isEmpty() && quantity.trimmed().isEmpty() && price.trimmed().isEmpty(); }
        bool operator==(const Item &) const = default;
    };
    struct Extra
    {
        QString name, value;
        QJsonValue kept; ///< What the order had, given back as it was while the text is not touched.
        bool isEmpty() const { return name.trimmed().isEmpty() && value.trimmed().isEmpty(); }
        bool operator==(const Extra &) const = default;
    };

    QString number, name, phone, email, address, comment, total, currency = QStringLiteral("RUB");
    std::optional<qint64> visitAt;
    orders::Status status = orders::Status::New;
    QVector<Item> items;
    QVector<Extra> extra;

    bool operator==(const OrderDraft &) const = default;
};

OrderDraft draftOf(const orders::Order &order);
/// `known` with what the draft says. Rows without a word are left out.
orders::Order orderOf(const OrderDraft &draft, const orders::Order &known);

/// What is wrong, by field: "client.phone", "items[0].price", "extra[1].name". Empty: it can be saved.
using DraftErrors = QHash<QString, QString>;
DraftErrors check(const OrderDraft &draft);
/// What the items come to, while the sum is not given by hand; empty when a price is missing.
QString totalOf(const OrderDraft &draft);

} // namespace pfx::ui
