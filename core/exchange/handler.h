// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between the dispatcher and those who know a service: a handler is made, used and destroyed on one worker thread (so that it can
// own a connection and an HTTP client), gets a row at a time, and says what became of it. It never touches the queue itself.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/exchange/effect.h"
#include "core/store/writer.h"

#include <functional>
#include <memory>
#include <variant>

namespace pfx::exchange {

struct Done
{
    /// What the handler writes itself; committed together with the row's end, or not at all. Busy of a row of the inbox: what was read is
    /// no longer so, and the row is worked on anew after a pause.
    store::Writer::Job commit;
    QString result; ///< JSON kept with the row ({"task":17}); never a secret.
};

struct Failed
{
    base::Error error; ///< Its `effected` decides: a request that was never sent, or was refused, had no effect; one whose answer was lost may.
    /// Of RateLimited and QuotaExhausted: when the account may go on (ms since 1970 UTC), where the other side said so.
    std::optional<qint64> heldUntilMs;
};

using Outcome = std::variant<Done, Failed>;

class Handler
{
public:
    Handler() = default;
    virtual ~Handler() = default;
    Handler(const Handler &) = delete;
    Handler &operator=(const Handler &) = delete;

    /// Blocks as long as it takes; gives up soon after a stop with ErrorCode::Cancelled. Exceptions must not leave it.
    virtual Outcome handle(const Job &job, const base::StopToken &stop) = 0;
};

using HandlerFactory = std::function<std::unique_ptr<Handler>()>;

/// A handler without state of its own.
HandlerFactory handlerOf(std::function<Outcome(const Job &, const base::StopToken &)> handle);

} // namespace pfx::exchange
