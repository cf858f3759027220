// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_chain.h"

#include <algorithm>

namespace pfx::secrets {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool is(const Error &error, QLatin1String trouble)
{
    return error.code == ErrorCode::Keychain && error.where == trouble;
}

} // namespace

Result<std::optional<Secret>> SecretChain::read(const QString &name)
{
    for (SecretStore *store : m_stores) {
        Result<std::optional<Secret>> found = store->read(name);
        if (found ? found->has_value() : !is(found.error(), trouble::noService))
            return found;
    }
    return std::nullopt;
}

Result<SecretStore *> SecretChain::writable(const QString &name)
{
    Error last{ErrorCode::Keychain, QStringLiteral("there is no place for secrets"), trouble::noService};
    for (SecretStore *store : m_stores) {
        const Result<void> ready = store->probe();
        if (ready)
            return store;
        last = ready.error();
        if (!is(last, trouble::readOnly))
            break;
        if (!name.isEmpty()) {
            PFX_ASSIGN(const std::optional<Secret> here, store->read(name));
            if (here)
                return fail(last);
        }
    }
    return fail(last);
}

Result<void> SecretChain::write(const QString &name, const Secret &value)
{
    PFX_TRY(checkName(name));
    PFX_ASSIGN(SecretStore * store, writable(name));
    return store->write(name, value);
}

Result<void> SecretChain::remove(const QString &name)
{
    PFX_TRY(checkName(name));
    PFX_ASSIGN(SecretStore * store, writable(name));
    return store->remove(name);
}

Result<QStringList> SecretChain::names()
{
    QStringList all;
    for (SecretStore *store : m_stores) {
        const Result<QStringList> some = store->names();
        if (some)
            all += *some;
        else if (!is(some.error(), trouble::noService))
            return some;
    }
    all.sort();
    all.removeDuplicates();
    return all;
}

Result<void> SecretChain::probe()
{
    PFX_TRY(writable({}));
    return {};
}

} // namespace pfx::secrets
