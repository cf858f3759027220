// SPDX-License-Identifier: GPL-3.0-or-later
// The journal as CSV: what its table shows, page after page, so that memory does not grow with it. Bodies are not in it. Any thread; blocks.
#pragma once

#include "core/base/stop_token.h"
#include "core/exchange/journal_pages.h"

class QIODevice;

namespace pfx::ui {

/// Number of rows. Cancelled; StorageFull when the device refuses; the Connection's.
base::Result<qint64> writeJournalCsv(store::Connection &db, QIODevice &device, const exchange::JournalFilter &filter,
                                     const base::StopToken &stop);

} // namespace pfx::ui
