// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/figures.h"

#include <algorithm>

namespace pfx::orders {

using base::Result;
using store::Row;
using store::Rows;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

Result<qint64> count(store::Connection &db, const char *where)
{
    PFX_ASSIGN(const Rows rows, db.select(s("SELECT count(*) AS n FROM (SELECT 1 AS one FROM orders WHERE %1 LIMIT 1000) AS found").arg(s(where))));
    return rows.empty() ? 0 : rows.front().number(s("n"));
}

} // namespace

Result<Figures> figures(store::Connection &db, const QVector<qint64> &dayStarts)
{
    Figures found;
    found.perDay.resize(dayStarts.size());
    if (!dayStarts.isEmpty()) {
        // What was made since then has been changed since then: by the index of changes.
        PFX_TRY(db.forEach(s("SELECT created_at FROM orders WHERE changed_at >= :from AND created_at >= :from"), {{s("from"), dayStarts.first()}},
                           [&](const Row &row) -> Result<void> {
                               const auto day = std::upper_bound(dayStarts.cbegin(), dayStarts.cend(), row.number(s("created_at")));
                               ++found.perDay[static_cast<int>(day - dayStarts.cbegin()) - 1];
                               return {};
                           }));
    }
    PFX_ASSIGN(found.conflicts, count(db, "conflict IS NOT NULL"));
    PFX_ASSIGN(const qint64 fromSite, count(db, "source = 'site'"));
    PFX_ASSIGN(const qint64 tests, count(db, "is_test = 1 AND planfix_id IS NOT NULL"));
    found.anyFromSite = fromSite > 0;
    found.anyTestWithTask = tests > 0;
    return found;
}

} // namespace pfx::orders
