// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/configuration.h"

#include "core/planfix/access.h"

namespace pfx::app {

using base::Result;

namespace {

/// "No key" of a machine that has nowhere to keep one is another matter than that of one that has.
void noteMissingPlace(Configuration &configuration, secrets::SecretStore &secrets)
{
    if (const auto ready = secrets.probe(); !ready)
        configuration.secretsTrouble = ready.error();
}

} // namespace

Result<Configuration> readConfiguration(store::Connection &db, secrets::SecretStore &secrets, const QProcessEnvironment &environment)
{
    Configuration configuration;
    PFX_ASSIGN(configuration.settings, settings::Settings::load(db));
    if (const auto account = planfix::chosenAccount(configuration.settings, environment))
        configuration.account = account->host();
    // Looked at first: a keychain that lacks the key is probed, which tells a missing keychain from an empty one.
    const auto key = secrets.read(planfix::apiKeySecret);
    configuration.hasPlanfixKey = key && *key && !(*key)->isEmpty();
    if (!key)
        configuration.secretsTrouble = key.error();
    else if (!*key && !configuration.account.isEmpty())
        noteMissingPlace(configuration, secrets);
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
    read("mailing.token", configuration.mailingToken);
    read("mailing.unsubscribe-key", configuration.unsubscribeKey);
    PFX_ASSIGN(configuration.sms, sms::readPolicy(db, secrets));
    if (configuration.sms->secretsTrouble)
        configuration.secretsTrouble = configuration.sms->secretsTrouble;
    return configuration;
}

} // namespace pfx::app
