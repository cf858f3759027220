// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_show.h"

#include "app/ctl/context.h"
#include "app/ctl/order_output.h"
#include "core/orders/repository.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList OrderShow::words() const
{
    return {QStringLiteral("order"), QStringLiteral("show")};
}

QStringList OrderShow::arguments() const
{
    return {QStringLiteral("NUMBER")};
}

QString OrderShow::description() const
{
    return QCoreApplication::translate("Ctl", "Shows an order with its history.");
}

Result<Exit> OrderShow::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const orders::StoredOrder stored, orders::loadByNumber(*db, options.positionalArguments().first()));
    printOrder(context, stored.order);
    if (!context.json())
        PFX_TRY(printHistory(context, *db, stored));
    return Exit::Done;
}

} // namespace pfx::ctl
