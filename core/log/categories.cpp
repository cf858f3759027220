// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/categories.h"

namespace pfx::log {

Q_LOGGING_CATEGORY(app, "pfx.app", QtInfoMsg)
Q_LOGGING_CATEGORY(store, "pfx.store", QtInfoMsg)
Q_LOGGING_CATEGORY(exchange, "pfx.exchange", QtInfoMsg)
Q_LOGGING_CATEGORY(crm, "pfx.crm", QtInfoMsg)
Q_LOGGING_CATEGORY(migration, "pfx.migration", QtInfoMsg)
Q_LOGGING_CATEGORY(server, "pfx.server", QtInfoMsg)
Q_LOGGING_CATEGORY(ui, "pfx.ui", QtInfoMsg)

} // namespace pfx::log
