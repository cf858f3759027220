// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing a store to the newest version, whole or not at all, and refusing a newer one; the schema files that make the versions.
#include "core/store/sqlite_store.h"
#include "tests/store/store_place.h"
#include "tests/support/verify_result.h"

#include <QCryptographicHash>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;
using namespace pfx::test;

namespace {

/// The released files that the folder has no more, or not as they were: "digest name" a line, "#" before a comment.
QStringList changedFiles(const QByteArray &released, const QString &folder)
{
    QStringList changed;
    const QList<QByteArray> lines = released.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (line.startsWith('#') || parts.size() != 2)
            continue;
        const QString name = QString::fromUtf8(parts.at(1));
        if (QCryptographicHash::hash(content(folder + QLatin1Char('/') + name), QCryptographicHash::Sha256).toHex() != parts.at(0))
            changed.append(name);
    }
    return changed;
}

} // namespace

class StoreUpgradeTest : public QObject
{
    Q_OBJECT

private slots:
    void anOlderStoreIsUpgraded_data() { addBackends(); }
    void anOlderStoreIsUpgraded();
    void anUpgradeKeepsACopyOfTheFile();
    void aFailedUpgradeLeavesTheOldVersion_data() { addBackends(); }
    void aFailedUpgradeLeavesTheOldVersion();
    void noUpgradeWhileOthersHaveTheStoreOpen_data() { addBackends(); }
    void noUpgradeWhileOthersHaveTheStoreOpen();
    void aNewerStoreIsRefused_data() { addBackends(); }
    void aNewerStoreIsRefused();
    void aNewerFileIsLeftAsItIs();
    void badSchemaFilesAreOurDefect_data();
    void badSchemaFilesAreOurDefect();
    void aReleasedFileIsNeverChanged();
    void aChangedOrLostReleasedFileIsFound();
};

void StoreUpgradeTest::anOlderStoreIsUpgraded()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto old = place.open(SchemaFolder(1));
        PFX_VERIFY(old);
        QCOMPARE((*old)->info()->version, 1);
        QCOMPARE(write(**old, addEmployee), QString());
    }
    SchemaFolder newer(2);
    newer.add(s("0003_more.sql"), "ALTER TABLE employees ADD COLUMN more TEXT; UPDATE employees SET more = 'x';");
    const auto upgraded = place.open(newer);
    PFX_VERIFY(upgraded);
    QCOMPARE((*upgraded)->info()->version, 3);
    QCOMPARE(read(**upgraded, s("SELECT more AS v FROM employees")), s("x"));
    PFX_VERIFY((*upgraded)->check());
}

void StoreUpgradeTest::anUpgradeKeepsACopyOfTheFile()
{
    Place place(s("sqlite"));
    {
        const auto old = place.open(SchemaFolder(1));
        PFX_VERIFY(old);
        QCOMPARE(write(**old, addEmployee), QString());
    }
    QCOMPARE(place.folder().entryList({s("*.bak")}).size(), 0);
    PFX_VERIFY(place.open());
    const QStringList copies = place.folder().entryList({s("store.sqlite.v1-*.bak")});
    QCOMPARE(copies.size(), 1);
    PFX_VERIFY(place.open()); // nothing to upgrade: no further copy
    QCOMPARE(place.folder().entryList({s("*.bak")}), copies);

    StoreUrl copy;
    copy.file = place.folder().filePath(copies.first());
    const auto old = SqliteStore::open(copy, *SchemaFolder(1).schema(Backend::Sqlite), base::SystemClock());
    PFX_VERIFY(old);
    QCOMPARE((*old)->info()->version, 1);
    QCOMPARE(read(**old, countEmployees), s("1"));
}

void StoreUpgradeTest::aFailedUpgradeLeavesTheOldVersion()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto old = place.open(SchemaFolder(2));
        PFX_VERIFY(old);
        QCOMPARE(write(**old, addEmployee), QString());
    }
    SchemaFolder broken(2);
    broken.add(s("0003_good.sql"), "CREATE TABLE third (id {id});");
    broken.add(s("0004_bad.sql"), "CREATE TABLE fourth (id {id}); UPDATE employees SET name = 'changed'; SELECT * FROM nowhere;");
    const auto refused = place.open(broken);
    QVERIFY(!refused);
    QCOMPARE(refused.error().where, s("0004_bad.sql"));

    SchemaFolder mended(2);
    mended.add(s("0003_good.sql"), "CREATE TABLE third (id {id});");
    const auto store = place.open(mended);
    PFX_VERIFY(store);
    QCOMPARE((*store)->info()->version, 3); // each version is whole: the third stands, of the fourth nothing
    QCOMPARE(read(**store, s("SELECT name AS v FROM employees")), s("a"));
    QVERIFY(read(**store, s("SELECT count(*) AS v FROM fourth")).startsWith(s("<error")));
}

