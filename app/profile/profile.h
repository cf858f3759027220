// SPDX-License-Identifier: GPL-3.0-or-later
// Where both programs keep their things: the folder of the profile and the address of its store, chosen from the command line, the
// environment, what the profile remembers of a move, or the defaults (docs: "Programs"). On the main thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::app {

struct Profile {
    QString folder; ///< Absolute; exists.
    bool isDefault = true; ///< The usual folder.
    store::StoreUrl store;
    bool isStoreGiven = false; ///< By the command line or the environment, whatever the profile remembers.
};

/// The file of a profile that tells where its store has been moved to, one line; there is none while it stands in the profile.
QString storeAddressFile(const QString &folder);

/// `folder` and `storeUrl` are the values of --profile and --store, empty when not given. Makes the folder, readable by its owner alone.
/// StorageReadOnly when it cannot be made; Validation for a bad address, also for one that the profile remembers.
base::Result<Profile> chooseProfile(const QString &folder, const QString &storeUrl);

} // namespace pfx::app
