// SPDX-License-Identifier: GPL-3.0-or-later
// What Planfix must present to send messages: made, listed, shown, revoked. All of it lives in the secret store and nowhere else; a running
// service learns of a change by settings::touch, which is the caller's. Blocks where the secret store does. Failures: those of the secret
// store; Validation "name", Conflict and NotFound.
#pragma once

#include "core/secrets/secret_store.h"

#include <QVector>

namespace pfx::sms {

/// The one without a name of its own: sms.login, sms.password, sms.key.
inline const QString defaultCredential = QStringLiteral("default");

/// A credential without its secrets.
struct CredentialEntry {
    QString name;
    QString login; ///< Empty when it goes by key alone.
    bool byPassword = false; ///< Has a login and a password.
    bool byKey = false;

    bool operator==(const CredentialEntry &) const = default;
};

struct CredentialSecrets {
    QString name, login;
    secrets::Secret password, key;
};

/// "sms.", "sms.credentials.<name>."
QString credentialPrefix(const QString &name);
/// The names of further credentials among those of all secrets, in their order.
QStringList credentialNames(const QStringList &secretNames);

/// Those that can be used, the default one first.
base::Result<QVector<CredentialEntry>> credentials(secrets::SecretStore &secrets);
base::Result<CredentialSecrets> credential(secrets::SecretStore &secrets, const QString &name);
/// A login (the name; "planfix" of the default one), a new password and a new key. What could not be written whole is taken back.
base::Result<CredentialSecrets> makeCredential(secrets::SecretStore &secrets, const QString &name);
/// Nobody is let in with it from now on.
base::Result<void> revokeCredential(secrets::SecretStore &secrets, const QString &name);

} // namespace pfx::sms
