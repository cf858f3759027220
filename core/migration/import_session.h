// SPDX-License-Identifier: GPL-3.0-or-later
// One run from its first batch to its last, begun or resumed. The batches are decided inside jobs of a writer: the store's own in a real
// run, the temporary store's in a dry run, whose report alone then goes into the store. Import's thread.
#pragma once

#include "core/crm/bulk_load.h"
#include "core/migration/batch_reader.h"
#include "core/migration/importer.h"
#include "core/migration/known_keys.h"
#include "core/migration/owner_book.h"
#include "core/migration/pipeline_book.h"
#include "core/migration/progress_tracker.h"
#include "core/migration/refused_rows.h"
#include "core/migration/run_hold.h"
#include "core/migration/texts_seen.h"

namespace pfx::migration {

struct BatchContext;

class ImportSession
{
public:
    ImportSession(store::Store &store, RunHold &hold, const base::Clock &clock, RunRecord run, records::RecordSource &source,
                  const records::SourceInfo &info, RunControl &control, ProgressTracker &progress, StoreUse use)
        : m_store(store), m_hold(hold), m_clock(clock), m_run(std::move(run)), m_source(source), m_info(info), m_control(control), m_progress(progress),
          m_use(use)
    {}

    /// Makes the run's row and everything that must exist before the first batch. After an error nothing was begun.
    base::Result<void> begin(qint64 defaultEmployee);
    /// The same for a run that is there already: reads back what it needs from the store and the source.
    base::Result<void> continueFrom(qint64 defaultEmployee);
    /// Works until the end, a stop or a failure, which are written into the run's row. Returns the whole report.
    base::Result<RunReport> work();

private:
    base::Result<void> prepareStore();
    base::Result<void> prepareBooks(store::Connection &db, qint64 defaultEmployee, RowLog &log);
    void warnOfSections(RowLog &log) const;
    base::Result<void> learnEmployees();
    base::Result<void> learnPipelines();
    // These two read, which takes seconds in a large store: outside the first job, so that no other writer waits for it.
    base::Result<void> learnKeys();
    base::Result<void> rememberEarlierRows();
    base::Result<crm::BulkLoad> beginLoad(store::Connection &db);
    base::Result<void> buildIndexes();
    base::Result<void> runBatches();
    base::Result<void> waitWhilePaused();
    /// The rows of its report, which nobody needs any more.
    base::Result<store::RowBlock> writeBatch(PreparedBatch &batch);
    base::Result<void> decide(store::Connection &db, PreparedBatch &batch, RowLog &log);
    base::Result<void> end(const base::Result<void> &result);
    void setState(RunState state, std::optional<base::Error> error = {});
    base::Result<void> changeState(RunState state, std::optional<base::Error> error = {});
    /// Of the store; a dry run's decisions are written elsewhere.
    store::Writer &writer() { return m_hold.writer(); }
    store::Writer &decisions() { return m_temporary ? m_temporary->writer() : writer(); }
    QVector<records::Section> sectionsLeft() const;
    bool isDry() const { return m_run.options.dryRun; }

    store::Store &m_store;
    RunHold &m_hold;
    const base::Clock &m_clock;
    RunRecord m_run;
    records::RecordSource &m_source;
    const records::SourceInfo &m_info;
    RunControl &m_control;
    ProgressTracker &m_progress;
    const StoreUse m_use;

    qint64 m_account = 0; ///< Of the store that is decided in.
    qint64 m_elapsedBefore = 0;
    OwnerBook m_owners;
    std::unique_ptr<PipelineBook> m_pipelines;
    TextsSeen m_titlesSeen;
    RefusedRows m_refused;
    KnownKeys m_known;
    crm::BulkLoad m_load = crm::BulkLoad::Off; ///< Of the store that is decided in.
    std::unique_ptr<store::Store> m_temporary;
    std::unique_ptr<store::Connection> m_below; ///< Made and used by the temporary writer's thread.
};

} // namespace pfx::migration
