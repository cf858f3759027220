// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/client_address.h"

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// "203.0.113.7", "203.0.113.7:4711", "[2001:db8::1]:4711", "2001:db8::1"; null for anything else.
QHostAddress parseNode(const QByteArray &text)
{
    QByteArray node = text.trimmed();
    if (node.size() > 64)
        return {};
    if (node.startsWith('[')) {
        const qsizetype close = node.indexOf(']');
        node = close < 0 ? QByteArray() : node.mid(1, close - 1);
    } else if (node.count(':') == 1) {
        node = node.left(node.indexOf(':'));
    }
    QHostAddress address;
    // setAddress takes "1.2" for 1.0.0.2: an address that is not written out was not written by a proxy
    const bool writtenOut = node.contains(':') || node.count('.') == 3;
    return writtenOut && address.setAddress(QString::fromLatin1(node)) ? plainAddress(address) : QHostAddress();
}

} // namespace

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

Result<TrustedProxies> TrustedProxies::parse(const QStringList &networks)
{
    TrustedProxies result;
    for (const QString &text : networks) {
        const auto network = QHostAddress::parseSubnet(text.trimmed());
        if (network.first.isNull() || network.second < 0)
            return fail(ErrorCode::Validation, QStringLiteral("not an address or a network: %1").arg(text),
                        QStringLiteral("server.trusted-proxies"));
        result.m_networks.push_back(network);
    }
    return result;
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    for (const auto &network : m_networks) {
        if (network.first.protocol() == address.protocol() && address.isInSubnet(network))
            return true;
    }
    return false;
}

QHostAddress TrustedProxies::client(const QHostAddress &peer, const QByteArray &forwardedFor) const
{
    QHostAddress client = plainAddress(peer);
    qsizetype end = forwardedFor.size();
    while (end > 0 && contains(client)) {
        const qsizetype comma = forwardedFor.lastIndexOf(',', end - 1);
        const QHostAddress next = parseNode(forwardedFor.mid(comma + 1, end - comma - 1));
        if (next.isNull())
            break; // the proxy could not say: it is the last that is known
        client = next;
        end = comma;
    }
    return client;
}

bool isLoopbackHost(const QByteArray &host)
{
    if (host.compare("localhost", Qt::CaseInsensitive) == 0 || host.left(10).toLower() == "localhost:")
        return true;
    return parseNode(host).isLoopback();
}

} // namespace pfx::server
