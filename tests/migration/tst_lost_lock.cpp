// SPDX-License-Identifier: GPL-3.0-or-later
// A server may end the connection that keeps other imports out. Who has lost it in this way writes nothing any more, says so, and can be
// gone on with; a file's lock cannot be lost. On SQLite the same attempts end with the other one being refused.
#include "core/crm/hand_over.h"
#include "tests/migration/import_fixture.h"
#include "tests/support/scratch_postgres.h"

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

constexpr int smallBatch = 7;

enum class Meanwhile { Nothing, ImportsTheSame, GoesOnWithTheRun };

} // namespace

class TestLostLock : public QObject
{
    Q_OBJECT

private slots:
    void anImportStops_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<Meanwhile>("meanwhile");
        for (const BackendRow &row : backends()) {
            QTest::addRow("nobody else is at work %s", row.suffix.constData()) << row.backend << Meanwhile::Nothing;
            QTest::addRow("another imports the same file %s", row.suffix.constData()) << row.backend << Meanwhile::ImportsTheSame;
            QTest::addRow("another goes on with the run %s", row.suffix.constData()) << row.backend << Meanwhile::GoesOnWithTheRun;
        }
    }
    void anImportStops()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(Meanwhile, meanwhile);
        const bool isServer = backend == QLatin1String("postgresql");
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30));
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        SmallBatches store(fixture.store(), smallBatch);
        base::Result<migration::RunReport> second;
        qint64 rowsBefore = -1;
        store.inBatch(4, [&](store::Connection &) {
            rowsBefore = countOf(*other, QStringLiteral("import_rows"));
            endLocks(*other);
            if (meanwhile == Meanwhile::ImportsTheSame)
                second = importFile(*other, path, amoOptions());
            else if (meanwhile == Meanwhile::GoesOnWithTheRun)
                second = resumeRun(*other, 1);
        });
        const auto first = importFile(store, path, amoOptions());
        PFX_VERIFY(first);
        const QString rowsOfFirst = QStringLiteral("SELECT count(*) AS v FROM import_rows WHERE run_id = 1");
        if (!isServer) {
            QCOMPARE(first->state, RunState::Finished);
            if (meanwhile != Meanwhile::Nothing)
                PFX_VERIFY_ERROR(second, base::ErrorCode::Busy);
            return;
        }
        QCOMPARE(first->state, RunState::Stopped);
        QVERIFY(first->error == store::lockLost());
        const auto db = other->connect();
        PFX_VERIFY(db);
        const auto kept = migration::runs::report(*other, **db, 1);
        PFX_VERIFY(kept);
        if (meanwhile == Meanwhile::GoesOnWithTheRun) {
            PFX_VERIFY(second);
            QCOMPARE(second->state, RunState::Finished);
            QCOMPARE(kept->state, RunState::Finished);
            QVERIFY(!kept->error);
        } else {
            QCOMPARE(read(*other, rowsOfFirst).toLongLong(), rowsBefore);
            QCOMPARE(kept->state, RunState::Stopped);
            QVERIFY(kept->error == store::lockLost());
            const auto resumed = resumeRun(fixture.store(), 1);
            PFX_VERIFY(resumed);
            QCOMPARE(resumed->state, RunState::Finished);
            QVERIFY(!resumed->error);
        }
        if (meanwhile == Meanwhile::ImportsTheSame) {
            PFX_VERIFY(second);
            QCOMPARE(second->state, RunState::Finished);
        }
        compareWithUndisturbed(fixture.store(), backend);
    }

    void anImportStopsWhenTheServerEndsAllConnections()
    {
        StoreFixture fixture(QStringLiteral("postgresql"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30));
        SmallBatches store(fixture.store(), smallBatch);
        store.inBatch(4, [&](store::Connection &) { ScratchPostgres::dropConnections(fixture.address()); });
        const auto first = importFile(store, path, amoOptions());
        PFX_VERIFY(first);
        QCOMPARE(first->state, RunState::Stopped);
        QVERIFY(first->error == store::lockLost());
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT state AS v FROM import_runs")), QStringLiteral("stopped"));
        PFX_VERIFY(resumeRun(fixture.store(), 1));
        compareWithUndisturbed(fixture.store(), QStringLiteral("postgresql"));
    }

    void aPausedImportDoesNotGoOn()
    {
        StoreFixture fixture(QStringLiteral("postgresql"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30));
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        SmallBatches store(fixture.store(), smallBatch);
        migration::RunControl control;
        store.afterJobs(5, [&control] { control.pause(); });
        base::Result<migration::RunReport> second;
        const auto first = importFile(store, path, amoOptions(), control, [&](const migration::ImportProgress &progress) {
            if (progress.state != RunState::Paused)
                return;
            endLocks(*other);
            second = resumeRun(*other, 1);
            control.resume();
        });
        PFX_VERIFY(first);
        QCOMPARE(first->state, RunState::Stopped);
        QVERIFY(first->error == store::lockLost());
        PFX_VERIFY(second);
        QCOMPARE(read(*other, QStringLiteral("SELECT state AS v FROM import_runs")), QStringLiteral("finished"));
        compareWithUndisturbed(fixture.store(), QStringLiteral("postgresql"));
    }

    void anUndoStops()
    {
        StoreFixture fixture(QStringLiteral("postgresql"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30)), amoOptions()));
        SmallBatches store(fixture.store(), smallBatch);
        qint64 dealsLeft = -1;
        store.afterJobs(3, [&] {
            dealsLeft = countOf(fixture.store(), QStringLiteral("deals"));
            endLocks(fixture.store());
        });
        const base::SystemClock clock;
        migration::RunControl control;
        const auto broken = migration::runs::undo(store, clock, 1, control, {});
        QVERIFY(!broken);
        QVERIFY(broken.error() == store::lockLost());
        QVERIFY(dealsLeft > 0 && dealsLeft < 30);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deals")), dealsLeft);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto kept = migration::runs::report(fixture.store(), **db, 1, 0);
        PFX_VERIFY(kept);
        QCOMPARE(kept->state, RunState::Stopped);
        QVERIFY(kept->undoBegun);
        QVERIFY(kept->error == store::lockLost());
        const auto undone = migration::runs::undo(fixture.store(), clock, 1, control, {});
        PFX_VERIFY(undone);
        QCOMPARE(undone->state, RunState::Undone);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("contacts")), 0);
    }

    void aHandOverStops()
    {
        StoreFixture fixture(QStringLiteral("postgresql"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        QCOMPARE(addEmployee(fixture.store()), QString());
        QCOMPARE(addEmployee(fixture.store(), QStringLiteral("Анна"), QStringLiteral("anna@example.com")), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 0)), amoOptions()));
        SmallBatches store(fixture.store(), smallBatch);
        store.afterJobs(2, [&] { endLocks(fixture.store()); });
        const auto broken = crm::employees::handOver(store, 1, 2, 5, {}, {});
        QVERIFY(!broken);
        QVERIFY(broken.error() == store::lockLost());
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM contacts WHERE owner_id = 2")), QString::number(2 * smallBatch));
    }

private:
    /// The records are those of one undisturbed import, none twice.
    static void compareWithUndisturbed(store::Store &store, const QString &backend)
    {
        StoreFixture fixture(backend);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 30)), amoOptions()));
        for (const char *table : {"contacts", "companies", "deals", "points", "origins", "deal_contacts", "stages"})
            QCOMPARE(countOf(store, QString::fromLatin1(table)), countOf(fixture.store(), QString::fromLatin1(table)));
    }
};

QTEST_GUILESS_MAIN(TestLostLock)
#include "tst_lost_lock.moc"
