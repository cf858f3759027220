// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_watch.h"

#include "core/orders/lanes.h"
#include "core/orders/order_json.h"
#include "core/orders/repository.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace pfx::orders {

using base::Result;
using planfix::Filter;
using planfix::Task;
using store::Connection;

namespace {

// Filter types of the help wiki «REST API: сложные фильтры».
constexpr int lastChangeOrComment = 79;
constexpr int templateOrObject = 51;
constexpr int taskNumber = 57;

constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
constexpr qint64 firstLookBack = 7 * dayMs;
constexpr int mostTasks = 2000; // a look
constexpr qsizetype mostNumbers = 500; // in one filter

/// From a day on. Planfix reads dates in the time zone of the key's owner, which we don't know: a day's margin covers them all.
Filter changedSince(qint64 ms)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms - dayMs, QTimeZone::utc()).date();
    const QJsonObject value{{QStringLiteral("dateType"), QStringLiteral("otherDate")},
                            {QStringLiteral("dateValue"), day.toString(QStringLiteral("dd-MM-yyyy"))}};
    return {lastChangeOrComment, QStringLiteral("gtAndEqual"), value, 0};
}

/// What a webhook would have said. One row for each state of the task, however often it is looked at: Planfix tells the time of a change to
/// the minute only, so the state itself is part of the key.
exchange::Inbound signalOf(const Task &task, const Order &state)
{
    exchange::Inbound row;
    row.service = effect::planfixService;
    row.operation = taskChanged;
    row.subject = taskSubject(task.id);
    const QString changed =
        task.changed ? task.changed->date.toString(Qt::ISODate) + task.changed->time.value_or(QTime()).toString() : QString();
    const QByteArray said = QJsonDocument(toJson(state)).toJson(QJsonDocument::Compact);
    row.naturalKey = QStringLiteral("look:%1:%2:%3")
                         .arg(task.id)
                         .arg(changed, QString::fromLatin1(QCryptographicHash::hash(said, QCryptographicHash::Sha1).toHex()));
    row.method = QStringLiteral("LOOK");
    row.path = QStringLiteral("/task/list");
    row.body = "{\"task_id\":" + QByteArray::number(task.id) + '}';
    return row;
}

} // namespace

Result<QVector<Task>> TaskWatch::changedTasks(Visit &visit, Connection &db, qint64 sinceMs)
{
    const QList<qint64> mapped = visit.mapping->fields.values();
    const QVector<qint64> fields(mapped.cbegin(), mapped.cend());
    const Filter since = changedSince(sinceMs);
    QVector<Task> tasks;
    if (visit.mapping->templateId > 0) {
        PFX_ASSIGN(tasks,
                   visit.api.tasks({since, {templateOrObject, QStringLiteral("equal"), visit.mapping->templateId, 0}}, fields, mostTasks));
    }
    // Orders whose task was moved to another template, or that have none.
    PFX_ASSIGN(QVector<qint64> numbers, openTasks(db, mostNumbers));
    for (const Task &task : std::as_const(tasks))
        numbers.removeOne(task.id);
    if (numbers.isEmpty() || (visit.mapping->templateId > 0 && !tasks.isEmpty()))
        return tasks;
    QJsonArray asked;
    for (const qint64 number : std::as_const(numbers))
        asked.append(number);
    PFX_ASSIGN(const auto others, visit.api.tasks({since, {taskNumber, QStringLiteral("equal"), asked, 0}}, fields, mostTasks));
    return tasks + others;
}

Result<int> TaskWatch::look(const base::StopToken &stop)
{
    PFX_ASSIGN(const auto visit, m_desk.visit(0, stop));
    PFX_ASSIGN(Connection *const db, m_desk.db());
    const qint64 now = visit->clock.nowMs();
    const QString account = visit->session.account().host();
    PFX_ASSIGN(const auto last, lastLook(*db, account));
    PFX_ASSIGN(visit->mapping, m_desk.office().mapping.mapping(visit->api, visit->settings));
    PFX_ASSIGN(const auto tasks, changedTasks(*visit, *db, last.value_or(now - firstLookBack)));
    const TaskIntake intake = intakeOf(*visit);
    std::vector<exchange::Inbound> news;
    for (const Task &task : tasks) {
        PFX_ASSIGN(const auto state, intake.newsOf(*db, task));
        if (state)
            news.push_back(signalOf(task, *state));
    }
    PFX_TRY(m_desk.office().store.writer().run([&](Connection &write) -> Result<void> {
        const auto accepted = m_inbox.accept(write, news);
        if (!accepted)
            return base::fail(accepted.error());
        return setLastLook(write, account, now);
    }));
    return static_cast<int>(news.size());
}

} // namespace pfx::orders
