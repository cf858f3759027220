// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/runs.h"

#include "core/amocrm/file_source.h"
#include "core/base/text_keys.h"
#include "core/bitrix24/file_source.h"
#include "core/migration/json_text.h"
#include "core/migration/run_hold.h"
#include "core/migration/run_table.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::migration::runs {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

/// A run whose process is gone is stopped: what stands in its row is the last that the process could say.
Result<void> correctStates(store::Store &store, const QVector<RunReport *> &reports)
{
    const auto active = [](const RunReport *run) { return run->state == RunState::Running || run->state == RunState::Paused; };
    if (std::none_of(reports.cbegin(), reports.cend(), active))
        return {};
    PFX_ASSIGN(const QStringList held, store.heldLocks());
    for (RunReport *run : reports) {
        if (active(run) && !held.contains(RunHold::lockName(run->run)))
            run->state = RunState::Stopped;
    }
    return {};
}

Problem problemFrom(const Row &row)
{
    Problem problem;
    problem.kind = records::kindFromName(row.text(QStringLiteral("kind"))).value_or(records::Kind::Contact);
    problem.externalId = row.text(QStringLiteral("external_id"));
    problem.place = row.text(QStringLiteral("place"));
    problem.severity = row.text(QStringLiteral("severity")) == name(Severity::Error) ? Severity::Error : Severity::Warning;
    problem.code = problemCodeFromName(row.text(QStringLiteral("code"))).value_or(ProblemCode::RowUnreadable);
    problem.arguments = json::texts(row.bytes(QStringLiteral("arguments")));
    problem.rowNo = row.number(QStringLiteral("row_no"));
    return problem;
}

RunRow rowFrom(const Row &row)
{
    RunRow result;
    result.rowNo = row.number(QStringLiteral("row_no"));
    result.kind = records::kindFromName(row.text(QStringLiteral("kind"))).value_or(records::Kind::Contact);
    result.externalId = row.text(QStringLiteral("external_id"));
    result.place = row.text(QStringLiteral("place"));
    result.title = row.text(QStringLiteral("title"));
    result.decision = decisionFromName(row.text(QStringLiteral("decision"))).value_or(Decision::Failed);
    result.reason = reasonFromName(row.text(QStringLiteral("reason"))).value_or(Reason::Unreadable);
    result.entityId = row.number(QStringLiteral("entity_id"));
    const RowDetail detail = RowDetail::fromJson(row.bytes(QStringLiteral("detail")));
    result.summary = detail.summary;
    result.reasonArguments = detail.arguments;
    result.matchedId = detail.matchedId;
    result.differences = detail.differences;
    return result;
}

bool fits(const RunRow &row, const QString &searchKey)
{
    for (const QString &text : {row.title, row.externalId, row.place, row.summary}) {
        if (base::searchKey(text).contains(searchKey))
            return true;
    }
    return false;
}

} // namespace

Result<QVector<RunReport>> list(store::Store &store, Connection &db, int limit)
{
    PFX_ASSIGN(auto records, run_table::newest(db, limit));
    QVector<RunReport> reports;
    for (RunRecord &run : records)
        reports.append(std::move(run.report));
    QVector<RunReport *> all;
    for (RunReport &report : reports)
        all.append(&report);
    PFX_TRY(correctStates(store, all));
    return reports;
}

Result<RunReport> report(store::Store &store, Connection &db, qint64 run, int problemLimit)
{
    PFX_ASSIGN(RunRecord record, run_table::load(db, run));
    PFX_TRY(correctStates(store, {&record.report}));
    PFX_ASSIGN(record.report.problems, problems(db, {.run = run, .limit = problemLimit}));
    return record.report;
}

Result<ImportOptions> options(Connection &db, qint64 run)
{
    PFX_ASSIGN(const RunRecord record, run_table::load(db, run));
    return record.options;
}

Result<QString> lastDefaultEmployee(Connection &db)
{
    PFX_ASSIGN(const auto newest, run_table::newest(db, 1));
    return newest.isEmpty() ? QString() : newest.first().options.defaultEmployee;
}

