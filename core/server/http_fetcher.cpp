// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http_fetcher.h"

namespace pfx::server {

namespace {
constexpr qint64 deadlineMs = 15'000;
constexpr qint64 mostAnswerBytes = 64 * 1024;
} // namespace

Fetcher fetcherOver(http::Transport &transport, base::StopToken stop)
{
    return [&transport, stop = std::move(stop)](const QUrl &address) -> base::Result<Fetched> {
        http::Request request;
        request.service = QStringLiteral("server");
        request.url = address;
        request.redirect = http::Redirect::Report;
        request.deadlineMs = deadlineMs;
        request.maxAnswerBytes = mostAnswerBytes;
        request.headers.append({QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-cache")});
        PFX_ASSIGN(http::Response response, transport.exchange(request, stop));
        return Fetched{response.status, std::move(response.body)};
    };
}

} // namespace pfx::server
