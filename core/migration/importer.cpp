// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/importer.h"

#include "core/crm/employees.h"
#include "core/migration/import_session.h"

#include <QFileInfo>

namespace pfx::migration {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qsizetype longestAccount = 255; // databases index it

Result<qint64> defaultEmployee(store::Connection &db, const QString &wanted)
{
    const QString where = QStringLiteral("default-employee");
    if (wanted.trimmed().isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("no default employee"), where);
    const auto employee = crm::employees::find(db, wanted);
    if (employee)
        return employee->id;
    const base::Error &error = employee.error();
    const bool known = error.code == ErrorCode::NotFound || error.code == ErrorCode::Ambiguous;
    return fail(error.code, error.detail, known ? where : error.where);
}

Result<QString> accountOf(store::Connection &db, const ImportOptions &options, const records::SourceInfo &info)
{
    const QString named = options.account.isEmpty() ? info.account : options.account;
    if (named.size() > longestAccount)
        return fail(ErrorCode::Validation, QStringLiteral("longer than %1 characters").arg(longestAccount), QStringLiteral("account"));
    if (!named.isEmpty())
        return named;
    PFX_ASSIGN(const QStringList known, crm::knownAccounts(db, options.system));
    return known.size() == 1 ? known.first() : QStringLiteral("default");
}

Result<records::SourceInfo> inspect(records::RecordSource &source, RunControl &control, ProgressTracker &progress)
{
    progress.enter(Phase::Inspecting);
    return source.inspect(control.token(), [&](qint64 done, qint64 total) {
        progress.inspecting(done, total);
        (void)control.checkpoint(); // waits while paused; a stop is for the source to see
    });
}

Result<void> mayBeResumed(const RunRecord &run)
{
    const QString where = QStringLiteral("run");
    if (run.report.undoBegun)
        return fail(ErrorCode::Conflict, QStringLiteral("its undo has begun"), where);
    if (run.report.state == RunState::Undone)
        return fail(ErrorCode::Conflict, QStringLiteral("it is undone already"), where);
    if (run.report.state == RunState::Finished)
        return fail(ErrorCode::Conflict, QStringLiteral("it is finished already"), where);
    return {};
}

/// 0 when there is none.
Result<qint64> newestRun(store::Connection &db)
{
    PFX_ASSIGN(const auto newest, run_table::newest(db, 1));
    return newest.isEmpty() ? 0 : newest.first().report.run;
}

} // namespace

base::Error nothingBegun()
{
    return {ErrorCode::Cancelled, {}, QStringLiteral("nothing-begun")};
}

Result<RunReport> Importer::run(const QString &path, records::RecordSource &source, const ImportOptions &options, RunControl &control,
                                const Progress &progress)
{
    ProgressTracker tracker(m_clock, progress);
    PFX_ASSIGN(const auto db, m_store.connect());
    PFX_ASSIGN(const auto hold, RunHold::take(m_store)); // from here on no employee is taken away
    PFX_ASSIGN(const qint64 employee, defaultEmployee(*db, options.defaultEmployee));
    const auto inspected = inspect(source, control, tracker);
    if (!inspected)
        return fail(inspected.error().code == ErrorCode::Cancelled ? nothingBegun() : inspected.error());
    const records::SourceInfo &info = *inspected;
    PFX_ASSIGN(const qint64 newest, newestRun(*db));
    RunRecord run;
    run.options = options;
    run.options.account = accountName(options.system, options.account); // a webhook's address bears a secret
    // The run is resumed with the same employee, whatever becomes of names.
    run.options.defaultEmployee = QString::number(employee);
    run.report.source = options.system;
    PFX_ASSIGN(run.report.account, accountOf(*db, run.options, info));
    run.report.path = QFileInfo(path).absoluteFilePath();
    run.report.dryRun = options.dryRun;
    run.digest = info.digest.toHex();
    run.documentHead = source.documentHead();
    tracker.setTotals(info);
    ImportSession session(m_store, *hold, m_clock, std::move(run), source, info, control, tracker, m_use);
    if (const auto begun = session.begin(employee); !begun) {
        // A stop after the run's row was made leaves a run that can be resumed.
        const bool cancelled = begun.error().code == ErrorCode::Cancelled;
        const auto now = newestRun(*db);
        return fail(cancelled && now && *now == newest ? nothingBegun() : begun.error());
    }
    return session.work();
}

Result<RunReport> Importer::resume(qint64 id, RunControl &control, const Progress &progress)
{
    ProgressTracker tracker(m_clock, progress);
    PFX_ASSIGN(const auto db, m_store.connect());
    PFX_ASSIGN(const auto hold, RunHold::take(m_store));
    PFX_ASSIGN(RunRecord run, run_table::load(*db, id));
    PFX_TRY(mayBeResumed(run));
    PFX_ASSIGN(const qint64 employee, defaultEmployee(*db, run.options.defaultEmployee));
    PFX_ASSIGN(const auto source, openFile(run.report.path, run.options.system));
    PFX_ASSIGN(const records::SourceInfo info, inspect(*source, control, tracker));
    if (info.digest.toHex() != run.digest)
        return fail(ErrorCode::SourceChanged, QStringLiteral("the content is another one"), run.report.path);
    tracker.setTotals(info);
    PFX_TRY(hold->claim(id));
    ImportSession session(m_store, *hold, m_clock, std::move(run), *source, info, control, tracker, m_use);
    PFX_TRY(session.continueFrom(employee));
    return session.work();
}

} // namespace pfx::migration
