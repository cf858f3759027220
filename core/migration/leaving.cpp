// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/leaving.h"

#include "core/crm/employees.h"
#include "core/migration/run_table.h"
#include "core/store/deferred_steps.h"
#include "core/store/held_writer.h"

namespace pfx::migration {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

/// Puts `to` wherever `from` stands; in how many places.
Result<int> replace(Connection &db, ImportOptions &options, qint64 from, const QString &to)
{
    int places = 0;
    QVector<QString *> texts{&options.defaultEmployee};
    for (EmployeeMapping &line : options.mapping.employees)
        texts.append(&line.to);
    for (QString *text : std::as_const(texts)) {
        const auto employee = crm::employees::find(db, *text);
        const bool unclear = !employee && (employee.error().code == ErrorCode::NotFound || employee.error().code == ErrorCode::Ambiguous);
        if (!employee && !unclear)
            return base::fail(employee.error());
        if (!employee || employee->id != from)
            continue;
        *text = to;
        ++places;
    }
    return places;
}

Result<void> handOverRuns(Connection &db, qint64 from, qint64 to)
{
    PFX_ASSIGN(QVector<RunRecord> runs, run_table::resumable(db));
    for (RunRecord &run : runs) {
        PFX_ASSIGN(const int changed, replace(db, run.options, from, QString::number(to)));
        if (changed > 0)
            PFX_TRY(run_table::saveOptions(db, run));
    }
    return {};
}

Result<void> mayGo(Connection &db, qint64 id)
{
    PFX_ASSIGN(QVector<RunRecord> runs, run_table::resumable(db));
    for (RunRecord &run : runs) {
        PFX_ASSIGN(const int needed, replace(db, run.options, id, {}));
        if (needed > 0)
            return base::fail(ErrorCode::Conflict, QStringLiteral("import %1 is not over and gives records to the employee").arg(run.report.run),
                              QStringLiteral("employee"));
    }
    return {};
}

} // namespace

Result<crm::employees::HandedOver> handOver(store::Store &store, qint64 from, qint64 to, qint64 nowMs, const base::StopToken &stop)
{
    return crm::employees::handOver(store, from, to, nowMs, stop, [from, to](Connection &db) { return handOverRuns(db, from, to); });
}

Result<void> removeEmployee(store::Store &store, qint64 id)
{
    PFX_ASSIGN(const auto lock, store.tryLock(store::loadLock)); // whose records come next is in the import's memory only
    return store::HeldWriter(store.writer(), *lock).run([id](Connection &db) -> Result<void> {
        PFX_TRY(mayGo(db, id));
        return crm::employees::remove(db, id);
    });
}

} // namespace pfx::migration
