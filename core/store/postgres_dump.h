// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a PostgreSQL database by pg_dump in its custom format. Blocks until the tool has ended; any thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::store {

/// Conflict when `target` exists, NotFound when there is no pg_dump, Storage with the tool's words.
base::Result<void> dumpDatabase(const StoreUrl &url, const QString &target);

} // namespace pfx::store
