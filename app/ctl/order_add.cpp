// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_add.h"

#include "app/ctl/context.h"
#include "app/ctl/order_output.h"
#include "app/ctl/order_table.h"
#include "core/orders/order_json.h"

#include <QCoreApplication>
#include <QFile>

namespace pfx::ctl {

using base::Result;

QStringList OrderAdd::words() const
{
    return {QStringLiteral("order"), QStringLiteral("add")};
}

QStringList OrderAdd::optionalArguments() const
{
    return {QStringLiteral("FILE")};
}

QString OrderAdd::description() const
{
    return QCoreApplication::translate("Ctl", "Adds an order from a JSON file or from the standard input (-), or the orders of a table (CSV, XLSX).");
}

void OrderAdd::addOptions(QCommandLineParser &parser) const
{
    addTableOptions(parser);
}

Result<Exit> OrderAdd::run(Context &context, const QCommandLineParser &options)
{
    const QString path = options.positionalArguments().value(0, QStringLiteral("-"));
    if (path != QLatin1String("-")) {
        // What cannot be looked at beforehand (a pipe) is read as JSON.
        if (orderFileForm(path).value_or(OrderFileForm::Json) == OrderFileForm::Table)
            return addOrderTable(context, path, options);
    }
    if (hasTableOptions(options))
        return usage(QCoreApplication::translate("Ctl", "--column and --dry-run are for tables only"));
    QFile input(path);
    const bool opened = path == QLatin1String("-") ? input.open(stdin, QIODevice::ReadOnly) : input.open(QIODevice::ReadOnly);
    if (!opened)
        return base::fail(base::ErrorCode::SourceUnreadable, input.errorString(), path);
    constexpr qint64 longest = 16 * 1024 * 1024;
    const QByteArray json = input.read(longest + 1);
    if (json.size() > longest)
        return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("longer than 16 MiB"), path);
    PFX_ASSIGN(orders::Order order, orders::readOrder(json));
    order.source = orders::Source::CommandLine;
    PFX_ASSIGN(const orders::AddedOrder added, addOrder(context, order));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const orders::StoredOrder stored, orders::load(*db, added.id));
    if (added.added == orders::Added::Repeated)
        context.message(QCoreApplication::translate("Ctl", "The order %1 was there already; nothing was changed.").arg(added.number));
    printOrder(context, stored.order);
    return Exit::Done;
}

} // namespace pfx::ctl
