// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_undo.h"

#include "app/ctl/import_result.h"
#include "core/migration/runs.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ImportUndo::words() const
{
    return {QStringLiteral("import"), QStringLiteral("undo")};
}

QStringList ImportUndo::arguments() const
{
    return {QStringLiteral("RUN")};
}

QString ImportUndo::description() const
{
    return QCoreApplication::translate("Ctl", "Takes back an import; what was changed or used since is left alone and named.");
}

Result<Exit> ImportUndo::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 run, numberArgument(options.positionalArguments().first()));
    return runImport(context, [&](store::Store &store, migration::RunControl &control, const migration::Importer::Progress &progress) {
        return migration::runs::undo(store, context.clock(), run, control, progress);
    });
}

} // namespace pfx::ctl
