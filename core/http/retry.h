// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a failed attempt is made again, and after what pause. Pure; any thread. Few and short: the outbox does the long waiting.
#pragma once

#include "core/base/result.h"
#include "core/http/request.h"

#include <optional>

namespace pfx::http {

struct RetryPolicy
{
    int attempts = 3; ///< With the first one.
    qint64 baseMs = 500; ///< The first pause; it doubles.
    qint64 longestMs = 10'000; ///< Who asks for a longer pause gets none: the caller decides.
};

/// 429, 502, 503 and 504 may be asked again; 429 was refused unread, of the others only a request that may be repeated.
bool mayAskAgain(const Request &request, const Response &answer);
/// The connection failed: again when it surely did not arrive, or when the request may be repeated.
bool mayAskAgain(const Request &request, const base::Error &error);

/// Retry-After in seconds or as a date (RFC 9110 10.2.3), in ms from `nowMs` (ms since 1970 UTC); none when it is missing or unreadable.
std::optional<qint64> retryAfterMs(const Response &answer, qint64 nowMs);

/// Before attempt `attempt` + 1; `chance` in [0, 1) makes it between half of it and all of it, so that programs do not come in step.
qint64 pauseMs(const RetryPolicy &policy, int attempt, double chance);

} // namespace pfx::http
