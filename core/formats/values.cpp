// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/values.h"

#include <QDateTime>

#include <algorithm>

namespace pfx::formats {

namespace {

constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 beforeOurEra = Q_INT64_C(62'135'596'800'000); ///< The year 1 began so many ms before 1970.

/// Reads digits and single characters from left to right; once something does not fit, everything fails.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    int number(qsizetype minDigits, qsizetype maxDigits)
    {
        qsizetype digits = 0;
        int value = 0;
        while (digits < maxDigits && m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9') {
            value = value * 10 + (m_text[m_at].unicode() - u'0');
            ++m_at;
            ++digits;
        }
        m_good = m_good && digits >= minDigits;
        return value;
    }
    bool accept(char16_t c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void expect(char16_t c) { m_good = accept(c) && m_good; }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool good() const { return m_good; }
    void skipDigits()
    {
        while (m_at < m_text.size() && m_text[m_at].isDigit())
            ++m_at;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

struct Parts
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    std::optional<int> offsetMinutes;
    bool timeGiven = false;
};

// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant's algorithm): QDate is too slow for a million rows.
qint64 daysSinceEpoch(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

void readClock(Scanner &scanner, Parts &parts)
{
    parts.timeGiven = true;
    parts.hour = scanner.number(1, 2);
    scanner.expect(u':');
    parts.minute = scanner.number(2, 2);
    if (scanner.accept(u':')) {
        parts.second = scanner.number(2, 2);
        if (scanner.accept(u'.') || scanner.accept(u','))
            scanner.skipDigits();
    }
    if (scanner.accept(u'Z')) {
        parts.offsetMinutes = 0;
    } else if (const bool minus = scanner.accept(u'-'); minus || scanner.accept(u'+')) {
        const int hours = scanner.number(2, 2);
        scanner.accept(u':');
        const int minutes = scanner.atEnd() ? 0 : scanner.number(2, 2);
        parts.offsetMinutes = (minus ? -1 : 1) * (hours * 60 + minutes);
    }
}

bool valid(const Parts &parts)
{
    static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (parts.year % 4 == 0 && parts.year % 100 != 0) || parts.year % 400 == 0;
    return parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= days[parts.month - 1]
        && (parts.month != 2 || parts.day < 29 || leap) && parts.hour < 24 && parts.minute < 60 && parts.second <= 60 && parts.year >= 1;
}

std::optional<Parts> readParts(QStringView text)
{
    Scanner scanner(text);
    Parts parts;
    const bool yearFirst = text.size() > 4 && text[4] == u'-';
    const char16_t separator = yearFirst ? u'-' : text.contains(u'/') ? u'/' : u'.';
    if (yearFirst) {
        parts.year = scanner.number(4, 4);
        scanner.expect(separator);
        parts.month = scanner.number(2, 2);
        scanner.expect(separator);
        parts.day = scanner.number(2, 2);
    } else {
        parts.day = scanner.number(1, 2);
        scanner.expect(separator);
        parts.month = scanner.number(1, 2);
        scanner.expect(separator);
        parts.year = scanner.number(4, 4);
    }
    if (scanner.accept(u'T') || scanner.accept(u' '))
        readClock(scanner, parts);
    if (!scanner.good() || !scanner.atEnd() || !valid(parts))
        return std::nullopt;
    return parts;
}

std::optional<qint64> toMs(const Parts &parts)
{
    if (!parts.offsetMinutes) {
        const QDateTime local(QDate(parts.year, parts.month, parts.day), QTime(parts.hour, parts.minute, qMin(parts.second, 59)));
        return local.isValid() ? std::optional(local.toMSecsSinceEpoch()) : std::nullopt;
    }
    return daysSinceEpoch(parts.year, parts.month, parts.day) * msPerDay
        + ((parts.hour * 60 + parts.minute - *parts.offsetMinutes) * 60 + parts.second) * qint64(1000);
}

// Seconds, or milliseconds when there are more than a date of this era has seconds. A fraction (PHP's microtime) is dropped.
std::optional<qint64> fromNumber(QStringView text)
{
    qint64 value = 0;
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    if (const qsizetype point = text.indexOf(u'.'); point > 6) {
        if (!std::all_of(text.begin() + point + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
            return std::nullopt;
        text = text.first(point);
    }
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
        if (value > Q_INT64_C(99'999'999'999'999))
            return std::nullopt;
    }
    if (value < Q_INT64_C(100'000'000'000))
        value *= 1000;
    return negative && value > beforeOurEra ? std::nullopt : std::optional(negative ? -value : value);
}

} // namespace

std::optional<qint64> parseTime(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 40)
        return std::nullopt;
    if (text.size() > 1 || text[0].isDigit()) {
        if (const auto number = fromNumber(text))
            return number;
    }
    const auto parts = readParts(text);
    return parts ? toMs(*parts) : std::nullopt;
}

bool isNoTime(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'0' || (!c.isDigit() && !c.isLetter()); });
}

QString parseDay(QStringView text)
{
    text = text.trimmed();
    const auto format = [](int year, int month, int day) {
        return QStringLiteral("%1-%2-%3").arg(year, 4, 10, QLatin1Char('0')).arg(month, 2, 10, QLatin1Char('0')).arg(day, 2, 10, QLatin1Char('0'));
    };
    const auto parts = text.size() <= 40 ? readParts(text) : std::nullopt;
    if (!parts) {
        const auto ms = parseTime(text);
        if (!ms)
            return {};
        const QDate day = QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).date();
        return format(day.year(), day.month(), day.day());
    }
    if (parts->offsetMinutes) {
        const qint64 ms = toMs(*parts).value_or(1);
        if (ms % msPerDay == 0) {
            const QDate day = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date();
            return format(day.year(), day.month(), day.day());
        }
    }
    return format(parts->year, parts->month, parts->day);
}

std::optional<bool> parseFlag(QStringView text)
{
    text = text.trimmed();
    const auto is = [text](QLatin1String word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    if (is(QLatin1String("Y")) || is(QLatin1String("1")) || is(QLatin1String("true")) || is(QLatin1String("yes"))
        || text.compare(u"да", Qt::CaseInsensitive) == 0)
        return true;
    if (is(QLatin1String("N")) || is(QLatin1String("0")) || is(QLatin1String("false")) || is(QLatin1String("no"))
        || text.compare(u"нет", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

} // namespace pfx::formats
