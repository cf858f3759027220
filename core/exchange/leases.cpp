// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leases.h"

#include "core/exchange/queue_table.h"

#include <QUuid>

#include <algorithm>

namespace pfx::exchange {

using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

Leases::Leases(qint64 leaseMs) : m_leaseMs(leaseMs), m_owner(QUuid::createUuid().toString(QUuid::Id128)) {}

Result<void> Leases::beat(store::Connection &db) const
{
    return db
        .execute(s("INSERT INTO exchange_owners (owner, beat) VALUES (:owner, 1) "
                   "ON CONFLICT (owner) DO UPDATE SET beat = exchange_owners.beat + 1"),
                 {{s("owner"), m_owner}})
        .map([](qint64) {});
}

Result<void> Leases::leave(store::Connection &db) const
{
    return db
        .execute(s("DELETE FROM exchange_owners WHERE owner = :owner AND NOT EXISTS (SELECT 1 FROM exchange_inbox WHERE owner = :owner) "
                   "AND NOT EXISTS (SELECT 1 FROM exchange_outbox WHERE owner = :owner)"),
                 {{s("owner"), m_owner}})
        .map([](qint64) {});
}

Result<std::vector<Leases::Dead>> Leases::look(store::Connection &db, qint64 monotonicMs)
{
    PFX_ASSIGN(const store::Rows rows, db.select(s("SELECT owner, beat FROM exchange_owners WHERE owner <> :own"), {{s("own"), m_owner}}));
    QHash<QString, Seen> seen;
    std::vector<Dead> dead;
    for (const store::Row &row : rows) {
        const QString owner = row.text(s("owner"));
        const qint64 beat = row.number(s("beat"));
        Seen now{beat, monotonicMs, 0};
        if (const auto before = m_seen.constFind(owner); before != m_seen.cend() && before->beat == beat)
            now.stillMs = before->stillMs + std::clamp<qint64>(monotonicMs - before->lookedAt, 0, beatEveryMs());
        if (now.stillMs >= m_leaseMs)
            dead.push_back({owner, beat});
        seen.insert(owner, now);
    }
    m_seen = std::move(seen);
    return dead;
}

Result<Leases::Taken> Leases::takeOver(store::Connection &db, const Dead &dead, int mostAttempts, qint64 nowMs)
{
    PFX_ASSIGN(const qint64 gone, db.execute(s("DELETE FROM exchange_owners WHERE owner = :owner AND beat = :beat"),
                                             {{s("owner"), dead.owner}, {s("beat"), dead.beat}}));
    if (gone == 0)
        return Taken::StillAlive;
    for (const Queue queue : {Queue::Inbox, Queue::Outbox})
        PFX_TRY(QueueTable(db, queue).takeOver(dead.owner, mostAttempts, nowMs));
    return Taken::Yes;
}

} // namespace pfx::exchange
