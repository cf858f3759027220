// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/member_rows.h"

#include "core/base/text_keys.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::orNull;
using store::Params;
using store::Row;
using store::Value;

const QString memberColumns =
    QStringLiteral("m.id AS id, m.list_id AS list_id, m.planfix_id AS planfix_id, m.email AS email, m.email_key AS email_key,"
                   " m.first_name AS first_name, m.last_name AS last_name, m.version AS version, m.added_at AS added_at,"
                   " m.changed_at AS changed_at");

const QString isFirstOfAddress =
    QStringLiteral("m.email_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mailing_members o WHERE o.list_id = m.list_id"
                   " AND o.email_key = m.email_key AND o.id < m.id)");

const QString isWritable =
    isFirstOfAddress + QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM mailing_suppressions s WHERE s.email_key = m.email_key)");

namespace {

QString searchKeyOf(const Member &member)
{
    return base::searchKey(member.firstName + QLatin1Char(' ') + member.lastName + QLatin1Char(' ') + member.email);
}

} // namespace

Member memberFrom(const Row &row)
{
    Member member;
    member.id = row.number(QStringLiteral("id"));
    member.listId = row.number(QStringLiteral("list_id"));
    member.planfixId = row.maybe(QStringLiteral("planfix_id"));
    member.email = row.text(QStringLiteral("email"));
    member.emailKey = row.text(QStringLiteral("email_key"));
    member.firstName = row.text(QStringLiteral("first_name"));
    member.lastName = row.text(QStringLiteral("last_name"));
    member.version = row.number(QStringLiteral("version"));
    member.addedAt = row.number(QStringLiteral("added_at"));
    member.changedAt = row.number(QStringLiteral("changed_at"));
    return member;
}

Result<void> insertMembers(Connection &db, const std::vector<const Member *> &members)
{
    if (members.empty())
        return {};
    PFX_ASSIGN(qint64 id, db.reserveIds(QStringLiteral("mailing_members"), static_cast<qint64>(members.size())));
    store::RowBlock block{QStringLiteral("mailing_members"),
                          {QStringLiteral("id"), QStringLiteral("list_id"), QStringLiteral("planfix_id"), QStringLiteral("email"),
                           QStringLiteral("email_key"), QStringLiteral("first_name"), QStringLiteral("last_name"),
                           QStringLiteral("search_key"), QStringLiteral("added_at"), QStringLiteral("changed_at")},
                          {}};
    block.cells.reserve(members.size() * static_cast<size_t>(block.columns.size()));
    for (const Member *member : members) {
        const Value cells[] = {id++,
                               member->listId,
                               orNull(member->planfixId),
                               orNull(member->email),
                               orNull(member->emailKey),
                               orNull(member->firstName),
                               orNull(member->lastName),
                               searchKeyOf(*member),
                               member->addedAt,
                               member->changedAt};
        block.cells.insert(block.cells.end(), std::begin(cells), std::end(cells));
    }
    return db.insert(block);
}

Result<void> updateMembers(Connection &db, const std::vector<const Member *> &members)
{
    if (members.empty())
        return {};
    std::vector<Params> sets;
    sets.reserve(members.size());
    for (const Member *member : members) {
        sets.push_back({{QStringLiteral("person"), orNull(member->planfixId)},
                        {QStringLiteral("email"), orNull(member->email)},
                        {QStringLiteral("key"), orNull(member->emailKey)},
                        {QStringLiteral("first"), orNull(member->firstName)},
                        {QStringLiteral("last"), orNull(member->lastName)},
                        {QStringLiteral("search"), searchKeyOf(*member)},
                        {QStringLiteral("now"), member->changedAt},
                        {QStringLiteral("id"), member->id}});
    }
    return db.executeMany(QStringLiteral("UPDATE mailing_members SET planfix_id = :person, email = :email, email_key = :key,"
                                         " first_name = :first, last_name = :last, search_key = :search, version = version + 1,"
                                         " changed_at = :now WHERE id = :id"),
                          sets);
}

} // namespace pfx::mailing
