// SPDX-License-Identifier: GPL-3.0-or-later
// The history of what Planfix asked. Functions of one connection; the writing ones belong into an open write transaction. Failures: the
// Connection's.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

base::Result<void> addRequest(store::Connection &db, const RequestRecord &record);

/// Newest first: at most `limit` with an id below `before` (0: from the newest). `listId` 0: of all lists.
base::Result<QVector<RequestRecord>> requests(store::Connection &db, qint64 listId, qint64 before, int limit);
/// When Planfix last asked for anything; none: never.
base::Result<std::optional<qint64>> lastRequest(store::Connection &db);

/// Takes away at most `most` that are older.
base::Result<qint64> pruneRequests(store::Connection &db, qint64 beforeMs, int most);

} // namespace pfx::mailing
