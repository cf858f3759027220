// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_wait.h"

#include "app/runtime/runtime.h"
#include "core/base/pause.h"
#include "core/exchange/open_rows.h"
#include "core/orders/order_book.h"
#include "core/orders/sync_state.h"
#include "core/orders/task_watch.h"

namespace pfx::ctl {

using base::ErrorCode;
using base::Result;
using exchange::Queue;
using store::Connection;

namespace {

constexpr qint64 lookEveryMs = 50;
constexpr qint64 patienceMs = 20'000; // for what fails and is tried again

/// The queues are worked off while it lives; Ctrl+C stops the waiting.
class Work {
public:
    static Result<std::unique_ptr<Work>> begin(Context &context)
    {
        PFX_ASSIGN(store::Store *const store, context.store());
        PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
        app::RuntimeOptions options;
        options.serving = app::Serving::Off;
        auto work = std::make_unique<Work>(context, *store, *secrets, options);
        PFX_TRY(work->m_runtime.start());
        return work;
    }

    Work(Context &context, store::Store &store, secrets::SecretStore &secrets, const app::RuntimeOptions &options)
        : m_context(context), m_runtime(store, context.clock(), secrets, options)
    {
        context.stopSignal().watch([this] { m_stop.request_stop(); });
    }

    ~Work()
    {
        m_context.stopSignal().forget();
        m_runtime.stop();
    }

    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    app::Runtime &runtime() { return m_runtime; }
    base::StopToken stop() const { return m_stop.get_token(); }

    enum class Goal { Open, Reached };
    using Look = std::function<Result<Goal>(qint64 elapsedMs)>;
    Result<void> until(const Look &look)
    {
        const qint64 began = m_context.clock().monotonicMs();
        for (;;) {
            PFX_ASSIGN(const Goal goal, look(m_context.clock().monotonicMs() - began));
            if (goal == Goal::Reached)
                return {};
            base::pause(lookEveryMs, stop());
            if (stop().stop_requested())
                return base::fail(ErrorCode::Cancelled);
        }
    }

private:
    Context &m_context;
    base::StopSource m_stop;
    app::Runtime m_runtime;
};

} // namespace

Result<void> waitForTask(Context &context, qint64 order)
{
    PFX_ASSIGN(Connection *const db, context.db());
    PFX_ASSIGN(const auto work, Work::begin(context));
    return work->until([&](qint64 elapsedMs) -> Result<Work::Goal> {
        PFX_ASSIGN(const orders::StoredOrder stored, orders::load(*db, order));
        if (stored.order.planfixId > 0)
            return Work::Goal::Reached;
        PFX_ASSIGN(const auto states, orders::syncStates(*db, {order}, context.clock().nowMs()));
        const orders::SyncState state = states.value(order);
        const bool cannot = state.sync == orders::Sync::Attention || state.sync == orders::Sync::Held
            || (state.sync == orders::Sync::Waiting && elapsedMs > patienceMs);
        if (cannot && state.error)
            return base::fail(*state.error);
        return Work::Goal::Open;
    });
}

Result<Synced> syncOrders(Context &context)
{
    PFX_ASSIGN(Connection *const db, context.db());
    PFX_ASSIGN(const auto work, Work::begin(context));
    const QString service = orders::effect::planfixService;
    PFX_ASSIGN(const auto before, exchange::queueCounts(*db, Queue::Outbox, service));
    Synced synced;
    orders::TaskWatch watch(work->runtime().office(), work->runtime().inbox());
    PFX_ASSIGN(synced.news, watch.look(work->stop()));
    exchange::QueueCounts out;
    PFX_TRY(work->until([&](qint64 elapsedMs) -> Result<Work::Goal> {
        PFX_ASSIGN(out, exchange::queueCounts(*db, Queue::Outbox, service));
        PFX_ASSIGN(const auto in, exchange::queueCounts(*db, Queue::Inbox, service));
        if (out.ready + out.waiting + in.ready + in.waiting == 0)
            return Work::Goal::Reached;
        PFX_ASSIGN(const auto holds, exchange::accounts::holds(*db, context.clock().nowMs()));
        if (!holds.isEmpty() && elapsedMs > patienceMs)
            return base::fail(exchange::errorCodeNamed(holds.first().code), holds.first().reason);
        // What fails again and again is left to the programs that run for longer.
        return out.ready + in.ready == 0 && elapsedMs > patienceMs ? Work::Goal::Reached : Work::Goal::Open;
    }));
    synced.attention = out.attention;
    synced.sent = before.ready + before.waiting - out.ready - out.waiting;
    return synced;
}

Result<void> removeTestOrder(Context &context, qint64 order)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(const auto work, Work::begin(context));
    PFX_ASSIGN(Connection *const db, context.db());
    PFX_TRY(store->writer().run([&](Connection &write) -> Result<void> {
        app::Runtime &runtime = work->runtime();
        PFX_ASSIGN(auto book, orders::openBook(write, runtime.outbox(), context.clock(), runtime.office().environment));
        return book.removeTest(write, order);
    }));
    return work->until([&](qint64 elapsedMs) -> Result<Work::Goal> {
        PFX_ASSIGN(const auto open,
                   exchange::openRows(*db, Queue::Outbox, orders::effect::planfixService, {orders::effect::subject(order)}));
        if (open.isEmpty())
            return Work::Goal::Reached;
        const exchange::OpenRow row = *open.cbegin();
        if (row.error && (row.state == exchange::RowState::Attention || elapsedMs > patienceMs))
            return base::fail(*row.error);
        return Work::Goal::Open;
    });
}

} // namespace pfx::ctl
