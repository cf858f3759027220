// SPDX-License-Identifier: GPL-3.0-or-later
// Locks that hold once a store, whoever holds them and however the holder ends. The program starts itself as the other holder.
#include "core/store/held_writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QTextStream>

#include <future>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;

namespace {

const auto holdArgument = QLatin1String("--hold");

// The other program: takes the lock, says so, and keeps it until it is killed or its input ends.
int hold(const QString &address, const QString &name)
{
    const base::SystemClock clock;
    const auto url = StoreUrl::parse(address);
    const auto store = url ? Store::open(*url, clock) : base::fail(url.error());
    const auto lock = store ? (*store)->tryLock(name) : base::fail(store.error());
    QTextStream(stdout) << (lock ? QStringLiteral("held") : test::errorText(lock)) << Qt::endl;
    QTextStream(stdin).readAll();
    return 0;
}

class Holder
{
public:
    Holder(const QString &address, const QString &name)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {holdArgument, address, name});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
        m_said = QString::fromUtf8(m_process.readLine()).trimmed();
    }
    QString said() const { return m_said; }
    void killNow()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void endNormally()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QString m_said;
};

const QString import = QStringLiteral("import/run: 1");
const QString count = QStringLiteral("SELECT count(*) AS v FROM employees");

Writer::Job addition(int id)
{
    return [id](Connection &db) -> base::Result<void> {
        PFX_TRY(db.execute(QStringLiteral("INSERT INTO employees (id, name, search_key, created_at) VALUES (:id, 'a', 'a', 1)"),
                           {{QStringLiteral("id"), qint64(id)}}));
        return {};
    };
}

} // namespace

class LocksTest : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsHeldOnce_data() { test::addBackends(); }
    void aNameIsHeldOnce();
    void anotherOpeningSeesTheLock_data() { test::addBackends(); }
    void anotherOpeningSeesTheLock();
    void aKilledProgramLeavesNoLock_data() { test::addBackends(); }
    void aKilledProgramLeavesNoLock();
    void aProgramThatEndsLeavesNoLock_data() { test::addBackends(); }
    void aProgramThatEndsLeavesNoLock();
    void anotherProgramIsSeenUntilItIsKilled_data() { test::addBackends(); }
    void anotherProgramIsSeenUntilItIsKilled();
    void aHeldLockIsProven_data() { test::addBackends(); }
    void aHeldLockIsProven();
    void nothingIsCommittedAfterTheLockIsLost();
    void theNextHolderWaitsForACommitThatWasProven();
    void theServersLimitForIdleSessionsIsNotForOurs();
    void aNameLeavesNoFile();
};

void LocksTest::aNameIsHeldOnce()
{
    PFX_STORE_FIXTURE(fixture);
    Store &store = fixture.store();
    {
        const auto first = store.tryLock(import);
        PFX_VERIFY(first);
        const auto second = store.tryLock(import);
        PFX_VERIFY_ERROR(second, ErrorCode::Busy);
        QCOMPARE(second.error().where, import);
        const auto otherName = store.tryLock(QStringLiteral("other"));
        PFX_VERIFY(otherName);
        auto held = store.heldLocks();
        PFX_VERIFY(held);
        held->sort();
        QCOMPARE(*held, (QStringList{import, QStringLiteral("other")}));
    }
    QTRY_COMPARE(*store.heldLocks(), QStringList());
    PFX_VERIFY(store.tryLock(import));
}

void LocksTest::anotherOpeningSeesTheLock()
{
    PFX_STORE_FIXTURE(fixture);
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    const auto lock = other->tryLock(import);
    PFX_VERIFY(lock);
    PFX_VERIFY_ERROR(fixture.store().tryLock(import), ErrorCode::Busy);
    QCOMPARE(*fixture.store().heldLocks(), QStringList(import));
}

void LocksTest::aKilledProgramLeavesNoLock()
{
    PFX_STORE_FIXTURE(fixture);
    Holder holder(fixture.address(), import);
    QCOMPARE(holder.said(), QStringLiteral("held"));
    PFX_VERIFY_ERROR(fixture.store().tryLock(import), ErrorCode::Busy);
    QCOMPARE(*fixture.store().heldLocks(), QStringList(import));
    holder.killNow();
    QTRY_COMPARE(*fixture.store().heldLocks(), QStringList());
    PFX_VERIFY(fixture.store().tryLock(import));
}

