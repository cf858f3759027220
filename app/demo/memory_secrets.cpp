// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/memory_secrets.h"

namespace pfx::app {

using base::Result;
using secrets::Secret;

Result<std::optional<Secret>> MemorySecrets::read(const QString &name)
{
    PFX_TRY(secrets::checkName(name));
    const std::lock_guard lock(m_mutex);
    const auto found = m_values.constFind(name);
    return found == m_values.cend() ? std::optional<Secret>() : *found;
}

Result<void> MemorySecrets::write(const QString &name, const Secret &value)
{
    PFX_TRY(secrets::checkName(name));
    if (value.isEmpty())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("empty"), QStringLiteral("secret"));
    const std::lock_guard lock(m_mutex);
    m_values.insert(name, value);
    return {};
}

Result<void> MemorySecrets::remove(const QString &name)
{
    PFX_TRY(secrets::checkName(name));
    const std::lock_guard lock(m_mutex);
    m_values.remove(name);
    return {};
}

Result<QStringList> MemorySecrets::names()
{
    const std::lock_guard lock(m_mutex);
    return m_values.keys();
}

} // namespace pfx::app
