// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/content_observer.h"
#include "core/formats/encoding.h"
#include "core/formats/html_table.h"
#include "core/formats/values.h"

#include <QtTest>

using namespace pfx::formats;

class Values : public QObject
{
    Q_OBJECT

private slots:
    void readsTimesInEveryShape_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *name, const char *text, qint64 ms) { QTest::newRow(name) << QString::fromUtf8(text) << ms; };
        row("Unix seconds", "1585758065", 1585758065000);
        row("Unix milliseconds", "1585758065123", 1585758065123);
        row("seconds as a float", "1585758065.0", 1585758065000);
        row("before 1970", "-86400", -86400000);
        row("ISO with an offset", "2024-08-15T10:38:21+02:00", 1723711101000);
        row("ISO with a negative offset", "2024-08-15T10:38:21-0130", 1723723701000);
        row("ISO in UTC", "2024-08-15T08:38:21Z", 1723711101000);
        row("ISO with fractions", "2024-08-15T08:38:21.123456Z", 1723711101000);
        row("ISO without an offset", "2024-08-15T08:38:21", 1723711101000);
        row("a day", "2024-08-15", 1723680000000);
        row("a Russian day", "15.08.2024", 1723680000000);
        row("a Russian time", "15.08.2024 08:38:21", 1723711101000);
        row("a Russian time without seconds", "15.08.2024 8:38", 1723711080000);
        row("a day with slashes", "15/08/2024", 1723680000000);
        row("the leap day", "29.02.2024", 1709164800000);
    }

    void readsTimesInEveryShape()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QCOMPARE(parseTime(text), std::optional<qint64>(ms));
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "soon", "-", "2024-13-01", "2023-02-29", "31.04.2024", "2024-08-15T25:00:00", "99999999999999999999", "1e400", "2024-08-15 x"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusesWhatIsNoTime()
    {
        QFETCH(QString, text);
        QCOMPARE(parseTime(text), std::optional<qint64>());
    }

    void readsDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("day");
        QTest::newRow("midnight in UTC behind an offset") << QStringLiteral("2001-11-11T02:00:00+02:00") << QStringLiteral("2001-11-11");
        QTest::newRow("midnight in UTC before the date line") << QStringLiteral("2001-11-10T19:00:00-05:00") << QStringLiteral("2001-11-11");
        QTest::newRow("midnight where it was written") << QStringLiteral("2026-04-15T00:00:00+03:00") << QStringLiteral("2026-04-15");
        QTest::newRow("seconds") << QStringLiteral("1005436800") << QStringLiteral("2001-11-11");
        QTest::newRow("no day") << QStringLiteral("x") << QString();
    }

    void readsDays()
    {
        QFETCH(QString, text);
        QTEST(parseDay(text), "day");
    }

    void decodesWindows1251()
    {
        QCOMPARE(decode(QByteArrayView("\xC8\xE2\xE0\xED \xB8\xA8 \xB9 7 \x97 \xAB\xBB"), Encoding::Windows1251), QStringLiteral("Иван ёЁ № 7 — «»"));
    }

    void decodesEntities()
    {
        QCOMPARE(decodeEntities(QStringLiteral("&lt;a&gt; &amp;amp; &#1071;&#x44F; &unknown; & &#0;")), QString(QStringLiteral("<a> &amp; Яя &unknown; & ") + QChar(QChar::ReplacementCharacter)));
    }

    void checksUtf8AcrossChunks()
    {
        const QByteArray good = QByteArray("a") + "ё" + "€" + "😀" + "b";
        for (qsizetype cut = 0; cut <= good.size(); ++cut) {
            for (qsizetype second = cut; second <= good.size(); ++second) {
                ContentObserver observer(good.size(), {}, {});
                QVERIFY(observer.chunk(0, good.constData(), cut));
                QVERIFY(observer.chunk(cut, good.constData() + cut, second - cut));
                QVERIFY(observer.chunk(second, good.constData() + second, good.size() - second));
            }
        }
    }

    void findsWhereUtf8Ends_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("at");
        QTest::newRow("a lone tail") << QByteArray("ab\x80") << qint64(2);
        QTest::newRow("overlong") << QByteArray("a\xC0\xAF") << qint64(1);
        QTest::newRow("a surrogate") << QByteArray("a\xED\xA0\x80") << qint64(1);
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << qint64(0);
        QTest::newRow("cut off at the end") << QByteArray("abc\xD0") << qint64(3);
    }

    void findsWhereUtf8Ends()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, at);
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            ContentObserver observer(text.size(), {}, {});
            const bool good = observer.chunk(0, text.constData(), cut) && observer.chunk(cut, text.constData() + cut, text.size() - cut);
            QVERIFY(!good);
            QCOMPARE(observer.invalidAt(), at);
        }
    }
};

QTEST_GUILESS_MAIN(Values)
#include "tst_values.moc"
