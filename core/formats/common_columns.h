// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that exports of contacts, companies and deals name alike whoever wrote them (lower case, ё as е), in Russian and English; a
// reader adds its own system's names. Any thread.
#pragma once

#include "core/formats/column_rows.h"

namespace pfx::formats {

/// The common names and those of a system, whose own name wins.
ExportColumns::Names withCommonColumns(const ExportColumns::Names &own);

} // namespace pfx::formats
