// SPDX-License-Identifier: GPL-3.0-or-later
// The problems of a run with a filter by reason, page by page, without widgets: all of them, or only what deserves a look though its rows
// are imported. GUI thread.
#pragma once

#include "ui/imports/import_service.h"
#include "ui/imports/problem_lines.h"

namespace pfx::ui {

struct ProblemsState
{
    qint64 run = 0;
    ImportService::ProblemCounts counts;          ///< those that are asked for, the most frequent first
    std::optional<migration::ProblemCode> reason; ///< the filter
    ProblemLines lines;
    bool more = false;                            ///< not all of them are read: a line may come to stand for more

    qint64 all() const;
};

class ProblemsPresenter : public QObject
{
    Q_OBJECT

public:
    enum class Which { All, Warnings };

    ProblemsPresenter(ImportService &service, Which which, QObject *parent = nullptr);

    const ProblemsState &state() const { return m_state; }
    /// Asks anew, also for the same run. 0: of none.
    void show(qint64 run);
    void setReason(std::optional<migration::ProblemCode> reason);
    void fetchMore();

signals:
    void changed();
    void linesReset();
    void lineAdded(int line);
    void lineChanged(int line);
    void pageAdded(); ///< After the lines of one answer.
    void failed(const pfx::base::Error &error);

private:
    void reload();
    /// Of those that are shown; none: both.
    std::optional<migration::Severity> severity() const;
    void add(const QVector<migration::Problem> &problems);

    ImportService &m_service;
    Which m_which;
    ProblemsState m_state;
    quint64 m_question = 0, m_countsQuestion = 0;
    qint64 m_last = 0; ///< The next page begins behind it.
    qint64 m_read = 0; ///< Since the filter was set.
    bool m_asking = false;
};

} // namespace pfx::ui
