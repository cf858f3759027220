// SPDX-License-Identifier: GPL-3.0-or-later
// Which run is at work, when some were killed: only the one whose name is held, whatever its number, and nobody's while others hold the
// store. Killed runs are rows that say "running" here, as a killed program leaves them.
#include "core/store/deferred_steps.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

constexpr int smallBatch = 7;

/// "1 running, 2 stopped…", the oldest first.
QString states(store::Store &store)
{
    const auto db = store.connect();
    const auto runs = db ? migration::runs::list(store, **db) : base::fail(db.error());
    if (!runs)
        return errorText(runs);
    QStringList told;
    for (const migration::RunReport &run : *runs)
        told.prepend(QStringLiteral("%1 %2").arg(run.run).arg(migration::name(run.state)));
    return told.join(QStringLiteral(", "));
}

} // namespace

class TestRunsAtWork : public QObject
{
    Q_OBJECT

private slots:
    void theResumedRunIsAtWork_data() { addBackends(); }
    void theResumedRunIsAtWork()
    {
        PFX_STORE_FIXTURE(fixture);
        leaveKilled(fixture, 2);
        QCOMPARE(states(fixture.store()), QStringLiteral("1 stopped, 2 stopped"));
        SmallBatches store(fixture.store(), smallBatch);
        QString during;
        store.inBatch(2, [&](store::Connection &) { during = states(fixture.store()); });
        PFX_VERIFY(resumeRun(store, 1));
        QCOMPARE(during, QStringLiteral("1 running, 2 stopped"));
        QCOMPARE(states(fixture.store()), QStringLiteral("1 finished, 2 stopped"));
    }

    void anImportIsAtWorkFromItsFirstMoment_data() { addBackends(); }
    void anImportIsAtWorkFromItsFirstMoment()
    {
        PFX_STORE_FIXTURE(fixture);
        leaveKilled(fixture, 1);
        QVERIFY(fixture.openAgain()); // builds the indexes that are left
        SmallBatches store(fixture.store(), smallBatch);
        QStringList during;
        store.afterJobs(2, [&] { during.append(states(fixture.store())); }); // a look for such indexes, then the run's row
        store.inBatch(3, [&](store::Connection &) { during.append(states(fixture.store())); });
        PFX_VERIFY(importFile(store, path(fixture), amoOptions()));
        QCOMPARE(during, QStringList(2, QStringLiteral("1 stopped, 2 running")));
    }

    void anUndoIsAtWorkOnItsRun_data() { addBackends(); }
    void anUndoIsAtWorkOnItsRun()
    {
        PFX_STORE_FIXTURE(fixture);
        leaveKilled(fixture, 2);
        SmallBatches store(fixture.store(), smallBatch);
        QString during;
        store.afterJobs(2, [&] { during = states(fixture.store()); });
        const base::SystemClock clock;
        migration::RunControl control;
        PFX_VERIFY(migration::runs::undo(store, clock, 1, control, {}));
        QCOMPARE(during, QStringLiteral("1 running, 2 stopped"));
    }

    void aHandOverIsNoRunsWork_data() { addBackends(); }
    void aHandOverIsNoRunsWork()
    {
        PFX_STORE_FIXTURE(fixture);
        leaveKilled(fixture, 2);
        const auto lock = fixture.store().tryLock(store::loadLock); // as a hand-over has it
        PFX_VERIFY(lock);
        QCOMPARE(states(fixture.store()), QStringLiteral("1 stopped, 2 stopped"));
    }

    void aRunOlderThanTheListIsStoppedToo_data() { addBackends(); }
    void aRunOlderThanTheListIsStoppedToo()
    {
        PFX_STORE_FIXTURE(fixture);
        leaveKilled(fixture, 1);
        QStringList numbers;
        for (int run = 2; run <= 202; ++run)
            numbers.append(QString::number(run));
        const QString others = QStringLiteral("source, account, mode, dry_run, path, digest, options, checkpoint, counters, started_at, elapsed_ms");
        for (const QString &number : std::as_const(numbers))
            QCOMPARE(write(fixture.store(), QStringLiteral("INSERT INTO import_runs (id, state, %1) SELECT %2, 'finished', %1 FROM import_runs"
                                                           " WHERE id = 1").arg(others, number)), QString());
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto report = migration::runs::report(fixture.store(), **db, 1);
        PFX_VERIFY(report);
        QCOMPARE(report->state, RunState::Stopped);
    }

private:
    static QString path(const StoreFixture &fixture)
    {
        return writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30));
    }

    static void leaveKilled(StoreFixture &fixture, int runs)
    {
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        for (int run = 1; run <= runs; ++run) {
            migration::RunControl control;
            store.inBatch(4, [&control](store::Connection &) { control.stop(); });
            const auto stopped = importFile(store, path(fixture), amoOptions(), control);
            PFX_VERIFY(stopped);
            QCOMPARE(stopped->state, RunState::Stopped);
        }
        QCOMPARE(write(fixture.store(), QStringLiteral("UPDATE import_runs SET state = 'running', finished_at = NULL")), QString());
    }
};

QTEST_GUILESS_MAIN(TestRunsAtWork)
#include "tst_runs_at_work.moc"
