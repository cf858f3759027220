// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to the network: one request, one answer, no retry, no redirect. Blocks; one thread at a time, and never the window's. Any HTTP
// status is a Response. Failures: Network, Timeout, Certificate, BadAnswer, Validation (an address that may not be called), Cancelled at once
// after a stop. Error::effected says Perhaps when the request can have reached the other side: only then is its fate unknown.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/http/request.h"

namespace pfx::http {

class Transport
{
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    virtual base::Result<Response> exchange(const Request &request, const base::StopToken &stop) = 0;
};

} // namespace pfx::http
