// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/forward_table.h"

#include "core/mailing/member_rows.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

const QString columns =
    QStringLiteral("id, list_id, target, remote_list, revision, created_at, in_step_at, compared_at, ended_at");

// A member whom the service knows not, or knows otherwise.
const QString differs = QStringLiteral("(f.email_key IS NULL OR f.member_id <> m.id OR f.version <> m.version)");
const QString putSource =
    QStringLiteral("mailing_members m JOIN mailing_lists l ON l.id = m.list_id AND l.deleted_at IS NULL"
                   " LEFT JOIN mailing_forwarded f ON f.forward_id = :forward AND f.email_key = m.email_key WHERE m.list_id = :list AND ");
const QString takeCondition =
    QStringLiteral("f.forward_id = :forward AND NOT EXISTS (SELECT 1 FROM mailing_members m JOIN mailing_lists l ON l.id = m.list_id"
                   " AND l.deleted_at IS NULL WHERE m.list_id = :list AND m.email_key = f.email_key AND NOT EXISTS"
                   " (SELECT 1 FROM mailing_suppressions s WHERE s.email_key = m.email_key))");

Params paramsOf(const Forward &forward)
{
    return {{QStringLiteral("forward"), forward.id}, {QStringLiteral("list"), forward.listId}};
}

Forward forwardFrom(const Row &row)
{
    Forward forward;
    forward.id = row.number(QStringLiteral("id"));
    forward.listId = row.number(QStringLiteral("list_id"));
    forward.target = row.text(QStringLiteral("target"));
    forward.remoteList = row.text(QStringLiteral("remote_list"));
    forward.revision = row.number(QStringLiteral("revision"));
    forward.createdAt = row.number(QStringLiteral("created_at"));
    forward.inStepAt = row.maybe(QStringLiteral("in_step_at"));
    forward.comparedAt = row.maybe(QStringLiteral("compared_at"));
    forward.endedAt = row.maybe(QStringLiteral("ended_at"));
    return forward;
}

Recipient toldFrom(const Row &row)
{
    Recipient recipient;
    recipient.memberId = row.number(QStringLiteral("member_id"));
    recipient.version = row.number(QStringLiteral("version"));
    recipient.email = row.text(QStringLiteral("email"));
    recipient.emailKey = row.text(QStringLiteral("email_key"));
    recipient.remoteId = row.text(QStringLiteral("remote_id"));
    return recipient;
}

Result<void> set(Connection &db, qint64 id, const QString &assignment, const store::Value &value)
{
    return db
        .execute(QStringLiteral("UPDATE mailing_forwards SET %1 WHERE id = :id").arg(assignment),
                 {{QStringLiteral("id"), id}, {QStringLiteral("value"), value}})
        .map([](qint64) {});
}

Result<qint64> number(Connection &db, const QString &sql, const Params &params)
{
    PFX_ASSIGN(const auto rows, db.select(sql, params));
    return rows.empty() ? 0 : rows.front().number(QStringLiteral("n"));
}

} // namespace

Result<Forward> addForward(Connection &db, qint64 listId, const QString &target, qint64 nowMs)
{
    const Params params{{QStringLiteral("list"), listId}, {QStringLiteral("target"), target}};
    PFX_ASSIGN(const qint64 known,
               number(db, QStringLiteral("SELECT id AS n FROM mailing_forwards WHERE list_id = :list AND target = :target"), params));
    if (known > 0) {
        PFX_TRY(set(db, known, QStringLiteral("ended_at = :value"), {}));
        return forwardById(db, known);
    }
    PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("mailing_forwards"), 1));
    PFX_TRY(db.insert({QStringLiteral("mailing_forwards"),
                       {QStringLiteral("id"), QStringLiteral("list_id"), QStringLiteral("target"), QStringLiteral("created_at")},
                       {id, listId, target, nowMs}}));
    return forwardById(db, id);
}

Result<void> endForward(Connection &db, qint64 id, qint64 nowMs)
{
    return set(db, id, QStringLiteral("ended_at = COALESCE(ended_at, :value)"), nowMs);
}

Result<Forward> forwardById(Connection &db, qint64 id)
{
    PFX_ASSIGN(const auto rows,
               db.select(QStringLiteral("SELECT %1 FROM mailing_forwards WHERE id = :id").arg(columns), {{QStringLiteral("id"), id}}));
    if (rows.empty())
        return base::fail(base::ErrorCode::NotFound, QString::number(id), QStringLiteral("forward"));
    return forwardFrom(rows.front());
}

Result<QVector<Forward>> forwards(Connection &db, qint64 listId)
{
    QVector<Forward> found;
    const QString ofList = listId > 0 ? QStringLiteral("list_id = :list AND ") : QString();
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM mailing_forwards WHERE %2ended_at IS NULL ORDER BY id").arg(columns, ofList),
                       {{QStringLiteral("list"), listId}}, [&found](const Row &row) -> Result<void> {
                           found.append(forwardFrom(row));
                           return {};
                       }));
    return found;
}

Result<void> setRemoteList(Connection &db, qint64 id, const QString &remoteList)
{
    return set(db, id, QStringLiteral("remote_list = :value"), remoteList);
}

