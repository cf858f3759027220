// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL's SQLSTATE as errors of the store (manual, appendix A). Call on the connection's thread.
#pragma once

#include "core/base/result.h"

struct pg_conn;
struct pg_result;

namespace pfx::store {

base::Error postgresError(const pg_result *result, const QString &where);

/// When there is no result: the connection itself has failed.
base::Error postgresConnectionError(const pg_conn *connection, const QString &where);

} // namespace pfx::store
