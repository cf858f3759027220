// SPDX-License-Identifier: GPL-3.0-or-later
// Holds on accounts: while one stands no row of the account is taken and no request is sent, by any program on the store. Reading functions
// for any connection, changing ones inside a write transaction. Failures: those of the Connection.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QString>
#include <QVector>

namespace pfx::exchange {

struct Hold
{
    QString account;
    qint64 untilMs = 0; ///< ms since 1970 UTC
    QString code;       ///< Name of the error's code.
    QString reason;     ///< Technical, redacted.

    bool operator==(const Hold &) const = default;
};

namespace accounts {

/// Those that stand at `nowMs`. A hold laid in the future, as seen after the clock was set back, does not stand.
base::Result<QVector<Hold>> holds(store::Connection &db, qint64 nowMs);
/// The later of this hold and one that stands.
base::Result<void> hold(store::Connection &db, const Hold &hold, qint64 nowMs);
base::Result<void> release(store::Connection &db, const QString &account);

} // namespace accounts
} // namespace pfx::exchange
