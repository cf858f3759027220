// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed while it imports, alone with its store as pfxctl is: at any moment, and within each of the steps that build the
// indexes at the end. Whoever opens the store next finds it whole, and the resumed run ends with the database of an undisturbed one.
#include "tests/migration/import_fixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

constexpr int batchRows = 100;
constexpr int patienceMs = 30'000;

/// Holds the building of the n-th index before its commit, says so, and waits to be killed.
class HeldBatches : public SmallBatches
{
public:
    HeldBatches(store::Store &inner, int holdAt) : SmallBatches(inner, batchRows), m_writer(SmallBatches::writer(), holdAt) {}
    store::Writer &writer() override { return m_writer; }

private:
    class HeldWriter : public store::Writer
    {
    public:
        HeldWriter(store::Writer &inner, int holdAt) : m_inner(inner), m_holdAt(holdAt) {}
        void submit(Job job, Done done) override { m_inner.submit(std::move(job), std::move(done)); }
        base::Result<void> run(Job job) override { return m_inner.run(watched(std::move(job))); }
        base::Result<void> runAlone(Job job) override { return m_inner.runAlone(watched(std::move(job))); }
        base::Result<void> runResumable(Job job) override { return m_inner.runResumable(std::move(job)); }
        int advisedBatchRows() override { return m_inner.advisedBatchRows(); }

    private:
        Job watched(Job job)
        {
            return [this, job = std::move(job)](store::Connection &db) -> base::Result<void> {
                PFX_ASSIGN(const qint64 before, stepsLeft(db));
                PFX_TRY(job(db));
                PFX_ASSIGN(const qint64 after, stepsLeft(db));
                if (after < before && ++m_built == m_holdAt) {
                    std::fputs("held\n", stdout);
                    std::fflush(stdout);
                    std::getchar();
                }
                return {};
            };
        }

        static base::Result<qint64> stepsLeft(store::Connection &db)
        {
            PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS n FROM deferred_steps")));
            return rows.front().number(QStringLiteral("n"));
        }

        store::Writer &m_inner;
        int m_holdAt, m_built = 0;
    };

    HeldWriter m_writer;
};

QString missing(store::Store &store)
{
    return read(store, QStringLiteral("SELECT count(*) AS v FROM deferred_steps"));
}

/// Every index and every link with its statement.
QString structure(store::Store &store)
{
    const bool sqlite = store.url().backend == store::Backend::Sqlite;
    return read(store, sqlite ? QStringLiteral("SELECT group_concat(sql, char(10)) AS v FROM (SELECT sql FROM sqlite_master"
                                               " WHERE type = 'index' AND sql IS NOT NULL ORDER BY name)")
                              : QStringLiteral("SELECT string_agg(def, chr(10) ORDER BY def) AS v FROM (SELECT indexdef AS def"
                                               " FROM pg_indexes WHERE schemaname = 'public' UNION ALL"
                                               " SELECT conrelid::regclass || conname || pg_get_constraintdef(oid)"
                                               " FROM pg_constraint WHERE contype = 'f') AS d"));
}

/// An undisturbed run, by a program of its own.
struct Reference
{
    QTemporaryDir folder;
    QString path, rows, indexes;
    qint64 ms = 0;
};

} // namespace

class TestKilledImport : public QObject
{
    Q_OBJECT

private slots:
    void atAnyMoment_data() { addBackends(); }
    void atAnyMoment()
    {
        QFETCH(QString, backend);
        const Reference &expected = reference(backend);
        QVERIFY(!expected.rows.isEmpty());
        int killed = 0;
        for (int round = 0; round < 20; ++round) {
            StoreFixture fixture(backend);
            QCOMPARE(addEmployee(fixture.store()), QString());
            fixture.close();
            QProcess child;
            start(child, {QStringLiteral("--import"), fixture.address(), expected.path});
            // Waiting for the end with a limit is the only way to kill at an arbitrary moment.
            if (!child.waitForFinished(int(QRandomGenerator::global()->bounded(expected.ms)))) {
                child.kill();
                QVERIFY(child.waitForFinished());
                ++killed;
            }
            goOn(fixture, expected);
            if (QTest::currentTestFailed()) {
                qWarning("round %d", round);
                return;
            }
        }
        QVERIFY2(killed >= 10, qPrintable(QString::number(killed)));
    }

