// SPDX-License-Identifier: GPL-3.0-or-later
// What an import or an undo holds while it is at work: the store's loadLock, and a second lock whose name tells which run is the one at
// work. All its writing goes through writer(), which commits nothing once the first is lost. For the job's thread; claim() and the writer's
// jobs also within a job.
#pragma once

#include "core/migration/run_table.h"
#include "core/store/held_writer.h"

namespace pfx::migration {

class RunHold
{
public:
    /// Busy while another import, undo or hand-over is at work.
    static base::Result<std::unique_ptr<RunHold>> take(store::Store &store);
    RunHold(const RunHold &) = delete;
    RunHold &operator=(const RunHold &) = delete;

    /// From now on everybody sees that this run is at work. Busy when a program that has lost its lock has not noticed yet.
    base::Result<void> claim(qint64 run);
    store::Writer &writer() { return m_writer; }
    /// Writes, after the loss, why the run has stopped; not when somebody else has gone on with it since, as the row is about their work then.
    base::Result<void> saveStopped(const RunRecord &run);

    /// The name under which a run at work is among the store's heldLocks().
    static QString lockName(qint64 run);

private:
    RunHold(store::Store &store, std::unique_ptr<store::StoreLock> lock);

    store::Store &m_store;
    std::unique_ptr<store::StoreLock> m_load, m_run;
    store::HeldWriter m_writer;
};

} // namespace pfx::migration
