// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/retry.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace pfx::http {

using base::Effected;
using base::ErrorCode;

bool mayAskAgain(const Request &request, const Response &answer)
{
    if (answer.status == 429)
        return true;
    const bool passing = answer.status == 502 || answer.status == 503 || answer.status == 504;
    return passing && request.mayRepeat();
}

bool mayAskAgain(const Request &request, const base::Error &error)
{
    if (error.code != ErrorCode::Network && error.code != ErrorCode::Timeout)
        return false;
    return error.effected == Effected::No || request.mayRepeat();
}

std::optional<qint64> retryAfterMs(const Response &answer, qint64 nowMs)
{
    const QByteArray text = answer.header(QByteArrayLiteral("Retry-After")).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        constexpr qint64 week = 7 * 24 * 3600; // nobody means more; no overflow
        return seconds < 0 ? std::nullopt : std::optional<qint64>(std::min(seconds, week) * 1000);
    }
    // "Sun, 06 Nov 1994 08:49:37 GMT"; the two old forms of RFC 9110 are not sent by anybody.
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!time.isValid())
        return std::nullopt;
    time.setTimeZone(QTimeZone::utc());
    return std::max<qint64>(0, time.toMSecsSinceEpoch() - nowMs);
}

qint64 pauseMs(const RetryPolicy &policy, int attempt, double chance)
{
    qint64 pause = std::max<qint64>(1, policy.baseMs);
    for (int i = 1; i < attempt && pause < policy.longestMs; ++i)
        pause *= 2;
    pause = std::min(pause, policy.longestMs);
    return pause / 2 + static_cast<qint64>(static_cast<double>(pause - pause / 2) * chance);
}

} // namespace pfx::http
