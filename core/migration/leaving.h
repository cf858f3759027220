// SPDX-License-Identifier: GPL-3.0-or-later
// An employee who leaves: what belongs to one is given to another, and the first is taken away. Above core/crm, since an import that is
// not over gives records to employees too, by its default and by its mapping: taken away under it, it could never be gone on with.
// Any thread but the writer's.
#pragma once

#include "core/crm/hand_over.h"

namespace pfx::migration {

/// crm::employees::handOver, and with the records the imports that can still be resumed: from then on they give to the heir.
base::Result<crm::employees::HandedOver> handOver(store::Store &store, qint64 from, qint64 to, qint64 nowMs, const base::StopToken &stop);

/// NotFound; Busy while an import is at work; Conflict when records belong to the employee, or an import that can still be resumed gives to
/// him: hand over first.
base::Result<void> removeEmployee(store::Store &store, qint64 id);

} // namespace pfx::migration
