// SPDX-License-Identifier: GPL-3.0-or-later
// What works without a person, the same in the window and in `pfxctl serve`: takes rows from the queues, serves the embedded server, looks
// for changed tasks, prunes the journal. Follows the settings and secrets as they change, also by other programs. Lives on the main thread,
// which it never blocks but for start() and stop(); the store, clock and secrets outlive it.
#pragma once

#include "app/runtime/mailing_service.h"
#include "app/runtime/runtime_state.h"
#include "core/exchange/dispatcher.h"
#include "core/exchange/inbox.h"
#include "core/exchange/journal.h"
#include "core/exchange/pruner.h"
#include "core/exchange/store_rate_gate.h"
#include "core/orders/planfix_desk.h"
#include "core/server/server.h"
#include "core/sms/service.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

class QTimer;

namespace pfx::app {

enum class Serving { Off, On };

struct RuntimeOptions {
    Serving serving = Serving::On; ///< Off: no server, whatever the settings say (one-shot commands).
    QString listen; ///< Instead of the setting server.listen.
    QString tlsCertificateFile, tlsKeyFile;
    std::function<std::unique_ptr<http::Transport>()> transport; ///< None: the network.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

class Runtime : public QObject {
    Q_OBJECT

public:
    Runtime(store::Store &store, const base::Clock &clock, secrets::SecretStore &secrets, RuntimeOptions options,
            QObject *parent = nullptr);
    ~Runtime() override;

    /// The queues are worked off when it returns; with Serving::On the error says why the server does not listen (it is tried again by
    /// itself).
    base::Result<void> start();
    /// The same without waiting for anything: settings and secrets are read on a thread beside (a keychain may wait for a person), and
    /// changed() tells when they are there. What fails meanwhile is tried again by itself.
    void startSoon();
    /// Finishes what is in hand.
    void stop();

    /// What orders and other domains write with, from any thread inside writer jobs.
    exchange::Outbox &outbox() { return m_outbox; }
    exchange::Inbox &inbox() { return m_inbox; }
    const orders::Office &office() const { return m_office; }
    sms::Service &sms() { return m_sms; }
    /// Works held rows off at once: the person has mended what they waited for.
    void ring() { m_bell.ringAll(); }
    /// Looks for changed tasks now and not only after a while.
    void lookNow();
    /// Reads settings and secrets anew now: a keychain was locked, and is not any more.
    void readAgain() { m_readAgain = true; }

    /// The revision of the settings that the server and the queues work by. Any thread.
    qint64 adoptedRevision() const { return m_adoptedRevision; }

    ServerView server() const;
    PlanfixView planfix() const;
    /// Why the secrets could not be read.
    std::optional<base::Error> secretsTrouble() const;
    /// The last ones, newest first.
    std::vector<server::RecentRequest> recentRequests() const;

signals:
    /// At most a few times a second.
    void changed();

    /// Anybody has written into the store; at most twice a second.
    void stored();

    // From the watcher to the main thread.
    void configured(std::shared_ptr<const Configuration> configuration);
    void seen(std::shared_ptr<const Seen> seen);

private:
    void adopt(std::shared_ptr<const Configuration> configuration);
    bool isServerWanted() const;
    server::ServerOptions serverOptions() const;
    std::vector<server::Route> routes();
    void applyServer();
    void retireServer();
    void startServer(const server::ServerOptions &options);
    void startQueues(const settings::Settings &settings);

    void watch(const base::StopToken &stop);
    base::Result<void> followSettings(store::Connection &db);
    void note(const Configuration &configuration);
    base::Result<void> liftHolds();
    base::Result<void> lookAtStore(store::Connection &db);
    void tend(const base::StopToken &stop);

    store::Store &m_store;
    const base::Clock &m_clock;
    secrets::SecretStore &m_secrets;
    const RuntimeOptions m_options;

    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    exchange::Inbox m_inbox;
    exchange::Journal m_journal;
    exchange::StoreRateGate m_gate;
    orders::MappingSource m_mapping;
    orders::Office m_office;
    sms::Service m_sms;
    MailingService m_mailing;
    std::unique_ptr<exchange::Dispatcher> m_dispatcher; ///< Once the settings are known.

    // The main thread's.
    std::shared_ptr<const Configuration> m_configuration;
    std::shared_ptr<server::Secret> m_monitoringToken = std::make_shared<server::Secret>();
    std::unique_ptr<server::Server> m_server;
    std::unique_ptr<server::Server> m_retiring; ///< Finishes what it has accepted.
    std::shared_ptr<const Seen> m_seen;
    QStringList m_serverKey; ///< What the server was started with.
    std::optional<base::Error> m_serverError;
    QTimer *m_serverRetry;

    // The watcher's, once it runs.
    qint64 m_seenRevision = -1;
    QString m_account;
    QString m_changeMark;
    Seen m_lastSeen;

    std::atomic<bool> m_lookNow = false, m_readAgain = false;
    std::atomic<qint64> m_lookEveryMs = 0, m_adoptedRevision = -1;
    std::atomic<int> m_keepBodyDays = 0, m_keepDays = 0; ///< 0: not known yet.
    std::jthread m_watcher; ///< Settings and what is in the store.
    std::jthread m_tender;  ///< What takes long: looking for changed tasks, pruning.
};

} // namespace pfx::app
