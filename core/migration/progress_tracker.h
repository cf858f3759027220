// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the picture of a running import and hands it on, at most ten times a second. The import's own thread.
#pragma once

#include "core/base/progress.h"
#include "core/migration/importer.h"
#include "core/migration/run_table.h"

#include <deque>

namespace pfx::migration {

Phase phaseOf(records::Section section);

class ProgressTracker
{
public:
    ProgressTracker(const base::Clock &clock, const Importer::Progress &sink) : m_clock(clock), m_gate(clock, sink), m_started(clock.monotonicMs()) {}

    void inspecting(qint64 bytes, qint64 total);
    void setTotals(const records::SourceInfo &info);
    void enter(Phase phase);
    void setDone(Phase phase, qint64 done);
    void finishPhase(Phase phase);
    void addProblems(const QVector<Problem> &problems);
    /// Run, state and counters as they stand now.
    void update(const RunRecord &run);
    void last(const RunRecord &run);
    qint64 elapsedMs() const { return m_clock.monotonicMs() - m_started; }

private:
    PhaseProgress &at(Phase phase);
    void takeFrom(const RunRecord &run);
    void measure();

    const base::Clock &m_clock;
    base::ProgressGate<ImportProgress> m_gate;
    ImportProgress m_progress;
    qint64 m_started;
    qint64 m_entered = 0;
    std::deque<std::pair<qint64, qint64>> m_samples; ///< time and records done, of the last seconds
};

} // namespace pfx::migration
