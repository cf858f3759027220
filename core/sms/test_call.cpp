// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/test_call.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::sms {

using base::Result;

namespace {

constexpr qint64 deadlineMs = 30'000;
constexpr qsizetype mostShown = 64 * 1024;

void add(QByteArray &form, const char *name, const QString &value)
{
    if (!form.isEmpty())
        form += '&';
    form += name + QByteArray("=") + value.toUtf8().toPercentEncoding();
}

} // namespace

Result<TestAnswer> callAsPlanfix(http::Client &client, const base::Clock &clock, const TestCall &call, const base::StopToken &stop)
{
    http::Request request;
    request.service = QStringLiteral("sms-test");
    request.method = "POST";
    request.url = call.url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.deadlineMs = deadlineMs;
    if (call.key.isEmpty()) {
        add(request.body, "login", call.login);
        add(request.body, "password", call.password.reveal());
        request.secrets = {call.password.reveal()};
    } else {
        add(request.body, "key", call.key.reveal());
        request.secrets = {call.key.reveal()};
    }
    add(request.body, "from", call.from);
    add(request.body, "to", call.to);
    add(request.body, "text", call.text);
    const qint64 began = clock.monotonicMs();
    PFX_ASSIGN(const http::Response response, client.exchange(request, stop));
    TestAnswer answer;
    answer.elapsedMs = clock.monotonicMs() - began;
    answer.status = response.status;
    answer.body = QString::fromUtf8(response.body.left(mostShown));
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    answer.accepted = response.isSuccess() && !json.contains(QStringLiteral("error"))
        && json.value(QStringLiteral("status")).toString() != QLatin1String("error");
    answer.id = json.value(QStringLiteral("id")).toVariant().toString();
    return answer;
}

} // namespace pfx::sms
