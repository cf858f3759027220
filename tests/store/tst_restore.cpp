// SPDX-License-Identifier: GPL-3.0-or-later
// A backup in the place of the store: what was then is there again, what was since stands beside it, and nothing is touched by a file that
// is no backup or while somebody works with the store.
#include "core/store/restore.h"

#include "tests/store/store_place.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using namespace pfx::test;

namespace {

/// A closed store with one employee, its backup, and then one more.
struct Scene
{
    Scene()
    {
        const auto store = place.open();
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        add(**store, 1);
        if (const auto made = (*store)->backup(backup); !made)
            qFatal("%s", qPrintable(made.error().detail));
        add(**store, 2);
    }

    static void add(Store &store, int id)
    {
        const QString error = write(store, s("INSERT INTO employees (id, name, search_key, created_at) VALUES (%1, 'a', 'a', 1)").arg(id));
        if (!error.isEmpty())
            qFatal("%s", qPrintable(error));
    }
    static QString employeesOf(const StoreUrl &url)
    {
        const FakeClock clock;
        const auto store = Store::open(url, clock);
        return store ? read(**store, countEmployees) : store.error().detail;
    }
    QString employees() const { return employeesOf(place.url()); }
    base::Result<Restored> restore(const QString &from) { return restoreStore(place.url(), from, clock); }
    /// Nothing may be left of a try that was refused.
    QStringList files() const { return place.folder().entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name); }

    Place place{s("sqlite")};
    FakeClock clock;
    QTemporaryDir shelf;
    QString backup = shelf.filePath(s("backup.sqlite"));
};

} // namespace

class RestoreTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasThenIsThereAgainAndWhatWasSinceStandsBeside()
    {
        Scene scene;
        QCOMPARE(scene.employees(), s("2"));
        const auto restored = scene.restore(scene.backup);
        PFX_VERIFY(restored);
        QCOMPARE(scene.employees(), s("1"));
        StoreUrl aside;
        aside.file = restored->setAside;
        QCOMPARE(Scene::employeesOf(aside), s("2"));
        QVERIFY(QFileInfo::exists(scene.backup));
        QVERIFY(!QFileInfo::exists(scene.place.url().file + s(".restoring")));
        const auto again = scene.restore(scene.backup); // in the same second
        PFX_VERIFY(again);
        QVERIFY(again->setAside != restored->setAside);
    }

    void aStoreThatIsGoneComesBack()
    {
        Scene scene;
        QVERIFY(QFile::remove(scene.place.url().file));
        const auto restored = scene.restore(scene.backup);
        PFX_VERIFY(restored);
        QCOMPARE(restored->setAside, QString());
        QCOMPARE(scene.employees(), s("1"));
    }

    void aDamagedStoreCanBeRestoredAndIsKept()
    {
        Scene scene;
        const QByteArray broken(8192, 'x');
        put(scene.place.url().file, broken);
        const auto restored = scene.restore(scene.backup);
        PFX_VERIFY(restored);
        QCOMPARE(scene.employees(), s("1"));
        QCOMPARE(content(restored->setAside), broken);
    }

    void theLogOfTheOldFileIsNotTakenForTheNewOnes()
    {
        Scene scene;
        put(scene.place.url().file + s("-wal"), QByteArray(64, 'w'));
        PFX_VERIFY(scene.restore(scene.backup));
        QCOMPARE(scene.employees(), s("1"));
    }

    void anOlderBackupIsBroughtToTheNewestVersion()
    {
        Scene scene;
        Place old(s("sqlite"));
        PFX_VERIFY(old.open(SchemaFolder(1)));
        PFX_VERIFY(scene.restore(old.url().file));
        QCOMPARE(scene.employees(), s("0"));
    }

    void whatIsNoBackupIsRefusedAndNothingIsTouched_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no file at all") << s("missing") << ErrorCode::SourceUnreadable;
        QTest::newRow("a folder") << s("folder") << ErrorCode::SourceUnreadable;
        QTest::newRow("an empty file") << s("empty") << ErrorCode::SourceUnreadable;
        QTest::newRow("a text") << s("text") << ErrorCode::SourceUnreadable;
        QTest::newRow("half a backup") << s("half") << ErrorCode::SourceUnreadable;
        QTest::newRow("another program's database") << s("foreign") << ErrorCode::SourceUnreadable;
        QTest::newRow("a newer program's") << s("newer") << ErrorCode::StorageNewer;
        QTest::newRow("one that lacks a table") << s("lacking") << ErrorCode::SourceUnreadable;
        QTest::newRow("one that lacks a column") << s("narrow") << ErrorCode::SourceUnreadable;
        QTest::newRow("a damaged one") << s("damaged") << ErrorCode::SourceUnreadable;
        QTest::newRow("the store itself") << s("itself") << ErrorCode::Validation;
    }
    void whatIsNoBackupIsRefusedAndNothingIsTouched()
    {
        QFETCH(QString, kind);
        QFETCH(ErrorCode, code);
        Scene scene;
        QString file = scene.shelf.filePath(kind);
        if (kind == s("folder"))
            QVERIFY(QDir().mkpath(file));
        else if (kind == s("empty"))
            put(file, {});
        else if (kind == s("text"))
            put(file, QByteArray("Заявки за ноябрь\n").repeated(500));
        else if (kind == s("half"))
            put(file, content(scene.backup).left(content(scene.backup).size() / 2));
        else if (kind == s("foreign"))
            QVERIFY(ForeignSqlite(file).run("CREATE TABLE photos (id INTEGER)"));
        else if (kind == s("newer"))
            QVERIFY(QFile::copy(scene.backup, file) && ForeignSqlite(file).run("PRAGMA user_version = 9999"));
        else if (kind == s("lacking"))
            QVERIFY(QFile::copy(scene.backup, file) && ForeignSqlite(file).run("DROP TABLE deal_contacts"));
        else if (kind == s("narrow"))
            QVERIFY(QFile::copy(scene.backup, file) && ForeignSqlite(file).run("ALTER TABLE deals DROP COLUMN loss_reason"));
        else if (kind == s("damaged"))
            put(file, content(scene.backup).replace(20'000, 8192, QByteArray(8192, 'x')));
        else if (kind == s("itself"))
            file = scene.place.url().file;
        QCOMPARE(scene.employees(), s("2")); // leaves the log empty
        const QStringList before = scene.files();
        const auto restored = scene.restore(file);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, code);
        QCOMPARE(scene.files(), before);
        QCOMPARE(scene.employees(), s("2"));
    }

    void whileSomebodyHasTheStoreOpenNothingIsDone()
    {
        Scene scene;
        const auto other = scene.place.open();
        PFX_VERIFY(other);
        const auto restored = scene.restore(scene.backup);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::StorageLocked);
        QCOMPARE(read(**other, countEmployees), s("2"));
    }

    void onAServerABackupGoesIntoAnEmptyDatabase()
    {
        const FakeClock clock;
        const QTemporaryDir shelf;
        const QString backup = shelf.filePath(s("backup.dump"));
        Place there(s("postgresql"));
        {
            const auto store = there.open();
            PFX_VERIFY(store);
            Scene::add(**store, 1);
            PFX_VERIFY((*store)->backup(backup));
            Scene::add(**store, 2);
        }
        Place empty(s("postgresql"));
        const auto restored = restoreStore(empty.url(), backup, clock);
        PFX_VERIFY(restored);
        QCOMPARE(restored->setAside, QString());
        QCOMPARE(Scene::employeesOf(empty.url()), s("1"));
        const auto again = restoreStore(empty.url(), backup, clock); // it holds something now
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(Scene::employeesOf(empty.url()), s("1"));
        QCOMPARE(Scene::employeesOf(there.url()), s("2"));
    }

    void onAServerWhatIsNoBackupChangesNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no file at all") << s("missing") << ErrorCode::SourceUnreadable;
        QTest::newRow("an empty file") << s("empty") << ErrorCode::SourceUnreadable;
        QTest::newRow("a backup of a store that is a file") << s("sqlite") << ErrorCode::SourceUnreadable;
        QTest::newRow("half a backup") << s("half") << ErrorCode::SourceUnreadable;
        QTest::newRow("a backup without its end") << s("cut") << ErrorCode::Storage;
        QTest::newRow("a newer program's") << s("newer") << ErrorCode::StorageNewer;
    }
    void onAServerWhatIsNoBackupChangesNothing()
    {
        QFETCH(const QString, kind);
        QFETCH(const ErrorCode, code);
        const FakeClock clock;
        const QTemporaryDir shelf;
        const QString file = shelf.filePath(kind);
        if (kind == s("empty")) {
            put(file, {});
        } else if (kind != s("missing")) {
            Place place(kind == s("sqlite") ? kind : s("postgresql"));
            const auto store = place.open();
            PFX_VERIFY(store);
            if (kind == s("newer"))
                QCOMPARE(write(**store, s("UPDATE schema_version SET version = 9999")), QString());
            PFX_VERIFY((*store)->backup(file));
            const qsizetype whole = content(file).size();
            if (kind == s("half"))
                put(file, content(file).left(whole / 2));
            else if (kind == s("cut"))
                put(file, content(file).left(whole - 20));
        }
        Place empty(s("postgresql"));
        const auto restored = restoreStore(empty.url(), file, clock);
        QVERIFY(!restored);
        QVERIFY2(restored.error().code == code, qPrintable(restored.error().detail));
        QVERIFY(!restored.error().detail.isEmpty());
        QCOMPARE(Scene::employeesOf(empty.url()), s("0")); // nothing came, and it can be used
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
