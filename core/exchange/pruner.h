// SPDX-License-Identifier: GPL-3.0-or-later
// Takes old bodies and old rows out of the queues and the journal, in small transactions, so that nobody waits for it. What waits for a
// person or for its turn is kept however old it is. Blocks; for a worker thread, a few times a day. Failures: the store's; Cancelled.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/store.h"

namespace pfx::exchange {

struct Keep
{
    int bodyDays = 30; ///< journal.keep-bodies-days
    int days = 180;    ///< journal.keep-days
    int batch = 200;   ///< Rows a transaction.
};

struct Pruned
{
    qint64 bodies = 0, rows = 0;
};

base::Result<Pruned> prune(store::Store &store, const base::Clock &clock, const Keep &keep, const base::StopToken &stop);

} // namespace pfx::exchange
