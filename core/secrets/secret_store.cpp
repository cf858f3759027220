// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_store.h"

#include <QRegularExpression>

namespace pfx::secrets {

base::Result<void> checkName(const QString &name)
{
    // No name of a file or a variable can hide in it, nor one of our own entries in the keychain.
    static const QRegularExpression pattern(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,99}\\z"));
    if (!pattern.match(name).hasMatch())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("not a name"), QStringLiteral("secret"));
    return {};
}

} // namespace pfx::secrets
