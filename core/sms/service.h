// SPDX-License-Identifier: GPL-3.0-or-later
// The SMS service as a whole: takes messages at `/sms`, works the queue off through the providers, takes in delivery reports. Follows the
// policy as it changes. The functions may be called from any thread and block only where it is said.
#pragma once

#include "core/exchange/journal.h"
#include "core/exchange/outbox.h"
#include "core/server/route.h"
#include "core/sms/intake.h"
#include "core/sms/lane.h"
#include "core/sms/problem.h"

#include <atomic>
#include <map>

namespace pfx::sms {

struct ServiceOptions {
    QString folder; ///< Where the file driver writes by default; empty: nowhere.
    std::function<std::unique_ptr<http::Transport>()> transport;
    ProblemWords words;
};

class Service {
public:
    /// All of it outlives the service. Nothing happens before start().
    Service(store::Store &store, const base::Clock &clock, exchange::Journal &journal, exchange::Outbox &outbox, ServiceOptions options);
    /// Stops.
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// From now on this counts; lanes are started, stopped or changed by a thread of the service.
    void apply(SharedPolicy policy);
    void start();
    /// Finishes what is in hand; blocks for that.
    void stop();

    /// For the embedded server; the service outlives them.
    std::vector<server::Route> routes();
    /// Takes a message that a person wrote here; `done` on the writer's thread.
    void take(NewMessage message, Intake::Done done) { m_intake.take(std::move(message), std::move(done)); }
    SharedPolicy policy() const { return m_policy.get(); }

    /// There is something to send for these (a message was written by a command).
    void ring(const std::set<QString> &providers);
    /// A person has mended what a provider was paused for.
    void resume(const QString &provider);

    std::vector<LaneFigures> figures() const;
    /// Lines of /metrics in Prometheus' text form.
    QByteArray metrics() const;

private:
    void keep(const base::StopToken &stop);
    base::Result<void> nameStore();
    void adjustLanes();
    base::Result<void> tidy(bool policyIsNew);
    base::Result<void> routeWaiting(store::Connection &db, const QStringList &strangers);
    void report(const QString &provider, std::vector<Receipt> receipts, DriverEvents::Stored stored);
    base::Result<void> tell(store::Connection &db, const std::vector<Ended> &ended);

    store::Store &m_store;
    const base::Clock &m_clock;
    exchange::Journal &m_journal;
    exchange::Outbox &m_outbox;
    const ServiceOptions m_options;
    PolicyHolder m_policy;
    LaneTools m_tools;
    Intake m_intake;
    std::atomic<qint64> m_waiting = 0;

    mutable std::mutex m_mutex; ///< Of the lanes.
    std::map<QString, std::shared_ptr<Lane>> m_lanes;
    std::map<QString, QByteArray> m_fingerprints;

    std::mutex m_wakeMutex;
    std::condition_variable_any m_wake;
    bool m_changed = false;
    QString m_storeId, m_trouble; ///< Of the keeper's thread.
    std::jthread m_keeper;
};

} // namespace pfx::sms
