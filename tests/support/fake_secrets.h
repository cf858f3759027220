// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in memory, which fail when told. One thread.
#pragma once

#include "core/secrets/secret_store.h"

#include <QMap>

namespace pfx::test {

class FakeSecrets : public secrets::SecretStore
{
public:
    /// Every call fails with this, until it is taken back.
    void fail(std::optional<base::Error> error) { m_error = std::move(error); }
    void put(const QString &name, const QString &value) { m_values.insert(name, value); }

    base::Result<std::optional<secrets::Secret>> read(const QString &name) override
    {
        PFX_TRY(checked(name));
        const auto found = m_values.constFind(name);
        return found == m_values.cend() ? std::optional<secrets::Secret>() : secrets::Secret(*found);
    }

    base::Result<void> write(const QString &name, const secrets::Secret &value) override
    {
        PFX_TRY(checked(name));
        if (value.isEmpty())
            return base::fail(base::ErrorCode::Validation, QStringLiteral("empty"), QStringLiteral("secret"));
        m_values.insert(name, value.reveal());
        return {};
    }

    base::Result<void> remove(const QString &name) override
    {
        PFX_TRY(checked(name));
        m_values.remove(name);
        return {};
    }

    base::Result<QStringList> names() override
    {
        PFX_TRY(probe());
        return m_values.keys();
    }

    base::Result<void> probe() override
    {
        if (m_error)
            return base::fail(*m_error);
        return {};
    }

private:
    base::Result<void> checked(const QString &name)
    {
        PFX_TRY(secrets::checkName(name));
        return probe();
    }

    QMap<QString, QString> m_values;
    std::optional<base::Error> m_error;
};

} // namespace pfx::test