void StoreUpgradeTest::noUpgradeWhileOthersHaveTheStoreOpen()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto old = place.open(SchemaFolder(1));
        PFX_VERIFY(old);
        PFX_VERIFY_ERROR(place.open(), ErrorCode::StorageLocked);
        QCOMPARE((*old)->info()->version, 1);
    }
    QTRY_VERIFY(place.open());
}

void StoreUpgradeTest::aNewerStoreIsRefused()
{
    QFETCH(QString, backend);
    Place place(backend);
    SchemaFolder newer(2);
    newer.add(s("0003_more.sql"), "CREATE TABLE third (id {id});");
    PFX_VERIFY(place.open(newer));
    PFX_VERIFY_ERROR(place.open(SchemaFolder(2)), ErrorCode::StorageNewer);
    PFX_VERIFY(place.open(newer));
}

void StoreUpgradeTest::aNewerFileIsLeftAsItIs()
{
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    const QString file = place.url().file;
    {
        ForeignSqlite newer(file);
        QVERIFY(newer.run("PRAGMA user_version = 999"));
        // A write-ahead log that was left behind by a kill holds a part of the database: it must stay as well.
        QVERIFY(newer.run("CREATE TABLE future (x)"));
        QFile::copy(file, file + s(".1"));
        QFile::copy(file + s("-wal"), file + s(".1-wal"));
    }
    QFile::rename(file + s(".1"), file + s(".killed"));
    QFile::rename(file + s(".1-wal"), file + s(".killed-wal"));
    StoreUrl killed;
    killed.file = file + s(".killed");
    const QByteArray before = content(killed.file), walBefore = content(killed.file + s("-wal"));
    QVERIFY(!walBefore.isEmpty());
    PFX_VERIFY_ERROR(Store::open(killed, base::SystemClock()), ErrorCode::StorageNewer);
    QVERIFY(content(killed.file) == before);
    QVERIFY(content(killed.file + s("-wal")) == walBefore);
    QCOMPARE(place.folder().entryList({s("*.bak")}).size(), 0);
}

void StoreUpgradeTest::badSchemaFilesAreOurDefect_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a number is left out") << s("0004_late.sql");
    QTest::newRow("a number stands twice") << s("0002_again.sql");
    QTest::newRow("no number") << s("more.sql");
    QTest::newRow("an unknown database") << s("0003_more.oracle.sql");
}

void StoreUpgradeTest::badSchemaFilesAreOurDefect()
{
    QFETCH(QString, name);
    SchemaFolder files(2);
    files.add(name, "SELECT 1");
    PFX_VERIFY_ERROR(files.schema(Backend::Sqlite), ErrorCode::Internal);
}

void StoreUpgradeTest::aReleasedFileIsNeverChanged()
{
    const QByteArray released = content(s(PFX_SOURCE_DIR "/tests/store/released_sql.txt"));
    QVERIFY(released.startsWith('#'));
    QCOMPARE(changedFiles(released, s(":/sql")), QStringList());
    // With the first release the table gets its first lines.
    const QByteArray log = content(s(PFX_SOURCE_DIR "/CHANGELOG.md"));
    const qsizetype headings = log.count("\n## "), unreleased = log.count("\n## Unreleased");
    QVERIFY(log.startsWith("# Changelog"));
    QVERIFY2(headings == unreleased || released.contains(" 0001_"), "a version is released: its SQL files belong into released_sql.txt");
}

void StoreUpgradeTest::aChangedOrLostReleasedFileIsFound()
{
    QTemporaryDir folder;
    put(folder.filePath(s("0001_a.sql")), "CREATE TABLE a (id {id});\n");
    put(folder.filePath(s("0002_b.sql")), "CREATE TABLE b (id {id});\n");
    QByteArray released = "# digest name\n\n";
    for (const char *name : {"0001_a.sql", "0002_b.sql"})
        released += QCryptographicHash::hash(content(folder.filePath(s(name))), QCryptographicHash::Sha256).toHex() + "  " + name + '\n';
    QCOMPARE(changedFiles(released, folder.path()), QStringList());
    put(folder.filePath(s("0002_b.sql")), "CREATE TABLE b (id {id}); -- harmless\n");
    QCOMPARE(changedFiles(released, folder.path()), QStringList(s("0002_b.sql")));
    QVERIFY(QFile::remove(folder.filePath(s("0001_a.sql"))));
    QCOMPARE(changedFiles(released, folder.path()).size(), 2);
}

QTEST_GUILESS_MAIN(StoreUpgradeTest)
#include "tst_store_upgrade.moc"
