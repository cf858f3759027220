// SPDX-License-Identifier: GPL-3.0-or-later
// Who calls: the peer of the socket, or, when that is a trusted proxy, the address which the proxies name in X-Forwarded-For. The header is
// read from the right: each trusted proxy vouches for the address left of its own; what stands further left anybody may have written.
#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QStringList>

#include <vector>

namespace pfx::server {

class TrustedProxies
{
public:
    /// "10.0.0.1", "10.0.0.0/8", "fd00::/8"; Validation names the one that is none.
    static base::Result<TrustedProxies> parse(const QStringList &networks);

    bool contains(const QHostAddress &address) const;
    /// `forwardedFor`: the values of all X-Forwarded-For headers, joined by commas in their order.
    QHostAddress client(const QHostAddress &peer, const QByteArray &forwardedFor) const;

private:
    std::vector<std::pair<QHostAddress, int>> m_networks;
};

/// An IPv4 address that came on an IPv6 socket as IPv4.
QHostAddress plainAddress(const QHostAddress &address);

/// "localhost", an address of 127.0.0.0/8 or ::1, each with or without a port.
bool isLoopbackHost(const QByteArray &host);

} // namespace pfx::server
