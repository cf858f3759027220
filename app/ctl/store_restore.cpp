// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_restore.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/profile/store_place.h"
#include "core/store/restore.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pfx::ctl {

using base::Result;

QStringList StoreRestore::words() const
{
    return {QStringLiteral("store"), QStringLiteral("restore")};
}

QStringList StoreRestore::arguments() const
{
    return {QStringLiteral("FILE")};
}

QString StoreRestore::description() const
{
    return QCoreApplication::translate("Ctl", "Puts a backup into the place of the database; what stood there is kept beside it.");
}

Result<Exit> StoreRestore::run(Context &context, const QCommandLineParser &options)
{
    const QString file = QFileInfo(options.positionalArguments().first()).absoluteFilePath();
    PFX_ASSIGN(const app::Profile profile, context.profile());
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    PFX_ASSIGN(const store::Restored restored, store::restoreStore(app::storeUrl(profile, *secrets), file, context.clock()));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("file", file);
            json.member("set_aside", restored.setAside);
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    context.line(QCoreApplication::translate("Ctl", "Restored from %1").arg(file));
    if (!restored.setAside.isEmpty())
        context.line(QCoreApplication::translate("Ctl", "What stood there before is in %1").arg(restored.setAside));
    return Exit::Done;
}

} // namespace pfx::ctl
