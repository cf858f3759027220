// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/listener.h"

#include <QTimer>

#include <chrono>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int backlog = 1024;
constexpr std::chrono::milliseconds pauseAfterAcceptError{200};
const auto option = QLatin1String("server.listen");

struct Place
{
    QHostAddress address;
    quint16 port = 0;
};

Result<Place> parsePlace(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        host.clear(); // an IPv6 address needs its brackets
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        host = QStringLiteral("127.0.0.1");
    bool isPort = false;
    Place place{QHostAddress(host), text.mid(colon + 1).toUShort(&isPort)};
    if (colon < 0 || place.address.isNull() || !isPort)
        return fail(ErrorCode::Validation, QStringLiteral("expected address:port: %1").arg(text), option);
    return place;
}

} // namespace

Listener::Listener(Accepted accepted) : m_accepted(std::move(accepted))
{
    setListenBacklogSize(backlog);
    // Without this an exhausted number of descriptors would leave the server deaf for ever.
    connect(this, &QTcpServer::acceptError, this, [this] {
        pauseAccepting();
        QTimer::singleShot(pauseAfterAcceptError, this, [this] { resumeAccepting(); });
    });
}

Result<void> Listener::listenAt(const QString &address)
{
    PFX_ASSIGN(const Place place, parsePlace(address));
    if (listen(place.address, place.port))
        return {};
    switch (serverError()) {
    case QAbstractSocket::AddressInUseError:
        return fail(ErrorCode::Conflict, QStringLiteral("the port is in use by another program: %1").arg(address), option);
    case QAbstractSocket::SocketAccessError:
        return fail(ErrorCode::StorageReadOnly, QStringLiteral("this user may not listen there: %1").arg(address), option);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return fail(ErrorCode::Validation, QStringLiteral("this machine has no such address: %1").arg(address), option);
    default:
        return fail(ErrorCode::Network, errorString(), option);
    }
}

} // namespace pfx::server
