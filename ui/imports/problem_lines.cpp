// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/problem_lines.h"

namespace pfx::ui {

using migration::ProblemCode;

/// Empty: each such problem is about its own record only.
static QString causeOf(const migration::Problem &problem)
{
    const bool shared = problem.code == ProblemCode::EmployeeNotFound || problem.code == ProblemCode::StageNotFound
        || problem.code == ProblemCode::PipelineNotFound;
    return shared ? migration::name(problem.code) + QLatin1Char('\n') + problem.arguments.join(QLatin1Char('\n')) : QString();
}

ProblemLines::Place ProblemLines::add(const migration::Problem &problem)
{
    ++m_problems;
    m_lastNumber = problem.number;
    if (problem.severity == migration::Severity::Error) {
        m_errors.append({problem, 1});
        return {static_cast<int>(m_errors.size()) - 1, true};
    }
    const QString cause = causeOf(problem);
    if (const auto known = m_byCause.constFind(cause); !cause.isEmpty() && known != m_byCause.cend()) {
        ++m_warnings[*known].count;
        return {static_cast<int>(m_errors.size()) + *known, false};
    }
    if (!cause.isEmpty())
        m_byCause.insert(cause, static_cast<int>(m_warnings.size()));
    m_warnings.append({problem, 1});
    return {size() - 1, true};
}

const ProblemLine &ProblemLines::at(int line) const
{
    return line < m_errors.size() ? m_errors[line] : m_warnings[line - m_errors.size()];
}

} // namespace pfx::ui
