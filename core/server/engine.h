// SPDX-License-Identifier: GPL-3.0-or-later
// The server's inside, all on the server's thread: the listener, the connections, the certificate, the clocks. Other threads reach it
// through the mailbox only.
#pragma once

#include "core/base/clock.h"
#include "core/server/certificate.h"
#include "core/server/connection.h"
#include "core/server/gate.h"
#include "core/server/handler_runner.h"
#include "core/server/listener.h"
#include "core/server/metrics.h"
#include "core/server/server_view.h"

#include <QTimer>

#include <unordered_map>

namespace pfx::server {

class Engine : public QObject, public ConnectionHost
{
    Q_OBJECT

public:
    Engine(const base::Clock &clock, store::Store *store, const ServerOptions &options, std::shared_ptr<ServerMailbox> mailbox,
           ServerView &view);
    ~Engine() override;

    base::Result<void> start(std::vector<Route> routes);

    const Limits &limits() const override { return m_options.limits; }
    qint64 monotonicMs() const override { return m_clock.monotonicMs(); }
    const QByteArray &dateHeader() override;
    Incoming admit(const Connection &connection, const Head &head) override;
    Response refusal(const Refusal &refusal, const Route *route) override { return m_gate->refusal(refusal, route); }
    bool takeLargeBody() override { return !std::exchange(m_largeBody, true); }
    void releaseLargeBody() override { m_largeBody = false; }
    void work(Connection &connection, quint64 slot, Incoming incoming) override;
    void answered(const Answered &answered) override;
    void closed(Connection &connection) override;

signals:
    void stateChanged();
    void requestsAnswered();
    /// All that was accepted is answered, or its time is over.
    void stopped();

private:
    struct Waiting
    {
        QString client;
        std::shared_ptr<const Router> router;
        const Route *route = nullptr;
        bool accept = false;
    };
    using SlotKey = std::pair<quint64, quint64>;

    void setRoutes(std::vector<Route> routes);
    void onMail();
    void onConnection(qintptr descriptor);
    bool makeRoom();
    void deliver(quint64 connection, quint64 slot, const QString &client, const Response &response, int holdBackMs);
    void complete(Completion &completion);
    void tellOfFailure(const QByteArray &route, const base::Error &error);
    void lookAround();
    void lookAtCertificate();
    void useCertificate(const Certificate &certificate);
    void beginStop();
    void publish(ServerState state);

    const base::Clock &m_clock;
    const ServerOptions m_options;
    const std::shared_ptr<ServerMailbox> m_mailbox;
    ServerView &m_view;
    const QString m_instance;

    Listener *m_listener = nullptr; ///< Owned by m_reader once it listens.
    std::unique_ptr<RequestReader> m_reader;
    std::optional<Gate> m_gate;
    HandlerRunner m_runner;
    Metrics m_metrics;

    std::unordered_map<quint64, Connection *> m_connections;
    std::map<SlotKey, Waiting> m_waiting;
    int m_waitingAccepts = 0;
    quint64 m_nextConnection = 1;
    bool m_largeBody = false;
    bool m_stopping = false;
    qint64 m_toldOfFailureMs = 0;
    bool m_news = false; ///< Something was answered since the last signal.

    Certificate m_certificate;
    QByteArray m_refusedFingerprint; ///< Of files that could not be used: they are told of once.
    QTimer m_clockTimer;
    QTimer m_certificateTimer;
    QTimer m_stopTimer;
    QByteArray m_date;
    qint64 m_dateSecond = -1;
    std::unique_ptr<QObject> m_mail;
};

} // namespace pfx::server
