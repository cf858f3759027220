// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the decisions, problems and counters of one batch and writes them into the run's tables in the batch's own transaction.
// Numbers of rows and problems go on from the checkpoint, so that a resumed run gives the same ones. Writer's thread.
#pragma once

#include "core/migration/report.h"
#include "core/store/connection.h"

namespace pfx::migration {

struct LoggedRow
{
    records::Kind kind = records::Kind::Contact;
    QString externalId, place, title, summary;
    Decision decision = Decision::Created;
    Reason reason = Reason::New;
    QStringList arguments;
    qint64 entityId = 0, matchedId = 0, version = 0;
    QVector<Difference> differences;
    QByteArray before, raw;
    bool originAdded = false; ///< A skipped or updated row whose origin this run made known.
    bool keepRaw = false;     ///< Although it did not fail: what it says stands nowhere else.
};

struct RunCounters
{
    Counters contacts, companies, deals, pipelines, stages;

    Counters &of(records::Kind kind);
    Counters total() const;
    QByteArray toJson() const;
    static RunCounters fromJson(const QByteArray &json);
};

class RowLog
{
public:
    /// `rows`: about how many are to come.
    RowLog(qint64 run, qint64 nextRow, qint64 nextProblem, RunCounters &counters, size_t rows = 0);

    enum class Counting { Counted, Uncounted }; ///< Placeholders are kept for the undo, but no rows of the source.
    qint64 add(LoggedRow row, Counting counting = Counting::Counted);
    /// A problem of the row that is added next. Of one row a hundred warnings are kept and the rest counted: a record may bring ten thousand
    /// phones that nobody understands.
    void warn(Problem problem);
    /// A problem of a row that is there already.
    void warnAbout(Problem problem);
    /// The next row fails: the row and its problem.
    void fail(LoggedRow row, ProblemCode code, Reason reason, QStringList arguments);

    qint64 nextRow() const { return m_nextRow; }
    qint64 nextProblem() const { return m_nextProblem; }
    const QVector<Problem> &problems() const { return m_problems; }
    enum class Entities { Keep, Hide }; ///< The report of a dry run must not point to what was never made.
    base::Result<void> write(store::Connection &db, Entities entities = Entities::Keep);
    /// What was written, to be freed elsewhere.
    store::RowBlock takeRows() { return std::move(m_rows); }

private:
    void countLeftOut(const LoggedRow &row);

    qint64 m_run;
    qint64 m_nextRow;
    qint64 m_nextProblem;
    RunCounters &m_counters;
    qint64 m_warnings = 0; ///< Of the row that is added next.
    store::RowBlock m_rows, m_rowProblems;
    QVector<Problem> m_problems; ///< At most the last 20, for the progress.
};

/// What stands in import_rows.detail.
struct RowDetail
{
    QString summary;
    QStringList arguments;
    qint64 matchedId = 0;
    QVector<Difference> differences;
    bool originAdded = false;

    /// Empty when there is nothing to tell.
    QString toJson() const;
    static RowDetail fromJson(const QByteArray &json);
};

} // namespace pfx::migration
