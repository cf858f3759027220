// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/lane.h"

#include "core/log/categories.h"

#include <QScopeGuard>

#include <algorithm>
#include <chrono>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

constexpr qint64 lookEveryMs = 1000; // rows of other programs
constexpr qint64 lockEveryMs = 1000;
constexpr qint64 storePauseMs = 1000;
constexpr qint64 pauseMs = 5 * 60 * 1000; // of a provider that refuses our account
constexpr qint64 longestProbePauseMs = 30'000;
constexpr qint64 balanceEveryMs = 10 * 60 * 1000;
constexpr qint64 giveAwayAfterMs = 60'000, giveAwayEveryMs = 5000;
constexpr qint64 lookUpPauseMs = 5000;
constexpr int mostLooks = 10;
constexpr int mostPolled = 100;
constexpr int mostClaimed = 200; // a transaction of few ms
constexpr int givenAwayAtOnce = 500;
constexpr qint64 pouringPerSecond = 500;
constexpr int writerShare = 4; // to others, for each part of the writer's time that a lane uses
constexpr auto lastAnswers = std::chrono::seconds(5);

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

bool isUnreached(const base::Error &error)
{
    return error.effected == base::Effected::No
        && (error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::Certificate);
}

} // namespace

void submitReceipts(LaneTools &tools, const QString &provider, std::vector<Receipt> receipts, DriverEvents::Stored stored)
{
    tools.store.writer().submit(
        [&tools, provider, shared = std::make_shared<const std::vector<Receipt>>(std::move(receipts))](Connection &db) -> Result<void> {
            PFX_ASSIGN(const auto ended, apply(db, provider, *shared, tools.clock.nowMs()));
            return tools.ended(db, ended);
        },
        [stored = std::move(stored)](const Result<void> &result) {
            if (stored)
                stored(result);
        });
}

Lane::Lane(LaneTools &tools, Provider provider)
    : m_tools(tools), m_provider(std::move(provider)), m_name(m_provider.config.name)
{
    m_figures.provider = m_name;
    m_thread = std::jthread([this](const base::StopToken &stop) { run(stop); });
}

Lane::~Lane()
{
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
}

void Lane::ring()
{
    {
        const std::lock_guard lock(m_mutex);
        m_rung = true;
    }
    m_wake.notify_all();
}

void Lane::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_resumed = true;
        m_rung = true;
    }
    m_wake.notify_all();
}

LaneFigures Lane::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

// --- from the driver's threads ---

void Lane::receiptsCame(std::vector<Receipt> receipts, Stored stored)
{
    submitReceipts(m_tools, m_name, std::move(receipts), std::move(stored));
}

void Lane::linkChanged(const Link &link)
{
    {
        const std::lock_guard lock(m_mutex);
        m_link = link;
        m_linkIsNew = true;
        m_figures.link = link.state;
        m_rung = true;
    }
    m_wake.notify_all();
}

// --- the lane's thread ---

void Lane::run(const base::StopToken &stop)
{
    while (!stop.stop_requested()) {
        Result<void> outcome = m_driver ? Result<void>() : begin(stop);
        if (outcome && m_driver)
            outcome = step(stop);
        if (!outcome) {
            m_reader.reset();
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, stop, std::chrono::milliseconds(storePauseMs), [] { return false; });
        } else {
            leaveTheWriter(stop);
            if (!m_more)
                waitForWork(stop);
        }
    }
    finishUp();
}

Result<void> Lane::begin(const base::StopToken &stop)
{
    Q_UNUSED(stop)
    if (!m_lock) {
        auto taken = m_tools.store.tryLock(s("sms-") + m_name);
        if (!taken)
            return base::fail(taken.error()); // another program serves it
        m_lock = std::move(*taken);
    }
    m_policy = m_tools.policy.get();
    auto driver = m_provider.kind->make(m_provider.config, m_tools.driver, *this);
    if (!driver) {
        note(Trouble::Account, driver.error());
        PFX_TRY(publish());
        return base::fail(driver.error());
    }
    std::vector<Claimed> left;
    PFX_TRY(m_tools.store.writer().run([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(left, takeOver(db, m_name, m_tools.owner, m_tools.clock.nowMs()));
        return {};
    }));
    for (Claimed &row : left)
        m_doubtful.push_back({std::move(row), {ErrorCode::Cancelled, s("the program that sent it has ended"), {}, base::Effected::Perhaps}, 0, 0});
    m_driver = std::move(*driver);
    m_trouble.clear();
    m_pausedUntil = 0;
    m_driver->start();
    const std::lock_guard lock(m_mutex);
    m_figures.serving = true;
    return {};
}

