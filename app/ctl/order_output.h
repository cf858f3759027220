// SPDX-License-Identifier: GPL-3.0-or-later
// How pfxctl shows orders, and how it adds them. Main thread.
#pragma once

#include "app/ctl/context.h"
#include "core/exchange/outbox.h"
#include "core/orders/order_book.h"
#include "core/orders/repository.h"

namespace pfx::ctl {

/// An order book for this program's short life: other programs find by looking what it enqueues.
class LocalBook {
public:
    static base::Result<std::unique_ptr<LocalBook>> open(Context &context);
    orders::OrderBook &book() { return m_book; }

private:
    LocalBook(const base::Clock &clock, const QString &account)
        : m_outbox(clock, m_nobody), m_book(orders::OrderEffects(m_outbox, account), clock)
    {
    }

    exchange::Bell m_nobody;
    exchange::Outbox m_outbox;
    orders::OrderBook m_book;
};

/// Saves the order with the effect that brings it to Planfix; who dispatches does the rest.
base::Result<orders::AddedOrder> addOrder(Context &context, const orders::Order &order);

void printOrder(Context &context, const orders::Order &order);
/// The link to the order's task, on stderr.
base::Result<void> tellTask(Context &context, const orders::Order &order);
base::Result<void> printHistory(Context &context, store::Connection &db, const orders::StoredOrder &stored);

} // namespace pfx::ctl
