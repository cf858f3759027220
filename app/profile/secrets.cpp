// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/secrets.h"

namespace pfx::app {

namespace {

constexpr qint64 patienceMs = 120'000;

/// Profiles do not share their keys; the usual one has the plain name, which people see in their keychain.
QString keychainService(const Profile &profile)
{
    const QString plain = QStringLiteral("planfix-console");
    return profile.isDefault ? plain : plain + QLatin1Char(':') + profile.folder;
}

} // namespace

Secrets::Secrets(const Profile &profile)
    : m_keychain(keychainService(profile), patienceMs, profile.folder + QStringLiteral("/keychain-used")),
      m_chain({&m_environment, &m_keychain})
{
}

} // namespace pfx::app
