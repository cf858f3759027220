// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_intake.h"

#include "core/exchange/open_rows.h"

namespace pfx::orders {

using base::Result;
using planfix::Task;
using store::Connection;

namespace {

std::optional<Order> agreedOf(const std::optional<StoredOrder> &stored)
{
    return stored ? stored->agreed : std::nullopt;
}

} // namespace

Result<std::optional<Order>> TaskIntake::agreedBefore(Connection &db, qint64 task)
{
    return loadByTask(db, task).map(agreedOf);
}

Result<void> TaskIntake::take(Connection &db, const Task &task, const std::optional<Order> &before) const
{
    PFX_ASSIGN(const auto stored, loadByTask(db, task.id));
    if (agreedOf(stored) != before)
        return base::fail(base::ErrorCode::Busy, QStringLiteral("the order changed while its task was read"), QStringLiteral("task"));
    if (stored)
        return join(db, *stored, task);
    PFX_ASSIGN(const qint64 waiting, waitingOrder(db, task));
    // Its own effect ends with the task's number and what was sent; taking the number here only keeps the task from being adopted.
    return waiting != 0 || !isToBeAdopted(task) ? Result<void>() : adopt(db, task);
}

bool TaskIntake::isToBeAdopted(const Task &task) const
{
    return m_adoption == Adoption::On && m_mapping->templateId != 0 && task.templateId == m_mapping->templateId;
}

Result<std::optional<Order>> TaskIntake::newsOf(Connection &db, const Task &task) const
{
    PFX_ASSIGN(const auto stored, loadByTask(db, task.id));
    if (!stored)
        return isToBeAdopted(task) ? std::optional(fromTask(Order(), task, *m_mapping)) : std::nullopt;
    const Order common = stored->agreed.value_or(stored->order);
    const Order theirs = fromTask(common, task, *m_mapping);
    return differences(common, theirs).isEmpty() ? std::nullopt : std::optional(theirs);
}

Result<qint64> TaskIntake::waitingOrder(Connection &db, const Task &task) const
{
    PFX_ASSIGN(const auto waiting, withoutTask(db));
    for (const auto &[id, number] : waiting) {
        if (task.sourceObjectId == taskMarker(m_storeId, number) || (task.sourceObjectId.isEmpty() && task.name.contains(number)))
            return id;
    }
    return 0;
}

/// What both sides knew. A status of ours that the task cannot have never left: whoever moves the task on contradicts nobody.
Result<Order> TaskIntake::commonOf(Connection &db, const StoredOrder &stored, const Task &task) const
{
    Order common = stored.agreed.value_or(stored.order);
    const Status theirs = fromTask(common, task, *m_mapping).status;
    if (common.status == stored.order.status || theirs == common.status || theirs == stored.order.status)
        return common;
    const auto isStatus = [](const Conflict &conflict) { return conflict.field == QLatin1String("status"); };
    if (std::any_of(stored.conflicts.cbegin(), stored.conflicts.cend(), isStatus))
        return common;
    const QString subject = effect::subject(stored.order.id);
    PFX_ASSIGN(const auto onItsWay, exchange::openRows(db, exchange::Queue::Outbox, effect::planfixService, {subject}));
    if (onItsWay.isEmpty())
        common.status = stored.order.status;
    return common;
}

Result<void> TaskIntake::join(Connection &db, const StoredOrder &stored, const Task &task) const
{
    PFX_ASSIGN(const Order common, commonOf(db, stored, task));
    const Order theirs = fromTask(common, task, *m_mapping);
    const Joined joined = orders::join(common, stored.order, theirs);
    const qint64 now = m_clock->nowMs();
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
        PFX_TRY(m_effects.tellSite(db, {stored.order.id}));
    }
    return keepConflicts(db, stored, joined.conflicts);
}

Result<void> TaskIntake::keepConflicts(Connection &db, const StoredOrder &stored, const QVector<Conflict> &conflicts) const
{
    if (conflicts == stored.conflicts)
        return {};
    PFX_TRY(setConflicts(db, stored.order.id, conflicts));
    if (conflicts.isEmpty())
        return {};
    QVector<Change> both;
    for (const Conflict &conflict : conflicts)
        both.append({conflict.field, conflict.ours, conflict.theirs});
    return addHistory(db, stored.order.id, {m_clock->nowMs(), Source::Planfix, Event::ConflictFound, both, {}});
}

Result<void> TaskIntake::adopt(Connection &db, const Task &task) const
{
    const qint64 now = m_clock->nowMs();
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
    PFX_TRY(setAgreed(db, added.id, order));
    return m_effects.tellSite(db, {added.id});
}

Result<void> TaskIntake::noteGone(Connection &db, qint64 task) const
{
    PFX_ASSIGN(const auto stored, loadByTask(db, task));
    if (!stored)
        return {};
    PFX_ASSIGN(const auto entries, history(db, stored->order.id));
    if (!entries.isEmpty() && entries.last().event == Event::TaskGone)
        return {};
    return addHistory(db, stored->order.id, {m_clock->nowMs(), Source::Planfix, Event::TaskGone, {}, {}});
}

} // namespace pfx::orders
