// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs stand in the list at the left: every import, and of the checks of one file only the newest, since each look at step 4 makes
// one. Pure; any thread.
#pragma once

#include "core/migration/report.h"

namespace pfx::ui {

struct ListedRuns
{
    QVector<migration::RunReport> runs; ///< newest first, as given
    int olderChecks = 0;                ///< how many there are that a newer check of the same file stands for
};

/// `selected` stands in the list whatever it is; `all`: nothing is left out.
ListedRuns listedRuns(const QVector<migration::RunReport> &runs, qint64 selected, bool all);

} // namespace pfx::ui
