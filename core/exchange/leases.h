// SPDX-License-Identifier: GPL-3.0-or-later
// Who is alive. A dispatcher that has rows in hand makes its number in exchange_owners grow; the others watch the numbers by their own
// running clocks and take over the rows of one whose number stood still for the length of a lease. For one thread (the dispatcher's),
// except beat() and takeOver(), which are called inside write transactions. Failures: those of the Connection.
#pragma once

#include "core/base/result.h"
#include "core/exchange/effect.h"
#include "core/store/connection.h"

#include <QHash>
#include <QString>

#include <vector>

namespace pfx::exchange {

class Leases
{
public:
    explicit Leases(qint64 leaseMs);

    const QString &owner() const { return m_owner; }
    qint64 beatEveryMs() const { return m_leaseMs / 4; }

    base::Result<void> beat(store::Connection &db) const;
    /// The own entry, when nothing is leased any more.
    base::Result<void> leave(store::Connection &db) const;

    struct Dead
    {
        QString owner;
        qint64 beat = 0;
    };
    /// Looks at the others; `monotonicMs` is the caller's running clock. One look counts for at most a quarter of a lease, so that nobody is
    /// declared dead because the watcher (and perhaps the whole machine) stood still.
    base::Result<std::vector<Dead>> look(store::Connection &db, qint64 monotonicMs);

    enum class Taken { Yes, StillAlive };
    /// Gives the rows of a dead owner back to all, unless it has moved since or somebody else was faster.
    static base::Result<Taken> takeOver(store::Connection &db, const Dead &dead, int mostAttempts, qint64 nowMs);

private:
    struct Seen
    {
        qint64 beat = 0;
        qint64 lookedAt = 0;
        qint64 stillMs = 0;
    };

    const qint64 m_leaseMs;
    const QString m_owner;
    QHash<QString, Seen> m_seen;
};

} // namespace pfx::exchange
