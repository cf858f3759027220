// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_server.h"

#include "core/base/pause.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTcpServer>

#include <sys/socket.h>

#include <future>

namespace pfx::test {

namespace {

constexpr int lookMs = 20; ///< How often a waiting peer looks whether the server ends.

class Listener : public QTcpServer
{
public:
    std::function<void(qintptr)> onConnection;

protected:
    void incomingConnection(qintptr descriptor) override { onConnection(descriptor); }
};

} // namespace

QByteArray RawPeer::readRequest()
{
    QByteArray got;
    qsizetype wanted = -1;
    while (!m_stop.stop_requested()) {
        if (wanted < 0) {
            if (const qsizetype end = got.indexOf("\r\n\r\n"); end >= 0) {
                static const QRegularExpression length(QStringLiteral("(?i)content-length: *(\\d+)"));
                const auto match = length.match(QString::fromLatin1(got.left(end)));
                wanted = end + 4 + (match.hasMatch() ? match.captured(1).toLongLong() : 0);
            }
        }
        if (wanted >= 0 && got.size() >= wanted)
            return got;
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(lookMs) && m_socket.state() != QAbstractSocket::ConnectedState)
            return {};
        got += m_socket.readAll();
    }
    return {};
}

bool RawPeer::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && !m_stop.stop_requested()) {
        if (!m_socket.waitForBytesWritten(lookMs) && m_socket.state() != QAbstractSocket::ConnectedState)
            return false;
    }
    // Once it is to stop nothing is sent any more: who writes for ever must hear of it, or the buffer grows for ever.
    return !m_stop.stop_requested() && m_socket.state() == QAbstractSocket::ConnectedState;
}

void RawPeer::drip(const QByteArray &bytes, qint64 pauseMs)
{
    for (const char byte : bytes) {
        if (m_stop.stop_requested() || !write(QByteArray(1, byte)))
            return;
        base::pause(pauseMs, m_stop);
    }
}

void RawPeer::waitForClose()
{
    while (!m_stop.stop_requested() && m_socket.state() == QAbstractSocket::ConnectedState) {
        m_socket.waitForReadyRead(lookMs);
        m_socket.readAll();
    }
}

void RawPeer::pause(qint64 ms)
{
    base::pause(ms, m_stop);
}

void RawPeer::close()
{
    m_socket.disconnectFromHost();
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        m_socket.waitForDisconnected(1000);
}

void RawPeer::reset()
{
    const linger at{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &at, sizeof at);
    m_socket.abort();
}

RawServer::RawServer(Talk talk, std::optional<ServerIdentity> identity, quint16 port) : m_talk(std::move(talk)), m_identity(std::move(identity))
{
    std::promise<void> listening;
    m_listener = std::thread([this, &listening, port] {
        Listener server;
        server.onConnection = [this](qintptr descriptor) {
            const int number = ++m_connections;
            m_peers.emplace_back([this, descriptor, number] { serve(descriptor, number); });
        };
        if (server.listen(QHostAddress::LocalHost, port))
            m_port = server.serverPort();
        listening.set_value();
        while (!m_stop.stop_requested())
            server.waitForNewConnection(lookMs);
    });
    listening.get_future().wait();
}

RawServer::~RawServer()
{
    m_stop.request_stop();
    m_listener.join();
    for (std::thread &peer : m_peers)
        peer.join();
}

void RawServer::serve(qintptr descriptor, int number)
{
    QSslSocket socket;
    socket.setSocketDescriptor(descriptor);
    if (m_identity) {
        socket.setLocalCertificate(m_identity->certificate);
        socket.setPrivateKey(m_identity->key);
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.startServerEncryption();
        if (!socket.waitForEncrypted(5000))
            return;
    }
    RawPeer peer(socket, number, m_stop.get_token());
    m_talk(peer);
    if (socket.state() == QAbstractSocket::ConnectedState)
        peer.close();
}

QUrl RawServer::url(const QString &path, const QString &host) const
{
    return QUrl(QStringLiteral("%1://%2:%3%4").arg(m_identity ? QStringLiteral("https") : QStringLiteral("http"), host).arg(m_port).arg(path));
}

RawServer::Talk RawServer::answering(const QByteArray &answer)
{
    return [answer](RawPeer &peer) {
        while (!peer.readRequest().isEmpty()) {
            if (!peer.write(answer))
                return;
        }
    };
}

QByteArray RawServer::ok(const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace pfx::test
