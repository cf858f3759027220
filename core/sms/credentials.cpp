// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/credentials.h"

#include "core/server/secret.h"

namespace pfx::sms {

std::optional<QString> matchCredential(const Policy &policy, const Presented &presented)
{
    const auto bytes = [](const std::optional<QString> &text) { return text.value_or(QString()).toUtf8(); };
    const QByteArray login = bytes(presented.login), password = bytes(presented.password), key = bytes(presented.key);
    std::optional<QString> found;
    for (const Credential &credential : policy.credentials) {
        // Nothing matches an empty secret.
        const bool byKey = server::equalInConstantTime(key, credential.key) && !credential.key.isEmpty();
        const bool byLogin = server::equalInConstantTime(login, credential.login);
        const bool byPassword = server::equalInConstantTime(password, credential.password);
        const bool fits = presented.key ? byKey : byLogin && byPassword && !credential.login.isEmpty() && !credential.password.isEmpty();
        if (fits && !found)
            found = credential.name;
    }
    return found;
}

} // namespace pfx::sms
