// SPDX-License-Identifier: GPL-3.0-or-later
// The file for the support: versions, settings, state of server, queues and Planfix, the last of the log. Without keys and without anybody's
// data: all of it goes through the redaction of the log. Blocks; a worker thread with its own connection.
#pragma once

#include "core/base/result.h"
#include "ui/common/live.h"

namespace pfx::store {
class Connection;
class Store;
}

namespace pfx::ui {

/// What only the GUI thread knows.
struct DiagnosticsFrame {
    QString program; ///< "Planfix Console 0.1.0"
    QString profileDir;
    qint64 nowMs = 0;
    ServerState server;
    PlanfixState planfix;
};

base::Result<QString> diagnosticsText(store::Store &store, store::Connection &db, const DiagnosticsFrame &frame);

} // namespace pfx::ui
