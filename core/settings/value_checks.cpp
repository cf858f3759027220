// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/value_checks.h"

#include "core/base/web_address.h"
#include "core/settings/account_address.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace pfx::settings {

using base::ErrorCode;
using base::fail;
using base::Failure;
using base::Result;

namespace {

Failure refuse(const QString &reason)
{
    return fail(ErrorCode::Validation, reason);
}

QString range(const Definition &definition)
{
    return QStringLiteral("expected a number within %1…%2").arg(definition.least).arg(definition.most);
}

Result<QString> integer(const Definition &definition, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || double(number) < definition.least || double(number) > definition.most)
        return refuse(range(definition));
    return QString::number(number);
}

Result<QString> decimal(const Definition &definition, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < definition.least || number > definition.most)
        return refuse(range(definition));
    return QString::number(number, 'g', 12);
}

Result<QString> flag(const QString &value)
{
    const QString lower = value.toLower();
    for (const char *yes : {"true", "yes", "on", "1"}) {
        if (lower == QLatin1String(yes))
            return QStringLiteral("true");
    }
    for (const char *no : {"false", "no", "off", "0"}) {
        if (lower == QLatin1String(no))
            return QStringLiteral("false");
    }
    return refuse(QStringLiteral("expected true or false"));
}

Result<QString> id(const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number <= 0)
        return refuse(QStringLiteral("expected a number greater than 0"));
    return QString::number(number);
}

Result<QString> jsonMap(const QString &value)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refuse(QStringLiteral("expected a JSON object"));
    const QJsonObject object = document.object();
    for (const QJsonValue &member : object) {
        if (!member.isString() && !member.isDouble())
            return refuse(QStringLiteral("expected texts or numbers in the JSON object"));
    }
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

Result<QString> url(const QString &value)
{
    const QUrl address(value, QUrl::StrictMode);
    const QString scheme = address.scheme();
    if (!address.isValid() || address.host().isEmpty() || (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return refuse(QStringLiteral("expected an address like https://example.org"));
    if (scheme == QLatin1String("http") && !base::isLoopbackHost(address.host()))
        return refuse(QStringLiteral("http is allowed for this computer only; expected https"));
    if (!address.userInfo().isEmpty())
        return refuse(QStringLiteral("an address must not contain a password"));
    return address.toString(QUrl::FullyEncoded);
}

Result<QString> listenAddress(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,3}(?:\\.\\d{1,3}){3})|\\[([0-9a-fA-F:.]+)\\]|(localhost)):(\\d{1,5})$"));
    const auto match = form.match(value);
    if (!match.hasMatch() || match.captured(4).toInt() > 65535)
        return refuse(QStringLiteral("expected address:port, for example 127.0.0.1:8088"));
    const QStringList bytes = match.captured(1).split(QLatin1Char('.'), Qt::SkipEmptyParts);
    for (const QString &byte : bytes) {
        if (byte.toInt() > 255)
            return refuse(QStringLiteral("expected address:port, for example 127.0.0.1:8088"));
    }
    return value;
}

Result<QString> networks(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?:/(?:[12]?\\d|3[0-2]))?"
                       "|[0-9a-fA-F:]*:[0-9a-fA-F:.]*(?:/(?:1[01]\\d|12[0-8]|[1-9]?\\d))?)$"));
    QStringList kept;
    for (const QString &part : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString network = part.trimmed();
        if (!form.match(network).hasMatch())
            return refuse(QStringLiteral("expected addresses or networks, for example 127.0.0.1, 10.0.0.0/8"));
        kept.append(network);
    }
    return kept.join(QLatin1String(", "));
}

Result<QString> file(const QString &value)
{
    if (!QDir::isAbsolutePath(value))
        return refuse(QStringLiteral("expected an absolute path"));
    return QDir::cleanPath(value);
}

Result<QString> json(const QString &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    if (!document.isObject())
        return refuse(QStringLiteral("expected a JSON object"));
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

Result<QString> jsonList(const QString &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    if (!document.isArray())
        return refuse(QStringLiteral("expected a JSON list"));
    for (const QJsonValue &one : document.array()) {
        if (!one.isString() && !one.isObject() && !one.isDouble())
            return refuse(QStringLiteral("expected texts in the JSON list"));
    }
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// Whether there are such members is seen when it is written (settings::write).
Result<QString> names(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9_-]{0,39}$"));
    QStringList kept;
    for (const QString &part : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!form.match(name).hasMatch())
            return refuse(QStringLiteral("expected names of lower-case letters and digits, separated by commas"));
        if (!kept.contains(name))
            kept.append(name);
    }
    return kept.join(QLatin1Char(','));
}

Result<QString> address(const QString &value)
{
    if (QDir::isAbsolutePath(value))
        return QDir::cleanPath(value);
    const QUrl given(value, QUrl::StrictMode);
    const QString scheme = given.scheme();
    if (scheme == QLatin1String("file") && !given.toLocalFile().isEmpty())
        return value;
    if (scheme != QLatin1String("smpp") && scheme != QLatin1String("smpps"))
        return url(value);
    if (!given.isValid() || given.host().isEmpty() || !given.userInfo().isEmpty())
        return refuse(QStringLiteral("expected an address like smpp://smsc.example.org:2775"));
    return given.toString(QUrl::FullyEncoded);
}

Result<QString> hours(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^(?:[01]?\\d|2[0-3]):[0-5]\\d\\s*[-–]\\s*(?:[01]?\\d|2[0-3]):[0-5]\\d$"));
    if (!form.match(value).hasMatch())
        return refuse(QStringLiteral("expected hours like 21:00-09:00"));
    return value;
}

} // namespace

Result<QString> checkedValue(const Definition &definition, const QString &value)
{
    // No value means the default, whatever the kind.
    if (value.isEmpty())
        return QString();
    switch (definition.kind) {
    case Kind::Text:
        if (!definition.words.isEmpty() && !definition.words.contains(value))
            return refuse(QStringLiteral("expected one of: %1").arg(definition.words.join(QLatin1String(", "))));
        return value;
    case Kind::Integer:
        return integer(definition, value);
    case Kind::Decimal:
        return decimal(definition, value);
    case Kind::Flag:
        return flag(value);
    case Kind::Id:
        return id(value);
    case Kind::JsonMap:
        return jsonMap(value);
    case Kind::Url:
        return url(value);
    case Kind::ListenAddress:
        return listenAddress(value);
    case Kind::Networks:
        return networks(value);
    case Kind::File:
        return file(value);
    case Kind::Json:
        return json(value);
    case Kind::JsonList:
        return jsonList(value);
    case Kind::Names:
        return names(value);
    case Kind::Address:
        return address(value);
    case Kind::Account: // kept as it was typed: it is shown so
        return accountAddress(value).map([&value](const QUrl &) { return value; });
    case Kind::Hours:
        return hours(value);
    }
    return value;
}

} // namespace pfx::settings
