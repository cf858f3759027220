// SPDX-License-Identifier: GPL-3.0-or-later
// Gives what belongs to one employee to another, so that the first can be taken away. In batches, each a job of the writer; any thread but the
// writer's. The records count as changed: an undo of the import that made them leaves them.
#pragma once

#include "core/base/stop_token.h"
#include "core/store/store.h"

#include <functional>

namespace pfx::crm::employees {

struct HandedOver
{
    qint64 contacts = 0, companies = 0, deals = 0;

    bool operator==(const HandedOver &) const = default;
};

/// How many records belong to an employee; zeros for an unknown one.
base::Result<HandedOver> ownedBy(store::Connection &db, qint64 employee);

/// NotFound, Validation (it is the same one), Busy while an import is at work. Cancelled at a stop: what was given stays given, the
/// next call goes on. `others`, a job of the writer at the end, gives what the layers above know of: call theirs (core/migration/leaving.h).
base::Result<HandedOver> handOver(store::Store &store, qint64 from, qint64 to, qint64 nowMs, const base::StopToken &stop,
                                  const std::function<base::Result<void>(store::Connection &)> &others = {});

} // namespace pfx::crm::employees
