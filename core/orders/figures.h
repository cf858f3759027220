// SPDX-License-Identifier: GPL-3.0-or-later
// Orders counted, for the screen's first page. For the thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QVector>

namespace pfx::orders {

struct Figures {
    QVector<qint64> perDay; ///< Orders that were made, one number for each day that was asked for.
    qint64 conflicts = 0; ///< Orders that wait for a person: both sides have changed them.
    bool anyFromSite = false;
    bool anyTestWithTask = false; ///< A test order has become a task.
};

/// `dayStarts`: ms since 1970 UTC, rising; the last day has no end.
base::Result<Figures> figures(store::Connection &db, const QVector<qint64> &dayStarts);

} // namespace pfx::orders
