// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_show.h"

#include "app/ctl/import_result.h"
#include "core/migration/runs.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ImportShow::words() const
{
    return {QStringLiteral("import"), QStringLiteral("show")};
}

QStringList ImportShow::arguments() const
{
    return {QStringLiteral("RUN")};
}

QString ImportShow::description() const
{
    return QCoreApplication::translate("Ctl", "Shows the report of an import.");
}

Result<Exit> ImportShow::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 run, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const migration::RunReport report, migration::runs::report(*store, *db, run));
    printReport(context, report);
    return Exit::Done;
}

} // namespace pfx::ctl
