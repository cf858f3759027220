// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimeZone>

using namespace pfx;
using namespace pfx::ui;

namespace {

/// Rows are written with ordinary spaces; the screen has no-break ones.
QString plain(QString text)
{
    return text.replace(QChar(0x202f), QLatin1Char(' ')).replace(QChar(0xa0), QLatin1Char(' '));
}

qint64 at(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

} // namespace

class tst_formatting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*QCoreApplication::instance(), QStringLiteral("ru")); }
    void numbers_data();
    void numbers();
    void plurals_data();
    void plurals();
    void amounts_data();
    void amounts();
    void durations_data();
    void durations();
    void times_data();
    void times();
    void percents_data();
    void percents();
    void rates_data();
    void rates();
};

void tst_formatting::numbers_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nought") << 0LL << QStringLiteral("0");
    QTest::newRow("three digits stand together") << 684LL << QStringLiteral("684");
    QTest::newRow("four are parted") << 1'962LL << QStringLiteral("1 962");
    QTest::newRow("a million") << 1'000'000LL << QStringLiteral("1 000 000");
    QTest::newRow("a real minus") << -1'234LL << QStringLiteral("−1 234");
}

void tst_formatting::numbers()
{
    QFETCH(const qint64, value);
    QFETCH(const QString, text);
    QCOMPARE(plain(number(value)), text);
    QVERIFY(!number(value).contains(QLatin1Char(' ')));
}

void tst_formatting::plurals_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0LL << QStringLiteral("0 записей");
    QTest::newRow("1") << 1LL << QStringLiteral("1 запись");
    QTest::newRow("2") << 2LL << QStringLiteral("2 записи");
    QTest::newRow("5") << 5LL << QStringLiteral("5 записей");
    QTest::newRow("11") << 11LL << QStringLiteral("11 записей");
    QTest::newRow("21") << 21LL << QStringLiteral("21 запись");
    QTest::newRow("112") << 112LL << QStringLiteral("112 записей");
    QTest::newRow("22 901") << 22'901LL << QStringLiteral("22 901 запись");
}

void tst_formatting::plurals()
{
    QFETCH(const qint64, count);
    QFETCH(const QString, text);
    QCOMPARE(plain(records(count)), text);
}

void tst_formatting::amounts_data()
{
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole roubles have no kopecks") << QStringLiteral("100000.00") << QStringLiteral("RUB") << QStringLiteral("100 000 ₽");
    QTest::newRow("kopecks with a comma") << QStringLiteral("1234.50") << QStringLiteral("RUB") << QStringLiteral("1 234,50 ₽");
    QTest::newRow("euro") << QStringLiteral("9.99") << QStringLiteral("EUR") << QStringLiteral("9,99 €");
    QTest::newRow("an unknown currency keeps its code") << QStringLiteral("5.00") << QStringLiteral("XTS") << QStringLiteral("5 XTS");
    QTest::newRow("more than a double holds") << QStringLiteral("123456789012345678.25") << QString()
                                              << QStringLiteral("123 456 789 012 345 678,25");
    QTest::newRow("less than nothing") << QStringLiteral("-1500.00") << QStringLiteral("RUB") << QStringLiteral("−1 500 ₽");
    QTest::newRow("nothing") << QString() << QStringLiteral("RUB") << QString();
}

void tst_formatting::amounts()
{
    QFETCH(const QString, decimal);
    QFETCH(const QString, currency);
    QFETCH(const QString, text);
    QCOMPARE(plain(amount(decimal, currency)), text);
}

void tst_formatting::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("milliseconds") << 84LL << QStringLiteral("84 мс");
    QTest::newRow("seconds") << 36'000LL << QStringLiteral("36 с");
    QTest::newRow("minutes and seconds") << 80'000LL << QStringLiteral("1 мин 20 с");
    QTest::newRow("even minutes") << 120'000LL << QStringLiteral("2 мин");
    QTest::newRow("hours and minutes") << 7'800'000LL << QStringLiteral("2 ч 10 мин");
    QTest::newRow("days and hours") << 90'000'000LL << QStringLiteral("1 д 1 ч");
}

void tst_formatting::durations()
{
    QFETCH(const qint64, ms);
    QFETCH(const QString, text);
    QCOMPARE(plain(duration(ms)), text);
}

void tst_formatting::times_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << at(21, 10, 31) << QStringLiteral("сегодня, 10:31");
    QTest::newRow("one minute before midnight is yesterday") << at(20, 23, 59) << QStringLiteral("вчера, 23:59");
    QTest::newRow("before that the date") << at(12, 18, 4) << QStringLiteral("12.11.2026");
    QTest::newRow("unknown") << 0LL << QString();
}

void tst_formatting::times()
{
    QFETCH(const qint64, ms);
    QFETCH(const QString, text);
    QCOMPARE(timeShort(ms, at(21, 11, 2)), text);
}

void tst_formatting::percents_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QString>("text");
    QTest::newRow("part") << 7'658LL << 18'640LL << QStringLiteral("41 %");
    QTest::newRow("never whole before the end") << 999'999LL << 1'000'000LL << QStringLiteral("99 %");
    QTest::newRow("whole at the end") << 10LL << 10LL << QStringLiteral("100 %");
    QTest::newRow("more than was promised") << 12LL << 10LL << QStringLiteral("100 %");
    QTest::newRow("nothing known") << 0LL << 0LL << QStringLiteral("—");
}

void tst_formatting::percents()
{
    QFETCH(const qint64, done);
    QFETCH(const qint64, total);
    QFETCH(const QString, text);
    QCOMPARE(plain(percent(done, total)), text);
}

void tst_formatting::rates_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("text");
    QTest::newRow("a second") << 96.2 << QStringLiteral("96 записей/с");
    QTest::newRow("slow ones a minute") << 0.5 << QStringLiteral("30 записей/мин");
    QTest::newRow("not known") << 0.0 << QString();
}

void tst_formatting::rates()
{
    QFETCH(const double, perSecond);
    QFETCH(const QString, text);
    QCOMPARE(plain(rate(perSecond)), text);
}

QTEST_MAIN(tst_formatting)
#include "tst_formatting.moc"
