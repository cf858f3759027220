// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded server: one thread of its own that never blocks and never touches SQL, with threads beside it for reads and asks. The same
// in the GUI and in `pfxctl serve`. Made, started and stopped by one thread (the GUI's or main's); everything else may be called from any.
// The signals come from the server's thread at most ten times a second: connect them queued.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/server/route.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace pfx::store {
class Store;
}

namespace pfx::server {

struct ServerOptions
{
    QString listen = QStringLiteral("127.0.0.1:8088"); ///< "address:port", "[::1]:port"; port 0: any free one.
    QString tlsCertificateFile;                        ///< PEM, the server's first, then its chain. Both files or none.
    QString tlsKeyFile;
    int lookAtCertificateMs = 5'000; ///< How often the two files are looked at for a change.
    QStringList trustedProxies;      ///< Addresses or networks ("10.0.0.0/8") whose X-Forwarded-For is believed.
    Limits limits;
    int readers = 2;
    int askers = 4;
    RefusalWords words;
    SharedSecret monitoringToken; ///< For /metrics from elsewhere than loopback; null: loopback only.
    /// Whether requests could be stored now; asked on a worker by /ready. None: always.
    std::function<base::Result<void>()> ready;
    /// Further lines of /metrics in Prometheus' text form; quick, thread-safe.
    std::function<QByteArray()> moreMetrics;
};

/// The readiness of a store: its writer commits and a reader can be had.
std::function<base::Result<void>()> readinessOf(store::Store &store);

enum class ServerState { Stopped, Listening, Stopping };

struct ServerStatus
{
    ServerState state = ServerState::Stopped;
    QString address; ///< "127.0.0.1:8088" as it is bound.
    bool tls = false;
    QString
        certificateProblem; ///< Technical; the last renewal could not be used and the old certificate is still in use, or it expires soon.
    qint64 certificateExpiresMs = 0;
    QString instance; ///< Random, new at each start; /health says it.
    int connections = 0;
    qint64 requests = 0; ///< Answered since the start.
};

/// One line for the screen: nothing in it is secret, the path is the route's pattern.
struct RecentRequest
{
    qint64 timeMs = 0;
    QByteArray method;
    QByteArray route; ///< Pattern; empty for an unknown path.
    QString client;
    int status = 0;
    qint64 tookMs = 0;
    qint64 bodyBytes = 0;
};

class Server : public QObject
{
    Q_OBJECT

public:
    /// `store` serves the read routes (may be null when there is none); clock and store outlive the server.
    Server(const base::Clock &clock, store::Store *store, ServerOptions options, std::vector<Route> routes, QObject *parent = nullptr);
    /// Stops.
    ~Server() override;

    /// Listens when it returns. Conflict: the port is in use; Validation: address, certificate or key (`where` names the option, `detail`
    /// says what is wrong); StorageReadOnly: the port needs a right that the user does not have.
    base::Result<void> start();
    /// Takes nothing more, finishes what was accepted (at most Limits::stopMs) and returns.
    void stop();
    /// The same without waiting: stateChanged() tells when it has stopped.
    void stopSoon();

    /// New routes for the requests that come from now on.
    void setRoutes(std::vector<Route> routes);
    /// Looks at the certificate's files now and not only after a while.
    void lookAtCertificate();

    ServerStatus status() const;
    /// The last ones, newest first.
    std::vector<RecentRequest> recentRequests() const;

signals:
    void stateChanged();
    void requestsAnswered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pfx::server
