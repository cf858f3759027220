// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/store_order_tables.h"

#include "core/base/progress.h"
#include "core/orders/planfix_desk.h"
#include "core/orders/task_mapping.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/latest.h"
#include "ui/common/live.h"
#include "ui/common/services.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::ui {

using base::Result;
using orders::CsvReport;
using orders::OrderCsv;

namespace {

/// The names that the office gives its statuses may stand in its tables too.
Result<std::unique_ptr<OrderCsv>> openTable(store::Connection &db, const QString &path, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    const auto setting = QJsonDocument::fromJson(settings.text(QStringLiteral("orders.statuses")).toUtf8()).object();
    return OrderCsv::open(path, orders::readStatusNames(setting).value_or(QHash<orders::Status, QStringList>()), stop);
}

} // namespace

StoreOrderTables::StoreOrderTables(Services &services, QObject *parent)
    : OrderTables(parent), m_services(services), m_live(*services.live)
{}

void StoreOrderTables::look(QObject *context, const QString &path, base::StopToken stop, Answer<TableLook> answer)
{
    const auto work = [&store = m_services.store, path, stop]() -> Result<TableLook> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(const auto table, openTable(*db, path, stop));
        return TableLook{table->columns(), table->guess(), table->form(), table->encoding()};
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreOrderTables::tryOut(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop,
                              Answer<CsvReport> answer)
{
    const auto work = [&store = m_services.store, path, mapping, stop]() -> Result<CsvReport> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(const auto table, openTable(*db, path, stop));
        return table->preview(*db, mapping, stop);
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreOrderTables::add(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop, Rows progress,
                           Answer<CsvReport> answer)
{
    const auto latest = std::make_shared<Latest<qint64>>(context, std::move(progress));
    const auto work = [&store = m_services.store, &clock = m_services.clock, &outbox = m_live.outbox(),
                       environment = m_live.office().environment, path, mapping, stop, post = latest->poster()]() -> Result<CsvReport> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(const auto table, openTable(*db, path, stop));
        PFX_ASSIGN(auto book, orders::openBook(*db, outbox, clock, environment));
        base::ProgressGate<qint64> gate(clock, post);
        return table->add(store.writer(), book, mapping, stop, [&gate](qint64 rows) { gate.offer(rows); });
    };
    // The answer holds the channel of the progress, so that it lives as long as somebody waits.
    m_services.background.run(context, work, [latest, answer = std::move(answer)](Result<CsvReport> report) { answer(std::move(report)); });
}

} // namespace pfx::ui
