// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of requests that came in. Called inside an open write transaction (a job of the writer), on its thread; nothing may be answered
// before the commit. Many at once cost one statement a table and not one a row. Failures as of the outbox.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/exchange/bell.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <vector>

namespace pfx::exchange {

class Inbox
{
public:
    Inbox(const base::Clock &clock, Bell &bell) : m_clock(clock), m_bell(bell) {}

    /// The rows' ids in the order of `requests`.
    base::Result<std::vector<Accepted>> accept(store::Connection &db, const std::vector<Inbound> &requests);
    base::Result<Accepted> accept(store::Connection &db, const Inbound &request);

    /// Works a request off once more: one that is done as a new row with the same body (NotFound when the body has been pruned), one that
    /// waits for attention itself. The id of the row that will be worked off.
    base::Result<qint64> replay(store::Connection &db, qint64 id);
    base::Result<void> cancel(store::Connection &db, qint64 id);

private:
    const base::Clock &m_clock;
    Bell &m_bell;
};

} // namespace pfx::exchange
