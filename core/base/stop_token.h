// SPDX-License-Identifier: GPL-3.0-or-later
// How a long core function is asked to stop: it looks at the token at least every 100 ms and then returns ErrorCode::Cancelled.
#pragma once

#include <stop_token>

namespace pfx::base {

using StopSource = std::stop_source;
using StopToken = std::stop_token;

} // namespace pfx::base
