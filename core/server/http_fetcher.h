// SPDX-License-Identifier: GPL-3.0-or-later
// How the check of the public address fetches: once, by the program's own transport, without following redirects (a name that leads
// elsewhere must be seen). The transport outlives the fetcher; its thread only.
#pragma once

#include "core/base/stop_token.h"
#include "core/http/transport.h"
#include "core/server/reach_check.h"

namespace pfx::server {

Fetcher fetcherOver(http::Transport &transport, base::StopToken stop);

} // namespace pfx::server
