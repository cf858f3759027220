// SPDX-License-Identifier: GPL-3.0-or-later
// Brings an order's state to its Planfix task: makes the task once, then sends what has changed since both sides agreed. Does the network
// part only; what is to be written comes back as a job for the transaction that ends the outbox's row. One thread with its own connection
// and session. Failures: those of the API; Error::effected tells whether a create may have happened.
#pragma once

#include "core/orders/planfix_desk.h"
#include "core/orders/repository.h"

namespace pfx::orders {

/// Whether an earlier attempt may have made the task already.
enum class EarlierAttempt { None, Possible };

struct Pushed {
    store::Writer::Job commit; ///< Empty: nothing had to be done.
    qint64 task = 0;
    QStringList droppedFields; ///< Of the order, which the task's template does not have: Planfix takes them in silence.
};

class TaskPusher {
public:
    /// The visit, with its mapping, outlives the pusher and not what it returns.
    explicit TaskPusher(Visit &visit) : m_visit(visit), m_api(visit.api) { }

    base::Result<Pushed> push(const StoredOrder &stored, EarlierAttempt earlier);
    /// The task of a test order that is gone here: it gets the status that cancelled orders have, if there is one.
    base::Result<void> closeTask(qint64 task);

private:
    base::Result<Pushed> create(const Order &order, EarlierAttempt earlier);
    base::Result<Pushed> update(const StoredOrder &stored);
    base::Result<std::optional<planfix::Task>> findTask(const Order &order, const planfix::TaskDraft &draft);
    base::Result<void> bringUp(const planfix::Task &found, const Order &order, planfix::TaskDraft draft);
    base::Result<QString> client(const Order &order);
    base::Result<QString> newClient(const Order &order);
    QStringList missing(const planfix::Task &stored, const planfix::TaskDraft &draft) const;
    base::Result<void> learnStatuses(qint64 task);
    store::Writer::Job agreeJob(const Order &agreed, qint64 task, HistoryEntry entry, const QStringList &dropped) const;
    store::Writer::Job thenPush(store::Writer::Job job, qint64 order) const;

    Visit &m_visit;
    planfix::Api &m_api;
};

} // namespace pfx::orders
