// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing a run in batches, each with its checkpoint in one transaction: an undo that was broken off goes on where it was.
#include "core/migration/runs.h"

#include "core/crm/bulk_load.h"
#include "core/migration/progress_tracker.h"
#include "core/migration/run_table.h"
#include "core/migration/undo.h"

namespace pfx::migration::runs {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Connection;

namespace {

constexpr int previewRows = 5000;
constexpr qsizetype previewProblems = 200;

Result<void> mayBeUndone(const RunRecord &run)
{
    if (run.report.dryRun)
        return fail(ErrorCode::Conflict, QStringLiteral("a dry run changed nothing"), QStringLiteral("run"));
    if (run.report.state == RunState::Undone)
        return fail(ErrorCode::Conflict, QStringLiteral("the run is undone"), QStringLiteral("run"));
    return {};
}

} // namespace

Result<UndoPreview> previewUndo(Connection &db, qint64 run)
{
    PFX_ASSIGN(const RunRecord record, run_table::load(db, run));
    PFX_TRY(mayBeUndone(record));
    Undo undo(run, record.checkpoint.account, Undo::Mode::Preview);
    UndoPreview preview;
    qint64 before = record.checkpoint.undoBefore;
    do {
        PFX_ASSIGN(before, undo.step(db, before, previewRows));
        preview.problems += undo.takeProblems();
        if (preview.problems.size() > previewProblems)
            preview.problems.resize(previewProblems);
    } while (before > 1);
    preview.removed = undo.counters();
    preview.leftAlone = undo.leftAlone();
    return preview;
}

Result<RunReport> undo(store::Store &store, const base::Clock &clock, qint64 run, RunControl &control, const Importer::Progress &progress)
{
    PFX_ASSIGN(const auto db, store.connect());
    PFX_ASSIGN(const auto lock, store.tryLock(QStringLiteral("import")));
    PFX_ASSIGN(RunRecord record, run_table::load(*db, run));
    PFX_TRY(mayBeUndone(record));
    // What uses what is found, and taken away, by the indexes that a broken off load may have left unbuilt.
    const auto mayGoOn = [&control]() -> Result<base::StopToken> {
        PFX_TRY(control.checkpoint());
        return control.interruption();
    };
    PFX_TRY(crm::finishBulkLoadInSteps(store.writer(), mayGoOn));
    ProgressTracker tracker(clock, progress);
    tracker.enter(Phase::Finishing);
    Undo undo(run, record.checkpoint.account, Undo::Mode::Write);
    const qint64 rows = record.checkpoint.nextRow;
    for (bool more = true; more;) {
        if (auto going = control.checkpoint(); !going)
            return fail(going.error());
        RunRecord next = record;
        const auto batch = [&](Connection &writing) -> Result<void> {
            PFX_ASSIGN(const qint64 lowest, undo.step(writing, record.checkpoint.undoBefore, store.writer().advisedBatchRows()));
            auto counters = next.counters();
            RowLog log(run, next.checkpoint.nextRow, next.checkpoint.nextProblem, counters);
            const auto problems = undo.takeProblems();
            for (const Problem &problem : problems)
                log.warnAbout(problem);
            PFX_TRY(log.write(writing));
            next.checkpoint.nextProblem = log.nextProblem();
            next.checkpoint.undoBefore = std::max<qint64>(lowest, 1);
            more = lowest > 1;
            if (!more) {
                next.report.state = RunState::Undone;
                next.report.error.reset();
                next.report.finishedAt = clock.nowMs();
            }
            PFX_TRY(run_table::saveProgress(writing, next));
            return more ? Result<void>() : run_table::saveState(writing, next);
        };
        PFX_TRY(store.writer().run(batch));
        record = std::move(next);
        tracker.setDone(Phase::Finishing, rows - record.checkpoint.undoBefore);
        tracker.update(record);
    }
    tracker.last(record);
    return report(store, *db, run);
}

} // namespace pfx::migration::runs
