// SPDX-License-Identifier: GPL-3.0-or-later
// Runs imports: reads a source on the calling thread, decides and writes batches on the store's writer, each batch with its checkpoint in
// one transaction. A killed run can be resumed and ends with the same database. Blocks; call it from a job's own thread.
#pragma once

#include "core/base/clock.h"
#include "core/migration/options.h"
#include "core/migration/progress.h"
#include "core/records/record_source.h"
#include "core/store/store.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace pfx::migration {

/// Pause and stop from another thread; both take effect within 200 ms, at a batch's end.
class RunControl
{
public:
    void pause();
    void resume();
    void stop();
    bool isPaused() const;
    base::StopToken token() const { return m_stop.get_token(); }
    /// Requested by a pause as well: breaks off what is begun anew afterwards.
    base::StopToken interruption() const;
    /// Called by the import: waits while paused. Cancelled after stop().
    base::Result<void> checkpoint();

private:
    base::StopSource m_stop;
    mutable std::mutex m_mutex;
    base::StopSource m_interruption; ///< A new one after each pause.
    std::condition_variable m_wake;
    bool m_paused = false;
};

/// Opens a file as a source. The form is recognised by content; SourceUnreadable («Ошибка чтения файла») when it is no file of the system.
base::Result<std::unique_ptr<records::RecordSource>> openFile(const QString &path, records::System system);

/// The one spelling of an account, whether a person or a file named it: an account that is written otherwise would be another one, and all its
/// deals new.
QString accountName(records::System system, const QString &written);

/// Who else works with the store while an import runs. Alone (pfxctl) an empty store is filled without its secondary indexes, which are
/// built last; with pages that read the store beside it they stay.
enum class StoreUse { Shared, Exclusive };

/// The error of an import or undo that was stopped before it had begun anything: Cancelled where "nothing-begun".
base::Error nothingBegun();

class Importer
{
public:
    using Progress = std::function<void(const ImportProgress &)>;

    Importer(store::Store &store, const base::Clock &clock, StoreUse use = StoreUse::Shared) : m_store(store), m_clock(clock), m_use(use) {}

    /// A whole run (or dry run, which writes nothing but its report). The report of a stopped run has state Stopped and can be resumed.
    /// An error means that nothing was begun: nothingBegun() at a stop, Validation where "default-employee" («Выберите пользователя по умолчанию»), NotFound or
    /// Ambiguous where "default-employee" («Пользователь не найден»), SourceUnreadable, Busy (another import runs), Storage….
    /// `path` is remembered with the run, absolute.
    base::Result<RunReport> run(const QString &path, records::RecordSource &source, const ImportOptions &options, RunControl &control,
                                const Progress &progress);

    /// Goes on where the run stopped; reports the whole run. SourceChanged when the file is another one, Conflict when the run is finished
    /// or its undo has begun.
    base::Result<RunReport> resume(qint64 run, RunControl &control, const Progress &progress);

private:
    store::Store &m_store;
    const base::Clock &m_clock;
    StoreUse m_use;
};

} // namespace pfx::migration
