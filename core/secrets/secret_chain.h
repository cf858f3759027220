// SPDX-License-Identifier: GPL-3.0-or-later
// Several places for secrets as one: read from the first that has it, written to the first that can be written. A machine without a keychain
// service keeps nothing there, so reading goes on as if it were empty; probe() and write() say what is missing. A locked keychain is an error:
// nobody knows what is in it. Threads and failures as in SecretStore.
#pragma once

#include "core/secrets/secret_store.h"

#include <vector>

namespace pfx::secrets {

class SecretChain : public SecretStore
{
public:
    /// The stores outlive the chain. What stands earlier hides what stands later.
    explicit SecretChain(std::vector<SecretStore *> stores) : m_stores(std::move(stores)) {}

    base::Result<std::optional<Secret>> read(const QString &name) override;
    /// trouble::readOnly when a place that is only read has the name: the new value would not be seen.
    base::Result<void> write(const QString &name, const Secret &value) override;
    base::Result<void> remove(const QString &name) override;
    base::Result<QStringList> names() override;
    /// Of the place that would be written to.
    base::Result<void> probe() override;

private:
    /// The first that can be written; those before it do not have the name.
    base::Result<SecretStore *> writable(const QString &name);

    std::vector<SecretStore *> m_stores;
};

} // namespace pfx::secrets