Result<void> Lane::step(const base::StopToken &stop)
{
    m_policy = m_tools.policy.get();
    const Provider *now = m_policy->provider(m_name);
    m_pace.setRate(now ? now->perSecond() : m_provider.perSecond());
    collect();
    lookUpDoubtful(stop);
    const int count = room(stop);
    m_more = false;
    if (!m_outcomes.empty() || (count > 0 && mayHaveDue()))
        PFX_TRY(writeAndClaim(count));
    PFX_TRY(poll(stop));
    PFX_TRY(askBalance(stop));
    PFX_TRY(giveAway());
    return publish();
}

void Lane::collect()
{
    std::vector<Answered> answered;
    {
        const std::lock_guard lock(m_mutex);
        answered.swap(m_answered);
    }
    const qint64 nowMs = m_tools.clock.nowMs();
    qint64 sent = 0, failed = 0;
    for (const Answered &one : answered) {
        const auto at = m_inHand.find(one.id);
        if (at == m_inHand.end())
            continue;
        const Claimed row = std::move(at->second);
        m_inHand.erase(at);
        if (one.result) {
            m_reach = Reach::Up;
            m_trouble.clear();
            m_outcomes.push_back(afterSuccess(row, m_name, *one.result, m_driver->abilities(), *m_policy, nowMs));
            ++sent;
        } else {
            judge(row, one.result.error());
            ++failed;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_figures.sent += sent;
    m_figures.failed += failed;
    m_figures.inHand = int(m_inHand.size());
}

void Lane::judge(const Claimed &row, const SubmitFailure &failure)
{
    const qint64 nowMs = m_tools.clock.nowMs();
    if (failure.error.effected == base::Effected::Perhaps) {
        m_doubtful.push_back({row, failure.error, 0, 0});
        return;
    }
    if (failure.error.code == ErrorCode::Cancelled) { // the driver was stopped before it began
        m_outcomes.push_back(unsent(row, m_name));
        return;
    }
    m_outcomes.push_back(afterFailure(row, m_name, failure, *m_policy, nowMs));
    note(failure.trouble, failure.error);
}

/// What a failure says about the provider itself.
void Lane::note(Trouble trouble, const base::Error &error)
{
    switch (trouble) {
    case Trouble::Throttled:
        m_pace.slowDown(m_tools.clock.monotonicMs());
        break;
    case Trouble::Account:
    case Trouble::NoMoney:
        m_pausedUntil = m_tools.clock.monotonicMs() + pauseMs;
        m_balanceAt = 0;
        if (m_trouble != name(trouble))
            qCWarning(log::exchange).noquote() << "the SMS provider" << m_name << "pauses:" << name(trouble) << error.detail;
        m_trouble = name(trouble);
        m_error = error;
        break;
    case Trouble::Transient:
        if (isUnreached(error)) {
            if (m_reach != Reach::Down)
                m_downSince = m_tools.clock.monotonicMs();
            m_reach = Reach::Down;
            m_trouble = name(trouble);
            m_error = error;
        }
        break;
    case Trouble::Refused:
    case Trouble::Unroutable:
        break;
    }
}

/// A message that may have been sent is asked about where that is possible; else the policy decides.
void Lane::lookUpDoubtful(const base::StopToken &stop)
{
    const qint64 running = m_tools.clock.monotonicMs();
    for (size_t left = m_doubtful.size(); left > 0 && !stop.stop_requested(); --left) {
        Doubtful doubt = std::move(m_doubtful.front());
        m_doubtful.pop_front();
        const qint64 nowMs = m_tools.clock.nowMs();
        if (!m_driver->abilities().looksUp) {
            m_outcomes.push_back(afterDoubt(doubt.row, m_name, doubt.error, *m_policy, nowMs));
            continue;
        }
        if (doubt.lookAt > running) {
            m_doubtful.push_back(std::move(doubt));
            continue;
        }
        const auto seen = m_driver->sight(outgoing(doubt.row), stop);
        if (seen && seen->fate == Sighting::Fate::Found) {
            m_outcomes.push_back(afterSuccess(doubt.row, m_name, {seen->providerIds}, m_driver->abilities(), *m_policy, nowMs));
        } else if (seen && seen->fate == Sighting::Fate::NotThere) {
            m_outcomes.push_back(unsent(doubt.row, m_name));
        } else if (++doubt.looks >= mostLooks && seen) {
            m_outcomes.push_back(afterDoubt(doubt.row, m_name, doubt.error, *m_policy, nowMs));
        } else {
            doubt.lookAt = running + lookUpPauseMs;
            m_doubtful.push_back(std::move(doubt));
        }
    }
}

/// Nothing is claimed from a provider that was away before it answers a probe.
bool Lane::isReachable(const base::StopToken &stop)
{
    if (m_driver->abilities().keepsLink) {
        const std::lock_guard lock(m_mutex);
        if (m_link && m_link->state != Link::State::Up && m_link->trouble == Trouble::Account)
            m_trouble = name(m_link->trouble);
        if (m_link && m_link->state != Link::State::Up)
            m_error = m_link->error;
        const bool isUp = m_link && m_link->state == Link::State::Up;
        if (!isUp && m_reach != Reach::Down)
            m_downSince = m_tools.clock.monotonicMs();
        m_reach = isUp ? Reach::Up : Reach::Down;
        return isUp;
    }
    if (m_reach == Reach::Up)
        return true;
    const qint64 running = m_tools.clock.monotonicMs();
    if (running < m_probeAt)
        return false;
    const auto answer = m_driver->probe(stop);
    if (answer) {
        m_reach = Reach::Up;
        m_unreached = 0;
        m_trouble.clear();
        return true;
    }
    m_probeAt = running + std::min<qint64>(longestProbePauseMs, qint64(500) << std::min(m_unreached++, 6));
    note(answer.error().trouble, answer.error().error);
    if (m_reach != Reach::Down)
        m_downSince = running;
    m_reach = Reach::Down;
    return false;
}

int Lane::room(const base::StopToken &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_resumed, false)) {
            m_pausedUntil = 0;
            m_probeAt = 0;
        }
    }
    const qint64 running = m_tools.clock.monotonicMs();
    if (running < m_pausedUntil || stop.stop_requested())
        return 0;
    const int free = std::min(m_driver->window() - int(m_inHand.size()), mostClaimed);
    if (free <= 0)
        return 0;
    const int paced = m_pace.available(running, free);
    return paced > 0 && isReachable(stop) ? paced : 0;
}