Result<void> setInStep(Connection &db, qint64 id, qint64 nowMs)
{
    return set(db, id, QStringLiteral("in_step_at = :value"), nowMs);
}

Result<void> setCompared(Connection &db, qint64 id, qint64 nowMs)
{
    return set(db, id, QStringLiteral("compared_at = :value"), nowMs);
}

Result<qint64> endRound(Connection &db, qint64 id)
{
    return number(db, QStringLiteral("UPDATE mailing_forwards SET round = round + 1 WHERE id = :id RETURNING revision AS n"),
                  {{QStringLiteral("id"), id}});
}

Result<QVector<Recipient>> toPut(Connection &db, const Forward &forward, int most)
{
    Params params = paramsOf(forward);
    params.append({QStringLiteral("most"), qint64(most)});
    QVector<Recipient> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1, f.remote_id AS remote_id FROM %2%3 AND %4 ORDER BY m.id LIMIT :most")
                           .arg(memberColumns, putSource, isWritable, differs),
                       params, [&found](const Row &row) -> Result<void> {
                           const Member member = memberFrom(row);
                           found.append({member.id, member.version, member.email, member.emailKey, member.firstName, member.lastName,
                                         member.planfixId, row.text(QStringLiteral("remote_id"))});
                           return {};
                       }));
    return found;
}

Result<QVector<Recipient>> toTake(Connection &db, const Forward &forward, int most)
{
    Params params = paramsOf(forward);
    params.append({QStringLiteral("most"), qint64(most)});
    QVector<Recipient> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT f.member_id AS member_id, f.version AS version, f.email AS email, f.email_key AS email_key,"
                                      " f.remote_id AS remote_id FROM mailing_forwarded f WHERE %1 ORDER BY f.email_key LIMIT :most")
                           .arg(takeCondition),
                       params, [&found](const Row &row) -> Result<void> {
                           found.append(toldFrom(row));
                           return {};
                       }));
    return found;
}

Result<QHash<QString, Recipient>> told(Connection &db, qint64 forwardId)
{
    QHash<QString, Recipient> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT member_id, version, email, email_key, remote_id FROM mailing_forwarded"
                                      " WHERE forward_id = :forward"),
                       {{QStringLiteral("forward"), forwardId}}, [&found](const Row &row) -> Result<void> {
                           const Recipient recipient = toldFrom(row);
                           found.insert(recipient.emailKey, recipient);
                           return {};
                       }));
    return found;
}

Result<ForwardCounts> counts(Connection &db, const Forward &forward)
{
    const Params params = paramsOf(forward);
    ForwardCounts counts;
    PFX_ASSIGN(counts.toPut,
               number(db, QStringLiteral("SELECT count(*) AS n FROM %1%2 AND %3").arg(putSource, isWritable, differs), params));
    PFX_ASSIGN(counts.toTake,
               number(db, QStringLiteral("SELECT count(*) AS n FROM mailing_forwarded f WHERE %1").arg(takeCondition), params));
    PFX_ASSIGN(counts.told,
               number(db, QStringLiteral("SELECT count(*) AS n FROM mailing_forwarded WHERE forward_id = :forward"), params));
    return counts;
}

Result<void> notePut(Connection &db, qint64 forwardId, const QVector<Recipient> &recipients)
{
    std::vector<Params> sets;
    sets.reserve(static_cast<size_t>(recipients.size()));
    for (const Recipient &one : recipients) {
        sets.push_back({{QStringLiteral("forward"), forwardId},
                        {QStringLiteral("key"), one.emailKey},
                        {QStringLiteral("email"), one.email},
                        {QStringLiteral("member"), one.memberId},
                        {QStringLiteral("version"), one.version},
                        {QStringLiteral("remote"), store::orNull(one.remoteId)}});
    }
    return db.executeMany(QStringLiteral("INSERT INTO mailing_forwarded (forward_id, email_key, email, member_id, version, remote_id)"
                                         " VALUES (:forward, :key, :email, :member, :version, :remote)"
                                         " ON CONFLICT (forward_id, email_key) DO UPDATE SET email = excluded.email,"
                                         " member_id = excluded.member_id, version = excluded.version,"
                                         " remote_id = COALESCE(excluded.remote_id, mailing_forwarded.remote_id)"),
                          sets);
}

Result<void> noteTaken(Connection &db, qint64 forwardId, const QStringList &emailKeys)
{
    return db
        .execute(QStringLiteral("DELETE FROM mailing_forwarded WHERE forward_id = :forward AND email_key IN {keys}"),
                 {{QStringLiteral("forward"), forwardId}, {QStringLiteral("keys"), store::keySet(db.backend(), emailKeys)}})
        .map([](qint64) {});
}

Result<void> forgetVersions(Connection &db, qint64 forwardId)
{
    return db
        .execute(QStringLiteral("UPDATE mailing_forwarded SET version = 0 WHERE forward_id = :forward"),
                 {{QStringLiteral("forward"), forwardId}})
        .map([](qint64) {});
}

} // namespace pfx::mailing
