// SPDX-License-Identifier: GPL-3.0-or-later
// A store with its queues and a dispatcher for the tests of exchange, and a remote that counts what reached it. The remote may be used from
// any thread, the rest from the test's.
#pragma once

#include "core/exchange/dispatcher.h"
#include "core/exchange/inbox.h"
#include "core/exchange/outbox.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"

#include <QMap>

#include <atomic>
#include <mutex>

namespace pfx::test {

/// What an outside service has seen: the operations in their order, and how often each natural key had its effect.
class CountingRemote
{
public:
    void have(const exchange::Job &job);
    int timesOf(const QString &key) const;
    QStringList keys() const; ///< In the order of the effects.
    int most() const;         ///< The most that any key had its effect.

private:
    mutable std::mutex m_mutex;
    QMap<QString, int> m_times;
    QStringList m_keys;
};

/// Options with which nothing happens by polling: only the bell wakes.
exchange::DispatcherOptions quietOptions();

exchange::Effect effect(const QString &key, const QString &subject = {}, exchange::EffectKind kind = exchange::EffectKind::Idempotent);

/// The lane of the service "remote".
exchange::Lane lane(std::function<exchange::Outcome(const exchange::Job &, const base::StopToken &)> handle, int threads = 2);

/// Has the effect and notes its key in the table of settings, as a domain module would write what is its own.
exchange::Outcome haveAndNote(CountingRemote &remote, const exchange::Job &job);

/// Bell, queues and clock of one program on a store.
class Program
{
public:
    explicit Program(store::Store &store) : m_store(store) {}

    store::Store &store() { return m_store; }
    exchange::Bell bell;
    FakeClock clock;
    exchange::Outbox outbox{clock, bell};
    exchange::Inbox inbox{clock, bell};

    base::Result<std::vector<exchange::Accepted>> enqueue(const std::vector<exchange::Effect> &effects);
    base::Result<exchange::Accepted> enqueue(const exchange::Effect &effect);
    /// "done", "waiting" … or "<…>" when there is no such row.
    QString state(qint64 id, const QString &table = QStringLiteral("exchange_outbox"));
    /// "3 done, 1 waiting", in alphabetical order.
    QString states(const QString &table = QStringLiteral("exchange_outbox"));
    void advance(qint64 ms);

private:
    store::Store &m_store;
};

} // namespace pfx::test
