// SPDX-License-Identifier: GPL-3.0-or-later
// What the import commands have in common: the progress line, Ctrl+C as a clean stop, the report on the screen and the exit status.
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/context.h"
#include "core/migration/importer.h"

#include <functional>

namespace pfx::ctl {

using ImportJob = std::function<base::Result<migration::RunReport>(store::Store &, migration::RunControl &, const migration::Importer::Progress &)>;

/// Opens the store and runs the job while Ctrl+C stops both, and prints its report.
base::Result<Exit> runImport(Context &context, const ImportJob &job);

/// The state in one or two words.
QString stateOf(const migration::RunReport &report);
void printReport(Context &context, const migration::RunReport &report);
Exit exitOf(const migration::RunReport &report);

} // namespace pfx::ctl
