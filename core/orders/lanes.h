// SPDX-License-Identifier: GPL-3.0-or-later
// How the dispatcher works off what concerns orders: outgoing effects (an order to its task, the site's news) and incoming signals (a task
// has changed). The office outlives the lanes.
#pragma once

#include "core/exchange/dispatcher.h"
#include "core/orders/planfix_desk.h"
#include "core/orders/task_intake.h"

namespace pfx::orders {

/// The operation of the inbox's rows that say a task has changed; their service is effect::planfixService.
inline const QString taskChanged = QStringLiteral("task.changed");

/// Signals of one task are worked off in their order.
QString taskSubject(qint64 task);

/// As the visit's settings want it.
TaskIntake intakeOf(const Visit &visit);

std::vector<exchange::Lane> lanes(const Office &office);

} // namespace pfx::orders
