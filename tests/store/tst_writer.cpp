// SPDX-License-Identifier: GPL-3.0-or-later
// The writer: order, group commit, one job's failure, the commit's failure, several threads, sharing the store.
#include "core/store/group_writer.h"
#include "core/store/postgres_connection.h"
#include "core/store/sqlite_connection.h"
#include "tests/support/scratch_postgres.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <future>
#include <thread>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;

namespace {

Writer::Job insertSetting(const QString &key)
{
    return [key](Connection &db) -> Result<void> {
        PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, '')"), {{QStringLiteral("key"), key}}));
        return {};
    };
}

// Jobs handed in while the gate is closed end up in one group.
class Gate
{
public:
    Writer::Job job()
    {
        return [this](Connection &) -> Result<void> {
            m_entered.set_value();
            m_open.get_future().wait();
            return {};
        };
    }
    void waitUntilEntered() { m_entered.get_future().wait(); }
    void open() { m_open.set_value(); }

private:
    std::promise<void> m_entered, m_open;
};

QString settings(Store &store)
{
    return test::read(store, QStringLiteral("SELECT count(*) AS v FROM settings"));
}

struct Outcomes
{
    std::mutex mutex;
    std::vector<std::pair<int, Result<void>>> list;
    Writer::Done take(int number)
    {
        return [this, number](const Result<void> &result) {
            const std::lock_guard lock(mutex);
            list.emplace_back(number, result);
        };
    }
};

} // namespace

class WriterTest : public QObject
{
    Q_OBJECT

private slots:
    void successIsToldAfterTheCommit_data() { test::addBackends(); }
    void successIsToldAfterTheCommit();
    void jobsRunInTheOrderTheyWereHandedIn_data() { test::addBackends(); }
    void jobsRunInTheOrderTheyWereHandedIn();
    void aFailedJobUndoesOnlyItself_data();
    void aFailedJobUndoesOnlyItself();
    void aFailedCommitReachesEveryJobOfTheGroup_data() { test::addBackends(); }
    void aFailedCommitReachesEveryJobOfTheGroup();
    void aJobThatEndsTheTransactionIsRefused_data() { test::addBackends(); }
    void aJobThatEndsTheTransactionIsRefused();
    void aJobCannotWaitForAnother_data() { test::addBackends(); }
    void aJobCannotWaitForAnother();
    void manyThreadsHandInJobs_data() { test::addBackends(); }
    void manyThreadsHandInJobs();
    void whatWasHandedInIsDoneBeforeTheEnd_data() { test::addBackends(); }
    void whatWasHandedInIsDoneBeforeTheEnd();
    void batchesAreSmallWhileTheStoreIsShared_data() { test::addBackends(); }
    void batchesAreSmallWhileTheStoreIsShared();
    void twoWritersOnOneStoreLoseNothing_data() { test::addBackends(); }
    void twoWritersOnOneStoreLoseNothing();
    void onlyResumableJobsDoNotWaitForTheDisk_data() { test::addBackends(); }
    void onlyResumableJobsDoNotWaitForTheDisk();
    void theWriterSurvivesTheServersRestart();
    void aStoreThatCannotBeOpenedFailsEveryJob();
};

void WriterTest::successIsToldAfterTheCommit()
{
    PFX_STORE_FIXTURE(fixture);
    QString seen;
    std::promise<void> told;
    fixture.store().writer().submit(insertSetting(QStringLiteral("a")), [&](const Result<void> &result) {
        seen = result ? settings(fixture.store()) : QStringLiteral("failed");
        told.set_value();
    });
    told.get_future().wait();
    QCOMPARE(seen, QStringLiteral("1"));
}

void WriterTest::jobsRunInTheOrderTheyWereHandedIn()
{
    PFX_STORE_FIXTURE(fixture);
    std::vector<int> ran;
    Outcomes outcomes;
    for (int i = 0; i < 200; ++i) {
        fixture.store().writer().submit(
            [&ran, i](Connection &) -> Result<void> {
                ran.push_back(i);
                return {};
            },
            outcomes.take(i));
    }
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("last"))));
    QCOMPARE(ran.size(), size_t(200));
    QVERIFY(std::is_sorted(ran.cbegin(), ran.cend()));
    const std::lock_guard lock(outcomes.mutex);
    QCOMPARE(outcomes.list.size(), size_t(200));
    QVERIFY(std::is_sorted(outcomes.list.cbegin(), outcomes.list.cend(), [](const auto &a, const auto &b) { return a.first < b.first; }));
}

void WriterTest::aFailedJobUndoesOnlyItself_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("bad");
    for (const auto &backend : test::backends()) {
        QTest::addRow("the first of the group %s", backend.suffix.constData()) << backend.backend << 0;
        QTest::addRow("one in the middle %s", backend.suffix.constData()) << backend.backend << 2;
        QTest::addRow("the last %s", backend.suffix.constData()) << backend.backend << 4;
    }
}

