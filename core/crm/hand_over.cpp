// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/hand_over.h"

#include "core/crm/employees.h"
#include "core/store/deferred_steps.h"
#include "core/store/held_writer.h"

namespace pfx::crm::employees {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

/// Looked for by the reading connection: an owner has no index, and the writer must not be held while records are passed by.
Result<QVector<qint64>> owned(Connection &db, const QString &table, qint64 owner, qint64 after, int limit)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT id FROM %1 WHERE owner_id = :owner AND id > :after ORDER BY id LIMIT :limit").arg(table),
                                          {{QStringLiteral("owner"), owner}, {QStringLiteral("after"), after}, {QStringLiteral("limit"), qint64(limit)}}));
    QVector<qint64> ids;
    ids.reserve(static_cast<qsizetype>(rows.size()));
    for (const store::Row &row : rows)
        ids.append(row.number(QStringLiteral("id")));
    return ids;
}

Result<qint64> handOverTable(store::Writer &writer, Connection &reading, const QString &table, qint64 from, qint64 to, qint64 nowMs, const base::StopToken &stop)
{
    const QString sql = QStringLiteral("UPDATE %1 SET owner_id = :to, version = version + 1, changed_at = :now"
                                       " WHERE owner_id = :from AND id IN (SELECT k.value FROM {ids} AS k)").arg(table);
    qint64 given = 0;
    for (qint64 after = 0;;) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_ASSIGN(const QVector<qint64> ids, owned(reading, table, from, after, writer.advisedBatchRows()));
        if (ids.isEmpty())
            return given;
        PFX_TRY(writer.run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const qint64 changed, db.execute(sql, {{QStringLiteral("to"), to},
                                                              {QStringLiteral("from"), from},
                                                              {QStringLiteral("now"), nowMs},
                                                              {QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
            given += changed;
            return {};
        }));
        after = ids.last();
    }
}

Result<qint64> countOwned(Connection &db, const QString &table, qint64 owner)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS v FROM %1 WHERE owner_id = :owner").arg(table),
                                          {{QStringLiteral("owner"), owner}}));
    return rows.front().number(QStringLiteral("v"));
}

} // namespace

Result<HandedOver> ownedBy(Connection &db, qint64 employee)
{
    HandedOver owned;
    PFX_ASSIGN(owned.contacts, countOwned(db, QStringLiteral("contacts"), employee));
    PFX_ASSIGN(owned.companies, countOwned(db, QStringLiteral("companies"), employee));
    PFX_ASSIGN(owned.deals, countOwned(db, QStringLiteral("deals"), employee));
    return owned;
}

Result<HandedOver> handOver(store::Store &store, qint64 from, qint64 to, qint64 nowMs, const base::StopToken &stop,
                            const std::function<Result<void>(Connection &)> &others)
{
    if (from == to)
        return base::fail(ErrorCode::Validation, QStringLiteral("it is the same employee"), QStringLiteral("employee"));
    PFX_ASSIGN(const auto reading, store.connect());
    for (const qint64 id : {from, to})
        PFX_TRY(find(*reading, QString::number(id)));
    PFX_ASSIGN(const auto lock, store.tryLock(store::loadLock)); // an import gives records to whom it was told at its beginning
    store::HeldWriter writer(store.writer(), *lock);
    HandedOver given;
    PFX_ASSIGN(given.contacts, handOverTable(writer, *reading, QStringLiteral("contacts"), from, to, nowMs, stop));
    PFX_ASSIGN(given.companies, handOverTable(writer, *reading, QStringLiteral("companies"), from, to, nowMs, stop));
    PFX_ASSIGN(given.deals, handOverTable(writer, *reading, QStringLiteral("deals"), from, to, nowMs, stop));
    if (others)
        PFX_TRY(writer.run(others));
    return given;
}

} // namespace pfx::crm::employees
