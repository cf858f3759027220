// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that wait for Planfix: they work the queues off themselves (beside any other program that does) until what they wait for has
// happened or cannot. Ctrl+C ends them with Cancelled; what waits in the queue stays there. Main thread.
#pragma once

#include "app/ctl/context.h"

namespace pfx::ctl {

/// Until the order has a task. Fails with the reason why it does not get one.
base::Result<void> waitForTask(Context &context, qint64 order);

struct Synced {
    int news = 0; ///< Tasks that had changed.
    qint64 sent = 0; ///< Effects that ended.
    qint64 attention = 0; ///< Effects that wait for a person.
};
base::Result<Synced> syncOrders(Context &context);

/// Takes a test order away here, and its task there.
base::Result<void> removeTestOrder(Context &context, qint64 order);

} // namespace pfx::ctl
