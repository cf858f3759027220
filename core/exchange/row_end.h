// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what becomes of a row after an attempt, from the error, the kind of its effect and the policy. Pure; any thread.
#pragma once

#include "core/exchange/handler.h"
#include "core/exchange/queue_table.h"
#include "core/exchange/retry_policy.h"

namespace pfx::exchange {

struct Decision
{
    RowEnd end;
    std::optional<qint64> holdUntilMs; ///< The account's other rows wait as well.
};

/// `chance` in [0, 1).
Decision decide(const Job &job, const Failed &failed, const RetryPolicy &policy, qint64 nowMs, double chance);

/// The effect was had, but what the handler wanted to write was refused: a person has to look at it.
RowEnd doneButNotWritten(const Job &job, const base::Error &error);

} // namespace pfx::exchange
