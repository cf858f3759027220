// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_check.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList StoreCheck::words() const
{
    return {QStringLiteral("store"), QStringLiteral("check")};
}

QString StoreCheck::description() const
{
    return QCoreApplication::translate("Ctl", "Checks that the database is whole.");
}

Result<Exit> StoreCheck::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_TRY(store->check());
    if (context.json()) {
        JsonWriter json;
        json.object([&] { json.flag("ok", true); });
        context.out(json.take() + '\n');
    } else {
        context.line(QCoreApplication::translate("Ctl", "The database is whole."));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
