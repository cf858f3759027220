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

store::Writer::Job TaskPusher::agreeJob(const Order &sent, qint64 task, HistoryEntry entry, const QStringList &dropped) const
{
    return [sent, task, entry = std::move(entry), dropped, effects = m_visit.effects](store::Connection &db) -> Result<void> {
        PFX_TRY(setTask(db, sent.id, task));
        PFX_TRY(setAgreed(db, sent.id, sent));
        PFX_TRY(addHistory(db, sent.id, entry));
        if (!dropped.isEmpty())
            PFX_TRY(addHistory(db, sent.id, {entry.at, Source::Planfix, Event::FieldsDropped, {}, dropped.join(QStringLiteral(", "))}));
        return entry.event == Event::Sent ? Result<void>() : effects.tellSite(db, sent.id); // the site learns the task's number
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

Result<qint64> TaskPusher::findTask(const Order &order, const TaskDraft &draft)
{
    PFX_ASSIGN(const auto candidates, m_api.tasks({{taskNameContains, QStringLiteral("equal"), order.number, 0}}, {}, mostCandidates));
    const QString marker = taskMarker(m_visit.storeId, order.number);
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
    pushed.commit = agreeJob(sent, pushed.task, {m_visit.clock.nowMs(), Source::Planfix, event, {}, {}}, pushed.droppedFields);
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
    if (before.status != after.status)
        PFX_TRY(learnStatuses(order.planfixId));
    PFX_ASSIGN(const TaskDraft draft, changedTask(before, after, *m_visit.mapping));
    const QVector<Change> changes = differences(before, after);
    if (changes.isEmpty())
        return pushed;
    if (before.status != after.status && !draft.status)
        pushed.droppedFields.append(statusField);
    if (!isEmpty(draft)) {
        PFX_ASSIGN(const planfix::Updated updated, m_api.updateTask(pushed.task, draft));
        for (const planfix::FieldFailure &failure : updated.failures)
            pushed.droppedFields.append(failure.field);
    }
    pushed.commit = agreeJob(after, pushed.task, {m_visit.clock.nowMs(), order.source, Event::Sent, changes, {}}, pushed.droppedFields);
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
