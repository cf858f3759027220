// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/request_log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::orNull;
using store::Row;
using store::Value;

namespace {

using Kind = ContactProblem::Kind;

Value stored(const QVector<ContactProblem> &problems)
{
    if (problems.isEmpty())
        return {};
    QJsonArray array;
    for (const ContactProblem &problem : problems)
        array.append(QJsonObject{{QStringLiteral("kind"), name(problem.kind)},
                                 {QStringLiteral("place"), problem.place},
                                 {QStringLiteral("value"), problem.value}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QVector<ContactProblem> readProblems(const QByteArray &json)
{
    QVector<ContactProblem> problems;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        ContactProblem problem;
        problem.place = value[QLatin1String("place")].toString();
        problem.value = value[QLatin1String("value")].toString();
        for (const Kind kind : {Kind::BadAddress, Kind::NothingToKnowBy, Kind::BadId, Kind::NameCut, Kind::NotAnObject}) {
            if (value[QLatin1String("kind")].toString() == name(kind))
                problem.kind = kind;
        }
        problems.append(std::move(problem));
    }
    return problems;
}

RequestRecord recordFrom(const Row &row)
{
    RequestRecord record;
    record.id = row.number(QStringLiteral("id"));
    record.at = row.number(QStringLiteral("at"));
    record.action = row.text(QStringLiteral("action"));
    record.listId = row.number(QStringLiteral("list_id"));
    record.listName = row.text(QStringLiteral("list_name"));
    record.remote = row.text(QStringLiteral("remote"));
    record.error = row.text(QStringLiteral("error"));
    IntakeCounts &counts = record.counts;
    counts.received = row.number(QStringLiteral("received"));
    counts.added = row.number(QStringLiteral("added"));
    counts.updated = row.number(QStringLiteral("updated"));
    counts.removed = row.number(QStringLiteral("removed"));
    counts.unchanged = row.number(QStringLiteral("unchanged"));
    counts.skipped = row.number(QStringLiteral("skipped"));
    counts.suppressed = row.number(QStringLiteral("suppressed"));
    counts.withoutEmail = row.number(QStringLiteral("without_email"));
    record.durationMs = row.number(QStringLiteral("duration_ms"));
    record.problems = readProblems(row.bytes(QStringLiteral("problems")));
    return record;
}

} // namespace

Result<void> addRequest(Connection &db, const RequestRecord &record)
{
    PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("mailing_requests"), 1));
    const IntakeCounts &counts = record.counts;
    return db.insert({QStringLiteral("mailing_requests"),
                      {QStringLiteral("id"), QStringLiteral("at"), QStringLiteral("action"), QStringLiteral("list_id"),
                       QStringLiteral("list_name"), QStringLiteral("remote"), QStringLiteral("error"), QStringLiteral("received"),
                       QStringLiteral("added"), QStringLiteral("updated"), QStringLiteral("removed"), QStringLiteral("unchanged"),
                       QStringLiteral("skipped"), QStringLiteral("suppressed"), QStringLiteral("without_email"),
                       QStringLiteral("duration_ms"), QStringLiteral("problems")},
                      {id, record.at, record.action, store::idOrNull(record.listId), orNull(record.listName), orNull(record.remote),
                       orNull(record.error), counts.received, counts.added, counts.updated, counts.removed, counts.unchanged,
                       counts.skipped, counts.suppressed, counts.withoutEmail, record.durationMs, stored(record.problems)}});
}

Result<QVector<RequestRecord>> requests(Connection &db, qint64 listId, qint64 before, int limit)
{
    QVector<RequestRecord> found;
    const QString ofList = listId > 0 ? QStringLiteral("list_id = :list AND ") : QString();
    PFX_TRY(db.forEach(QStringLiteral("SELECT * FROM mailing_requests WHERE %1(:before = 0 OR id < :before) ORDER BY id DESC LIMIT :limit")
                           .arg(ofList),
                       {{QStringLiteral("list"), listId}, {QStringLiteral("before"), before}, {QStringLiteral("limit"), qint64(limit)}},
                       [&found](const Row &row) -> Result<void> {
                           found.append(recordFrom(row));
                           return {};
                       }));
    return found;
}

Result<std::optional<qint64>> lastRequest(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT at FROM mailing_requests ORDER BY id DESC LIMIT 1")));
    return rows.empty() ? std::nullopt : std::optional(rows.front().number(QStringLiteral("at")));
}

Result<qint64> pruneRequests(Connection &db, qint64 beforeMs, int most)
{
    // Ids grow with time: the oldest are the first.
    return db.execute(QStringLiteral("DELETE FROM mailing_requests WHERE id IN (SELECT r.id FROM mailing_requests r ORDER BY r.id LIMIT :most)"
                                     " AND at < :old"),
                      {{QStringLiteral("most"), qint64(most)}, {QStringLiteral("old"), beforeMs}});
}

} // namespace pfx::mailing
