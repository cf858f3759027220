// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/environment_secrets.h"

#include "core/secrets/known_names.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStringDecoder>

namespace pfx::secrets {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

const QString prefix = QStringLiteral("PFX_SECRET_");

QString variable(const QString &name)
{
    QString upper = name.toUpper();
    upper.replace(u'.', u'_').replace(u'-', u'_');
    return prefix + upper;
}

/// Names of other programs' making for what is ours.
QString otherVariable(const QString &name)
{
    return name == QLatin1String("planfix.api-key") ? QStringLiteral("PLANFIX_API_KEY") : QString();
}

} // namespace

EnvironmentSecrets::EnvironmentSecrets(QProcessEnvironment environment) : m_environment(std::move(environment)) {}

Result<std::optional<Secret>> EnvironmentSecrets::credential(const QString &name) const
{
    constexpr qint64 largest = 64 * 1024;
    const QString folder = m_environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
    QFile file(folder + u'/' + name);
    if (folder.isEmpty() || !file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Keychain, QStringLiteral("the credential %1 cannot be read").arg(name), trouble::denied);
    QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return fail(ErrorCode::Keychain, QStringLiteral("the credential %1 is too large").arg(name), trouble::broken);
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) // editors and echo end a file so
        bytes.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return fail(ErrorCode::Keychain, QStringLiteral("the credential %1 is not a text").arg(name), trouble::broken);
    return text.isEmpty() ? std::optional<Secret>() : Secret(text);
}

Result<std::optional<Secret>> EnvironmentSecrets::read(const QString &name)
{
    PFX_TRY(checkName(name));
    if (const QString value = m_environment.value(variable(name)); !value.isEmpty())
        return Secret(value);
    PFX_ASSIGN(std::optional<Secret> given, credential(name));
    if (given)
        return given;
    const QString other = otherVariable(name);
    const QString value = other.isEmpty() ? QString() : m_environment.value(other);
    return value.isEmpty() ? std::optional<Secret>() : Secret(value);
}

Result<void> EnvironmentSecrets::write(const QString &, const Secret &)
{
    return probe();
}

Result<void> EnvironmentSecrets::remove(const QString &)
{
    return probe();
}

Result<QStringList> EnvironmentSecrets::names()
{
    QSet<QString> found;
    QSet<QString> spelt;
    for (const QString &name : knownNames()) {
        const QString other = otherVariable(name);
        if (!m_environment.value(variable(name)).isEmpty() || (!other.isEmpty() && !m_environment.value(other).isEmpty()))
            found.insert(name);
        spelt.insert(variable(name));
    }
    const QString folder = m_environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
    if (!folder.isEmpty()) {
        for (const QString &name : QDir(folder).entryList(QDir::Files)) {
            if (checkName(name)) {
                found.insert(name);
                spelt.insert(variable(name));
            }
        }
    }
    for (const QString &key : m_environment.keys()) {
        const QString name = key.startsWith(prefix) ? key.mid(prefix.size()).toLower() : QString();
        if (!spelt.contains(key) && checkName(name) && !m_environment.value(key).isEmpty())
            found.insert(name);
    }
    QStringList names(found.begin(), found.end());
    names.sort();
    return names;
}

Result<void> EnvironmentSecrets::probe()
{
    return fail(ErrorCode::Keychain, QStringLiteral("the environment is only read"), trouble::readOnly);
}

} // namespace pfx::secrets
