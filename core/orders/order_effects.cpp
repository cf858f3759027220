// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_effects.h"

#include "core/base/json.h"
#include "core/settings/settings.h"

namespace pfx::orders {

using base::Result;
using store::Connection;

namespace {

QByteArray payloadOf(const char *member, qint64 id)
{
    return QByteArray("{\"") + member + "\":" + QByteArray::number(id) + '}';
}

} // namespace

QString effect::subject(qint64 orderId)
{
    return QStringLiteral("order:%1").arg(orderId);
}

Result<qint64> effect::orderOf(const QByteArray &payload)
{
    PFX_ASSIGN(const auto json, base::JsonReader::parse(payload));
    return json.integer(QStringLiteral("order"));
}

Result<qint64> effect::taskOf(const QByteArray &payload)
{
    PFX_ASSIGN(const auto json, base::JsonReader::parse(payload));
    return json.integer(QStringLiteral("task"));
}

Result<void> OrderEffects::enqueue(Connection &db, const std::vector<exchange::Effect> &effects) const
{
    return m_outbox.enqueue(db, effects).map([](const std::vector<exchange::Accepted> &) {});
}

Result<void> OrderEffects::push(Connection &db, const QVector<qint64> &orderIds) const
{
    std::vector<exchange::Effect> effects;
    for (const qint64 id : orderIds) {
        exchange::Effect effect;
        effect.service = effect::planfixService;
        effect.account = m_account;
        effect.operation = effect::push;
        effect.subject = effect::subject(id);
        effect.payload = payloadOf("order", id);
        // A task could be made twice; whether it was made can be asked (TaskPusher looks for its marker).
        effect.kind = exchange::EffectKind::LookUp;
        effects.push_back(std::move(effect));
    }
    return enqueue(db, effects);
}

Result<void> OrderEffects::closeTask(Connection &db, qint64 orderId, qint64 task) const
{
    exchange::Effect effect;
    effect.service = effect::planfixService;
    effect.account = m_account;
    effect.operation = effect::closeTask;
    effect.subject = effect::subject(orderId);
    effect.payload = payloadOf("task", task);
    effect.kind = exchange::EffectKind::Idempotent;
    return enqueue(db, {effect});
}

Result<void> OrderEffects::tellSite(Connection &db, const QVector<qint64> &orderIds) const
{
    PFX_ASSIGN(const QString url, settings::value(db, QStringLiteral("orders.callback-url")));
    std::vector<exchange::Effect> effects;
    for (const qint64 id : url.isEmpty() ? QVector<qint64>() : orderIds) {
        exchange::Effect effect;
        effect.service = effect::siteService;
        effect.operation = effect::tellSite;
        effect.subject = effect::subject(id);
        effect.payload = payloadOf("order", id);
        effect.kind = exchange::EffectKind::Idempotent; // the site gets the whole order each time
        effects.push_back(std::move(effect));
    }
    return enqueue(db, effects);
}

} // namespace pfx::orders
