// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows a long list has and where its pages begin, so that a table can jump anywhere without reading what lies between. For the
// thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/suppressions.h"

namespace pfx::mailing {

struct PlaceIndex {
    qint64 count = 0;
    QVector<qint64> anchors; ///< Ids of the rows 0, every, 2*every…
};

base::Result<PlaceIndex> memberIndex(store::Connection &db, const MemberQuery &query, int every);
base::Result<PlaceIndex> suppressionIndex(store::Connection &db, const SuppressionQuery &query, int every);
base::Result<PlaceIndex> requestIndex(store::Connection &db, qint64 listId, int every);

} // namespace pfx::mailing
