// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::base {

namespace {

constexpr double maximumExact = 9007199254740992.0; // 2^53: above it a double is no exact integer

Failure expected(const char *what, const QString &path)
{
    return fail(ErrorCode::Validation, QStringLiteral("expected %1").arg(QLatin1String(what)), path);
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        const qint64 number = value.toString().trimmed().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    if (!value.isDouble())
        return std::nullopt;
    const qint64 number = value.toInteger();
    const double real = value.toDouble();
    if (number == 0 && real != 0.0)
        return std::nullopt;
    if (real > maximumExact || real < -maximumExact)
        return number != 0 ? std::optional(number) : std::nullopt; // Qt keeps integers of 64 bits exactly
    return number;
}

} // namespace

Result<JsonReader> JsonReader::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Validation, error.errorString(), QString::number(error.offset));
    if (!document.isObject())
        return expected("an object", QString());
    return JsonReader(document.object());
}

QString JsonReader::path(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

bool JsonReader::has(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

Result<QString> JsonReader::text(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        return expected("a string", path(key));
    return value.toString();
}

Result<QString> JsonReader::text(const QString &key, const QString &ifMissing) const
{
    return has(key) ? text(key) : Result<QString>(ifMissing);
}

Result<QString> JsonReader::textOrNumber(const QString &key, const QString &ifMissing) const
{
    if (!has(key))
        return ifMissing;
    const QJsonValue value = m_object.value(key);
    if (value.isString())
        return value.toString();
    if (const std::optional<qint64> number = wholeNumber(value))
        return QString::number(*number);
    return expected("a string or a whole number", path(key));
}

Result<qint64> JsonReader::integer(const QString &key) const
{
    if (const std::optional<qint64> number = wholeNumber(m_object.value(key)))
        return *number;
    return expected("a whole number", path(key));
}

Result<qint64> JsonReader::integer(const QString &key, qint64 ifMissing) const
{
    return has(key) ? integer(key) : Result<qint64>(ifMissing);
}

Result<std::optional<JsonReader>> JsonReader::child(const QString &key) const
{
    if (!has(key))
        return std::optional<JsonReader>();
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        return expected("an object", path(key));
    return std::optional(JsonReader(value.toObject(), path(key)));
}

Result<QVector<JsonReader>> JsonReader::children(const QString &key) const
{
    QVector<JsonReader> result;
    if (!has(key))
        return result;
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        return expected("an array", path(key));
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(path(key)).arg(i);
        if (!array[i].isObject())
            return expected("an object", place);
        result.append(JsonReader(array[i].toObject(), place));
    }
    return result;
}

Result<QStringList> JsonReader::texts(const QString &key) const
{
    QStringList result;
    if (!has(key))
        return result;
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        return expected("an array", path(key));
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isString())
            return expected("a string", QStringLiteral("%1[%2]").arg(path(key)).arg(i));
        result.append(array[i].toString());
    }
    return result;
}

Result<void> JsonReader::flag(const QString &key, bool &target) const
{
    if (!has(key))
        return {};
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        return expected("true or false", path(key));
    target = value.toBool();
    return {};
}

} // namespace pfx::base
