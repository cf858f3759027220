// SPDX-License-Identifier: GPL-3.0-or-later
// SMSC.ru (and its mirrors) over HTTP: send.php, status.php, balance.php with fmt=3 (reference/uis-sms-mailing, C2). Knows messages by our
// own number, so that a lost answer can be looked up. Made by makeSmsc().
#pragma once

#include "core/sms/driver_table.h"

namespace pfx::sms {

/// Login and password, or a key (`apikey`).
base::Result<std::unique_ptr<Driver>> makeSmsc(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);
/// The event of a delivery: form or query with id, phone and status.
base::Result<Callback> readSmscCallback(const ProviderConfig &config, const server::Request &request);

} // namespace pfx::sms