/// Looks without writing, unless somebody rang.
bool Lane::mayHaveDue()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_rung, false))
            return true;
    }
    const qint64 running = m_tools.clock.monotonicMs();
    const qint64 nowMs = m_tools.clock.nowMs();
    if (running - m_lookedAt < lookEveryMs && (m_nextDue == 0 || m_nextDue > nowMs))
        return false;
    m_lookedAt = running;
    if (!m_reader) {
        auto opened = m_tools.store.connect();
        if (!opened)
            return true; // the writer will say what is wrong
        m_reader = std::move(*opened);
    }
    const auto rows = m_reader->select(s("SELECT min(due_at) AS due FROM sms_messages WHERE provider = :provider AND due_at IS NOT NULL"),
                                       {{s("provider"), m_name}});
    if (!rows) {
        m_reader.reset();
        return true;
    }
    const auto due = rows->front().maybe(s("due"));
    m_nextDue = due.value_or(0);
    return due && *due <= nowMs;
}

Result<void> Lane::writeAndClaim(int count)
{
    std::vector<Claimed> claimed;
    const auto written = m_tools.store.writer().run([&](Connection &db) -> Result<void> {
        const auto began = std::chrono::steady_clock::now();
        const auto measure = qScopeGuard([&] {
            m_workedUs = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began).count();
        });
        const qint64 nowMs = m_tools.clock.nowMs();
        PFX_TRY(finish(db, m_outcomes, nowMs));
        PFX_ASSIGN(auto ended, applyEarly(db, m_name, m_outcomes, nowMs));
        for (const Outcome &outcome : m_outcomes) {
            if (isFinal(outcome.state))
                ended.push_back({outcome.row.id, outcome.state, 0, outcome.row.recipient, outcome.errorDetail});
        }
        PFX_TRY(m_tools.ended(db, ended));
        if (count > 0) {
            PFX_ASSIGN(claimed, claim(db, m_name, m_tools.owner, nowMs, count));
        }
        return {};
    });
    if (!written) {
        qCWarning(log::exchange).noquote() << "the state of messages cannot be written:" << written.error().detail;
        return written; // the outcomes are kept
    }
    for (const Outcome &outcome : m_outcomes) {
        if (outcome.provider != m_name)
            m_tools.ring(outcome.provider);
        if (outcome.dueAt && *outcome.dueAt > 0)
            m_nextDue = m_nextDue == 0 ? *outcome.dueAt : std::min(m_nextDue, *outcome.dueAt);
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const Outcome &outcome : m_outcomes)
            m_figures.unknown += outcome.state == State::Unknown ? 1 : 0;
    }
    m_outcomes.clear();
    m_more = count > 0 && int(claimed.size()) == count;
    if (m_more) {
        const std::lock_guard lock(m_mutex);
        m_rung = true;
    }
    handOver(std::move(claimed));
    return {};
}

