// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_draft.h"

#include "core/base/email.h"
#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/orders/amounts.h"
#include "ui/orders/order_words.h"

#include <QCoreApplication>
#include <QSet>

namespace pfx::ui {

namespace {

constexpr qsizetype LongestNumber = 64, LongestText = 100'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OrderDraft)
};

bool isAmount(const QString &text)
{
    return text.trimmed().isEmpty() || base::parseAmount(text);
}

QVector<orders::Item> itemsOf(const OrderDraft &draft)
{
    QVector<orders::Item> items;
    for (const OrderDraft::Item &row : draft.items) {
        if (!row.isEmpty())
            items.append({row.name.trimmed(), row.quantity.trimmed(), row.price.trimmed()});
    }
    return items;
}

void checkClient(const OrderDraft &draft, DraftErrors &errors)
{
    const bool isNobody = draft.name.trimmed().isEmpty() && draft.phone.trimmed().isEmpty() && draft.email.trimmed().isEmpty();
    if (isNobody)
        errors.insert(QStringLiteral("client.name"), Words::tr("Give a name, a phone or an e-mail: whose order is it?"));
    if (!draft.phone.trimmed().isEmpty() && !base::normalizePhone(draft.phone))
        errors.insert(QStringLiteral("client.phone"), Words::tr("This is no phone number. Example: +7 906 211-40-18"));
    if (!draft.email.trimmed().isEmpty() && !base::normalizeEmail(draft.email))
        errors.insert(QStringLiteral("client.email"), Words::tr("This is no e-mail address. Example: anna@example.com"));
}

void checkRows(const OrderDraft &draft, DraftErrors &errors)
{
    const QString noAmount = Words::tr("Not a number");
    for (qsizetype i = 0; i < draft.items.size(); ++i) {
        const OrderDraft::Item &row = draft.items.at(i);
        const QString place = QStringLiteral("items[%1].").arg(i);
        if (!row.isEmpty() && row.name.trimmed().isEmpty())
            errors.insert(place + QStringLiteral("name"), Words::tr("Say what it is"));
        if (!isAmount(row.quantity))
            errors.insert(place + QStringLiteral("quantity"), noAmount);
        if (!isAmount(row.price))
            errors.insert(place + QStringLiteral("price"), noAmount);
    }
    QSet<QString> names;
    for (qsizetype i = 0; i < draft.extra.size(); ++i) {
        const QString name = draft.extra.at(i).name.trimmed();
        const QString place = QStringLiteral("extra[%1].name").arg(i);
        if (name.isEmpty() && !draft.extra.at(i).isEmpty())
            errors.insert(place, Words::tr("Name the field"));
        if (!name.isEmpty() && names.contains(name))
            errors.insert(place, Words::tr("There is a field of that name already"));
        names.insert(name);
    }
}

} // namespace

OrderDraft draftOf(const orders::Order &order)
{
    OrderDraft draft;
    draft.number = order.number;
    draft.name = order.client.name;
    draft.phone = order.client.phone;
    draft.email = order.client.email;
    draft.address = order.address;
    draft.comment = order.comment;
    draft.total = order.total;
    draft.currency = order.currency;
    draft.visitAt = order.visitAt;
    draft.status = order.status;
    for (const orders::Item &item : order.items)
        draft.items.append({item.name, item.quantity, item.price});
    for (auto extra = order.extra.begin(); extra != order.extra.end(); ++extra)
        draft.extra.append({extra.key(), valueText(extra.value()), extra.value()});
    return draft;
}

orders::Order orderOf(const OrderDraft &draft, const orders::Order &known)
{
    orders::Order order = known;
    order.number = draft.number.trimmed();
    order.client = {draft.name.trimmed(), draft.phone.trimmed(), draft.email.trimmed()};
    order.address = draft.address.trimmed();
    order.comment = draft.comment.trimmed();
    order.total = draft.total.trimmed().isEmpty() ? totalOf(draft) : draft.total.trimmed();
    order.currency = draft.currency.trimmed();
    order.visitAt = draft.visitAt;
    order.status = draft.status;
    order.items = itemsOf(draft);
    order.extra = {};
    for (const OrderDraft::Extra &row : draft.extra) {
        if (row.isEmpty())
            continue;
        const bool isUntouched = !row.kept.isUndefined() && valueText(row.kept) == row.value;
        order.extra.insert(row.name.trimmed(), isUntouched ? row.kept : QJsonValue(row.value.trimmed()));
    }
    // One spelling, so that what was not touched is no change.
    (void)orders::normalizeAmounts(order); // check() has seen to it
    return order;
}

DraftErrors check(const OrderDraft &draft)
{
    DraftErrors errors;
    checkClient(draft, errors);
    checkRows(draft, errors);
    const QString number = draft.number.trimmed();
    if (number.size() > LongestNumber)
        errors.insert(QStringLiteral("number"), Words::tr("At most 64 characters"));
    else if (std::any_of(number.begin(), number.end(), [](QChar c) { return !c.isPrint(); }))
        errors.insert(QStringLiteral("number"), Words::tr("Letters, digits and signs only"));
    if (!isAmount(draft.total))
        errors.insert(QStringLiteral("total"), Words::tr("This is no sum. Example: 48 500,00"));
    if (draft.comment.size() > LongestText)
        errors.insert(QStringLiteral("comment"), Words::tr("The text is too long"));
    return errors;
}

QString totalOf(const OrderDraft &draft)
{
    return orders::itemsTotal(itemsOf(draft)).value_or(QString());
}

} // namespace pfx::ui
