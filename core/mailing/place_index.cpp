// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/place_index.h"

#include "core/mailing/page_conditions.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::Row;

namespace {

Result<PlaceIndex> indexOf(Connection &db, const QString &table, Where where, const char *order, int every)
{
    PlaceIndex index;
    where.params.append({QStringLiteral("every"), qint64(every)});
    PFX_TRY(db.forEach(QStringLiteral("SELECT id, place FROM (SELECT t.id AS id, row_number() OVER (ORDER BY t.id %1) AS place"
                                      " FROM %2 t WHERE %3) AS r WHERE (place - 1) % :every = 0 ORDER BY place")
                           .arg(QLatin1String(order), table, where.condition),
                       where.params, [&index](const Row &row) -> Result<void> {
                           index.anchors.append(row.number(QStringLiteral("id")));
                           return {};
                       }));
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS n FROM %1 t WHERE %2").arg(table, where.condition), where.params));
    index.count = rows.front().number(QStringLiteral("n"));
    return index;
}

} // namespace

Result<PlaceIndex> memberIndex(Connection &db, const MemberQuery &query, int every)
{
    return indexOf(db, QStringLiteral("mailing_members"), whereOf(db, query), "", every);
}

Result<PlaceIndex> suppressionIndex(Connection &db, const SuppressionQuery &query, int every)
{
    return indexOf(db, QStringLiteral("mailing_suppressions"), whereOf(db, query), "DESC", every);
}

Result<PlaceIndex> requestIndex(Connection &db, qint64 listId, int every)
{
    Where where;
    if (listId > 0)
        where = {QStringLiteral("t.list_id = :list"), {{QStringLiteral("list"), listId}}};
    return indexOf(db, QStringLiteral("mailing_requests"), std::move(where), "DESC", every);
}

} // namespace pfx::mailing
