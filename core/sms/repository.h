// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of messages on their way: stored, taken, ended, and what providers say of them. Everything is called inside an open write
// transaction (a job of the writer), many messages at once. Failures: those of the Connection.
#pragma once

#include "core/base/result.h"
#include "core/sms/driver.h"
#include "core/sms/message.h"
#include "core/store/connection.h"

#include <vector>

namespace pfx::sms {

/// Ids of the sequence of the exchange's queues.
base::Result<qint64> reserveIds(store::Connection &db, qint64 count);
base::Result<void> insert(store::Connection &db, const std::vector<NewMessage> &messages, qint64 nowMs);

/// A row in the hands of a lane.
struct Claimed {
    qint64 id = 0;
    qint64 claim = 0;
    State before = State::Queued;
    Source source = Source::Planfix;
    QString credential;
    QString sender, recipient, text;
    int segments = 1;
    QStringList tried;
    int attempts = 0;
    qint64 validUntil = 0;
    qint64 takenAt = 0;
};

/// The rows of a provider that are due, oldest first; they are in state sending then.
base::Result<std::vector<Claimed>> claim(store::Connection &db, const QString &provider, const QString &owner, qint64 nowMs, int count);
/// Rows of a provider in state sending that somebody else took, who is gone: they are this owner's then.
base::Result<std::vector<Claimed>> takeOver(store::Connection &db, const QString &provider, const QString &owner, qint64 nowMs);

/// What became of a row that was in hand.
struct Outcome {
    Claimed row;
    State state = State::Sent;
    bool wasSent = true; ///< False: it was never handed over, so that its history says nothing of sending.
    QString provider; ///< Whose turn it is now.
    QStringList providerIds;
    std::optional<qint64> dueAt; ///< Of Queued and Held.
    std::optional<qint64> pollAt;
    int attempts = 0;
    QStringList tried;
    QString errorCode, errorDetail;
};

/// Rows that somebody else has taken meanwhile are left alone.
base::Result<void> finish(store::Connection &db, const std::vector<Outcome> &outcomes, qint64 nowMs);

/// Messages that have come to an end, for those who tell of it.
struct Ended {
    qint64 id = 0;
    State state = State::Delivered;
    qint64 taskId = 0;
    QString recipient;
    QString detail;
};

/// What a provider says about its messages. Ids that nobody knows yet are kept for finish(); what is told twice changes nothing; a message
/// of several parts is delivered when all of them are.
base::Result<std::vector<Ended>> apply(store::Connection &db, const QString &provider, const std::vector<Receipt> &receipts, qint64 nowMs);
/// Early receipts that fit messages which were just sent.
base::Result<std::vector<Ended>> applyEarly(store::Connection &db, const QString &provider, const std::vector<Outcome> &outcomes, qint64 nowMs);

/// Messages whose provider is to be asked for their state; they are not asked about again before `againAt`.
struct Polled {
    qint64 id = 0;
    Inquiry inquiry;
    qint64 changedAt = 0;
};
base::Result<std::vector<Polled>> duePolls(store::Connection &db, const QString &provider, qint64 nowMs, int count);
base::Result<void> setPolls(store::Connection &db, const std::vector<std::pair<qint64, std::optional<qint64>>> &when);

/// Whose turn it is of waiting rows; "" for nobody's. Also outside a transaction.
base::Result<QStringList> waitingProviders(store::Connection &db);
/// Waiting rows of a provider (or of nobody), the first to be due first; nothing is taken.
base::Result<std::vector<Claimed>> waiting(store::Connection &db, const QString &provider, int count);
base::Result<void> assign(store::Connection &db, const std::vector<std::pair<qint64, QString>> &providers);

/// Ends waiting rows: those whose time is over, and those to numbers of the stop list, as far as they wait still.
base::Result<QVector<qint64>> overdue(store::Connection &db, qint64 nowMs, int count); ///< Also outside a transaction.
base::Result<QVector<qint64>> waitingTo(store::Connection &db, const QStringList &recipients); ///< Also outside a transaction.
base::Result<std::vector<Ended>> expire(store::Connection &db, qint64 nowMs, int count);
base::Result<std::vector<Ended>> block(store::Connection &db, const QVector<qint64> &ids, qint64 nowMs);

/// By a person. NotFound; Conflict when the state does not allow it.
base::Result<void> resend(store::Connection &db, qint64 id, const QString &provider, qint64 validUntil, qint64 nowMs);
base::Result<void> cancel(store::Connection &db, qint64 id, qint64 nowMs);
/// Of one in state unknown: the person knows that it was sent.
base::Result<void> settle(store::Connection &db, qint64 id, qint64 nowMs);

base::Result<void> addHistory(store::Connection &db, qint64 id, State state, const QString &provider, const QString &detail, qint64 nowMs);

} // namespace pfx::sms
