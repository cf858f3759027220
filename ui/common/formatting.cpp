// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace pfx::ui {

namespace {

constexpr QChar ThinSpace(0x202f); // narrow no-break

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::Formatting)
};

QString grouped(const QString &digits)
{
    QString result;
    const qsizetype length = digits.size();
    for (qsizetype i = 0; i < length; ++i) {
        if (i > 0 && (length - i) % 3 == 0)
            result += ThinSpace;
        result += digits[i];
    }
    return result;
}

QDateTime local(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

QString unit(qint64 value, const QString &name)
{
    return number(value) + QChar(0xa0) + name;
}

} // namespace

QString number(qint64 value)
{
    const QString digits = QString::number(value);
    return value < 0 ? QChar(0x2212) + grouped(digits.mid(1)) : grouped(digits);
}

QString percent(qint64 done, qint64 total)
{
    if (total <= 0)
        return QStringLiteral("—");
    // Never 100 % before the end.
    const qint64 part = qMin<qint64>(done, total) == total ? 100 : qMin<qint64>(99, qint64(100.0 * double(done) / double(total)));
    return unit(part, QStringLiteral("%"));
}

QString currencySign(const QString &currency)
{
    static const QHash<QString, QString> signs{
        {QStringLiteral("RUB"), QStringLiteral("₽")}, {QStringLiteral("RUR"), QStringLiteral("₽")}, {QStringLiteral("USD"), QStringLiteral("$")},
        {QStringLiteral("EUR"), QStringLiteral("€")}, {QStringLiteral("KZT"), QStringLiteral("₸")}, {QStringLiteral("UAH"), QStringLiteral("₴")},
        {QStringLiteral("GBP"), QStringLiteral("£")}, {QStringLiteral("BYN"), QStringLiteral("Br")}};
    return signs.value(currency.toUpper(), currency);
}

QString amount(const QString &decimal, const QString &currency)
{
    if (decimal.isEmpty())
        return {};
    QString text = decimal;
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? text : text.left(point);
    QString part = point < 0 ? QString() : text.mid(point + 1);
    while (part.size() > 2 && part.endsWith(QLatin1Char('0')))
        part.chop(1);
    if (part.count(QLatin1Char('0')) == part.size())
        part.clear();
    QString result = grouped(whole);
    if (!part.isEmpty())
        result += QLocale().decimalPoint() + part;
    if (negative)
        result.prepend(QChar(0x2212));
    const QString sign = currencySign(currency);
    return sign.isEmpty() ? result : result + QChar(0xa0) + sign;
}

QString timeShort(qint64 ms, qint64 now)
{
    if (ms <= 0)
        return {};
    const QDateTime time = local(ms);
    const qint64 days = time.date().daysTo(local(now).date());
    const QString clock = time.time().toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return Words::tr("today, %1").arg(clock);
    if (days == 1)
        return Words::tr("yesterday, %1").arg(clock);
    return dateOnly(ms);
}

QString timeExact(qint64 ms)
{
    return ms <= 0 ? QString() : local(ms).toString(QStringLiteral("dd.MM.yyyy HH:mm:ss"));
}

QString dateOnly(qint64 ms)
{
    return ms <= 0 ? QString() : local(ms).toString(QStringLiteral("dd.MM.yyyy"));
}

QString duration(qint64 ms)
{
    if (ms < 1000)
        return unit(qMax<qint64>(ms, 0), Words::tr("ms", "milliseconds"));
    const qint64 seconds = ms / 1000;
    const QString s = Words::tr("s", "seconds"), min = Words::tr("min", "minutes"), h = Words::tr("h", "hours"), d = Words::tr("d", "days");
    if (seconds < 60)
        return unit(seconds, s);
    const auto two = [](qint64 large, const QString &largeName, qint64 small, const QString &smallName) {
        return small == 0 ? unit(large, largeName) : unit(large, largeName) + QLatin1Char(' ') + unit(small, smallName);
    };
    if (seconds < 3600)
        return two(seconds / 60, min, seconds % 60, s);
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return two(minutes / 60, h, minutes % 60, min);
    return two(minutes / (24 * 60), d, minutes / 60 % 24, h);
}

QString timeLeft(std::optional<qint64> ms)
{
    if (!ms)
        return {};
    return QStringLiteral("≈") + QChar(0xa0) + duration(qMax<qint64>(1000, *ms));
}

QString rate(double perSecond)
{
    if (perSecond <= 0)
        return {};
    if (perSecond < 1)
        return Words::tr("%1 records/min").arg(number(qMax<qint64>(1, qRound64(perSecond * 60))));
    return Words::tr("%1 records/s").arg(number(qRound64(perSecond)));
}

QString bytes(qint64 count)
{
    const QString names[] = {Words::tr("B"), Words::tr("KB"), Words::tr("MB"), Words::tr("GB"), Words::tr("TB")};
    double value = double(count);
    int step = 0;
    while (value >= 1024 && step < 4) {
        value /= 1024;
        ++step;
    }
    if (step == 0 || value >= 10)
        return unit(qRound64(value), names[step]);
    return QLocale().toString(value, 'f', 1) + QChar(0xa0) + names[step];
}

QString records(qint64 count)
{
    QString words = Words::tr("%n record(s)", nullptr, static_cast<int>(qMin<qint64>(count, 1'000'000'000)));
    return words.replace(QString::number(count), number(count));
}

} // namespace pfx::ui
