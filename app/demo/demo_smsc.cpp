// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_smsc.h"

#include "core/sms/segments.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace pfx::app {

namespace {

constexpr qint64 deliveredAfterMs = 2'000, partKopecks = 290;
constexpr int unknownMessage = 3, wrongNumber = 7, delivered = 1, onItsWay = 0;

http::Response json(const QJsonObject &object)
{
    return {200, {{"Content-Type", "application/json; charset=utf-8"}}, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

http::Response error(int code, const QString &words)
{
    return json({{QStringLiteral("error"), words}, {QStringLiteral("error_code"), code}});
}

} // namespace

http::Response DemoSmsc::answer(const http::Request &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body).replace(QLatin1Char('+'), QStringLiteral("%20")));
    const auto field = [&form](const char *name) { return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    const std::lock_guard lock(m_mutex);
    const QString path = request.url.path();
    if (path == QLatin1String("/sys/balance.php")) {
        return json({{QStringLiteral("balance"), QString::number(double(m_kopecks) / 100, 'f', 2)}, {QStringLiteral("currency"), QStringLiteral("RUB")}});
    }
    const QString id = field("id");
    if (path == QLatin1String("/sys/status.php")) {
        const auto taken = m_taken.constFind(id);
        if (taken == m_taken.cend())
            return error(unknownMessage, QStringLiteral("message not found"));
        const bool isThere = m_clock.nowMs() - *taken >= deliveredAfterMs;
        return json({{QStringLiteral("status"), isThere ? delivered : onItsWay}, {QStringLiteral("last_timestamp"), m_clock.nowMs() / 1000}});
    }
    if (path != QLatin1String("/sys/send.php"))
        return {404, {}, {}};
    if (field("phones").endsWith(QLatin1String("000")))
        return error(wrongNumber, QStringLiteral("invalid number"));
    const int parts = sms::segmentsOf(field("mes")).count();
    m_taken.insert(id, m_clock.nowMs());
    m_kopecks -= parts * partKopecks;
    return json({{QStringLiteral("id"), id.toLongLong()}, {QStringLiteral("cnt"), parts}});
}

} // namespace pfx::app
