// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/webhook.h"

#include "core/server/form.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pfx::planfix {

using base::ErrorCode;
using base::Result;

namespace {

const QStringList taskKeys{QStringLiteral("task_id"), QStringLiteral("taskId"), QStringLiteral("task.id")};

qint64 number(const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.trimmed().toLongLong(&isNumber);
    return isNumber && value > 0 ? value : 0;
}

/// Numbers, strings of numbers, and lists of one.
qint64 number(const QJsonValue &value)
{
    if (value.isArray() && value.toArray().size() == 1)
        return number(value.toArray().first());
    return value.isDouble() ? std::max<qint64>(0, value.toInteger()) : number(value.toString());
}

WebhookSignal fromJson(const QJsonObject &object)
{
    WebhookSignal signal;
    signal.event = object.value(QLatin1String("event")).toString();
    for (const QString &key : taskKeys) {
        if (signal.task == 0)
            signal.task = number(object.value(key));
    }
    const QJsonValue task = object.value(QLatin1String("task"));
    if (signal.task == 0)
        signal.task = task.isObject() ? number(task.toObject().value(QLatin1String("id"))) : number(task);
    return signal;
}

WebhookSignal fromForm(const QByteArray &body)
{
    WebhookSignal signal;
    const auto form = server::Form::parse(body);
    if (!form)
        return signal;
    for (const auto &[name, value] : form->fields()) {
        const qint64 named = taskKeys.contains(name) ? number(value) : 0;
        if (named != 0 && signal.task != 0 && named != signal.task)
            return {}; // which of them is nobody's guess
        if (named != 0)
            signal.task = named;
        if (name == QLatin1String("event"))
            signal.event = value;
    }
    return signal;
}

/// The first thing that is called like a task's number, in whatever was meant to be JSON.
qint64 fromBroken(const QByteArray &body)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\"(?:task_id|taskId)\"\\s*:\\s*\\[?\\s*\"?(\\d{1,18})\\b|\"task\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*\"?(\\d{1,18})\\b"));
    const auto match = pattern.match(QString::fromUtf8(body.left(64 * 1024)));
    return number(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
}

} // namespace

Result<WebhookSignal> readWebhook(const QByteArray &body)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    WebhookSignal signal;
    if (error.error == QJsonParseError::NoError)
        signal = fromJson(document.isArray() ? document.array().first().toObject() : document.object());
    else if (body.trimmed().startsWith('{') || body.contains("\"task"))
        signal.task = fromBroken(body);
    else
        signal = fromForm(body);
    if (signal.task == 0)
        return base::fail(ErrorCode::Validation, QStringLiteral("no number of a task"), QStringLiteral("task_id"));
    return signal;
}

} // namespace pfx::planfix
