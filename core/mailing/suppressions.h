// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that must not be written to, in whatever list they stand or are put into again. Functions of one connection; the writing ones
// belong into an open write transaction. Failures: the Connection's; Validation where "email" for what is no address.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

/// Whether the address was suppressed before.
enum class WasSuppressed { No, Yes };

/// An address that is suppressed already keeps its reason and time.
base::Result<WasSuppressed> suppress(store::Connection &db, const Suppression &suppression);
base::Result<WasSuppressed> unsuppress(store::Connection &db, const QString &email);

struct SuppressionQuery {
    QString text; ///< Part of the address.
};
/// Newest first: at most `limit` with an id below `before` (0: from the newest).
base::Result<QVector<Suppression>> suppressions(store::Connection &db, const SuppressionQuery &query, qint64 before, int limit);
base::Result<qint64> countOf(store::Connection &db, const SuppressionQuery &query);
base::Result<std::optional<Suppression>> suppressionOf(store::Connection &db, const QString &email);

} // namespace pfx::mailing
