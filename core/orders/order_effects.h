// SPDX-License-Identifier: GPL-3.0-or-later
// The effects that a changed order has outside: its state goes to its Planfix task, and the company's site is told. Functions of the open
// write transaction that changed the order. Each carries the order's id only: whoever has the effect sends the order as it then is.
// Failures: those of the outbox.
#pragma once

#include "core/exchange/outbox.h"

namespace pfx::orders {

namespace effect {
inline const QString planfixService = QStringLiteral("planfix");
inline const QString siteService = QStringLiteral("site");
inline const QString push = QStringLiteral("order.push");
inline const QString tellSite = QStringLiteral("order.changed");

inline const QString closeTask = QStringLiteral("order.test-removed");

QString subject(qint64 orderId);
base::Result<qint64> orderOf(const QByteArray &payload);
base::Result<qint64> taskOf(const QByteArray &payload); ///< Of closeTask.
} // namespace effect

class OrderEffects {
public:
    /// `account` is the Planfix account's host, whose pace and holds the rows share; empty while none is known.
    OrderEffects(exchange::Outbox &outbox, QString account) : m_outbox(outbox), m_account(std::move(account)) { }

    base::Result<void> push(store::Connection &db, const QVector<qint64> &orderIds) const;
    base::Result<void> closeTask(store::Connection &db, qint64 orderId, qint64 task) const;
    /// Nothing while the site has no address (setting orders.callback-url).
    base::Result<void> tellSite(store::Connection &db, const QVector<qint64> &orderIds) const;

private:
    base::Result<void> enqueue(store::Connection &db, const std::vector<exchange::Effect> &effects) const;

    exchange::Outbox &m_outbox;
    QString m_account;
};

} // namespace pfx::orders
