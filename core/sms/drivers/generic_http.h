// SPDX-License-Identifier: GPL-3.0-or-later
// Any other provider over HTTP, as its options (setting provider.<name>.options) describe it:
//   {"method":"POST","content_type":"application/json","headers":{"Authorization":"Bearer {{key}}"},
//    "body":"{\"to\":\"{{to_digits}}\",\"from\":\"{{from}}\",\"text\":\"{{text}}\"}",
//    "success":{"path":"result.0.code","is":["OK"]}, "id":"result.0.messageId", "error":"result.0.reasons.0.key",
//    "errors":{"NO_MONEY":"no_money"}, "callback":{"id":"messageId","status":"status","states":{"DELIVERED":"delivered"},"answer":"OK"}}
// Variables: to, to_digits, from, text, id, reference, login, password, key, callback_url; they are escaped as the content type wants it, and
// in "query" ("to={{to_digits}}&text={{text}}") and the headers too. Without "success" any 2xx is one. Made by makeGenericHttp().
#pragma once

#include "core/sms/driver_table.h"

namespace pfx::sms {

base::Result<std::unique_ptr<Driver>> makeGenericHttp(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events);
base::Result<Callback> readGenericCallback(const ProviderConfig &config, const server::Request &request);

} // namespace pfx::sms
