// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to talk to Planfix: the account's address, the key, the pace. Read anew whenever settings or secrets have changed. Blocks
// where the secret store does; never on the window's thread. Failures: Unauthorized where "planfix.account" or "planfix.api-key" when it
// was never given; Validation for an address that is none; those of the secret store.
#pragma once

#include "core/planfix/account.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"

#include <QProcessEnvironment>

namespace pfx::planfix {

inline const QString apiKeySecret = QStringLiteral("planfix.api-key");

struct Access {
    Account account;
    secrets::Secret key;
    double perSecond = 1;
};

/// PLANFIX_ACCOUNT of the environment stands before the setting, as PLANFIX_API_KEY does before the keychain.
base::Result<Account> chosenAccount(const settings::Settings &settings, const QProcessEnvironment &environment);
base::Result<Access> loadAccess(const settings::Settings &settings, const QProcessEnvironment &environment, secrets::SecretStore &secrets);

} // namespace pfx::planfix
