// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/store_orders_service.h"

#include "core/base/progress.h"
#include "core/orders/order_progress.h"
#include "core/orders/planfix_desk.h"
#include "core/planfix/access.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/latest.h"
#include "ui/common/live.h"
#include "ui/common/services.h"
#include "ui/orders/csv_export.h"

#include <QSaveFile>

namespace pfx::ui {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

Result<std::optional<planfix::Account>> accountOf(Connection &db, const QProcessEnvironment &environment)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    const auto account = planfix::chosenAccount(settings, environment);
    return account ? std::optional(*account) : std::nullopt;
}

Result<OrderDetails> read(Connection &db, qint64 id, qint64 now, const QProcessEnvironment &environment)
{
    OrderDetails details;
    PFX_ASSIGN(details.stored, orders::load(db, id));
    PFX_ASSIGN(details.history, orders::history(db, id));
    PFX_ASSIGN(const auto progress, orders::progressOf(db, id, now));
    details.sync = progress.sync;
    details.journalRow = progress.journalRow;
    details.missingScope = progress.missingScope;
    PFX_ASSIGN(const auto account, accountOf(db, environment));
    if (account && details.stored.order.planfixId > 0)
        details.taskPage = account->taskPage(details.stored.order.planfixId);
    return details;
}

/// A number that is taken is nobody's repeat on the screen: the person would think that the order was saved.
Result<qint64> saveIn(Connection &db, orders::OrderBook &book, const orders::Order &order)
{
    if (order.id != 0)
        return book.change(db, order, orders::Source::Screen).map([](const orders::Order &changed) { return changed.id; });
    PFX_ASSIGN(const orders::AddedOrder added, book.add(db, order));
    if (added.added == orders::Added::Repeated)
        return base::fail(ErrorCode::Conflict, QStringLiteral("there is an order of that number"), QStringLiteral("number"));
    return added.id;
}

} // namespace

StoreOrdersService::StoreOrdersService(Services &services, QObject *parent)
    : OrdersService(parent), m_services(services), m_live(*services.live)
{}

/// `change(Connection &, OrderBook &) -> Result<T>` as a job of the writer.
template<typename T, typename Change>
void StoreOrdersService::write(QObject *context, Change change, Answer<T> answer)
{
    const auto work = [&store = m_services.store, &clock = m_services.clock, &outbox = m_live.outbox(),
                       environment = m_live.office().environment, change]() -> Result<T> {
        std::optional<Result<T>> result;
        PFX_TRY(store.writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(auto book, orders::openBook(db, outbox, clock, environment));
            result = change(db, book);
            if (!*result)
                return base::fail(result->error());
            return {};
        }));
        return std::move(*result);
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreOrdersService::details(QObject *context, qint64 id, Answer<OrderDetails> answer)
{
    const auto work = [id, now = m_services.clock.nowMs(), environment = m_live.office().environment](Connection &db) {
        return read(db, id, now, environment);
    };
    m_services.background.read(context, work, std::move(answer), QStringLiteral("order"));
}

void StoreOrdersService::attention(QObject *context, Answer<orders::Attention> answer)
{
    m_services.background.read(context, [](Connection &db) { return orders::attention(db); }, std::move(answer),
                               QStringLiteral("ordersAttention"));
}

void StoreOrdersService::account(QObject *context, Answer<QString> answer)
{
    const auto work = [environment = m_live.office().environment](Connection &db) -> Result<QString> {
        PFX_ASSIGN(const auto account, accountOf(db, environment));
        return account ? account->taskPage(0).toString().chopped(1) : QString();
    };
    m_services.background.read(context, work, std::move(answer), QStringLiteral("ordersAccount"));
}

void StoreOrdersService::save(QObject *context, const orders::Order &order, Answer<qint64> answer)
{
    write<qint64>(context, [order](Connection &db, orders::OrderBook &book) { return saveIn(db, book, order); }, std::move(answer));
}

void StoreOrdersService::settle(QObject *context, qint64 id, const orders::Sides &sides, Answer<void> answer)
{
    write<void>(
        context,
        [id, sides](Connection &db, orders::OrderBook &book) { return book.settle(db, id, sides).map([](const orders::Order &) {}); },
        std::move(answer));
}

void StoreOrdersService::sendAgain(QObject *context, qint64 id, bool acceptRepeat, Answer<void> answer)
{
    const auto doubt = acceptRepeat ? exchange::Doubt::AcceptRepeat : exchange::Doubt::Respect;
    write<void>(
        context,
        [id, doubt, &outbox = m_live.outbox(), now = m_services.clock.nowMs()](Connection &db, orders::OrderBook &) {
            return orders::sendAgain(db, outbox, id, doubt, now);
        },
        Answer<void>([&live = m_live, answer](const Result<void> &done) {
            live.ring();
            answer(done);
        }));
}

void StoreOrdersService::removeTest(QObject *context, qint64 id, Answer<void> answer)
{
    write<void>(context, [id](Connection &db, orders::OrderBook &book) { return book.removeTest(db, id); }, std::move(answer));
}

void StoreOrdersService::exportCsv(QObject *context, const orders::ListQuery &query, const QString &path, base::StopToken stop,
                                   Rows progress, Answer<qint64> answer)
{
    const auto latest = std::make_shared<Latest<qint64>>(context, std::move(progress));
    const auto work = [&store = m_services.store, &clock = m_services.clock, query, path, stop, post = latest->poster()]() -> Result<qint64> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return base::fail(ErrorCode::StorageReadOnly, file.errorString(), path);
        PFX_ASSIGN(const auto db, store.connect());
        base::ProgressGate<qint64> gate(clock, post);
        PFX_ASSIGN(const qint64 rows, writeOrders(*db, file, query, clock.nowMs(), stop, [&gate](qint64 done) { gate.offer(done); }));
        if (!file.commit())
            return base::fail(ErrorCode::StorageFull, file.errorString(), path);
        return rows;
    };
    // The answer holds the channel of the progress, so that it lives as long as somebody waits.
    m_services.background.run(context, work, [latest, answer = std::move(answer)](Result<qint64> rows) { answer(std::move(rows)); });
}

} // namespace pfx::ui