    void whileTheIndexesAreBuilt_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("secondProgram");
        for (const BackendRow &row : backends()) {
            for (const int step : {1, 2, 5, 9}) {
                QTest::addRow("in step %d %s", step, row.suffix.constData()) << row.backend << step << false;
                QTest::addRow("in step %d, another program keeps the store open %s", step, row.suffix.constData()) << row.backend << step << true;
            }
        }
    }
    void whileTheIndexesAreBuilt()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(int, step);
        QFETCH(bool, secondProgram);
        const Reference &expected = reference(backend);
        QVERIFY(!expected.rows.isEmpty());
        QCOMPARE(addEmployee(fixture.store()), QString());
        fixture.close();
        QProcess child;
        start(child, {QStringLiteral("--hold"), fixture.address(), expected.path, QString::number(step)});
        QVERIFY(child.waitForReadyRead(patienceMs));
        QCOMPARE(child.readAllStandardOutput(), QByteArray("held\n"));
        const auto second = secondProgram ? fixture.openAgain() : nullptr;
        QCOMPARE(second != nullptr, secondProgram);
        child.kill();
        QVERIFY(child.waitForFinished());
        goOn(fixture, expected);
    }

private:
    static void start(QProcess &child, const QStringList &arguments)
    {
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(child.waitForStarted());
    }

    /// The next program: opens the store, finds the run stopped, goes on with it.
    static void goOn(StoreFixture &fixture, const Reference &expected)
    {
        const auto store = fixture.openAgain();
        QVERIFY2(store, qPrintable(fixture.error()));
        const auto db = store->connect();
        PFX_VERIFY(db);
        // A server needs a moment to see that its client has gone.
        QTRY_VERIFY(store->heldLocks().value_or(QStringList{QString()}).isEmpty());
        const auto runs = migration::runs::list(*store, **db);
        PFX_VERIFY(runs);
        if (runs->isEmpty()) {
            PFX_VERIFY(importFile(*store, expected.path, amoOptions()));
        } else if (runs->first().state != RunState::Finished) {
            QCOMPARE(runs->first().state, RunState::Stopped);
            const auto report = resumeRun(*store, runs->first().run);
            PFX_VERIFY(report);
            QCOMPARE(report->state, RunState::Finished);
        }
        QCOMPARE(missing(*store), QStringLiteral("0"));
        QCOMPARE(structure(*store), expected.indexes);
        QVERIFY(dump(*store) == expected.rows);
        PFX_VERIFY(store->check());
    }

    const Reference &reference(const QString &backend)
    {
        Reference &made = backend == QLatin1String("sqlite") ? m_sqlite : m_postgres;
        if (!made.rows.isEmpty())
            return made;
        const bool sqlite = backend == QLatin1String("sqlite");
        made.path = writeFile(made.folder.path(), QStringLiteral("1.json"), sqlite ? richFile(3000, 2000) : richFile(1500, 1000));
        StoreFixture fixture(backend);
        if (!fixture.isValid() || !addEmployee(fixture.store()).isEmpty())
            return made;
        fixture.close();
        QElapsedTimer timer;
        timer.start();
        QProcess child;
        start(child, {QStringLiteral("--import"), fixture.address(), made.path});
        const bool good = child.waitForFinished(patienceMs) && child.exitCode() == 0;
        made.ms = timer.elapsed();
        if (const auto store = fixture.openAgain(); good && store && missing(*store) == QLatin1String("0")) {
            made.indexes = structure(*store);
            made.rows = dump(*store);
        }
        return made;
    }

    Reference m_sqlite, m_postgres;
};

/// `--import ADDRESS PATH` or `--hold ADDRESS PATH STEP`: the child that is killed.
int runChild(const QStringList &arguments)
{
    const base::SystemClock clock;
    const auto url = store::StoreUrl::parse(arguments.value(2));
    if (!url)
        return 2;
    const auto opened = store::Store::open(*url, clock);
    if (!opened)
        return 3;
    HeldBatches store(**opened, arguments.value(4).toInt());
    return importFile(store, arguments.value(3), amoOptions()) ? 0 : 1;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().size() > 3)
        return runChild(app.arguments());
    TestKilledImport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_import.moc"
