// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/time_points.h"

namespace pfx::fake {

namespace {

const QString dateFormat = QStringLiteral("dd-MM-yyyy");
const QString timeFormat = QStringLiteral("HH:mm");
const QString bothFormat = QStringLiteral("dd-MM-yyyy HH:mm");

QDateTime parse(const QString &text, const QString &format, const QTimeZone &zone)
{
    QDateTime wall = QDateTime::fromString(text, format);
    if (!wall.isValid())
        return {};
    wall.setTimeZone(zone);
    return wall;
}

DateRange days(QDate first, QDate last, const QTimeZone &zone)
{
    return {QDateTime(first, QTime(0, 0), zone), QDateTime(last, QTime(23, 59, 59, 999), zone)};
}

/// thisWeek, lastMonth, nextWeek …
std::optional<DateRange> calendarRange(const QString &type, QDate today, const QTimeZone &zone)
{
    const int step = type.startsWith(u"last") ? -1 : type.startsWith(u"next") ? 1 : 0;
    if (type.endsWith(u"Week")) {
        const QDate monday = today.addDays(1 - today.dayOfWeek() + 7 * step);
        return days(monday, monday.addDays(6), zone);
    }
    if (type.endsWith(u"Month")) {
        const QDate first = QDate(today.year(), today.month(), 1).addMonths(step);
        return days(first, first.addMonths(1).addDays(-1), zone);
    }
    return {};
}

} // namespace

QJsonObject timePoint(const QDateTime &moment, const QTimeZone &zone)
{
    const QDateTime wall = moment.toTimeZone(zone);
    const QDateTime utc = moment.toUTC();
    return {{QStringLiteral("date"), wall.toString(dateFormat)},
            {QStringLiteral("time"), wall.toString(timeFormat)},
            {QStringLiteral("datetime"), utc.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'"))},
            {QStringLiteral("dateTimeUtcSeconds"), utc.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'+0000'"))}};
}

QDateTime moment(const QJsonValue &value, const QTimeZone &zone)
{
    if (value.isString()) {
        for (const char *format : {"dd-MM-yyyy HH:mm:ss", "dd-MM-yyyy HH:mm", "dd-MM-yyyy", "dd.MM.yyyy"}) {
            if (const QDateTime found = parse(value.toString(), QString::fromLatin1(format), zone); found.isValid())
                return found;
        }
        return {};
    }
    const QJsonObject point = value.toObject();
    if (point.contains(u"dateTimeUtcSeconds"))
        return parse(point[u"dateTimeUtcSeconds"].toString(), QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'+0000'"), QTimeZone::utc());
    if (point.contains(u"datetime"))
        return parse(point[u"datetime"].toString(), QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'"), QTimeZone::utc());
    if (point.contains(u"time"))
        return parse(point[u"date"].toString() + u' ' + point[u"time"].toString(), bothFormat, zone);
    return parse(QString(point[u"date"].toString()).replace(u'.', u'-'), dateFormat, zone);
}

bool namesTime(const QJsonValue &value)
{
    return value.isString() ? value.toString().contains(u':')
                            : value.toObject().contains(u"time") || value.toObject().contains(u"datetime");
}

std::optional<DateRange> dateRange(const QJsonValue &value, const QDateTime &now, const QTimeZone &zone)
{
    const QJsonObject given = value.toObject();
    const QString type = given[u"dateType"].toString();
    const QDate today = now.toTimeZone(zone).date();
    const auto text = [&given](QStringView name) { return given[name].toString(); };
    if (type == u"today" || type == u"yesterday" || type == u"tomorrow") {
        const QDate day = today.addDays(type == u"today" ? 0 : type == u"yesterday" ? -1 : 1);
        return days(day, day, zone);
    }
    if (type == u"last" || type == u"next" || type == u"in") {
        const qint64 count = given[u"dateValue"].toVariant().toLongLong();
        return type == u"last" ? days(today.addDays(-count), today, zone) : days(today, today.addDays(count), zone);
    }
    if (type == u"otherDate" || type == u"otherRange") {
        const QDate from = QDate::fromString(text(type == u"otherDate" ? u"dateValue" : u"dateFrom"), dateFormat);
        const QDate to = QDate::fromString(text(type == u"otherDate" ? u"dateValue" : u"dateTo"), dateFormat);
        return from.isValid() && to.isValid() ? std::optional(days(from, to, zone)) : std::nullopt;
    }
    if (type == u"otherDate_withTime" || type == u"otherRange_withTime") {
        const QDateTime from = parse(text(type == u"otherDate_withTime" ? u"dateValue" : u"dateFrom"), bothFormat, zone);
        const QDateTime to = parse(text(type == u"otherDate_withTime" ? u"dateValue" : u"dateTo"), bothFormat, zone);
        // A minute is all of it.
        return from.isValid() && to.isValid() ? std::optional(DateRange{from, to.addMSecs(59'999)}) : std::nullopt;
    }
    return calendarRange(type, today, zone);
}

} // namespace pfx::fake
