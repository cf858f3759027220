// SPDX-License-Identifier: GPL-3.0-or-later
// The fast way into the inbox for routes of the embedded server that need nothing but its row: requests that come together are stored by
// one job. `done` is called on the writer's thread after the commit, or with the reason why nothing was stored. Any thread.
#pragma once

#include "core/exchange/grouped_jobs.h"
#include "core/exchange/inbox.h"

namespace pfx::exchange {

class AcceptQueue
{
public:
    using Done = GroupedJobs<Inbound, Accepted>::Done;

    /// The writer and the inbox outlive the queue and its jobs.
    AcceptQueue(store::Writer &writer, Inbox &inbox)
        : m_jobs(writer, [&inbox](store::Connection &db, const std::vector<Inbound> &requests) { return inbox.accept(db, requests); })
    {}

    void accept(Inbound request, Done done) { m_jobs.submit(std::move(request), std::move(done)); }

private:
    GroupedJobs<Inbound, Accepted> m_jobs;
};

} // namespace pfx::exchange
