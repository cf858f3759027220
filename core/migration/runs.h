// SPDX-License-Identifier: GPL-3.0-or-later
// The import runs kept in the store: list, report, rows with their decisions, failed rows, named mappings, undo. Functions of the calling
// thread's connection unless they take the store (then they write through its writer and block).
#pragma once

#include "core/base/clock.h"
#include "core/migration/importer.h"
#include "core/migration/report.h"
#include "core/store/store.h"

namespace pfx::migration::runs {

/// Newest first. A run whose process is gone is Stopped.
base::Result<QVector<RunReport>> list(store::Store &store, store::Connection &db, int limit = 200);
/// With at most `problemLimit` problems (-1: all).
base::Result<RunReport> report(store::Store &store, store::Connection &db, qint64 run, int problemLimit = -1);
base::Result<ImportOptions> options(store::Connection &db, qint64 run);
/// The default employee of the newest run, dry or not, as its options have it; empty when there was none.
base::Result<QString> lastDefaultEmployee(store::Connection &db);

struct RowsQuery
{
    qint64 run = 0;
    std::optional<Decision> decision;
    std::optional<records::Kind> kind;
    std::optional<ProblemCode> problem;
    QString search;
    qint64 afterRow = 0; ///< keyset: rows with row_no greater than this
    int limit = 256;
};
base::Result<QVector<RunRow>> rows(store::Connection &db, const RowsQuery &query);
/// Problems of a run by code, the most frequent first, for the filter chips; of one severity or of both.
base::Result<QVector<std::pair<ProblemCode, qint64>>> problemCounts(store::Connection &db, qint64 run, std::optional<Severity> severity = {});

struct ProblemsQuery
{
    qint64 run = 0;
    std::optional<Severity> severity{};
    std::optional<ProblemCode> code{};
    qint64 afterProblem = 0; ///< keyset: problems with a greater number
    int limit = -1;          ///< negative: all
};
base::Result<QVector<Problem>> problems(store::Connection &db, const ProblemsQuery &query);

/// The failed rows in the source's own form ("json" or "csv" by suffix), importable again. The file itself may have gone.
struct FailedRows
{
    QByteArray document;
    QString suffix;
    qint64 rows = 0;
};
base::Result<FailedRows> failedRows(store::Connection &db, qint64 run);

/// What an undo would do, and doing it.
struct UndoPreview
{
    Counters removed;   ///< `created` counts what would be taken away, `updated` what would be restored, by all kinds; placeholder stages go too, uncounted as in the report
    qint64 leftAlone = 0;
    QVector<Problem> problems; ///< ChangedSince, the first 200
};
base::Result<UndoPreview> previewUndo(store::Connection &db, qint64 run);
/// The run's report with state Undone; what was changed or used since is left alone and named in the problems. After a stop the report of a
/// Stopped run with `undoBegun`: calling it again goes on. An error means that nothing more was taken back than the batches before it.
base::Result<RunReport> undo(store::Store &store, const base::Clock &clock, qint64 run, RunControl &control,
                             const Importer::Progress &progress);

/// Named mappings kept in the store's settings.
base::Result<QStringList> mappingNames(store::Connection &db, records::System system);
base::Result<Mapping> mapping(store::Connection &db, records::System system, const QString &name);
base::Result<void> saveMapping(store::Store &store, records::System system, const QString &name, const Mapping &mapping);
/// NotFound when there is none of this name.
base::Result<void> removeMapping(store::Store &store, records::System system, const QString &name);

} // namespace pfx::migration::runs
