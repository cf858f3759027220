// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of the embedded server that concern orders: `/orders` for the company's site and `/planfix/webhook` for Planfix's
// scenarios. The handlers run where the server says; what is acknowledged is on disk.
#pragma once

#include "core/exchange/accept_queue.h"
#include "core/exchange/journal.h"
#include "core/orders/order_book.h"
#include "core/server/route.h"

#include <QProcessEnvironment>

namespace pfx::orders {

/// What the routes work with; all of it outlives them.
struct Door {
    store::Writer &writer;
    const base::Clock &clock;
    exchange::Outbox &outbox;
    exchange::Inbox &inbox;
    exchange::Journal &journal;
    QString account; ///< The Planfix account's host; empty while none is known.
    server::SharedSecret ordersToken;
    QByteArray webhookSecret; ///< Empty: webhooks are refused.
};

std::vector<server::Route> routes(const Door &door);

/// The part of an address to paste into Planfix, with the secret left out: "/planfix/webhook/".
inline const QString webhookPath = QStringLiteral("/planfix/webhook/");

} // namespace pfx::orders
