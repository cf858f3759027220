// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that were given to the program when it was started: PFX_SECRET_<NAME> (upper case, dots and dashes as _), a file in
// $CREDENTIALS_DIRECTORY (systemd's LoadCredential), PLANFIX_API_KEY; in this order. Only read: write() and remove() fail with
// trouble::readOnly. Any thread.
#pragma once

#include "core/secrets/secret_store.h"

#include <QProcessEnvironment>

namespace pfx::secrets {

class EnvironmentSecrets : public SecretStore
{
public:
    explicit EnvironmentSecrets(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    base::Result<std::optional<Secret>> read(const QString &name) override;
    base::Result<void> write(const QString &name, const Secret &value) override;
    base::Result<void> remove(const QString &name) override;
    /// A variable of a name that the program does not know is listed with the underscores it is spelt with; that name reads it too.
    base::Result<QStringList> names() override;
    base::Result<void> probe() override;

private:
    base::Result<std::optional<Secret>> credential(const QString &name) const;

    const QProcessEnvironment m_environment;
};

} // namespace pfx::secrets
