// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/support/sample_export.h"

#include <QtTest>

#include <csignal>

using namespace pfx::test;

/// Ctrl+C, a killed program, and going on afterwards.
class TestStop : public QObject
{
    Q_OBJECT

private slots:
    void stoppedImportGoesOn_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("status");
        QTest::newRow("Ctrl+C ends cleanly with four") << SIGINT << 4;
        QTest::newRow("SIGTERM ends cleanly with four") << SIGTERM << 4;
        QTest::newRow("a killed program leaves a run that goes on") << SIGKILL << -1;
    }
    void stoppedImportGoesOn()
    {
        QFETCH(int, signal);
        QFETCH(int, status);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.path(QStringLiteral("big.json"));
        QVERIFY(writeSampleExport(path, {contacts, contacts}));

        QProcess process;
        ctl.prepare(process, {QStringLiteral("import"), QStringLiteral("file"), path, QStringLiteral("--source"), QStringLiteral("amocrm"),
                              QStringLiteral("--default-employee"), QStringLiteral("1"), QStringLiteral("--json")});
        process.start(QIODevice::ReadOnly);
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running
               && ctl.json({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("1")}).array().isEmpty())
            process.waitForFinished(1);
        QCOMPARE(process.state(), QProcess::Running); // else the sample is too small for this machine
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, status);

        const auto shown = ctl.json({QStringLiteral("import"), QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.object()[QStringLiteral("state")].toString(), QStringLiteral("stopped"));
        if (status == 4)
            QCOMPARE(process.readAllStandardOutput(), shown.out);
        const auto resumed = ctl.json({QStringLiteral("import"), QStringLiteral("resume"), QStringLiteral("1")});
        QCOMPARE(resumed.status, 0);
        QCOMPARE(resumed.object()[QStringLiteral("state")].toString(), QStringLiteral("finished"));
        QCOMPARE(counts(resumed.object(), "contacts"), QStringLiteral("%1 read, %1 created, 0 updated, 0 skipped, 0 failed").arg(contacts));
        QCOMPARE(counts(resumed.object(), "deals"), QStringLiteral("%1 read, %1 created, 0 updated, 0 skipped, 0 failed").arg(contacts));
        const QJsonObject info = ctl.json({QStringLiteral("store"), QStringLiteral("info")}).object();
        QCOMPARE(info[QStringLiteral("contacts")].toInt(), contacts);
        QCOMPARE(info[QStringLiteral("deals")].toInt(), contacts);
        QCOMPARE(ctl.json({QStringLiteral("import"), QStringLiteral("resume"), QStringLiteral("1")}).status, 1); // it is finished
    }

private:
    static constexpr int contacts = 40'000;
};

QTEST_GUILESS_MAIN(TestStop)
#include "tst_stop.moc"
