// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a list of contacts, companies or deals as CSV, page after page, so that memory does not grow with the list. UTF-8 with a byte order
// mark, the delimiter of the reader's office program (a semicolon where the comma is the decimal sign). Any thread; blocks.
#pragma once

#include "core/base/stop_token.h"
#include "core/crm/lists.h"
#include "ui/crm/crm_service.h"

class QIODevice;

namespace pfx::ui {

/// Number of rows. Cancelled; StorageFull or StorageReadOnly when the device refuses.
base::Result<qint64> writeCsv(store::Connection &db, QIODevice &device, ListKind kind, crm::ListQuery query, const QStringList &headings,
                              const base::StopToken &stop, const std::function<void(qint64)> &progress);

} // namespace pfx::ui
