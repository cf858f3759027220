// SPDX-License-Identifier: GPL-3.0-or-later
// An employee who is taken away while imports give records to him: not under one that is at work, and one that can be resumed is handed
// over first, so that it can be resumed still.
#include "core/crm/employees.h"
#include "core/migration/leaving.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using base::ErrorCode;
using migration::RunState;

namespace {

constexpr qint64 heir = 1, leaver = 2;

QString addBoth(store::Store &store)
{
    const QString wrong = addEmployee(store);
    return wrong.isEmpty() ? addEmployee(store, QStringLiteral("Борис"), QStringLiteral("boris@example.com")) : wrong;
}

QString ownersOf(store::Store &store)
{
    return read(store, QStringLiteral("SELECT min(owner_id) * 10 + max(owner_id) AS v FROM (SELECT owner_id FROM contacts UNION ALL SELECT owner_id"
                                      " FROM companies UNION ALL SELECT owner_id FROM deals) AS every"));
}

} // namespace

class TestLeaving : public QObject
{
    Q_OBJECT

private slots:
    void nobodyLeavesUnderAnImportThatIsAtWork_data() { addBackends(); }
    void nobodyLeavesUnderAnImportThatIsAtWork()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addBoth(fixture.store()), QString());
        SmallBatches store(fixture.store(), 10);
        QString removed;
        store.inBatch(1, [&](store::Connection &) { removed = errorText(migration::removeEmployee(fixture.store(), leaver)); });
        auto options = amoOptions();
        options.defaultEmployee = QStringLiteral("boris@example.com");
        const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(30, 30)), options);
        PFX_VERIFY(report);
        QVERIFY2(removed.startsWith(base::name(ErrorCode::Busy)), qPrintable(removed));
        QCOMPARE(report->state, RunState::Finished);
        QCOMPARE(ownersOf(store), QStringLiteral("22"));
        QCOMPARE(migration::removeEmployee(store, leaver).error().code, ErrorCode::Conflict);
    }

    void aStoppedImportGoesOnWithTheHeir_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("byDefault");
        QTest::addColumn<QString>("mapped");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("that gives everything to the one who leaves " + row.suffix).constData()) << row.backend << QStringLiteral("boris@example.com") << QString();
            QTest::newRow(("whose mapping names the one who leaves " + row.suffix).constData()) << row.backend << QStringLiteral("admin@example.com") << QStringLiteral("Борис");
        }
    }
    void aStoppedImportGoesOnWithTheHeir()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QString, byDefault);
        QFETCH(QString, mapped);
        QCOMPARE(addBoth(fixture.store()), QString());
        SmallBatches store(fixture.store(), 10);
        auto options = amoOptions();
        options.defaultEmployee = byDefault;
        if (!mapped.isEmpty())
            options.mapping.employees.append({QStringLiteral("Пётр"), mapped});
        migration::RunControl control;
        store.afterJobs(4, [&control] { control.stop(); });
        const auto stopped = importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(60, 60)), options, control);
        PFX_VERIFY(stopped);
        QCOMPARE(stopped->state, RunState::Stopped);

        // Without records of his, too.
        if (mapped.isEmpty())
            PFX_VERIFY(crm::employees::handOver(store, leaver, heir, 7, {}));
        const auto removed = migration::removeEmployee(store, leaver);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::Conflict);
        QVERIFY2(removed.error().detail.contains(QStringLiteral("import 1 is not over")), qPrintable(removed.error().detail));
        PFX_VERIFY(migration::handOver(store, leaver, heir, 7, {}));
        PFX_VERIFY(migration::removeEmployee(store, leaver));
        const auto resumed = resumeRun(store, stopped->run);
        PFX_VERIFY(resumed);
        QCOMPARE(resumed->state, RunState::Finished);
        QCOMPARE(resumed->deals.read, 60);
        QCOMPARE(ownersOf(store), QStringLiteral("11"));
    }

    void anImportThatIsOverHoldsNobody_data() { addBackends(); }
    void anImportThatIsOverHoldsNobody()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addBoth(fixture.store()), QString());
        auto options = amoOptions();
        options.defaultEmployee = QStringLiteral("boris@example.com");
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(3, 3)), options));
        PFX_VERIFY(crm::employees::handOver(fixture.store(), leaver, heir, 7, {}));
        PFX_VERIFY(migration::removeEmployee(fixture.store(), leaver));
        QCOMPARE(migration::removeEmployee(fixture.store(), leaver).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
