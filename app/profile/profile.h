// SPDX-License-Identifier: GPL-3.0-or-later
// Where both programs keep their things: the folder of the profile and the address of its store, chosen from the command line, the
// environment, or the defaults (docs: "Programs"). Called once at the start, on the main thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::app {

struct Profile {
    QString folder; ///< Absolute; exists.
    bool isDefault = true; ///< The usual folder.
    store::StoreUrl store;
};

/// `folder` and `storeUrl` are the values of --profile and --store, empty when not given. Makes the folder, readable by its owner alone.
/// StorageReadOnly when it cannot be made; Validation for a bad address.
base::Result<Profile> chooseProfile(const QString &folder, const QString &storeUrl);

} // namespace pfx::app
