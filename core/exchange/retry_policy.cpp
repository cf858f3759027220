// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/retry_policy.h"

#include <algorithm>

namespace pfx::exchange {

using base::ErrorCode;

Verdict verdict(ErrorCode code)
{
    // No default: the compiler names a code that is missing here.
    switch (code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::BadAnswer:
    case ErrorCode::Busy:
    case ErrorCode::Storage:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageReadOnly:
    case ErrorCode::StorageLocked:
        return Verdict::Retry;
    case ErrorCode::QuotaExhausted:
    case ErrorCode::RateLimited:
    case ErrorCode::Unauthorized:
    case ErrorCode::Certificate:
    case ErrorCode::Keychain:
        return Verdict::Hold;
    case ErrorCode::Cancelled:
        return Verdict::Release;
    case ErrorCode::Usage:
    case ErrorCode::Validation:
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
    case ErrorCode::Conflict:
    case ErrorCode::SourceUnreadable:
    case ErrorCode::SourceChanged:
    case ErrorCode::StorageDamaged:
    case ErrorCode::StorageNewer:
    case ErrorCode::ScopeMissing:
    case ErrorCode::Internal:
        break;
    }
    return Verdict::Attention;
}

qint64 holdMs(const RetryPolicy &policy, ErrorCode code)
{
    if (code == ErrorCode::QuotaExhausted)
        return policy.quotaHoldMs;
    return code == ErrorCode::RateLimited ? policy.rateHoldMs : policy.refusedHoldMs;
}

qint64 pauseMs(const RetryPolicy &policy, int attempts, double chance)
{
    qint64 pause = std::max<qint64>(1, policy.baseMs);
    for (int i = 1; i < attempts && pause < policy.longestMs; ++i)
        pause *= 2;
    pause = std::min(pause, policy.longestMs);
    return pause / 2 + static_cast<qint64>(static_cast<double>(pause - pause / 2) * chance);
}

} // namespace pfx::exchange
