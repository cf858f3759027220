// SPDX-License-Identifier: GPL-3.0-or-later
// What a run that is resumed has to know of the rows it decided before: read back from its report. The caller's thread; Cancelled by the token.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/migration/refused_rows.h"
#include "core/migration/texts_seen.h"
#include "core/store/connection.h"

namespace pfx::migration {

/// The companies that it met by their titles alone.
base::Result<TextsSeen> titlesOfRun(store::Connection &db, qint64 run, const base::StopToken &stop);
/// The numbers that mean a row which it refused.
base::Result<RefusedRows> refusedRowsOfRun(store::Connection &db, qint64 run, const base::StopToken &stop);

} // namespace pfx::migration
