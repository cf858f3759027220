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

Result<void> OrderEffects::enqueue(Connection &db, exchange::Effect effect) const
{
    return m_outbox.enqueue(db, effect).map([](const exchange::Accepted &) {});
}

Result<void> OrderEffects::push(Connection &db, qint64 orderId) const
{
    exchange::Effect effect;
    effect.service = effect::planfixService;
    effect.account = m_account;
    effect.operation = effect::push;
    effect.subject = effect::subject(orderId);
    effect.payload = payloadOf("order", orderId);
    // A task could be made twice; whether it was made can be asked (TaskPusher looks for its marker).
    effect.kind = exchange::EffectKind::LookUp;
    return enqueue(db, std::move(effect));
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
    return enqueue(db, std::move(effect));
}

Result<void> OrderEffects::tellSite(Connection &db, qint64 orderId) const
{
    PFX_ASSIGN(const QString url, settings::value(db, QStringLiteral("orders.callback-url")));
    if (url.isEmpty())
        return {};
    exchange::Effect effect;
    effect.service = effect::siteService;
    effect.operation = effect::tellSite;
    effect.subject = effect::subject(orderId);
    effect.payload = payloadOf("order", orderId);
    effect.kind = exchange::EffectKind::Idempotent; // the site gets the whole order each time
    return enqueue(db, std::move(effect));
}

} // namespace pfx::orders
