// SPDX-License-Identifier: GPL-3.0-or-later
// The page's questions answered by the store; what is written goes through the one writer with the effect that brings it to Planfix.
// GUI thread.
#pragma once

#include "ui/orders/orders_service.h"

namespace pfx::ui {

class Live;
struct Services;

class StoreOrdersService : public OrdersService
{
    Q_OBJECT

public:
    /// `services.live` is not null.
    explicit StoreOrdersService(Services &services, QObject *parent = nullptr);

    void details(QObject *context, qint64 id, Answer<OrderDetails> answer) override;
    void attention(QObject *context, Answer<orders::Attention> answer) override;
    void account(QObject *context, Answer<QString> answer) override;
    void save(QObject *context, const orders::Order &order, Answer<qint64> answer) override;
    void settle(QObject *context, qint64 id, const orders::Sides &sides, Answer<void> answer) override;
    void sendAgain(QObject *context, qint64 id, bool acceptRepeat, Answer<void> answer) override;
    void removeTest(QObject *context, qint64 id, Answer<void> answer) override;
    void exportCsv(QObject *context, const orders::ListQuery &query, const QString &path, base::StopToken stop, Rows progress,
                   Answer<qint64> answer) override;

private:
    template<typename T, typename Change>
    void write(QObject *context, Change change, Answer<T> answer);

    Services &m_services;
    Live &m_live;
};

} // namespace pfx::ui
