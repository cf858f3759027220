// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace pfx::base {

QString name(ErrorCode code)
{
    // No default: the compiler names a code that is missing here.
    switch (code) {
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Usage:
        return QStringLiteral("usage");
    case ErrorCode::Validation:
        return QStringLiteral("validation");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::Ambiguous:
        return QStringLiteral("ambiguous");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::SourceUnreadable:
        return QStringLiteral("source_unreadable");
    case ErrorCode::SourceChanged:
        return QStringLiteral("source_changed");
    case ErrorCode::Storage:
        return QStringLiteral("storage");
    case ErrorCode::StorageFull:
        return QStringLiteral("storage_full");
    case ErrorCode::StorageReadOnly:
        return QStringLiteral("storage_read_only");
    case ErrorCode::StorageLocked:
        return QStringLiteral("storage_locked");
    case ErrorCode::StorageDamaged:
        return QStringLiteral("storage_damaged");
    case ErrorCode::StorageNewer:
        return QStringLiteral("storage_newer");
    case ErrorCode::Network:
        return QStringLiteral("network");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::Certificate:
        return QStringLiteral("certificate");
    case ErrorCode::BadAnswer:
        return QStringLiteral("bad_answer");
    case ErrorCode::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorCode::ScopeMissing:
        return QStringLiteral("scope_missing");
    case ErrorCode::QuotaExhausted:
        return QStringLiteral("quota_exhausted");
    case ErrorCode::RateLimited:
        return QStringLiteral("rate_limited");
    case ErrorCode::Keychain:
        return QStringLiteral("keychain");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace pfx::base
