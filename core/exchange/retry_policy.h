// SPDX-License-Identifier: GPL-3.0-or-later
// What is done about a failed attempt, as a table from the error's code, and how long to wait. Pure; any thread.
#pragma once

#include "core/base/error.h"

#include <QtGlobal>

namespace pfx::exchange {

struct RetryPolicy
{
    qint64 baseMs = 1000;                 ///< The first pause; it doubles (setting exchange.retry-base-ms).
    qint64 longestMs = 30 * 60 * 1000;    ///< No pause is longer, so that a clock set back cannot hold a row for longer either.
    int attempts = 20;                    ///< Then it needs attention: some five hours with the pauses above.
    qint64 quotaHoldMs = 60 * 60 * 1000;  ///< When nobody says when the quota begins anew.
    qint64 rateHoldMs = 2000;
    qint64 refusedHoldMs = 5 * 60 * 1000; ///< A key that is not accepted or cannot be read: the account's other rows would fail as well.
};

enum class Verdict {
    Retry,     ///< Later; counts as an attempt.
    Hold,      ///< All rows of the account wait; does not count.
    Release,   ///< At once by whoever comes; does not count (the program ends).
    Attention, ///< Trying again would give the same.
};

Verdict verdict(base::ErrorCode code);
/// Of Verdict::Hold, from now.
qint64 holdMs(const RetryPolicy &policy, base::ErrorCode code);
/// The pause after `attempts` failed ones; `chance` in [0, 1) makes it between half of it and all of it, so that rows do not come in step.
qint64 pauseMs(const RetryPolicy &policy, int attempts, double chance);

} // namespace pfx::exchange
