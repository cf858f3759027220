// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks from within: a stop, each database call failing in turn. Resumed, each run ends with the database of an undisturbed one. Dry runs
// tell what the real run then does.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"
#include "tests/support/failing_store.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;

namespace {

constexpr int smallBatch = 7;

QString undisturbed(const QString &backend, const QByteArray &json, int batch = smallBatch)
{
    StoreFixture fixture(backend);
    if (!fixture.isValid() || !addEmployee(fixture.store()).isEmpty())
        return QStringLiteral("no store");
    SmallBatches store(fixture.store(), batch);
    const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), json), amoOptions());
    return report ? dump(fixture.store()) : errorText(report);
}

} // namespace

class TestImportResume : public QObject
{
    Q_OBJECT

private slots:
    void aStoppedRunGoesOn_data() { addBackends(); }
    void aStoppedRunGoesOn()
    {
        PFX_STORE_FIXTURE(fixture);
        const QByteArray json = richFile(120, 60);
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), json);
        migration::RunControl control;
        store.afterJobs(6, [&control] { control.stop(); });
        const auto stopped = importFile(store, path, amoOptions(), control);
        PFX_VERIFY(stopped);
        QCOMPARE(stopped->state, RunState::Stopped);
        QVERIFY(stopped->contacts.read < 120);
        const auto finished = resumeRun(store, stopped->run);
        PFX_VERIFY(finished);
        QCOMPARE(finished->state, RunState::Finished);
        QCOMPARE(finished->contacts.read, 120);
        QCOMPARE(dump(fixture.store()), undisturbed(backend, json));
        PFX_VERIFY_ERROR(resumeRun(store, stopped->run), base::ErrorCode::Conflict);
    }

    void aStopInsideABatchRollsItBack_data() { addBackends(); }
    void aStopInsideABatchRollsItBack()
    {
        QFETCH(QString, backend);
        const QByteArray json = richFile(30, 20);
        const QString whole = undisturbed(backend, json);
        int brokenOff = 0;
        for (int batch = 1;; ++batch) {
            StoreFixture fixture(backend);
            QVERIFY(fixture.isValid());
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches store(fixture.store(), smallBatch);
            migration::RunControl control;
            qint64 before = -1;
            store.inBatch(batch, [&](store::Connection &db) {
                const auto rows = db.select(QStringLiteral("SELECT count(*) AS v FROM import_rows"), {});
                before = rows && !rows->empty() ? rows->front().number(QStringLiteral("v")) : -1;
                control.stop();
            });
            const auto stopped = importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), json), amoOptions(), control);
            PFX_VERIFY(stopped);
            if (stopped->state == RunState::Finished) {
                QCOMPARE(before, qint64(-1)); // there are no more batches
                break;
            }
            QCOMPARE(stopped->state, RunState::Stopped);
            QCOMPARE(countOf(fixture.store(), QStringLiteral("import_rows")), before);
            ++brokenOff;
            PFX_VERIFY(resumeRun(store, stopped->run));
            QCOMPARE(dump(fixture.store()), whole);
        }
        QVERIFY(brokenOff > 8);
    }

    void aPausedRunWaits()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 5));
        migration::RunControl control;
        store.afterJobs(4, [&control] { control.pause(); });
        bool paused = false;
        const auto resumeWhenPaused = [&](const migration::ImportProgress &progress) {
            if (progress.state != RunState::Paused)
                return;
            paused = read(fixture.store(), QStringLiteral("SELECT state AS v FROM import_runs")) == QLatin1String("paused");
            control.resume();
        };
        const auto report = importFile(store, path, amoOptions(), control, resumeWhenPaused);
        PFX_VERIFY(report);
        QVERIFY(paused);
        QCOMPARE(report->state, RunState::Finished);
        QCOMPARE(report->contacts.read, 60);
    }

    void aPauseAlsoStandsWhileTheIndexesAreBuilt_data() { addBackends(); }
    void aPauseAlsoStandsWhileTheIndexesAreBuilt()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 5));
        migration::RunControl control;
        QStringList seen;
        const auto pauseOnce = [&](const migration::ImportProgress &progress) {
            if (progress.phase != migration::Phase::Finishing)
                return;
            const bool first = seen.isEmpty();
            seen.append(migration::name(progress.state));
            if (first)
                control.pause();
            else if (progress.state == RunState::Paused)
                control.resume();
        };
        const auto report = importFile(fixture.store(), path, amoOptions(), control, pauseOnce);
        PFX_VERIFY(report);
        QCOMPARE(report->state, RunState::Finished);
        QCOMPARE(seen, QStringList({QStringLiteral("running"), QStringLiteral("paused"), QStringLiteral("running"), QStringLiteral("finished")}));
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deferred_steps")), 0);
    }

    void whatAPauseBreaksOffIsBegunAnew()
    {
        migration::RunControl control;
        const auto first = control.interruption();
        QVERIFY(!first.stop_requested());
        control.pause();
        QVERIFY(first.stop_requested());
        QVERIFY(!control.token().stop_requested());
        control.resume();
        const auto second = control.interruption();
        QVERIFY(!second.stop_requested());
        control.stop();
        control.resume();
        QVERIFY(second.stop_requested());
        QVERIFY(control.interruption().stop_requested());
    }

    void aChangedFileIsRefused()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 5));
        migration::RunControl control;
        store.afterJobs(3, [&control] { control.stop(); });
        const auto stopped = importFile(store, path, amoOptions(), control);
        PFX_VERIFY(stopped);
        writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(61, 5));
        PFX_VERIFY_ERROR(resumeRun(store, stopped->run), base::ErrorCode::SourceChanged);
    }

    void twoImportsAtOnceAreRefused()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto lock = fixture.store().tryLock(QStringLiteral("import"));
        PFX_VERIFY(lock);
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample);
        const auto again = fixture.openAgain();
        QVERIFY(again);
        PFX_VERIFY_ERROR(importFile(*again, path, amoOptions()), base::ErrorCode::Busy);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("import_runs")), 0);
    }

    void aFailedDatabaseCallCanBeResumed_data() { addBackends(); }
    void aFailedDatabaseCallCanBeResumed()
    {
        QFETCH(QString, backend);
        const bool sqlite = backend == QLatin1String("sqlite");
        const QByteArray json = sqlite ? richFile(20, 10) : richFile(2, 1); // each attempt on PostgreSQL costs a new database
        const int batch = sqlite ? smallBatch : 2;
        const QString expected = undisturbed(backend, json, batch);
        for (int failAt = 1;; ++failAt) {
            StoreFixture fixture(backend);
            QVERIFY(fixture.isValid());
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches small(fixture.store(), batch);
            FailurePlan plan(failAt);
            FailingStore failing(small, plan);
            const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), json);
            const auto first = importFile(failing, path, amoOptions());
            const bool reached = plan.hasFailed();
            plan.restart(0);
            if (countOf(fixture.store(), QStringLiteral("import_runs")) == 0)
                PFX_VERIFY(importFile(small, path, amoOptions()));
            else if (!first || first->state != RunState::Finished)
                PFX_VERIFY(resumeRun(small, 1));
            if (dump(fixture.store()) != expected)
                QCOMPARE(QStringLiteral("call %1: %2").arg(failAt).arg(dump(fixture.store())), expected);
            if (!reached)
                return;
        }
    }

    /// The resumed run fails too, at each of its calls in turn, and is resumed once more.
    void aFailedResumeCanBeResumed()
    {
        const QByteArray json = richFile(20, 10);
        const QString expected = undisturbed(QStringLiteral("sqlite"), json);
        for (int failAt = 1;; ++failAt) {
            StoreFixture fixture(QStringLiteral("sqlite"));
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches small(fixture.store(), smallBatch);
            migration::RunControl control;
            small.afterJobs(4, [&control] { control.stop(); });
            const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), json);
            const auto stopped = importFile(small, path, amoOptions(), control);
            PFX_VERIFY(stopped);
            QCOMPARE(stopped->state, RunState::Stopped);
            FailurePlan plan(failAt);
            FailingStore failing(small, plan);
            const auto second = resumeRun(failing, stopped->run);
            const bool reached = plan.hasFailed();
            plan.restart(0);
            if (!second || second->state != RunState::Finished)
                PFX_VERIFY(resumeRun(small, stopped->run));
            QVERIFY2(dump(fixture.store()) == expected, qPrintable(QString::number(failAt)));
            if (!reached)
                return;
        }
    }

    void aFailedCallOfADryRunLeavesTheStoreAsItWas()
    {
        const QByteArray more = richFile(20, 10).replace("+79991000", "+79991001");
        for (int failAt = 1;; ++failAt) {
            StoreFixture fixture(QStringLiteral("sqlite"));
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches small(fixture.store(), smallBatch);
            PFX_VERIFY(importFile(small, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(9, 5)), amoOptions()));
            const QString before = dump(fixture.store(), Dump::WithoutRuns);
            auto options = amoOptions();
            options.dryRun = true;
            FailurePlan plan(failAt);
            FailingStore failing(small, plan);
            const auto dry = importFile(failing, writeFile(fixture.folder(), QStringLiteral("2.json"), more), options);
            const bool reached = plan.hasFailed();
            plan.restart(0);
            QVERIFY2(dump(fixture.store(), Dump::WithoutRuns) == before, qPrintable(QString::number(failAt)));
            if (!dry || dry->state != RunState::Finished) {
                const auto again = countOf(fixture.store(), QStringLiteral("import_runs")) == 1
                    ? importFile(small, fixture.folder() + QStringLiteral("/2.json"), options)
                    : resumeRun(small, 2);
                PFX_VERIFY(again);
                QCOMPARE(again->state, RunState::Finished);
                QCOMPARE(again->contacts.read, 20);
            }
            if (!reached)
                return;
        }
    }

    void aDryRunThatCannotBeginIsNotLeftRunning()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        auto options = amoOptions();
        options.dryRun = true;
        options.pipeline = QStringLiteral("77");
        PFX_VERIFY_ERROR(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), options),
                         base::ErrorCode::NotFound);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT state AS v FROM import_runs")), QStringLiteral("failed"));
    }

    void aDryRunTellsWhatTheRealOneDoes_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("policy");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("skipping duplicates" + row.suffix).constData()) << row.backend << int(DuplicatePolicy::Skip);
            QTest::newRow(("updating duplicates" + row.suffix).constData()) << row.backend << int(DuplicatePolicy::Update);
            QTest::newRow(("making duplicates" + row.suffix).constData()) << row.backend << int(DuplicatePolicy::New);
        }
    }
    void aDryRunTellsWhatTheRealOneDoes()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(int, policy);
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(40, 15)), amoOptions()));
        const QByteArray more = richFile(90, 40).replace("+79991000", "+79991001").replace("Размер", "Рост");
        const QString path = writeFile(fixture.folder(), QStringLiteral("2.json"), more);
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy(policy);
        options.update = migration::UpdatePolicy::All;
        options.dryRun = true;
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        const auto dry = importFile(store, path, options);
        PFX_VERIFY(dry);
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
        options.dryRun = false;
        const auto real = importFile(store, path, options);
        PFX_VERIFY(real);
        QVERIFY(real->total().created > 0);
        QCOMPARE(text(dry->contacts), text(real->contacts));
        QCOMPARE(text(dry->companies), text(real->companies));
        QCOMPARE(text(dry->deals), text(real->deals));
        QCOMPARE(text(dry->stages), text(real->stages));
        QVERIFY(dry->problems == real->problems);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto dryRows = migration::runs::rows(**db, {dry->run, {}, {}, {}, {}, 0, 10000});
        const auto realRows = migration::runs::rows(**db, {real->run, {}, {}, {}, {}, 0, 10000});
        PFX_VERIFY(dryRows);
        PFX_VERIFY(realRows);
        QCOMPARE(dryRows->size(), realRows->size());
        for (qsizetype i = 0; i < dryRows->size(); ++i) {
            QCOMPARE((*dryRows)[i].title, (*realRows)[i].title);
            QCOMPARE((*dryRows)[i].decision, (*realRows)[i].decision);
            QCOMPARE((*dryRows)[i].reason, (*realRows)[i].reason);
            QCOMPARE((*dryRows)[i].reasonArguments, (*realRows)[i].reasonArguments);
            if ((*dryRows)[i].decision != migration::Decision::Created) // which tell all their fields
                QCOMPARE((*dryRows)[i].differences.size(), (*realRows)[i].differences.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestImportResume)
#include "tst_import_resume.moc"
