// SPDX-License-Identifier: GPL-3.0-or-later
// The row of a run in import_runs: its making, checkpoint, state, and reading it back. Writing functions belong into a Writer job.
#pragma once

#include "core/migration/options.h"
#include "core/migration/row_log.h"
#include "core/records/record_source.h"

namespace pfx::migration {

/// Where a run goes on. Opaque to everybody but the import and its undo.
struct Checkpoint
{
    records::Section section = records::Section::Pipelines;
    records::Position position;
    qint64 nextRow = 1, nextProblem = 1;
    qint64 account = 0;     ///< origin_accounts.id; 0 in the report of a dry run.
    qint64 undoBefore = 0;  ///< An undo has begun and has come down to this row; 0: none.

    QByteArray toJson() const;
    static Checkpoint fromJson(const QByteArray &json);
};

struct RunRecord
{
    RunReport report; ///< Without problems.
    ImportOptions options;
    QByteArray digest;
    QByteArray documentHead; ///< Of the source, for its failed rows.
    Checkpoint checkpoint;

    RunCounters counters() const;
    void setCounters(const RunCounters &counters);
};

namespace run_table {

/// Inserts the row; its id must be reserved.
base::Result<void> insert(store::Connection &db, const RunRecord &run);
/// NotFound when there is none.
base::Result<RunRecord> load(store::Connection &db, qint64 run);
/// Without the documents' heads.
base::Result<QVector<RunRecord>> newest(store::Connection &db, int limit);
/// Those that can be gone on with, also when their program is gone; without the documents' heads.
base::Result<QVector<RunRecord>> resumable(store::Connection &db);
/// Checkpoint, counters and time used, with the batch's own transaction.
base::Result<void> saveProgress(store::Connection &db, const RunRecord &run);
base::Result<void> saveState(store::Connection &db, const RunRecord &run);
base::Result<void> saveOptions(store::Connection &db, const RunRecord &run);
/// Takes away the rows and problems of a dry run that begins again.
base::Result<void> clearReport(store::Connection &db, qint64 run);

} // namespace run_table

} // namespace pfx::migration
