// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/secret_remove.h"

#include "app/ctl/context.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList SecretRemove::words() const
{
    return {QStringLiteral("secret"), QStringLiteral("remove")};
}

QStringList SecretRemove::arguments() const
{
    return {QStringLiteral("NAME")};
}

QString SecretRemove::description() const
{
    return QCoreApplication::translate("Ctl", "Removes a secret from the keychain.");
}

Result<Exit> SecretRemove::run(Context &context, const QCommandLineParser &options)
{
    const QString name = options.positionalArguments().first();
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    PFX_TRY(secrets->remove(name));
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_TRY(store->writer().run([](store::Connection &db) { return settings::touch(db); }));
    return Exit::Done;
}

} // namespace pfx::ctl
