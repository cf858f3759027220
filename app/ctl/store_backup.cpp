// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_backup.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pfx::ctl {

using base::Result;

QStringList StoreBackup::words() const
{
    return {QStringLiteral("store"), QStringLiteral("backup")};
}

QStringList StoreBackup::arguments() const
{
    return {QStringLiteral("FILE")};
}

QString StoreBackup::description() const
{
    return QCoreApplication::translate("Ctl", "Copies the database into a file, also while others work with it.");
}

Result<Exit> StoreBackup::run(Context &context, const QCommandLineParser &options)
{
    const QString file = QFileInfo(options.positionalArguments().first()).absoluteFilePath();
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_TRY(store->backup(file));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("file", file);
            json.member("bytes", QFileInfo(file).size());
        });
        context.out(json.take() + '\n');
    } else {
        context.line(QCoreApplication::translate("Ctl", "Backup written: %1").arg(file));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
