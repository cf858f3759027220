// SPDX-License-Identifier: GPL-3.0-or-later
// What an HTTP status says by itself, for services that say nothing better in their body. Pure; any thread.
#pragma once

#include "core/base/error.h"
#include "core/http/request.h"

namespace pfx::http {

/// Whether a request that was answered so can have been done nevertheless: 5xx (but 503) to what is not reading.
base::Effected effectOf(const Request &request, int status);

/// 401 Unauthorized, 403 ScopeMissing, 404 and 410 NotFound, 409 Conflict, 429 RateLimited, 408 and 504 Timeout, other 5xx Network, other 4xx
/// Validation, anything else BadAnswer. `detail` is "HTTP 503", `where` the service.
base::Error statusError(const Request &request, const Response &answer);

} // namespace pfx::http
