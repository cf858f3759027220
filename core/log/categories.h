// SPDX-License-Identifier: GPL-3.0-or-later
// The categories of the log, one a field of work. Switched by QT_LOGGING_RULES ("pfx.store.debug=true"). Any thread. Names of people,
// phones and keys do not belong into a message; what slips in is taken out by core/log/redact.h.
#pragma once

#include <QLoggingCategory>

namespace pfx::log {

Q_DECLARE_LOGGING_CATEGORY(app)
Q_DECLARE_LOGGING_CATEGORY(store)
Q_DECLARE_LOGGING_CATEGORY(exchange)
Q_DECLARE_LOGGING_CATEGORY(crm)
Q_DECLARE_LOGGING_CATEGORY(migration)
Q_DECLARE_LOGGING_CATEGORY(server)
Q_DECLARE_LOGGING_CATEGORY(ui)

} // namespace pfx::log
