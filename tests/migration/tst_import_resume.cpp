// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks from within: a stop, each database call failing in turn. Resumed, each run ends with the database of an undisturbed one. Dry runs
// tell what the real run then does. Undo takes all of it back.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"
#include "tests/support/failing_store.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;

namespace {

constexpr int smallBatch = 7;

QString undisturbed(const QString &backend, const QByteArray &json)
{
    StoreFixture fixture(backend);
    if (!fixture.isValid() || !addEmployee(fixture.store()).isEmpty())
        return QStringLiteral("no store");
    SmallBatches store(fixture.store(), smallBatch);
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
        const QByteArray json = richFile(20, 10);
        const QString expected = undisturbed(backend, json);
        // Every call on SQLite; every few on PostgreSQL, where each store costs a new database.
        const int step = backend == QLatin1String("sqlite") ? 1 : 17;
        for (int failAt = 1;; failAt += step) {
            StoreFixture fixture(backend);
            QVERIFY(fixture.isValid());
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches small(fixture.store(), smallBatch);
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
            QCOMPARE((*dryRows)[i].differences.size(), (*realRows)[i].differences.size());
        }
    }

    void undoTakesAllOfItBack_data() { addBackends(); }
    void undoTakesAllOfItBack()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(30, 10)), amoOptions()));
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy::Update;
        options.update = migration::UpdatePolicy::All;
        const QByteArray more = richFile(90, 40).replace("Контакт ", "Клиент ").replace("Размер", "Рост");
        const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), more), options);
        PFX_VERIFY(report);
        QVERIFY(report->contacts.updated > 0);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto preview = migration::runs::previewUndo(**db, report->run);
        PFX_VERIFY(preview);
        QCOMPARE(preview->leftAlone, 0);
        migration::RunControl control;
        const auto undone = migration::runs::undo(store, clock, report->run, control, {});
        PFX_VERIFY(undone);
        QCOMPARE(undone->state, RunState::Undone);
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
    }

    void undoLeavesAloneWhatWasChanged_data() { addBackends(); }
    void undoLeavesAloneWhatWasChanged()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(8, 3)), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(write(fixture.store(), QStringLiteral("UPDATE deals SET title = 'иначе', version = version + 1 WHERE id = 2")), QString());
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto preview = migration::runs::previewUndo(**db, report->run);
        PFX_VERIFY(preview);
        migration::RunControl control;
        const auto undone = migration::runs::undo(fixture.store(), clock, report->run, control, {});
        PFX_VERIFY(undone);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deals")), 1);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("contacts")), 1);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT COUNT(*) AS v FROM deal_contacts")), QStringLiteral("1"));
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), preview->leftAlone);
        QVERIFY(preview->leftAlone >= 2);
        PFX_VERIFY_ERROR(migration::runs::undo(fixture.store(), clock, report->run, control, {}), base::ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestImportResume)
#include "tst_import_resume.moc"
