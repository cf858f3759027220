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

const QString statusField = QStringLiteral("status");

/// "contact:5" of the one that fits; two that fit are not guessed between.
QString onlyOne(const QVector<planfix::Contact> &found)
{
    return found.size() == 1 ? QStringLiteral("contact:%1").arg(found.first().id) : QString();
}

planfix::ContactDraft contactOf(const Client &client, qint64 templateId)
{
    planfix::ContactDraft draft;
    draft.templateId = templateId;
    draft.name = client.name.isEmpty() ? (client.phone.isEmpty() ? client.email : client.phone) : client.name;
    if (!client.email.isEmpty())
        draft.email = client.email;
    if (!client.phone.isEmpty())
        draft.phones = QVector<planfix::Phone>{{client.phone, 1}};
    return draft;
}

} // namespace

store::Writer::Job TaskPusher::agreeJob(const Order &agreed, qint64 task, HistoryEntry entry, const QStringList &dropped) const
{
    return [agreed, task, entry = std::move(entry), dropped, effects = m_visit.effects](store::Connection &db) -> Result<void> {
        PFX_TRY(setTask(db, agreed.id, task));
        PFX_TRY(setAgreed(db, agreed.id, agreed));
        const bool isMade = entry.event != Event::Sent;
        if (isMade || !entry.changes.isEmpty())
            PFX_TRY(addHistory(db, agreed.id, entry));
        if (!dropped.isEmpty())
            PFX_TRY(addHistory(db, agreed.id, {entry.at, Source::Planfix, Event::FieldsDropped, {}, dropped.join(QStringLiteral(", "))}));
        return isMade ? effects.tellSite(db, {agreed.id}) : Result<void>(); // the site learns the task's number
    };
}

Result<Pushed> TaskPusher::push(const StoredOrder &stored, EarlierAttempt earlier)
{
    return stored.order.planfixId == 0 ? create(stored.order, earlier) : update(stored);
}

/// The client as a contact, found or made; without the rights for it the client stands in the text alone.
Result<QString> TaskPusher::client(const Order &order)
{
    QVector<Filter> searches;
    if (const auto phone = base::normalizePhone(order.client.phone)) {
        // How Planfix compares phones is not documented: with the plus and without.
        searches.append({contactPhone, QStringLiteral("equal"), phone->e164, 0});
        searches.append({contactPhone, QStringLiteral("equal"), phone->e164.mid(1), 0});
    }
    if (!order.client.email.isEmpty())
        searches.append({contactEmail, QStringLiteral("equal"), order.client.email, 0});
    if (searches.isEmpty())
        return QString();
    for (const Filter &filter : std::as_const(searches)) {
        const auto found = m_api.contacts({filter}, 2);
        if (!found && found.error().code == ErrorCode::ScopeMissing)
            return QString();
        if (!found)
            return base::fail(found.error());
        if (!found->isEmpty())
            return onlyOne(*found);
    }
    return newClient(order);
}

Result<QString> TaskPusher::newClient(const Order &order)
{
    const auto make = [&]() -> Result<QString> {
        qint64 templateId = m_visit.mapping->contactTemplateId;
        if (templateId == 0) {
            PFX_ASSIGN(const auto templates, m_api.contactTemplates());
            if (templates.isEmpty())
                return QString();
            templateId = templates.first().id;
        }
        PFX_ASSIGN(const qint64 id, m_api.createContact(contactOf(order.client, templateId)));
        return QStringLiteral("contact:%1").arg(id);
    };
    auto made = make();
    // What Planfix does not take as a contact must not keep the order from becoming a task.
    if (!made && (made.error().code == ErrorCode::ScopeMissing || made.error().code == ErrorCode::Validation))
        return QString();
    return made;
}

Result<std::optional<planfix::Task>> TaskPusher::findTask(const Order &order, const TaskDraft &draft)
{
    PFX_ASSIGN(const auto candidates, m_api.tasks({{taskNameContains, QStringLiteral("equal"), order.number, 0}}, {}, mostCandidates));
    const QString marker = taskMarker(m_visit.storeId, order.number);
    for (const planfix::Task &task : candidates) {
        if (task.sourceObjectId == marker)
            return std::optional(task);
    }
    // An account that does not give the marker back still has the name and the text that we sent.
    for (const planfix::Task &task : candidates) {
        if (task.sourceObjectId.isEmpty() && task.name == draft.name && task.description == draft.description)
            return std::optional(task);
    }
    return std::optional<planfix::Task>();
}

/// The order may have changed since the attempt that made the task.
Result<void> TaskPusher::bringUp(const planfix::Task &found, const Order &order, TaskDraft draft)
{
    TaskDraft update;
    if (draft.name != found.name)
        update.name = draft.name;
    if (draft.description != found.description)
        update.description = draft.description;
    // A new order's task may have been taken up by somebody meanwhile.
    if (order.status != Status::New && draft.status && (!found.status || found.status->id != *draft.status))
        update.status = draft.status;
    update.custom = std::move(draft.custom);
    return isEmpty(update) ? Result<void>() : m_api.updateTask(found.id, update).map([](const planfix::Updated &) {});
}

