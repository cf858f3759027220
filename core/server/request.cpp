// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/request.h"

#include "core/server/form.h"

namespace pfx::server {

QByteArray name(Method method)
{
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Head:
        return QByteArrayLiteral("HEAD");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Patch:
        return QByteArrayLiteral("PATCH");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    case Method::Options:
        return QByteArrayLiteral("OPTIONS");
    case Method::Other:
        break;
    }
    return QByteArrayLiteral("OTHER");
}

QByteArray Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray Request::contentType() const
{
    const QByteArray value = header(QByteArrayLiteral("Content-Type"));
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.left(end)).trimmed().toLower();
}

QByteArray Request::bearer() const
{
    const QByteArray value = header(QByteArrayLiteral("Authorization"));
    const QByteArray scheme = QByteArrayLiteral("bearer ");
    return value.left(scheme.size()).toLower() == scheme ? value.mid(scheme.size()).trimmed() : QByteArray();
}

std::optional<QString> Request::queryValue(const QString &name) const
{
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const auto key = decodeFormPart(equals < 0 ? pair : pair.left(equals));
        if (key && QString::fromUtf8(*key) == name) {
            const auto value = decodeFormPart(equals < 0 ? QByteArray() : pair.mid(equals + 1));
            return value ? std::optional(QString::fromUtf8(*value)) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace pfx::server
