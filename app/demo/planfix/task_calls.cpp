// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks: created and changed. The template decides on process, statuses and custom fields, and cannot be changed later.
#include "app/demo/planfix/context.h"
#include "app/demo/planfix/custom_values.h"
#include "app/demo/planfix/projection.h"
#include "app/demo/planfix/time_points.h"

namespace pfx::fake {

namespace {

const QString tasks = QStringLiteral("tasks");

/// Taken over as they are.
constexpr const char *plainMembers[] = {
    "name",      "description",     "resultChecking",    "duration",    "durationUnit", "durationType",
    "overdue",   "closeToDeadLine", "notAcceptedInTime", "inFavorites", "isSummary",    "isSequential",
    "isDeleted", "sourceObjectId",  "sourceDataVersion", "parent",      "project",
};

struct Period {
    const char *point;
    const char *has;
    const char *hasTime;
};

constexpr Period periods[] = {
    {"startDateTime", "hasStartDate", "hasStartTime"},
    {"endDateTime", "hasEndDate", "hasEndTime"},
};

void writePlain(const Context &context, QJsonObject &task)
{
    for (const char *member : plainMembers) {
        if (context.body.contains(QLatin1String(member)))
            task.insert(QLatin1String(member), context.body[QLatin1String(member)]);
    }
}

void writeDates(const Context &context, QJsonObject &task)
{
    const QTimeZone &zone = context.state.zone();
    for (const Period &period : periods) {
        const QLatin1String point(period.point);
        if (context.body.contains(point)) {
            task.insert(point, timePoint(moment(context.body[point], zone), zone));
            task.insert(QLatin1String(period.has), true);
            task.insert(QLatin1String(period.hasTime), namesTime(context.body[point]));
        } else if (context.body[QLatin1String(period.has)] == QJsonValue(false)) {
            task.remove(point);
            task.insert(QLatin1String(period.has), false);
            task.insert(QLatin1String(period.hasTime), false);
        }
    }
    for (const char *member : {"delayedTillDate", "dateTime"}) {
        if (context.body.contains(QLatin1String(member)))
            task.insert(QLatin1String(member), timePoint(moment(context.body[QLatin1String(member)], zone), zone));
    }
}

std::optional<Answer> writeStatus(Context &context, QJsonObject &task, qint64 id)
{
    const qint64 process = task[u"processId"].toInteger();
    const auto status = context.state.find(QStringLiteral("statuses"), id);
    if (!status || !status->value(u"_processes").toArray().contains(process))
        return refusal(400, 41, QStringLiteral("Status not find by id %1").arg(id));
    task.insert(QStringLiteral("status"), withoutOwn(*status));
    if (status->value(u"isActive").toBool())
        task.remove(QStringLiteral("actualCompletionDate"));
    else
        task.insert(QStringLiteral("actualCompletionDate"), context.nowPoint());
    return {};
}

/// An unknown word is taken for NotUrgent in silence.
void writePriority(Context &context, QJsonObject &task)
{
    if (!context.body.contains(u"priority"))
        return;
    QString priority = context.body[u"priority"].toString();
    if (priority != u"Urgent" && priority != u"NotUrgent") {
        context.refuse(QStringLiteral("priority: expected NotUrgent or Urgent"));
        priority = QStringLiteral("NotUrgent");
    }
    task.insert(QStringLiteral("priority"), priority);
}

QJsonArray attachedFields(const Context &context, const QJsonObject &task)
{
    const auto made = context.state.find(QStringLiteral("taskTemplates"), plainId(task[u"template"]));
    return made ? made->value(u"_fields").toArray() : QJsonArray();
}

/// What is the same for a new task and a changed one.
std::optional<Answer> write(Context &context, QJsonObject &task)
{
    writePlain(context, task);
    writeDates(context, task);
    writePriority(context, task);
    for (const char *member : {"assignees", "participants", "auditors"}) {
        if (context.body.contains(QLatin1String(member))) {
            if (auto wrong = writePeople(context, task, QLatin1String(member), context.body[QLatin1String(member)].toObject()))
                return wrong;
        }
    }
    if (context.body.contains(u"files")) {
        if (auto wrong = writeFiles(context, task, context.body[u"files"].toArray()))
            return wrong;
    }
    return writeCustomFields(context, task, context.body[u"customFieldData"].toArray(), attachedFields(context, task));
}

QJsonObject noted(const QString &field)
{
    return {{QStringLiteral("field"), field}, {QStringLiteral("error"), QStringLiteral("Field change failed")}};
}

/// Its place in the history.
void noteStatusChange(Context &context, qint64 task, qint64 from, qint64 to)
{
    context.events.append({QStringLiteral("task.status.changed"), task});
    if (context.isSilent())
        return;
    const QString comments = QStringLiteral("comments");
    context.state.put(
        comments,
        {{QStringLiteral("id"), context.state.nextId(comments)},
         {QStringLiteral("dateTime"), context.nowPoint()},
         {QStringLiteral("type"), QStringLiteral("Comment")},
         {QStringLiteral("fromType"), QStringLiteral("Planfix")},
         {QStringLiteral("description"), QString()},
         {QStringLiteral("task"), QJsonObject{{QStringLiteral("id"), task}}},
         {QStringLiteral("owner"), context.state.person(context.person).value_or(QJsonObject())},
         {QStringLiteral("isDeleted"), false},
         {QStringLiteral("changeStatus"), QJsonObject{{QStringLiteral("oldStatusId"), from}, {QStringLiteral("newStatusId"), to}}}});
}

std::optional<Answer> start(Context &context, QJsonObject &task)
{
    qint64 process = 1; // the built-in one, which no list shows
    if (context.body.contains(u"template")) {
        const auto made = context.state.find(QStringLiteral("taskTemplates"), plainId(context.body[u"template"]));
        if (!made)
            return refusal(400, 41, QStringLiteral("Template not find by id %1").arg(plainId(context.body[u"template"])));
        task.insert(QStringLiteral("template"), QJsonObject{{QStringLiteral("id"), made->value(u"id")}});
        if (made->contains(u"object"))
            task.insert(QStringLiteral("object"), made->value(u"object"));
        process = made->value(u"processId").toInteger(process);
    }
    task.insert(QStringLiteral("processId"), process);
    const qint64 first = context.state.rows(QStringLiteral("statuses")).firstKey();
    if (auto wrong = writeStatus(context, task, context.body.contains(u"status") ? plainId(context.body[u"status"]) : first))
        return wrong;
    for (const char *member : {"assigner", "counterparty"}) {
        const QLatin1String name(member);
        const bool given = context.body.contains(name);
        if (!given && name != QLatin1String("assigner"))
            continue;
        const auto person = context.state.person(given ? context.body[name][u"id"] : QJsonValue(context.person));
        if (!person)
            return refusal(400, 41, QStringLiteral("Wrong value of %1").arg(name));
        task.insert(name, *person);
    }
    return {};
}

} // namespace

Answer createTask(Context &context)
{
    QJsonObject task{{QStringLiteral("type"), QStringLiteral("Task")},
                     {QStringLiteral("name"), QString()},
                     {QStringLiteral("description"), QString()},
                     {QStringLiteral("priority"), QStringLiteral("NotUrgent")},
                     {QStringLiteral("dateTime"), context.nowPoint()},
                     {QStringLiteral("dateOfLastUpdate"), context.nowPoint()},
                     {QStringLiteral("isDeleted"), false}};
    for (const char *list : {"assignees", "participants", "auditors"})
        task.insert(QLatin1String(list), QJsonObject{{QStringLiteral("users"), QJsonArray()}, {QStringLiteral("groups"), QJsonArray()}});
    for (const Period &period : periods) {
        task.insert(QLatin1String(period.has), false);
        task.insert(QLatin1String(period.hasTime), false);
    }
    if (auto wrong = start(context, task))
        return *wrong;
    if (auto wrong = write(context, task))
        return *wrong;
    const qint64 id = context.state.nextId(tasks);
    task.insert(QStringLiteral("id"), id);
    context.state.put(tasks, task);
    context.events.append({QStringLiteral("task.created"), id});
    return success({{QStringLiteral("id"), id}}, 201);
}

Answer updateTask(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    const auto before = context.state.find(tasks, id);
    if (!before)
        return refusal(404, 1000, QStringLiteral("Task for update not found by id %1").arg(id));
    QJsonObject task = *before;
    const qint64 oldStatus = plainId(task[u"status"]);
    const qint64 newStatus = context.body.contains(u"status") ? plainId(context.body[u"status"]) : oldStatus;
    if (newStatus != oldStatus) {
        if (auto wrong = writeStatus(context, task, newStatus))
            return *wrong;
    }
    if (auto wrong = write(context, task))
        return *wrong;
    QJsonArray failures;
    for (const char *member : {"assigner", "counterparty"}) {
        const QLatin1String name(member);
        if (!context.body.contains(name))
            continue;
        if (const auto person = context.state.person(context.body[name][u"id"]))
            task.insert(name, *person);
        else
            failures.append(noted(name));
    }
    task.insert(QStringLiteral("dateOfLastUpdate"), context.nowPoint());
    context.state.put(tasks, task);
    if (newStatus != oldStatus)
        noteStatusChange(context, id, oldStatus, newStatus);
    context.events.append({QStringLiteral("task.updated"), id});
    if (failures.isEmpty())
        return success();
    // The schema says an array, the examples show one object: with one failure it is the latter.
    return success({{QStringLiteral("failures"), failures.size() == 1 ? failures[0] : QJsonValue(failures)}});
}

} // namespace pfx::fake
