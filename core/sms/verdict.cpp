// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/verdict.h"

#include <algorithm>
#include <array>

namespace pfx::sms {

namespace {

constexpr int attemptsBeforeAnother = 3;
constexpr qint64 throttlePauseMs = 1000;
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

Outcome outcomeOf(const Claimed &row, const QString &provider, State state)
{
    Outcome outcome;
    outcome.row = row;
    outcome.state = state;
    outcome.provider = provider;
    outcome.attempts = row.attempts;
    outcome.tried = row.tried;
    return outcome;
}

void setError(Outcome &outcome, const base::Error &error)
{
    outcome.errorCode = base::name(error.code);
    outcome.errorDetail = error.detail;
}

/// To the next provider, if there is one.
bool failOver(Outcome &outcome, const Policy &policy)
{
    outcome.tried.append(outcome.provider);
    const QString next = nextProvider({outcome.row.id, 0, outcome.row.before, outcome.row.source, outcome.row.credential, outcome.row.sender,
                                       outcome.row.recipient, outcome.row.text, outcome.row.segments, outcome.tried, 0, 0, 0},
                                      {}, policy);
    if (next.isEmpty()) {
        outcome.tried.removeLast();
        return false;
    }
    outcome.provider = next;
    outcome.state = State::Queued;
    outcome.dueAt = 0;
    return true;
}

} // namespace

qint64 retryPauseMs(int attempts, qint64 baseMs)
{
    constexpr std::array<qint64, 6> table{1, 3, 12, 60, 180, 720}; // 5 s, 15 s, 1 min, 5 min, 15 min, 1 h
    return baseMs * table[std::min(size_t(std::max(attempts, 1)) - 1, table.size() - 1)];
}

std::optional<qint64> nextPollMs(qint64 ageMs, qint64 baseMs)
{
    if (ageMs > 3 * dayMs)
        return std::nullopt;
    // About a tenth of its age, so that a message is asked about some fifty times in all.
    return std::clamp(ageMs / 10, baseMs, qint64(60 * 60 * 1000));
}

QString nextProvider(const Claimed &row, const QString &current, const Policy &policy)
{
    Q_UNUSED(current)
    return policy.route(row.sender, row.recipient, row.segments, row.credential, row.text, row.tried);
}

Outcome afterSuccess(const Claimed &row, const QString &provider, const Submitted &submitted, const Abilities &abilities, const Policy &policy,
                     qint64 nowMs)
{
    Outcome outcome = outcomeOf(row, provider, State::Sent);
    outcome.providerIds = submitted.providerIds;
    if (abilities.polls && !submitted.providerIds.isEmpty())
        outcome.pollAt = nowMs + policy.pollMs;
    return outcome;
}

Outcome afterFailure(const Claimed &row, const QString &provider, const SubmitFailure &failure, const Policy &policy, qint64 nowMs)
{
    Outcome outcome = outcomeOf(row, provider, State::Queued);
    setError(outcome, failure.error);
    switch (failure.trouble) {
    case Trouble::Refused:
        outcome.state = State::Rejected;
        return outcome;
    case Trouble::Unroutable:
        if (!failOver(outcome, policy))
            outcome.state = State::Rejected;
        return outcome;
    case Trouble::Account:
    case Trouble::NoMoney:
        if (!failOver(outcome, policy))
            outcome.dueAt = 0; // waits for the provider
        return outcome;
    case Trouble::Throttled:
        outcome.dueAt = nowMs + failure.retryAfterMs.value_or(throttlePauseMs);
        return outcome;
    case Trouble::Transient:
        break;
    }
    ++outcome.attempts;
    if (outcome.attempts % attemptsBeforeAnother == 0 && failOver(outcome, policy))
        return outcome;
    outcome.dueAt = nowMs + std::max(retryPauseMs(outcome.attempts, policy.retryBaseMs), failure.retryAfterMs.value_or(0));
    return outcome;
}

Outcome afterDoubt(const Claimed &row, const QString &provider, const base::Error &error, const Policy &policy, qint64 nowMs)
{
    Outcome outcome = outcomeOf(row, provider, State::Unknown);
    setError(outcome, error);
    if (policy.inDoubt == InDoubt::Resend) {
        outcome.state = State::Queued;
        ++outcome.attempts;
        outcome.dueAt = nowMs + retryPauseMs(outcome.attempts, policy.retryBaseMs);
    }
    return outcome;
}

std::optional<Outcome> beforeSending(const Claimed &row, const QString &provider, const Policy &policy, qint64 nowMs)
{
    Outcome outcome = unsent(row, provider);
    if (policy.stopList.contains(row.recipient)) {
        outcome.state = State::Blocked;
        outcome.dueAt.reset();
        return outcome;
    }
    if (row.validUntil <= nowMs) {
        outcome.state = State::Expired;
        outcome.dueAt.reset();
        return outcome;
    }
    if (const auto until = policy.quietHours.heldUntil(row.recipient, nowMs)) {
        outcome.state = State::Held;
        outcome.dueAt = *until;
        return outcome;
    }
    return std::nullopt;
}

Outcome unsent(const Claimed &row, const QString &provider)
{
    Outcome outcome = outcomeOf(row, provider, State::Queued);
    outcome.wasSent = false;
    outcome.dueAt = 0;
    outcome.row.before = State::Queued;
    return outcome;
}

QString name(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Transient:
        return QStringLiteral("transient");
    case Trouble::Throttled:
        return QStringLiteral("throttled");
    case Trouble::Refused:
        return QStringLiteral("refused");
    case Trouble::Unroutable:
        return QStringLiteral("unroutable");
    case Trouble::Account:
        return QStringLiteral("account");
    case Trouble::NoMoney:
        break;
    }
    return QStringLiteral("no_money");
}

} // namespace pfx::sms
