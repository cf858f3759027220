// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/session.h"

#include "core/http/status_error.h"
#include "core/http/veil.h"
#include "core/planfix/error_codes.h"

#include <QJsonDocument>
#include <QUuid>

namespace pfx::planfix {

using base::Error;
using base::ErrorCode;
using base::JsonReader;
using base::Result;
using base::StopToken;

namespace {

constexpr int quotaCode = 22;
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qsizetype longestRefusal = 16 * 1024; ///< What is longer is the file itself.

QJsonObject objectOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

bool isRefusal(const QJsonObject &object)
{
    return object.value(QLatin1String("result")).toString() != QLatin1String("success") && object.value(QLatin1String("code")).isDouble();
}

/// A status that says what can be done, whoever stands in front of Planfix. Of others only Planfix's own body says it: a stranger's page
/// with 403 is no missing right.
bool speaksForItself(int status)
{
    return status >= 500 || status == 408 || status == 429;
}

/// Planfix said no, or said something that is not its own: HTML of a proxy, half an answer.
Error refusal(const http::Request &request, const http::Response &response)
{
    const QJsonObject object = objectOf(response.body);
    const QJsonValue code = object.value(QLatin1String("code"));
    if (isRefusal(object)) {
        QString text = object.value(QLatin1String("error")).toString();
        if (text.isEmpty())
            text = object.value(QLatin1String("message")).toString();
        Error error = remoteError(response.status, code.toInt(), text.left(500));
        // An answer is a decision, but "unknown error" may have come after the work was done.
        if (code.toInt() == 0 && !request.isReading())
            error.effected = base::Effected::Perhaps;
        return error;
    }
    if (speaksForItself(response.status))
        return http::statusError(request, response);
    Error error{ErrorCode::BadAnswer, QStringLiteral("HTTP %1, not an answer of Planfix").arg(response.status), {}};
    if (!request.isReading() && response.status < 400)
        error.effected = base::Effected::Perhaps;
    return error;
}

} // namespace

std::optional<qint64> timeToReset(const QJsonObject &refusal)
{
    const double value = refusal.value(QLatin1String("timeToReset")).toDouble(-1);
    constexpr double surelyMs = 1000;
    constexpr double year = 366.0 * 24 * 3600 * 1000; // nobody means more
    if (value < 0 || value > year)
        return std::nullopt;
    return static_cast<qint64>(value > surelyMs ? value : value * 1000);
}

Session::Session(http::Client &client, Account account, QString key, SessionOptions options)
    : m_client(client), m_account(std::move(account)), m_key(std::move(key)), m_options(options)
{
}

http::Request Session::request(const QByteArray &method, const QString &path, const QUrlQuery &query) const
{
    http::Request made;
    made.service = QStringLiteral("planfix");
    made.account = m_account.host();
    made.perSecond = m_options.perSecond;
    made.rowId = m_options.rowId;
    made.method = method;
    made.url = m_account.restUrl();
    made.url.setPath(made.url.path() + path);
    if (!query.isEmpty())
        made.url.setQuery(query);
    made.headers = {{"Authorization", "Bearer " + m_key.toUtf8()}, {"Accept", "application/json"}};
    made.deadlineMs = m_options.deadlineMs;
    made.secrets = QStringList{m_key};
    return made;
}

Result<Answer> Session::read(const http::Request &request, const http::Response &response)
{
    m_resetMs.reset();
    bool isNumber = false;
    const qint64 left = response.header("X-RateLimit-Remaining").trimmed().toLongLong(&isNumber);
    if (isNumber)
        m_requestsLeft = left;
    Answer answer;
    answer.status = response.status;
    answer.requestsLeft = isNumber ? std::optional(left) : std::nullopt;
    if (response.isSuccess() && response.body.trimmed().isEmpty())
        return answer;
    auto json = JsonReader::parse(response.body);
    const bool saysSuccess = json && json->object().value(QLatin1String("result")).toString() == QLatin1String("success");
    if (response.isSuccess() && saysSuccess) {
        answer.body = std::move(*json);
        return answer;
    }
    Error error = refusal(request, response);
    if (remoteNumber(error) == quotaCode) {
        m_resetMs = timeToReset(objectOf(response.body));
        // The same code is used for the pace of the second; only with requests left and no time given is it that.
        if (!m_resetMs && m_requestsLeft.value_or(0) > 0)
            error.code = ErrorCode::RateLimited;
    }
    // Planfix's words can repeat what it was sent.
    return base::fail(http::Veil(request).hide(std::move(error)));
}

Result<Answer> Session::get(const QString &path, const QUrlQuery &query, const StopToken &stop)
{
    const http::Request made = request("GET", path, query);
    PFX_ASSIGN(const http::Response response, m_client.exchange(made, stop));
    return read(made, response);
}

Result<Answer> Session::post(const QString &path, const QJsonObject &body, http::Repeat repeat, const StopToken &stop,
                             const QUrlQuery &query)
{
    http::Request made = request("POST", path, query);
    made.headers.append(http::Header{"Content-Type", "application/json; charset=utf-8"});
    made.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    made.repeat = repeat;
    PFX_ASSIGN(const http::Response response, m_client.exchange(made, stop));
    return read(made, response);
}

Result<Answer> Session::upload(const QString &path, const QUrlQuery &query, const QString &fileName, const QByteArray &content,
                               const StopToken &stop)
{
    const QByteArray boundary = "pfx-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QString name = fileName;
    name.replace(QLatin1Char('"'), QLatin1Char('\'')).remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
    http::Request made = request("POST", path, query);
    made.headers.append(http::Header{"Content-Type", "multipart/form-data; boundary=" + boundary});
    made.body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8()
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
    PFX_ASSIGN(const http::Response response, m_client.exchange(made, stop));
    return read(made, response);
}

Result<QByteArray> Session::download(const QString &path, const StopToken &stop)
{
    http::Request first = request("GET", path, {});
    first.redirect = http::Redirect::Report;
    first.maxAnswerBytes = largestFile;
    PFX_ASSIGN(const http::Response response, m_client.exchange(first, stop));
    const QJsonObject said = response.body.size() < longestRefusal ? objectOf(response.body) : QJsonObject();
    if (response.isSuccess() && !(said.contains(QLatin1String("result")) && isRefusal(said)))
        return response.body;
    const QByteArray location = response.header("Location");
    const QUrl target = first.url.resolved(QUrl::fromEncoded(location));
    if (response.status < 300 || response.status >= 400 || location.isEmpty() || !target.isValid())
        return base::fail(http::Veil(first).hide(refusal(first, response)));
    http::Request second;
    second.service = first.service;
    second.rowId = first.rowId;
    second.url = target;
    second.deadlineMs = first.deadlineMs;
    second.maxAnswerBytes = largestFile;
    // The address is signed: whoever has it has the file.
    second.secrets = QStringList{target.query(QUrl::FullyEncoded)};
    PFX_ASSIGN(const http::Response file, m_client.exchange(second, stop));
    if (!file.isSuccess())
        return base::fail(http::statusError(second, file));
    return file.body;
}

} // namespace pfx::planfix
