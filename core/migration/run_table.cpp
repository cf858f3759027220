// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/run_table.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::migration {

using base::ErrorCode;
using base::Result;
using records::Section;
using store::Params;
using store::Row;

namespace {

const char *const columns = "id, source, account, mode, dry_run, state, path, digest, document_head, options, checkpoint, counters, error, started_at,"
                            " finished_at, elapsed_ms";

Section sectionFrom(const QString &text)
{
    for (const Section section : {Section::Employees, Section::Pipelines, Section::Companies, Section::Contacts, Section::Deals}) {
        if (text == records::name(section))
            return section;
    }
    return Section::Pipelines;
}

QString errorText(const std::optional<base::Error> &error)
{
    if (!error)
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("name"), base::name(error->code)},
                                                       {QStringLiteral("detail"), error->detail},
                                                       {QStringLiteral("where"), error->where}})
                                 .toJson(QJsonDocument::Compact));
}

/// Found by its stable name: the enum's numbers may move between versions.
std::optional<base::Error> errorFrom(const QByteArray &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    base::Error error;
    const QString wanted = object.value(QStringLiteral("name")).toString();
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (base::name(static_cast<ErrorCode>(code)) == wanted)
            error.code = static_cast<ErrorCode>(code);
    }
    error.detail = object.value(QStringLiteral("detail")).toString();
    error.where = object.value(QStringLiteral("where")).toString();
    return error;
}

Result<RunRecord> recordFrom(const Row &row)
{
    RunRecord run;
    run.report.run = row.number(QStringLiteral("id"));
    run.report.source = records::systemFromName(row.text(QStringLiteral("source"))).value_or(records::System::Amocrm);
    run.report.account = row.text(QStringLiteral("account"));
    run.report.mode = row.text(QStringLiteral("mode"));
    run.report.dryRun = row.number(QStringLiteral("dry_run")) != 0;
    run.report.state = runStateFromName(row.text(QStringLiteral("state"))).value_or(RunState::Failed);
    run.report.path = row.text(QStringLiteral("path"));
    run.report.error = errorFrom(row.bytes(QStringLiteral("error")));
    run.report.startedAt = row.number(QStringLiteral("started_at"));
    run.report.finishedAt = row.number(QStringLiteral("finished_at"));
    run.report.elapsedMs = row.number(QStringLiteral("elapsed_ms"));
    run.digest = row.bytes(QStringLiteral("digest"));
    run.documentHead = row.bytes(QStringLiteral("document_head"));
    run.checkpoint = Checkpoint::fromJson(row.bytes(QStringLiteral("checkpoint")));
    run.setCounters(RunCounters::fromJson(row.bytes(QStringLiteral("counters"))));
    run.report.problemCount = run.checkpoint.nextProblem - 1;
    run.report.undoBegun = run.checkpoint.undoBefore != 0 && run.report.state != RunState::Undone;
    PFX_ASSIGN(run.options, ImportOptions::fromJson(row.bytes(QStringLiteral("options"))));
    return run;
}

/// A head may be long, and nobody asks for it in a list.
Result<QVector<RunRecord>> withoutHeads(store::Connection &db, const QString &which, const Params &params)
{
    const QString asked = QString::fromLatin1(columns).replace(QLatin1String("document_head"), QLatin1String("NULL AS document_head"));
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT %1 FROM import_runs %2").arg(asked, which), params));
    QVector<RunRecord> runs;
    for (const Row &row : rows) {
        PFX_ASSIGN(RunRecord run, recordFrom(row));
        runs.append(std::move(run));
    }
    return runs;
}

} // namespace

QByteArray Checkpoint::toJson() const
{
    QJsonObject object{{QStringLiteral("section"), records::name(section)}, {QStringLiteral("offset"), position.offset},
                       {QStringLiteral("row"), position.row},               {QStringLiteral("next_row"), nextRow},
                       {QStringLiteral("next_problem"), nextProblem},       {QStringLiteral("account"), account}};
    if (undoBefore != 0)
        object.insert(QStringLiteral("undo_before"), undoBefore);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Checkpoint Checkpoint::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Checkpoint checkpoint;
    checkpoint.section = sectionFrom(object.value(QStringLiteral("section")).toString());
    checkpoint.position.offset = object.value(QStringLiteral("offset")).toInteger();
    checkpoint.position.row = object.value(QStringLiteral("row")).toInteger();
    checkpoint.nextRow = object.value(QStringLiteral("next_row")).toInteger(1);
    checkpoint.nextProblem = object.value(QStringLiteral("next_problem")).toInteger(1);
    checkpoint.account = object.value(QStringLiteral("account")).toInteger();
    checkpoint.undoBefore = object.value(QStringLiteral("undo_before")).toInteger();
    return checkpoint;
}

