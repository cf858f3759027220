// SPDX-License-Identifier: GPL-3.0-or-later
// One pace an account for all programs on a store. A turn is a slot reserved in the store by one statement; slots lie a little further apart
// than allowed, so that 97 % of the rate is used and none of it is exceeded however exactly threads wake. One who comes too late for its
// slot takes another one. Time is the machine's running clock on SQLite and the server's clock on PostgreSQL, so clocks that are set or
// differ do not matter. Any thread but the writer's. Failures: Cancelled; the code of a hold (QuotaExhausted …) that is longer than `patience`;
// the store's.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/http/rate_gate.h"
#include "core/store/store.h"

#include <atomic>
#include <functional>

namespace pfx::exchange {

class StoreRateGate : public http::RateGate
{
public:
    /// Waits so many ms or until a stop.
    using Pause = std::function<void(qint64 ms, const base::StopToken &stop)>;

    StoreRateGate(store::Store &store, const base::Clock &clock, Pause pause = {});

    base::Result<void> enter(const QString &account, double perSecond, const base::StopToken &stop) override;
    /// The dispatchers of all programs take no rows of the account either.
    base::Result<void> holdBack(const QString &account, qint64 untilMs, base::ErrorCode code, const QString &reason) override;

    static constexpr qint64 patienceMs = 5000; ///< A shorter hold is waited out.

private:
    struct Turn
    {
        qint64 atMs = 0;    ///< On the running clock.
        qint64 heldForMs = 0;
        base::ErrorCode heldBy = base::ErrorCode::RateLimited;
        QString reason;
    };
    base::Result<Turn> reserve(const QString &account, qint64 intervalUs);
    base::Result<Turn> reserveIn(store::Connection &db, const QString &account, qint64 intervalUs);

    store::Store &m_store;
    const base::Clock &m_clock;
    const Pause m_pause;
    std::atomic<qint64> m_leadMs = 0; ///< What the last reservation took until it was on disk.
};

} // namespace pfx::exchange
