// SPDX-License-Identifier: GPL-3.0-or-later
// What has not ended yet in a queue, by subject: for lists that show whether something is on its way, and for those who wait for it. For
// the thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <QHash>

namespace pfx::exchange {

/// The oldest open row of a subject; the others wait behind it.
struct OpenRow {
    qint64 id = 0;
    RowState state = RowState::Queued;
    QString account;
    std::optional<qint64> dueAt; ///< Of Waiting (ms since 1970 UTC).
    std::optional<base::Error> error; ///< Why the last attempt failed.
};

base::Result<QHash<QString, OpenRow>> openRows(store::Connection &db, Queue queue, const QString &service, const QStringList &subjects);

/// Subjects of a service that have a row which waits for a person.
base::Result<QStringList> subjectsInTrouble(store::Connection &db, Queue queue, const QString &service);

/// How the rows of a service stand.
struct QueueCounts {
    qint64 ready = 0; ///< Queued or in somebody's hands.
    qint64 waiting = 0; ///< For their next attempt.
    qint64 attention = 0; ///< For a person.
};
base::Result<QueueCounts> queueCounts(store::Connection &db, Queue queue, const QString &service);

/// The code behind a name that was stored; Internal for an unknown one.
base::ErrorCode errorCodeNamed(const QString &name);

} // namespace pfx::exchange
