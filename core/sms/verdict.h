// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a message after an attempt, from what the driver said and the policy, as a table. Pure; any thread.
#pragma once

#include "core/sms/policy.h"
#include "core/sms/repository.h"

namespace pfx::sms {

/// The pause before the attempt after `attempts` failed ones: 1, 3, 12, 60, 180, 720, … times `baseMs`.
qint64 retryPauseMs(int attempts, qint64 baseMs);
/// When the state of a message sent `ageMs` ago is asked for next; none: no more.
std::optional<qint64> nextPollMs(qint64 ageMs, qint64 baseMs);

/// Where a waiting row goes: the same provider, another one, or nobody.
QString nextProvider(const Claimed &row, const QString &current, const Policy &policy);

Outcome afterSuccess(const Claimed &row, const QString &provider, const Submitted &submitted, const Abilities &abilities, const Policy &policy,
                     qint64 nowMs);
/// Surely not sent.
Outcome afterFailure(const Claimed &row, const QString &provider, const SubmitFailure &failure, const Policy &policy, qint64 nowMs);
/// May have been sent, and nobody can be asked (any more).
Outcome afterDoubt(const Claimed &row, const QString &provider, const base::Error &error, const Policy &policy, qint64 nowMs);
/// Before it is handed over: its time is over, its recipient is on the stop list or asleep. None: it may go.
std::optional<Outcome> beforeSending(const Claimed &row, const QString &provider, const Policy &policy, qint64 nowMs);
/// Given back unsent.
Outcome unsent(const Claimed &row, const QString &provider);

QString name(Trouble trouble);

} // namespace pfx::sms
