// SPDX-License-Identifier: GPL-3.0-or-later
// A list, or the suppressed addresses, as CSV or JSON, row after row, so that a list of any size needs no memory. Cells that a spreadsheet
// would take for a formula get an apostrophe in front. For the thread of the connection. Failures: the Connection's and those of the sink.
#pragma once

#include "core/mailing/unsubscribe_link.h"
#include "core/store/connection.h"

#include <functional>

namespace pfx::mailing {

using Sink = std::function<base::Result<void>(const QByteArray &)>;

struct ExportLinks {
    QString publicUrl; ///< Empty: no links.
    UnsubscribeLinks links;
};

/// Only those who may be written to: id, email, first_name, last_name, unsubscribe_url.
base::Result<void> exportListJson(store::Connection &db, qint64 listId, const ExportLinks &links, const Sink &sink);
base::Result<void> exportListCsv(store::Connection &db, qint64 listId, const ExportLinks &links, const Sink &sink);
/// email, reason, note, at.
base::Result<void> exportSuppressionsCsv(store::Connection &db, const Sink &sink);

} // namespace pfx::mailing
