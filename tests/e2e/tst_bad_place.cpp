// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around an import: files and folders that may not be read or written, a full disk, a file that goes away, a database that
// is locked, damaged or too new.
#include "core/store/store.h"
#include "tests/e2e/bad_input.h"
#include "tests/support/sample_export.h"

#include <QtTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <linux/capability.h>

using namespace pfx;
using namespace pfx::test;

namespace {

const QString amocrm = QStringLiteral("amocrm");

/// Root may read and write everything: the program that is started gives that up.
void obeyRights()
{
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
    ::prctl(PR_CAPBSET_DROP, CAP_FOWNER, 0, 0, 0);
}

/// No file grows beyond so many bytes, as on a full disk.
void limitFiles(rlim_t bytes)
{
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

QStringList importing(const QString &path)
{
    return {QStringLiteral("import"), QStringLiteral("file"), path, QStringLiteral("--source"), amocrm, QStringLiteral("--default-employee"),
            QStringLiteral("1"), QStringLiteral("--json")};
}

CtlRun runWith(const Ctl &ctl, const std::function<void()> &before, const QStringList &arguments)
{
    QProcess process;
    ctl.prepare(process, arguments);
    process.setChildProcessModifier(before);
    process.start(QIODevice::ReadOnly);
    CtlRun run;
    if (process.waitForFinished(60'000))
        run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    else
        process.kill();
    process.waitForFinished();
    run.out = process.readAllStandardOutput();
    run.messages = process.readAllStandardError();
    return run;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

QString stateOf(const Ctl &ctl, int run)
{
    return ctl.json({QStringLiteral("import"), QStringLiteral("show"), QString::number(run)}).object()[QStringLiteral("state")].toString();
}

} // namespace

class BadPlace : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("это папка");
        QTest::newRow("a pipe that nobody writes into") << QStringLiteral("pipe") << QStringLiteral("это не обычный файл");
        QTest::newRow("a device") << QStringLiteral("/dev/zero") << QStringLiteral("это не обычный файл");
        QTest::newRow("nothing") << QStringLiteral("absent") << QStringLiteral("такого файла нет");
        QTest::newRow("a link to nothing") << QStringLiteral("link") << QStringLiteral("такого файла нет");
        QTest::newRow("a file without the right to read") << QStringLiteral("secret") << QStringLiteral("Доступ запрещён");
        QTest::newRow("a file in a folder without the right to enter") << QStringLiteral("closed/file") << QString();
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, words);
        Kept kept;
        PFX_GOOD(kept.error());
        const Ctl &ctl = kept.ctl();
        QDir folder(ctl.path(QString()));
        QVERIFY(folder.mkdir(QStringLiteral("folder")) && folder.mkdir(QStringLiteral("closed")));
        QCOMPARE(::mkfifo(QFile::encodeName(ctl.path(QStringLiteral("pipe"))).constData(), 0600), 0);
        QVERIFY(QFile::link(ctl.path(QStringLiteral("absent")), ctl.path(QStringLiteral("link"))));
        QVERIFY(setMode(ctl.file(QStringLiteral("secret"), sampleOf(amocrm)), 0));
        ctl.file(QStringLiteral("closed/file"), sampleOf(amocrm));
        QVERIFY(setMode(ctl.path(QStringLiteral("closed")), 0));
        const auto run = runWith(ctl, obeyRights, importing(name.startsWith(u'/') ? name : ctl.path(name)));
        PFX_GOOD(refused(run, QStringLiteral("source_unreadable"), {QStringLiteral("Ошибка чтения файла"), words}));
        PFX_GOOD(kept.broken());
        QVERIFY(setMode(ctl.path(QStringLiteral("closed")), 0700));
    }

    void aProfileThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("mode");
        QTest::newRow("a folder without the right to write") << QStringLiteral("profile") << 0500;
        QTest::newRow("a database without the right to write") << QStringLiteral("profile/planfix-console.sqlite") << 0400;
        QTest::newRow("a database without any right") << QStringLiteral("profile/planfix-console.sqlite") << 0;
    }

