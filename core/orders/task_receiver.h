// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what a Planfix task says now into its order. A webhook only signals: the task is read from the API before anything is believed, and
// joined with what we changed meanwhile; a field that both sides changed is kept as a conflict. Does the network part; what is to be written
// comes back as a job for the transaction that ends the inbox's row. One thread with its own session. Failures: those of the API.
#pragma once

#include "core/base/clock.h"
#include "core/orders/repository.h"
#include "core/orders/task_mapping.h"
#include "core/planfix/api.h"
#include "core/store/writer.h"

#include <memory>

namespace pfx::orders {

/// Whether a task of the orders' template that was made in Planfix becomes an order here (setting orders.adopt-tasks).
enum class Adoption { Off, On };

class TaskReceiver
{
public:
    TaskReceiver(planfix::Api &api, std::shared_ptr<const TaskMapping> mapping, const base::Clock &clock, QString storeId, Adoption adoption)
        : m_api(api), m_mapping(std::move(mapping)), m_clock(clock), m_storeId(std::move(storeId)), m_adoption(adoption)
    {}

    base::Result<store::Writer::Job> receive(qint64 task);

private:
    base::Result<void> take(store::Connection &db, const planfix::Task &task) const;
    base::Result<void> join(store::Connection &db, const StoredOrder &stored, const planfix::Task &task) const;
    base::Result<void> adopt(store::Connection &db, const planfix::Task &task) const;
    base::Result<void> noteGone(store::Connection &db, qint64 task) const;
    /// The order whose task this is although the answer that said so is still on its way; 0: none.
    base::Result<qint64> waitingOrder(store::Connection &db, const planfix::Task &task) const;

    planfix::Api &m_api;
    std::shared_ptr<const TaskMapping> m_mapping;
    const base::Clock &m_clock;
    QString m_storeId;
    Adoption m_adoption;
};

} // namespace pfx::orders
