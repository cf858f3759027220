// SPDX-License-Identifier: GPL-3.0-or-later
// One client's socket: reads request after request within the limits, has them worked on and writes the answers in the order of the
// requests. Requests of one connection are worked on one after the other; only accepts may follow each other without waiting, since the
// writer keeps their order. The server's thread only; the host deletes it after closed().
#pragma once

#include "core/server/body_reader.h"
#include "core/server/incoming.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <deque>

namespace pfx::server {

class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over. A QSslSocket is expected to begin its handshake.
    Connection(ConnectionHost &host, quint64 id, QTcpSocket *socket, bool tls);

    quint64 id() const { return m_id; }
    const QHostAddress &peer() const { return m_peer; }
    const QString &peerText() const { return m_peerText; }
    bool isTls() const { return m_tls; }
    /// Waits for a request, of which nothing has come yet; since then.
    std::optional<qint64> idleSinceMs() const;

    /// The answer to a slot; one that is not waited for any more is dropped.
    void answer(quint64 slot, const Response &response);
    /// Looks at the clocks; called a few times a second.
    void checkTime(qint64 nowMs);
    /// Takes no further request and closes after what is in work was answered.
    void drain();
    void abort();

private:
    enum class Reading { Head, Body, Held, Nothing, Rest };

    struct Slot
    {
        quint64 id = 0;
        bool accept = false;
        bool headOnly = false;
        bool http10 = false;
        bool close = false;
        bool largeBody = false;
        bool ready = false;
        QByteArray bytes;
        qint64 beganMs = 0;
        Answered about;
    };

    void pump();
    bool step();
    bool fill();
    bool readHead();
    bool readBody();
    bool onHead(const Head &head);
    void refuse(const Refusal &refusal);
    void decideAndClose(Refusal refusal); ///< By value: it may be the body reader's own, which is reset.
    bool mayRead() const;
    bool mayWork() const;
    void work();
    void flush();
    void sendContinue();
    void finish();
    void releaseLargeBody();
    void onDisconnected();

    ConnectionHost &m_host;
    const quint64 m_id;
    QTcpSocket *const m_socket;
    const bool m_tls;
    bool m_ready; ///< The handshake is done.
    QHostAddress m_peer;
    QString m_peerText;

    Reading m_reading = Reading::Head;
    bool m_pumping = false;
    bool m_gone = false;
    bool m_draining = false;
    bool m_linger = false;
    bool m_continueDue = false;
    bool m_largeBody = false; ///< Of the request that is being read.

    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_scanFrom = 0;
    BodyReader m_body;
    Incoming m_incoming;
    bool m_keepAlive = true;
    bool m_headOnly = false;
    bool m_http10 = false;

    std::deque<Slot> m_slots;
    quint64 m_nextSlot = 1;

    qint64 m_activeMs = 0; ///< The last answer, or the connection's begin.
    qint64 m_beganMs = -1; ///< First byte of the request that is being read.
    qint64 m_sentMs = 0;   ///< When the peer last took something.
    qint64 m_lingerUntilMs = 0;
};

} // namespace pfx::server
