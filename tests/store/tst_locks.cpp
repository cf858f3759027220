// SPDX-License-Identifier: GPL-3.0-or-later
// Locks that hold once a store, whoever holds them and however the holder ends. The program starts itself as the other holder.
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTextStream>

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
