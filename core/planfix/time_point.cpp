// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/time_point.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

namespace pfx::planfix {

namespace {

QDate dateOf(const QString &text)
{
    const QDate date = QDate::fromString(text, QStringLiteral("dd-MM-yyyy"));
    return date.isValid() ? date : QDate::fromString(text, QStringLiteral("dd.MM.yyyy"));
}

std::optional<QTime> timeOf(const QString &text)
{
    for (const char *form : {"HH:mm", "HH:mm:ss"}) {
        const QTime time = QTime::fromString(text, QLatin1String(form));
        if (time.isValid())
            return time;
    }
    return std::nullopt;
}

std::optional<qint64> instantOf(const QJsonObject &object)
{
    const QString exact = object.value(QLatin1String("dateTimeUtcSeconds")).toString();
    QDateTime instant = QDateTime::fromString(exact, QStringLiteral("yyyy-MM-ddTHH:mm:sst"));
    if (!instant.isValid()) {
        // "+0000" has no colon, which Qt's ISO reader wants.
        instant = QDateTime::fromString(exact.left(19), QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    }
    if (!instant.isValid()) {
        const QString minutes = object.value(QLatin1String("datetime")).toString();
        instant = QDateTime::fromString(minutes.left(16), QStringLiteral("yyyy-MM-ddTHH:mm"));
    }
    if (!instant.isValid())
        return std::nullopt;
    return QDateTime(instant.date(), instant.time(), Qt::UTC).toMSecsSinceEpoch();
}

std::optional<TimePoint> fromText(const QString &text)
{
    const QString date = text.section(QLatin1Char(' '), 0, 0);
    const QString time = text.section(QLatin1Char(' '), 1);
    TimePoint point{dateOf(date), std::nullopt, std::nullopt};
    if (!point.date.isValid())
        return std::nullopt;
    if (!time.isEmpty()) {
        point.time = timeOf(time);
        if (!point.time)
            return std::nullopt;
    }
    return point;
}

} // namespace

std::optional<TimePoint> timePoint(const QJsonValue &value)
{
    if (value.isString())
        return fromText(value.toString().trimmed());
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    TimePoint point;
    point.instantMs = instantOf(object);
    point.date = dateOf(object.value(QLatin1String("date")).toString());
    point.time = timeOf(object.value(QLatin1String("time")).toString());
    if (!point.date.isValid() && point.instantMs)
        point.date = QDateTime::fromMSecsSinceEpoch(*point.instantMs, Qt::UTC).date();
    if (!point.date.isValid())
        return std::nullopt;
    return point;
}

QJsonValue toJson(const TimePoint &point)
{
    QJsonObject object{{QStringLiteral("date"), point.date.toString(QStringLiteral("dd-MM-yyyy"))}};
    if (point.time)
        object.insert(QStringLiteral("time"), point.time->toString(QStringLiteral("HH:mm")));
    return object;
}

} // namespace pfx::planfix
