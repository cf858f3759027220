// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a provider once, without sending anything: is it there, does it take the access, how much money is left. Blocks, at most some ten
// seconds; for a worker thread.
#pragma once

#include "core/sms/driver.h"

namespace pfx::sms {

struct ProviderCheck {
    std::optional<Trouble> trouble; ///< None: it would take messages.
    base::Error error; ///< Of a trouble.
    std::optional<Balance> balance; ///< Where the provider tells it.
    bool proven = false; ///< The access was looked at; false: only that somebody answers.
};

/// Failures: Validation for a configuration that cannot work, Cancelled.
base::Result<ProviderCheck> checkProvider(const ProviderConfig &config, const DriverTools &tools, const base::StopToken &stop);

} // namespace pfx::sms
