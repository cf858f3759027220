// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/secret_list.h"

#include "app/ctl/context.h"
#include "core/secrets/secret_store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::ctl {

using base::Result;

QStringList SecretList::words() const
{
    return {QStringLiteral("secret"), QStringLiteral("list")};
}

QString SecretList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the names of the secrets that are there, without their values.");
}

Result<Exit> SecretList::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    PFX_ASSIGN(const QStringList names, secrets->names());
    if (context.json()) {
        QJsonArray array;
        for (const QString &name : names)
            array.append(QJsonObject{{QStringLiteral("name"), name}});
        context.out(QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
    } else {
        for (const QString &name : names)
            context.line(name);
    }
    return Exit::Done;
}

} // namespace pfx::ctl
