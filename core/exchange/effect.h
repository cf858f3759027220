// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the queues: an effect to be had outside, a request that came in, and a row as its handler gets it. Values; any thread.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pfx::exchange {

enum class Queue { Inbox, Outbox };

/// What happens when an effect is had twice, said by whoever enqueues it.
enum class EffectKind {
    Idempotent, ///< Nothing: the other side knows it by its key.
    LookUp,     ///< Harm, but whether it was done can be asked: an attempt in doubt is looked up before it is tried again.
    Once,       ///< Harm, and nobody can tell: an attempt in doubt ends in Unknown and is repeated only by a person's decision.
};

enum class RowState {
    Queued,    ///< Will be taken as soon as it is its turn.
    Leased,    ///< Somebody works on it.
    Waiting,   ///< Failed; will be tried again at dueAt.
    Done,
    Attention, ///< Waits for a person: retry or cancel. Rows behind it of the same subject wait too, as with Unknown.
    Unknown,   ///< May have been done (EffectKind::Once): the person says whether it was, or has it repeated.
    Cancelled,
};

/// The words of the tables and of JSON.
QString name(EffectKind kind);
QString name(RowState state);
EffectKind effectKind(const QString &name);
RowState rowState(const QString &name);

/// An effect to be had outside, written by the transaction that changed what causes it.
struct Effect
{
    QString service;    ///< Whose handler does it: "planfix", "sms".
    QString account;    ///< Pace and holds are per account; the service when empty.
    QString operation;  ///< "task.create"; the handler knows it.
    QString subject;    ///< "order:A-17": effects of one subject of a service are had in their order. Empty: no order to keep.
    QString naturalKey; ///< Unique in (service, operation): enqueuing it again gives the first row. Empty: never the same.
    QByteArray payload; ///< JSON. Never a credential.
    EffectKind kind = EffectKind::Idempotent;
    qint64 causeId = 0; ///< The row of the inbox that led to it; 0: none.
};

/// A request that came in. Credentials are replaced by their names in path, headers and body before it gets here.
struct Inbound
{
    QString service;
    QString operation;  ///< What the route calls it: "task.updated".
    QString subject;    ///< Requests of one subject are worked off in their order.
    QString naturalKey; ///< The same request again gives the first row.
    QString method;
    QString path;
    QString remote;     ///< The caller's address.
    QByteArray headers; ///< JSON object of those worth keeping.
    QByteArray body;    ///< Whole, as it came, for replay.
    int status = 200;   ///< What the caller is told.
    QString answer;     ///< What the caller is told, when it is known before the id is.
    qint64 causeId = 0; ///< The row that this one repeats.
};

/// What accept() and enqueue() say: the row, and whether it stood there already under the same natural key.
enum class Novelty { New, Repeated };
struct Accepted
{
    qint64 id = 0;
    Novelty novelty = Novelty::New;
};

/// A row as its handler gets it.
struct Job
{
    Queue queue = Queue::Outbox;
    qint64 id = 0;
    QString service, account, operation, subject, naturalKey;
    EffectKind kind = EffectKind::Idempotent;
    QByteArray body;
    int attempts = 0;      ///< Failed ones before this.
    bool inDoubt = false;  ///< An earlier attempt may have been done: look it up first (LookUp).
    qint64 claim = 0;
    qint64 causeId = 0;
    qint64 createdAt = 0;
    QString method, path;  ///< Of inbox rows.
    QByteArray headers;    ///< Of inbox rows.
};

} // namespace pfx::exchange
