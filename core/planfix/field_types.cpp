// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/field_types.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <cmath>

namespace pfx::planfix {

using base::ErrorCode;
using base::Failure;
using base::Result;

namespace {

struct TypeRow
{
    int type;
    bool fillable;
    int taskFilter;
};

constexpr std::array<TypeRow, 14> types{{
    {Line, true, 101},
    {Number, true, 102},
    {MultiLine, true, 101},
    {Date, true, 103},
    {Time, true, 0},
    {DateTime, true, 103},
    {Period, false, 0},
    {Checkbox, true, 105},
    {List, true, 106},
    {DirectoryEntryField, true, 107},
    {ContactField, true, 108},
    {EmployeeField, true, 109},
    {CounterpartyField, true, 110},
    {SetOfValues, true, 111},
}};

const TypeRow *rowOf(int type)
{
    for (const TypeRow &row : types) {
        if (row.type == type)
            return &row;
    }
    return nullptr;
}

Failure refuse(const CustomField &field, const QString &reason)
{
    return base::fail(ErrorCode::Validation, reason, field.name);
}

/// Our own times are ISO 8601; people write 21.12.2026 too.
QDateTime dateTimeOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    for (const char *form : {"dd.MM.yyyy HH:mm", "dd-MM-yyyy HH:mm", "dd.MM.yyyy HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "dd.MM.yyyy", "dd-MM-yyyy"}) {
        if (time.isValid())
            break;
        time = QDateTime::fromString(text, QLatin1String(form));
    }
    return time;
}

Result<QJsonValue> number(const CustomField &field, const QString &text)
{
    bool isNumber = false;
    const double value = QString(text).remove(QLatin1Char(' ')).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return refuse(field, QStringLiteral("expected a number"));
    return QJsonValue(value);
}

Result<QJsonValue> moment(const CustomField &field, const QString &text)
{
    if (field.type == Time) {
        const QTime time = QTime::fromString(text.left(5), QStringLiteral("HH:mm"));
        if (!time.isValid())
            return refuse(field, QStringLiteral("expected a time"));
        return QJsonValue(QJsonObject{{QStringLiteral("time"), time.toString(QStringLiteral("HH:mm"))}});
    }
    const QDateTime value = dateTimeOf(text);
    if (!value.isValid())
        return refuse(field, QStringLiteral("expected a date"));
    TimePoint point{value.date(), std::nullopt, std::nullopt};
    if (field.type == DateTime)
        point.time = value.time();
    return toJson(point);
}

Result<QJsonValue> checkbox(const CustomField &field, const QString &text)
{
    const QString lower = text.toLower();
    for (const QString &yes : {QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"), QStringLiteral("да")}) {
        if (lower == yes)
            return QJsonValue(true);
    }
    for (const QString &no : {QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("no"), QStringLiteral("нет")}) {
        if (lower == no)
            return QJsonValue(false);
    }
    return refuse(field, QStringLiteral("expected true or false"));
}

Result<QString> choice(const CustomField &field, const QString &text)
{
    for (const QString &known : field.choices) {
        if (known.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return known;
    }
    return refuse(field, QStringLiteral("not one of the choices: %1").arg(field.choices.join(QStringLiteral(", "))));
}

Result<QJsonValue> setOfValues(const CustomField &field, const QString &text)
{
    QJsonArray chosen;
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        PFX_ASSIGN(const QString known, choice(field, part));
        chosen.append(known);
    }
    return QJsonValue(chosen);
}

Result<QJsonValue> person(const CustomField &field, const QString &text)
{
    const Person person{text.contains(QLatin1Char(':'))            ? text
                        : field.type == EmployeeField ? QStringLiteral("user:") + text
                                                      : QStringLiteral("contact:") + text,
                        {}};
    if (person.number() <= 0)
        return refuse(field, QStringLiteral("expected the number of a person"));
    return QJsonValue(QJsonObject{{QStringLiteral("id"), person.id}});
}

} // namespace

bool isFillable(int type)
{
    const TypeRow *row = rowOf(type);
    return row && row->fillable;
}

int taskFilterType(int fieldType)
{
    const TypeRow *row = rowOf(fieldType);
    return row ? row->taskFilter : 0;
}

Result<QJsonValue> fieldValue(const CustomField &field, const QString &given)
{
    const QString text = given.trimmed();
    switch (field.type) {
    case Line:
    case MultiLine:
        return QJsonValue(given);
    case Number:
        return number(field, text);
    case Date:
    case Time:
    case DateTime:
        return moment(field, text);
    case Checkbox:
        return checkbox(field, text);
    case List: {
        PFX_ASSIGN(const QString known, choice(field, text));
        return QJsonValue(known);
    }
    case SetOfValues:
        return setOfValues(field, text);
    case DirectoryEntryField: {
        bool isNumber = false;
        const qint64 key = text.toLongLong(&isNumber);
        if (!isNumber)
            return refuse(field, QStringLiteral("expected the number of a directory entry"));
        return QJsonValue(QJsonObject{{QStringLiteral("id"), key}});
    }
    case ContactField:
    case EmployeeField:
    case CounterpartyField:
        return person(field, text);
    default:
        return refuse(field, QStringLiteral("a field of this type cannot be filled"));
    }
}

} // namespace pfx::planfix
