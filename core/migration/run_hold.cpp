// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/run_hold.h"

#include "core/store/deferred_steps.h"

namespace pfx::migration {

using base::Result;
using store::Connection;

RunHold::RunHold(store::Store &store, std::unique_ptr<store::StoreLock> lock)
    : m_store(store), m_load(std::move(lock)), m_writer(store.writer(), *m_load)
{}

Result<std::unique_ptr<RunHold>> RunHold::take(store::Store &store)
{
    PFX_ASSIGN(auto lock, store.tryLock(store::loadLock));
    return std::unique_ptr<RunHold>(new RunHold(store, std::move(lock)));
}

QString RunHold::lockName(qint64 run)
{
    return QStringLiteral("import-run-%1").arg(run);
}

Result<void> RunHold::claim(qint64 run)
{
    PFX_ASSIGN(m_run, m_store.tryLock(lockName(run)));
    return {};
}

Result<void> RunHold::saveStopped(const RunRecord &run)
{
    const auto save = [&run](const store::StoreLock &lock) {
        return [&run, &lock](Connection &db) -> Result<void> {
            PFX_ASSIGN(const RunRecord now, run_table::load(db, run.report.run));
            const bool ended = now.report.state != RunState::Running && now.report.state != RunState::Paused;
            if (ended || now.checkpoint.toJson() != run.checkpoint.toJson())
                return {};
            PFX_TRY(run_table::saveState(db, run));
            return lock.prove(db);
        };
    };
    if (m_run) {
        const auto saved = m_store.writer().run(save(*m_run));
        if (saved || saved.error() != store::lockLost())
            return saved;
    }
    PFX_TRY(claim(run.report.run)); // lost with the first, as when the server was restarted
    return m_store.writer().run(save(*m_run));
}

} // namespace pfx::migration
