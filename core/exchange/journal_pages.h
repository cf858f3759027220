// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the journal: rows of inbox and outbox and the exchanges that belong to no row, newest first, a page at a time by keyset. What is
// shown is redacted; the full bodies stay in the queues for replay. For the thread of the connection. Failures: the Connection's; NotFound.
#pragma once

#include "core/base/result.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <QString>
#include <QVector>

#include <optional>

namespace pfx::exchange {

enum class Direction { In, Out };
QString name(Direction direction);

/// What a person looks for, over rows and bare exchanges alike.
enum class JournalKind {
    Any,
    NeedsPerson, ///< Attention and unknown.
    Failed,      ///< With an error, or refused (HTTP 400 and above), whatever became of it later.
    Open,        ///< Queued, in work or waiting.
    Done,
};

struct JournalFilter
{
    std::optional<Direction> direction;
    QString service;
    std::optional<RowState> state; ///< Exchanges without a row are done.
    QString subject;               ///< "order:17", of any service or of `service`.
    JournalKind kind = JournalKind::Any;
    QString text;                  ///< Part of the path, the operation, the subject, the address or the error's code.

    bool operator==(const JournalFilter &) const = default;
};

struct JournalEntry
{
    enum class Source { Inbox, Outbox, Exchange };
    qint64 id = 0;
    Source source = Source::Exchange;
    Direction direction = Direction::Out;
    QString service, account;
    QString operation;  ///< Of queue rows.
    QString subject;
    QString method, path, remote;
    RowState state = RowState::Done;
    int attempts = 0;
    std::optional<int> status; ///< HTTP
    QString errorCode, errorDetail;
    qint64 timeMs = 0;
    qint64 changedMs = 0;
    std::optional<qint64> dueMs; ///< Of Waiting.
    qint64 durationMs = 0;

    bool operator==(const JournalEntry &) const = default;
};

struct JournalDetails
{
    JournalEntry entry;
    QString request; ///< Redacted: headers and body.
    QString answer;
    QString result;  ///< What a handler said about it.
    bool canReplay = false; ///< The body is still there.
    qint64 causeId = 0;
    QVector<qint64> effects; ///< Rows of the outbox that this one caused.
    QVector<JournalEntry> exchanges; ///< Made for this row, oldest first.

    bool operator==(const JournalDetails &) const = default;
};

/// At most `limit` entries with an id below `before` (0: from the newest).
base::Result<QVector<JournalEntry>> journalPage(store::Connection &db, const JournalFilter &filter, qint64 before, int limit);
base::Result<JournalDetails> journalDetails(store::Connection &db, qint64 id);

/// The services that occur in the journal, in order.
base::Result<QStringList> journalServices(store::Connection &db);

/// How many rows of each service wait for a person, for the overview.
struct Halted
{
    Queue queue = Queue::Outbox;
    QString service;
    RowState state = RowState::Attention;
    qint64 count = 0;
};
base::Result<QVector<Halted>> halted(store::Connection &db);

} // namespace pfx::exchange
