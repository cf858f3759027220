// SPDX-License-Identifier: GPL-3.0-or-later
// Brings an order's state to its Planfix task: makes the task once, then sends what has changed since both sides agreed. Does the network
// part only; what is to be written comes back as a job for the transaction that ends the outbox's row. One thread with its own connection
// and session. Failures: those of the API; Error::effected tells whether a create may have happened.
#pragma once

#include "core/base/clock.h"
#include "core/orders/repository.h"
#include "core/orders/task_mapping.h"
#include "core/planfix/api.h"
#include "core/store/writer.h"

#include <memory>

namespace pfx::orders {

/// Whether an earlier attempt may have made the task already.
enum class EarlierAttempt { None, Possible };

struct Pushed
{
    store::Writer::Job commit; ///< Empty: nothing had to be done.
    qint64 task = 0;
    QStringList droppedFields; ///< Of the order, which the task's template does not have: Planfix takes them in silence.
};

class TaskPusher
{
public:
    /// `storeId` names this store among others that use the same account.
    TaskPusher(planfix::Api &api, std::shared_ptr<const TaskMapping> mapping, const base::Clock &clock, QString storeId)
        : m_api(api), m_mapping(std::move(mapping)), m_clock(clock), m_storeId(std::move(storeId))
    {}

    base::Result<Pushed> push(const StoredOrder &stored, EarlierAttempt earlier);

private:
    base::Result<Pushed> create(const Order &order, EarlierAttempt earlier);
    base::Result<Pushed> update(const StoredOrder &stored);
    base::Result<qint64> findTask(const Order &order, const planfix::TaskDraft &draft);
    base::Result<QString> client(const Order &order);
    base::Result<QStringList> dropped(qint64 task, const planfix::TaskDraft &draft);

    planfix::Api &m_api;
    std::shared_ptr<const TaskMapping> m_mapping;
    const base::Clock &m_clock;
    QString m_storeId;
};

} // namespace pfx::orders
