// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/member_pages.h"

#include "core/mailing/member_rows.h"
#include "core/mailing/page_conditions.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

Member standingMember(const Row &row)
{
    Member member = memberFrom(row);
    if (member.emailKey.isEmpty()) {
        member.standing = Standing::NoAddress;
    } else if (!row.isNull(QStringLiteral("reason"))) {
        member.standing = Standing::Suppressed;
        member.reason = reasonNamed(row.text(QStringLiteral("reason")));
    } else if (row.number(QStringLiteral("shared")) != 0) {
        member.standing = Standing::SharedAddress;
    }
    return member;
}

Result<qint64> number(Connection &db, const QString &sql, const Params &params)
{
    PFX_ASSIGN(const auto rows, db.select(sql, params));
    return rows.front().number(QStringLiteral("n"));
}

} // namespace

Result<QVector<Member>> members(Connection &db, const MemberQuery &query, qint64 after, int limit)
{
    Where where = whereOf(db, query);
    where.params.append({QStringLiteral("after"), after});
    where.params.append({QStringLiteral("limit"), qint64(limit)});
    QVector<Member> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1, (SELECT s.reason FROM mailing_suppressions s WHERE s.email_key = m.email_key) AS reason,"
                                      " CASE WHEN EXISTS (SELECT 1 FROM mailing_members o WHERE o.list_id = m.list_id"
                                      " AND o.email_key = m.email_key AND o.id < m.id) THEN 1 ELSE 0 END AS shared"
                                      " FROM mailing_members t JOIN mailing_members m ON m.id = t.id WHERE %2 AND t.id > :after"
                                      " ORDER BY t.id LIMIT :limit")
                           .arg(memberColumns, where.condition),
                       where.params, [&found](const Row &row) -> Result<void> {
                           found.append(standingMember(row));
                           return {};
                       }));
    return found;
}

Result<qint64> countOf(Connection &db, const MemberQuery &query)
{
    const Where where = whereOf(db, query);
    return number(db, QStringLiteral("SELECT count(*) AS n FROM mailing_members t WHERE %1").arg(where.condition), where.params);
}

Result<void> forEachWritable(Connection &db, qint64 listId, const std::function<Result<void>(const Member &)> &each)
{
    return db.forEach(
        QStringLiteral("SELECT %1 FROM mailing_members m WHERE m.list_id = :list AND %2 ORDER BY m.id").arg(memberColumns, isWritable),
        {{QStringLiteral("list"), listId}}, [&each](const Row &row) { return each(memberFrom(row)); });
}

Result<MemberCounts> counts(Connection &db, qint64 listId)
{
    const Params params{{QStringLiteral("list"), listId}};
    MemberCounts counts;
    PFX_ASSIGN(const qint64 addresses,
               number(db, QStringLiteral("SELECT count(DISTINCT email_key) AS n FROM mailing_members WHERE list_id = :list"), params));
    PFX_ASSIGN(counts.withoutEmail,
               number(db, QStringLiteral("SELECT count(*) AS n FROM mailing_members WHERE list_id = :list AND email_key IS NULL"), params));
    PFX_ASSIGN(counts.suppressed, number(db,
                                         QStringLiteral("SELECT count(*) AS n FROM mailing_suppressions s WHERE EXISTS (SELECT 1 FROM"
                                                        " mailing_members m WHERE m.list_id = :list AND m.email_key = s.email_key)"),
                                         params));
    counts.members = addresses + counts.withoutEmail;
    counts.writable = addresses - counts.suppressed;
    return counts;
}

Result<QHash<qint64, qint64>> memberNumbers(Connection &db)
{
    QHash<qint64, qint64> numbers;
    PFX_TRY(db.forEach(QStringLiteral("SELECT list_id, count(DISTINCT email_key) + count(*) - count(email_key) AS n FROM mailing_members"
                                      " GROUP BY list_id"),
                       {}, [&numbers](const Row &row) -> Result<void> {
                           numbers.insert(row.number(QStringLiteral("list_id")), row.number(QStringLiteral("n")));
                           return {};
                       }));
    return numbers;
}

} // namespace pfx::mailing
