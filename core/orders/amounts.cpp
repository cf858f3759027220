// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/amounts.h"

#include "core/base/money.h"

namespace pfx::orders {

using base::Result;

namespace {

Result<void> normalize(QString &amount, const QString &path)
{
    if (amount.trimmed().isEmpty()) {
        amount.clear();
        return {};
    }
    const auto exact = base::parseAmount(amount);
    if (!exact)
        return base::fail(base::ErrorCode::Validation, QStringLiteral("expected an amount"), path);
    amount = *exact;
    return {};
}

} // namespace

QString quantityText(const QString &exact)
{
    if (exact.isEmpty())
        return QStringLiteral("1");
    QString text = exact;
    if (!text.contains(QLatin1Char('.')))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

Result<void> normalizeAmounts(Order &order)
{
    for (qsizetype i = 0; i < order.items.size(); ++i) {
        Item &item = order.items[i];
        const QString path = QStringLiteral("items[%1].").arg(i);
        PFX_TRY(normalize(item.quantity, path + QStringLiteral("quantity")));
        item.quantity = quantityText(item.quantity);
        PFX_TRY(normalize(item.price, path + QStringLiteral("price")));
    }
    return normalize(order.total, QStringLiteral("total"));
}

} // namespace pfx::orders