void Lane::handOver(std::vector<Claimed> rows)
{
    const qint64 nowMs = m_tools.clock.nowMs();
    std::vector<Outgoing> going;
    for (Claimed &row : rows) {
        if (auto instead = beforeSending(row, m_name, *m_policy, nowMs)) {
            m_outcomes.push_back(*std::move(instead));
            continue;
        }
        going.push_back(outgoing(row));
        m_inHand.emplace(row.id, std::move(row));
    }
    m_pace.take(int(going.size()));
    {
        const std::lock_guard lock(m_mutex);
        m_figures.inHand = int(m_inHand.size());
    }
    for (const Outgoing &message : going) {
        m_driver->submit(message, [this, id = message.id](SubmitResult result) {
            {
                const std::lock_guard lock(m_mutex);
                m_answered.push_back({id, std::move(result)});
            }
            m_wake.notify_all();
        });
    }
}

Outgoing Lane::outgoing(const Claimed &row) const
{
    const Provider *now = m_policy->provider(m_name);
    return {row.id, referenceOf(m_policy->storeId, row.id), (now ? *now : m_provider).senderFor(row.sender), row.recipient, row.text,
            row.validUntil};
}

Result<void> Lane::poll(const base::StopToken &stop)
{
    const qint64 running = m_tools.clock.monotonicMs();
    if (!m_driver->abilities().polls || running < m_pollAt || running < m_pausedUntil || !m_reader)
        return {};
    m_pollAt = running + std::min<qint64>(m_policy->pollMs, lookEveryMs);
    const qint64 nowMs = m_tools.clock.nowMs();
    PFX_ASSIGN(const auto due, duePolls(*m_reader, m_name, nowMs, mostPolled));
    if (due.empty())
        return {};
    std::vector<Inquiry> inquiries;
    std::vector<std::pair<qint64, std::optional<qint64>>> next;
    for (const Polled &one : due) {
        inquiries.push_back(one.inquiry);
        const auto pause = nextPollMs(nowMs - one.changedAt, m_policy->pollMs);
        next.emplace_back(one.id, pause ? std::optional(nowMs + *pause) : std::nullopt);
    }
    const auto receipts = m_driver->states(inquiries, stop);
    return m_tools.store.writer().run([&](Connection &db) -> Result<void> {
        PFX_TRY(setPolls(db, next));
        if (!receipts)
            return {}; // asked again later
        PFX_ASSIGN(const auto ended, apply(db, m_name, *receipts, nowMs));
        return m_tools.ended(db, ended);
    });
}

Result<void> Lane::askBalance(const base::StopToken &stop)
{
    const qint64 running = m_tools.clock.monotonicMs();
    if (!m_driver->abilities().tellsBalance || running < m_balanceAt || m_reach == Reach::Down)
        return {};
    m_balanceAt = running + balanceEveryMs;
    if (const auto balance = m_driver->balance(stop))
        m_balance = *balance;
    return {};
}

/// What waits for a provider that pauses or is long away goes to another one that takes it.
Result<void> Lane::giveAway()
{
    const qint64 running = m_tools.clock.monotonicMs();
    const bool isAway = running < m_pausedUntil || (m_reach == Reach::Down && running - m_downSince >= giveAwayAfterMs);
    if (!isAway || running < m_giveAwayAt || m_policy->providers.size() < 2)
        return {};
    m_giveAwayAt = running + giveAwayEveryMs;
    std::set<QString> given;
    const auto written = m_tools.store.writer().run([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(auto rows, waiting(db, m_name, givenAwayAtOnce));
        std::vector<std::pair<qint64, QString>> assigned;
        for (Claimed &row : rows) {
            row.tried.append(m_name);
            if (const QString next = nextProvider(row, m_name, *m_policy); !next.isEmpty()) {
                assigned.emplace_back(row.id, next);
                given.insert(next);
            }
        }
        return assign(db, assigned);
    });
    for (const QString &provider : given)
        m_tools.ring(provider);
    return written;
}

