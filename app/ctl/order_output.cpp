// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_output.h"

#include "app/ctl/table.h"
#include "core/orders/order_book.h"
#include "core/orders/order_json.h"
#include "core/planfix/access.h"
#include "core/texts/order_texts.h"
#include "core/texts/texts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::ctl {

using base::Result;
using orders::Order;

namespace {

/// A change's value on one line: texts as they are, lists as JSON.
QString shown(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined() || value.toString().isEmpty() == value.isString())
        return QStringLiteral("-");
    if (value.isString())
        return value.toString();
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

Result<std::optional<planfix::Account>> accountOf(store::Connection &db)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    const auto account = planfix::chosenAccount(settings, QProcessEnvironment::systemEnvironment());
    return account ? std::optional(*account) : std::nullopt;
}

} // namespace

Result<orders::AddedOrder> addOrder(Context &context, const Order &order)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    exchange::Bell nobody; // other programs find the row by looking
    exchange::Outbox outbox(context.clock(), nobody);
    orders::AddedOrder added;
    PFX_TRY(store->writer().run([&](store::Connection &write) -> Result<void> {
        PFX_ASSIGN(auto book, orders::openBook(write, outbox, context.clock(), QProcessEnvironment::systemEnvironment()));
        PFX_ASSIGN(added, book.add(write, order));
        return {};
    }));
    return added;
}

void printOrder(Context &context, const Order &order)
{
    const QJsonObject json = orders::toJson(order);
    if (context.json()) {
        context.out(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    Table table;
    table.row({texts::orderField(QStringLiteral("number")), order.number});
    table.row({texts::orderField(QStringLiteral("status")), texts::text(order.status)});
    const auto row = [&table](const char *field, const QString &value) {
        if (!value.isEmpty())
            table.row({texts::orderField(QLatin1String(field)), value});
    };
    row("client.name", order.client.name);
    row("client.phone", order.client.phone);
    row("client.email", order.client.email);
    row("address", order.address);
    row("visit_at", order.visitAt ? orders::isoTime(*order.visitAt) : QString());
    for (const orders::Item &item : order.items)
        row("items", QStringLiteral("%1 × %2").arg(item.name, item.quantity));
    row("total", (order.total + QLatin1Char(' ') + order.currency).trimmed());
    row("comment", order.comment);
    for (auto extra = order.extra.begin(); extra != order.extra.end(); ++extra)
        table.row({extra.key(), shown(extra.value())});
    table.row(
        {QCoreApplication::translate("Ctl", "Planfix task"), order.planfixId > 0 ? QString::number(order.planfixId) : QStringLiteral("-")});
    context.out(table.text());
}

Result<void> tellTask(Context &context, const Order &order)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto account, accountOf(*db));
    if (account && order.planfixId > 0) {
        context.message(QCoreApplication::translate("Ctl", "Task %1: %2")
                            .arg(QString::number(order.planfixId), account->taskPage(order.planfixId).toString()));
    }
    return {};
}

Result<void> printHistory(Context &context, store::Connection &db, const orders::StoredOrder &stored)
{
    PFX_ASSIGN(const auto states, orders::syncStates(db, {stored.order.id}, context.clock().nowMs()));
    const orders::SyncState state = states.value(stored.order.id);
    QString line = texts::text(state.sync);
    if (state.error) {
        const texts::ErrorText words = texts::describe(*state.error);
        line += QStringLiteral(": %1. %2").arg(words.message, words.advice);
    }
    context.line(line);
    PFX_ASSIGN(const auto entries, orders::history(db, stored.order.id));
    Table table;
    for (const orders::HistoryEntry &entry : entries) {
        table.row({orders::isoTime(entry.at), texts::text(entry.event), texts::text(entry.source), entry.detail});
        for (const orders::Change &change : entry.changes)
            table.row({QString(), texts::orderField(change.field), shown(change.before) + QStringLiteral(" → ") + shown(change.after),
                       QString()});
    }
    context.out(table.text());
    return {};
}

} // namespace pfx::ctl
