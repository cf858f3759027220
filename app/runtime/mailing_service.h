// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a Runtime that concerns mailing lists: the routes for Planfix and for unsubscribing, the lanes that forward lists, and what is
// done from time to time. Owned by the Runtime; routes() on the main thread, look() on the tender's. What it is given outlives it.
#pragma once

#include "app/runtime/runtime_state.h"
#include "core/exchange/journal.h"
#include "core/mailing/forwarding.h"
#include "core/mailing/routes.h"
#include "core/store/store.h"

namespace pfx::app {

class MailingService {
public:
    MailingService(mailing::ForwardOffice office, exchange::Journal &journal) : m_office(std::move(office)), m_journal(journal) { }

    /// For the dispatcher; they look into this object.
    std::vector<exchange::Lane> lanes() const { return mailing::forwardLanes(m_office); }

    std::vector<server::Route> routes(const Configuration &configuration) const;
    /// Takes away what has been kept long enough, a few times a day, and has the services compared once a night. Failures are tried again
    /// the next time. May be called often.
    void look(int keepDays, const base::StopToken &stop);

private:
    base::Result<void> compareAtNight(store::Connection &db);
    base::Result<void> tidy(store::Connection &db, int keepDays, const base::StopToken &stop);

    mailing::ForwardOffice m_office;
    exchange::Journal &m_journal;
    // The tender's.
    qint64 m_lookedAt = -1, m_tidiedAt = -1;
    QString m_comparedOn;
};

} // namespace pfx::app
