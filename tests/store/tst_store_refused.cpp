// SPDX-License-Identifier: GPL-3.0-or-later
// What the system or the file itself refuses: each with its own code, and the file left as it is.
#include "core/store/sqlite_store.h"
#include "tests/store/store_place.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;
using namespace pfx::test;

namespace {

const auto fullArgument = QLatin1String("--full");

QString word(const Result<void> &result)
{
    return result ? s("ok") : base::name(result.error().code);
}

/// How large a file may grow; the system then refuses the write instead of ending the program.
void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// Fills a store until no file may grow, with room for so many pages; prints the failure, what came of a try with room again, and how
/// many rows were reported as committed.
int fillUp(const QString &file, int room)
{
    std::signal(SIGXFSZ, SIG_IGN);
    StoreUrl url;
    url.file = file;
    const auto store = Store::open(url, base::SystemClock());
    if (!store)
        return 1;
    int rows = 0;
    const auto add = [&store, &rows](int count) {
        const auto done = (*store)->writer().run([&](Connection &db) -> Result<void> {
            RowBlock block{s("settings"), {s("key"), s("value")}, {}};
            for (int i = rows; i < rows + count; ++i)
                block.cells.insert(block.cells.end(), {QStringLiteral("key %1").arg(i), QString(1000, QLatin1Char('x'))});
            return db.insert(block);
        });
        rows += done ? count : 0;
        return done;
    };
    auto done = add(1);
    limitFiles(static_cast<rlim_t>(QFileInfo(file + s("-wal")).size() + room * 4096));
    for (int i = 0; done && i < 1000; ++i)
        done = add(100);
    limitFiles(RLIM_INFINITY);
    const QString again = word(add(1));
    std::printf("%s %s %d", qPrintable(word(done)), qPrintable(again), rows);
    return 0;
}

} // namespace

class StoreRefusedTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoStoreIsRefused_data();
    void whatIsNoStoreIsRefused();
    void aLockedFileIsSaidToBeLocked();
    void aFolderThatCannotBeWrittenIsReadOnly();
    void aFileThatCannotBeWrittenIsReadOnly();
    void aFullDiskFailsTheJobAndNotTheStore();
    void anUnreachableServerIsAStorageError();
    void aFileThatMayNotGrowIsAFullDisk_data();
    void aFileThatMayNotGrowIsAFullDisk();
    void aProfileThatCannotBeWrittenIsReadOnly();
};

void StoreRefusedTest::whatIsNoStoreIsRefused_data()
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

void StoreRefusedTest::whatIsNoStoreIsRefused()
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

void StoreRefusedTest::aLockedFileIsSaidToBeLocked()
{
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    ForeignSqlite other(place.url().file);
    QVERIFY(other.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE settings SET value = ''"));
    PFX_VERIFY_ERROR(place.open(), ErrorCode::StorageLocked);
}

void StoreRefusedTest::aFolderThatCannotBeWrittenIsReadOnly()
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

void StoreRefusedTest::aFileThatCannotBeWrittenIsReadOnly()
{
    const Unprivileged somebody;
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    QVERIFY(QFile::setPermissions(place.url().file, QFile::ReadOwner));
    PFX_VERIFY_ERROR(place.open(), ErrorCode::StorageReadOnly);
}

void StoreRefusedTest::aFullDiskFailsTheJobAndNotTheStore()
{
    StoreFixture fixture(s("sqlite"));
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
    QCOMPARE(read(fixture.store(), countEmployees), s("0"));
    QCOMPARE(write(fixture.store(), s("PRAGMA max_page_count = 100000")), QString());
    QCOMPARE(write(fixture.store(), addEmployee), QString());
    PFX_VERIFY(fixture.store().check());
}

void StoreRefusedTest::anUnreachableServerIsAStorageError()
{
    QTemporaryDir nothingHere;
    const auto url = StoreUrl::parse(s("postgresql://me:secret@/db?host=") + nothingHere.path());
    PFX_VERIFY(url);
    const auto store = Store::open(*url, base::SystemClock());
    PFX_VERIFY_ERROR(store, ErrorCode::Storage);
    QVERIFY(!errorText(store).contains(s("secret")));
}

void StoreRefusedTest::aFileThatMayNotGrowIsAFullDisk_data()
{
    QTest::addColumn<int>("room");
    QTest::newRow("before the first page") << 0;
    QTest::newRow("in the middle of a transaction") << 64;
    QTest::newRow("after many transactions") << 900;
}

/// The system refuses the write itself, in a program of its own: the job fails, and what was reported as committed stays.
void StoreRefusedTest::aFileThatMayNotGrowIsAFullDisk()
{
    QFETCH(int, room);
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {fullArgument, place.url().file, QString::number(room)});
    QVERIFY(child.waitForFinished());
    const QList<QByteArray> said = child.readAll().simplified().split(' ');
    QCOMPARE(said.size(), 3);
    QCOMPARE(said.at(0), QByteArray("storage_full"));
    QCOMPARE(said.at(1), QByteArray("ok")); // the same store, when there is room again
    const auto store = place.open();
    PFX_VERIFY(store);
    PFX_VERIFY((*store)->check());
    QCOMPARE(read(**store, s("SELECT count(*) AS v FROM settings")), QString::fromLatin1(said.at(2)));
}

void StoreRefusedTest::aProfileThatCannotBeWrittenIsReadOnly()
{
    const Unprivileged somebody;
    Place place(s("sqlite"));
    PFX_VERIFY(place.open());
    const auto freeze = [&place](QFile::Permissions file, QFile::Permissions folder) {
        const QStringList names = place.folder().entryList(QDir::Files);
        for (const QString &name : names)
            QVERIFY(QFile::setPermissions(place.folder().filePath(name), file));
        QVERIFY(QFile::setPermissions(place.url().file + s(".locks"), folder));
        QVERIFY(QFile::setPermissions(place.folder().path(), folder));
    };
    freeze(QFile::ReadOwner, QFile::ReadOwner | QFile::ExeOwner);
    const auto opened = place.open();
    freeze(QFile::ReadOwner | QFile::WriteOwner, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    PFX_VERIFY_ERROR(opened, ErrorCode::StorageReadOnly);
    PFX_VERIFY(place.open());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == fullArgument)
        return fillUp(arguments.at(2), arguments.at(3).toInt());
    StoreRefusedTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_refused.moc"
