// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dispatcher.h"

#include "core/exchange/accounts.h"
#include "core/exchange/lane_threads.h"
#include "core/exchange/leases.h"
#include "core/exchange/queue_table.h"
#include "core/exchange/row_committer.h"
#include "core/log/categories.h"

#include <algorithm>
#include <atomic>

namespace pfx::exchange {

using base::Result;

namespace {

bool isHeld(const QVector<Hold> &holds, const QString &account)
{
    return std::any_of(holds.cbegin(), holds.cend(), [&account](const Hold &hold) { return hold.account == account; });
}

} // namespace

class Dispatcher::Private
{
public:
    struct Runner
    {
        std::unique_ptr<LaneThreads> threads;
        QString lastAccount; ///< Whose row was taken last: the next one's turn comes first.
    };

    Private(store::Store &store, const base::Clock &clock, Bell &bell, DispatcherOptions options);

    void add(Lane lane);
    void start();
    void stop(std::chrono::milliseconds grace);
    Figures figures() const;

private:
    void run();
    Result<void> step(const Bell::Heard &heard);
    Result<void> lookAround(std::vector<Runner *> &wanted);
    Result<void> takeOverFromTheDead();
    Result<void> claimFor(Runner &runner);
    Result<std::vector<Job>> claimIn(store::Connection &db, Runner &runner, qint64 room);
    Result<void> giveBack(Queue queue, const std::vector<Job> &jobs);
    Result<void> giveBackOrphans();
    Result<void> beatIfNeeded();
    std::chrono::milliseconds pauseUntilNext(const Result<void> &outcome) const;
    void finished(const Job &job, const Outcome &outcome);
    int inHand() const;
    void setTrouble(const Result<void> &outcome);

    store::Store &m_store;
    const base::Clock &m_clock;
    Bell &m_bell;
    const DispatcherOptions m_options;
    base::StopSource m_stop;
    RowCommitter m_committer;
    std::vector<Runner> m_runners;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false, m_ended = false;
    std::atomic<qint64> m_done = 0, m_failed = 0;
    mutable std::mutex m_troubleMutex;
    QString m_trouble;

