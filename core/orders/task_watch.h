// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for tasks that have changed in Planfix when no webhook says so: those of our orders, and of the orders' template those that were
// made there. What has news becomes a row of the inbox, as if a webhook had come, and is worked off the same way. Remembers in the store
// how far it has looked, so that nothing is missed while no program runs. Blocks; a worker thread with its own desk. Failures: those of
// visit(), of the API and of the store; then nothing is written.
#pragma once

#include "core/exchange/inbox.h"
#include "core/orders/planfix_desk.h"
#include "core/orders/task_intake.h"

namespace pfx::orders {

class TaskWatch {
public:
    TaskWatch(const Office &office, exchange::Inbox &inbox) : m_desk(office), m_inbox(inbox) { }

    /// How many tasks have news.
    base::Result<int> look(const base::StopToken &stop);

private:
    base::Result<QVector<planfix::Task>> changedTasks(Visit &visit, store::Connection &db, qint64 sinceMs);

    PlanfixDesk m_desk;
    exchange::Inbox &m_inbox;
};

} // namespace pfx::orders
