// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/answer_bytes.h"

#include <QDateTime>
#include <QLocale>

namespace pfx::server {

namespace {

const char *reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

bool isPlain(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n');
}

} // namespace

QByteArray answerBytes(const Response &response, const AnswerForm &form)
{
    const bool never = response.status == 204 || response.status == 304;
    QByteArray bytes;
    bytes.reserve(256 + response.body.size());
    bytes.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ').append(reason(response.status));
    bytes.append("\r\nDate: ").append(form.date);
    if (!never) {
        bytes.append("\r\nContent-Type: ").append(response.contentType);
        bytes.append("\r\nContent-Length: ").append(QByteArray::number(response.body.size()));
    }
    bytes.append("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff");
    if (form.close)
        bytes.append("\r\nConnection: close");
    else if (form.http10)
        bytes.append("\r\nConnection: keep-alive");
    for (const auto &[name, value] : response.headers) {
        if (isPlain(name) && isPlain(value))
            bytes.append("\r\n").append(name).append(": ").append(value);
    }
    bytes.append("\r\n\r\n");
    if (!never && !form.withoutBody)
        bytes.append(response.body);
    return bytes;
}

QByteArray httpDate(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace pfx::server
