// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anybody (this program or another) has committed something since the last look: a text that is another one then. It says nothing of
// what was changed, and on PostgreSQL it also changes with other databases of the same server. Compared only with marks of the same
// connection. Cheap enough for twice a second. Sources: SQLite "PRAGMA data_version", PostgreSQL pg_current_snapshot().
#pragma once

#include "core/store/connection.h"

namespace pfx::store {

base::Result<QString> changeMark(Connection &db);

} // namespace pfx::store
