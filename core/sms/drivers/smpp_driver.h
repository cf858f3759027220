// SPDX-License-Identifier: GPL-3.0-or-later
// SMPP 3.4 over TCP or TLS: a transceiver bind on a thread of its own. The url is smpp://host:port or smpps://host:port; system_id and
// password are the provider's login and password. Options (provider.<name>.options, JSON): window (10), system_type, service_type,
// concatenation (udh, sar, payload), validity (true, false), source_ton, source_npi, receipt_ids (same, decimal, hexadecimal; learnt when
// missing), enquire_seconds (30), answer_seconds (60), ca (a file with further certificate authorities).
#pragma once

#include "core/sms/driver.h"

namespace pfx::sms {

base::Result<std::unique_ptr<Driver>> makeSmppDriver(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);

} // namespace pfx::sms
