// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL address on trial: what is told of it, and that nothing was changed there.
#include "core/store/trial.h"
#include "tests/store/store_place.h"
#include "tests/support/scratch_postgres.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>

using namespace pfx;
using namespace pfx::test;
using base::ErrorCode;

class TestTrial : public QObject {
    Q_OBJECT

private slots:
    void anEmptyDatabase()
    {
        const QString address = ScratchPostgres::newDatabase();
        QVERIFY2(!address.isEmpty(), qPrintable(ScratchPostgres::error()));
        for (int i = 0; i < 2; ++i) { // the first look has made nothing
            const auto trial = store::tryServer(address);
            PFX_VERIFY(trial);
            QCOMPARE(trial->contents, store::Contents::Empty);
            QVERIFY(trial->isGood());
            QVERIFY(!trial->serverVersion.isEmpty());
        }
    }

    void aStoreOfOurs()
    {
        StoreFixture fixture(s("postgresql"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        const auto trial = store::tryServer(fixture.address());
        PFX_VERIFY(trial);
        QCOMPARE(trial->contents, store::Contents::Ours);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no address") << s("hello") << ErrorCode::Validation;
        QTest::newRow("a file") << s("sqlite:/tmp/store.sqlite") << ErrorCode::Validation;
        QTest::newRow("no database named") << s("postgresql://user@localhost:5432/") << ErrorCode::Validation;
        QTest::newRow("nobody listens") << s("postgresql://user@127.0.0.1:1/db") << ErrorCode::Storage;
    }
    void refused()
    {
        QFETCH(QString, address);
        QFETCH(ErrorCode, code);
        const auto trial = store::tryServer(address);
        QVERIFY(!trial);
        QCOMPARE(trial.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"
