// SPDX-License-Identifier: GPL-3.0-or-later
// For trying out: each message becomes one line of JSON in a file, and is then sent. It is looked up there by its reference after a crash.
#pragma once

#include "core/sms/driver.h"

namespace pfx::sms {

/// The url is a path or file:///path; without one the file is sms-<provider>.jsonl in DriverTools::folder.
base::Result<std::unique_ptr<Driver>> makeFileDriver(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);

} // namespace pfx::sms
