// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the day a service still gives us, by the header X-RateLimit-Remaining of its newest answer in the journal (Planfix sends it and
// refreshes it about every ten minutes). For the thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <optional>

namespace pfx::exchange {

struct RateLimit
{
    qint64 left = 0; ///< Requests.
    qint64 atMs = 0; ///< When the answer came, ms since 1970 UTC.

    bool operator==(const RateLimit &) const = default;
};

/// None when the newest answers of the service do not say.
base::Result<std::optional<RateLimit>> rateLimit(store::Connection &db, const QString &service);

} // namespace pfx::exchange
