// SPDX-License-Identifier: GPL-3.0-or-later
// Writes down what became of a row, together with what its handler writes. While the database refuses it waits and tries again, since the
// effect was had and nobody else knows. Called by the lanes' threads.
#pragma once

#include "core/base/clock.h"
#include "core/exchange/handler.h"
#include "core/exchange/retry_policy.h"
#include "core/exchange/row_end.h"
#include "core/store/store.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace pfx::exchange {

class RowCommitter
{
public:
    RowCommitter(store::Store &store, const base::Clock &clock, const RetryPolicy &policy, std::chrono::milliseconds pause);

    enum class Committed {
        Done,
        Failed,
        Lost,    ///< Somebody else has the row: nothing was written.
        GivenUp, ///< The program ends and the database refuses: the lease runs out.
    };
    Committed commit(const Job &job, const Outcome &outcome);
    /// From now on give up after few attempts.
    void close();

private:
    struct Attempt
    {
        base::Result<void> written;
        Lease lease = Lease::Kept;
        bool handlersFault = false;
    };
    Attempt write(const Job &job, const Decision &decision, const store::Writer::Job &handlers);
    enum class Patience { Left, Gone };
    Patience waitAfter(int failures);

    store::Store &m_store;
    const base::Clock &m_clock;
    const RetryPolicy m_policy;
    const std::chrono::milliseconds m_pause;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_closing = false;
};

} // namespace pfx::exchange