Result<QVector<RunRow>> rows(Connection &db, const RowsQuery &query)
{
    QString where = QStringLiteral("r.run_id = :run AND r.row_no > :after");
    Params params{{QStringLiteral("run"), query.run}, {QStringLiteral("after"), query.afterRow}};
    if (query.decision) {
        where += QStringLiteral(" AND r.decision = :decision");
        params.append({QStringLiteral("decision"), name(*query.decision)});
    }
    if (query.kind) {
        where += QStringLiteral(" AND r.kind = :kind");
        params.append({QStringLiteral("kind"), records::name(*query.kind)});
    }
    if (query.problem) {
        where += QStringLiteral(" AND EXISTS (SELECT 1 FROM import_problems p WHERE p.run_id = r.run_id AND p.row_no = r.row_no"
                                " AND p.code = :code)");
        params.append({QStringLiteral("code"), name(*query.problem)});
    }
    const QString searchKey = base::searchKey(query.search);
    QString sql = QStringLiteral("SELECT r.row_no, r.kind, r.external_id, r.place, r.title, r.decision, r.reason, r.entity_id, r.detail"
                                 " FROM import_rows r WHERE %1 ORDER BY r.row_no")
                      .arg(where);
    // Databases know no Cyrillic case: a search goes through the rows here, and ends as soon as the page is full.
    if (searchKey.isEmpty()) {
        sql += QStringLiteral(" LIMIT :limit");
        params.append({QStringLiteral("limit"), qint64(query.limit)});
    }
    QVector<RunRow> found;
    const auto result = db.forEach(sql, params, [&](const Row &row) -> Result<void> {
        if (found.size() >= query.limit)
            return fail(ErrorCode::Cancelled);
        RunRow one = rowFrom(row);
        if (searchKey.isEmpty() || fits(one, searchKey))
            found.append(std::move(one));
        return {};
    });
    if (!result && result.error().code != ErrorCode::Cancelled)
        return fail(result.error());
    return found;
}

Result<QVector<std::pair<ProblemCode, qint64>>> problemCounts(Connection &db, qint64 run, std::optional<Severity> severity)
{
    QString sql = QStringLiteral("SELECT code, COUNT(*) AS n FROM import_problems WHERE run_id = :run");
    Params params{{QStringLiteral("run"), run}};
    if (severity) {
        sql += QStringLiteral(" AND severity = :severity");
        params.append({QStringLiteral("severity"), name(*severity)});
    }
    PFX_ASSIGN(const auto answer, db.select(sql + QStringLiteral(" GROUP BY code ORDER BY n DESC, code"), params));
    QVector<std::pair<ProblemCode, qint64>> counts;
    for (const Row &row : answer) {
        if (const auto code = problemCodeFromName(row.text(QStringLiteral("code"))))
            counts.append({*code, row.number(QStringLiteral("n"))});
    }
    return counts;
}

Result<QVector<Problem>> problems(Connection &db, const ProblemsQuery &query)
{
    QString sql = QStringLiteral("SELECT problem_no, row_no, kind, external_id, place, severity, code, arguments FROM import_problems"
                                 " WHERE run_id = :run AND problem_no > :after");
    Params params{{QStringLiteral("run"), query.run}, {QStringLiteral("after"), query.afterProblem}};
    if (query.severity) {
        sql += QStringLiteral(" AND severity = :severity");
        params.append({QStringLiteral("severity"), name(*query.severity)});
    }
    if (query.code) {
        sql += QStringLiteral(" AND code = :code");
        params.append({QStringLiteral("code"), name(*query.code)});
    }
    sql += QStringLiteral(" ORDER BY problem_no");
    if (query.limit >= 0) {
        sql += QStringLiteral(" LIMIT :limit");
        params.append({QStringLiteral("limit"), qint64(query.limit)});
    }
    QVector<Problem> found;
    PFX_TRY(db.forEach(sql, params, [&found](const Row &row) -> Result<void> {
        found.append(problemFrom(row));
        found.last().number = row.number(QStringLiteral("problem_no"));
        return {};
    }));
    return found;
}

Result<FailedRows> failedRows(Connection &db, qint64 run)
{
    PFX_ASSIGN(const RunRecord record, run_table::load(db, run));
    formats::RawRows rows;
    PFX_TRY(db.forEach(QStringLiteral("SELECT kind, raw FROM import_rows WHERE run_id = :run AND decision = 'failed'"
                                      " AND raw IS NOT NULL ORDER BY row_no"),
                       {{QStringLiteral("run"), run}}, [&rows](const Row &row) -> Result<void> {
                           const auto kind = records::kindFromName(row.text(QStringLiteral("kind")));
                           const auto section = kind == records::Kind::Company  ? records::Section::Companies
                                                : kind == records::Kind::Deal   ? records::Section::Deals
                                                : kind == records::Kind::Contact ? records::Section::Contacts
                                                                                 : records::Section::Pipelines;
                           rows.append({section, row.bytes(QStringLiteral("raw"))});
                           return {};
                       }));
    const auto documentOf = record.options.system == records::System::Amocrm ? amocrm::documentOf : bitrix24::documentOf;
    return FailedRows{documentOf(record.documentHead, record.report.account, rows),
                      formats::isTableHead(record.documentHead) ? QStringLiteral("csv") : QStringLiteral("json"), rows.size()};
}

} // namespace pfx::migration::runs
