// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/csv_columns.h"

#include "core/base/text_keys.h"
#include "core/formats/values.h"
#include "core/orders/order_json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;

namespace {

const QString extraPrefix = QStringLiteral("extra.");
const QString itemPrefix = QStringLiteral("item.");

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// A column's name as the dictionary has it: folded, without marks and what stands in brackets ("Сумма, руб. (итого)" → "сумма руб").
QString nameKey(QString name)
{
    static const QRegularExpression brackets(QStringLiteral("\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return base::searchKey(name.remove(brackets).replace(marks, QStringLiteral(" ")));
}

struct Meaning {
    const char *field;
    const char *names; ///< As nameKey makes them, separated by "|".
};

QHash<QString, QString> dictionary()
{
    static constexpr Meaning meanings[] = {
        {"number", "номер|номер заказа|номер заявки|заказ|заявка|№|n|id|id заказа|id заявки|number|order|order id|order number|order no"},
        {"client.name", "клиент|имя|имя клиента|фио|фио клиента|заказчик|покупатель|контакт|контактное лицо|фамилия|отчество|фамилия имя|"
                        "фамилия имя отчество|name|client|client name|customer|customer name|full name|first name|last name"},
        {"client.phone", "телефон|тел|телефон клиента|номер телефона|мобильный|мобильный телефон|контактный телефон|phone|client phone|"
                         "phone number|mobile|telephone"},
        {"client.email", "email|e mail|почта|эл почта|электронная почта|email клиента|e mail клиента|mail|client email|customer email"},
        {"address", "адрес|адрес доставки|адрес объекта|адрес клиента|место|address|delivery address|shipping address"},
        {"visit_at", "дата визита|время визита|дата выезда|время выезда|дата и время визита|дата и время выезда|дата приезда|визит|выезд|"
                     "дата доставки|время доставки|visit|visit at|visit date|visit time"},
        {"items", "позиции|состав|состав заказа|товары|услуги|услуги и товары|товары и услуги|перечень работ|работы|items|products|"
                  "services|order items"},
        {"item.name", "товар|услуга|наименование|наименование товара|название товара|позиция|item|item name|product|product name|service"},
        {"item.quantity", "количество|кол во|кол|quantity|qty|item quantity"},
        {"item.price", "цена|цена руб|цена за единицу|стоимость единицы|price|item price|unit price"},
        {"total", "сумма|сумма руб|итого|итого руб|сумма заказа|сумма заявки|стоимость|общая сумма|всего|к оплате|total|amount|sum|"
                  "order total"},
        {"currency", "валюта|currency"},
        {"comment", "комментарий|комментарий клиента|комментарий к заказу|примечание|описание|пожелания|сообщение|comment|comments|note|"
                    "notes|message|description"},
        {"status", "статус|статус заказа|статус заявки|состояние|status|state|order status"},
    };
    QHash<QString, QString> known;
    for (const Meaning &meaning : meanings) {
        const QStringList names = q(meaning.names).split(QLatin1Char('|'));
        for (const QString &name : names)
            known.insert(name, QLatin1String(meaning.field));
    }
    // The dictionary is asked with keys; "№" has no letters and is looked for as it is.
    return known;
}

bool isField(const QString &field)
{
    return csvFields().contains(field) || (field.startsWith(extraPrefix) && field.size() > extraPrefix.size());
}

/// The cells of a field's columns, the empty ones left out.
QMap<QString, QStringList> byField(const QStringList &cells, const CsvMapping &mapping)
{
    QMap<QString, QStringList> fields;
    for (qsizetype i = 0; i < std::min(cells.size(), mapping.size()); ++i) {
        const QString cell = cells[i].trimmed();
        if (!mapping[i].isEmpty() && !cell.isEmpty())
            fields[mapping[i]].append(cell);
    }
    return fields;
}

Result<QString> statusWord(const QString &cell, const QHash<Status, QStringList> &statuses)
{
    const QString key = base::searchKey(cell);
    for (const Status status : allStatuses()) {
        if (key == name(status))
            return name(status);
        const QStringList names = statuses.value(status);
        for (const QString &known : names) {
            if (base::searchKey(known) == key)
                return name(status);
        }
    }
    return base::fail(ErrorCode::Validation, QStringLiteral("expected one of the statuses, found “%1”").arg(cell.left(40)),
                      QStringLiteral("status"));
}

Result<QString> timeText(const QString &cell)
{
    const auto time = formats::parseTime(cell);
    if (!time)
        return base::fail(ErrorCode::Validation, QStringLiteral("expected a time like 03.02.2026 09:30, found “%1”").arg(cell.left(40)),
                          QStringLiteral("visit_at"));
    return isoTime(*time);
}

/// "4 шт." as "4": what stands behind the number is its unit.
QString withoutUnit(const QString &cell)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?\\d[\\d\\s.,]*"));
    const auto match = number.match(cell);
    return match.hasMatch() ? match.captured().trimmed() : cell;
}

QJsonArray itemsOf(const QMap<QString, QStringList> &fields)
{
    static const QRegularExpression separators(QStringLiteral("[;\\n]"));
    QJsonArray items;
    const QStringList cells = fields.value(QStringLiteral("items"));
    for (const QString &cell : cells) {
        const QStringList parts = cell.split(separators, Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                items.append(itemObject(part));
        }
    }
    QJsonObject item;
    for (const char *member : {"name", "quantity", "price"}) {
        const QString cell = fields.value(itemPrefix + QLatin1String(member)).join(QLatin1Char(' '));
        if (!cell.isEmpty())
            item.insert(QLatin1String(member), qstrcmp(member, "quantity") == 0 ? withoutUnit(cell) : cell);
    }
    if (!item.isEmpty())
        items.append(item);
    return items;
}

} // namespace

const QStringList &csvFields()
{
    static const QStringList all{q("number"), q("client.name"), q("client.phone"), q("client.email"), q("address"), q("visit_at"),
                                 q("items"),  q("item.name"),   q("item.quantity"), q("item.price"),  q("total"),   q("currency"),
                                 q("comment"), q("status")};
    return all;
}

QStringList guessFields(const QStringList &names)
{
    static const QHash<QString, QString> known = dictionary();
    QStringList fields;
    for (const QString &name : names) {
        const QString trimmed = name.trimmed();
        const QString key = nameKey(trimmed);
        QString field = known.value(key.isEmpty() ? trimmed : key);
        if (csvFields().contains(trimmed)) // as our own export names them
            field = trimmed;
        if (field == QLatin1String("number") && fields.contains(field))
            field.clear(); // an order has one number; the other is kept under its own name
        if (field.isEmpty() && !trimmed.isEmpty())
            field = trimmed.startsWith(extraPrefix) ? trimmed : extraPrefix + trimmed;
        fields.append(field);
    }
    return fields;
}

Result<void> checkMapping(const CsvMapping &mapping, qsizetype columns)
{
    if (mapping.size() != columns)
        return base::fail(ErrorCode::Validation, QStringLiteral("%1 columns, %2 fields").arg(columns).arg(mapping.size()));
    for (const QString &field : mapping) {
        if (!field.isEmpty() && !isField(field))
            return base::fail(ErrorCode::Validation, QStringLiteral("an order has no such field"), field);
    }
    const bool hasKnown = std::any_of(mapping.begin(), mapping.end(), [](const QString &field) { return csvFields().contains(field); });
    if (!hasKnown)
        return base::fail(ErrorCode::Validation, QStringLiteral("no column is a field of an order"));
    if (mapping.count(QStringLiteral("number")) > 1)
        return base::fail(ErrorCode::Validation, QStringLiteral("two columns cannot both be the number"), QStringLiteral("number"));
    return {};
}

QJsonObject itemObject(const QString &text)
{
    // "• Розетка x2 - 500₽": the price needs its currency, so that "Кабель 3х2.5 - 10" stays a name.
    static const QRegularExpression form(QStringLiteral("^[\\s•*·-]*(?<name>.*?)"
                                                        "(?:\\s*(?:\\s[xх]|[×*])\\s*(?<quantity>\\d+(?:[.,]\\d+)?)(?:\\s*шт\\.?)?)?"
                                                        "(?:\\s*[-–—:]\\s*(?<price>\\d[\\d\\s.,]*)\\s*(?:₽|руб\\.?|р\\.?|RUB))?\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text);
    const QString name = match.captured(QStringLiteral("name")).trimmed();
    if (!match.hasMatch() || name.isEmpty())
        return {{QStringLiteral("name"), text.trimmed()}};
    QJsonObject item{{QStringLiteral("name"), name}};
    if (const QString quantity = match.captured(QStringLiteral("quantity")); !quantity.isEmpty())
        item.insert(QStringLiteral("quantity"), quantity);
    if (const QString price = match.captured(QStringLiteral("price")).trimmed(); !price.isEmpty())
        item.insert(QStringLiteral("price"), price);
    return item;
}

Result<QJsonObject> orderObject(const QStringList &cells, const CsvMapping &mapping, const QHash<Status, QStringList> &statuses)
{
    const QMap<QString, QStringList> fields = byField(cells, mapping);
    QJsonObject order, client, extra;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        QString value = field->join(QLatin1Char(' '));
        if (field.key() == QLatin1String("status")) {
            PFX_ASSIGN(value, statusWord(value, statuses));
        } else if (field.key() == QLatin1String("visit_at")) {
            PFX_ASSIGN(value, timeText(value));
        }
        if (field.key().startsWith(QLatin1String("client.")))
            client.insert(field.key().section(QLatin1Char('.'), 1), value);
        else if (field.key().startsWith(extraPrefix))
            extra.insert(field.key().mid(extraPrefix.size()), value);
        else if (!field.key().startsWith(QLatin1String("item")))
            order.insert(field.key(), value);
    }
    const QJsonArray items = itemsOf(fields);
    const auto insert = [&order](const char *member, const auto &value) {
        if (!value.isEmpty())
            order.insert(QLatin1String(member), value);
    };
    insert("client", client);
    insert("extra", extra);
    insert("items", items);
    return order;
}

} // namespace pfx::orders
