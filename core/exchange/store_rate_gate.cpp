// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/store_rate_gate.h"

#include "core/exchange/accounts.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr double margin = 1.03;           // slots lie so much further apart than they might
constexpr qint64 farUs = 120'000'000;     // no line of waiting is that long: a slot beyond it is of before the machine's last start
constexpr qint64 mostLeadMs = 200;
constexpr qint64 leastLatenessMs = 25;    // what a thread may be late at high rates, where it is little against a second

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

void waitFor(qint64 ms, const base::StopToken &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, std::chrono::milliseconds(ms), [] { return false; });
}

ErrorCode holdCode(const QString &name)
{
    for (const ErrorCode code : {ErrorCode::QuotaExhausted, ErrorCode::Unauthorized, ErrorCode::Keychain}) {
        if (name == base::name(code))
            return code;
    }
    return ErrorCode::RateLimited;
}

} // namespace

StoreRateGate::StoreRateGate(store::Store &store, const base::Clock &clock, Pause pause)
    : m_store(store), m_clock(clock), m_pause(pause ? std::move(pause) : Pause(waitFor))
{}

Result<StoreRateGate::Turn> StoreRateGate::reserveIn(store::Connection &db, const QString &account, qint64 intervalUs)
{
    Turn turn;
    const qint64 wall = m_clock.nowMs();
    PFX_ASSIGN(const auto holds, accounts::holds(db, wall));
    for (const Hold &hold : holds) {
        if (hold.account == account) {
            turn.heldForMs = hold.untilMs - wall;
            turn.heldBy = holdCode(hold.code);
            turn.reason = hold.reason;
            return turn;
        }
    }
    if (intervalUs == 0) {
        turn.atMs = m_clock.monotonicMs();
        return turn;
    }
    qint64 nowUs = m_clock.monotonicMs() * 1000;
    if (db.backend() == store::Backend::Postgresql) {
        PFX_ASSIGN(const store::Rows time, db.select(s("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now")));
        nowUs = time.front().number(s("now"));
    }
    const qint64 monotonic = m_clock.monotonicMs();
    PFX_ASSIGN(const store::Rows rows,
               db.select(s("INSERT INTO exchange_accounts (account, next_slot) VALUES (:account, :first) ON CONFLICT (account) DO UPDATE "
                           "SET next_slot = CASE WHEN exchange_accounts.next_slot < :from OR exchange_accounts.next_slot > :far "
                           "THEN :first ELSE exchange_accounts.next_slot + :interval END RETURNING next_slot"),
                         {{s("account"), account},
                          {s("first"), nowUs + m_leadMs * 1000 + intervalUs},
                          {s("from"), nowUs + m_leadMs * 1000},
                          {s("far"), nowUs + farUs + intervalUs},
                          {s("interval"), intervalUs}}));
    const qint64 slotUs = rows.front().number(s("next_slot")) - intervalUs;
    turn.atMs = monotonic + std::max<qint64>(0, slotUs - nowUs + 999) / 1000;
    return turn;
}

Result<StoreRateGate::Turn> StoreRateGate::reserve(const QString &account, qint64 intervalUs)
{
    Turn turn;
    const qint64 before = m_clock.monotonicMs();
    PFX_TRY(m_store.writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(turn, reserveIn(db, account, intervalUs));
        return {};
    }));
    m_leadMs = std::clamp<qint64>(m_clock.monotonicMs() - before, 0, mostLeadMs);
    return turn;
}

Result<void> StoreRateGate::enter(const QString &account, double perSecond, const base::StopToken &stop)
{
    const qint64 intervalUs = perSecond > 0 ? static_cast<qint64>(1'000'000 / perSecond * margin) : 0;
    const qint64 mostLateMs = std::max<qint64>(leastLatenessMs, static_cast<qint64>(static_cast<double>(intervalUs) / 1000 * (margin - 1)));
    while (!stop.stop_requested()) {
        PFX_ASSIGN(const Turn turn, reserve(account, intervalUs));
        if (turn.heldForMs > patienceMs)
            return fail(turn.heldBy, turn.reason, account);
        if (turn.heldForMs > 0) {
            m_pause(turn.heldForMs, stop);
            continue;
        }
        if (const qint64 wait = turn.atMs - m_clock.monotonicMs(); wait > 0)
            m_pause(wait, stop);
        if (intervalUs == 0 || m_clock.monotonicMs() - turn.atMs <= mostLateMs)
            break;
    }
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, {}, account);
    return {};
}

Result<void> StoreRateGate::holdBack(const QString &account, qint64 untilMs, ErrorCode code, const QString &reason)
{
    return m_store.writer().run([&](store::Connection &db) {
        return accounts::hold(db, {account, untilMs, base::name(code), reason}, m_clock.nowMs());
    });
}

} // namespace pfx::exchange