    void aProfileThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, what);
        QFETCH(int, mode);
        Kept kept;
        PFX_GOOD(kept.error());
        const QString source = kept.ctl().file(QStringLiteral("source"), sampleOf(amocrm));
        QVERIFY(setMode(kept.ctl().path(what), static_cast<mode_t>(mode)));
        const auto run = runWith(kept.ctl(), obeyRights, importing(source));
        QVERIFY(setMode(kept.ctl().path(what), mode == 0500 ? 0700 : 0600));
        PFX_GOOD(refused(run, QStringLiteral("storage_read_only"), {QStringLiteral("В базу данных нельзя записать")}));
        PFX_GOOD(kept.broken());
    }

    void aDamagedDatabaseIsLeftAsItIs_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another beginning") << qint64(0) << QByteArray("<html>not a database</html>") ;
        QTest::newRow("a page of the schema full of rubbish") << qint64(100) << QByteArray(3900, '\xA5');
    }

    void aDamagedDatabaseIsLeftAsItIs()
    {
        QFETCH(qint64, offset);
        QFETCH(QByteArray, bytes);
        Kept kept;
        PFX_GOOD(kept.error());
        const QString database = kept.ctl().path(QStringLiteral("profile/planfix-console.sqlite"));
        QVERIFY(overwrite(database, offset, bytes));
        const QByteArray before = contentOf(database);
        PFX_GOOD(refused(kept.importText(sampleOf(amocrm), amocrm), QStringLiteral("storage_damaged"), {QStringLiteral("База данных повреждена")}));
        QCOMPARE(kept.ctl().json({QStringLiteral("store"), QStringLiteral("check")}).status, 1);
        QVERIFY(contentOf(database) == before);
    }

    void damageAmongTheRowsIsFoundByTheCheck()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        const QString database = kept.ctl().path(QStringLiteral("profile/planfix-console.sqlite"));
        const qint64 pages = QFileInfo(database).size() / 4096;
        for (qint64 page = pages / 2; page < pages; ++page)
            QVERIFY(overwrite(database, page * 4096, QByteArray(64, '\xA5')));
        PFX_GOOD(refused(kept.ctl().json({QStringLiteral("store"), QStringLiteral("check")}), QStringLiteral("storage_damaged"), {QStringLiteral("повреждена")}));
        const auto run = kept.importText(sampleOf(amocrm), amocrm);
        QVERIFY2(run.status == 1 || run.status == 0, run.out + run.messages); // it may never have met the damage
    }

    void aTruncatedDatabaseIsRefused()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        QVERIFY(QFile::resize(kept.ctl().path(QStringLiteral("profile/planfix-console.sqlite")), 10'000));
        PFX_GOOD(refused(kept.importText(sampleOf(amocrm), amocrm), QStringLiteral("storage_damaged"), {QStringLiteral("База данных повреждена")}));
    }

    void aNewerDatabaseIsLeftAsItIs()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        const QString database = kept.ctl().path(QStringLiteral("profile/planfix-console.sqlite"));
        QVERIFY(overwrite(database, 60, QByteArray("\x00\x00\x03\xE7", 4))); // the header's user_version
        const QByteArray before = contentOf(database);
        PFX_GOOD(refused(kept.importText(sampleOf(amocrm), amocrm), QStringLiteral("storage_newer"), {QStringLiteral("более новой версией")}));
        QVERIFY(contentOf(database) == before);
    }

    void aLockedDatabaseIsWaitedForAndThenNamed()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        const base::SystemClock clock;
        const auto url = store::StoreUrl::parse(QStringLiteral("sqlite:") + kept.ctl().path(QStringLiteral("profile/planfix-console.sqlite")));
        QVERIFY(url);
        auto store = store::Store::open(*url, clock);
        QVERIFY(store);
        CtlRun run;
        const auto held = (*store)->writer().run([&](store::Connection &) -> base::Result<void> {
            run = kept.importText(sampleOf(amocrm), amocrm);
            return {};
        });
        QVERIFY(held);
        store->reset();
        PFX_GOOD(refused(run, QStringLiteral("storage_locked"), {QStringLiteral("База данных занята другой программой")}));
        PFX_GOOD(kept.broken());
        QCOMPARE(kept.importText(sampleOf(amocrm), amocrm).status, 0);
        PFX_GOOD(kept.broken(1, 1));
    }

    void aFullDiskEndsAtTheLastWholeBatch()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString source = ctl.path(QStringLiteral("source"));
        QVERIFY(writeSampleExport(source, {5000, 5000}));
        const auto run = runWith(ctl, [] { limitFiles(3 * 1024 * 1024); }, importing(source));
        QVERIFY2(run.status == 1, run.out + run.messages);
        QCOMPARE(run.object()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(), QStringLiteral("storage_full"));
        PFX_GOOD(wholeAndResumed(ctl, 5000));
    }

    void aDiskFullFromTheBeginningIsNamed()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        const QString source = kept.ctl().file(QStringLiteral("source"), sampleOf(amocrm));
        const auto run = runWith(kept.ctl(), [] { limitFiles(0); }, importing(source));
        QCOMPARE(run.status, 1);
        PFX_GOOD(kept.broken());
    }

    void aReportThatCannotBeWrittenIsToldByTheStatus()
    {
        Kept kept;
        PFX_GOOD(kept.error());
        QProcess process;
        kept.ctl().prepare(process, {QStringLiteral("contact"), QStringLiteral("list")});
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QIODevice::ReadOnly);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const auto exported = kept.ctl().json({QStringLiteral("export"), QStringLiteral("contacts"), QStringLiteral("--format"), QStringLiteral("csv"),
                                               QStringLiteral("--output"), QStringLiteral("/dev/full")});
        QCOMPARE(exported.status, 1);
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile()); // a device is not to be replaced by a file
    }

    void aFileThatGoesAwayCanBePutBackAndTheImportGoesOn_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("moved away while it is read") << true;
        QTest::newRow("cut off while it is read") << false;
    }

    void aFileThatGoesAwayCanBePutBackAndTheImportGoesOn()
    {
        QFETCH(bool, removed);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString source = ctl.path(QStringLiteral("source"));
        const QString aside = ctl.path(QStringLiteral("aside"));
        QVERIFY(writeSampleExport(source, {rows, rows}));
        QVERIFY(QFile::copy(source, aside));
        QProcess process;
        ctl.prepare(process, importing(source));
        process.start(QIODevice::ReadOnly);
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running
               && ctl.json({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("1")}).array().isEmpty())
            process.waitForFinished(1);
        QCOMPARE(process.state(), QProcess::Running); // else the sample is too small for this machine
        QVERIFY(removed ? QFile::remove(source) : QFile::resize(source, 1000));
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(stateOf(ctl, 1), QStringLiteral("failed"));
        QCOMPARE(ctl.json({QStringLiteral("import"), QStringLiteral("resume"), QStringLiteral("1")}).status, 1);
        QVERIFY(!QFile::exists(source) || QFile::remove(source));
        QVERIFY(QFile::rename(aside, source));
        PFX_GOOD(wholeAndResumed(ctl, rows));
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The store is whole, run 1 goes on, and then there is as much as in the file.
    static QString wholeAndResumed(const Ctl &ctl, int count)
    {
        if (const auto check = ctl.json({QStringLiteral("store"), QStringLiteral("check")}); check.status != 0)
            return QString::fromUtf8(check.out);
        const auto resumed = ctl.json({QStringLiteral("import"), QStringLiteral("resume"), QStringLiteral("1")});
        if (resumed.status != 0)
            return QString::fromUtf8(resumed.out);
        const QString wanted = QStringLiteral("%1 read, %1 created, 0 updated, 0 skipped, 0 failed").arg(count);
        if (counts(resumed.object(), "contacts") != wanted || counts(resumed.object(), "deals") != wanted)
            return QString::fromUtf8(resumed.out);
        const QJsonObject info = ctl.json({QStringLiteral("store"), QStringLiteral("info")}).object();
        if (info[QStringLiteral("contacts")].toInt() != count || info[QStringLiteral("deals")].toInt() != count)
            return QStringLiteral("the store holds something else");
        return {};
    }

    static constexpr int rows = 40000;
};

QTEST_GUILESS_MAIN(BadPlace)
#include "tst_bad_place.moc"
