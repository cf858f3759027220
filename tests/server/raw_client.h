// SPDX-License-Identifier: GPL-3.0-or-later
// A client that sends exactly the bytes it is told to and reads answers one by one; it knows no more of HTTP than where an answer ends.
// Blocking, with a time limit for everything.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

class QTcpSocket;

namespace pfx::test {

struct RawAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    /// The member "error" of the body; empty when the body is not such an object.
    QString error() const;
};

class RawClient
{
public:
    /// `from` is the address of this machine to call from.
    explicit RawClient(int port, const QByteArray &host = "127.0.0.1", const QByteArray &from = {});
    explicit RawClient(std::unique_ptr<QTcpSocket> connected);
    ~RawClient();

    bool isConnected() const;
    bool send(const QByteArray &bytes);
    /// The next answer; no value when none came in time or the connection ended. `withBody` is false after HEAD.
    std::optional<RawAnswer> answer(bool withBody = true);
    /// True when the server closes within the time.
    bool waitForClose(int ms = 5000);
    /// What has come and was not read as an answer.
    QByteArray unread();
    void close();
    QTcpSocket &socket() { return *m_socket; }

private:
    bool more();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
};

/// One request on a connection of its own.
std::optional<RawAnswer> fetch(int port, const QByteArray &request);
QByteArray get(const QByteArray &path, const QByteArray &headers = {});
QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});

} // namespace pfx::test
