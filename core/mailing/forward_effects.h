// SPDX-License-Identifier: GPL-3.0-or-later
// What a changed list has for effect outside: the mailing services to which it is forwarded are brought into step. Functions of the open
// write transaction that changed the list. An effect carries the forward's id only; whoever has it sends the list as it then is, so that
// many changes become one. Failures: the Connection's and the outbox's.
#pragma once

#include "core/exchange/outbox.h"

namespace pfx::mailing {

namespace effect {
inline const QString forwardService = QStringLiteral("mailing");
inline const QString push = QStringLiteral("list.push");
inline const QString compare = QStringLiteral("list.compare");

QString subject(qint64 forwardId);
base::Result<qint64> forwardOf(const QByteArray &payload);
} // namespace effect

class ForwardEffects {
public:
    explicit ForwardEffects(exchange::Outbox &outbox) : m_outbox(outbox) { }

    /// All forwards of the list.
    base::Result<void> listChanged(store::Connection &db, qint64 listId) const;
    /// All forwards there are: an address was suppressed, or is no longer.
    base::Result<void> suppressionsChanged(store::Connection &db) const;
    /// Nothing when such an effect waits already: it will see what is new.
    base::Result<void> push(store::Connection &db, qint64 forwardId) const;
    /// `occasion` names it ("2026-11-30"): once for each.
    base::Result<void> compare(store::Connection &db, qint64 forwardId, const QString &occasion) const;

private:
    base::Result<void> push(store::Connection &db, const QString &condition, const store::Params &params) const;

    exchange::Outbox &m_outbox;
};

} // namespace pfx::mailing
