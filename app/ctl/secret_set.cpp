// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/secret_set.h"

#include "app/ctl/context.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QFile>

namespace pfx::ctl {

using base::Result;

QStringList SecretSet::words() const
{
    return {QStringLiteral("secret"), QStringLiteral("set")};
}

QStringList SecretSet::arguments() const
{
    return {QStringLiteral("NAME")};
}

QString SecretSet::description() const
{
    return QCoreApplication::translate("Ctl", "Keeps a secret in the keychain; its value comes on the standard input.");
}

Result<Exit> SecretSet::run(Context &context, const QCommandLineParser &options)
{
    const QString name = options.positionalArguments().first();
    PFX_TRY(secrets::checkName(name));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::SourceUnreadable, input.errorString(), QStringLiteral("stdin"));
    constexpr qint64 longest = 64 * 1024;
    const QByteArray given = input.read(longest + 1);
    if (given.size() > longest)
        return base::fail(base::ErrorCode::Validation, QStringLiteral("longer than 64 KiB"), name);
    const QString value = QString::fromUtf8(given).trimmed();
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    PFX_TRY(secrets->write(name, secrets::Secret(value)));
    // Running programs read their secrets anew.
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_TRY(store->writer().run([](store::Connection &db) { return settings::touch(db); }));
    if (!context.json())
        context.message(QCoreApplication::translate("Ctl", "%1 is kept in the keychain.").arg(name));
    else
        context.out(QByteArray("{\"name\":\"") + name.toUtf8() + "\"}\n");
    return Exit::Done;
}

} // namespace pfx::ctl
