// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/store_place.h"

#include <QSaveFile>

namespace pfx::app {

using base::ErrorCode;
using base::Result;
using store::StoreUrl;

namespace {

Result<void> keepPassword(const QString &password, secrets::SecretStore &secrets)
{
    return password.isEmpty() ? secrets.remove(storePasswordSecret) : secrets.write(storePasswordSecret, secrets::Secret(password));
}

} // namespace

StoreUrl storeUrl(const Profile &profile, secrets::SecretStore &secrets)
{
    StoreUrl url = profile.store;
    if (url.backend == store::Backend::Postgresql && !profile.isStoreGiven && url.password.isEmpty()) {
        if (const auto kept = secrets.read(storePasswordSecret); kept && *kept)
            url.password = (*kept)->reveal();
    }
    return url;
}

Result<std::unique_ptr<store::Store>> openStore(const Profile &profile, secrets::SecretStore &secrets, const base::Clock &clock,
                                                const base::StopToken &stop)
{
    return store::Store::open(storeUrl(profile, secrets), clock, stop);
}

Result<void> rememberStore(const Profile &profile, const StoreUrl &url, secrets::SecretStore &secrets)
{
    // Without a keychain a database that asks for no password can be used all the same.
    if (const auto kept = keepPassword(url.password, secrets); !kept && !url.password.isEmpty())
        return kept;
    QSaveFile file(storeAddressFile(profile.folder));
    const QByteArray line = url.display().toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
        return base::fail(ErrorCode::StorageReadOnly, file.errorString(), file.fileName());
    return {};
}

Result<MovedStore> moveStore(const Profile &profile, store::Store &from, const StoreUrl &to, secrets::SecretStore &secrets,
                             const base::Clock &clock, const base::StopToken &stop, const store::MoveHooks &hooks)
{
    MovedStore moved;
    moved.address = to.display();
    PFX_ASSIGN(const auto target, store::Store::open(to, clock));
    PFX_ASSIGN(moved.report, store::moveStore(from, *target, stop, hooks));
    if (!profile.isStoreGiven) {
        PFX_TRY(rememberStore(profile, to, secrets));
        moved.isRemembered = true;
    }
    return moved;
}

} // namespace pfx::app
