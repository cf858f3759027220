// SPDX-License-Identifier: GPL-3.0-or-later
// The one error of the program. A core function that can fail returns Result<T> with one of these; texts for people are made from
// `code` in core/texts and always name the next step. `detail` and `where` are technical, never contain secrets, and are not translated.
#pragma once

#include <QString>

namespace pfx::base {

/// Says what can be done about the failure, not where it came from.
enum class ErrorCode {
    Cancelled,       ///< The person or a stop token asked for it; the work can be continued.
    Usage,           ///< The command line or a form is incomplete; `detail` names the part.
    Validation,      ///< A value is not acceptable; `where` is its path or name.
    NotFound,        ///< What was asked for does not exist.
    Ambiguous,       ///< More than one thing fits; `detail` lists them.
    Conflict,        ///< Somebody else changed or holds it.
    Busy,            ///< Another import, or a lock: try later.
    SourceUnreadable,///< The file cannot be read or is not what it should be; `where` is line:column or a path in it.
    SourceChanged,   ///< The file is not the one the run began with.
    Storage,         ///< The database refused; `detail` is its message.
    StorageFull,     ///< No space left.
    StorageReadOnly, ///< The store or the profile cannot be written.
    StorageLocked,   ///< Another program holds the database.
    StorageDamaged,  ///< The database file is not a healthy database.
    StorageNewer,    ///< The database was made by a newer version of the program.
    Network,         ///< Not reached, or the connection broke.
    Timeout,
    Certificate,     ///< Reached, but it cannot prove who it is: wrong, expired or unknown certificate.
    BadAnswer,       ///< It answered what its protocol does not know (HTML for JSON, too large, broken); `where` is a place in it.
    Unauthorized,
    ScopeMissing,
    QuotaExhausted,
    RateLimited,
    Keychain,
    Internal,        ///< A defect of this program; worth a report.
};

/// Whether what failed can have happened nevertheless: a request that went out and whose answer was lost.
enum class Effected { No, Perhaps };

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail; ///< Technical, redacted, English or the words of the system that failed.
    QString where;  ///< Path, file, line:column or setting; empty when there is none.
    Effected effected = Effected::No;

    bool operator==(const Error &) const = default;
};

/// The stable name of a code as it stands in JSON (`source_unreadable`).
QString name(ErrorCode code);

} // namespace pfx::base
