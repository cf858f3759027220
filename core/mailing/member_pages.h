// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the members of a list: in pages for people, one after the other for exports, and counted. For the thread of the connection.
// Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

#include <functional>

namespace pfx::mailing {

struct MemberQuery {
    qint64 listId = 0;
    QString text; ///< Part of the address or of the name.
};

/// By id, which is the order in which they came: at most `limit` with an id above `after` (0: from the first).
base::Result<QVector<Member>> members(store::Connection &db, const MemberQuery &query, qint64 after, int limit);
base::Result<qint64> countOf(store::Connection &db, const MemberQuery &query);

/// Those who may be written to, each address once, without keeping them.
base::Result<void> forEachWritable(store::Connection &db, qint64 listId, const std::function<base::Result<void>(const Member &)> &each);

base::Result<MemberCounts> counts(store::Connection &db, qint64 listId);
/// Members only (MemberCounts::members), of every list; quicker than counts() of each.
base::Result<QHash<qint64, qint64>> memberNumbers(store::Connection &db);

} // namespace pfx::mailing
