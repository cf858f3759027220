// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of one of the two queues: who may take which rows, and what becomes of them. Everything but due() and body() is called inside an
// open write transaction. Order per subject: only the oldest open row of a subject is due; whoever closes it makes the next one due. Both
// that and the enqueuing hold the lock of the sequence of ids, so that neither misses the other. Failures: those of the Connection.
#pragma once

#include "core/base/result.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <set>
#include <vector>

namespace pfx::exchange {

/// The sequence of ids of inbox, outbox and journal.
extern const QLatin1String idSequence;

/// What becomes of a row that was worked on.
struct RowEnd
{
    RowState state = RowState::Done;
    qint64 dueAt = 0;      ///< Of Waiting.
    int attempts = 0;
    bool inDoubt = false;
    base::Error error;     ///< Of everything but Done.
    bool hasError = false;
    QString result;        ///< Of Done.
};

/// Whether the row was still this claim's.
enum class Lease { Kept, Lost };

struct DueAccount
{
    QString account;
    qint64 firstDue = 0, lastDue = 0; ///< 0: at once.
};

/// What may be taken now. `longestMs` is the longest pause there is: a row due later was put off before the clock was set back.
struct ClaimTime
{
    qint64 nowMs = 0;
    qint64 longestMs = 0;
    bool covers(const DueAccount &account) const { return account.firstDue <= nowMs || account.lastDue > nowMs + longestMs; }
};

/// The answer to a person who wants what a row's state does not allow: Busy or Conflict.
base::Failure refuse(qint64 id, RowState state);

class QueueTable
{
public:
    QueueTable(store::Connection &db, Queue queue);

    /// The accounts of a service that have rows which can be taken some time.
    base::Result<std::vector<DueAccount>> due(const QString &service);
    /// Takes at most `count` rows: first those whose pause is over, then the others in their order.
    base::Result<std::vector<Job>> claim(const QString &service, const QString &account, const QString &owner, const ClaimTime &time,
                                         qint64 count);
    /// Ends the lease. Being done is believed also after the lease has run out, as long as nobody else has taken the row.
    base::Result<Lease> finish(const Job &job, const RowEnd &end, qint64 nowMs);
    /// Gives rows back that nobody has begun to work on.
    base::Result<void> giveBack(const std::vector<Job> &jobs, const QString &owner, qint64 nowMs);
    /// Rows of a living owner that it does not know of, after a commit that seemed to fail.
    base::Result<void> giveBackAllBut(const std::set<qint64> &known, const QString &owner, qint64 nowMs);
    /// The rows of an owner that has died.
    base::Result<qint64> takeOver(const QString &deadOwner, int mostAttempts, qint64 nowMs);

    /// What is known of a row that a person wants to change.
    struct State
    {
        QString service, subject;
        RowState state = RowState::Queued;
        bool hasBody = false;
    };
    base::Result<State> state(qint64 id);
    /// Puts a row back into the queue with attempts counted anew, behind the open older rows of its subject.
    base::Result<void> requeue(qint64 id, const State &state, qint64 nowMs);
    base::Result<void> close(qint64 id, const State &state, RowState as, qint64 nowMs);

    /// Subjects of these that have an open row.
    base::Result<QStringList> busySubjects(const QString &service, const QStringList &subjects);
    /// Ids of the rows with these natural keys.
    base::Result<std::vector<std::pair<QString, qint64>>> known(const QString &service, const QString &operation, const QStringList &keys);

    const QString &table() const { return m_table; }

private:
    QString sql(const char *text) const { return QString::fromLatin1(text).arg(m_table); }
    base::Result<std::vector<Job>> claimBetween(const QString &service, const QString &account, const QString &owner, qint64 nowMs,
                                                std::pair<qint64, qint64> due, qint64 count);
    base::Result<void> lockOrder();
    /// The oldest open row of a subject becomes due.
    base::Result<void> promote(const QString &service, const QString &subject);

    store::Connection &m_db;
    const Queue m_queue;
    const QString m_table;
};

} // namespace pfx::exchange
