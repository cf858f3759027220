// SPDX-License-Identifier: GPL-3.0-or-later
// SMS Aero v2 over HTTP: sms/send, sms/status, balance with Basic access (reference/uis-sms-mailing, C2). It takes no number of ours: a lost
// answer stays in doubt. Made by makeAero().
#pragma once

#include "core/sms/driver_table.h"

namespace pfx::sms {

/// The login is the account's e-mail.
base::Result<std::unique_ptr<Driver>> makeAero(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);
/// JSON or form with id and status.
base::Result<Callback> readAeroCallback(const ProviderConfig &config, const server::Request &request);

} // namespace pfx::sms
