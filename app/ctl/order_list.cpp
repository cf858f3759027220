// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_list.h"

#include "app/ctl/context.h"
#include "app/ctl/order_output.h"
#include "app/ctl/table.h"
#include "core/orders/order_json.h"
#include "core/orders/repository.h"
#include "core/texts/order_texts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pfx::ctl {

using base::Result;

QStringList OrderList::words() const
{
    return {QStringLiteral("order"), QStringLiteral("list")};
}

QString OrderList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the orders, newest first.");
}

void OrderList::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(
        {QStringLiteral("status"), QCoreApplication::translate("Ctl", "Only orders of this status."), QStringLiteral("STATUS")});
    parser.addOption({QStringLiteral("query"),
                      QCoreApplication::translate("Ctl", "Part of the number or of the client's name, or a phone."),
                      QStringLiteral("QUERY")});
    parser.addOption({QStringLiteral("limit"), QCoreApplication::translate("Ctl", "At most so many."), QStringLiteral("N")});
}

Result<Exit> OrderList::run(Context &context, const QCommandLineParser &options)
{
    orders::OrderQuery query;
    query.text = options.value(QStringLiteral("query"));
    if (options.isSet(QStringLiteral("status"))) {
        query.status = orders::statusNamed(options.value(QStringLiteral("status")));
        if (!query.status)
            return usage(QCoreApplication::translate("Ctl", "A status is one of new, confirmed, in_progress, completed, cancelled"));
    }
    int limit = 0;
    if (options.isSet(QStringLiteral("limit"))) {
        PFX_ASSIGN(const qint64 given, numberArgument(options.value(QStringLiteral("limit"))));
        limit = static_cast<int>(std::clamp<qint64>(given, 1, 1'000'000));
    }
    PFX_ASSIGN(store::Connection *const db, context.db());
    QVector<orders::Order> found;
    constexpr int page = 500;
    for (qint64 before = 0;;) {
        const int wanted = limit > 0 ? std::min(page, limit - static_cast<int>(found.size())) : page;
        PFX_ASSIGN(const auto rows, orders::list(*db, query, before, wanted));
        found += rows;
        if (rows.size() < wanted || found.size() == limit)
            break;
        before = rows.last().id;
    }
    if (context.json()) {
        QJsonArray array;
        for (const orders::Order &order : std::as_const(found))
            array.append(orders::toJson(order));
        context.out(QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
        return Exit::Done;
    }
    Table table;
    for (const orders::Order &order : std::as_const(found))
        table.row({order.number, order.client.name, order.client.phone, order.total, texts::text(order.status),
                   order.planfixId > 0 ? QString::number(order.planfixId) : QStringLiteral("-")});
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
