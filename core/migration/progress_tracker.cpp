// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/progress_tracker.h"

namespace pfx::migration {

using records::Section;

namespace {

constexpr qint64 rateWindowMs = 5000;
constexpr qint64 firstRateMs = 300;
constexpr qsizetype shownProblems = 20;

} // namespace

Phase phaseOf(Section section)
{
    switch (section) {
    case Section::Employees:
        return Phase::Employees;
    case Section::Pipelines:
        return Phase::Pipelines;
    case Section::Companies:
        return Phase::Companies;
    case Section::Contacts:
        return Phase::Contacts;
    case Section::Deals:
        return Phase::Deals;
    }
    return Phase::Finishing;
}

PhaseProgress &ProgressTracker::at(Phase phase)
{
    for (PhaseProgress &entry : m_progress.phases) {
        if (entry.phase == phase)
            return entry;
    }
    PhaseProgress entry;
    entry.phase = phase;
    m_progress.phases.append(entry);
    return m_progress.phases.last();
}

void ProgressTracker::inspecting(qint64 bytes, qint64 total)
{
    PhaseProgress &phase = at(Phase::Inspecting);
    phase.done = bytes;
    phase.total = total;
    phase.elapsedMs = m_progress.elapsedMs = elapsedMs();
    m_gate.offer(m_progress);
}

void ProgressTracker::setTotals(const records::SourceInfo &info)
{
    finishPhase(Phase::Inspecting);
    const std::pair<Phase, qint64> totals[] = {{Phase::Employees, info.employees}, {Phase::Pipelines, info.pipelines},
                                               {Phase::Companies, info.companies}, {Phase::Contacts, info.contacts},
                                               {Phase::Deals, info.deals}};
    m_progress.total = 0;
    for (const auto &[phase, total] : totals) {
        at(phase).total = total;
        m_progress.total += total;
    }
    at(Phase::Finishing);
}

void ProgressTracker::enter(Phase phase)
{
    m_progress.phase = phase;
    m_entered = elapsedMs();
}

void ProgressTracker::setDone(Phase phase, qint64 done)
{
    PhaseProgress &entry = at(phase);
    entry.done = done;
    entry.total = std::max(entry.total, done);
    entry.elapsedMs = elapsedMs() - m_entered;
}

void ProgressTracker::finishPhase(Phase phase)
{
    PhaseProgress &entry = at(phase);
    entry.done = std::max(entry.done, entry.total);
    entry.finished = true;
}

void ProgressTracker::addProblems(const QVector<Problem> &problems)
{
    m_progress.lastProblems += problems;
    if (m_progress.lastProblems.size() > shownProblems)
        m_progress.lastProblems.remove(0, m_progress.lastProblems.size() - shownProblems);
}

void ProgressTracker::takeFrom(const RunRecord &run)
{
    m_progress.run = run.report.run;
    m_progress.state = run.report.state;
    m_progress.counters = run.report.total();
    m_progress.problemCount = run.checkpoint.nextProblem - 1;
    m_progress.elapsedMs = elapsedMs();
    m_progress.done = 0;
    for (const PhaseProgress &phase : std::as_const(m_progress.phases)) {
        if (phase.phase != Phase::Inspecting)
            m_progress.done += phase.done;
    }
    m_progress.total = std::max(m_progress.total, m_progress.done);
    measure();
}

void ProgressTracker::measure()
{
    const qint64 now = elapsedMs();
    m_samples.emplace_back(now, m_progress.done);
    while (m_samples.size() > 2 && m_samples.front().first < now - rateWindowMs)
        m_samples.pop_front();
    const qint64 span = now - m_samples.front().first;
    if (span < firstRateMs)
        return;
    m_progress.rowsPerSecond = static_cast<double>(m_progress.done - m_samples.front().second) * 1000.0 / static_cast<double>(span);
    m_progress.leftMs.reset();
    if (m_progress.rowsPerSecond > 0)
        m_progress.leftMs = static_cast<qint64>(static_cast<double>(m_progress.total - m_progress.done) * 1000.0 / m_progress.rowsPerSecond);
}

void ProgressTracker::update(const RunRecord &run)
{
    takeFrom(run);
    m_gate.offer(m_progress);
}

void ProgressTracker::last(const RunRecord &run)
{
    takeFrom(run);
    if (run.report.state == RunState::Finished) {
        m_progress.phase = Phase::Finishing;
        finishPhase(Phase::Finishing);
        m_progress.leftMs = 0;
    }
    m_gate.finish(m_progress);
}

} // namespace pfx::migration
