// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what a Planfix task says now into its order: joined with what we changed meanwhile; a field that both sides changed is kept as a
// conflict. The task was read from the API (a webhook only signals). A value that is copied into the job that ends the inbox's row; its
// functions belong into an open write transaction. Failures: those of the repository and of the outbox.
#pragma once

#include "core/base/clock.h"
#include "core/orders/order_effects.h"
#include "core/orders/repository.h"
#include "core/orders/task_mapping.h"

#include <memory>

namespace pfx::orders {

/// Whether a task of the orders' template that was made in Planfix becomes an order here (setting orders.adopt-tasks).
enum class Adoption { Off, On };

class TaskIntake {
public:
    /// The clock outlives it.
    TaskIntake(std::shared_ptr<const TaskMapping> mapping, const base::Clock &clock, QString storeId, Adoption adoption,
               OrderEffects effects)
        : m_mapping(std::move(mapping)), m_clock(&clock), m_storeId(std::move(storeId)), m_adoption(adoption), m_effects(std::move(effects))
    {
    }

    /// What both sides knew of the task before it was read; for take().
    static base::Result<std::optional<Order>> agreedBefore(store::Connection &db, qint64 task);

    /// Busy when what both sides know has changed since `before`: a push ended meanwhile, and what was read may be older than it.
    base::Result<void> take(store::Connection &db, const planfix::Task &task, const std::optional<Order> &before) const;
    /// The order as the task says it, when its order does not know that or it is one to be adopted. For any connection.
    base::Result<std::optional<Order>> newsOf(store::Connection &db, const planfix::Task &task) const;
    /// The task was deleted in Planfix: the order stays and says so.
    base::Result<void> noteGone(store::Connection &db, qint64 task) const;

private:
    base::Result<void> join(store::Connection &db, const StoredOrder &stored, const planfix::Task &task) const;
    base::Result<Order> commonOf(store::Connection &db, const StoredOrder &stored, const planfix::Task &task) const;
    bool isToBeAdopted(const planfix::Task &task) const;
    base::Result<void> adopt(store::Connection &db, const planfix::Task &task) const;
    base::Result<void> keepConflicts(store::Connection &db, const StoredOrder &stored, const QVector<Conflict> &conflicts) const;
    /// The order whose task this is although the answer that said so is still on its way; 0: none.
    base::Result<qint64> waitingOrder(store::Connection &db, const planfix::Task &task) const;

    std::shared_ptr<const TaskMapping> m_mapping;
    const base::Clock *m_clock;
    QString m_storeId;
    Adoption m_adoption;
    OrderEffects m_effects;
};

} // namespace pfx::orders
