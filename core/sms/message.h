// SPDX-License-Identifier: GPL-3.0-or-later
// A message, its states (reference/uis-sms-mailing, C6) and its history. Values; any thread.
#pragma once

#include "core/base/error.h"
#include "core/sms/segments.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace pfx::sms {

enum class State {
    Queued, ///< Will be sent as soon as it is its turn.
    Held, ///< Waits for the end of the quiet hours.
    Sending, ///< Handed to the provider, or about to be.
    Sent, ///< The provider has taken it.
    Delivered,
    Undelivered, ///< The provider could not.
    Expired, ///< Not sent or not delivered in time.
    Rejected, ///< Nobody would take it.
    Unknown, ///< May have been sent: a person decides.
    Blocked, ///< The number has come onto the stop list.
    Cancelled,
};

/// The words of the tables and of JSON.
QString name(State state);
std::optional<State> stateNamed(const QString &name);
const QVector<State> &allStates();
/// Nothing more is done about it by itself, and a comment may tell so.
bool isFinal(State state);

enum class Source { Planfix, Screen, CommandLine };
QString name(Source source);

/// As it comes in: checked, with the policy's decisions made.
struct NewMessage {
    qint64 id = 0;
    State state = State::Queued; ///< Or Held.
    Source source = Source::Planfix;
    QString credential; ///< Name of what the caller presented; the login name of the system for other sources.
    QString remote;
    QString sender; ///< As it was asked for; empty: the provider's default.
    QString recipient; ///< E.164
    QString text;
    Encoding encoding = Encoding::Gsm7;
    int segments = 1;
    qint64 taskId = 0; ///< Of Planfix; 0: none.
    QString provider; ///< Whose turn it is; empty: nobody's.
    qint64 dueAt = 0;
    qint64 validUntil = 0;
};

struct Message {
    qint64 id = 0;
    State state = State::Queued;
    QString source, credential, remote;
    QString sender, recipient, text;
    QString encoding;
    int segments = 1;
    qint64 taskId = 0;
    QString provider, providerId;
    std::optional<qint64> dueAt; ///< When it will be tried next; 0: now.
    int attempts = 0; ///< Failed ones.
    QString errorCode, errorDetail;
    qint64 validUntil = 0, createdAt = 0, changedAt = 0;

    bool operator==(const Message &) const = default;
};

struct HistoryEntry {
    QString state; ///< name(State), or "accepted" of the first.
    qint64 at = 0;
    QString provider;
    QString detail;

    bool operator==(const HistoryEntry &) const = default;
};

} // namespace pfx::sms