/// The order's fields of which the task has nothing.
QStringList TaskPusher::missing(const planfix::Task &stored, const TaskDraft &draft) const
{
    QStringList names;
    for (const planfix::CustomValue &value : draft.custom) {
        const auto same = [&value](const planfix::CustomValue &kept) { return kept.field == value.field && !kept.value.isNull(); };
        if (std::none_of(stored.custom.cbegin(), stored.custom.cend(), same))
            names.append(m_visit.mapping->fields.key(value.field));
    }
    return names;
}

Result<Pushed> TaskPusher::create(const Order &order, EarlierAttempt earlier)
{
    PFX_ASSIGN(const QString counterparty, client(order));
    PFX_ASSIGN(TaskDraft draft, newTask(order, *m_visit.mapping, counterparty));
    draft.sourceObjectId = taskMarker(m_visit.storeId, order.number);
    Pushed pushed;
    std::optional<planfix::Task> found;
    if (earlier == EarlierAttempt::Possible) {
        PFX_ASSIGN(found, findTask(order, draft));
    }
    if (found) {
        pushed.task = found->id;
        PFX_TRY(bringUp(*found, order, draft));
    } else {
        PFX_ASSIGN(pushed.task, m_api.createTask(draft));
    }
    Order agreed = order;
    agreed.planfixId = pushed.task;
    // Without a known process no status could be sent; what the task begins with is then all that both sides know.
    const bool isStatusOpen = order.status != Status::New && !draft.status;
    if (isStatusOpen)
        agreed.status = Status::New;
    QVector<qint64> asked;
    for (const planfix::CustomValue &value : std::as_const(draft.custom))
        asked.append(value.field);
    if (isStatusOpen || !asked.isEmpty()) {
        // The task is there: what cannot be read back now is no reason to fail.
        if (const auto stored = m_api.task(pushed.task, asked)) {
            pushed.droppedFields = missing(*stored, draft);
            if (isStatusOpen)
                agreed.status = fromTask(agreed, *stored, *m_visit.mapping).status;
        }
    }
    const Event event = found ? Event::TaskFound : Event::TaskCreated;
    pushed.commit = agreeJob(agreed, pushed.task, {m_visit.clock.nowMs(), Source::Planfix, event, {}, {}}, pushed.droppedFields);
    if (agreed.status != order.status)
        pushed.commit = thenPush(std::move(pushed.commit), order.id);
    return pushed;
}

/// An update of its own follows, which learns the statuses from the task that is there now.
store::Writer::Job TaskPusher::thenPush(store::Writer::Job job, qint64 order) const
{
    return [job = std::move(job), order, effects = m_visit.effects](store::Connection &db) -> Result<void> {
        PFX_TRY(job(db));
        return effects.push(db, {order});
    };
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
    if (before.status != after.status)
        PFX_TRY(learnStatuses(order.planfixId));
    PFX_ASSIGN(const TaskDraft draft, changedTask(before, after, *m_visit.mapping));
    if (differences(before, after).isEmpty())
        return pushed;
    if (before.status != after.status && !draft.status)
        pushed.droppedFields.append(statusField);
    if (!isEmpty(draft)) {
        PFX_ASSIGN(const planfix::Updated updated, m_api.updateTask(pushed.task, draft));
        for (const planfix::FieldFailure &failure : updated.failures)
            pushed.droppedFields.append(failure.field);
    }
    // A status that the task did not take is not agreed on: else the task's old one would come back as somebody's change.
    if (pushed.droppedFields.contains(statusField))
        after.status = before.status;
    pushed.commit = agreeJob(after, pushed.task, {m_visit.clock.nowMs(), order.source, Event::Sent, differences(before, after), {}},
                             pushed.droppedFields);
    return pushed;
}

/// Of an account without a template of its own the task says by which process it goes.
Result<void> TaskPusher::learnStatuses(qint64 id)
{
    if (!m_visit.mapping->statuses.isEmpty())
        return {};
    PFX_ASSIGN(const planfix::Task task, m_api.task(id));
    const auto statuses = m_api.statuses(task.processId);
    if (!statuses && statuses.error().code != ErrorCode::ScopeMissing)
        return base::fail(statuses.error());
    if (statuses) {
        auto own = std::make_shared<TaskMapping>(*m_visit.mapping);
        own->statuses = *statuses;
        m_visit.mapping = own;
    }
    return {};
}

Result<void> TaskPusher::closeTask(qint64 task)
{
    PFX_TRY(learnStatuses(task));
    Order open, closed;
    open.number = closed.number = QStringLiteral("-");
    closed.status = Status::Cancelled;
    PFX_ASSIGN(const TaskDraft draft, changedTask(open, closed, *m_visit.mapping));
    if (!draft.status)
        return {};
    TaskDraft status;
    status.status = draft.status;
    const auto updated = m_api.updateTask(task, status);
    if (!updated && updated.error().code != ErrorCode::NotFound)
        return base::fail(updated.error());
    return {};
}

} // namespace pfx::orders
