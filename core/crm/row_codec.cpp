// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/row_codec.h"

#include "core/base/money.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <limits>

namespace pfx::crm::codec {

using records::PointKind;
using store::Value;

Value tags(const QStringList &values)
{
    if (values.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact));
}

QStringList tagsFrom(const QByteArray &text)
{
    QStringList values;
    if (text.isEmpty())
        return values;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : array)
        values.append(value.toString());
    return values;
}

Value json(const QByteArray &text)
{
    return text.isEmpty() ? Value() : Value(QString::fromUtf8(text));
}

namespace {

bool isCanonical(const QString &amount)
{
    qsizetype i = amount.startsWith(QLatin1Char('-')) ? 1 : 0;
    const qsizetype firstDigit = i;
    const auto digit = [&amount](qsizetype at) { return at < amount.size() && amount[at] >= u'0' && amount[at] <= u'9'; };
    while (digit(i))
        ++i;
    if (i == firstDigit || i - firstDigit > 18 || i >= amount.size() || amount[i] != u'.')
        return false;
    const qsizetype firstDecimal = ++i;
    while (digit(i))
        ++i;
    return i == amount.size() && i - firstDecimal >= 2 && i - firstDecimal <= 8;
}

} // namespace

QString exactAmount(const QString &amount)
{
    if (amount.isEmpty() || isCanonical(amount))
        return amount;
    return base::parseAmount(amount).value_or(QString());
}

std::optional<qint64> amountKey(const QString &amount)
{
    const qsizetype point = amount.indexOf(QLatin1Char('.'));
    if (point < 0)
        return std::nullopt;
    constexpr qint64 limit = std::numeric_limits<qint64>::max();
    const bool negative = amount.startsWith(QLatin1Char('-'));
    qint64 key = 0;
    for (qsizetype i = negative ? 1 : 0; i < point + 3 && i < amount.size(); ++i) {
        if (i == point)
            continue;
        if (key > (limit - 10) / 10)
            return negative ? -limit : limit;
        key = key * 10 + amount[i].digitValue();
    }
    if (amount.size() > point + 3 && amount[point + 3] >= u'5')
        ++key;
    return negative ? -key : key;
}

store::RowBlock pointsBlock()
{
    store::RowBlock block;
    block.table = QStringLiteral("points");
    block.columns = {QStringLiteral("entity_kind"), QStringLiteral("entity_id"), QStringLiteral("position"), QStringLiteral("kind"),
                     QStringLiteral("value"), QStringLiteral("normalized"), QStringLiteral("extension"), QStringLiteral("type")};
    return block;
}

void appendPoints(store::RowBlock &block, records::Kind entityKind, qint64 entityId, const QVector<records::Point> &points)
{
    static const QString phone = QStringLiteral("phone");
    static const QString email = QStringLiteral("email");
    static const QString contact = QStringLiteral("contact");
    static const QString company = QStringLiteral("company");
    qint64 position = 0;
    for (const records::Point &point : points) {
        block.cells.emplace_back(entityKind == records::Kind::Company ? company : contact);
        block.cells.emplace_back(entityId);
        block.cells.emplace_back(position++);
        block.cells.emplace_back(point.kind == PointKind::Email ? email : phone);
        block.cells.emplace_back(point.value);
        block.cells.push_back(store::orNull(point.normalized));
        block.cells.push_back(store::orNull(point.extension));
        block.cells.push_back(store::orNull(point.type));
    }
}

records::Point pointFrom(const store::Row &row)
{
    records::Point point;
    point.kind = row.text(QStringLiteral("kind")) == QLatin1String("email") ? PointKind::Email : PointKind::Phone;
    point.value = row.text(QStringLiteral("value"));
    point.normalized = row.text(QStringLiteral("normalized"));
    point.extension = row.text(QStringLiteral("extension"));
    point.type = row.text(QStringLiteral("type"));
    return point;
}

QString searchText(const QString &searchKey, const QVector<records::Point> &points)
{
    QString text;
    text.reserve(searchKey.size() + 1 + 20 * points.size());
    text += QLatin1Char(' ');
    text += searchKey;
    for (const records::Point &point : points) {
        if (point.normalized.isEmpty())
            continue;
        text += QLatin1Char(' ');
        text += point.normalized;
    }
    return text;
}

QVector<qint64> distinct(const QVector<qint64> &ids)
{
    QSet<qint64> seen;
    QVector<qint64> result;
    result.reserve(ids.size());
    for (const qint64 id : ids) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        result.append(id);
    }
    return result;
}

} // namespace pfx::crm::codec