void WriterTest::aFailedJobUndoesOnlyItself()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(int, bad);
    Writer &writer = fixture.store().writer();
    Gate gate;
    Outcomes outcomes;
    writer.submit(gate.job(), {});
    gate.waitUntilEntered();
    for (int i = 0; i < 5; ++i) {
        writer.submit(
            [i, bad](Connection &db) -> Result<void> {
                PFX_TRY(insertSetting(QStringLiteral("first of %1").arg(i))(db));
                // A failed statement, which on PostgreSQL spoils all that follows in the transaction.
                return insertSetting(QStringLiteral("%1 of %2").arg(i == bad ? QStringLiteral("first") : QStringLiteral("second")).arg(i))(db);
            },
            outcomes.take(i));
    }
    gate.open();
    PFX_VERIFY(writer.run(insertSetting(QStringLiteral("last"))));
    QCOMPARE(settings(fixture.store()), QStringLiteral("9"));
    for (const auto &[number, result] : outcomes.list) {
        QCOMPARE(bool(result), number != bad);
        if (number == bad)
            QCOMPARE(result.error().code, ErrorCode::Conflict);
    }
}

void WriterTest::aFailedCommitReachesEveryJobOfTheGroup()
{
    PFX_STORE_FIXTURE(fixture);
    const bool sqlite = backend == QStringLiteral("sqlite");
    const StoreUrl url = fixture.url();
    const OpenConnection open = [sqlite, url]() -> Result<std::unique_ptr<DriverConnection>> {
        if (sqlite)
            return SqliteConnection::open(url.file, {});
        return PostgresConnection::open(url, QStringLiteral("test"), Access::Write);
    };
    WriterPace pace;
    pace.groupMs = 60'000; // so that a slow machine does not part the group
    GroupWriter writer(open, [] { return false; }, pace);
    Gate gate;
    Outcomes outcomes;
    std::promise<void> told;
    writer.submit(gate.job(), {});
    gate.waitUntilEntered();
    writer.submit(insertSetting(QStringLiteral("good")), outcomes.take(0));
    // A foreign key that is looked at only by the commit.
    writer.submit(
        [sqlite](Connection &db) -> Result<void> {
            if (sqlite) {
                PFX_TRY(db.execute(QStringLiteral("PRAGMA defer_foreign_keys = ON")));
            } else {
                PFX_TRY(db.execute(QStringLiteral("ALTER TABLE stages ALTER CONSTRAINT stages_pipeline_id_fkey DEFERRABLE INITIALLY DEFERRED")));
            }
            PFX_TRY(db.execute(QStringLiteral("INSERT INTO stages (id, pipeline_id, name, name_key, semantics) VALUES (1, 9, '', '', 'open')")));
            return {};
        },
        [&, take = outcomes.take(1)](const Result<void> &result) {
            take(result);
            told.set_value();
        });
    gate.open();
    told.get_future().wait();
    PFX_VERIFY(writer.run(insertSetting(QStringLiteral("later"))));
    QCOMPARE(outcomes.list.size(), size_t(2));
    for (const auto &[number, result] : outcomes.list)
        PFX_VERIFY_ERROR(result, ErrorCode::Conflict);
    QCOMPARE(settings(fixture.store()), QStringLiteral("1"));
}

void WriterTest::aJobThatEndsTheTransactionIsRefused()
{
    PFX_STORE_FIXTURE(fixture);
    const auto done = fixture.store().writer().run([](Connection &db) -> Result<void> {
        PFX_TRY(insertSetting(QStringLiteral("a"))(db));
        return db.rollback();
    });
    PFX_VERIFY_ERROR(done, ErrorCode::Internal);
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("b"))));
    QCOMPARE(settings(fixture.store()), QStringLiteral("1"));
}

void WriterTest::aJobCannotWaitForAnother()
{
    PFX_STORE_FIXTURE(fixture);
    Writer &writer = fixture.store().writer();
    const auto done = writer.run([&writer](Connection &) { return writer.run([](Connection &) -> Result<void> { return {}; }); });
    PFX_VERIFY_ERROR(done, ErrorCode::Internal);
}

void WriterTest::manyThreadsHandInJobs()
{
    PFX_STORE_FIXTURE(fixture);
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                if (!fixture.store().writer().run(insertSetting(QStringLiteral("%1/%2").arg(t).arg(i))))
                    ++failures;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(settings(fixture.store()), QStringLiteral("400"));
}

void WriterTest::whatWasHandedInIsDoneBeforeTheEnd()
{
    PFX_STORE_FIXTURE(fixture);
    Outcomes outcomes;
    for (int i = 0; i < 100; ++i)
        fixture.store().writer().submit(insertSetting(QString::number(i)), outcomes.take(i));
    fixture.close();
    QCOMPARE(outcomes.list.size(), size_t(100));
    const auto again = fixture.openAgain();
    QVERIFY2(again, qPrintable(fixture.error()));
    QCOMPARE(settings(*again), QStringLiteral("100"));
}

