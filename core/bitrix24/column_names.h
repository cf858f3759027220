// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of Bitrix24's own exports by name (lower case, ё as е), in Russian and English. Any thread.
#pragma once

#include "core/formats/column_rows.h"

namespace pfx::bitrix24 {

const formats::ExportColumns &exportColumns();

} // namespace pfx::bitrix24
