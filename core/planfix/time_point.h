// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's TimePoint: date dd-MM-yyyy, time HH:mm, and in answers the instant in UTC (OpenAPI schema TimePoint). Times without a zone are
// in the time zone of the key's employee. Values; any thread.
#pragma once

#include <QDate>
#include <QJsonValue>
#include <QTime>

#include <optional>

namespace pfx::planfix {

struct TimePoint
{
    QDate date;
    std::optional<QTime> time;
    std::optional<qint64> instantMs; ///< ms since 1970 UTC, when the answer says it.

    bool operator==(const TimePoint &) const = default;
};

/// Every form an answer or a webhook uses: the object, "dd-MM-yyyy HH:mm:ss", "dd-MM-yyyy", "dd.MM.yyyy". No value when it is none of them.
std::optional<TimePoint> timePoint(const QJsonValue &value);
/// The object for a request: {"date","time"}.
QJsonValue toJson(const TimePoint &point);

} // namespace pfx::planfix
