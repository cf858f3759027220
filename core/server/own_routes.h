// SPDX-License-Identifier: GPL-3.0-or-later
// The routes that the server has of itself: /health, /ready, /metrics.
#pragma once

#include "core/server/server.h"

namespace pfx::server {

/// `metrics` is called on the server's thread.
std::vector<Route> ownRoutes(const ServerOptions &options, const QString &instance, std::function<QByteArray()> metrics);

} // namespace pfx::server
