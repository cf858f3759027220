// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of effects to be had outside. Each function is called inside an open write transaction (a job of the writer), on its thread, so
// that an effect is committed together with the change that causes it. Failures: those of the Connection; Validation for an effect without
// service or operation; NotFound; Conflict when the row's state does not allow it; Busy while somebody works on the row.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/exchange/bell.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <vector>

namespace pfx::exchange {

/// What a person says about an effect whose outcome nobody knows.
enum class Doubt { Respect, AcceptRepeat };

class Outbox
{
public:
    Outbox(const base::Clock &clock, Bell &bell) : m_clock(clock), m_bell(bell) {}

    base::Result<Accepted> enqueue(store::Connection &db, const Effect &effect);
    /// In their order; one after the other for the subjects they share.
    base::Result<std::vector<Accepted>> enqueue(store::Connection &db, const std::vector<Effect> &effects);

    /// From attention, waiting, cancelled or (Doubt::AcceptRepeat) unknown back to the queue, with attempts counted anew.
    base::Result<void> retry(store::Connection &db, qint64 id, Doubt doubt = Doubt::Respect);
    /// All of a service that wait for attention or for their next attempt; how many.
    base::Result<qint64> retryAll(store::Connection &db, const QString &service);
    /// Of one in unknown (or attention): the person knows that it was done.
    base::Result<void> settle(store::Connection &db, qint64 id);
    base::Result<void> cancel(store::Connection &db, qint64 id);

private:
    const base::Clock &m_clock;
    Bell &m_bell;
};

} // namespace pfx::exchange
