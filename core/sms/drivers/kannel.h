// SPDX-License-Identifier: GPL-3.0-or-later
// Kannel's sendsms (user guide 1.4.5, "Using the HTTP Interface to Send SMS Messages"; measured: reference/uis-sms-mailing, C3.2 and C5). It
// gives no number back and takes none: our own one comes back with the delivery report, a lost answer stays in doubt. Made by makeKannel().
#pragma once

#include "core/sms/driver_table.h"

namespace pfx::sms {

/// The url is that of the smsbox, with or without /cgi-bin/sendsms; login and password as its sendsms-user has them.
base::Result<std::unique_ptr<Driver>> makeKannel(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);
/// The dlr-url that submit() gives: ?id=<our number>&type=<dlr bits>.
base::Result<Callback> readKannelCallback(const ProviderConfig &config, const server::Request &request);

} // namespace pfx::sms
