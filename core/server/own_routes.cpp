// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/own_routes.h"

#include "core/store/store.h"

#include <algorithm>

namespace pfx::server {

using base::Result;

namespace {

constexpr int readyMs = 3'000;
constexpr qsizetype longestNonce = 128;

bool isNonce(const QString &text)
{
    return text.size() <= longestNonce && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
           });
}

Route health(const QString &instance, const RefusalWords &words)
{
    Route route;
    route.methods = {Method::Get};
    route.pattern = "/health";
    route.handler = AcceptHandler([instance, words](const Request &request) -> std::variant<Response, HandIn> {
        QJsonObject body{{QStringLiteral("status"), QStringLiteral("ok")}, {QStringLiteral("instance"), instance}};
        if (const auto nonce = request.queryValue(QStringLiteral("nonce"))) {
            if (!isNonce(*nonce))
                return refuse({RefusalCode::Malformed, QStringLiteral("nonce")}, words);
            body.insert(QStringLiteral("nonce"), *nonce);
        }
        return Response::json(200, body);
    });
    return route;
}

Route readiness(const std::function<Result<void>()> &ready)
{
    Route route;
    route.methods = {Method::Get};
    route.pattern = "/ready";
    const Response yes = Response::json(200, {{QStringLiteral("status"), QStringLiteral("ready")}});
    if (!ready) {
        route.handler = AcceptHandler([yes](const Request &) -> std::variant<Response, HandIn> { return yes; });
        return route;
    }
    route.handler = Ask{[ready, yes](const Request &, base::StopToken) -> Result<Response> {
                            PFX_TRY(ready());
                            return yes;
                        },
                        readyMs, std::nullopt};
    return route;
}

Route monitoring(const ServerOptions &options, std::function<QByteArray()> metrics)
{
    Route route;
    route.methods = {Method::Get};
    route.pattern = "/metrics";
    route.authorisation = Authorisation::loopbackOrBearer(options.monitoringToken);
    route.handler =
        AcceptHandler([metrics = std::move(metrics), more = options.moreMetrics](const Request &) -> std::variant<Response, HandIn> {
            return Response::text(200, metrics() + (more ? more() : QByteArray()), "text/plain; version=0.0.4; charset=utf-8");
        });
    return route;
}

} // namespace

std::vector<Route> ownRoutes(const ServerOptions &options, const QString &instance, std::function<QByteArray()> metrics)
{
    return {health(instance, options.words), readiness(options.ready), monitoring(options, std::move(metrics))};
}

std::function<Result<void>()> readinessOf(store::Store &store)
{
    return [&store]() -> Result<void> {
        PFX_ASSIGN(const auto reader, store.connect());
        return store.writer().run([](store::Connection &) -> Result<void> { return {}; });
    };
}

} // namespace pfx::server
