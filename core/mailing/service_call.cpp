// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/service_call.h"

#include "core/mailing/forward_effects.h"

namespace pfx::mailing {

using base::Result;

QString accountOf(const QString &target)
{
    return QStringLiteral("forward:") + target;
}

http::Request ServiceCall::request(const QByteArray &method, const QString &path) const
{
    http::Request request;
    request.service = effect::forwardService;
    request.account = accountOf(target);
    request.perSecond = perSecond;
    request.rowId = rowId;
    request.method = method;
    request.url = url;
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    request.url.setPath(base + path);
    request.repeat = http::Repeat::Safe; // everything that is told may be told twice
    return request;
}

Result<http::Response> ServiceCall::send(const http::Request &request, const base::StopToken &stop) const
{
    return client.exchange(request, stop);
}

} // namespace pfx::mailing
