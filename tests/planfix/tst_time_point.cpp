// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/time_point.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pfx::planfix;

namespace {

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("{\"v\":") + text + "}").object().value(QLatin1String("v"));
}

} // namespace

class TestTimePoint : public QObject
{
    Q_OBJECT

private slots:
    void formIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<qint64>("instant");
        const qint64 none = -1;
        QTest::newRow("the whole object")
            << QByteArray(R"({"date":"21-12-2021","time":"12:15","datetime":"2021-12-21T12:15Z","dateTimeUtcSeconds":"2021-12-21T12:15:07+0000"})")
            << QDate(2021, 12, 21) << QTime(12, 15) << qint64(1640088907000);
        QTest::newRow("the object without seconds") << QByteArray(R"({"date":"21-12-2021","time":"12:15","datetime":"2021-12-21T12:15Z"})")
                                                    << QDate(2021, 12, 21) << QTime(12, 15) << qint64(1640088900000);
        QTest::newRow("only an instant") << QByteArray(R"({"datetime":"2021-12-21T12:15Z"})") << QDate(2021, 12, 21) << QTime()
                                         << qint64(1640088900000);
        QTest::newRow("a date") << QByteArray(R"({"date":"01.12.1991"})") << QDate(1991, 12, 1) << QTime() << none;
        QTest::newRow("a text with seconds") << QByteArray(R"("01-01-2023 12:15:00")") << QDate(2023, 1, 1) << QTime(12, 15) << none;
        QTest::newRow("a text with a date") << QByteArray(R"(" 01-01-2023 ")") << QDate(2023, 1, 1) << QTime() << none;
    }
    void formIsRead()
    {
        QFETCH(QByteArray, text);
        const auto point = timePoint(json(text.constData()));
        QVERIFY(point);
        QTEST(point->date, "date");
        QTEST(point->time.value_or(QTime()), "time");
        QTEST(point->instantMs.value_or(-1), "instant");
    }

    void formIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null", "17", "[]", "{}", R"("")", R"("2023-01-01")", R"("32-01-2023")", R"("01-01-2023 25:00")",
                                 R"("01-01-2023 noon")", R"({"date":17})", R"({"date":"tomorrow"})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void formIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!timePoint(json(text.constData())));
    }

    void aRequestCarriesDateAndTime()
    {
        QCOMPARE(toJson(TimePoint{QDate(2026, 2, 3), QTime(9, 30), {}}), json(R"({"date":"03-02-2026","time":"09:30"})"));
        QCOMPARE(toJson(TimePoint{QDate(2026, 2, 3), {}, {}}), json(R"({"date":"03-02-2026"})"));
    }
};

QTEST_GUILESS_MAIN(TestTimePoint)
#include "tst_time_point.moc"
