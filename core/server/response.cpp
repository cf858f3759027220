// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/response.h"

#include <QJsonDocument>

namespace pfx::server {

Response Response::json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response Response::json(int status, const QByteArray &document)
{
    Response response;
    response.status = status;
    response.body = document;
    return response;
}

Response Response::text(int status, const QByteArray &text, const QByteArray &contentType)
{
    Response response;
    response.status = status;
    response.contentType = contentType;
    response.body = text;
    return response;
}

} // namespace pfx::server
