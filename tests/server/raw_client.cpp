// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/raw_client.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace pfx::test {

namespace {
constexpr int patienceMs = 10'000;
}

QString RawAnswer::error() const
{
    return QJsonDocument::fromJson(body).object().value(QStringLiteral("error")).toString();
}

RawClient::RawClient(int port, const QByteArray &host, const QByteArray &from) : m_socket(std::make_unique<QTcpSocket>())
{
    if (!from.isEmpty())
        m_socket->bind(QHostAddress(QString::fromLatin1(from)));
    m_socket->connectToHost(QHostAddress(QString::fromLatin1(host)), static_cast<quint16>(port));
    m_socket->waitForConnected(patienceMs);
}

RawClient::RawClient(std::unique_ptr<QTcpSocket> connected) : m_socket(std::move(connected)) { }

RawClient::~RawClient() = default;

bool RawClient::isConnected() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

bool RawClient::send(const QByteArray &bytes)
{
    if (m_socket->write(bytes) != bytes.size())
        return false;
    while (m_socket->bytesToWrite() > 0) {
        if (!m_socket->waitForBytesWritten(patienceMs))
            return false;
    }
    return true;
}

bool RawClient::more()
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(patienceMs) && m_socket->bytesAvailable() == 0)
        return false;
    m_buffer.append(m_socket->readAll());
    return true;
}

std::optional<RawAnswer> RawClient::answer(bool withBody)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return std::nullopt;
    }
    RawAnswer answer;
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        answer.headers.insert(lines.at(i).left(colon).toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    m_buffer.remove(0, end + 4);
    const qsizetype length = withBody ? answer.headers.value("content-length").toLongLong() : 0;
    while (m_buffer.size() < length) {
        if (!more())
            return std::nullopt;
    }
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

bool RawClient::waitForClose(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (m_socket->state() != QAbstractSocket::UnconnectedState && timer.elapsed() < ms) {
        if (m_socket->waitForReadyRead(static_cast<int>(ms - timer.elapsed())))
            m_buffer.append(m_socket->readAll());
    }
    return m_socket->state() == QAbstractSocket::UnconnectedState;
}

QByteArray RawClient::unread()
{
    m_buffer.append(m_socket->readAll());
    return m_buffer;
}

void RawClient::close()
{
    m_socket->abort();
}

std::optional<RawAnswer> fetch(int port, const QByteArray &request)
{
    RawClient client(port);
    if (!client.send(request))
        return std::nullopt;
    return client.answer(!request.startsWith("HEAD "));
}

QByteArray get(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace pfx::test
