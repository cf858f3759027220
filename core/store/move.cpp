// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/move.h"

#include "core/store/deferred_steps.h"
#include "core/store/table_list.h"

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qsizetype blockCells = 20'000;
constexpr qsizetype blockBytes = 4 * 1024 * 1024; // bodies of requests may be large

/// What a store has of its own as soon as programs work with it: no data that anybody would miss.
bool isBookkeeping(const QString &table)
{
    static const QStringList names{QStringLiteral("id_blocks"), QStringLiteral("settings"), QStringLiteral("deferred_steps"),
                                   QStringLiteral("exchange_owners"), QStringLiteral("exchange_accounts")};
    return names.contains(table);
}

Result<qint64> count(Connection &db, const QString &table)
{
    PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("SELECT count(*) AS n FROM %1").arg(table)));
    return rows.front().number(QStringLiteral("n"));
}

Value cellOf(const Row &row, const TableColumn &column)
{
    if (row.isNull(column.name))
        return {};
    switch (column.type) {
    case ColumnType::Number: return row.number(column.name);
    case ColumnType::Bytes: return row.bytes(column.name);
    case ColumnType::Text: break;
    }
    return row.text(column.name);
}

qsizetype sizeOf(const Value &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return text->size() * qsizetype(sizeof(QChar));
    if (const auto *bytes = std::get_if<QByteArray>(&cell))
        return bytes->size();
    return 0;
}

/// The move's work inside the target's transaction.
class Mover {
public:
    Mover(Connection &source, Connection &target, const base::StopToken &stop, const MoveHooks &hooks)
        : m_source(source), m_target(target), m_stop(stop), m_hooks(hooks)
    {
    }

    Result<MoveReport> run()
    {
        PFX_ASSIGN(m_tables, tables(m_target));
        PFX_TRY(checkTables());
        PFX_TRY(emptyTarget());
        QStringList names;
        for (const TableInfo &table : std::as_const(m_tables)) {
            names.append(table.name);
            PFX_ASSIGN(const qint64 rows, count(m_source, table.name));
            m_progress.allRows += rows;
        }
        PFX_TRY(loosen(m_target, names));
        for (const TableInfo &table : std::as_const(m_tables)) {
            if (table.name != QLatin1String("deferred_steps")) // those of the target itself
                PFX_TRY(copy(table));
        }
        m_progress.table.clear();
        PFX_TRY(step());
        PFX_TRY(finish());
        return compare();
    }

private:
    Result<void> step()
    {
        if (m_hooks.progress)
            m_hooks.progress(m_progress);
        return m_stop.stop_requested() ? Result<void>(fail(ErrorCode::Cancelled)) : Result<void>();
    }

    /// Both were brought to the same version when they were opened.
    Result<void> checkTables()
    {
        PFX_ASSIGN(const QVector<TableInfo> theirs, tables(m_source));
        for (const TableInfo &table : std::as_const(m_tables)) {
            const auto same = std::find_if(theirs.begin(), theirs.end(), [&table](const TableInfo &other) {
                return other.name == table.name && other.hasColumnsOf(table);
            });
            if (same == theirs.end())
                return fail(ErrorCode::Internal, QStringLiteral("the databases differ in a table"), table.name);
        }
        if (theirs.size() != m_tables.size())
            return fail(ErrorCode::Internal, QStringLiteral("the databases do not have the same tables"));
        PFX_ASSIGN(const Deferred left, deferredSteps(m_source));
        if (left == Deferred::Left)
            return fail(ErrorCode::Busy, QStringLiteral("a load of the database is not finished"));
        return {};
    }

    Result<void> emptyTarget()
    {
        for (const TableInfo &table : std::as_const(m_tables)) {
            if (isBookkeeping(table.name))
                continue;
            PFX_ASSIGN(const qint64 rows, count(m_target, table.name));
            if (rows > 0)
                return fail(ErrorCode::Conflict, QStringLiteral("the target has data already"), table.name);
        }
        for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table) {
            if (isBookkeeping(table->name))
                PFX_TRY(m_target.execute(QStringLiteral("DELETE FROM %1").arg(table->name)));
        }
        return {};
    }

    Result<void> copy(const TableInfo &table)
    {
        m_progress.table = table.name;
        RowBlock block;
        block.table = table.name;
        for (const TableColumn &column : table.columns)
            block.columns.append(column.name);
        qsizetype bytes = 0;
        const auto write = [&]() -> Result<void> {
            PFX_TRY(m_target.insert(block));
            m_progress.rows += block.rowCount();
            block.cells.clear();
            bytes = 0;
            return step();
        };
        PFX_TRY(m_source.forEach(QStringLiteral("SELECT %1 FROM %2").arg(block.columns.join(QStringLiteral(", ")), table.name), {},
                                 [&](const Row &row) -> Result<void> {
                                     for (const TableColumn &column : table.columns) {
                                         block.cells.push_back(cellOf(row, column));
                                         bytes += sizeOf(block.cells.back());
                                     }
                                     const bool full = qsizetype(block.cells.size()) >= blockCells || bytes >= blockBytes;
                                     return full ? write() : Result<void>();
                                 }));
        return write();
    }

    Result<void> finish()
    {
        Deferred left = Deferred::Left;
        while (left == Deferred::Left) {
            PFX_ASSIGN(left, runDeferredStep(m_target, m_stop));
            PFX_TRY(step());
        }
        if (m_hooks.derive)
            PFX_TRY(m_hooks.derive(m_target));
        // A server that knows nothing of its new rows yet would choose bad plans.
        if (m_target.backend() == Backend::Postgresql)
            PFX_TRY(m_target.execute(QStringLiteral("ANALYZE")));
        return step();
    }

    /// On a new snapshot of the source: what was written meanwhile would be lost in silence.
    Result<MoveReport> compare()
    {
        PFX_TRY(m_source.commit());
        PFX_TRY(m_source.begin());
        MoveReport report;
        for (const TableInfo &table : std::as_const(m_tables)) {
            PFX_ASSIGN(const qint64 before, count(m_source, table.name));
            PFX_ASSIGN(const qint64 after, count(m_target, table.name));
            if (before != after)
                return fail(ErrorCode::Conflict, QStringLiteral("%1 rows here, %2 there").arg(before).arg(after), table.name);
            report.tables.append({table.name, after});
            report.rows += after;
        }
        return report;
    }

    Connection &m_source;
    Connection &m_target;
    const base::StopToken &m_stop;
    const MoveHooks &m_hooks;
    QVector<TableInfo> m_tables;
    MoveProgress m_progress;
};

} // namespace

Result<MoveReport> moveStore(Store &from, Store &to, const base::StopToken &stop, const MoveHooks &hooks)
{
    if (from.url().display() == to.url().display())
        return fail(ErrorCode::Validation, QStringLiteral("both are the same database"), to.url().display());
    for (Store *const store : {&from, &to}) {
        if (store->usedByOthers())
            return fail(ErrorCode::StorageLocked, QStringLiteral("another program has the database open"), store->url().display());
    }
    PFX_ASSIGN(const auto noImport, from.tryLock(loadLock));
    MoveReport report;
    // Alone in its transaction, and on the writer's thread: also the source's connection is that thread's.
    const auto moved = to.writer().runAlone([&](Connection &target) -> Result<void> {
        PFX_ASSIGN(const auto source, from.connect());
        PFX_TRY(source->begin());
        PFX_ASSIGN(report, Mover(*source, target, stop, hooks).run());
        PFX_TRY(noImport->prove(*source));
        return source->rollback();
    });
    return moved.map([&report] { return report; });
}

} // namespace pfx::store
