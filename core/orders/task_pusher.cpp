// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_pusher.h"

#include "core/base/phone.h"

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using planfix::Filter;
using planfix::TaskDraft;

namespace {

// Filter types of the help wiki «REST API: сложные фильтры».
constexpr int taskNameContains = 8;
constexpr int contactPhone = 4003;
constexpr int contactEmail = 4026;
constexpr int mostCandidates = 100;

store::Writer::Job agreeJob(const Order &sent, qint64 task, HistoryEntry entry, const QStringList &dropped)
{
    return [sent, task, entry = std::move(entry), dropped](store::Connection &db) -> Result<void> {
        PFX_TRY(setTask(db, sent.id, task));
        PFX_TRY(setAgreed(db, sent.id, sent));
        PFX_TRY(addHistory(db, sent.id, entry));
        if (!dropped.isEmpty())
            PFX_TRY(addHistory(db, sent.id, {entry.at, Source::Planfix, Event::FieldsDropped, {}, dropped.join(QStringLiteral(", "))}));
        return {};
    };
}

} // namespace

Result<Pushed> TaskPusher::push(const StoredOrder &stored, EarlierAttempt earlier)
{
    return stored.order.planfixId == 0 ? create(stored.order, earlier) : update(stored);
}

/// The client as a contact; without the right to see contacts the client stands in the text alone.
Result<QString> TaskPusher::client(const Order &order)
{
    QVector<QVector<Filter>> searches;
    if (const auto phone = base::normalizePhone(order.client.phone)) {
        // How Planfix compares phones is not documented: with the plus and without.
        searches.append({{contactPhone, QStringLiteral("equal"), phone->e164, 0}});
        searches.append({{contactPhone, QStringLiteral("equal"), phone->e164.mid(1), 0}});
    }
    if (!order.client.email.isEmpty())
        searches.append({{contactEmail, QStringLiteral("equal"), order.client.email, 0}});
    for (const QVector<Filter> &filters : std::as_const(searches)) {
        const auto found = m_api.contacts(filters, 2);
        if (!found && found.error().code == ErrorCode::ScopeMissing)
            return QString();
        if (!found)
            return base::fail(found.error());
        // Two that fit are not guessed between.
        if (found->size() == 1)
            return QStringLiteral("contact:%1").arg(found->first().id);
    }
    return QString();
}

Result<qint64> TaskPusher::findTask(const Order &order, const TaskDraft &draft)
{
    PFX_ASSIGN(const auto candidates, m_api.tasks({{taskNameContains, QStringLiteral("equal"), order.number, 0}}, {}, mostCandidates));
    const QString marker = taskMarker(m_storeId, order.number);
    for (const planfix::Task &task : candidates) {
        if (task.sourceObjectId == marker)
            return task.id;
    }
    // An account that does not give the marker back still has the name and the text that we sent.
    for (const planfix::Task &task : candidates) {
        if (task.sourceObjectId.isEmpty() && task.name == draft.name && task.description == draft.description)
            return task.id;
    }
    return 0;
}

Result<QStringList> TaskPusher::dropped(qint64 task, const TaskDraft &draft)
{
    QVector<qint64> asked;
    for (const planfix::CustomValue &value : draft.custom)
        asked.append(value.field);
    QStringList names;
    if (asked.isEmpty())
        return names;
    PFX_ASSIGN(const auto stored, m_api.task(task, asked));
    for (const planfix::CustomValue &value : draft.custom) {
        const auto same = [&value](const planfix::CustomValue &kept) { return kept.field == value.field && !kept.value.isNull(); };
        if (std::none_of(stored.custom.cbegin(), stored.custom.cend(), same))
            names.append(m_mapping->fields.key(value.field));
    }
    return names;
}

Result<Pushed> TaskPusher::create(const Order &order, EarlierAttempt earlier)
{
    PFX_ASSIGN(const QString counterparty, client(order));
    PFX_ASSIGN(TaskDraft draft, newTask(order, *m_mapping, counterparty));
    draft.sourceObjectId = taskMarker(m_storeId, order.number);
    Pushed pushed;
    if (earlier == EarlierAttempt::Possible) {
        PFX_ASSIGN(pushed.task, findTask(order, draft));
    }
    const Event event = pushed.task != 0 ? Event::TaskFound : Event::TaskCreated;
    if (pushed.task == 0) {
        PFX_ASSIGN(pushed.task, m_api.createTask(draft));
    }
    // The task is there: what cannot be read back now is no reason to fail.
    if (const auto names = dropped(pushed.task, draft))
        pushed.droppedFields = *names;
    Order sent = order;
    sent.planfixId = pushed.task;
    pushed.commit = agreeJob(sent, pushed.task, {m_clock.nowMs(), Source::Planfix, event, {}, {}}, pushed.droppedFields);
    return pushed;
}

Result<Pushed> TaskPusher::update(const StoredOrder &stored)
{
    const Order &order = stored.order;
    Pushed pushed;
    pushed.task = order.planfixId;
    const Order before = stored.agreed.value_or(order);
    // A field in conflict waits for a person; the others go on.
    Order after = order;
    for (const Conflict &conflict : stored.conflicts)
        PFX_TRY(setField(after, conflict.field, conflict.common));
    PFX_ASSIGN(const TaskDraft draft, changedTask(before, after, *m_mapping));
    const QVector<Change> changes = differences(before, after);
    if (changes.isEmpty())
        return pushed;
    if (!isEmpty(draft)) {
        PFX_ASSIGN(const planfix::Updated updated, m_api.updateTask(pushed.task, draft));
        for (const planfix::FieldFailure &failure : updated.failures)
            pushed.droppedFields.append(failure.field);
    }
    pushed.commit = agreeJob(after, pushed.task, {m_clock.nowMs(), order.source, Event::Sent, changes, {}}, pushed.droppedFields);
    return pushed;
}

} // namespace pfx::orders
