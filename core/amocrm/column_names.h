// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of amoCRM's own exports by name (lower case, ё as е), in Russian and English. Any thread.
#pragma once

#include "core/formats/column_rows.h"

namespace pfx::amocrm {

const formats::ExportColumns &exportColumns();

} // namespace pfx::amocrm
