// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that live as long as the program: the demonstration must not touch the person's keychain. Any thread.
#pragma once

#include "core/secrets/secret_store.h"

#include <QMap>

#include <mutex>

namespace pfx::app {

class MemorySecrets : public secrets::SecretStore {
public:
    base::Result<std::optional<secrets::Secret>> read(const QString &name) override;
    base::Result<void> write(const QString &name, const secrets::Secret &value) override;
    base::Result<void> remove(const QString &name) override;
    base::Result<QStringList> names() override;
    base::Result<void> probe() override { return {}; }

private:
    std::mutex m_mutex;
    QMap<QString, secrets::Secret> m_values;
};

} // namespace pfx::app
