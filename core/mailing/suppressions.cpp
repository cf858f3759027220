// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/suppressions.h"

#include "core/mailing/address.h"
#include "core/mailing/page_conditions.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::orNull;
using store::Params;
using store::Row;

namespace {

const QString columns = QStringLiteral("t.id AS id, t.email AS email, t.email_key AS email_key, t.reason AS reason, t.note AS note,"
                                       " t.list_id AS list_id, t.at AS at, l.name AS list_name");
const QString source = QStringLiteral("mailing_suppressions t LEFT JOIN mailing_lists l ON l.id = t.list_id");
constexpr qsizetype longestNote = 500;

Result<Address> addressOf(const QString &email)
{
    auto address = readAddress(email);
    if (!address)
        return base::fail(base::ErrorCode::Validation, QStringLiteral("not an e-mail address"), QStringLiteral("email"));
    return *std::move(address);
}

Suppression suppressionFrom(const Row &row)
{
    Suppression one;
    one.id = row.number(QStringLiteral("id"));
    one.email = row.text(QStringLiteral("email"));
    one.emailKey = row.text(QStringLiteral("email_key"));
    one.reason = reasonNamed(row.text(QStringLiteral("reason"))).value_or(Reason::Manual);
    one.note = row.text(QStringLiteral("note"));
    one.listId = row.number(QStringLiteral("list_id"));
    one.listName = row.text(QStringLiteral("list_name"));
    one.at = row.number(QStringLiteral("at"));
    return one;
}

} // namespace

Result<WasSuppressed> suppress(Connection &db, const Suppression &suppression)
{
    PFX_ASSIGN(const Address address, addressOf(suppression.email));
    PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("mailing_suppressions"), 1));
    PFX_ASSIGN(const qint64 made,
               db.execute(QStringLiteral("INSERT INTO mailing_suppressions (id, email, email_key, reason, note, list_id, at)"
                                         " VALUES (:id, :email, :key, :reason, :note, :list, :at) ON CONFLICT DO NOTHING"),
                          {{QStringLiteral("id"), id},
                           {QStringLiteral("email"), address.shown},
                           {QStringLiteral("key"), address.key},
                           {QStringLiteral("reason"), name(suppression.reason)},
                           {QStringLiteral("note"), orNull(suppression.note.left(longestNote))},
                           {QStringLiteral("list"), store::idOrNull(suppression.listId)},
                           {QStringLiteral("at"), suppression.at}}));
    return made == 0 ? WasSuppressed::Yes : WasSuppressed::No;
}

Result<WasSuppressed> unsuppress(Connection &db, const QString &email)
{
    PFX_ASSIGN(const Address address, addressOf(email));
    PFX_ASSIGN(const qint64 gone, db.execute(QStringLiteral("DELETE FROM mailing_suppressions WHERE email_key = :key"),
                                             {{QStringLiteral("key"), address.key}}));
    return gone == 0 ? WasSuppressed::No : WasSuppressed::Yes;
}

Result<QVector<Suppression>> suppressions(Connection &db, const SuppressionQuery &query, qint64 before, int limit)
{
    Where where = whereOf(db, query);
    where.params.append({QStringLiteral("before"), before});
    where.params.append({QStringLiteral("limit"), qint64(limit)});
    QVector<Suppression> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM %2 WHERE %3 AND (:before = 0 OR t.id < :before) ORDER BY t.id DESC LIMIT :limit")
                           .arg(columns, source, where.condition),
                       where.params, [&found](const Row &row) -> Result<void> {
                           found.append(suppressionFrom(row));
                           return {};
                       }));
    return found;
}

Result<qint64> countOf(Connection &db, const SuppressionQuery &query)
{
    const Where where = whereOf(db, query);
    PFX_ASSIGN(const auto rows,
               db.select(QStringLiteral("SELECT count(*) AS n FROM mailing_suppressions t WHERE %1").arg(where.condition), where.params));
    return rows.front().number(QStringLiteral("n"));
}

Result<std::optional<Suppression>> suppressionOf(Connection &db, const QString &email)
{
    PFX_ASSIGN(const Address address, addressOf(email));
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT %1 FROM %2 WHERE t.email_key = :key").arg(columns, source),
                                          {{QStringLiteral("key"), address.key}}));
    return rows.empty() ? std::nullopt : std::optional(suppressionFrom(rows.front()));
}

} // namespace pfx::mailing
