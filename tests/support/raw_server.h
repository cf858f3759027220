// SPDX-License-Identifier: GPL-3.0-or-later
// A server on loopback that says byte by byte what a test tells it: cut answers, drops, resets, nonsense, with or without TLS. Each connection
// is talked to on a thread of its own by the given function; the test's thread owns the server.
#pragma once

#include "core/base/stop_token.h"

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>
#include <QVector>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

class QTcpSocket;

namespace pfx::test {

struct ServerIdentity
{
    QSslCertificate certificate;
    QSslKey key;
};

/// The other end of one connection.
class RawPeer
{
public:
    RawPeer(QTcpSocket &socket, int number, base::StopToken stop) : m_socket(socket), m_number(number), m_stop(std::move(stop)) {}

    /// 1 for the server's first connection.
    int number() const { return m_number; }
    /// Head and body (by Content-Length); empty when the peer has closed.
    QByteArray readRequest();
    /// False when the peer has closed.
    bool write(const QByteArray &bytes);
    /// A byte at a time until the peer closes or the server stops.
    void drip(const QByteArray &bytes, qint64 pauseMs);
    /// Until the peer closes or the server stops.
    void waitForClose();
    /// So long, or until the server stops.
    void pause(qint64 ms);
    void close();
    /// Closes with RST.
    void reset();

private:
    QTcpSocket &m_socket;
    int m_number;
    base::StopToken m_stop;
};

class RawServer
{
public:
    using Talk = std::function<void(RawPeer &)>;

    /// `port` 0: any that is free.
    explicit RawServer(Talk talk, std::optional<ServerIdentity> identity = {}, quint16 port = 0);
    ~RawServer();
    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;

    QUrl url(const QString &path = QStringLiteral("/"), const QString &host = QStringLiteral("127.0.0.1")) const;
    /// 0 when the wanted one was taken.
    quint16 port() const { return m_port; }
    /// Connections that were accepted.
    int connections() const { return m_connections; }

    /// Answers every request of every connection with this.
    static Talk answering(const QByteArray &answer);
    /// "HTTP/1.1 200 OK", these headers, Content-Length and the body.
    static QByteArray ok(const QByteArray &body, const QByteArray &headers = {});

private:
    void listen();
    void serve(qintptr descriptor, int number);

    Talk m_talk;
    std::optional<ServerIdentity> m_identity;
    base::StopSource m_stop;
    std::atomic<quint16> m_port = 0;
    std::atomic<int> m_connections = 0;
    std::vector<std::thread> m_peers; ///< Of the listening thread until it has ended.
    std::thread m_listener;
};

} // namespace pfx::test