RunCounters RunRecord::counters() const
{
    return {report.contacts, report.companies, report.deals, report.pipelines, report.stages};
}

void RunRecord::setCounters(const RunCounters &counters)
{
    report.contacts = counters.contacts;
    report.companies = counters.companies;
    report.deals = counters.deals;
    report.pipelines = counters.pipelines;
    report.stages = counters.stages;
}

namespace run_table {

Result<void> insert(store::Connection &db, const RunRecord &run)
{
    store::RowBlock block;
    block.table = QStringLiteral("import_runs");
    block.columns = QString::fromLatin1(columns).simplified().split(QStringLiteral(", "));
    const RunReport &report = run.report;
    block.cells = {report.run,
                   records::name(report.source),
                   report.account,
                   report.mode,
                   qint64(report.dryRun ? 1 : 0),
                   name(report.state),
                   store::orNull(report.path),
                   QString::fromLatin1(run.digest),
                   store::orNull(QString::fromUtf8(run.documentHead)),
                   QString::fromUtf8(run.options.toJson()),
                   QString::fromUtf8(run.checkpoint.toJson()),
                   QString::fromUtf8(run.counters().toJson()),
                   store::orNull(errorText(report.error)),
                   report.startedAt,
                   store::idOrNull(report.finishedAt),
                   report.elapsedMs};
    return db.insert(block);
}

Result<RunRecord> load(store::Connection &db, qint64 run)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT %1 FROM import_runs WHERE id = :id").arg(QLatin1String(columns)),
                                          {{QStringLiteral("id"), run}}));
    if (rows.empty())
        return base::fail(ErrorCode::NotFound, QString::number(run), QStringLiteral("run"));
    return recordFrom(rows.front());
}

Result<QVector<RunRecord>> newest(store::Connection &db, int limit)
{
    return withoutHeads(db, QStringLiteral("ORDER BY id DESC LIMIT :limit"), {{QStringLiteral("limit"), qint64(limit)}});
}

Result<QVector<RunRecord>> resumable(store::Connection &db)
{
    PFX_ASSIGN(auto runs, withoutHeads(db, QStringLiteral("WHERE state <> :finished AND state <> :undone ORDER BY id"),
                                       {{QStringLiteral("finished"), name(RunState::Finished)}, {QStringLiteral("undone"), name(RunState::Undone)}}));
    runs.removeIf([](const RunRecord &run) { return run.report.undoBegun; });
    return runs;
}

Result<void> saveProgress(store::Connection &db, const RunRecord &run)
{
    PFX_TRY(db.execute(QStringLiteral("UPDATE import_runs SET checkpoint = :checkpoint, counters = :counters, elapsed_ms = :elapsed"
                                      " WHERE id = :id"),
                       {{QStringLiteral("checkpoint"), QString::fromUtf8(run.checkpoint.toJson())},
                        {QStringLiteral("counters"), QString::fromUtf8(run.counters().toJson())},
                        {QStringLiteral("elapsed"), run.report.elapsedMs},
                        {QStringLiteral("id"), run.report.run}}));
    return {};
}

Result<void> saveState(store::Connection &db, const RunRecord &run)
{
    PFX_TRY(db.execute(QStringLiteral("UPDATE import_runs SET state = :state, error = :error, finished_at = :finished,"
                                      " elapsed_ms = :elapsed WHERE id = :id"),
                       {{QStringLiteral("state"), name(run.report.state)},
                        {QStringLiteral("error"), store::orNull(errorText(run.report.error))},
                        {QStringLiteral("finished"), store::idOrNull(run.report.finishedAt)},
                        {QStringLiteral("elapsed"), run.report.elapsedMs},
                        {QStringLiteral("id"), run.report.run}}));
    return {};
}

Result<void> saveOptions(store::Connection &db, const RunRecord &run)
{
    PFX_TRY(db.execute(QStringLiteral("UPDATE import_runs SET options = :options WHERE id = :id"),
                       {{QStringLiteral("options"), QString::fromUtf8(run.options.toJson())}, {QStringLiteral("id"), run.report.run}}));
    return {};
}

Result<void> clearReport(store::Connection &db, qint64 run)
{
    const Params params{{QStringLiteral("id"), run}};
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM import_rows WHERE run_id = :id"), params));
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM import_problems WHERE run_id = :id"), params));
    return {};
}

} // namespace run_table

} // namespace pfx::migration
