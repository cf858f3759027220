// SPDX-License-Identifier: GPL-3.0-or-later
// What the demonstration's profile begins with: settings of the account, employees, the imported sample, some orders that go to Planfix by
// themselves. Blocks for a moment; a worker thread. Failures: the store's.
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

namespace pfx::app {

/// `account` is the Planfix account's host; `folder` takes the sample's file.
base::Result<void> fillDemoStore(store::Store &store, const base::Clock &clock, const QString &account, const QString &folder);

} // namespace pfx::app
