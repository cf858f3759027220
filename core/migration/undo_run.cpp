// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing a run in batches, each with its checkpoint in one transaction: an undo that was broken off goes on where it was.
#include "core/migration/runs.h"

#include "core/crm/bulk_load.h"
#include "core/migration/progress_tracker.h"
#include "core/migration/run_hold.h"
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
        return fail(ErrorCode::Conflict, QStringLiteral("it is undone already"), QStringLiteral("run"));
    return {};
}

} // namespace

Result<UndoPreview> previewUndo(Connection &db, qint64 run)
{
    PFX_ASSIGN(const RunRecord record, run_table::load(db, run));
    PFX_TRY(mayBeUndone(record));
    Undo undo(run, record.checkpoint.account, Undo::Mode::Preview);
    PFX_TRY(undo.prepare(db, {}));
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

namespace {

/// One undo at work: holds what its batches share.
class UndoJob
{
public:
    UndoJob(RunHold &hold, const base::Clock &clock, RunRecord record, RunControl &control, ProgressTracker &progress)
        : m_hold(hold), m_clock(clock), m_record(std::move(record)), m_control(control), m_progress(progress),
          m_undo(m_record.report.run, m_record.checkpoint.account, Undo::Mode::Write)
    {}

    /// Everything, from where it stands to the end. Cancelled at a stop.
    Result<void> work(Connection &reading)
    {
        m_progress.enter(Phase::Finishing);
        // What uses what is found, and taken away, by the indexes that a broken off load may have left unbuilt.
        const auto mayGoOn = [this]() -> Result<base::StopToken> {
            PFX_TRY(m_control.checkpoint());
            return m_control.interruption();
        };
        PFX_TRY(crm::finishBulkLoadInSteps(m_hold.writer(), mayGoOn));
        PFX_TRY(m_undo.prepare(reading, m_control.token()));
        while (m_record.report.state != RunState::Undone) {
            PFX_TRY(m_control.checkpoint());
            PFX_TRY(takeBackSome());
            m_progress.setDone(Phase::Finishing, m_record.checkpoint.nextRow - m_record.checkpoint.undoBefore);
            m_progress.update(m_record);
        }
        m_progress.last(m_record);
        return {};
    }

    /// Has taken something back, now or before: then it can only be gone on with.
    bool hasBegun() const { return m_record.checkpoint.undoBefore != 0; }

    Result<void> stopped(std::optional<base::Error> why)
    {
        m_record.report.state = RunState::Stopped;
        m_record.report.error = std::move(why);
        m_record.report.finishedAt = m_clock.nowMs();
        m_progress.last(m_record);
        const auto saved = m_hold.writer().run([this](Connection &db) { return run_table::saveState(db, m_record); });
        if (saved || saved.error() != store::lockLost())
            return saved;
        m_record.report.error = saved.error();
        return m_hold.saveStopped(m_record);
    }

private:
    Result<void> takeBackSome()
    {
        RunRecord next = m_record;
        const auto batch = [&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const qint64 lowest, m_undo.step(db, m_record.checkpoint.undoBefore, m_hold.writer().advisedBatchRows()));
            auto counters = next.counters();
            RowLog log(next.report.run, next.checkpoint.nextRow, next.checkpoint.nextProblem, counters);
            const auto problems = m_undo.takeProblems();
            for (const Problem &problem : problems)
                log.warnAbout(problem);
            PFX_TRY(log.write(db));
            next.checkpoint.nextProblem = log.nextProblem();
            next.checkpoint.undoBefore = std::max<qint64>(lowest, 1);
            // Until the end it is a run that is at work: should the process go, it is a stopped one.
            next.report.state = lowest > 1 ? RunState::Running : RunState::Undone;
            next.report.error.reset();
            next.report.finishedAt = lowest > 1 ? 0 : m_clock.nowMs();
            PFX_TRY(run_table::saveProgress(db, next));
            return run_table::saveState(db, next);
        };
        PFX_TRY(m_hold.writer().run(batch));
        m_record = std::move(next);
        return {};
    }

    RunHold &m_hold;
    const base::Clock &m_clock;
    RunRecord m_record;
    RunControl &m_control;
    ProgressTracker &m_progress;
    Undo m_undo;
};

} // namespace

Result<RunReport> undo(store::Store &store, const base::Clock &clock, qint64 run, RunControl &control, const Importer::Progress &progress)
{
    PFX_ASSIGN(const auto db, store.connect());
    PFX_ASSIGN(const auto hold, RunHold::take(store));
    PFX_ASSIGN(RunRecord record, run_table::load(*db, run));
    PFX_TRY(mayBeUndone(record));
    ProgressTracker tracker(clock, progress);
    PFX_TRY(hold->claim(run));
    UndoJob job(*hold, clock, std::move(record), control, tracker);
    if (const auto worked = job.work(*db); !worked) {
        if (!job.hasBegun())
            return fail(worked.error().code == ErrorCode::Cancelled ? nothingBegun() : worked.error());
        if (worked.error().code != ErrorCode::Cancelled) {
            (void)job.stopped(worked.error()); // the store that cannot be written may be the reason itself
            return fail(worked.error());
        }
        PFX_TRY(job.stopped({}));
    }
    return report(store, *db, run);
}

} // namespace pfx::migration::runs
