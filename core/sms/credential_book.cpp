// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/credential_book.h"

#include "core/secrets/new_secret.h"

#include <QRegularExpression>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using secrets::Secret;
using secrets::SecretStore;

namespace {

const QString furtherPrefix = QStringLiteral("sms.credentials.");
const QString defaultLogin = QStringLiteral("planfix");
constexpr int passwordBytes = 15, keyBytes = 32;

Result<Secret> part(SecretStore &secrets, const QString &name, const char *what)
{
    PFX_ASSIGN(const auto read, secrets.read(credentialPrefix(name) + QLatin1String(what)));
    return read.value_or(Secret());
}

Result<CredentialSecrets> readAll(SecretStore &secrets, const QString &name)
{
    CredentialSecrets all;
    all.name = name;
    PFX_ASSIGN(const Secret login, part(secrets, name, "login"));
    all.login = login.reveal();
    PFX_ASSIGN(all.password, part(secrets, name, "password"));
    PFX_ASSIGN(all.key, part(secrets, name, "key"));
    return all;
}

CredentialEntry entryOf(const CredentialSecrets &all)
{
    return {all.name, all.login, !all.login.isEmpty() && !all.password.isEmpty(), !all.key.isEmpty()};
}

bool isUsable(const CredentialEntry &entry)
{
    return entry.byPassword || entry.byKey;
}

} // namespace

QString credentialPrefix(const QString &name)
{
    return name == defaultCredential ? QStringLiteral("sms.") : furtherPrefix + name + QLatin1Char('.');
}

QStringList credentialNames(const QStringList &secretNames)
{
    QStringList names;
    for (const QString &name : secretNames) {
        if (!name.startsWith(furtherPrefix))
            continue;
        const QString own = name.mid(furtherPrefix.size()).section(QLatin1Char('.'), 0, -2);
        if (!own.isEmpty() && !names.contains(own))
            names.append(own);
    }
    return names;
}

Result<QVector<CredentialEntry>> credentials(SecretStore &secrets)
{
    PFX_ASSIGN(const QStringList all, secrets.names());
    QVector<CredentialEntry> entries;
    for (const QString &name : QStringList{defaultCredential} + credentialNames(all)) {
        PFX_ASSIGN(const CredentialSecrets read, readAll(secrets, name));
        if (const CredentialEntry entry = entryOf(read); isUsable(entry))
            entries.append(entry);
    }
    return entries;
}

Result<CredentialSecrets> credential(SecretStore &secrets, const QString &name)
{
    PFX_ASSIGN(CredentialSecrets read, readAll(secrets, name));
    if (!isUsable(entryOf(read)))
        return base::fail(ErrorCode::NotFound, name, QStringLiteral("credential"));
    return read;
}

Result<CredentialSecrets> makeCredential(SecretStore &secrets, const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9_-]{1,40}$"));
    if (!form.match(name).hasMatch())
        return base::fail(ErrorCode::Validation, QStringLiteral("lower-case Latin letters, digits, dashes and underscores"), QStringLiteral("name"));
    PFX_ASSIGN(const CredentialSecrets known, readAll(secrets, name));
    if (isUsable(entryOf(known)))
        return base::fail(ErrorCode::Conflict, name, QStringLiteral("name"));
    CredentialSecrets made{name, name == defaultCredential ? defaultLogin : name, secrets::newSecret(passwordBytes), secrets::newSecret(keyBytes)};
    const QString prefix = credentialPrefix(name);
    const std::pair<const char *, Secret> parts[] = {{"key", made.key}, {"password", made.password}, {"login", Secret(made.login)}};
    for (const auto &[what, value] : parts) {
        if (const auto written = secrets.write(prefix + QLatin1String(what), value); !written) {
            (void)revokeCredential(secrets, name); // the reason is told; half a credential is none
            return base::fail(written.error());
        }
    }
    return made;
}

Result<void> revokeCredential(SecretStore &secrets, const QString &name)
{
    for (const char *what : {"login", "password", "key"})
        PFX_TRY(secrets.remove(credentialPrefix(name) + QLatin1String(what)));
    return {};
}

} // namespace pfx::sms
