// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_mailers/fake_mailer.h"

namespace pfx::test {

using base::Result;

void FakeMailer::dropCall(int at, bool effect)
{
    const std::lock_guard lock(m_mutex);
    m_dropAt = at;
    m_dropEffect = effect;
}

void FakeMailer::answerAll(int status)
{
    const std::lock_guard lock(m_mutex);
    m_answerAll = status;
}

int FakeMailer::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

QStringList FakeMailer::takeRefusals()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_refusals, {});
}

http::Response FakeMailer::refuse(int status, const QString &why)
{
    m_refusals.append(why);
    return json(status, "{\"message\":\"refused by the fake\",\"error\":\"refused\",\"code\":\"invalid_arg\"}");
}

http::Response FakeMailer::json(int status, const QByteArray &body)
{
    return {status, {{"Content-Type", "application/json"}}, body};
}

Result<http::Response> FakeMailer::exchange(const http::Request &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_calls;
    if (m_answerAll != 0)
        return http::Response{m_answerAll, {}, "<html>not now</html>"};
    if (m_calls == m_dropAt) {
        if (m_dropEffect)
            (void)answer(request);
        return base::fail({base::ErrorCode::Network, QStringLiteral("the connection broke"), request.service,
                           request.isReading() ? base::Effected::No : base::Effected::Perhaps});
    }
    return answer(request);
}

Result<http::Response> MailerTransport::exchange(const http::Request &request, const base::StopToken &stop)
{
    if (stop.stop_requested())
        return base::fail(base::ErrorCode::Cancelled);
    return m_mailer.exchange(request);
}

} // namespace pfx::test
