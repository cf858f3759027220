// SPDX-License-Identifier: GPL-3.0-or-later
// The fast way into the inbox for the embedded server: requests handed in while the writer is busy go into one job, so that a durable accept
// costs a row and not a transaction. `done` is called on the writer's thread after the commit, or with the reason why nothing was stored.
// Any thread. A request that the database refuses fails only itself; the others of its group are tried once more without it.
#pragma once

#include "core/exchange/inbox.h"
#include "core/store/writer.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace pfx::exchange {

class AcceptQueue
{
public:
    using Done = std::function<void(const base::Result<Accepted> &)>;

    /// The writer and the inbox outlive the queue; the queue outlives its jobs by itself.
    AcceptQueue(store::Writer &writer, Inbox &inbox);
    void accept(Inbound request, Done done);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace pfx::exchange
