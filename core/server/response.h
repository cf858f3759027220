// SPDX-License-Identifier: GPL-3.0-or-later
// One answer. Length, date and connection headers are the server's business. A value; any thread.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>

namespace pfx::server {

struct Response
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< Further ones; line breaks in them are taken out.
    /// The credentials in the body were wrong: the answer is held back as for any failed authentication.
    bool credentialsRefused = false;

    static Response json(int status, const QJsonObject &object);
    static Response json(int status, const QByteArray &document);
    static Response text(int status, const QByteArray &text, const QByteArray &contentType = "text/plain; charset=utf-8");
};

} // namespace pfx::server
