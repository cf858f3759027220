// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_test.h"

#include "app/ctl/context.h"
#include "app/ctl/order_output.h"
#include "app/ctl/order_wait.h"
#include "core/texts/order_texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList OrderTest::words() const
{
    return {QStringLiteral("order"), QStringLiteral("test")};
}

QString OrderTest::description() const
{
    return QCoreApplication::translate("Ctl", "Makes a test order and waits until it has become a task.");
}

void OrderTest::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(
        {QStringLiteral("remove"), QCoreApplication::translate("Ctl", "Takes the test order away afterwards, here and there.")});
}

Result<Exit> OrderTest::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const orders::AddedOrder added, addOrder(context, texts::testOrder(context.clock().nowMs())));
    context.message(QCoreApplication::translate("Ctl", "Saved: order %1").arg(added.number));
    PFX_TRY(waitForTask(context, added.id));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const orders::StoredOrder stored, orders::load(*db, added.id));
    PFX_TRY(tellTask(context, stored.order));
    printOrder(context, stored.order);
    if (options.isSet(QStringLiteral("remove")))
        PFX_TRY(removeTestOrder(context, added.id));
    return Exit::Done;
}

} // namespace pfx::ctl
