// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"

#include "core/server/answer_bytes.h"
#include "core/server/client_address.h"

#include <QSslSocket>

#include <algorithm>

namespace pfx::server {

namespace {
constexpr qint64 readAtOnce = 64 * KiB;
constexpr qint64 refusedBodyRead = 64 * KiB; // so much of a refused request's body is read for the sake of the connection
} // namespace

Connection::Connection(ConnectionHost &host, quint64 id, QTcpSocket *socket, bool tls)
    : m_host(host),
      m_id(id),
      m_socket(socket),
      m_tls(tls),
      m_ready(!tls),
      m_peer(plainAddress(socket->peerAddress())),
      m_peerText(m_peer.toString()),
      m_activeMs(host.monotonicMs()),
      m_sentMs(m_activeMs)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAtOnce);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::pump);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        m_sentMs = m_host.monotonicMs();
        if (m_reading == Reading::Head || m_reading == Reading::Body)
            pump(); // it may have waited for the peer to take its answers
    });
    if (tls) {
        connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
            if (!m_ready)
                abort(); // a handshake that fails leaves the socket open
        });
        connect(static_cast<QSslSocket *>(m_socket), &QSslSocket::encrypted, this, [this] {
            m_ready = true;
            m_activeMs = m_host.monotonicMs();
        });
    }
}

std::optional<qint64> Connection::idleSinceMs() const
{
    if (m_reading != Reading::Head || m_beganMs >= 0 || !m_slots.empty() || m_socket->bytesToWrite() > 0)
        return std::nullopt;
    return m_activeMs;
}

void Connection::onDisconnected()
{
    if (m_gone)
        return;
    m_gone = true;
    releaseLargeBody();
    for (const Slot &slot : m_slots) {
        if (slot.largeBody)
            m_host.releaseLargeBody();
    }
    m_host.closed(*this);
}

void Connection::abort()
{
    m_socket->abort();
    onDisconnected();
}

void Connection::releaseLargeBody()
{
    if (std::exchange(m_largeBody, false))
        m_host.releaseLargeBody();
}

void Connection::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    while (!m_gone && step()) { }
    m_pumping = false;
}

/// True when something may be left to do.
bool Connection::step()
{
    switch (m_reading) {
    case Reading::Nothing:
        return false;
    case Reading::Rest:
        m_socket->skip(m_socket->bytesAvailable());
        return false;
    case Reading::Held:
        if (!mayWork())
            return false;
        work();
        return true;
    case Reading::Head:
        return mayRead() && readHead();
    case Reading::Body:
        return mayRead() && readBody();
    }
    return false;
}

bool Connection::mayRead() const
{
    return m_slots.size() < static_cast<std::size_t>(m_host.limits().pipelined) && m_socket->bytesToWrite() <= m_host.limits().unsentBytes;
}

bool Connection::fill()
{
    if (m_socket->bytesAvailable() == 0)
        return false;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_buffer.append(m_socket->read(readAtOnce));
    return true;
}

bool Connection::readHead()
{
    while (m_beganMs < 0 && m_at < m_buffer.size() && (m_buffer.at(m_at) == '\r' || m_buffer.at(m_at) == '\n'))
        ++m_at; // blank lines before a request (RFC 9112 §2.2)
    if (m_at == m_buffer.size()) {
        m_buffer.truncate(0);
        m_at = 0;
        return fill();
    }
    if (m_beganMs < 0) {
        m_beganMs = m_host.monotonicMs();
        m_incoming.sendMs = m_host.limits().sendMs;
    }
    HeadScan scan = scanHead(QByteArrayView(m_buffer).sliced(m_at), m_host.limits().headBytes, m_scanFrom);
    switch (scan.state) {
    case HeadScan::State::NeedMore:
        return fill();
    case HeadScan::State::Refused:
        refuse(scan.refusal);
        return true;
    case HeadScan::State::Complete:
        m_at += scan.used;
        return onHead(scan.head);
    }
    return false;
}

bool Connection::onHead(const Head &head)
{
    m_incoming = m_host.admit(*this, head);
    m_headOnly = m_incoming.request.method == Method::Head;
    m_http10 = head.http10;
    m_keepAlive = head.keepAlive && !m_draining;
    m_linger = false;
    m_reading = Reading::Held;
    if (!head.hasBody())
        return true;

    const qint64 length = head.contentLength.value_or(0);
    const bool refused = m_incoming.decided.has_value();
    if (refused && (head.expectsContinue || head.chunked || length > refusedBodyRead)) {
        m_keepAlive = false;
        m_linger = true;
        return true;
    }
    const qint64 limit = refused ? refusedBodyRead : m_incoming.bodyLimit;
    if (length > limit) {
        decideAndClose({RefusalCode::TooLarge, QStringLiteral("body")});
        return true;
    }
    if (length > m_host.limits().largeBodyBytes) {
        m_largeBody = m_host.takeLargeBody();
        if (!m_largeBody) {
            decideAndClose({RefusalCode::Unavailable, QStringLiteral("another large request")});
            return true;
        }
    }
    if (head.chunked)
        m_body.beginChunked(limit);
    else
        m_body.beginLength(length, limit);
    m_reading = Reading::Body;
    if (head.expectsContinue)
        sendContinue();
    return true;
}

