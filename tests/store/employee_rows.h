// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table of employees as a test's blocks, and texts that a database may spoil. Values only.
#pragma once

#include "core/store/connection.h"
#include "tests/store/store_place.h"

namespace pfx::test {

/// Five cells a row: id, name, email, search key, time.
store::RowBlock employees(std::vector<store::Value> cells);
base::Result<void> insertNumbered(store::Connection &db, qint64 first, qint64 count);

/// The columns "backend" and "text".
void addAwkwardTexts();

} // namespace pfx::test
