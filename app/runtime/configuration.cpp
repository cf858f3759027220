// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/configuration.h"

#include "core/planfix/access.h"

namespace pfx::app {

using base::Result;

Result<Configuration> readConfiguration(store::Connection &db, secrets::SecretStore &secrets, const QProcessEnvironment &environment)
{
    Configuration configuration;
    PFX_ASSIGN(configuration.settings, settings::Settings::load(db));
    if (const auto account = planfix::chosenAccount(configuration.settings, environment))
        configuration.account = account->host();
    const auto read = [&](const char *name, QByteArray &into) {
        const auto secret = secrets.read(QLatin1String(name));
        if (!secret)
            configuration.secretsTrouble = secret.error();
        else if (*secret)
            into = (*secret)->reveal().toUtf8();
    };
    read("planfix.webhook-secret", configuration.webhookSecret);
    read("orders.token", configuration.ordersToken);
    read("monitoring.token", configuration.monitoringToken);
    return configuration;
}

} // namespace pfx::app
