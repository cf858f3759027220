// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/listed_runs.h"

#include <QSet>

namespace pfx::ui {

using migration::RunState;

ListedRuns listedRuns(const QVector<migration::RunReport> &runs, qint64 selected, bool all)
{
    ListedRuns listed;
    QSet<QString> checked;
    for (const migration::RunReport &run : runs) {
        const bool over = run.state != RunState::Running && run.state != RunState::Paused;
        const bool older = run.dryRun && over && checked.contains(run.path);
        if (run.dryRun)
            checked.insert(run.path);
        if (older)
            ++listed.olderChecks;
        if (!older || all || run.run == selected)
            listed.runs.append(run);
    }
    return listed;
}

} // namespace pfx::ui
