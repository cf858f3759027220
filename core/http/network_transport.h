// SPDX-License-Identifier: GPL-3.0-or-later
// The real transport, over libcurl (why not QNetworkAccessManager: docs/decisions/0008): HTTP/1.1, connections kept, certificates verified,
// the system's proxy, plain http on loopback only, gzip unpacked within the limit. One thread at a time; a stop ends waiting, connecting and
// transferring at once.
#pragma once

#include "core/http/transport.h"

#include <memory>

namespace pfx::http {

struct NetworkOptions
{
    QByteArray extraAuthorities; ///< PEM; trusted besides the system's.
    qint64 connectMs = 15'000;   ///< The most for resolving, connecting and TLS.
    qint64 maxHeaderBytes = 64 * 1024;
};

class NetworkTransport : public Transport
{
public:
    explicit NetworkTransport(NetworkOptions options = {});
    ~NetworkTransport() override;

    base::Result<Response> exchange(const Request &request, const base::StopToken &stop) override;

private:
    struct Curl;
    std::unique_ptr<Curl> m_curl;
};

} // namespace pfx::http
