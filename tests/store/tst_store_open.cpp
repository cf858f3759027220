// SPDX-License-Identifier: GPL-3.0-or-later
// Creating, opening, upgrading and refusing a store; copies, checks and what the system refuses.
#include "core/store/postgres_store.h"
#include "core/store/sqlite_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scratch_postgres.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QProcess>

#include <sqlite3.h>

#include <thread>
#include <unistd.h>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cannot be read>");
}

void put(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// Another program's hands on the file.
class ForeignSqlite
{
public:
    explicit ForeignSqlite(const QString &file) { sqlite3_open(file.toUtf8().constData(), &m_db); }
    ~ForeignSqlite() { sqlite3_close(m_db); }
    bool run(const char *sql) { return sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

private:
    sqlite3 *m_db = nullptr;
};

// The built-in schema's first versions and then these files.
class SchemaFolder
{
public:
    explicit SchemaFolder(int versions)
    {
        const QDir source(s(PFX_SOURCE_DIR "/resources/sql"));
        const QStringList names = source.entryList({s("*.sql")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (name.left(4).toInt() <= versions)
                QFile::copy(source.filePath(name), m_folder.filePath(name));
        }
    }
    void add(const QString &name, const QByteArray &sql) { put(m_folder.filePath(name), sql); }
    Result<Schema> schema(Backend backend) const { return Schema::fromDirectory(backend, m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

class Place
{
public:
    explicit Place(const QString &backend)
    {
        const QString address = backend == s("sqlite") ? s("sqlite:") + m_folder.filePath(s("p/store.sqlite"))
                                                       : test::ScratchPostgres::newDatabase();
        if (const auto parsed = StoreUrl::parse(address))
            m_url = *parsed;
    }
    const StoreUrl &url() const { return m_url; }
    QDir folder() const { return QFileInfo(m_url.file).dir(); }
    Result<std::unique_ptr<Store>> open(const SchemaFolder &files)
    {
        PFX_ASSIGN(const Schema schema, files.schema(m_url.backend));
        return m_url.backend == Backend::Sqlite ? SqliteStore::open(m_url, schema, m_clock) : PostgresStore::open(m_url, schema);
    }
    Result<std::unique_ptr<Store>> open() { return Store::open(m_url, m_clock); }

private:
    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    StoreUrl m_url;
};

// Permissions mean nothing to root: for the time of a test it is somebody else.
class Unprivileged
{
public:
    Unprivileged()
    {
        if (m_isRoot && ::setresuid(nobody, nobody, 0) != 0)
            qFatal("the test cannot become somebody else");
    }
    ~Unprivileged()
    {
        if (m_isRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("the test cannot become root again");
    }

private:
    static constexpr uid_t nobody = 65534;
    const bool m_isRoot = ::geteuid() == 0;
};

const QString addEmployee = QStringLiteral("INSERT INTO employees (id, name, search_key, created_at) VALUES (1, 'a', 'a', 1)");
const QString countEmployees = QStringLiteral("SELECT count(*) AS v FROM employees");

} // namespace

class StoreOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewStoreIsHealthyAndKeepsItsRows_data() { test::addBackends(); }
    void aNewStoreIsHealthyAndKeepsItsRows();
    void twoProgramsMayCreateTheStoreAtOnce_data() { test::addBackends(); }
    void twoProgramsMayCreateTheStoreAtOnce();
    void anOlderStoreIsUpgraded_data() { test::addBackends(); }
    void anOlderStoreIsUpgraded();
    void anUpgradeKeepsACopyOfTheFile();
    void aFailedUpgradeLeavesTheOldVersion_data() { test::addBackends(); }
    void aFailedUpgradeLeavesTheOldVersion();
    void noUpgradeWhileOthersHaveTheStoreOpen_data() { test::addBackends(); }
    void noUpgradeWhileOthersHaveTheStoreOpen();
    void aNewerStoreIsRefused_data() { test::addBackends(); }
    void aNewerStoreIsRefused();
    void aNewerFileIsLeftAsItIs();
    void whatIsNoStoreIsRefused_data();
    void whatIsNoStoreIsRefused();
    void aLockedFileIsSaidToBeLocked();
    void aFolderThatCannotBeWrittenIsReadOnly();
    void aFileThatCannotBeWrittenIsReadOnly();
    void aFullDiskFailsTheJobAndNotTheStore();
    void damageIsFoundByTheCheck_data();
    void damageIsFoundByTheCheck();
    void aCopyIsAWholeStore_data() { test::addBackends(); }
    void aCopyIsAWholeStore();
    void aTemporaryStoreGoesWithTheObject();
    void badSchemaFilesAreOurDefect_data();
    void badSchemaFilesAreOurDefect();
    void anUnreachableServerIsAStorageError();
};

void StoreOpenTest::aNewStoreIsHealthyAndKeepsItsRows()
{
    PFX_STORE_FIXTURE(fixture);
    QCOMPARE(test::write(fixture.store(), addEmployee), QString());
    fixture.close();
    const auto again = fixture.openAgain();
    QVERIFY2(again, qPrintable(fixture.error()));
    QCOMPARE(test::read(*again, countEmployees), s("1"));
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
                errors.append(test::errorText(store));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(errors, QStringList());
}

void StoreOpenTest::anOlderStoreIsUpgraded()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto old = place.open(SchemaFolder(1));
        PFX_VERIFY(old);
        QCOMPARE((*old)->info()->version, 1);
        QCOMPARE(test::write(**old, addEmployee), QString());
    }
    SchemaFolder newer(2);
    newer.add(s("0003_more.sql"), "ALTER TABLE employees ADD COLUMN more TEXT; UPDATE employees SET more = 'x';");
    const auto upgraded = place.open(newer);
    PFX_VERIFY(upgraded);
    QCOMPARE((*upgraded)->info()->version, 3);
    QCOMPARE(test::read(**upgraded, s("SELECT more AS v FROM employees")), s("x"));
    PFX_VERIFY((*upgraded)->check());
}

void StoreOpenTest::anUpgradeKeepsACopyOfTheFile()
{
    Place place(s("sqlite"));
    {
        const auto old = place.open(SchemaFolder(1));
        PFX_VERIFY(old);
        QCOMPARE(test::write(**old, addEmployee), QString());
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
    QCOMPARE(test::read(**old, countEmployees), s("1"));
}

void StoreOpenTest::aFailedUpgradeLeavesTheOldVersion()
{
    QFETCH(QString, backend);
    Place place(backend);
    {
        const auto old = place.open(SchemaFolder(2));
        PFX_VERIFY(old);
        QCOMPARE(test::write(**old, addEmployee), QString());
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
    QCOMPARE(test::read(**store, s("SELECT name AS v FROM employees")), s("a"));
    QVERIFY(test::read(**store, s("SELECT count(*) AS v FROM fourth")).startsWith(s("<error")));
}

void StoreOpenTest::noUpgradeWhileOthersHaveTheStoreOpen()
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

void StoreOpenTest::aNewerStoreIsRefused()
{
    QFETCH(QString, backend);
    Place place(backend);
    SchemaFolder newer(2);
    newer.add(s("0003_more.sql"), "CREATE TABLE third (id {id});");
    PFX_VERIFY(place.open(newer));
    PFX_VERIFY_ERROR(place.open(SchemaFolder(2)), ErrorCode::StorageNewer);
    PFX_VERIFY(place.open(newer));
}

void StoreOpenTest::aNewerFileIsLeftAsItIs()
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

void StoreOpenTest::whatIsNoStoreIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("a text") << QByteArray("Dear diary, this is no database.\n").repeated(100) << int(ErrorCode::StorageDamaged);
    QTest::newRow("zeros") << QByteArray(8192, '\0') << int(ErrorCode::StorageDamaged);
    QTest::newRow("the beginning of a database") << QByteArray("SQLite format 3\0", 16) << int(ErrorCode::StorageDamaged);
    QTemporaryDir folder;
    const QString name = folder.filePath(s("other.sqlite"));
    ForeignSqlite(name).run("CREATE TABLE notes (text)");
    QTest::newRow("another program's database") << content(name) << int(ErrorCode::Validation);
}

void StoreOpenTest::whatIsNoStoreIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    Place place(s("sqlite"));
    QVERIFY(place.folder().mkpath(s(".")));
    put(place.url().file, bytes);
    const auto opened = place.open();
    PFX_VERIFY_ERROR(opened, ErrorCode(code));
    QVERIFY(!opened.error().detail.isEmpty());
    QCOMPARE(content(place.url().file), bytes);

    StoreUrl folder;
    folder.file = place.folder().path();
    PFX_VERIFY_ERROR(Store::open(folder, base::SystemClock()), ErrorCode::Validation);
}

void StoreOpenTest::aLockedFileIsSaidToBeLocked()
{
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    ForeignSqlite other(place.url().file);
    QVERIFY(other.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE settings SET value = ''"));
    PFX_VERIFY_ERROR(place.open(), ErrorCode::StorageLocked);
}

void StoreOpenTest::aFolderThatCannotBeWrittenIsReadOnly()
{
    const Unprivileged somebody;
    QTemporaryDir theirs;
    QVERIFY(QFile::setPermissions(theirs.path(), QFile::ReadOwner | QFile::ExeOwner));
    StoreUrl url;
    url.file = theirs.filePath(s("store.sqlite"));
    PFX_VERIFY_ERROR(Store::open(url, base::SystemClock()), ErrorCode::StorageReadOnly);
    url.file = theirs.filePath(s("profile/store.sqlite"));
    PFX_VERIFY_ERROR(Store::open(url, base::SystemClock()), ErrorCode::StorageReadOnly);
    QVERIFY(QFile::setPermissions(theirs.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void StoreOpenTest::aFileThatCannotBeWrittenIsReadOnly()
{
    const Unprivileged somebody;
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    QVERIFY(QFile::setPermissions(place.url().file, QFile::ReadOwner));
    PFX_VERIFY_ERROR(place.open(), ErrorCode::StorageReadOnly);
}

void StoreOpenTest::aFullDiskFailsTheJobAndNotTheStore()
{
    test::StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    Writer &writer = fixture.store().writer();
    // SQLite's own limit stands for the disk's: the same code comes back from the same place.
    const auto full = writer.run([](Connection &db) -> Result<void> {
        PFX_ASSIGN(const Rows pages, db.select(s("PRAGMA page_count")));
        PFX_TRY(db.execute(s("PRAGMA max_page_count = %1").arg(pages.front().number(s("page_count")) + 4)));
        PFX_TRY(db.execute(addEmployee));
        const QString big(200'000, QLatin1Char('x'));
        PFX_TRY(db.execute(s("INSERT INTO settings (key, value) VALUES ('big', :big)"), {{s("big"), big}}));
        return {};
    });
    PFX_VERIFY_ERROR(full, ErrorCode::StorageFull);
    QCOMPARE(test::read(fixture.store(), countEmployees), s("0"));
    QCOMPARE(test::write(fixture.store(), s("PRAGMA max_page_count = 100000")), QString());
    QCOMPARE(test::write(fixture.store(), addEmployee), QString());
    PFX_VERIFY(fixture.store().check());
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
            for (int i = 0; i < 5000; ++i)
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
    QCOMPARE(test::write(fixture.store(), addEmployee), QString());
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
        QCOMPARE(test::read(**copy, countEmployees), s("1"));
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
        QCOMPARE(test::write(**store, addEmployee), QString());
        QCOMPARE(test::read(**store, countEmployees), s("1"));
        QVERIFY(!(*store)->usedByOthers());
        PFX_VERIFY((*store)->tryLock(s("import")));
    }
    QVERIFY(!QFile::exists(file));
    QVERIFY(!QFileInfo(file).dir().exists());
}

void StoreOpenTest::badSchemaFilesAreOurDefect_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a number is left out") << s("0004_late.sql");
    QTest::newRow("a number stands twice") << s("0002_again.sql");
    QTest::newRow("no number") << s("more.sql");
    QTest::newRow("an unknown database") << s("0003_more.oracle.sql");
}

void StoreOpenTest::badSchemaFilesAreOurDefect()
{
    QFETCH(QString, name);
    SchemaFolder files(2);
    files.add(name, "SELECT 1");
    PFX_VERIFY_ERROR(files.schema(Backend::Sqlite), ErrorCode::Internal);
}

void StoreOpenTest::anUnreachableServerIsAStorageError()
{
    QTemporaryDir nothingHere;
    const auto url = StoreUrl::parse(s("postgresql://me:secret@/db?host=") + nothingHere.path());
    PFX_VERIFY(url);
    const auto store = Store::open(*url, base::SystemClock());
    PFX_VERIFY_ERROR(store, ErrorCode::Storage);
    QVERIFY(!test::errorText(store).contains(s("secret")));
}

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "tst_store_open.moc"
