// SPDX-License-Identifier: GPL-3.0-or-later
// Reads messages for the screen and for pfxctl: pages by keyset, one with its history, counts by state, providers as they stand.
// For the thread of the connection. Failures: the Connection's; NotFound.
#pragma once

#include "core/base/result.h"
#include "core/sms/message.h"
#include "core/store/connection.h"

#include <QVector>

namespace pfx::sms {

struct MessageQuery {
    QString text; ///< A phone (any spelling, or its last digits), else a part of the text or of the sender among the newest.
    std::optional<State> state;
    QString provider;
};

/// Newest first, at most `limit` with an id below `before` (0: from the newest).
base::Result<QVector<Message>> page(store::Connection &db, const MessageQuery &query, qint64 before, int limit);
base::Result<Message> load(store::Connection &db, qint64 id);
/// Oldest first, beginning with "accepted".
base::Result<QVector<HistoryEntry>> history(store::Connection &db, const Message &message);

struct Counts {
    qint64 waiting = 0; ///< queued and held
    qint64 held = 0;
    qint64 sending = 0;
    qint64 unknown = 0; ///< Waits for a person.
    qint64 failed = 0; ///< rejected, undelivered, expired, blocked
    qint64 oldestWaitingMs = 0; ///< When it came; 0: none.
};
/// Reads at most `most` of each state, so that a long queue does not hold up the screen: a number that reaches it means "or more".
base::Result<Counts> counts(store::Connection &db, qint64 most = 100'000);

/// A provider as the program that serves it told last.
struct ProviderState {
    QString name;
    QString state; ///< "up", "down", "paused"
    QString trouble; ///< "account", "no_money", …; empty when there is none.
    QString errorCode, errorDetail;
    std::optional<qint64> pausedUntil;
    QString balance, currency;
    qint64 balanceAt = 0, changedAt = 0;
};
base::Result<QVector<ProviderState>> providerStates(store::Connection &db);

} // namespace pfx::sms
