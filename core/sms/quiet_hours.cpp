// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/quiet_hours.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace pfx::sms {

namespace {

struct Area {
    const char *prefix; ///< Of the number without its plus.
    const char *zone; ///< Empty: the number does not say it.
};

// The longest prefix that fits counts. Landline areas of Russia: numbering plan of the Ministry of Communications; zones: IANA.
constexpr std::array<Area, 84> areas{{
    {"7", ""},
    {"7401", "Europe/Kaliningrad"},
    {"7495", "Europe/Moscow"},
    {"7496", "Europe/Moscow"},
    {"7498", "Europe/Moscow"},
    {"7499", "Europe/Moscow"},
    {"7812", "Europe/Moscow"},
    {"7846", "Europe/Samara"},
    {"7848", "Europe/Samara"},
    {"7341", "Europe/Samara"},
    {"7842", "Europe/Ulyanovsk"},
    {"7845", "Europe/Saratov"},
    {"7851", "Europe/Astrakhan"},
    {"7342", "Asia/Yekaterinburg"},
    {"7343", "Asia/Yekaterinburg"},
    {"7345", "Asia/Yekaterinburg"},
    {"7346", "Asia/Yekaterinburg"},
    {"7347", "Asia/Yekaterinburg"},
    {"7349", "Asia/Yekaterinburg"},
    {"7351", "Asia/Yekaterinburg"},
    {"7352", "Asia/Yekaterinburg"},
    {"7353", "Asia/Yekaterinburg"},
    {"7381", "Asia/Omsk"},
    {"7382", "Asia/Tomsk"},
    {"7383", "Asia/Novosibirsk"},
    {"7384", "Asia/Novokuznetsk"},
    {"7385", "Asia/Barnaul"},
    {"7388", "Asia/Barnaul"},
    {"7390", "Asia/Krasnoyarsk"},
    {"7391", "Asia/Krasnoyarsk"},
    {"7394", "Asia/Krasnoyarsk"},
    {"7395", "Asia/Irkutsk"},
    {"7301", "Asia/Irkutsk"},
    {"7302", "Asia/Chita"},
    {"7411", "Asia/Yakutsk"},
    {"7416", "Asia/Yakutsk"},
    {"7413", "Asia/Magadan"},
    {"7415", "Asia/Kamchatka"},
    {"7421", "Asia/Vladivostok"},
    {"7423", "Asia/Vladivostok"},
    {"7426", "Asia/Vladivostok"},
    {"7424", "Asia/Sakhalin"},
    {"7427", "Asia/Anadyr"},
    {"76", "Asia/Almaty"},
    {"77", "Asia/Almaty"},
    {"370", "Europe/Vilnius"},
    {"371", "Europe/Riga"},
    {"372", "Europe/Tallinn"},
    {"373", "Europe/Chisinau"},
    {"374", "Asia/Yerevan"},
    {"375", "Europe/Minsk"},
    {"380", "Europe/Kiev"},
    {"992", "Asia/Dushanbe"},
    {"993", "Asia/Ashgabat"},
    {"994", "Asia/Baku"},
    {"995", "Asia/Tbilisi"},
    {"996", "Asia/Bishkek"},
    {"998", "Asia/Tashkent"},
    {"30", "Europe/Athens"},
    {"31", "Europe/Amsterdam"},
    {"32", "Europe/Brussels"},
    {"33", "Europe/Paris"},
    {"34", "Europe/Madrid"},
    {"351", "Europe/Lisbon"},
    {"353", "Europe/Dublin"},
    {"357", "Asia/Nicosia"},
    {"358", "Europe/Helsinki"},
    {"359", "Europe/Sofia"},
    {"36", "Europe/Budapest"},
    {"381", "Europe/Belgrade"},
    {"382", "Europe/Podgorica"},
    {"39", "Europe/Rome"},
    {"40", "Europe/Bucharest"},
    {"41", "Europe/Zurich"},
    {"420", "Europe/Prague"},
    {"421", "Europe/Bratislava"},
    {"43", "Europe/Vienna"},
    {"44", "Europe/London"},
    {"48", "Europe/Warsaw"},
    {"49", "Europe/Berlin"},
    {"86", "Asia/Shanghai"},
    {"90", "Europe/Istanbul"},
    {"971", "Asia/Dubai"},
    {"972", "Asia/Jerusalem"},
}};

} // namespace

QByteArray zoneOf(const QString &e164)
{
    const QByteArray digits = e164.mid(e164.startsWith(QLatin1Char('+')) ? 1 : 0).toLatin1();
    const Area *best = nullptr;
    for (const Area &area : areas) {
        if (digits.startsWith(area.prefix) && (!best || qstrlen(area.prefix) > qstrlen(best->prefix)))
            best = &area;
    }
    return best ? QByteArray(best->zone) : QByteArray();
}

base::Result<QuietHours> QuietHours::parse(const QString &text, const QByteArray &zone)
{
    QuietHours hours;
    hours.m_zone = zone;
    if (text.trimmed().isEmpty())
        return hours;
    static const QRegularExpression form(QStringLiteral("^([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-3]):([0-5]\\d)$"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("expected hours like 21:00-09:00"));
    if (!QTimeZone(zone).isValid())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("unknown time zone"));
    hours.m_from = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    hours.m_to = match.captured(3).toInt() * 60 + match.captured(4).toInt();
    return hours;
}

std::optional<qint64> QuietHours::heldUntil(const QString &e164, qint64 nowMs) const
{
    if (!any())
        return std::nullopt;
    const QByteArray own = zoneOf(e164);
    const QTimeZone zone(own.isEmpty() ? m_zone : own);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(nowMs, zone.isValid() ? zone : QTimeZone(m_zone));
    const int minute = local.time().hour() * 60 + local.time().minute();
    const bool isOverMidnight = m_from > m_to;
    const bool isQuiet = isOverMidnight ? minute >= m_from || minute < m_to : minute >= m_from && minute < m_to;
    if (!isQuiet)
        return std::nullopt;
    QDateTime end(isOverMidnight && minute >= m_from ? local.date().addDays(1) : local.date(), QTime(m_to / 60, m_to % 60), local.timeZone());
    if (!end.isValid() || end.toMSecsSinceEpoch() <= nowMs) // the clock of the zone jumps over it
        end = QDateTime::fromMSecsSinceEpoch(nowMs + 60 * 60 * 1000, Qt::UTC);
    return end.toMSecsSinceEpoch();
}

} // namespace pfx::sms
