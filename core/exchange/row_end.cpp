// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_end.h"

#include <algorithm>

namespace pfx::exchange {

Decision decide(const Job &job, const Failed &failed, const RetryPolicy &policy, qint64 nowMs, double chance)
{
    const bool perhaps = failed.error.effected == base::Effected::Perhaps;
    Decision decision;
    RowEnd &end = decision.end;
    end.attempts = job.attempts;
    end.error = failed.error;
    end.hasError = true;
    // Once in doubt, in doubt until it is done: an attempt that fails while looking up proves nothing.
    end.inDoubt = job.inDoubt || (perhaps && job.kind == EffectKind::LookUp);
    const Verdict what = verdict(failed.error.code);
    if (what == Verdict::Hold)
        decision.holdUntilMs = std::max(failed.heldUntilMs.value_or(nowMs + holdMs(policy, failed.error.code)), nowMs + 1);
    if (perhaps && job.kind == EffectKind::Once) {
        end.state = RowState::Unknown;
        return decision;
    }
    switch (what) {
    case Verdict::Hold:
    case Verdict::Release:
        end.state = RowState::Queued;
        break;
    case Verdict::Retry:
        ++end.attempts;
        end.state = end.attempts >= policy.attempts ? RowState::Attention : RowState::Waiting;
        end.dueAt = nowMs + pauseMs(policy, end.attempts, chance);
        break;
    case Verdict::Attention:
        ++end.attempts;
        end.state = RowState::Attention;
        break;
    }
    return decision;
}

RowEnd doneButNotWritten(const Job &job, const base::Error &error)
{
    RowEnd end;
    end.state = RowState::Attention;
    end.attempts = job.attempts + 1;
    end.inDoubt = job.kind == EffectKind::LookUp;
    end.error = error;
    end.hasError = true;
    return end;
}

} // namespace pfx::exchange
