// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's ways of writing a moment, and the date ranges of its filters. Wall-clock values are in the account's time zone. Pure.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

#include <optional>

namespace pfx::fake {

/// {"date","time","datetime","dateTimeUtcSeconds"}
QJsonObject timePoint(const QDateTime &moment, const QTimeZone &zone);
/// Any form a request may use, or a stored one; invalid for none.
QDateTime moment(const QJsonValue &value, const QTimeZone &zone);
/// Whether a request's value names the time of day too.
bool namesTime(const QJsonValue &value);

/// From the first moment to the last, both included.
struct DateRange {
    QDateTime from;
    QDateTime to;
};

/// The value of a date filter: {"dateType":"otherDate","dateValue":"02-02-2026"}; none when it is not one.
std::optional<DateRange> dateRange(const QJsonValue &value, const QDateTime &now, const QTimeZone &zone);

} // namespace pfx::fake
