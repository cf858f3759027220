// SPDX-License-Identifier: GPL-3.0-or-later
// The Qt HttpServer module behind the guard: it is given one whole, cleaned head at a time and makes the request of it. It never sees a
// client's socket, a body or half a request, so none of its defects can be reached (docs/decisions/0007). The server's thread only.
#pragma once

#include "core/server/head_scanner.h"
#include "core/server/request.h"

#include <QAbstractHttpServer>
#include <QPointer>

#include <optional>

namespace pfx::server {

class HeadFeed;
class Listener;

class RequestReader : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// Takes the listener over, which must listen already.
    explicit RequestReader(Listener *listener);

    /// Method and headers from the parser, the address from the head. No value when the parser does not understand what the scanner let
    /// through, which is a defect (fuzzed).
    std::optional<Request> read(const Head &head);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    void connectFeed();

    Listener *m_listener;
    QPointer<HeadFeed> m_feed;
    std::optional<Request> m_read;
};

} // namespace pfx::server
