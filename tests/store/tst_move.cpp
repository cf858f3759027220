// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/move.h"

#include "core/store/table_list.h"
#include "tests/support/failing_store.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// Rows with everything that a text, a number and bytes can be; tables that refer to one another.
QString fill(Store &store, qint64 count = 1500)
{
    return test::errorText(store.writer().run([count](Connection &db) -> base::Result<void> {
        PFX_ASSIGN(const qint64 employee, db.reserveIds(q("employees"), 1));
        PFX_TRY(db.insert({q("employees"), {q("id"), q("name"), q("search_key"), q("created_at")},
                           {employee, q("Анна \\ \t\n\"'\u2028🙂"), q(""), qint64(-1)}}));
        RowBlock companies{q("companies"), {q("id"), q("title"), q("owner_id"), q("title_key"), q("search_key"), q("created_at"), q("changed_at")}, {}};
        for (qint64 id = 1; id <= count; ++id) {
            for (const Value &cell : {Value(id), Value(q("ООО %1").arg(id)), id % 2 ? Value(employee) : Value(), Value(q("ооо")), Value(q("ооо")), Value(id), Value(id)})
                companies.cells.push_back(cell);
        }
        PFX_TRY(db.insert(companies));
        PFX_TRY(db.execute(q("INSERT INTO exchange_inbox (id, service, account, operation, kind, state, created_at, changed_at, method, path, body)"
                             " VALUES (1, 'planfix', '', 'x', 'once', 'done', 1, 1, 'POST', '/', :body)"),
                           {{q("body"), QByteArray("\0\1\xff bytes", 9)}}));
        PFX_TRY(db.execute(q("INSERT INTO settings (key, value) VALUES ('store.id', 'the-id')")));
        return {};
    }));
}

QStringList contentOf(Store &store)
{
    QStringList lines;
    const auto db = store.connect();
    const auto all = tables(**db);
    if (!all)
        return {all.error().detail};
    for (const TableInfo &table : *all) {
        QStringList names;
        for (const TableColumn &column : table.columns)
            names.append(column.name);
        names.sort();
        const auto rows = (*db)->select(q("SELECT * FROM %1").arg(table.name));
        if (!rows)
            return {rows.error().detail};
        for (const Row &row : *rows) {
            QString line = table.name;
            for (const QString &name : std::as_const(names))
                line += QLatin1Char('|') + (row.isNull(name) ? q("NULL") : QString::fromLatin1(row.bytes(name).toHex()));
            lines.append(line);
        }
    }
    lines.sort();
    return lines;
}

/// Each pair of databases.
void addPairs()
{
    QTest::addColumn<QString>("here");
    QTest::addColumn<QString>("there");
    for (const char *here : {"sqlite", "postgresql"}) {
        for (const char *there : {"sqlite", "postgresql"})
            QTest::addRow("from %s to %s", here, there) << q(here) << q(there);
    }
}

} // namespace

