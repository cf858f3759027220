// SPDX-License-Identifier: GPL-3.0-or-later
// What every decider of one batch shares: the workspace, the books, the log, ids handed out inside the transaction. Lives as long as the
// writer's job; one thread.
#pragma once

#include "core/migration/owner_book.h"
#include "core/migration/pipeline_book.h"
#include "core/migration/prepare.h"
#include "core/migration/refused_rows.h"
#include "core/migration/row_log.h"
#include "core/migration/texts_seen.h"
#include "core/migration/workspace.h"

#include <QSet>

#include <functional>

namespace pfx::migration {

/// Ids of one table in the order of the decisions; take them by next(), book them by finish() in the same transaction. Until then they
/// follow one another: asking for the first one locks the table's numbers against every other transaction.
class IdAllocator
{
public:
    IdAllocator(store::Connection &db, QString table) : m_db(db), m_table(std::move(table)) {}

    base::Result<qint64> next()
    {
        if (m_count == 0) {
            PFX_ASSIGN(m_first, m_db.reserveIds(m_table, 0));
        }
        return m_first + m_count++;
    }

    base::Result<void> finish()
    {
        if (m_count > 0)
            PFX_TRY(m_db.reserveIds(m_table, m_count));
        m_count = 0;
        return {};
    }

private:
    store::Connection &m_db;
    QString m_table;
    qint64 m_first = 0, m_count = 0;
};

/// So many rows of a check tell every field of what they would make: those that somebody looks at. The further ones tell what the list
/// shows, or the check of a million would be kept twice.
inline constexpr qint64 rowsToldWhole = 20'000;

struct BatchContext
{
    Workspace &space;
    const ImportOptions &options;
    const OwnerBook &owners;
    PipelineBook &pipelines;
    TextsSeen &titlesSeen; ///< base::companyKey of companies known by their title only that are counted: one row each, whoever names them.
    RefusedRows &refused;
    RowLog &log;
    qint64 run = 0, account = 0, now = 0;

    base::StopToken stop;
    bool startedEmpty = false; ///< And has no indexes yet: every contact and company is of this run.

    /// Asked for each row: a batch may be heavy, and what is broken off is rolled back whole. Cancelled.
    base::Result<void> mayGoOn() const { return stop.stop_requested() ? base::fail(base::ErrorCode::Cancelled) : base::Result<void>(); }
    bool tellsWhole() const { return options.dryRun && log.nextRow() <= rowsToldWhole; }
};

/// What this run has already done with entities: from import_rows for earlier batches, by note() for this one. Refused rows did nothing.
class RunRows
{
public:
    RunRows(BatchContext &context, records::Kind kind) : m_context(context), m_kind(kind) {}

    base::Result<void> load(const QVector<qint64> &entityIds);
    void reserve(qsizetype rows) { m_rows.reserve(rows); }
    void note(qint64 entityId, const QString &externalId, const QString &place, bool created);
    /// The place of the first row of this run that made the entity or had this external id; empty when there is none.
    QString earlierPlace(qint64 entityId, const QString &externalId) const;

private:
    struct Entry
    {
        QString externalId, place;
        bool created = false;
    };
    BatchContext &m_context;
    records::Kind m_kind;
    QMultiHash<qint64, Entry> m_rows;
};

/// The row of the log for an item, without a decision yet.
LoggedRow rowFor(const PreparedItem &item, records::Kind kind, const QString &title);
void warnAll(RowLog &log, const QVector<Problem> &problems);
Problem warning(const PreparedItem &item, records::Kind kind, ProblemCode code, QStringList arguments);
/// An update takes nothing away: the warnings of a contact or company that was not found say that a record stays with what it has.
struct Kept
{
    bool contacts = false, company = false;
};
void tellKept(QVector<Problem> &problems, Kept kept);
/// Logs an item that brought no record: failed, or skipped when the source passes it over.
void failUnreadable(RowLog &log, const PreparedItem &item, records::Kind kind, const base::Error &error);
QString firstPoint(const QVector<records::Point> &points);

/// The stored records that have one of the points.
struct PointMatch
{
    QVector<qint64> ids; ///< Different ones, in the order of the points.
    Reason reason = Reason::SamePhone;
    QString value;
    qint64 refused = 0; ///< The first that has one of the points and is another record all the same.
    QString refusedValue;
    bool adopts = false; ///< Known by its title only until now: takes over what the row has, whatever is done with duplicates.
};
/// `stored` and `batch` are by pointKey(); `accepts` says whether the record with this id can be the same.
PointMatch matchPoints(const QVector<records::Point> &points, const QMultiHash<QString, qint64> &stored, const TextIndex &batch,
                       const std::function<bool(qint64)> &accepts);

} // namespace pfx::migration
