// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy that the system names for an address, by Qt: settings of the desktop on Windows, macOS and Linux, and http_proxy, https_proxy,
// no_proxy. Loopback is never proxied. May block while the system reads a proxy script. Any thread.
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace pfx::http {

struct Proxy
{
    enum class Kind { Http, Socks5 };
    Kind kind = Kind::Http;
    QString host;
    int port = 0;
    QString user;
    QString password;
};

std::optional<Proxy> systemProxy(const QUrl &url);

} // namespace pfx::http
