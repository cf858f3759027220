// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/list_table.h"

#include "core/mailing/list_code.h"

namespace pfx::mailing {

using base::ErrorCode;
using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

const QString columns = QStringLiteral("id, code, name, created_at, changed_at, deleted_at");

base::Failure notFound(const QString &asked)
{
    return base::fail(ErrorCode::NotFound, asked, QStringLiteral("list"));
}

MailingList listFrom(const Row &row)
{
    MailingList list;
    list.id = row.number(QStringLiteral("id"));
    list.code = row.text(QStringLiteral("code"));
    list.name = row.text(QStringLiteral("name"));
    list.createdAt = row.number(QStringLiteral("created_at"));
    list.changedAt = row.number(QStringLiteral("changed_at"));
    list.deletedAt = row.maybe(QStringLiteral("deleted_at"));
    return list;
}

Result<QVector<MailingList>> some(Connection &db, const QString &condition, const Params &params)
{
    QVector<MailingList> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM mailing_lists WHERE %2 ORDER BY id DESC").arg(columns, condition), params,
                       [&found](const Row &row) -> Result<void> {
                           found.append(listFrom(row));
                           return {};
                       }));
    return found;
}

Result<std::optional<MailingList>> one(Connection &db, const QString &condition, const Params &params)
{
    PFX_ASSIGN(const auto found, some(db, condition, params));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

Result<void> changeOne(Connection &db, qint64 id, const QString &assignment, qint64 nowMs)
{
    PFX_ASSIGN(const qint64 changed,
               db.execute(QStringLiteral("UPDATE mailing_lists SET %1 WHERE id = :id").arg(assignment),
                          {{QStringLiteral("now"), nowMs}, {QStringLiteral("id"), id}}));
    return changed == 0 ? Result<void>(notFound(QString::number(id))) : Result<void>();
}

} // namespace

Result<MailingList> addList(Connection &db, const QString &name, qint64 nowMs)
{
    MailingList list;
    PFX_ASSIGN(list.id, db.reserveIds(QStringLiteral("mailing_lists"), 1));
    list.code = newListCode(nowMs);
    list.name = name;
    list.createdAt = list.changedAt = nowMs;
    PFX_TRY(db.insert({QStringLiteral("mailing_lists"),
                       {QStringLiteral("id"), QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("created_at"),
                        QStringLiteral("changed_at")},
                       {list.id, list.code, list.name, nowMs, nowMs}}));
    return list;
}

Result<void> deleteList(Connection &db, qint64 id, qint64 nowMs)
{
    return changeOne(db, id, QStringLiteral("deleted_at = COALESCE(deleted_at, :now)"), nowMs);
}

Result<void> restoreList(Connection &db, qint64 id, qint64 nowMs)
{
    return changeOne(db, id, QStringLiteral("deleted_at = NULL, changed_at = :now"), nowMs);
}

Result<void> touchList(Connection &db, qint64 id, qint64 nowMs)
{
    return changeOne(db, id, QStringLiteral("changed_at = :now"), nowMs);
}

Result<std::optional<MailingList>> listByCode(Connection &db, const QString &code)
{
    return one(db, QStringLiteral("code = :code"), {{QStringLiteral("code"), code}});
}

Result<std::optional<MailingList>> listById(Connection &db, qint64 id)
{
    return one(db, QStringLiteral("id = :id"), {{QStringLiteral("id"), id}});
}

Result<MailingList> findList(Connection &db, const QString &text)
{
    PFX_ASSIGN(const auto byCode, listByCode(db, text));
    if (byCode)
        return *byCode;
    PFX_ASSIGN(const auto byName, some(db, QStringLiteral("name = :name AND deleted_at IS NULL"), {{QStringLiteral("name"), text}}));
    if (byName.isEmpty())
        return notFound(text);
    if (byName.size() == 1)
        return byName.first();
    QStringList codes;
    for (const MailingList &list : byName)
        codes.append(list.code);
    return base::fail(ErrorCode::Ambiguous, codes.join(QStringLiteral(", ")), QStringLiteral("list"));
}

Result<QVector<MailingList>> lists(Connection &db, Deleted deleted)
{
    return some(db, deleted == Deleted::Left ? QStringLiteral("deleted_at IS NULL") : QStringLiteral("id > 0"), {});
}

Result<QVector<qint64>> expiredLists(Connection &db, qint64 nowMs)
{
    PFX_ASSIGN(const auto found,
               some(db, QStringLiteral("deleted_at IS NOT NULL AND deleted_at < :old"), {{QStringLiteral("old"), nowMs - keepDeletedMs}}));
    QVector<qint64> ids;
    for (const MailingList &list : found)
        ids.append(list.id);
    return ids;
}

Result<qint64> purgeList(Connection &db, qint64 id, qint64 nowMs, int most)
{
    const Params params{{QStringLiteral("id"), id}, {QStringLiteral("most"), qint64(most)}, {QStringLiteral("old"), nowMs - keepDeletedMs}};
    const QString gone = QStringLiteral("EXISTS (SELECT 1 FROM mailing_lists l WHERE l.id = :id AND l.deleted_at < :old)");
    PFX_ASSIGN(const qint64 members,
               db.execute(QStringLiteral("DELETE FROM mailing_members WHERE id IN (SELECT m.id FROM mailing_members m WHERE m.list_id = :id"
                                         " ORDER BY m.id LIMIT :most) AND %1")
                              .arg(gone),
                          params));
    if (members > 0)
        return members;
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM mailing_forwarded WHERE forward_id IN"
                                      " (SELECT f.id FROM mailing_forwards f WHERE f.list_id = :id) AND %1")
                           .arg(gone),
                       params));
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM mailing_forwards WHERE list_id = :id AND %1").arg(gone), params));
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM mailing_lists WHERE id = :id AND deleted_at < :old"), params));
    return 0;
}

} // namespace pfx::mailing
