// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/outbox.h"

#include "core/exchange/queue_table.h"

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::orNull;
using store::Rows;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

Result<void> check(const Effect &effect)
{
    if (effect.service.isEmpty() || effect.operation.isEmpty())
        return fail(ErrorCode::Validation, s("an effect needs a service and an operation"), effect.naturalKey);
    return {};
}

Result<Accepted> insert(store::Connection &db, const Effect &effect, qint64 id, qint64 nowMs)
{
    PFX_TRY(check(effect));
    PFX_ASSIGN(const Rows made,
               db.select(s("INSERT INTO exchange_outbox (id, service, account, operation, subject, natural_key, kind, state, due_at, "
                           "cause_id, created_at, changed_at, body) VALUES (:id, :service, :account, :operation, :subject, :key, :kind, "
                           "'queued', CASE WHEN EXISTS (SELECT 1 FROM exchange_outbox AS t WHERE t.service = :service "
                           "AND t.subject = :subject AND t.closed_at IS NULL) THEN NULL ELSE 0 END, :cause, :now, :now, :body) "
                           "ON CONFLICT DO NOTHING RETURNING id"),
                         {{s("id"), id},
                          {s("service"), effect.service},
                          {s("account"), effect.account.isEmpty() ? effect.service : effect.account},
                          {s("operation"), effect.operation},
                          {s("subject"), orNull(effect.subject)},
                          {s("key"), orNull(effect.naturalKey)},
                          {s("kind"), name(effect.kind)},
                          {s("cause"), store::idOrNull(effect.causeId)},
                          {s("now"), nowMs},
                          {s("body"), effect.payload.isNull() ? QByteArray("") : effect.payload}}));
    if (!made.empty())
        return Accepted{id, Novelty::New};
    PFX_ASSIGN(const auto known, QueueTable(db, Queue::Outbox).known(effect.service, effect.operation, {effect.naturalKey}));
    if (known.empty())
        return fail(ErrorCode::Internal, s("a row was refused but none stands in its way"), effect.naturalKey);
    return Accepted{known.front().second, Novelty::Repeated};
}

} // namespace

Result<std::vector<Accepted>> Outbox::enqueue(store::Connection &db, const std::vector<Effect> &effects)
{
    std::vector<Accepted> accepted;
    if (effects.empty())
        return accepted;
    PFX_ASSIGN(qint64 id, db.reserveIds(idSequence, static_cast<qint64>(effects.size())));
    const qint64 now = m_clock.nowMs();
    for (const Effect &effect : effects) {
        PFX_ASSIGN(const Accepted one, insert(db, effect, id++, now));
        accepted.push_back(one);
        m_bell.ring(Queue::Outbox, effect.service);
    }
    return accepted;
}

Result<Accepted> Outbox::enqueue(store::Connection &db, const Effect &effect)
{
    PFX_ASSIGN(const auto accepted, enqueue(db, std::vector<Effect>{effect}));
    return accepted.front();
}

Result<void> Outbox::retry(store::Connection &db, qint64 id, Doubt doubt)
{
    QueueTable queue(db, Queue::Outbox);
    PFX_ASSIGN(const QueueTable::State row, queue.state(id));
    const bool allowed = row.state == RowState::Attention || row.state == RowState::Waiting || row.state == RowState::Cancelled
        || (row.state == RowState::Unknown && doubt == Doubt::AcceptRepeat);
    if (!allowed)
        return refuse(id, row.state);
    if (!row.hasBody)
        return fail(ErrorCode::NotFound, s("the body has been pruned"), QString::number(id));
    PFX_TRY(queue.requeue(id, row, m_clock.nowMs()));
    m_bell.ring(Queue::Outbox, row.service);
    return {};
}

Result<qint64> Outbox::retryAll(store::Connection &db, const QString &service)
{
    PFX_ASSIGN(const Rows rows, db.select(s("SELECT id FROM exchange_outbox WHERE service = :service AND state <> 'done' "
                                            "AND state IN ('attention', 'waiting') ORDER BY id"),
                                          {{s("service"), service}}));
    for (const store::Row &row : rows)
        PFX_TRY(retry(db, row.number(s("id"))));
    return static_cast<qint64>(rows.size());
}

Result<void> Outbox::settle(store::Connection &db, qint64 id)
{
    QueueTable queue(db, Queue::Outbox);
    PFX_ASSIGN(const QueueTable::State row, queue.state(id));
    if (row.state != RowState::Unknown && row.state != RowState::Attention)
        return refuse(id, row.state);
    PFX_TRY(queue.close(id, row, RowState::Done, m_clock.nowMs()));
    m_bell.ring(Queue::Outbox, row.service);
    return {};
}

Result<void> Outbox::cancel(store::Connection &db, qint64 id)
{
    QueueTable queue(db, Queue::Outbox);
    PFX_ASSIGN(const QueueTable::State row, queue.state(id));
    if (row.state == RowState::Leased || row.state == RowState::Done || row.state == RowState::Cancelled)
        return refuse(id, row.state);
    PFX_TRY(queue.close(id, row, RowState::Cancelled, m_clock.nowMs()));
    m_bell.ring(Queue::Outbox, row.service);
    return {};
}

} // namespace pfx::exchange
