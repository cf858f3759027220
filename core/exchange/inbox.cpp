// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/inbox.h"

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

const QStringList &columns()
{
    static const QStringList names{s("id"),         s("service"),    s("account"), s("operation"), s("subject"), s("natural_key"),
                                   s("kind"),       s("state"),      s("due_at"),  s("cause_id"),  s("created_at"), s("changed_at"),
                                   s("method"),     s("path"),       s("remote"),  s("headers"),   s("status"),  s("answer"),
                                   s("body")};
    return names;
}

void append(std::vector<store::Value> &cells, const Inbound &request, qint64 id, bool isDue, qint64 nowMs)
{
    static const QString kind = name(EffectKind::Idempotent);
    static const QString state = name(RowState::Queued);
    const auto add = [&cells](store::Value value) { cells.push_back(std::move(value)); };
    add(id);
    add(request.service);
    add(request.service);
    add(request.operation);
    add(orNull(request.subject));
    add(orNull(request.naturalKey));
    add(kind);
    add(state);
    add(isDue ? store::Value(qint64(0)) : store::Value());
    add(store::idOrNull(request.causeId));
    add(nowMs);
    add(nowMs);
    add(request.method);
    add(request.path);
    add(orNull(request.remote));
    add(request.headers.isEmpty() ? store::Value() : store::Value(QString::fromUtf8(request.headers)));
    add(qint64(request.status));
    add(orNull(request.answer));
    add(request.body.isNull() ? QByteArray("") : request.body);
}

} // namespace

Result<std::vector<Accepted>> Inbox::accept(store::Connection &db, const std::vector<Inbound> &requests)
{
    std::vector<Accepted> accepted;
    if (requests.empty())
        return accepted;
    Standing standing;
    for (const Inbound &request : requests) {
        if (request.service.isEmpty() || request.operation.isEmpty())
            return fail(ErrorCode::Validation, s("a request needs a service and an operation"), request.path);
        standing.ask(request.service, request.operation, request.naturalKey, request.subject);
    }
    PFX_ASSIGN(qint64 id, db.reserveIds(idSequence, static_cast<qint64>(requests.size())));
    QueueTable queue(db, Queue::Inbox);
    PFX_TRY(standing.lookUp(queue));
    const qint64 now = m_clock.nowMs();
    store::RowBlock block{queue.table(), columns(), {}};
    block.cells.reserve(requests.size() * static_cast<size_t>(columns().size()));
    accepted.reserve(requests.size());
    for (const Inbound &request : requests) {
        if (const auto known = standing.known(request.service, request.operation, request.naturalKey, id)) {
            accepted.push_back({*known, Novelty::Repeated});
            continue;
        }
        append(block.cells, request, id, standing.isDue(request.service, request.subject), now);
        accepted.push_back({id++, Novelty::New});
        m_bell.ring(Queue::Inbox, request.service);
    }
    PFX_TRY(db.insert(block));
    return accepted;
}

Result<Accepted> Inbox::accept(store::Connection &db, const Inbound &request)
{
    PFX_ASSIGN(const auto accepted, accept(db, std::vector<Inbound>{request}));
    return accepted.front();
}

Result<qint64> Inbox::replay(store::Connection &db, qint64 id)
{
    QueueTable queue(db, Queue::Inbox);
    PFX_ASSIGN(const QueueTable::State row, queue.state(id));
    if (row.state == RowState::Leased || row.state == RowState::Queued)
        return refuse(id, row.state);
    if (!row.hasBody)
        return fail(ErrorCode::NotFound, s("the body has been pruned"), QString::number(id));
    if (row.state != RowState::Done) {
        PFX_TRY(queue.requeue(id, row, m_clock.nowMs()));
        m_bell.ring(Queue::Inbox, row.service);
        return id;
    }
    PFX_ASSIGN(const Rows rows, db.select(s("SELECT service, operation, subject, method, path, remote, headers, status, body "
                                            "FROM exchange_inbox WHERE id = :id"),
                                          {{s("id"), id}}));
    const store::Row &old = rows.front();
    Inbound again;
    again.service = old.text(s("service"));
    again.operation = old.text(s("operation"));
    again.subject = old.text(s("subject"));
    again.method = old.text(s("method"));
    again.path = old.text(s("path"));
    again.remote = old.text(s("remote"));
    again.headers = old.bytes(s("headers"));
    again.status = static_cast<int>(old.number(s("status")));
    again.body = old.bytes(s("body"));
    again.causeId = id;
    return accept(db, again).map([](const Accepted &accepted) { return accepted.id; });
}

Result<void> Inbox::cancel(store::Connection &db, qint64 id)
{
    QueueTable queue(db, Queue::Inbox);
    PFX_ASSIGN(const QueueTable::State row, queue.state(id));
    if (row.state == RowState::Leased || row.state == RowState::Done || row.state == RowState::Cancelled)
        return refuse(id, row.state);
    PFX_TRY(queue.close(id, row, RowState::Cancelled, m_clock.nowMs()));
    m_bell.ring(Queue::Inbox, row.service);
    return {};
}

} // namespace pfx::exchange
