// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deferred_steps.h"
#include "tests/ctl/ctl.h"
#include "tests/support/sample_export.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

#include <csignal>

using namespace pfx;
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

    /// The first thing that a program does for a store whose load was killed, and not the shortest.
    void anOpeningThatBuildsIndexesIsStopped_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<int>("signal");
        const QString import = QStringLiteral("import"), one = QStringLiteral("1");
        QTest::newRow("Ctrl+C, of a resumed import") << QStringList{import, QStringLiteral("resume"), one} << SIGINT;
        QTest::newRow("SIGTERM, of an undo") << QStringList{import, QStringLiteral("undo"), one} << SIGTERM;
        QTest::newRow("Ctrl+C, of a new import")
            << QStringList{import, QStringLiteral("file"), QStringLiteral("a.json"), QStringLiteral("--source"), QStringLiteral("amocrm"),
                           QStringLiteral("--default-employee"), one}
            << SIGINT;
    }
    void anOpeningThatBuildsIndexesIsStopped()
    {
        QFETCH(QStringList, command);
        QFETCH(int, signal);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const base::SystemClock clock;
        const auto url = store::StoreUrl::parse(QStringLiteral("sqlite:") + ctl.path(QStringLiteral("profile/planfix-console.sqlite")));
        PFX_VERIFY(url);
        const auto store = store::Store::open(*url, clock);
        PFX_VERIFY(store);
        PFX_VERIFY((*store)->writer().run([](store::Connection &db) { // lasts until it is stopped, however quick the machine
            return store::deferStatement(db, QStringLiteral("endless"),
                                         QStringLiteral("CREATE TABLE endless AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL"
                                                        " SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT count(*) AS c FROM n"));
        }));

        QProcess process;
        ctl.prepare(process, command + QStringList(QStringLiteral("--json")));
        process.start(QIODevice::ReadOnly);
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running && !(*store)->heldLocks().value_or(QStringList()).contains(store::loadLock))
            process.waitForFinished(1);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardOutput().contains("\"cancelled\""));

        const QString left = QStringLiteral("SELECT count(*) AS v FROM deferred_steps");
        QCOMPARE(read(**store, left), QStringLiteral("1"));
        QCOMPARE(write(**store, QStringLiteral("UPDATE deferred_steps SET sql = 'CREATE INDEX planned ON employees (created_at)'")), QString());
        QCOMPARE(ctl.json({QStringLiteral("import"), QStringLiteral("list")}).status, 0);
        QCOMPARE(read(**store, left), QStringLiteral("0"));
    }

private:
    static constexpr int contacts = 40'000;
};

QTEST_GUILESS_MAIN(TestStop)
#include "tst_stop.moc"
