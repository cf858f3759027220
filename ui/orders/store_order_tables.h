// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of orders read on threads of their own and added through the one writer, each order with the effect that makes it a task.
// GUI thread.
#pragma once

#include "ui/orders/order_tables.h"

namespace pfx::ui {

class Live;
struct Services;

class StoreOrderTables : public OrderTables
{
    Q_OBJECT

public:
    /// `services.live` is not null.
    explicit StoreOrderTables(Services &services, QObject *parent = nullptr);

    void look(QObject *context, const QString &path, base::StopToken stop, Answer<TableLook> answer) override;
    void tryOut(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop,
                Answer<orders::CsvReport> answer) override;
    void add(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop, Rows progress,
             Answer<orders::CsvReport> answer) override;

private:
    Services &m_services;
    Live &m_live;
};

} // namespace pfx::ui
