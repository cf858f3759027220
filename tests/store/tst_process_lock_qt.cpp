// SPDX-License-Identifier: GPL-3.0-or-later
// The lock for systems without the kernel's open-file-description locks, tried here where we can: this program takes it instead of the
// library's. The program starts itself as the other holder.
#define PFX_PORTABLE_LOCK
#include "core/store/process_lock_qt.cpp"

#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace pfx;
using base::ErrorCode;
using store::LockState;
using store::ProcessLock;
using Mode = store::ProcessLock::Mode;

class ProcessLockQtTest : public QObject
{
    Q_OBJECT

private slots:
    void oneHolderExcludesAllOthers()
    {
        const QString file = m_folder.filePath(QStringLiteral("a"));
        QCOMPARE(store::processLockState(file), LockState::Free);
        {
            const auto lock = ProcessLock::acquire(file, Mode::Exclusive);
            PFX_VERIFY(lock);
            QVERIFY(!(*lock)->heldByOthers());
            QCOMPARE(store::processLockState(file), LockState::Held);
            PFX_VERIFY_ERROR(ProcessLock::acquire(file, Mode::Exclusive), ErrorCode::Busy);
            PFX_VERIFY_ERROR(ProcessLock::acquire(file, Mode::Shared), ErrorCode::Busy);
            PFX_VERIFY(ProcessLock::acquire(m_folder.filePath(QStringLiteral("another")), Mode::Exclusive));
        }
        QCOMPARE(store::processLockState(file), LockState::Free);
        PFX_VERIFY(ProcessLock::acquire(file, Mode::Exclusive));
    }

    void sharersSeeEachOtherAndKeepOutWhoWantsItAlone()
    {
        const QString file = m_folder.filePath(QStringLiteral("b"));
        auto first = ProcessLock::acquire(file, Mode::Shared);
        PFX_VERIFY(first);
        QVERIFY(!(*first)->heldByOthers());
        {
            const auto second = ProcessLock::acquire(file, Mode::Shared);
            PFX_VERIFY(second);
            QVERIFY((*first)->heldByOthers());
            QVERIFY((*second)->heldByOthers());
        }
        QVERIFY(!(*first)->heldByOthers());
        QCOMPARE(store::processLockState(file), LockState::Held);
        PFX_VERIFY_ERROR(ProcessLock::acquire(file, Mode::Exclusive), ErrorCode::Busy);
        first->reset();
        QCOMPARE(store::processLockState(file), LockState::Free);
        PFX_VERIFY(ProcessLock::acquire(file, Mode::Exclusive));
    }

    void aKilledHolderLeavesNothing_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("alone") << QStringLiteral("--alone");
        QTest::newRow("shared") << QStringLiteral("--shared");
    }
    void aKilledHolderLeavesNothing()
    {
        QFETCH(QString, mode);
        const QString file = m_folder.filePath(QStringLiteral("c"));
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {mode, file});
        QVERIFY(holder.waitForReadyRead(20'000));
        QCOMPARE(holder.readAll(), QByteArray("held"));
        QCOMPARE(store::processLockState(file), LockState::Held);
        PFX_VERIFY_ERROR(ProcessLock::acquire(file, Mode::Exclusive), ErrorCode::Busy);
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QCOMPARE(store::processLockState(file), LockState::Free);
        PFX_VERIFY(ProcessLock::acquire(file, Mode::Exclusive));
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const auto lock = ProcessLock::acquire(m_folder.filePath(QStringLiteral("no/such/folder")), Mode::Exclusive);
        QVERIFY(!lock);
        QVERIFY(lock.error().code == ErrorCode::Storage || lock.error().code == ErrorCode::StorageReadOnly);
    }

private:
    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1).startsWith(QLatin1String("--"))) {
        const auto lock = ProcessLock::acquire(arguments.at(2), arguments.at(1) == QLatin1String("--alone") ? Mode::Exclusive : Mode::Shared);
        std::fputs(lock ? "held" : "refused", stdout);
        std::fflush(stdout);
        return std::getchar();
    }
    ProcessLockQtTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_process_lock_qt.moc"
