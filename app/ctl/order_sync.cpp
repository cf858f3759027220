// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_sync.h"

#include "app/ctl/context.h"
#include "app/ctl/order_wait.h"
#include "core/exchange/open_rows.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::ctl {

using base::Result;

QStringList OrderSync::words() const
{
    return {QStringLiteral("order"), QStringLiteral("sync")};
}

QString OrderSync::description() const
{
    return QCoreApplication::translate("Ctl", "Sends what waits and reads what changed in Planfix.");
}

Result<Exit> OrderSync::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(const Synced synced, syncOrders(context));
    if (context.json()) {
        const QJsonObject object{
            {QStringLiteral("news"), synced.news}, {QStringLiteral("sent"), synced.sent}, {QStringLiteral("attention"), synced.attention}};
        context.out(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else {
        context.line(QCoreApplication::translate("Ctl", "Changed in Planfix: %1, sent: %2, need attention: %3")
                         .arg(synced.news)
                         .arg(synced.sent)
                         .arg(synced.attention));
    }
    return synced.attention > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace pfx::ctl
