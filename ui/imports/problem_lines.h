// SPDX-License-Identifier: GPL-3.0-or-later
// A run's problems as a table shows them, without widgets: what was not imported stands above what only deserves a look, and warnings of one
// cause (the same missing employee in a thousand records) are one line with a count. GUI thread.
#pragma once

#include "core/migration/report.h"

#include <QHash>
#include <QVector>

namespace pfx::ui {

struct ProblemLine
{
    migration::Problem first;
    qint64 count = 1;
};

class ProblemLines
{
public:
    struct Place
    {
        int line;
        bool isNew; ///< Else the line that was there counts one more.
    };

    Place add(const migration::Problem &problem);
    void clear() { *this = {}; }

    int size() const { return static_cast<int>(m_errors.size() + m_warnings.size()); }
    const ProblemLine &at(int line) const;
    qint64 problems() const { return m_problems; }
    /// The key of the problem added last: the next page begins behind it.
    qint64 lastNumber() const { return m_lastNumber; }

private:
    QVector<ProblemLine> m_errors, m_warnings;
    QHash<QString, int> m_byCause; ///< Cause → index of m_warnings.
    qint64 m_problems = 0;
    qint64 m_lastNumber = 0;
};

} // namespace pfx::ui