bool Connection::readBody()
{
    m_at += m_body.feed(QByteArrayView(m_buffer).sliced(m_at));
    if (m_body.state() == BodyReader::State::Refused) {
        decideAndClose(m_body.refusal());
        return true;
    }
    if (m_body.size() > m_host.limits().largeBodyBytes && !m_largeBody) {
        m_largeBody = m_host.takeLargeBody();
        if (!m_largeBody) {
            decideAndClose({RefusalCode::Unavailable, QStringLiteral("another large request")});
            return true;
        }
    }
    if (m_body.state() == BodyReader::State::NeedMore)
        return fill();
    m_incoming.request.body = m_body.takeBody();
    m_reading = Reading::Held;
    return true;
}

/// Without a route: what came is no request.
void Connection::refuse(const Refusal &refusal)
{
    m_incoming = {};
    m_incoming.request.client = m_peerText;
    m_headOnly = false;
    m_http10 = false;
    decideAndClose(refusal);
}

void Connection::decideAndClose(Refusal refusal)
{
    m_body = {};
    releaseLargeBody();
    m_incoming.decided = m_host.refusal(refusal, m_incoming.route);
    m_keepAlive = false;
    m_linger = true;
    m_reading = Reading::Held;
}

bool Connection::mayWork() const
{
    if (m_slots.empty())
        return true;
    return m_incoming.isAccept() && std::all_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.accept; });
}

void Connection::work()
{
    Slot slot;
    slot.id = m_nextSlot++;
    slot.accept = m_incoming.isAccept();
    slot.headOnly = m_headOnly;
    slot.http10 = m_http10;
    slot.close = !m_keepAlive;
    slot.largeBody = std::exchange(m_largeBody, false);
    slot.beganMs = m_beganMs;
    slot.about.method = m_incoming.request.method;
    slot.about.client = m_incoming.request.client;
    slot.about.bodyBytes = m_incoming.request.body.size();
    if (m_incoming.route)
        slot.about.route = m_incoming.route->pattern;
    const quint64 id = slot.id;
    m_slots.push_back(std::move(slot));
    m_beganMs = -1;
    m_scanFrom = 0;
    m_reading = m_keepAlive ? Reading::Head : Reading::Nothing;
    m_host.work(*this, id, std::exchange(m_incoming, {}));
}

void Connection::answer(quint64 id, const Response &response)
{
    const auto slot = std::find_if(m_slots.begin(), m_slots.end(), [id](const Slot &one) { return one.id == id; });
    if (m_gone || slot == m_slots.end() || slot->ready)
        return;
    if (std::exchange(slot->largeBody, false))
        m_host.releaseLargeBody();
    slot->bytes = answerBytes(response, {slot->headOnly, slot->close, slot->http10, m_host.dateHeader()});
    slot->ready = true;
    slot->about.status = response.status;
    slot->about.tookMs = m_host.monotonicMs() - slot->beganMs;
    m_host.answered(slot->about);
    flush();
}

void Connection::flush()
{
    bool close = false;
    bool wrote = false;
    while (!m_slots.empty() && m_slots.front().ready && !close) {
        close = m_slots.front().close;
        m_socket->write(m_slots.front().bytes);
        m_slots.pop_front();
        wrote = true;
    }
    if (!wrote)
        return;
    m_activeMs = m_host.monotonicMs();
    m_sentMs = m_activeMs;
    if (m_slots.empty() && m_continueDue)
        sendContinue();
    m_socket->flush(); // now, not after another turn of the event loop
    if (m_gone)
        return;
    if (close)
        finish();
    else
        pump();
}

void Connection::sendContinue()
{
    m_continueDue = !m_slots.empty();
    if (!m_continueDue && m_at == m_buffer.size()) { // not when the body is on its way already
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
}

void Connection::finish()
{
    m_slots.clear();
    m_buffer.clear();
    m_at = 0;
    if (!m_linger) {
        m_reading = Reading::Nothing;
        m_socket->disconnectFromHost();
        return;
    }
    // Closing a socket with unread bytes resets it, and the peer would lose the answer: what still comes is read over for a while.
    m_reading = Reading::Rest;
    m_lingerUntilMs = m_host.monotonicMs() + m_host.limits().lingerMs;
    m_socket->skip(m_socket->bytesAvailable());
}

void Connection::drain()
{
    m_draining = true;
    if (m_reading == Reading::Held) {
        m_keepAlive = false;
        return;
    }
    if (m_reading == Reading::Head || m_reading == Reading::Body)
        m_reading = Reading::Nothing;
    if (!m_slots.empty()) {
        if (!m_slots.back().ready)
            m_slots.back().close = true;
        return;
    }
    if (m_reading != Reading::Rest)
        m_socket->disconnectFromHost();
}

void Connection::checkTime(qint64 nowMs)
{
    const Limits &limits = m_host.limits();
    if (!m_ready) {
        if (nowMs - m_activeMs > limits.sendMs)
            abort();
    } else if (m_reading == Reading::Rest) {
        if (nowMs > m_lingerUntilMs)
            abort();
    } else if (m_socket->bytesToWrite() > 0) {
        if (nowMs - m_sentMs > limits.idleMs)
            abort();
    } else if (m_beganMs >= 0 && m_reading != Reading::Held) {
        if (mayRead() && nowMs - m_beganMs > m_incoming.sendMs) {
            if (m_reading == Reading::Head)
                refuse({RefusalCode::TooSlow, {}});
            else
                decideAndClose({RefusalCode::TooSlow, {}});
            pump();
        }
    } else if (const auto since = idleSinceMs(); since && nowMs - *since > limits.idleMs) {
        m_socket->disconnectFromHost();
    }
}

} // namespace pfx::server
