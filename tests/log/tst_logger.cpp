// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/categories.h"
#include "core/log/logger.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace pfx::log;

class TestLogger : public QObject
{
    Q_OBJECT

private slots:
    void writesRedactedLines();
    void rotates();
    void survivesWhatItCannotWrite();
    void bufferIsBounded();
    void takesMessagesFromManyThreads();
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestLogger::writesRedactedLines()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("logs/console.log"));
    pfx::test::FakeClock clock(0);
    Logger logger(clock, {path, 1'000'000, 1, StderrLevel::Nothing});
    qCInfo(migration) << "begun run=7\nby ivan@example.com";
    qCDebug(store) << "not shown by default";
    QCOMPARE(contents(path), QByteArray("1970-01-01T00:00:00.000Z info pfx.migration: begun run=7 ⏎ by <email>\n"));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    const QVector<LogEntry> entries = logger.buffer().after(0);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().category, QStringLiteral("pfx.migration"));
    QVERIFY(!entries.first().text.contains(QLatin1String("ivan")));
}

void TestLogger::rotates()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.log"));
    RotatingFile file(path, 10, 2);
    for (const char *line : {"first....\n", "second...\n", "third....\n", "fourth...\n"})
        file.write(line);
    QCOMPARE(contents(path), QByteArray("fourth...\n"));
    QCOMPARE(contents(path + QStringLiteral(".1")), QByteArray("third....\n"));
    QCOMPARE(contents(path + QStringLiteral(".2")), QByteArray("second...\n"));
    QVERIFY(!QFile::exists(path + QStringLiteral(".3")));
    QFile::remove(path);
    file.write("after\n");
    QCOMPARE(contents(path), QByteArray("after\n"));
}

void TestLogger::survivesWhatItCannotWrite()
{
    QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("file"));
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    pfx::test::FakeClock clock;
    Logger logger(clock, {blocked + QStringLiteral("/below/x.log"), 1000, 1, StderrLevel::Nothing});
    qCWarning(app) << "still here";
    QCOMPARE(logger.buffer().after(0).size(), 1);
}

void TestLogger::bufferIsBounded()
{
    LogBuffer buffer(3);
    for (int i = 0; i < 5; ++i)
        buffer.append({0, i, QtInfoMsg, {}, QString::number(i)});
    const QVector<LogEntry> entries = buffer.after(0);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.first().number, 3u);
    QCOMPARE(buffer.after(4).size(), 1);
    QVERIFY(buffer.after(5).isEmpty());
}

void TestLogger::takesMessagesFromManyThreads()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.log"));
    pfx::test::FakeClock clock;
    {
        Logger logger(clock, {path, 1'000'000, 1, StderrLevel::Nothing});
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([] {
                for (int row = 0; row < 100; ++row)
                    qCInfo(store) << "batch written";
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }
    const QByteArray text = contents(path);
    QCOMPARE(text.count('\n'), 400);
    QCOMPARE(text.count("batch written"), 400);
}

QTEST_GUILESS_MAIN(TestLogger)
#include "tst_logger.moc"
