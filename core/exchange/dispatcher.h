// SPDX-License-Identifier: GPL-3.0-or-later
// Works off the queues: takes rows by lease, has the handler of their service work on them on threads of that service, and commits a row's
// end together with what the handler writes. Only the window and `pfxctl serve` have one. Several programs may do so on one store: each row
// is worked on by one of them, and one that dies leaves its rows to the others after the length of a lease, measured by their own running
// clocks (no two clocks are compared, and a clock that is set changes nothing). Failures of the database are waited out. Any thread.
#pragma once

#include "core/base/clock.h"
#include "core/exchange/bell.h"
#include "core/exchange/handler.h"
#include "core/exchange/retry_policy.h"
#include "core/store/store.h"

#include <chrono>
#include <memory>
#include <vector>

namespace pfx::exchange {

/// The threads of one service.
struct Lane
{
    Queue queue = Queue::Outbox;
    QString service;
    HandlerFactory handler;
    int threads = 2; ///< The most rows of the service in hand at once; started when they are needed.
    int ahead = 0;   ///< Rows taken beyond that, for many short ones (inbox). Never for EffectKind::Once: they would be in doubt after a crash.
};

struct DispatcherOptions
{
    RetryPolicy retry;
    qint64 leaseMs = 15'000;
    std::chrono::milliseconds poll{1000};       ///< How often rows of other programs are looked for.
    std::chrono::milliseconds storePause{1000}; ///< After a failure of the database.
};

class Dispatcher
{
public:
    /// All of it outlives the dispatcher. Nothing happens before start().
    Dispatcher(store::Store &store, const base::Clock &clock, Bell &bell, DispatcherOptions options = {});
    ~Dispatcher();
    Dispatcher(const Dispatcher &) = delete;
    Dispatcher &operator=(const Dispatcher &) = delete;

    /// Before start().
    void add(Lane lane);
    void start();
    /// Takes nothing more, finishes what is in hand, and gives back what has not begun. Handlers still at work after `grace` are asked to
    /// give up. Returns when all threads have ended.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

    struct Figures
    {
        qint64 done = 0, failed = 0; ///< Since the start.
        int inHand = 0;
        QString trouble; ///< Why the database cannot be used now; empty when it can.
    };
    Figures figures() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pfx::exchange
