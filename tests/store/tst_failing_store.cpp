// SPDX-License-Identifier: GPL-3.0-or-later
// The test double that fails the i-th database call: a loop over i ends, and only the undisturbed run leaves its rows.
#include "tests/support/failing_store.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using base::Result;

class FailingStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCallFailsOnceAndLeavesNothing_data() { test::addBackends(); }
    void everyCallFailsOnceAndLeavesNothing();
};

void FailingStoreTest::everyCallFailsOnceAndLeavesNothing()
{
    PFX_STORE_FIXTURE(fixture);
    const auto scenario = [](store::Store &store) -> Result<void> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_TRY(db->select(QStringLiteral("SELECT key FROM settings")));
        return store.writer().run([](store::Connection &writer) -> Result<void> {
            PFX_ASSIGN(const qint64 id, writer.reserveIds(QStringLiteral("settings"), 1));
            PFX_TRY(writer.insert({QStringLiteral("settings"), {QStringLiteral("key"), QStringLiteral("value")}, {QString::number(id), QString()}}));
            PFX_TRY(writer.execute(QStringLiteral("UPDATE settings SET value = 'x'")));
            return {};
        });
    };
    const QString count = QStringLiteral("SELECT count(*) AS v FROM settings");
    int failed = 0;
    for (int i = 1; i <= 20; ++i) {
        test::FailurePlan plan(i);
        test::FailingStore failing(fixture.store(), plan);
        const auto done = scenario(failing);
        if (!plan.hasFailed()) {
            PFX_VERIFY(done);
            break;
        }
        ++failed;
        PFX_VERIFY_ERROR(done, base::ErrorCode::Storage);
        QCOMPARE(test::read(fixture.store(), count), QStringLiteral("0"));
    }
    QCOMPARE(failed, 6); // connect, select, reserve, insert, update, commit
    QCOMPARE(test::read(fixture.store(), count), QStringLiteral("1"));
    QCOMPARE(test::read(fixture.store(), QStringLiteral("SELECT key AS v FROM settings")), QStringLiteral("1")); // no gap
}

QTEST_GUILESS_MAIN(FailingStoreTest)
#include "tst_failing_store.moc"
