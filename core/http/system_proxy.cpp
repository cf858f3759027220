// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/system_proxy.h"

#include "core/base/web_address.h"

#include <QNetworkProxyFactory>

namespace pfx::http {

std::optional<Proxy> systemProxy(const QUrl &url)
{
    if (base::isLoopbackHost(url.host()))
        return std::nullopt;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url, QNetworkProxyQuery::UrlRequest));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            return std::nullopt;
        const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
        if (socks || proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy)
            return Proxy{socks ? Proxy::Kind::Socks5 : Proxy::Kind::Http, proxy.hostName(), proxy.port(), proxy.user(), proxy.password()};
    }
    return std::nullopt;
}

} // namespace pfx::http