Result<void> Lane::publish()
{
    const bool isPaused = m_tools.clock.monotonicMs() < m_pausedUntil;
    const QString state = isPaused ? s("paused") : m_reach == Reach::Up ? s("up") : s("down");
    {
        const std::lock_guard lock(m_mutex);
        m_figures.paused = isPaused;
        m_figures.trouble = m_trouble;
        if (!m_driver || !m_driver->abilities().keepsLink)
            m_figures.link = m_reach == Reach::Up ? Link::State::Up : m_reach == Reach::Down ? Link::State::Down : Link::State::Connecting;
    }
    const QString now = state + m_trouble + (m_trouble.isEmpty() ? QString() : m_error.detail) + (m_balance ? m_balance->amount : QString());
    if (now == m_published)
        return {};
    const qint64 nowMs = m_tools.clock.nowMs();
    const auto orNull = [](const QString &text) { return store::orNull(text); };
    PFX_TRY(m_tools.store.writer().run([&](Connection &db) {
        return db
            .execute(s("INSERT INTO sms_providers (name, state, trouble, error_code, error_detail, paused_until, balance, currency, balance_at,"
                       " changed_at) VALUES (:name, :state, :trouble, :code, :detail, :until, :balance, :currency, :balance_at, :now)"
                       " ON CONFLICT (name) DO UPDATE SET state = excluded.state, trouble = excluded.trouble,"
                       " error_code = excluded.error_code, error_detail = excluded.error_detail, paused_until = excluded.paused_until,"
                       " balance = COALESCE(excluded.balance, sms_providers.balance), currency = COALESCE(excluded.currency,"
                       " sms_providers.currency), balance_at = COALESCE(excluded.balance_at, sms_providers.balance_at),"
                       " changed_at = excluded.changed_at"),
                     {{s("name"), m_name},
                      {s("state"), state},
                      {s("trouble"), orNull(m_trouble)},
                      {s("code"), m_trouble.isEmpty() ? store::Value() : store::Value(base::name(m_error.code))},
                      {s("detail"), m_trouble.isEmpty() ? store::Value() : orNull(m_error.detail)},
                      {s("until"), isPaused ? store::Value(nowMs + m_pausedUntil - m_tools.clock.monotonicMs()) : store::Value()},
                      {s("balance"), m_balance ? orNull(m_balance->amount) : store::Value()},
                      {s("currency"), m_balance ? orNull(m_balance->currency) : store::Value()},
                      {s("balance_at"), m_balance ? store::Value(nowMs) : store::Value()},
                      {s("now"), nowMs}})
            .map([](qint64) {});
    }));
    m_published = now;
    return {};
}

/// While messages pour in, Planfix's answers come first: a lane then uses a fifth of the writer's time and sends what it can in larger groups.
void Lane::leaveTheWriter(const base::StopToken &stop)
{
    const qint64 worked = std::exchange(m_workedUs, 0);
    const qint64 nowMs = m_tools.clock.monotonicMs(), taken = m_tools.taken();
    const qint64 came = taken - std::exchange(m_takenBefore, taken), sinceMs = std::max<qint64>(1, nowMs - std::exchange(m_takenAt, nowMs));
    if (worked == 0 || came * 1000 / sinceMs < pouringPerSecond)
        return;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, std::chrono::microseconds(worked * writerShare), [] { return false; });
}

void Lane::waitForWork(const base::StopToken &stop)
{
    const qint64 running = m_tools.clock.monotonicMs();
    const bool isFull = m_driver && int(m_inHand.size()) >= m_driver->window();
    const bool isBlocked = m_pace.waitMs() > 0 || isFull || m_reach == Reach::Down || running < m_pausedUntil;
    qint64 most = m_driver ? lookEveryMs : lockEveryMs;
    if (m_pace.waitMs() > 0)
        most = std::min(most, m_pace.waitMs());
    if (m_nextDue > 0 && !isBlocked)
        most = std::clamp<qint64>(m_nextDue - m_tools.clock.nowMs(), 1, most);
    if (m_reach == Reach::Down && m_probeAt > running)
        most = std::min(most, m_probeAt - running);
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, std::chrono::milliseconds(most),
                    [this, isBlocked] { return !m_answered.empty() || m_resumed || m_linkIsNew || (m_rung && !isBlocked); });
    m_linkIsNew = false;
}

void Lane::finishUp()
{
    if (!m_driver)
        return;
    {
        // What is in hand gets its answer if it comes soon; whoever is cut off is in doubt.
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, lastAnswers, [this] { return m_answered.size() >= m_inHand.size(); });
    }
    m_driver->stop();
    collect();
    for (Doubtful &doubt : m_doubtful) {
        // Left as it is where it can be looked up: whoever serves the provider next does that.
        if (!m_driver->abilities().looksUp)
            m_outcomes.push_back(afterDoubt(doubt.row, m_name, doubt.error, *m_policy, m_tools.clock.nowMs()));
    }
    if (const auto written = writeAndClaim(0); !written)
        qCWarning(log::exchange).noquote() << "messages stay in doubt:" << written.error().detail;
    m_driver.reset();
    m_lock.reset();
}

} // namespace pfx::sms
