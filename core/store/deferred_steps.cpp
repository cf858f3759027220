// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deferred_steps.h"

namespace pfx::store {

using base::Result;

namespace {

/// An index that a UNIQUE or a key has made has no statement of its own in SQLite.
QString indexesOf(Backend backend)
{
    if (backend == Backend::Sqlite)
        return QStringLiteral("SELECT m.name AS name, m.sql AS sql FROM {keys} AS k CROSS JOIN sqlite_master m WHERE m.tbl_name = k.value"
                              " AND m.type = 'index' AND m.sql IS NOT NULL AND m.sql NOT LIKE 'CREATE UNIQUE %' ORDER BY m.rowid");
    return QStringLiteral("SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS sql FROM {keys} AS k"
                          " JOIN pg_index i ON i.indrelid = to_regclass(k.value) JOIN pg_class c ON c.oid = i.indexrelid"
                          " WHERE NOT i.indisunique ORDER BY c.oid");
}

QString foreignKeys()
{
    return QStringLiteral("SELECT c.conrelid::regclass::text AS place, c.conname AS name, pg_get_constraintdef(c.oid) AS sql"
                          " FROM {keys} AS k JOIN pg_constraint c ON c.conrelid = to_regclass(k.value)"
                          " WHERE c.contype = 'f' ORDER BY c.oid");
}

} // namespace

Result<void> loosen(Connection &db, const QStringList &tables)
{
    const Params params{{QStringLiteral("keys"), keySet(db.backend(), tables)}};
    PFX_ASSIGN(const Rows indexes, db.select(indexesOf(db.backend()), params));
    for (const Row &index : indexes) {
        const QString name = index.text(QStringLiteral("name"));
        PFX_TRY(deferStatement(db, name, index.text(QStringLiteral("sql"))));
        PFX_TRY(db.execute(QStringLiteral("DROP INDEX %1").arg(name)));
    }
    if (db.backend() == Backend::Sqlite)
        return {};
    PFX_ASSIGN(const Rows links, db.select(foreignKeys(), params));
    for (const Row &link : links) {
        const QString alter = QStringLiteral("ALTER TABLE %1 ").arg(link.text(QStringLiteral("place")));
        const QString name = link.text(QStringLiteral("name"));
        PFX_TRY(deferStatement(db, name, alter + QStringLiteral("ADD CONSTRAINT %1 %2").arg(name, link.text(QStringLiteral("sql")))));
        PFX_TRY(db.execute(alter + QStringLiteral("DROP CONSTRAINT %1").arg(name)));
    }
    return {};
}

Result<void> deferStatement(Connection &db, const QString &name, const QString &sql)
{
    PFX_TRY(db.execute(QStringLiteral("INSERT INTO deferred_steps (step_no, name, sql)"
                                      " SELECT coalesce(max(step_no), 0) + 1, :name, :sql FROM deferred_steps"),
                       {{QStringLiteral("name"), name}, {QStringLiteral("sql"), sql}}));
    return {};
}

Result<Deferred> deferredSteps(Connection &db)
{
    PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("SELECT 1 AS one FROM deferred_steps LIMIT 1")));
    return rows.empty() ? Deferred::None : Deferred::Left;
}

Result<Deferred> deferredSteps(Connection &db, const QString &name)
{
    PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("SELECT 1 AS one FROM deferred_steps WHERE name = :name LIMIT 1"),
                                          {{QStringLiteral("name"), name}}));
    return rows.empty() ? Deferred::None : Deferred::Left;
}

Result<Deferred> runDeferredStep(Connection &db, const base::StopToken &stop)
{
    PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("SELECT step_no, sql FROM deferred_steps ORDER BY step_no LIMIT 2")));
    if (rows.empty())
        return Deferred::None;
    PFX_TRY(db.executeLong(rows.front().text(QStringLiteral("sql")), stop));
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM deferred_steps WHERE step_no = :step"),
                       {{QStringLiteral("step"), rows.front().number(QStringLiteral("step_no"))}}));
    return rows.size() > 1 ? Deferred::Left : Deferred::None;
}

Result<void> runLeftSteps(Store &store, Connection &db, const base::StopToken &stop)
{
    PFX_ASSIGN(Deferred steps, deferredSteps(db));
    if (steps == Deferred::None)
        return {};
    const auto lock = store.tryLock(loadLock);
    if (!lock)
        return lock.error().code == base::ErrorCode::Busy ? Result<void>() : base::fail(lock.error());
    while (steps == Deferred::Left) {
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        PFX_TRY(db.begin());
        const auto step = runDeferredStep(db, stop);
        Result<void> done = step ? (*lock)->prove(db) : base::fail(step.error());
        if (done)
            done = db.commit();
        if (!done) {
            (void)db.rollback(); // the first failure is the one to report
            return done;
        }
        steps = *step;
    }
    return {};
}

} // namespace pfx::store
