// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_planfix/fake_planfix_transport.h"

namespace pfx::fake {

namespace {

base::Failure broken(base::ErrorCode code, base::Effected effected, const char *detail)
{
    base::Error error{code, QString::fromLatin1(detail), {}};
    error.effected = effected;
    return base::fail(error);
}

} // namespace

base::Result<http::Response> FakePlanfixTransport::exchange(const http::Request &request, const base::StopToken &stop)
{
    using base::Effected;
    using base::ErrorCode;
    if (stop.stop_requested())
        return base::fail(ErrorCode::Cancelled);
    const QUrlQuery query(request.url);
    const Answer answer = m_planfix.answer({request.method, request.url.path(), query, request.headers, request.body});
    switch (answer.delivery) {
    case Delivery::Unreachable:
        return broken(ErrorCode::Network, Effected::No, "connection refused");
    case Delivery::Dropped:
        return broken(ErrorCode::Network, Effected::Perhaps, "the connection closed without an answer");
    case Delivery::Half:
        return broken(ErrorCode::Network, Effected::Perhaps, "the connection closed in the middle of the answer");
    case Delivery::Whole:
        break;
    }
    m_clock.advance(qMin(answer.delayMs, request.deadlineMs));
    if (answer.delayMs >= request.deadlineMs)
        return broken(ErrorCode::Timeout, Effected::Perhaps, "no answer in time");
    if (answer.body.size() > request.maxAnswerBytes)
        return broken(ErrorCode::BadAnswer, Effected::Perhaps, "the answer is too large");
    return http::Response{answer.status, answer.headers, answer.body};
}

} // namespace pfx::fake
