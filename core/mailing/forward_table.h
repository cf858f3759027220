// SPDX-License-Identifier: GPL-3.0-or-later
// Which lists are forwarded where, what each service was last told, and what it has still to be told: the difference between those who may
// be written to and those it knows. Functions of one connection; the writing ones belong into an open write transaction. Failures: the
// Connection's; NotFound where "forward".
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

struct Forward {
    qint64 id = 0;
    qint64 listId = 0;
    QString target; ///< The name in mailing.forward.<name>.*
    QString remoteList; ///< The list's id there; empty until it has been made.
    qint64 revision = 0; ///< Grows with each change of what the service should know.
    qint64 createdAt = 0;
    std::optional<qint64> inStepAt; ///< When nothing was left to be told.
    std::optional<qint64> comparedAt;
    std::optional<qint64> endedAt; ///< Given up; nothing is told any more.
};

/// Somebody whom the service has to be told of, or was told of.
struct Recipient {
    qint64 memberId = 0;
    qint64 version = 0;
    QString email, emailKey;
    QString firstName, lastName;
    std::optional<qint64> planfixId;
    QString remoteId; ///< What the service knows him by; empty when it is not known.
};

/// Begins it, or takes it up again.
base::Result<Forward> addForward(store::Connection &db, qint64 listId, const QString &target, qint64 nowMs);
base::Result<void> endForward(store::Connection &db, qint64 id, qint64 nowMs);
base::Result<Forward> forwardById(store::Connection &db, qint64 id);
/// Those that have not ended; `listId` 0: of all lists.
base::Result<QVector<Forward>> forwards(store::Connection &db, qint64 listId);

base::Result<void> setRemoteList(store::Connection &db, qint64 id, const QString &remoteList);
base::Result<void> setInStep(store::Connection &db, qint64 id, qint64 nowMs);
base::Result<void> setCompared(store::Connection &db, qint64 id, qint64 nowMs);
/// The round of telling is over; the revision as it now is, with the forward locked until the end of the transaction.
base::Result<qint64> endRound(store::Connection &db, qint64 id);

/// Who is to be put into the service's list, or told of anew.
base::Result<QVector<Recipient>> toPut(store::Connection &db, const Forward &forward, int most);
/// Who is to be taken out.
base::Result<QVector<Recipient>> toTake(store::Connection &db, const Forward &forward, int most);
/// All whom it was told of.
base::Result<QHash<QString, Recipient>> told(store::Connection &db, qint64 forwardId);

struct ForwardCounts {
    qint64 toPut = 0, toTake = 0, told = 0;
};
base::Result<ForwardCounts> counts(store::Connection &db, const Forward &forward);

base::Result<void> notePut(store::Connection &db, qint64 forwardId, const QVector<Recipient> &recipients);
base::Result<void> noteTaken(store::Connection &db, qint64 forwardId, const QStringList &emailKeys);
/// Everybody is told of anew.
base::Result<void> forgetVersions(store::Connection &db, qint64 forwardId);

} // namespace pfx::mailing
