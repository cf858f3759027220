// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/batch_context.h"

#include "core/migration/problem_words.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

Result<void> RunRows::load(const QVector<qint64> &entityIds)
{
    if (entityIds.isEmpty())
        return {};
    store::Connection &db = m_context.space.db();
    return db.forEach(QStringLiteral("SELECT r.entity_id AS id, r.external_id AS external_id, r.place AS place, r.decision AS decision"
                                     " FROM {ids} AS k CROSS JOIN import_rows r"
                                     " WHERE r.kind = :kind AND r.entity_id = k.value AND r.run_id = :run AND r.decision <> 'failed' ORDER BY r.row_no"),
                      {{QStringLiteral("ids"), store::idSet(db.backend(), entityIds)},
                       {QStringLiteral("kind"), records::name(m_kind)},
                       {QStringLiteral("run"), m_context.run}},
                      [this](const store::Row &row) -> Result<void> {
                          note(row.number(QStringLiteral("id")), row.text(QStringLiteral("external_id")), row.text(QStringLiteral("place")),
                               row.text(QStringLiteral("decision")) == QLatin1String("created"));
                          return {};
                      });
}

void RunRows::note(qint64 entityId, const QString &externalId, const QString &place, bool created)
{
    m_rows.insert(entityId, {externalId, place, created});
}

QString RunRows::earlierPlace(qint64 entityId, const QString &externalId) const
{
    QString place;
    // Values of one key come newest first: the oldest fitting one stays.
    for (auto it = m_rows.constFind(entityId); it != m_rows.cend() && it.key() == entityId; ++it) {
        if (it->created || (!externalId.isEmpty() && it->externalId == externalId))
            place = it->place.isEmpty() ? it->externalId : it->place;
    }
    return place;
}

LoggedRow rowFor(const PreparedItem &item, Kind kind, const QString &title)
{
    LoggedRow row;
    row.kind = kind;
    row.externalId = item.externalId;
    row.place = item.place;
    row.title = title;
    return row;
}

void warnAll(RowLog &log, const QVector<Problem> &problems)
{
    for (const Problem &problem : problems)
        log.warn(problem);
}

Problem warning(const PreparedItem &item, Kind kind, ProblemCode code, QStringList arguments)
{
    Problem problem;
    problem.kind = kind;
    problem.externalId = item.externalId;
    problem.place = item.place;
    problem.code = code;
    problem.arguments = std::move(arguments);
    return problem;
}

void tellKept(QVector<Problem> &problems, Kept kept)
{
    for (Problem &problem : problems) {
        if (kept.contacts && (problem.code == ProblemCode::ContactNotFound || problem.code == ProblemCode::ContactAmbiguous))
            problem.arguments.append(words::keepsContacts());
        if (kept.company && (problem.code == ProblemCode::CompanyNotFound || problem.code == ProblemCode::CompanyAmbiguous))
            problem.arguments.append(words::keepsCompany());
    }
}

void failUnreadable(RowLog &log, const PreparedItem &item, Kind kind, const base::Error &error)
{
    LoggedRow row = rowFor(item, kind, item.title);
    if (item.passedOver) {
        row.decision = Decision::Skipped;
        row.reason = *item.passedOver;
        log.add(std::move(row));
        return;
    }
    row.raw = item.raw;
    QStringList arguments;
    for (const QString &part : {error.where, error.detail}) {
        if (!part.isEmpty())
            arguments.append(part);
    }
    log.fail(std::move(row), ProblemCode::RowUnreadable, Reason::Unreadable, std::move(arguments));
}

QString firstPoint(const QVector<records::Point> &points)
{
    if (points.isEmpty())
        return {};
    return points.first().normalized.isEmpty() ? points.first().value : points.first().normalized;
}

PointMatch matchPoints(const QVector<records::Point> &points, const QMultiHash<QString, qint64> &stored, const TextIndex &batch,
                       const std::function<bool(qint64)> &accepts)
{
    PointMatch match;
    if (stored.isEmpty() && batch.isEmpty())
        return match;
    for (const records::Point &point : points) {
        if (point.normalized.isEmpty())
            continue;
        const QString key = pointKey(point);
        QVector<qint64> found;
        for (auto it = stored.constFind(key); it != stored.cend() && it.key() == key; ++it)
            found.append(it.value());
        batch.forEach(key, [&found](qint64 id) { found.append(id); });
        if (found.isEmpty())
            continue;
        std::sort(found.begin(), found.end());
        for (const qint64 id : std::as_const(found)) {
            if (match.ids.contains(id))
                continue;
            if (!accepts(id)) {
                if (match.refused == 0) {
                    match.refused = id;
                    match.refusedValue = point.normalized;
                }
                continue;
            }
            if (match.ids.isEmpty()) {
                match.reason = point.kind == records::PointKind::Phone ? Reason::SamePhone : Reason::SameEmail;
                match.value = point.normalized;
            }
            match.ids.append(id);
        }
    }
    return match;
}

} // namespace pfx::migration
