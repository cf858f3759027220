// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/forward_effects.h"

#include "core/base/json.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::Params;
using store::Row;
using store::Rows;

QString effect::subject(qint64 forwardId)
{
    return QStringLiteral("forward:%1").arg(forwardId);
}

Result<qint64> effect::forwardOf(const QByteArray &payload)
{
    PFX_ASSIGN(const auto json, base::JsonReader::parse(payload));
    return json.integer(QStringLiteral("forward"));
}

namespace {

exchange::Effect effectOf(const Row &forward, const QString &operation, const QString &key)
{
    const qint64 id = forward.number(QStringLiteral("id"));
    exchange::Effect effect;
    effect.service = effect::forwardService;
    effect.account = QStringLiteral("forward:") + forward.text(QStringLiteral("target"));
    effect.operation = operation;
    effect.subject = effect::subject(id);
    effect.naturalKey = QStringLiteral("%1:%2").arg(id).arg(key);
    effect.payload = "{\"forward\":" + QByteArray::number(id) + '}';
    // The service is told what is to be in its list and what not: twice is the same as once.
    effect.kind = exchange::EffectKind::Idempotent;
    return effect;
}

} // namespace

// One row a round: whoever has the effect ends its round in the same transaction, and begins the next when the revision has grown meanwhile.
// The update locks the forward, so that neither misses the other.
Result<void> ForwardEffects::push(Connection &db, const QString &condition, const Params &params) const
{
    PFX_ASSIGN(const Rows forwards, db.select(QStringLiteral("UPDATE mailing_forwards SET revision = revision + 1 WHERE %1 AND"
                                                             " ended_at IS NULL RETURNING id, target, round")
                                                  .arg(condition),
                                              params));
    for (const Row &forward : forwards) {
        const auto key = [](qint64 round) { return QString::number(round); };
        const qint64 round = forward.number(QStringLiteral("round"));
        PFX_ASSIGN(const auto accepted, m_outbox.enqueue(db, effectOf(forward, effect::push, key(round))));
        if (accepted.novelty == exchange::Novelty::New)
            continue;
        PFX_ASSIGN(const Rows open, db.select(QStringLiteral("SELECT id FROM exchange_outbox WHERE id = :id AND closed_at IS NULL"),
                                              {{QStringLiteral("id"), accepted.id}}));
        if (!open.empty())
            continue;
        // A person has ended the round without it.
        PFX_TRY(db.execute(QStringLiteral("UPDATE mailing_forwards SET round = round + 1 WHERE id = :id"),
                           {{QStringLiteral("id"), forward.number(QStringLiteral("id"))}}));
        PFX_TRY(m_outbox.enqueue(db, effectOf(forward, effect::push, key(round + 1))));
    }
    return {};
}

Result<void> ForwardEffects::listChanged(Connection &db, qint64 listId) const
{
    return push(db, QStringLiteral("list_id = :list"), {{QStringLiteral("list"), listId}});
}

Result<void> ForwardEffects::suppressionsChanged(Connection &db) const
{
    return push(db, QStringLiteral("id > 0"), {});
}

Result<void> ForwardEffects::push(Connection &db, qint64 forwardId) const
{
    return push(db, QStringLiteral("id = :id"), {{QStringLiteral("id"), forwardId}});
}

Result<void> ForwardEffects::compare(Connection &db, qint64 forwardId, const QString &occasion) const
{
    PFX_ASSIGN(const Rows forwards, db.select(QStringLiteral("SELECT id, target FROM mailing_forwards WHERE id = :id AND ended_at IS NULL"),
                                              {{QStringLiteral("id"), forwardId}}));
    for (const Row &forward : forwards)
        PFX_TRY(m_outbox.enqueue(db, effectOf(forward, effect::compare, occasion)));
    return {};
}

} // namespace pfx::mailing