void LocksTest::aProgramThatEndsLeavesNoLock()
{
    PFX_STORE_FIXTURE(fixture);
    Holder holder(fixture.address(), import);
    QCOMPARE(holder.said(), QStringLiteral("held"));
    holder.endNormally();
    QTRY_COMPARE(*fixture.store().heldLocks(), QStringList());
    PFX_VERIFY(fixture.store().tryLock(import));
}

void LocksTest::anotherProgramIsSeenUntilItIsKilled()
{
    PFX_STORE_FIXTURE(fixture);
    QVERIFY(!fixture.store().usedByOthers());
    Holder holder(fixture.address(), import);
    QCOMPARE(holder.said(), QStringLiteral("held"));
    QTRY_VERIFY(fixture.store().usedByOthers());
    holder.killNow();
    QTRY_VERIFY(!fixture.store().usedByOthers());
}

void LocksTest::aHeldLockIsProven()
{
    PFX_STORE_FIXTURE(fixture);
    const auto lock = fixture.store().tryLock(import);
    PFX_VERIFY(lock);
    HeldWriter writer(fixture.store().writer(), **lock);
    for (int i = 1; i <= 2; ++i)
        PFX_VERIFY(writer.run(addition(i)));
    QCOMPARE(test::read(fixture.store(), count), QStringLiteral("2"));
    QCOMPARE(*fixture.store().heldLocks(), QStringList(import));
}

void LocksTest::nothingIsCommittedAfterTheLockIsLost()
{
    test::StoreFixture fixture(QStringLiteral("postgresql"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    const auto lock = fixture.store().tryLock(import);
    PFX_VERIFY(lock);
    HeldWriter writer(fixture.store().writer(), **lock);
    PFX_VERIFY(writer.run(addition(1)));
    QCOMPARE(test::endLocks(fixture.store()), 1);
    const auto refused = writer.run(addition(2));
    QVERIFY(!refused);
    QVERIFY(refused.error() == lockLost());
    const auto next = fixture.store().tryLock(import); // of the same name and program
    PFX_VERIFY(next);
    QVERIFY(!writer.runResumable(addition(3)));
    PFX_VERIFY(HeldWriter(fixture.store().writer(), **next).run(addition(4)));
    QCOMPARE(test::read(fixture.store(), count), QStringLiteral("2"));
}

/// Else it would begin, and read what is known, a moment before rows appear that it does not know.
void LocksTest::theNextHolderWaitsForACommitThatWasProven()
{
    test::StoreFixture fixture(QStringLiteral("postgresql"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    auto lock = fixture.store().tryLock(import);
    PFX_VERIFY(lock);
    std::future<QString> seenByTheNext;
    bool waited = false;
    PFX_VERIFY(fixture.store().writer().run([&](Connection &db) -> base::Result<void> {
        PFX_TRY(addition(1)(db));
        PFX_TRY((*lock)->prove(db));
        test::endLocks(fixture.store());
        seenByTheNext = std::async(std::launch::async, [&] {
            const auto next = other->tryLock(import);
            return next ? test::read(*other, count) : test::errorText(next);
        });
        for (QDeadlineTimer patience(9'000); !waited && !patience.hasExpired();)
            waited = test::read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM pg_locks WHERE locktype = 'advisory'"
                                                                " AND NOT granted")) == QLatin1String("1");
        return {};
    }));
    QVERIFY(waited);
    QCOMPARE(seenByTheNext.get(), QStringLiteral("1"));
}

void LocksTest::theServersLimitForIdleSessionsIsNotForOurs()
{
    test::StoreFixture fixture(QStringLiteral("postgresql"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    QCOMPARE(test::write(fixture.store(), QStringLiteral("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET idle_session_timeout = 60000',"
                                                         " current_database()); END $$")), QString());
    const auto again = fixture.openAgain();
    QVERIFY2(again, qPrintable(fixture.error()));
    QCOMPARE(test::read(*again, QStringLiteral("SELECT current_setting('idle_session_timeout') AS v")), QStringLiteral("0"));
}

/// Each run has a name of its own.
void LocksTest::aNameLeavesNoFile()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    const QDir folder(fixture.url().file + QStringLiteral(".locks"));
    const auto names = [&folder] { return folder.entryList({QStringLiteral("name-*")}, QDir::Files).size(); };
    {
        const auto lock = fixture.store().tryLock(import);
        PFX_VERIFY(lock);
        QCOMPARE(names(), 1);
    }
    QCOMPARE(names(), 0);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == holdArgument)
        return hold(arguments.at(2), arguments.at(3));
    LocksTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_locks.moc"
