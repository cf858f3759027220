// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/lanes.h"

#include "core/orders/site_teller.h"
#include "core/orders/task_pusher.h"
#include "core/planfix/webhook.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using exchange::Done;
using exchange::Job;
using exchange::Outcome;
using store::Connection;

namespace {

QString taskResult(qint64 task, const QStringList &dropped)
{
    QJsonObject result;
    if (task > 0)
        result.insert(QStringLiteral("task"), task);
    if (!dropped.isEmpty())
        result.insert(QStringLiteral("dropped_fields"), QJsonArray::fromStringList(dropped));
    return QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact));
}

/// An order's state to its task.
class PushHandler : public exchange::Handler {
public:
    explicit PushHandler(const Office &office) : m_desk(office) { }

    Outcome handle(const Job &job, const base::StopToken &stop) override
    {
        return m_desk.work(job.id, stop, [&job](Visit &visit, Connection &db) -> Result<Done> {
            return job.operation == effect::closeTask ? close(job, visit) : push(job, visit, db);
        });
    }

private:
    static Result<Done> push(const Job &job, Visit &visit, Connection &db)
    {
        PFX_ASSIGN(const qint64 id, effect::orderOf(job.body));
        auto stored = load(db, id);
        if (!stored && stored.error().code == ErrorCode::NotFound)
            return Done{}; // a test order that was removed meanwhile
        if (!stored)
            return base::fail(stored.error());
        const auto earlier = job.inDoubt ? EarlierAttempt::Possible : EarlierAttempt::None;
        PFX_ASSIGN(Pushed pushed, TaskPusher(visit).push(*stored, earlier));
        return Done{std::move(pushed.commit), taskResult(pushed.task, pushed.droppedFields)};
    }

    static Result<Done> close(const Job &job, Visit &visit)
    {
        PFX_ASSIGN(const qint64 task, effect::taskOf(job.body));
        PFX_TRY(TaskPusher(visit).closeTask(task));
        return Done{{}, taskResult(task, {})};
    }

    PlanfixDesk m_desk;
};

/// A task that was said to have changed is read and taken in.
class ChangeHandler : public exchange::Handler {
public:
    explicit ChangeHandler(const Office &office) : m_desk(office) { }

    Outcome handle(const Job &job, const base::StopToken &stop) override
    {
        // What cannot be understood is said at once, also while there is no account.
        const auto signal = planfix::readWebhook(job.body);
        if (!signal)
            return exchange::Failed{signal.error(), std::nullopt};
        return m_desk.work(job.id, stop, [task = signal->task](Visit &visit, Connection &db) { return read(task, visit, db); });
    }

private:
    static Result<Done> read(qint64 id, Visit &visit, Connection &db)
    {
        PFX_ASSIGN(const auto before, TaskIntake::agreedBefore(db, id));
        const QList<qint64> fields = visit.mapping->fields.values();
        auto task = visit.api.task(id, QVector<qint64>(fields.cbegin(), fields.cend()));
        const TaskIntake intake = intakeOf(visit);
        if (!task && task.error().code == ErrorCode::NotFound)
            return Done{[intake, id](Connection &write) { return intake.noteGone(write, id); }, taskResult(id, {})};
        if (!task)
            return base::fail(task.error());
        return Done{[intake, task = std::move(*task), before](Connection &write) { return intake.take(write, task, before); },
                    taskResult(id, {})};
    }

    PlanfixDesk m_desk;
};

template <typename Handler> exchange::HandlerFactory factory(const Office &office)
{
    return [&office] { return std::make_unique<Handler>(office); };
}

} // namespace

QString taskSubject(qint64 task)
{
    return QStringLiteral("task:%1").arg(task);
}

TaskIntake intakeOf(const Visit &visit)
{
    const auto adoption = visit.settings.flag(QStringLiteral("orders.adopt-tasks")) ? Adoption::On : Adoption::Off;
    return TaskIntake(visit.mapping, visit.clock, visit.storeId, adoption, visit.effects);
}

std::vector<exchange::Lane> lanes(const Office &office)
{
    using exchange::Queue;
    return {{Queue::Outbox, effect::planfixService, factory<PushHandler>(office), 2, 0},
            {Queue::Outbox, effect::siteService, factory<SiteTeller>(office), 1, 0},
            {Queue::Inbox, effect::planfixService, factory<ChangeHandler>(office), 1, 8}};
}

} // namespace pfx::orders
