// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of mailing lists share. Main thread.
#pragma once

#include "app/ctl/context.h"
#include "core/mailing/suppressions.h"

#include <functional>

namespace pfx::ctl {

using SuppressionChange = std::function<base::Result<mailing::WasSuppressed>(store::Connection &)>;
/// Writes the change, and what follows from it for the lists that are forwarded; what was before.
base::Result<mailing::WasSuppressed> changeSuppressions(Context &context, const SuppressionChange &change);

/// How the address stands now.
base::Result<void> printSuppression(Context &context, const QString &email);

} // namespace pfx::ctl
