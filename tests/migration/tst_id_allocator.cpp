// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that one batch hands out follow one another, whoever else reserves some meanwhile: the batch finds what it made by them.
#include "core/migration/batch_context.h"

#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

#include <future>

using namespace pfx;
using migration::IdAllocator;

namespace {

const QString table = QStringLiteral("contacts");

base::Result<QVector<qint64>> take(IdAllocator &ids, int count)
{
    QVector<qint64> taken;
    for (int i = 0; i < count; ++i) {
        PFX_ASSIGN(const qint64 id, ids.next());
        taken.append(id);
    }
    return taken;
}

QVector<qint64> counted(qint64 first, int count)
{
    QVector<qint64> ids;
    for (int i = 0; i < count; ++i)
        ids.append(first + i);
    return ids;
}

} // namespace

class TestIdAllocator : public QObject
{
    Q_OBJECT

private slots:
    void batchesFollowOneAnother_data() { test::addBackends(); }
    void batchesFollowOneAnother()
    {
        PFX_STORE_FIXTURE(fixture);
        QVector<qint64> ids;
        const auto batch = [&ids](store::Connection &db) -> base::Result<void> {
            IdAllocator allocator(db, table);
            PFX_ASSIGN(const auto some, take(allocator, 3));
            PFX_TRY(allocator.finish());
            PFX_ASSIGN(const auto more, take(allocator, 2));
            ids += some + more;
            return allocator.finish();
        };
        PFX_VERIFY(fixture.store().writer().run(batch));
        PFX_VERIFY(fixture.store().writer().run(batch));
        QCOMPARE(ids, counted(1, 10));
    }

    void anotherProgramWaitsUntilTheBatchIsWritten_data() { test::addBackends(); }
    void anotherProgramWaitsUntilTheBatchIsWritten()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        std::promise<void> begun;
        qint64 theirs = 0;
        QVector<qint64> ours;
        auto reserving = std::async(std::launch::async, [&]() -> base::Result<void> {
            begun.get_future().wait();
            return other->writer().run([&theirs](store::Connection &db) -> base::Result<void> {
                PFX_ASSIGN(theirs, db.reserveIds(table, 5));
                return {};
            });
        });
        const auto batch = [&](store::Connection &db) -> base::Result<void> {
            IdAllocator allocator(db, table);
            PFX_ASSIGN(const auto before, take(allocator, 1));
            begun.set_value();
            // Time for the other one to come: many statements of its length.
            for (int i = 0; i < 200; ++i)
                PFX_TRY(db.select(QStringLiteral("SELECT next_id AS id FROM id_blocks")));
            PFX_ASSIGN(const auto after, take(allocator, 1000));
            ours = before + after;
            return allocator.finish();
        };
        const auto written = fixture.store().writer().run(batch);
        const auto reserved = reserving.get();
        PFX_VERIFY(written);
        QCOMPARE(ours, counted(1, 1001));
        PFX_VERIFY(reserved);
        QCOMPARE(theirs, 1002);
    }
};

QTEST_GUILESS_MAIN(TestIdAllocator)
#include "tst_id_allocator.moc"
