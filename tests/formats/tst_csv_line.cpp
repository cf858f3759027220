// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_line.h"

#include <QtTest>

using namespace pfx::formats;

class TestCsvLine : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreNoFormulas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        for (const char *begin : {"=", "+", "-", "@"})
            QTest::newRow(begin) << QString::fromLatin1(begin) + QStringLiteral("1+1") << QByteArray("'") + begin + "1+1\r\n";
        QTest::newRow("a tab") << QStringLiteral("\t=1") << QByteArray("'\t=1\r\n");
        QTest::newRow("a carriage return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"\r\n");
        QTest::newRow("quotes and commas") << QStringLiteral("=\"a\",b") << QByteArray("\"'=\"\"a\"\",b\"\r\n");
        QTest::newRow("a line break") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("a plain one") << QStringLiteral("a-b") << QByteArray("a-b\r\n");
        QTest::newRow("a phone is none") << QStringLiteral("+7 (495) 123-45-67") << QByteArray("+7 (495) 123-45-67\r\n");
        QTest::newRow("an amount is none") << QStringLiteral("-12.50") << QByteArray("-12.50\r\n");
        QTest::newRow("an empty one") << QString() << QByteArray("\r\n");
    }
    void cellsAreNoFormulas()
    {
        QFETCH(QString, cell);
        QTEST(csvLine({cell}), "written");
    }

    void aProgramReadsThemAsTheyAre()
    {
        QCOMPARE(csvLine({QStringLiteral("=1"), QStringLiteral("a;b")}, QLatin1Char(';'), Formulas::AsTheyAre),
                 QByteArray("=1;\"a;b\"\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestCsvLine)
#include "tst_csv_line.moc"
