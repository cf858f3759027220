// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pruner.h"

#include <limits>

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Row;
using store::Rows;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

struct Task
{
    QString find;   ///< Ids after :after of rows older than :old, at most :batch.
    QString change; ///< What is done to {ids}.
};

// Walks over the ids on a reading connection and hands the writer a small batch at a time.
Result<qint64> walk(store::Store &store, store::Connection &db, const Task &task, qint64 oldMs, int batch, const base::StopToken &stop)
{
    qint64 after = 0, changed = 0;
    while (!stop.stop_requested()) {
        PFX_ASSIGN(const Rows rows, db.select(task.find, {{s("after"), after}, {s("old"), oldMs}, {s("batch"), qint64(batch)}}));
        if (rows.empty())
            return changed;
        QVector<qint64> ids;
        for (const Row &row : rows)
            ids.append(row.number(s("id")));
        after = ids.last();
        PFX_TRY(store.writer().run([&](store::Connection &writer) -> Result<void> {
            PFX_ASSIGN(const qint64 count, writer.execute(task.change, {{s("ids"), store::idSet(writer.backend(), ids)}}));
            changed += count;
            return {};
        }));
    }
    return fail(ErrorCode::Cancelled);
}

} // namespace

Result<Pruned> prune(store::Store &store, const base::Clock &clock, const Keep &keep, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto db, store.connect());
    const qint64 now = clock.nowMs();
    Pruned pruned;
    const auto count = [&](const Task &task, int days) { return walk(store, *db, task, now - days * dayMs, keep.batch, stop); };
    const std::pair<QString, QString> queues[] = {{s("exchange_inbox"), s("body = NULL, headers = NULL, answer = NULL")},
                                                  {s("exchange_outbox"), s("body = NULL")}};
    for (const auto &[table, emptying] : queues) {
        const Task rows{s("SELECT id FROM %1 WHERE id > :after AND closed_at < :old ORDER BY id LIMIT :batch").arg(table),
                        s("DELETE FROM %1 WHERE id IN {ids} AND closed_at IS NOT NULL").arg(table)};
        PFX_ASSIGN(const qint64 deleted, count(rows, keep.days));
        pruned.rows += deleted;
        const Task bodies{s("SELECT id FROM %1 WHERE id > :after AND body IS NOT NULL AND closed_at < :old ORDER BY id LIMIT :batch").arg(table),
                          s("UPDATE %1 SET %2 WHERE id IN {ids} AND closed_at IS NOT NULL").arg(table, emptying)};
        PFX_ASSIGN(const qint64 emptied, count(bodies, keep.bodyDays));
        pruned.bodies += emptied;
    }
    const Task exchanges{s("SELECT id FROM exchange_journal WHERE id > :after AND at < :old ORDER BY id LIMIT :batch"),
                         s("DELETE FROM exchange_journal WHERE id IN {ids}")};
    PFX_ASSIGN(const qint64 deleted, count(exchanges, keep.days));
    pruned.rows += deleted;
    const Task views{s("SELECT id FROM exchange_journal WHERE id > :after AND at < :old AND (request IS NOT NULL OR answer IS NOT NULL) "
                       "ORDER BY id LIMIT :batch"),
                     s("UPDATE exchange_journal SET request = NULL, answer = NULL WHERE id IN {ids}")};
    PFX_ASSIGN(const qint64 emptied, count(views, keep.bodyDays));
    pruned.bodies += emptied;
    return pruned;
}

} // namespace pfx::exchange
