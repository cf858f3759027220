// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call and how often: keys with their rights, the account's troubles, the day's quota, the pace. Not thread-safe.
// A client has seen "timeToReset" of a used up quota in seconds up to 1000 and in ms above; so it is told here.
#pragma once

#include "app/demo/planfix/account_state.h"
#include "app/demo/planfix/rest_spec.h"

namespace pfx::fake {

/// How a call too early is refused. Nobody has seen a real 429; clients are ready for it.
enum class PaceRefusal {
    Code22, ///< 403, code 22, without a time of reset.
    Code22WithTime, ///< 403, code 22, "timeToReset": 1.
    Status429, ///< 429 with Retry-After: 1.
};

struct AccessRules {
    double perSecond = 0; ///< 0: no pace.
    PaceRefusal paceRefusal = PaceRefusal::Code22;
    qint64 perDay = 20'000;
    qint64 remainingEveryMs = 600'000; ///< X-RateLimit-Remaining is only about as fresh as this.
    int trouble = 0; ///< Every call of a known key gets this code: 2, 6, 10, 11, 16, 20, 21.
};

class Access {
public:
    explicit Access(const AccountState &state) : m_state(state) { }

    AccessRules &rules() { return m_rules; }
    void useUpQuota(qint64 resetAtMs);

    /// The person of the key, or why not. Counts the call.
    struct Verdict {
        QString person;
        std::optional<Answer> refusal;
    };
    Verdict admit(const Call &call, qint64 nowMs);
    /// Whether the key of the call has all the rights.
    bool mayCall(const Call &call, const QStringList &scopes) const;
    /// The value of X-RateLimit-Remaining.
    qint64 remaining(qint64 nowMs);

private:
    QJsonObject keyOf(const Call &call) const;
    std::optional<Answer> trouble() const;
    std::optional<Answer> tooMany(qint64 nowMs);
    std::optional<Answer> tooFast(qint64 nowMs);

    const AccountState &m_state;
    AccessRules m_rules;
    qint64 m_used = 0;
    qint64 m_resetAtMs = 0;
    qint64 m_lastMs = -1'000'000;
    qint64 m_shown = 0;
    qint64 m_shownAtMs = -1;
};

} // namespace pfx::fake
