// SPDX-License-Identifier: GPL-3.0-or-later
// Makes passwords and keys from the system's generator. Any thread.
#pragma once

#include "core/secrets/secret.h"

namespace pfx::secrets {

/// So many random bytes in letters, digits, dashes and underscores, which can be pasted anywhere and need no escaping in an address: 32 bytes
/// are 43 characters, 15 are 20.
Secret newSecret(int bytes = 32);

} // namespace pfx::secrets
