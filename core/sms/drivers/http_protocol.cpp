// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/http_protocol.h"

namespace pfx::sms {

using base::ErrorCode;

namespace {

constexpr qsizetype longestDetail = 200;

base::Failure notPossible()
{
    return base::fail(ErrorCode::Internal, QStringLiteral("the provider is not asked that"));
}

} // namespace

http::Request HttpProtocol::sight(const Outgoing &) const
{
    return {};
}

base::Result<Sighting> HttpProtocol::readSight(const Outgoing &, const http::Response &) const
{
    return notPossible();
}

http::Request HttpProtocol::states(const std::vector<Inquiry> &) const
{
    return {};
}

base::Result<std::vector<Receipt>> HttpProtocol::readStates(const std::vector<Inquiry> &, const http::Response &) const
{
    return notPossible();
}

http::Request HttpProtocol::balance() const
{
    return {};
}

base::Result<Balance> HttpProtocol::readBalance(const http::Response &) const
{
    return notPossible();
}

QString shortAnswer(const http::Response &answer)
{
    return QStringLiteral("HTTP %1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body).simplified()).left(longestDetail).trimmed();
}

tl::unexpected<SubmitFailure> notTaken(Trouble trouble, const QString &detail)
{
    ErrorCode code = ErrorCode::Validation;
    if (trouble == Trouble::Transient)
        code = ErrorCode::Busy; // not Network: the provider was reached and need not be probed
    else if (trouble == Trouble::Throttled)
        code = ErrorCode::RateLimited;
    else if (trouble == Trouble::Account)
        code = ErrorCode::Unauthorized;
    else if (trouble == Trouble::NoMoney)
        code = ErrorCode::QuotaExhausted;
    return tl::unexpected(SubmitFailure{trouble, {code, detail.left(longestDetail), {}, base::Effected::No}, {}, {}});
}

tl::unexpected<SubmitFailure> unreadable(const QString &detail)
{
    return tl::unexpected(
        SubmitFailure{Trouble::Transient, {ErrorCode::BadAnswer, detail.left(longestDetail), {}, base::Effected::Perhaps}, {}, {}});
}

QByteArray formOf(const FormFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    }
    return form;
}

http::Request postForm(const QString &url, const FormFields &fields)
{
    http::Request request;
    request.method = "POST";
    request.url = QUrl(url);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = formOf(fields);
    return request;
}

http::Request getQuery(const QString &url, const FormFields &fields)
{
    http::Request request;
    request.url = QUrl(url);
    request.url.setQuery(QString::fromLatin1(formOf(fields)), QUrl::StrictMode);
    return request;
}

QString joined(const QString &base, const QString &path)
{
    return base.endsWith(QLatin1Char('/')) ? base + path : base + QLatin1Char('/') + path;
}

} // namespace pfx::sms
