// SPDX-License-Identifier: GPL-3.0-or-later
// Joins what a file is with what a system knows: JSON goes to the dialect, tables to the columns. Any thread.
#pragma once

#include "core/formats/column_rows.h"
#include "core/formats/json_dialect.h"

namespace pfx::formats {

base::Result<std::unique_ptr<records::RecordSource>> openSource(const QString &path, std::unique_ptr<JsonDialect> dialect, ColumnRows columns);

} // namespace pfx::formats
