// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's result codes as errors of the store (sqlite.org/rescode.html). Call on the connection's thread, before its next call.
#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace pfx::store {

/// The failure of the last call on `db`, which returned `code`; `where` is the file or the table.
base::Error sqliteError(sqlite3 *db, int code, const QString &where);

} // namespace pfx::store
