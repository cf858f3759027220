// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/status_error.h"

namespace pfx::http {

using base::Effected;
using base::ErrorCode;

namespace {

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::ScopeMissing;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 408:
    case 504:
        return ErrorCode::Timeout;
    case 409:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    default:
        break;
    }
    if (status >= 500 && status < 600)
        return ErrorCode::Network;
    return status >= 400 && status < 500 ? ErrorCode::Validation : ErrorCode::BadAnswer;
}

} // namespace

Effected effectOf(const Request &request, int status)
{
    const bool brokeAtWork = status >= 500 && status != 503;
    return brokeAtWork && !request.isReading() ? Effected::Perhaps : Effected::No;
}

base::Error statusError(const Request &request, const Response &answer)
{
    return {codeOf(answer.status), QStringLiteral("HTTP %1").arg(answer.status), request.service, effectOf(request, answer.status)};
}

} // namespace pfx::http
