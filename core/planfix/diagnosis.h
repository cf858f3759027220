// SPDX-License-Identifier: GPL-3.0-or-later
// Proves line by line what a key can do, by calls that change nothing: a value that Planfix refuses proves a right as well as one that it
// accepts. Blocks (a dozen requests at the account's pace); a worker thread. Sources: reference facts 1.2, 1.3 (help wiki «REST API: коды
// ошибок», examples of the OpenAPI).
#pragma once

#include "core/planfix/api.h"
#include "core/planfix/scopes.h"

#include <functional>

namespace pfx::planfix {

enum class Granted { Yes, No, Unproven };

struct ScopeProof {
    Scope scope;
    Granted granted = Granted::Unproven;
};

/// The lines of the check, in their order.
enum class CheckStep { Reached, IsPlanfix, KeyKnown, Scope, Templates, Statuses, Fields };

struct CheckLine {
    CheckStep step = CheckStep::Reached;
    QString scope; ///< Of CheckStep::Scope.
    Granted granted = Granted::Unproven;
    int count = 0; ///< Of Templates, Statuses and Fields.
    std::optional<base::Error> error;
};

struct Diagnosis {
    QVector<CheckLine> lines;
    QVector<ScopeProof> scopes; ///< Of all; unproven when the check did not come so far.
    std::optional<base::Error> stopped; ///< Why the check could not go on (no connection, wrong key, quota).
    QVector<Task> templates; ///< What could be read, for the choices of the wizard.
    QVector<CustomField> fields;
    QVector<Named> contactTemplates;
    QVector<User> employees; ///< When they may be read.
    std::optional<int> robots; ///< How many of them are robots.

    /// The key works and has the required rights.
    bool isGood() const;
};

/// Of a check that could not begin: no account, no key.
Diagnosis notBegun(const base::Error &why);

/// `told` is called with each line as it is known, on the calling thread. Fails with Cancelled only.
base::Result<Diagnosis> diagnose(Session &session, const base::StopToken &stop, const std::function<void(const CheckLine &)> &told);

} // namespace pfx::planfix
