// SPDX-License-Identifier: GPL-3.0-or-later
// The undo of a run, from its last row to its first: takes away what the run made, puts back what it changed, and leaves alone (with the
// reason in a problem) what has another version, was uploaded, is used by what stays, is what another run's undo would point to again, or
// was recognised by another import that knows it by an id of its own; an id that a later import went by; and what could not be put back as it
// was, since something that it pointed to is gone. So runs can be undone in any order. The same decisions with and without writing.
// One connection; with writing inside a Writer job.
#pragma once

#include "core/base/stop_token.h"
#include "core/crm/repository.h"
#include "core/migration/json_text.h"
#include "core/migration/run_table.h"
#include "core/migration/runs.h"

#include <limits>

namespace pfx::migration {

class Undo
{
public:
    enum class Mode { Preview, Write };
    Undo(qint64 run, qint64 account, Mode mode) : m_run(run), m_account(account), m_mode(mode) {}

    /// Reads, before the first step, what the decisions need besides the rows: what the undo of other runs would put back, and what an
    /// earlier part of this undo has left alone. Cancelled when stopped.
    base::Result<void> prepare(store::Connection &db, const base::StopToken &stop);
    /// Takes back the rows below `before` (0: all), at most `limit` of them. Returns the number of the lowest row it looked at, 0 at the end.
    base::Result<qint64> step(store::Connection &db, qint64 before, int limit);

    Counters counters() const { return m_counters; }
    /// What is left alone, since the last call.
    QVector<Problem> takeProblems() { return std::move(m_problems); }
    qint64 leftAlone() const { return m_leftAlone; }

private:
    using Key = std::pair<int, qint64>; ///< Kind and id.
    static Key keyOf(records::Kind kind, qint64 id);
    static constexpr qint64 lastRow = std::numeric_limits<qint64>::max();

    struct Entry
    {
        qint64 rowNo = 0, entityId = 0, version = 0;
        records::Kind kind = records::Kind::Contact;
        QString externalId, place, title;
        Decision decision = Decision::Created;
        QByteArray before;
        bool originAdded = false;

        bool addsOrigin() const { return originAdded && !externalId.isEmpty(); }
        bool isChange() const { return entityId != 0 && (decision == Decision::Created || decision == Decision::Updated); }
    };
    /// An entity as it stands in the store, or as a preview would have left it.
    struct Present
    {
        qint64 version = 0, planfixId = 0;
    };
    struct Restored
    {
        qint64 version = 0;
        json::SnapshotLinks links;
    };
    /// What is to be known about the entities of a group.
    struct Findings
    {
        QHash<qint64, Present> present;
        QSet<qint64> used;
        QHash<qint64, qint64> planfixBefore; ///< By row.
        QSet<qint64> broken;                 ///< Rows whose snapshot points to what is gone.
        QSet<qint64> reliedOn;               ///< Rows that added an origin by which a later import found the record.
    };
    base::Result<QVector<Entry>> entries(store::Connection &db, qint64 before, int limit) const;
    base::Result<void> takeBack(store::Connection &db, const QVector<Entry> &group);
    base::Result<Findings> findingsOf(store::Connection &db, const QVector<Entry> &group);
    bool isUntouched(const Entry &entry, const Findings &findings) const;
    base::Result<QHash<qint64, Present>> present(store::Connection &db, records::Kind kind, const QVector<qint64> &ids);
    base::Result<void> addPromised(store::Connection &db, const RunRecord &other, const base::StopToken &stop);
    base::Result<void> lookAtOrigins(store::Connection &db, const QVector<Entry> &group, Findings &findings) const;
    base::Result<void> lookAtSnapshots(store::Connection &db, const QVector<Entry> &group, Findings &findings) const;
    base::Result<QSet<qint64>> used(store::Connection &db, records::Kind kind, const QVector<qint64> &ids) const;
    base::Result<void> addForeign(store::Connection &db, const QVector<Entry> &group, const QVector<qint64> &made, QSet<qint64> &used) const;
    base::Result<void> addUsers(store::Connection &db, const QString &sql, records::Kind userKind, const QVector<qint64> &ids,
                                QSet<qint64> &used) const;
    base::Result<void> restore(store::Connection &db, const Entry &entry) const;
    base::Result<void> remove(store::Connection &db, records::Kind kind, const QVector<qint64> &ids) const;
    void noteRestored(const Entry &entry);
    void leave(const Entry &entry);

    qint64 m_run, m_account;
    Mode m_mode;
    Counters m_counters;
    qint64 m_leftAlone = 0;
    QVector<Problem> m_problems;
    QSet<Key> m_gone;                         ///< Kind and id of what a preview would have removed.
    QHash<Key, Restored> m_restored;          ///< What a preview would have put back.
    QHash<Key, QSet<Key>> m_pointedTo;        ///< By what a preview would have put back.
    QSet<std::pair<int, QString>> m_released; ///< Origins that a preview would have removed from what they were added to.
    QSet<qint64> m_placeholders;              ///< Stages that no source ever told of.
    QSet<Key> m_left;                         ///< Left alone already: its older rows stay too.
    QSet<qint64> m_laterRuns;                 ///< Of the account, as far as they are not undone.
    QSet<Key> m_promised;                     ///< What the undo of other runs would point to again.
};

} // namespace pfx::migration
