// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_transport.h"

#include "core/base/pause.h"
#include "core/server/client_address.h"

#include <QUrlQuery>

namespace pfx::app {

using base::ErrorCode;
using base::Result;

namespace {
constexpr qint64 thinkingMs = 120; // a person should see that something is asked
}

Result<http::Response> DemoTransport::exchange(const http::Request &request, const base::StopToken &stop)
{
    const QString host = request.url.host();
    if (server::isLoopbackHost(host.toLatin1()))
        return m_thisComputer.exchange(request, stop);
    if (host != m_host && host != DemoSmsc::host())
        return base::fail(ErrorCode::Network, QStringLiteral("the demonstration sends nothing"), host);
    base::pause(thinkingMs, stop);
    if (stop.stop_requested())
        return base::fail(ErrorCode::Cancelled);
    if (host == DemoSmsc::host())
        return m_smsc.answer(request);
    const fake::Answer answer =
        m_planfix.answer({request.method, request.url.path(), QUrlQuery(request.url), request.headers, request.body});
    return http::Response{answer.status, answer.headers, answer.body};
}

} // namespace pfx::app