    // Of the dispatcher's thread.
    Leases m_leases;
    std::unique_ptr<store::Connection> m_reader;
    std::chrono::steady_clock::time_point m_lookedAt;
    qint64 m_nextDue = 0;
    qint64 m_beatAt = 0;
    bool m_mayHaveOrphans = false;
};

Dispatcher::Private::Private(store::Store &store, const base::Clock &clock, Bell &bell, DispatcherOptions options)
    : m_store(store), m_clock(clock), m_bell(bell), m_options(std::move(options)),
      m_committer(store, clock, m_options.retry, m_options.storePause), m_leases(m_options.leaseMs)
{}

void Dispatcher::Private::add(Lane lane)
{
    const auto vacated = [this, queue = lane.queue, service = lane.service] { m_bell.ring(queue, service); };
    m_runners.push_back({std::make_unique<LaneThreads>(std::move(lane), m_stop.get_token(),
                                                       [this](const Job &job, const Outcome &outcome) { finished(job, outcome); }, vacated),
                         {}});
}

void Dispatcher::Private::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void Dispatcher::Private::finished(const Job &job, const Outcome &outcome)
{
    const RowCommitter::Committed committed = m_committer.commit(job, outcome);
    if (committed == RowCommitter::Committed::Done)
        ++m_done;
    else if (committed == RowCommitter::Committed::Failed)
        ++m_failed;
}

int Dispatcher::Private::inHand() const
{
    int count = 0;
    for (const Runner &runner : m_runners)
        count += runner.threads->inHand();
    return count;
}

void Dispatcher::Private::setTrouble(const Result<void> &outcome)
{
    const QString trouble = outcome ? QString() : QStringLiteral("%1: %2").arg(base::name(outcome.error().code), outcome.error().detail);
    const std::lock_guard lock(m_troubleMutex);
    if (trouble != m_trouble && !trouble.isEmpty())
        qCWarning(log::exchange).noquote() << "the queues cannot be worked off:" << trouble;
    m_trouble = trouble;
}

void Dispatcher::Private::run()
{
    Bell::Heard heard;
    heard.all = true;
    while (!m_ended) {
        Result<void> outcome;
        if (!m_stopping)
            outcome = step(heard);
        if (outcome)
            outcome = beatIfNeeded();
        setTrouble(outcome);
        if (!outcome)
            m_reader.reset(); // the server may have gone: the next look opens another one
        heard = m_bell.wait(pauseUntilNext(outcome));
        if (!outcome)
            heard.all = true;
    }
    m_reader.reset();
}

std::chrono::milliseconds Dispatcher::Private::pauseUntilNext(const Result<void> &outcome) const
{
    if (!outcome)
        return m_options.storePause;
    if (m_nextDue == 0)
        return m_options.poll;
    return std::clamp(std::chrono::milliseconds(m_nextDue - m_clock.nowMs()), std::chrono::milliseconds(1), m_options.poll);
}

Result<void> Dispatcher::Private::step(const Bell::Heard &heard)
{
    if (m_mayHaveOrphans) {
        PFX_TRY(giveBackOrphans());
        m_mayHaveOrphans = false;
    }
    std::vector<Runner *> wanted;
    const auto now = std::chrono::steady_clock::now();
    if (heard.all || heard.calls.empty() || now - m_lookedAt >= m_options.poll) {
        m_lookedAt = now;
        PFX_TRY(lookAround(wanted));
    }
    for (Runner &runner : m_runners) {
        const bool called = heard.all || heard.calls.count({runner.threads->queue(), runner.threads->service()}) > 0;
        if (called || std::find(wanted.cbegin(), wanted.cend(), &runner) != wanted.cend())
            PFX_TRY(claimFor(runner));
    }
    return {};
}

// What another program has written, whose pause is over, who has died. Reads only: a writing transaction a second would hinder others.
Result<void> Dispatcher::Private::lookAround(std::vector<Runner *> &wanted)
{
    if (!m_reader) {
        PFX_ASSIGN(m_reader, m_store.connect());
    }
    PFX_TRY(takeOverFromTheDead());
    const ClaimTime time{m_clock.nowMs(), m_options.retry.longestMs};
    PFX_ASSIGN(const auto holds, accounts::holds(*m_reader, time.nowMs));
    m_nextDue = 0;
    for (Runner &runner : m_runners) {
        PFX_ASSIGN(const auto due, QueueTable(*m_reader, runner.threads->queue()).due(runner.threads->service()));
        for (const DueAccount &account : due) {
            if (isHeld(holds, account.account))
                continue;
            if (time.covers(account))
                wanted.push_back(&runner);
            else if (m_nextDue == 0 || account.firstDue < m_nextDue)
                m_nextDue = account.firstDue;
        }
    }
    return {};
}

Result<void> Dispatcher::Private::takeOverFromTheDead()
{
    PFX_ASSIGN(const auto dead, m_leases.look(*m_reader, m_clock.monotonicMs()));
    for (const Leases::Dead &owner : dead) {
        PFX_TRY(m_store.writer().run([&](store::Connection &db) {
            return Leases::takeOver(db, owner, m_options.retry.attempts, m_clock.nowMs()).map([](Leases::Taken) {});
        }));
    }
    return {};
}

Result<std::vector<Job>> Dispatcher::Private::claimIn(store::Connection &db, Runner &runner, qint64 room)
{
    const ClaimTime time{m_clock.nowMs(), m_options.retry.longestMs};
    QueueTable queue(db, runner.threads->queue());
    PFX_ASSIGN(auto due, queue.due(runner.threads->service()));
    std::vector<Job> jobs;
    if (due.empty())
        return jobs;
    PFX_ASSIGN(const auto holds, accounts::holds(db, time.nowMs));
    std::erase_if(due, [&](const DueAccount &account) { return isHeld(holds, account.account) || !time.covers(account); });
    // The accounts after the last one first, and no account more than its share as long as others have rows.
    const auto turn = std::find_if(due.begin(), due.end(), [&](const DueAccount &account) { return account.account > runner.lastAccount; });
    std::rotate(due.begin(), turn, due.end());
    const auto count = static_cast<qint64>(due.size());
    for (const qint64 share : {count > 0 ? (room + count - 1) / count : 0, room}) {
        for (const DueAccount &account : due) {
            const qint64 left = std::min(share, room - static_cast<qint64>(jobs.size()));
            if (left <= 0)
                break;
            PFX_ASSIGN(const auto more, queue.claim(runner.threads->service(), account.account, m_leases.owner(), time, left));
            jobs.insert(jobs.end(), more.begin(), more.end());
        }
    }
    if (!jobs.empty())
        PFX_TRY(m_leases.beat(db));
    return jobs;
}

Result<void> Dispatcher::Private::claimFor(Runner &runner)
{
    const int room = runner.threads->room();
    if (room <= 0)
        return {}; // whoever makes room rings
    std::vector<Job> jobs;
    const auto claimed = m_store.writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(jobs, claimIn(db, runner, room));
        return {};
    });
    if (!claimed) {
        m_mayHaveOrphans = true; // a commit that failed may have happened all the same
        return claimed;
    }
    if (jobs.empty())
        return {};
    m_beatAt = m_clock.monotonicMs();
    runner.lastAccount = QString(jobs.back().account.constData(), jobs.back().account.size()); // not shared with the lane's threads
    return giveBack(runner.threads->queue(), runner.threads->push(std::move(jobs)));
}

