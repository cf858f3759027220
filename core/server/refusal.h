// SPDX-License-Identifier: GPL-3.0-or-later
// Why the server itself did not let a request through. The words for people come from the program (RefusalWords), since Planfix shows
// them as they are; without it they are the English technical ones. Values; any thread.
#pragma once

#include "core/base/error.h"
#include "core/server/response.h"

#include <functional>

namespace pfx::server {

enum class RefusalCode {
    Malformed,           ///< 400 The request is not HTTP, or a part is missing; `detail` names it.
    Unauthorized,        ///< 401
    NotFound,            ///< 404 Unknown path, or a wrong secret in it.
    MethodNotAllowed,    ///< 405
    TooSlow,             ///< 408
    TooLarge,            ///< 413 Head or body.
    WrongContentType,    ///< 415
    ExpectationFailed,   ///< 417
    TooMany,             ///< 429 Too many wrong credentials of this address.
    Internal,            ///< 500
    NotImplemented,      ///< 501 A method or transfer coding nobody uses here.
    Unavailable,         ///< 503 Cannot be stored or worked on now; come again.
    VersionNotSupported, ///< 505
};

struct Refusal
{
    RefusalCode code = RefusalCode::Internal;
    QString detail; ///< Technical and harmless: a header's or field's name, a size.

    int status() const;
};

/// "not_found"
QString name(RefusalCode code);

using RefusalWords = std::function<QString(const Refusal &)>;
/// Adds members to the body of a refusal ("status", "code" on /sms).
using RefusalShape = std::function<void(QJsonObject &, const Refusal &)>;

/// {"error": words} with the members of the shape; 429 and 503 carry Retry-After.
Response refuse(const Refusal &refusal, const RefusalWords &words = {}, const RefusalShape &shape = {});

/// What the failure of a handler or of the store means for the caller: 400, 404, 409, or 503 for all that may pass.
Refusal refusalOf(const base::Error &error);

} // namespace pfx::server
