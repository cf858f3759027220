// SPDX-License-Identifier: GPL-3.0-or-later
// SMS.ru over HTTP: /sms/send, /sms/status, /my/balance with json=1 (reference/uis-sms-mailing, C2). It takes no number of ours: a lost answer
// stays in doubt. Made by makeSmsRu().
#pragma once

#include "core/sms/driver_table.h"

namespace pfx::sms {

/// The key is its `api_id`.
base::Result<std::unique_ptr<Driver>> makeSmsRu(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);
/// data[0]="sms_status\n<id>\n<status>\n<time>" and so on; wants to hear "100".
base::Result<Callback> readSmsRuCallback(const ProviderConfig &config, const server::Request &request);

} // namespace pfx::sms
