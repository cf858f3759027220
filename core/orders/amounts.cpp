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

__extension__ typedef __int128 Wide;

constexpr int decimals = 8; // the most that parseAmount() gives

/// In units of 10^-8.
std::optional<Wide> scaled(const QString &text)
{
    const auto exact = base::parseAmount(text);
    if (!exact)
        return std::nullopt;
    const bool negative = exact->startsWith(QLatin1Char('-'));
    const QString digits = negative ? exact->mid(1) : *exact;
    const QString whole = digits.section(QLatin1Char('.'), 0, 0) + digits.section(QLatin1Char('.'), 1).leftJustified(decimals, QLatin1Char('0'));
    Wide value = 0;
    for (const QChar digit : whole)
        value = value * 10 + digit.digitValue();
    return negative ? -value : value;
}

/// Of units of 10^-16; at least two decimals, no zeros at their end behind those.
QString written(Wide value)
{
    const bool negative = value < 0;
    QString digits;
    for (Wide left = negative ? -value : value; left > 0; left /= 10)
        digits.prepend(QChar(u'0' + static_cast<char16_t>(left % 10)));
    digits = digits.rightJustified(2 * decimals + 1, QLatin1Char('0'));
    digits.insert(digits.size() - 2 * decimals, QLatin1Char('.'));
    while (digits.endsWith(QLatin1Char('0')) && digits.size() - digits.indexOf(QLatin1Char('.')) > 3)
        digits.chop(1);
    return negative ? QLatin1Char('-') + digits : digits;
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

std::optional<QString> itemsTotal(const QVector<Item> &items)
{
    Wide total = 0;
    for (const Item &item : items) {
        const auto quantity = scaled(item.quantity.trimmed().isEmpty() ? QStringLiteral("1") : item.quantity);
        const auto price = scaled(item.price);
        Wide sum = 0;
        if (!quantity || !price || __builtin_mul_overflow(*quantity, *price, &sum) || __builtin_add_overflow(total, sum, &total))
            return std::nullopt;
    }
    return items.isEmpty() ? std::nullopt : std::optional(written(total));
}

} // namespace pfx::orders