Result<void> Dispatcher::Private::giveBack(Queue queue, const std::vector<Job> &jobs)
{
    if (jobs.empty())
        return {};
    return m_store.writer().run(
        [&](store::Connection &db) { return QueueTable(db, queue).giveBack(jobs, m_leases.owner(), m_clock.nowMs()); });
}

Result<void> Dispatcher::Private::giveBackOrphans()
{
    return m_store.writer().run([this](store::Connection &db) -> Result<void> {
        for (const Queue queue : {Queue::Inbox, Queue::Outbox}) {
            std::set<qint64> known;
            for (const Runner &runner : m_runners)
                known.merge(runner.threads->ids());
            PFX_TRY(QueueTable(db, queue).giveBackAllBut(known, m_leases.owner(), m_clock.nowMs()));
        }
        return {};
    });
}

Result<void> Dispatcher::Private::beatIfNeeded()
{
    const qint64 now = m_clock.monotonicMs();
    if (now - m_beatAt < m_leases.beatEveryMs() || inHand() == 0)
        return {};
    PFX_TRY(m_store.writer().run([this](store::Connection &db) { return m_leases.beat(db); }));
    m_beatAt = now;
    return {};
}

void Dispatcher::Private::stop(std::chrono::milliseconds grace)
{
    if (!m_thread.joinable())
        return;
    const auto until = std::chrono::steady_clock::now() + grace;
    m_stopping = true;
    for (const Runner &runner : m_runners) {
        const std::vector<Job> unbegun = runner.threads->stopTaking();
        if (const auto given = giveBack(runner.threads->queue(), unbegun); !given)
            qCWarning(log::exchange).noquote() << "rows stay leased until that runs out:" << given.error().detail;
    }
    for (const Runner &runner : m_runners)
        runner.threads->waitIdle(until);
    m_committer.close();
    m_stop.request_stop();
    for (const Runner &runner : m_runners)
        runner.threads->join();
    m_ended = true;
    m_bell.ringAll();
    m_thread.join();
    if (const auto left = m_store.writer().run([this](store::Connection &db) { return m_leases.leave(db); }); !left)
        qCWarning(log::exchange).noquote() << "the dispatcher could not sign off:" << left.error().detail;
}

Dispatcher::Figures Dispatcher::Private::figures() const
{
    const std::lock_guard lock(m_troubleMutex);
    return {m_done, m_failed, inHand(), m_trouble};
}

Dispatcher::Dispatcher(store::Store &store, const base::Clock &clock, Bell &bell, DispatcherOptions options)
    : m_d(std::make_unique<Private>(store, clock, bell, std::move(options)))
{}

Dispatcher::~Dispatcher()
{
    stop();
}

void Dispatcher::add(Lane lane)
{
    m_d->add(std::move(lane));
}

void Dispatcher::start()
{
    m_d->start();
}

void Dispatcher::stop(std::chrono::milliseconds grace)
{
    m_d->stop(grace);
}

Dispatcher::Figures Dispatcher::figures() const
{
    return m_d->figures();
}

} // namespace pfx::exchange