class TestMove : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesOverAndTheOldOneStays_data() { addPairs(); }
    void everythingComesOverAndTheOldOneStays()
    {
        QFETCH(QString, here);
        QFETCH(QString, there);
        test::StoreFixture from(here), to(there);
        QVERIFY2(from.isValid() && to.isValid(), qPrintable(from.error() + to.error()));
        QCOMPARE(fill(from.store()), QString());
        const QStringList before = contentOf(from.store());
        QVERIFY(before.size() > 1500);
        qint64 last = 0, all = 0;
        MoveHooks hooks;
        hooks.progress = [&](const MoveProgress &progress) {
            QVERIFY(progress.rows >= last && progress.rows <= progress.allRows);
            last = progress.rows;
            all = progress.allRows;
        };
        const auto report = moveStore(from.store(), to.store(), {}, hooks);
        PFX_VERIFY(report);
        QCOMPARE(report->rows, before.size());
        QCOMPARE(last, all);
        QCOMPARE(contentOf(from.store()), before);
        QCOMPARE(contentOf(to.store()), before);
        PFX_VERIFY(to.store().check());
    }

    void whatTheIndexesWereIsThereAgain_data() { addPairs(); }
    void whatTheIndexesWereIsThereAgain()
    {
        QFETCH(QString, here);
        QFETCH(QString, there);
        test::StoreFixture from(here), to(there);
        QVERIFY2(from.isValid() && to.isValid(), qPrintable(from.error() + to.error()));
        const QString count = there == q("sqlite")
            ? q("SELECT count(*) AS v FROM sqlite_master WHERE type = 'index'")
            : q("SELECT (SELECT count(*) FROM pg_index) + (SELECT count(*) FROM pg_constraint) AS v");
        const QString before = test::read(to.store(), count);
        PFX_VERIFY(moveStore(from.store(), to.store(), {}));
        QCOMPARE(test::read(to.store(), count), before);
        // The next id is the source's next one, and an unknown parent is refused as before.
        QVERIFY(!test::write(to.store(), q("INSERT INTO stages (id, pipeline_id, name, name_key, semantics) VALUES (1, 99, 'x', 'x', 'open')")).isEmpty());
    }

    void aTargetWithDataIsLeftAlone_data() { addPairs(); }
    void aTargetWithDataIsLeftAlone()
    {
        QFETCH(QString, here);
        QFETCH(QString, there);
        test::StoreFixture from(here), to(there);
        QVERIFY2(from.isValid() && to.isValid(), qPrintable(from.error() + to.error()));
        QCOMPARE(test::write(to.store(), q("INSERT INTO pipelines (id, name, name_key, created_at) VALUES (1, 'x', 'x', 0)")), QString());
        QCOMPARE(fill(from.store()), QString());
        const QStringList before = contentOf(to.store());
        const auto report = moveStore(from.store(), to.store(), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(contentOf(to.store()), before);
    }

    void aStopLeavesTheTargetEmpty_data() { addPairs(); }
    void aStopLeavesTheTargetEmpty()
    {
        QFETCH(QString, here);
        QFETCH(QString, there);
        test::StoreFixture from(here), to(there);
        QVERIFY2(from.isValid() && to.isValid(), qPrintable(from.error() + to.error()));
        QCOMPARE(fill(from.store()), QString());
        const QStringList empty = contentOf(to.store());
        base::StopSource stop;
        MoveHooks hooks;
        hooks.progress = [&stop](const MoveProgress &progress) {
            if (progress.rows > 1000)
                stop.request_stop();
        };
        const auto stopped = moveStore(from.store(), to.store(), stop.get_token(), hooks);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(contentOf(to.store()), empty);
        PFX_VERIFY(moveStore(from.store(), to.store(), {}));
    }

    void anOpenProgramIsAReasonNotTo_data() { test::addBackends(); }
    void anOpenProgramIsAReasonNotTo()
    {
        PFX_STORE_FIXTURE(from);
        test::StoreFixture to(q("sqlite"));
        const auto other = from.openAgain();
        QVERIFY2(other, qPrintable(from.error()));
        const auto report = moveStore(from.store(), to.store(), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::StorageLocked);
    }

    void aStoreIsNotMovedOntoItself()
    {
        test::StoreFixture from(q("sqlite"));
        const auto report = moveStore(from.store(), from.store(), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Validation);
    }

    // The i-th call fails: the target is empty, and the next attempt brings everything.
    void whicheverCallFailsTheTargetIsEmptyOrWhole_data() { test::addBackends(); }
    void whicheverCallFailsTheTargetIsEmptyOrWhole()
    {
        QFETCH(QString, backend);
        test::StoreFixture from(q("sqlite")), to(backend);
        QVERIFY2(from.isValid() && to.isValid(), qPrintable(from.error() + to.error()));
        QCOMPARE(fill(from.store(), 20), QString());
        const QStringList whole = contentOf(from.store());
        const QStringList empty = contentOf(to.store());
        const int step = backend == q("sqlite") ? 3 : 11;
        int failures = 0;
        for (int at = 1; at < 2000; at += step) {
            test::FailurePlan plan(at);
            test::FailingStore here(from.store(), plan), target(to.store(), plan);
            const auto report = moveStore(here, target, {});
            if (report) {
                QVERIFY(!plan.hasFailed());
                break;
            }
            ++failures;
            QCOMPARE(contentOf(to.store()), empty);
        }
        QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
        QCOMPARE(contentOf(to.store()), whole);
    }
};

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
