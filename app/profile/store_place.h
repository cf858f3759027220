// SPDX-License-Identifier: GPL-3.0-or-later
// Where a profile's store is once it has been moved away: the address stands in the file store.address of the profile, the password of the
// database in the keychain. Both programs open the store through this. Blocks, perhaps for the keychain; any thread.
#pragma once

#include "app/profile/profile.h"
#include "core/secrets/secret_store.h"
#include "core/store/move.h"

namespace pfx::app {

inline const QString storePasswordSecret = QStringLiteral("store.password");

/// With the password that is kept for it.
store::StoreUrl storeUrl(const Profile &profile, secrets::SecretStore &secrets);

/// Those of Store::open; a keychain that cannot be read is no failure while the database lets us in without.
base::Result<std::unique_ptr<store::Store>> openStore(const Profile &profile, secrets::SecretStore &secrets, const base::Clock &clock,
                                                      const base::StopToken &stop = {});

/// From now on the profile's store is at the address: first the keychain, then the file.
base::Result<void> rememberStore(const Profile &profile, const store::StoreUrl &url, secrets::SecretStore &secrets);

struct MovedStore {
    store::MoveReport report;
    QString address; ///< Without the password.
    bool isRemembered = false; ///< Not when the command line or the environment names the store: that has to be changed by hand.
};

/// Brings everything into the empty database of the address. The old one stays as it is. Failures: those of moveStore(), Keychain.
base::Result<MovedStore> moveStore(const Profile &profile, store::Store &from, const store::StoreUrl &to, secrets::SecretStore &secrets,
                                   const base::Clock &clock, const base::StopToken &stop, const store::MoveHooks &hooks);

} // namespace pfx::app