void WriterTest::batchesAreSmallWhileTheStoreIsShared()
{
    PFX_STORE_FIXTURE(fixture);
    Writer &writer = fixture.store().writer();
    const int alone = writer.advisedBatchRows();
    QVERIFY(!fixture.store().usedByOthers());
    auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    QTRY_VERIFY(fixture.store().usedByOthers());
    QTRY_VERIFY(other->usedByOthers());
    QVERIFY(alone >= 1000);
    // PostgreSQL locks rows, not the whole database: others need no smaller batches.
    QCOMPARE(writer.advisedBatchRows(), backend == QStringLiteral("sqlite") ? 200 : alone);
    other.reset();
    QTRY_VERIFY(!fixture.store().usedByOthers());
    QCOMPARE(writer.advisedBatchRows(), alone);
}

void WriterTest::twoWritersOnOneStoreLoseNothing()
{
    PFX_STORE_FIXTURE(fixture);
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    std::atomic<int> failures = 0;
    const auto work = [&failures](Store &store, const QString &prefix) {
        for (int i = 0; i < 100; ++i) {
            const auto done = store.writer().run([&](Connection &db) -> Result<void> {
                PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("settings"), 1));
                PFX_TRY(insertSetting(QString::number(id))(db));
                return insertSetting(prefix + QString::number(i))(db);
            });
            if (!done)
                ++failures;
        }
    };
    std::thread thread([&] { work(*other, QStringLiteral("b")); });
    work(fixture.store(), QStringLiteral("a"));
    thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(settings(fixture.store()), QStringLiteral("400"));
    QCOMPARE(test::read(fixture.store(), QStringLiteral("SELECT next_id AS v FROM id_blocks WHERE table_name = 'settings'")),
             QStringLiteral("201"));
}

void WriterTest::onlyResumableJobsDoNotWaitForTheDisk()
{
    PFX_STORE_FIXTURE(fixture);
    Writer &writer = fixture.store().writer();
    const auto told = [](QString &into) -> Writer::Job {
        return [&into](Connection &db) -> Result<void> {
            const bool sqlite = db.backend() == Backend::Sqlite;
            PFX_ASSIGN(const Rows rows, db.select(sqlite ? QStringLiteral("SELECT synchronous AS v FROM pragma_synchronous")
                                                         : QStringLiteral("SELECT current_setting('synchronous_commit') AS v")));
            into = sqlite ? QString::number(rows.front().number(QStringLiteral("v"))) : rows.front().text(QStringLiteral("v"));
            return {};
        };
    };
    const QString disk = backend == QStringLiteral("sqlite") ? QStringLiteral("2") : QStringLiteral("on");
    const QString database = backend == QStringLiteral("sqlite") ? QStringLiteral("1") : QStringLiteral("off");
    // Both wait behind the gate, in whatever order: neither joins the other's transaction.
    Gate gate;
    QString common, resumable, alone;
    writer.submit(gate.job(), {});
    gate.waitUntilEntered();
    auto first = std::async(std::launch::async, [&] { return writer.runResumable(told(resumable)); });
    auto second = std::async(std::launch::async, [&] { return writer.run(told(common)); });
    gate.open();
    PFX_VERIFY(first.get());
    PFX_VERIFY(second.get());
    QCOMPARE(resumable, database);
    QCOMPARE(common, disk);
    PFX_VERIFY(writer.runResumable(told(resumable)));
    PFX_VERIFY(writer.runAlone(told(alone)));
    QCOMPARE(resumable, database);
    QCOMPARE(alone, disk);
}

void WriterTest::theWriterSurvivesTheServersRestart()
{
    test::StoreFixture fixture(QStringLiteral("postgresql"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("a"))));
    QVERIFY2(test::ScratchPostgres::dropConnections(fixture.address()), qPrintable(test::ScratchPostgres::error()));
    // The lost connection shows at the next job, which fails and says so; the one after that works.
    const auto lost = fixture.store().writer().run(insertSetting(QStringLiteral("b")));
    PFX_VERIFY_ERROR(lost, ErrorCode::Storage);
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("c"))));
    QCOMPARE(settings(fixture.store()), QStringLiteral("2"));
}

void WriterTest::aStoreThatCannotBeOpenedFailsEveryJob()
{
    GroupWriter writer(
        [] { return Result<std::unique_ptr<DriverConnection>>(base::fail(ErrorCode::StorageLocked, QStringLiteral("planned"))); },
        [] { return false; }, WriterPace());
    PFX_VERIFY_ERROR(writer.run(insertSetting(QStringLiteral("a"))), ErrorCode::StorageLocked);
    PFX_VERIFY_ERROR(writer.run(insertSetting(QStringLiteral("b"))), ErrorCode::StorageLocked);
}

QTEST_GUILESS_MAIN(WriterTest)
#include "tst_writer.moc"
