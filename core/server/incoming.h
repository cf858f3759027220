// SPDX-License-Identifier: GPL-3.0-or-later
// One request between its head and its answer, and what a connection needs of the server around it. The server's thread only.
#pragma once

#include "core/server/head_scanner.h"
#include "core/server/limits.h"
#include "core/server/router.h"

#include <memory>
#include <optional>

namespace pfx::server {

class Connection;

struct Incoming
{
    Request request;
    std::shared_ptr<const Router> router; ///< Keeps `route` alive.
    const Route *route = nullptr;
    std::optional<Response> decided; ///< The answer, when it needs no handler.
    int holdBackMs = 0;              ///< Of a refusal of credentials.
    qint64 bodyLimit = 0;
    int sendMs = 0;

    bool isAccept() const { return !decided && route && std::holds_alternative<AcceptHandler>(route->handler); }
};

/// What was answered, for the screen and the metrics.
struct Answered
{
    QByteArray route;
    Method method = Method::Other;
    QString client;
    int status = 0;
    qint64 tookMs = 0;
    qint64 bodyBytes = 0;
};

class ConnectionHost
{
public:
    ConnectionHost() = default;
    virtual ~ConnectionHost() = default;
    ConnectionHost(const ConnectionHost &) = delete;
    ConnectionHost &operator=(const ConnectionHost &) = delete;

    virtual const Limits &limits() const = 0;
    virtual qint64 monotonicMs() const = 0;
    virtual const QByteArray &dateHeader() = 0;
    virtual Incoming admit(const Connection &connection, const Head &head) = 0;
    virtual Response refusal(const Refusal &refusal, const Route *route) = 0;
    /// Whether the one place for a large body is free; then it is taken.
    virtual bool takeLargeBody() = 0;
    virtual void releaseLargeBody() = 0;
    /// Ends in Connection::answer() with that slot, now or later.
    virtual void work(Connection &connection, quint64 slot, Incoming incoming) = 0;
    virtual void answered(const Answered &answered) = 0;
    /// The connection is not used after this.
    virtual void closed(Connection &connection) = 0;
};

} // namespace pfx::server
