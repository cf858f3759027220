// SPDX-License-Identifier: GPL-3.0-or-later
// Decides at a request's head, before any of its body is taken: who calls, which route, whether the caller may, whether the body is of a
// kind that is wanted. The server's thread only.
#pragma once

#include "core/server/client_address.h"
#include "core/server/failed_attempts.h"
#include "core/server/incoming.h"
#include "core/server/request_reader.h"

namespace pfx::server {

class Gate
{
public:
    Gate(const Limits &limits, RefusalWords words, TrustedProxies proxies)
        : m_limits(limits), m_words(std::move(words)), m_proxies(std::move(proxies)), m_attempts(limits)
    {
    }

    void setRoutes(std::shared_ptr<const Router> router) { m_router = std::move(router); }

    Incoming admit(RequestReader &reader, const Connection &connection, const Head &head, qint64 nowMs);
    Response refusal(const Refusal &refusal, const Route *route) const;
    FailedAttempts &attempts() { return m_attempts; }

private:
    void identify(Request &request, const Connection &connection) const;
    std::optional<Response> withoutRoute(const Request &request, const Router::Found &found) const;
    void authorise(Incoming &incoming, qint64 nowMs);

    const Limits m_limits;
    const RefusalWords m_words;
    const TrustedProxies m_proxies;
    FailedAttempts m_attempts;
    std::shared_ptr<const Router> m_router;
};

} // namespace pfx::server
