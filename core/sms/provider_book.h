// SPDX-License-Identifier: GPL-3.0-or-later
// Providers as a person sets them up: written to settings and secrets, put into their order, paused, taken out. Running services follow by
// the settings' revision. What says db belongs into a Writer job; what says secrets blocks where the secret store does, and comes first, since
// a provider without its key would be tried in vain. Failures: Validation whose `where` is the field ("name", "url", "rate", "options", …) or
// the setting; those of the store and of the secret store.
#pragma once

#include "core/secrets/secret_store.h"
#include "core/sms/driver.h"
#include "core/store/connection.h"

namespace pfx::sms {

/// As it is typed in.
struct ProviderDraft {
    QString name;
    QString driver;
    QString url; ///< Empty: the driver's own.
    QString rate; ///< Messages a second, decimal text; empty: the driver's own.
    QString price; ///< Of a part, decimal text; empty: not known.
    QString options; ///< A JSON object; empty for none.
    secrets::Secret login, password, key; ///< Empty: what is kept already stays.

    bool operator==(const ProviderDraft &other) const
    {
        return name == other.name && driver == other.driver && url == other.url && rate == other.rate && price == other.price
            && options == other.options && login.reveal() == other.login.reveal() && password.reveal() == other.password.reveal()
            && key.reveal() == other.key.reveal();
    }
};

/// The draft as a driver gets it, with the secrets that are kept already where it has none; refused when the driver cannot work with it.
base::Result<ProviderConfig> checkedConfig(const ProviderDraft &draft, secrets::SecretStore &secrets, const DriverTools &tools);
/// As the settings and secrets have it, whether it can work or not.
base::Result<ProviderConfig> keptConfig(store::Connection &db, secrets::SecretStore &secrets, const QString &name);

base::Result<void> keepSecrets(const ProviderDraft &draft, secrets::SecretStore &secrets);
/// At the end of the order when it is new.
base::Result<void> writeProvider(store::Connection &db, const ProviderDraft &draft);
/// All of them, the first one first.
base::Result<void> orderProviders(store::Connection &db, const QStringList &names);
enum class Pause { Off, On };
/// A paused one takes nothing; what waits for it goes to another one, or waits on.
base::Result<void> pauseProvider(store::Connection &db, const QString &name, Pause pause);
base::Result<void> removeProvider(store::Connection &db, const QString &name);
base::Result<void> forgetSecrets(const QString &name, secrets::SecretStore &secrets);

/// "provider.<name>.<part>"
QString providerKey(const QString &name, const char *part);

} // namespace pfx::sms
