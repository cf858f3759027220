// SPDX-License-Identifier: GPL-3.0-or-later
// The decision for each row of a batch, in the order of the file: origin first, then phone, e-mail or title, then the policy. Everything
// they know comes from the database and the batch itself, so that a resumed run decides as an undisturbed one. Writer's thread, inside
// the batch's transaction.
#pragma once

#include "core/migration/batch_context.h"

namespace pfx::migration {

base::Result<void> decideCompanies(BatchContext &context, std::vector<PreparedItem> &items);
base::Result<void> decideContacts(BatchContext &context, std::vector<PreparedItem> &items);
base::Result<void> decideDeals(BatchContext &context, std::vector<PreparedItem> &items);

} // namespace pfx::migration
