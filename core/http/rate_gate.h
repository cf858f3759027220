// SPDX-License-Identifier: GPL-3.0-or-later
// The pace of an account, shared by all who call it. Thread-safe. Implemented over the store by core/exchange.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

namespace pfx::http {

class RateGate
{
public:
    RateGate() = default;
    virtual ~RateGate() = default;
    RateGate(const RateGate &) = delete;
    RateGate &operator=(const RateGate &) = delete;

    /// Waits for the turn. `perSecond` may be a fraction; 0 or less: no pace. Failures: Cancelled; the code of a hold (RateLimited,
    /// QuotaExhausted …) that is too long to be waited for.
    virtual base::Result<void> enter(const QString &account, double perSecond, const base::StopToken &stop) = 0;
    /// Nobody enters before that time (ms since 1970 UTC). `reason` is technical and without secrets.
    virtual base::Result<void> holdBack(const QString &account, qint64 untilMs, base::ErrorCode code, const QString &reason) = 0;
};

} // namespace pfx::http
