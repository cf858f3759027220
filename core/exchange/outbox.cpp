// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/outbox.h"

#include "core/exchange/queue_table.h"
#include "core/exchange/standing.h"

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

const QStringList &columns()
{
    static const QStringList names{s("id"),   s("service"), s("account"), s("operation"), s("subject"),    s("natural_key"), s("kind"),
                                   s("state"), s("due_at"),  s("cause_id"), s("created_at"), s("changed_at"), s("body")};
    return names;
}

void append(std::vector<store::Value> &cells, const Effect &effect, qint64 id, bool isDue, qint64 nowMs)
{
    static const QString state = name(RowState::Queued);
    const auto add = [&cells](store::Value value) { cells.push_back(std::move(value)); };
    add(id);
    add(effect.service);
    add(effect.account.isEmpty() ? effect.service : effect.account);
    add(effect.operation);
    add(orNull(effect.subject));
    add(orNull(effect.naturalKey));
    add(name(effect.kind));
    add(state);
    add(isDue ? store::Value(qint64(0)) : store::Value());
    add(store::idOrNull(effect.causeId));
    add(nowMs);
    add(nowMs);
    add(effect.payload.isNull() ? QByteArray("") : effect.payload);
}

} // namespace

Result<std::vector<Accepted>> Outbox::enqueue(store::Connection &db, const std::vector<Effect> &effects)
{
    std::vector<Accepted> accepted;
    if (effects.empty())
        return accepted;
    Standing standing;
    for (const Effect &effect : effects) {
        PFX_TRY(check(effect));
        standing.ask(effect.service, effect.operation, effect.naturalKey, effect.subject);
    }
    PFX_ASSIGN(qint64 id, db.reserveIds(idSequence, static_cast<qint64>(effects.size())));
    QueueTable queue(db, Queue::Outbox);
    PFX_TRY(standing.lookUp(queue));
    const qint64 now = m_clock.nowMs();
    store::RowBlock block{queue.table(), columns(), {}};
    block.cells.reserve(effects.size() * static_cast<size_t>(columns().size()));
    accepted.reserve(effects.size());
    for (const Effect &effect : effects) {
        if (const auto known = standing.known(effect.service, effect.operation, effect.naturalKey, id)) {
            accepted.push_back({*known, Novelty::Repeated});
            continue;
        }
        append(block.cells, effect, id, standing.isDue(effect.service, effect.subject), now);
        accepted.push_back({id++, Novelty::New});
        m_bell.ring(Queue::Outbox, effect.service);
    }
    if (!block.cells.empty())
        PFX_TRY(db.insert(block));
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
