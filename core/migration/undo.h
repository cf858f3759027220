// SPDX-License-Identifier: GPL-3.0-or-later
// The undo of a run, from its last row to its first: takes away what the run made, puts back what it changed, and leaves alone (with the
// reason in a problem) what has another version, was uploaded, is used by what stays, or was recognised by another import that knows it by
// an id of its own. The same decisions with and without writing.
// One connection; with writing inside a Writer job.
#pragma once

#include "core/crm/repository.h"
#include "core/migration/runs.h"

namespace pfx::migration {

class Undo
{
public:
    enum class Mode { Preview, Write };
    Undo(qint64 run, qint64 account, Mode mode) : m_run(run), m_account(account), m_mode(mode) {}

    /// Takes back the rows below `before` (0: all), at most `limit` of them. Returns the number of the lowest row it looked at, 0 at the end.
    base::Result<qint64> step(store::Connection &db, qint64 before, int limit);

    Counters counters() const { return m_counters; }
    /// What is left alone, since the last call.
    QVector<Problem> takeProblems() { return std::move(m_problems); }
    qint64 leftAlone() const { return m_leftAlone; }

private:
    struct Entry
    {
        qint64 rowNo = 0, entityId = 0, version = 0;
        records::Kind kind = records::Kind::Contact;
        QString externalId, place, title;
        Decision decision = Decision::Created;
        QByteArray before;
        bool originAdded = false;
    };
    base::Result<QVector<Entry>> entries(store::Connection &db, qint64 before, int limit) const;
    base::Result<void> takeBack(store::Connection &db, const QVector<Entry> &group);
    base::Result<QHash<qint64, qint64>> versions(store::Connection &db, records::Kind kind, const QVector<qint64> &ids);
    base::Result<QSet<qint64>> used(store::Connection &db, records::Kind kind, const QVector<qint64> &ids) const;
    base::Result<void> addForeign(store::Connection &db, const QVector<Entry> &group, const QVector<qint64> &made, QSet<qint64> &used) const;
    base::Result<void> addUsers(store::Connection &db, const QString &sql, records::Kind userKind, const QVector<qint64> &ids,
                                QSet<qint64> &used) const;
    base::Result<void> restore(store::Connection &db, const Entry &entry) const;
    base::Result<void> remove(store::Connection &db, records::Kind kind, const QVector<qint64> &ids) const;
    void leave(const Entry &entry);

    qint64 m_run, m_account;
    Mode m_mode;
    Counters m_counters;
    qint64 m_leftAlone = 0;
    QVector<Problem> m_problems;
    QSet<std::pair<int, qint64>> m_gone;               ///< Kind and id of what a preview would have removed.
    QHash<std::pair<int, qint64>, qint64> m_restored;  ///< The version that a preview would have put back.
    QSet<std::pair<int, QString>> m_released;          ///< Origins that a preview would have removed from what they were added to.
    QSet<qint64> m_placeholders;                       ///< Stages that no source ever told of.
    QSet<std::pair<int, qint64>> m_left;               ///< Left alone already: its older rows stay too.
};

} // namespace pfx::migration
