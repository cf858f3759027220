// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, creating, upgrading and refusing a SQLite store.
#include "core/store/store.h"
#include "tests/support/verify_result.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pfx;
using namespace pfx::store;

class StoreOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewStoreTakesAndKeepsRows();
};

void StoreOpenTest::aNewStoreTakesAndKeepsRows()
{
    QTemporaryDir folder;
    const base::SystemClock clock;
    StoreUrl url;
    url.file = folder.filePath(QStringLiteral("profile/store.sqlite"));
    {
        auto store = Store::open(url, clock);
        PFX_VERIFY(store);
        const auto written = (*store)->writer().run([](Connection &db) -> base::Result<void> {
            PFX_ASSIGN(const qint64 first, db.reserveIds(QStringLiteral("employees"), 2));
            RowBlock block;
            block.table = QStringLiteral("employees");
            block.columns = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("search_key"), QStringLiteral("created_at")};
            block.cells = {first, QStringLiteral("Иван"), QStringLiteral("иван"), qint64(1),
                           first + 1, QStringLiteral("Пётр"), QStringLiteral("петр"), qint64(2)};
            return db.insert(block);
        });
        PFX_VERIFY(written);
        QVERIFY(!(*store)->usedByOthers());
    }
    auto store = Store::open(url, clock);
    QVERIFY(store);
    auto connection = (*store)->connect();
    QVERIFY(connection);
    const auto rows = (*connection)->select(QStringLiteral("SELECT id, name FROM employees JOIN {keys} AS k ON name = k.value ORDER BY id"),
                                            {{QStringLiteral("keys"), keySet(Backend::Sqlite, {QStringLiteral("Пётр")})}});
    PFX_VERIFY(rows);
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(rows->front().number(QStringLiteral("id")), 2);
    QVERIFY((*store)->check());
    QCOMPARE((*store)->info()->version, 2);
}

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "tst_store_open.moc"
