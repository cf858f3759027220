// SPDX-License-Identifier: GPL-3.0-or-later
// Settings and secrets as a Runtime goes by them. May block where the secret store does: never on the window's thread but at the start.
#pragma once

#include "app/runtime/runtime_state.h"
#include "core/secrets/secret_store.h"

#include <QProcessEnvironment>

namespace pfx::app {

/// Secrets that cannot be read are left empty, with the reason; failures are the store's.
base::Result<Configuration> readConfiguration(store::Connection &db, secrets::SecretStore &secrets, const QProcessEnvironment &environment);

} // namespace pfx::app
