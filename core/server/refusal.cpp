// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/refusal.h"

namespace pfx::server {

using base::ErrorCode;

namespace {

struct Entry
{
    RefusalCode code;
    int status;
    const char *name;
    const char *words;
};

constexpr Entry entries[] = {
    {RefusalCode::Malformed, 400, "malformed", "malformed request"},
    {RefusalCode::Unauthorized, 401, "unauthorized", "wrong credentials"},
    {RefusalCode::NotFound, 404, "not_found", "not found"},
    {RefusalCode::MethodNotAllowed, 405, "method_not_allowed", "method not allowed"},
    {RefusalCode::TooSlow, 408, "too_slow", "the request took too long to arrive"},
    {RefusalCode::TooLarge, 413, "too_large", "the request is too large"},
    {RefusalCode::WrongContentType, 415, "wrong_content_type", "wrong content type"},
    {RefusalCode::ExpectationFailed, 417, "expectation_failed", "expectation failed"},
    {RefusalCode::TooMany, 429, "too_many", "too many attempts"},
    {RefusalCode::Internal, 500, "internal", "internal error"},
    {RefusalCode::NotImplemented, 501, "not_implemented", "not implemented"},
    {RefusalCode::Unavailable, 503, "unavailable", "cannot be done now, try again"},
    {RefusalCode::VersionNotSupported, 505, "version_not_supported", "HTTP version not supported"},
};

const Entry &entryOf(RefusalCode code)
{
    for (const Entry &entry : entries) {
        if (entry.code == code)
            return entry;
    }
    return entryOf(RefusalCode::Internal);
}

} // namespace

int Refusal::status() const
{
    return entryOf(code).status;
}

QString name(RefusalCode code)
{
    return QString::fromLatin1(entryOf(code).name);
}

Response refuse(const Refusal &refusal, const RefusalWords &words, const RefusalShape &shape)
{
    QString text;
    if (words)
        text = words(refusal);
    if (text.isEmpty()) {
        text = QString::fromLatin1(entryOf(refusal.code).words);
        if (!refusal.detail.isEmpty())
            text += QStringLiteral(": ") + refusal.detail;
    }
    QJsonObject body{{QStringLiteral("error"), text}};
    if (shape)
        shape(body, refusal);
    Response response = Response::json(refusal.status(), body);
    if (refusal.code == RefusalCode::Unavailable || refusal.code == RefusalCode::TooMany)
        response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("5")});
    if (refusal.code == RefusalCode::Unauthorized)
        response.headers.append({QByteArrayLiteral("WWW-Authenticate"), QByteArrayLiteral("Bearer")});
    return response;
}

Refusal refusalOf(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::Validation:
    case ErrorCode::Usage:
        return {RefusalCode::Malformed, error.where.isEmpty() ? error.detail : error.where + QStringLiteral(": ") + error.detail};
    case ErrorCode::NotFound:
        return {RefusalCode::NotFound, {}};
    case ErrorCode::Unauthorized:
        return {RefusalCode::Unauthorized, {}};
    case ErrorCode::Internal:
        return {RefusalCode::Internal, {}};
    default: // the store, the network, a deadline, a conflict of two writers: all may be gone when the caller comes again
        return {RefusalCode::Unavailable, {}};
    }
}

} // namespace pfx::server
