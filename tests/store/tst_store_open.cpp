// SPDX-License-Identifier: GPL-3.0-or-later
// Creating and opening a store, its copies and its checks.
#include "core/store/deferred_steps.h"
#include "core/store/sqlite_store.h"
#include "tests/store/store_place.h"
#include "tests/support/verify_result.h"

#include <QProcess>

#include <mutex>
#include <thread>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;
using namespace pfx::test;

class StoreOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewStoreIsHealthyAndKeepsItsRows_data() { addBackends(); }
    void aNewStoreIsHealthyAndKeepsItsRows();
    void twoProgramsMayCreateTheStoreAtOnce_data() { addBackends(); }
    void twoProgramsMayCreateTheStoreAtOnce();
    void damageIsFoundByTheCheck_data();
    void damageIsFoundByTheCheck();
    void aCopyIsAWholeStore_data() { addBackends(); }
    void aCopyIsAWholeStore();
    void aStopWhileItBuildsWhatIsLeftIsHeeded_data() { addBackends(); }
    void aStopWhileItBuildsWhatIsLeftIsHeeded();
    void aTemporaryStoreGoesWithTheObject();
};

void StoreOpenTest::aNewStoreIsHealthyAndKeepsItsRows()
{
    PFX_STORE_FIXTURE(fixture);
    QCOMPARE(write(fixture.store(), addEmployee), QString());
    fixture.close();
    const auto again = fixture.openAgain();
    QVERIFY2(again, qPrintable(fixture.error()));
    QCOMPARE(read(*again, countEmployees), s("1"));
    PFX_VERIFY(again->check());
    const auto info = again->info();
    PFX_VERIFY(info);
    QCOMPARE(info->backend, backend);
    QCOMPARE(info->version, Schema::builtIn(fixture.url().backend)->newest());
    QVERIFY(info->bytes > 10'000);
    QVERIFY(!info->serverVersion.isEmpty());
    if (backend == s("sqlite")) // personal data: for its owner only
        QCOMPARE(QFile::permissions(fixture.url().file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void StoreOpenTest::twoProgramsMayCreateTheStoreAtOnce()
{
    QFETCH(QString, backend);
    Place place(backend);
    std::vector<std::thread> threads;
    std::mutex mutex;
    QStringList errors;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            const auto store = place.open();
            const std::lock_guard lock(mutex);
            if (!store)
                errors.append(errorText(store));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(errors, QStringList());
}

void StoreOpenTest::damageIsFoundByTheCheck_data()
{
    QTest::addColumn<bool>("bytes");
    QTest::newRow("bytes overwritten in the middle of the file") << true;
    QTest::newRow("a row that points to nothing") << false;
}

void StoreOpenTest::damageIsFoundByTheCheck()
{
    QFETCH(bool, bytes);
    Place place(s("sqlite"));
    {
        const auto store = place.open();
        PFX_VERIFY(store);
        PFX_VERIFY((*store)->writer().run([](Connection &db) -> Result<void> {
            RowBlock block{s("settings"), {s("key"), s("value")}, {}};
            // Enough that the middle of the file is rows whatever the schema needs.
            for (int i = 0; i < 40'000; ++i)
                block.cells.insert(block.cells.end(), {QStringLiteral("key %1").arg(i), s("value")});
            return db.insert(block);
        }));
        PFX_VERIFY((*store)->check());
    }
    if (bytes) {
        QFile file(place.url().file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write(QByteArray(20'000, '\x5a'));
    } else {
        ForeignSqlite other(place.url().file);
        QVERIFY(other.run("PRAGMA foreign_keys = OFF; INSERT INTO stages (id, pipeline_id, name, name_key, semantics) "
                          "VALUES (1, 77, 'a', 'a', 'open')"));
    }
    const auto store = place.open();
    PFX_VERIFY(store);
    const auto checked = (*store)->check();
    PFX_VERIFY_ERROR(checked, ErrorCode::StorageDamaged);
    QVERIFY(!checked.error().detail.isEmpty());
    if (!bytes)
        QVERIFY2(checked.error().detail.contains(s("stages")), qPrintable(checked.error().detail));
}

void StoreOpenTest::aCopyIsAWholeStore()
{
    PFX_STORE_FIXTURE(fixture);
    QCOMPARE(write(fixture.store(), addEmployee), QString());
    const QString target = fixture.folder() + s("/копия.bak");
    PFX_VERIFY(fixture.store().backup(target));
    PFX_VERIFY_ERROR(fixture.store().backup(target), ErrorCode::Conflict);
    QVERIFY(!QFile::exists(target + s(".part")));
    QVERIFY(!fixture.store().backup(fixture.folder() + s("/no/such/folder")));
    if (backend == s("sqlite")) {
        StoreUrl url;
        url.file = target;
        const auto copy = Store::open(url, base::SystemClock());
        PFX_VERIFY(copy);
        QCOMPARE(read(**copy, countEmployees), s("1"));
        PFX_VERIFY((*copy)->check());
    } else {
        QProcess restore;
        restore.start(s("pg_restore"), {s("--list"), target});
        QVERIFY(restore.waitForFinished());
        QCOMPARE(restore.exitCode(), 0);
        QVERIFY(restore.readAllStandardOutput().contains("TABLE DATA public employees"));
    }
}

void StoreOpenTest::aTemporaryStoreGoesWithTheObject()
{
    QString file;
    {
        const auto store = Store::temporary(base::SystemClock());
        PFX_VERIFY(store);
        file = (*store)->url().file;
        QVERIFY(QFile::exists(file));
        QCOMPARE(write(**store, addEmployee), QString());
        QCOMPARE(read(**store, countEmployees), s("1"));
        QVERIFY(!(*store)->usedByOthers());
        PFX_VERIFY((*store)->tryLock(s("import")));
    }
    QVERIFY(!QFile::exists(file));
    QVERIFY(!QFileInfo(file).dir().exists());
}

void StoreOpenTest::aStopWhileItBuildsWhatIsLeftIsHeeded()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto store = place.open();
        PFX_VERIFY(store);
        PFX_VERIFY((*store)->writer().run([](Connection &db) {
            return deferStatement(db, s("planned"), s("CREATE INDEX planned ON employees (created_at)"));
        }));
    }
    const QString left = s("SELECT count(*) AS v FROM deferred_steps");
    base::StopSource stop;
    stop.request_stop();
    PFX_VERIFY_ERROR(Store::open(place.url(), base::SystemClock(), stop.get_token()), ErrorCode::Cancelled);
    const auto store = place.open();
    PFX_VERIFY(store);
    QCOMPARE(read(**store, left), s("0"));
    PFX_VERIFY(Store::open(place.url(), base::SystemClock(), stop.get_token())); // there is nothing to break off
}

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "tst_store_open.moc"
