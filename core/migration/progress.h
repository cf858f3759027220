// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot of a running import, at most ten a second, the last always delivered (from the import's thread).
#pragma once

#include "core/migration/report.h"

namespace pfx::migration {

/// The phases in their order; Inspecting is the pass that recognises and checks the file.
enum class Phase { Inspecting, Employees, Pipelines, Companies, Contacts, Deals, Finishing };

struct PhaseProgress
{
    Phase phase = Phase::Inspecting;
    qint64 done = 0, total = 0; ///< records (bytes while inspecting)
    qint64 elapsedMs = 0;
    bool finished = false;
};

struct ImportProgress
{
    qint64 run = 0;
    RunState state = RunState::Running;
    Phase phase = Phase::Inspecting;
    QVector<PhaseProgress> phases;
    qint64 done = 0, total = 0;       ///< records of all phases
    double rowsPerSecond = 0;         ///< over the last seconds
    std::optional<qint64> leftMs;     ///< no value while it cannot be told
    qint64 elapsedMs = 0;
    Counters counters;                ///< all kinds together
    QVector<Problem> lastProblems;    ///< at most the last 20
    qint64 problemCount = 0;
};

} // namespace pfx::migration
