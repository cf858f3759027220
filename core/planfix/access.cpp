// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/access.h"

namespace pfx::planfix {

using base::ErrorCode;
using base::Result;

namespace {

const QString accountSetting = QStringLiteral("planfix.account");

} // namespace

Result<Account> chosenAccount(const settings::Settings &settings, const QProcessEnvironment &environment)
{
    QString text = environment.value(QStringLiteral("PLANFIX_ACCOUNT"));
    if (text.trimmed().isEmpty())
        text = settings.text(accountSetting);
    if (text.trimmed().isEmpty())
        return base::fail(ErrorCode::Unauthorized, QStringLiteral("no account was given"), accountSetting);
    return Account::parse(text);
}

Result<Access> loadAccess(const settings::Settings &settings, const QProcessEnvironment &environment, secrets::SecretStore &secrets)
{
    PFX_ASSIGN(Account account, chosenAccount(settings, environment));
    PFX_ASSIGN(const auto key, secrets.read(apiKeySecret));
    if (!key || key->isEmpty())
        return base::fail(ErrorCode::Unauthorized, QStringLiteral("no key was given"), apiKeySecret);
    return Access{std::move(account), *key, settings.decimal(QStringLiteral("planfix.requests-per-second"))};
}

} // namespace pfx::planfix
