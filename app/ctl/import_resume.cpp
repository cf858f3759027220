// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_resume.h"

#include "app/ctl/import_result.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ImportResume::words() const
{
    return {QStringLiteral("import"), QStringLiteral("resume")};
}

QStringList ImportResume::arguments() const
{
    return {QStringLiteral("RUN")};
}

QString ImportResume::description() const
{
    return QCoreApplication::translate("Ctl", "Goes on with a stopped import.");
}

Result<Exit> ImportResume::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 run, numberArgument(options.positionalArguments().first()));
    return runImport(context, [&](store::Store &store, migration::RunControl &control, const migration::Importer::Progress &progress) {
        return migration::Importer(store, context.clock(), migration::StoreUse::Exclusive).resume(run, control, progress);
    });
}

} // namespace pfx::ctl
