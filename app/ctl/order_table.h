// SPDX-License-Identifier: GPL-3.0-or-later
// `order add` of a table: each row an order. Main thread.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

void addTableOptions(QCommandLineParser &parser);
/// Whether options were given that only a table has.
bool hasTableOptions(const QCommandLineParser &options);

/// Whether the file is a table and no JSON; SourceUnreadable when it cannot be read.
enum class OrderFileForm { Json, Table };
base::Result<OrderFileForm> orderFileForm(const QString &path);

/// Adds the table's orders and prints what became of them; with --dry-run only what would become.
base::Result<Exit> addOrderTable(Context &context, const QString &path, const QCommandLineParser &options);

} // namespace pfx::ctl
