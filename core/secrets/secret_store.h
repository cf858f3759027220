// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to where secrets live. Names are those of the contract ("planfix.api-key"). Blocks, perhaps while a person types the password of
// the keychain: never on the window's thread. Any thread, one at a time. Failures: ErrorCode::Keychain whose `where` says what is wrong
// (trouble::…) and whose detail is the system's words; Validation where "secret" for a name that cannot be one. No failure holds a value.
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QStringList>

#include <optional>

namespace pfx::secrets {

/// `where` of ErrorCode::Keychain.
namespace trouble {
inline constexpr QLatin1String noService{"no-service"}; ///< This machine or session has no keychain service.
inline constexpr QLatin1String locked{"locked"};        ///< It is there, but locked, and nobody unlocked it.
inline constexpr QLatin1String denied{"denied"};        ///< The person or the system refused.
inline constexpr QLatin1String readOnly{"read-only"};   ///< This place is only read (environment, credentials of systemd).
inline constexpr QLatin1String broken{"broken"};        ///< Anything else.
} // namespace trouble

class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// No value when there is surely none; a locked keychain is an error, not "none".
    virtual base::Result<std::optional<Secret>> read(const QString &name) = 0;
    /// Empty values are refused: remove instead.
    virtual base::Result<void> write(const QString &name, const Secret &value) = 0;
    /// Nothing happens when there is none.
    virtual base::Result<void> remove(const QString &name) = 0;
    /// In order, without values.
    virtual base::Result<QStringList> names() = 0;
    /// Whether secrets can be kept here now.
    virtual base::Result<void> probe() = 0;
};

/// "planfix.api-key": lower-case letters, digits, dots, dashes and underscores, at most 100.
base::Result<void> checkName(const QString &name);

} // namespace pfx::secrets
