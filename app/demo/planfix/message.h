// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the fake Planfix and what it says, without any network. Values; any thread.
#pragma once

#include "core/http/request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace pfx::fake {

struct Call {
    QByteArray method;
    QString path; ///< From the root: "/rest/task/list".
    QUrlQuery query;
    http::Headers headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const { return http::Response{0, headers, {}}.header(name); }
};

/// What the door does with the answer.
enum class Delivery {
    Whole,
    Unreachable, ///< No connection: nothing arrived.
    Dropped, ///< The request arrived, the connection closes without an answer.
    Half, ///< The head and half of the body, then the connection closes.
};

struct Answer {
    int status = 200;
    http::Headers headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    qint64 delayMs = 0; ///< Before the first byte.

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

inline Answer answerJson(int status, const QJsonObject &body)
{
    return {status, {{"Content-Type", "application/json;charset=utf-8"}}, QJsonDocument(body).toJson(QJsonDocument::Compact), {}, 0};
}

inline Answer success(QJsonObject payload = {}, int status = 200)
{
    payload.insert(QStringLiteral("result"), QStringLiteral("success"));
    return answerJson(status, payload);
}

inline Answer refusal(int status, int code, const QString &text)
{
    return answerJson(
        status, {{QStringLiteral("result"), QStringLiteral("fail")}, {QStringLiteral("code"), code}, {QStringLiteral("error"), text}});
}

} // namespace pfx::fake
