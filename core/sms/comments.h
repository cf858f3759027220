// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a message, told in the Planfix task that it came from: a row of the outbox, written with the message's end.
#pragma once

#include "core/exchange/outbox.h"
#include "core/sms/repository.h"

namespace pfx::sms {

/// Of those that came from a task. Inside the transaction in which they ended. Failures: the store's.
base::Result<void> enqueueComments(store::Connection &db, exchange::Outbox &outbox, const std::vector<Ended> &ended);

} // namespace pfx::sms
