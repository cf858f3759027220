// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_committer.h"

#include "core/exchange/accounts.h"
#include "core/log/categories.h"

#include <QRandomGenerator>

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int lastAttempts = 3; // while the program ends

Decision decisionFor(const Job &job, const Outcome &outcome, const RetryPolicy &policy, qint64 nowMs)
{
    if (const auto *failed = std::get_if<Failed>(&outcome))
        return decide(job, *failed, policy, nowMs, QRandomGenerator::global()->generateDouble());
    Decision decision;
    decision.end.attempts = job.attempts;
    decision.end.result = std::get<Done>(outcome).result;
    return decision;
}

} // namespace

RowCommitter::RowCommitter(store::Store &store, const base::Clock &clock, const RetryPolicy &policy, std::chrono::milliseconds pause)
    : m_store(store), m_clock(clock), m_policy(policy), m_pause(pause)
{}

RowCommitter::Attempt RowCommitter::write(const Job &job, const Decision &decision, const store::Writer::Job &handlers)
{
    Attempt attempt;
    const qint64 now = m_clock.nowMs();
    attempt.written = m_store.writer().run([&](store::Connection &db) -> Result<void> {
        if (handlers) {
            if (auto written = handlers(db); !written) {
                attempt.handlersFault = true;
                return written;
            }
        }
        PFX_ASSIGN(attempt.lease, QueueTable(db, job.queue).finish(job, decision.end, now));
        if (attempt.lease == Lease::Lost)
            return fail(ErrorCode::Conflict, QStringLiteral("the row is no longer this program's"), QString::number(job.id));
        if (decision.holdUntilMs)
            PFX_TRY(accounts::hold(db, {job.account, *decision.holdUntilMs, base::name(decision.end.error.code), decision.end.error.detail},
                                   now));
        return {};
    });
    return attempt;
}

RowCommitter::Committed RowCommitter::commit(const Job &job, const Outcome &outcome)
{
    Decision decision = decisionFor(job, outcome, m_policy, m_clock.nowMs());
    const auto *done = std::get_if<Done>(&outcome);
    store::Writer::Job handlers = done ? done->commit : store::Writer::Job();
    for (int failures = 1;; ++failures) {
        const Attempt attempt = write(job, decision, handlers);
        if (attempt.written)
            return decision.end.state == RowState::Done ? Committed::Done : Committed::Failed;
        const base::Error &error = attempt.written.error();
        if (attempt.lease == Lease::Lost) {
            qCWarning(log::exchange).noquote() << "row" << job.id << "was taken over before its end was written";
            return Committed::Lost;
        }
        // What was read for a request that came in has been overtaken: it is worked on anew. An effect is not, since it was had.
        if (attempt.handlersFault && job.queue == Queue::Inbox && error.code == ErrorCode::Busy) {
            decision = decisionFor(job, Failed{error, {}}, m_policy, m_clock.nowMs());
            handlers = {};
            failures = 0;
            continue;
        }
        if (attempt.handlersFault && verdict(error.code) != Verdict::Retry) {
            decision = {doneButNotWritten(job, error), {}};
            handlers = {};
            failures = 0;
            continue;
        }
        qCWarning(log::exchange).noquote() << "the end of row" << job.id << "cannot be written:" << base::name(error.code) << error.detail;
        if (waitAfter(failures) == Patience::Gone)
            return Committed::GivenUp;
    }
}

RowCommitter::Patience RowCommitter::waitAfter(int failures)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_pause, [this] { return m_closing; });
    return m_closing && failures >= lastAttempts ? Patience::Gone : Patience::Left;
}

void RowCommitter::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_all();
}

} // namespace pfx::exchange
