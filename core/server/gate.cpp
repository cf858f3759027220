// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/gate.h"

#include "core/server/connection.h"

#include <algorithm>

namespace pfx::server {

namespace {

/// All values of a header of which there may be several, joined in their order.
QByteArray joined(const Request &request, const char *name)
{
    QByteArray result;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            result += (result.isEmpty() ? "" : ",") + value;
    }
    return result;
}

} // namespace

Response Gate::refusal(const Refusal &refusal, const Route *route) const
{
    return refuse(refusal, m_words, route ? route->refusalShape : RefusalShape());
}

void Gate::identify(Request &request, const Connection &connection) const
{
    const QByteArray forwardedFor = joined(request, "X-Forwarded-For");
    request.secure = connection.isTls();
    if (!m_proxies.contains(connection.peer())) {
        request.client = connection.peerText();
        // A proxy or tunnel on this machine that nobody has named as trusted must not make the world a neighbour.
        const bool proxied = !forwardedFor.isEmpty() || !request.header("Forwarded").isEmpty() || !request.header("Via").isEmpty();
        const QByteArray host = request.header("Host");
        request.fromThisMachine = connection.peer().isLoopback() && !proxied && (host.isEmpty() || isLoopbackHost(host));
        return;
    }
    const QHostAddress client = m_proxies.client(connection.peer(), forwardedFor);
    request.client = client.toString();
    const QByteArray host = request.header("Host");
    request.fromThisMachine = client.isLoopback() && (host.isEmpty() || isLoopbackHost(host));
}

std::optional<Response> Gate::withoutRoute(const Request &request, const Router::Found &found) const
{
    if (found.route)
        return std::nullopt;
    const bool known = !found.allowed.empty();
    Response response;
    if (request.method == Method::Options && (known || request.path == "*")) {
        response.status = 204;
        response.headers.append({QByteArrayLiteral("Allow"),
                                 known ? allowHeader(found.allowed) : QByteArrayLiteral("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")});
        return response;
    }
    response = refusal({known ? RefusalCode::MethodNotAllowed : RefusalCode::NotFound, {}}, nullptr);
    if (known)
        response.headers.append({QByteArrayLiteral("Allow"), allowHeader(found.allowed)});
    return response;
}

void Gate::authorise(Incoming &incoming, qint64 nowMs)
{
    const Authorisation &authorisation = incoming.route->authorisation;
    if (!authorisation.allows && !authorisation.inBody)
        return;
    const QString &client = incoming.request.client;
    if (!m_attempts.mayTry(client, nowMs)) {
        incoming.decided = refusal({RefusalCode::TooMany, {}}, incoming.route);
    } else if (authorisation.allows && !authorisation.allows(incoming.request)) {
        incoming.decided = refusal({authorisation.refusedAs, {}}, incoming.route);
        incoming.holdBackMs = m_attempts.failed(client, nowMs);
    }
}

Incoming Gate::admit(RequestReader &reader, const Connection &connection, const Head &head, qint64 nowMs)
{
    Incoming incoming;
    incoming.sendMs = m_limits.sendMs;
    incoming.router = m_router;
    std::optional<Request> request = reader.read(head);
    if (!request) {
        incoming.request.client = connection.peerText();
        incoming.decided = refusal({RefusalCode::Malformed, QStringLiteral("header")}, nullptr);
        return incoming;
    }
    incoming.request = *std::move(request);
    identify(incoming.request, connection);

    Router::Found found = m_router->find(incoming.request.method, incoming.request.path);
    incoming.decided = withoutRoute(incoming.request, found);
    if (incoming.decided)
        return incoming;
    incoming.route = found.route;
    incoming.request.captures = std::move(found.captures);
    incoming.bodyLimit = found.route->bodyBytes;
    if (found.route->sendMs > 0)
        incoming.sendMs = found.route->sendMs;

    authorise(incoming, nowMs);
    const auto &types = found.route->contentTypes;
    if (!incoming.decided && head.hasBody() && !types.empty()
        && std::find(types.begin(), types.end(), incoming.request.contentType()) == types.end())
        incoming.decided = refusal({RefusalCode::WrongContentType, {}}, incoming.route);
    return incoming;
}

} // namespace pfx::server
