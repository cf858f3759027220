// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_receiver.h"

#include "core/orders/changes.h"

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using planfix::Task;
using store::Connection;

Result<store::Writer::Job> TaskReceiver::receive(qint64 id)
{
    const QList<qint64> fields = m_mapping->fields.values();
    auto task = m_api.task(id, QVector<qint64>(fields.cbegin(), fields.cend()));
    if (!task && task.error().code == ErrorCode::NotFound) {
        return store::Writer::Job([receiver = *this, id](Connection &db) { return receiver.noteGone(db, id); });
    }
    if (!task)
        return base::fail(task.error());
    return store::Writer::Job([receiver = *this, task = *task](Connection &db) { return receiver.take(db, task); });
}

Result<void> TaskReceiver::take(Connection &db, const Task &task) const
{
    PFX_ASSIGN(const auto stored, loadByTask(db, task.id));
    if (stored)
        return join(db, *stored, task);
    PFX_ASSIGN(const qint64 waiting, waitingOrder(db, task));
    // Its own effect ends with the task's number and what was sent; taking the number here only keeps the task from being adopted.
    if (waiting != 0 || m_adoption == Adoption::Off || m_mapping->templateId == 0 || task.templateId != m_mapping->templateId)
        return {};
    return adopt(db, task);
}

Result<qint64> TaskReceiver::waitingOrder(Connection &db, const Task &task) const
{
    PFX_ASSIGN(const auto waiting, withoutTask(db));
    for (const auto &[id, number] : waiting) {
        if (task.sourceObjectId == taskMarker(m_storeId, number) || (task.sourceObjectId.isEmpty() && task.name.contains(number)))
            return id;
    }
    return 0;
}

Result<void> TaskReceiver::join(Connection &db, const StoredOrder &stored, const Task &task) const
{
    const Order common = stored.agreed.value_or(stored.order);
    const Order theirs = fromTask(common, task, *m_mapping);
    const Joined joined = orders::join(common, stored.order, theirs);
    const qint64 now = m_clock.nowMs();
    Order agreed = common;
    for (const Change &change : differences(common, theirs)) {
        const auto same = [&change](const Conflict &conflict) { return conflict.field == change.field; };
        if (std::none_of(joined.conflicts.cbegin(), joined.conflicts.cend(), same))
            PFX_TRY(setField(agreed, change.field, change.after));
    }
    if (!differences(common, agreed).isEmpty() || !stored.agreed)
        PFX_TRY(setAgreed(db, stored.order.id, agreed));
    if (!joined.taken.isEmpty()) {
        PFX_TRY(update(db, joined.order, now));
        PFX_TRY(addHistory(db, stored.order.id, {now, Source::Planfix, Event::Received, joined.taken, {}}));
    }
    if (joined.conflicts == stored.conflicts)
        return {};
    PFX_TRY(setConflicts(db, stored.order.id, joined.conflicts));
    if (joined.conflicts.isEmpty())
        return {};
    QVector<Change> both;
    for (const Conflict &conflict : joined.conflicts)
        both.append({conflict.field, conflict.ours, conflict.theirs});
    return addHistory(db, stored.order.id, {now, Source::Planfix, Event::ConflictFound, both, {}});
}

Result<void> TaskReceiver::adopt(Connection &db, const Task &task) const
{
    const qint64 now = m_clock.nowMs();
    Order blank;
    blank.source = Source::Planfix;
    blank.number = QStringLiteral("PF-%1").arg(task.id);
    blank.comment = task.name;
    blank.client.name = task.counterparty.name;
    const Order order = fromTask(blank, task, *m_mapping);
    PFX_ASSIGN(const AddedOrder added, insert(db, order, now));
    if (added.added == Added::Repeated)
        return {};
    PFX_TRY(setTask(db, added.id, task.id));
    return setAgreed(db, added.id, order);
}

Result<void> TaskReceiver::noteGone(Connection &db, qint64 task) const
{
    PFX_ASSIGN(const auto stored, loadByTask(db, task));
    if (!stored)
        return {};
    PFX_ASSIGN(const auto entries, history(db, stored->order.id));
    if (!entries.isEmpty() && entries.last().event == Event::TaskGone)
        return {};
    return addHistory(db, stored->order.id, {m_clock.nowMs(), Source::Planfix, Event::TaskGone, {}, {}});
}

} // namespace pfx::orders
