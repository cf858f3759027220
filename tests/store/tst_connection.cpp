// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection does with statements, values, sets and transactions, the same on both databases.
#include "core/store/sql_text.h"
#include "tests/store/employee_rows.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;
using namespace pfx::test;

class ConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyValueComesBackAsItWas_data() { addAwkwardTexts(); }
    void everyValueComesBackAsItWas();
    void oneParameterMayStandInSeveralPlaces_data() { addBackends(); }
    void oneParameterMayStandInSeveralPlaces();
    void aForgottenParameterIsSaid_data() { addBackends(); }
    void aForgottenParameterIsSaid();
    void setsFindRowsByTextAndById_data() { addBackends(); }
    void setsFindRowsByTextAndById();
    void awkwardKeysFindTheirRows_data() { addBackends(); }
    void awkwardKeysFindTheirRows();
    void executeSaysHowManyRowsChanged_data() { addBackends(); }
    void executeSaysHowManyRowsChanged();
    void executeManyChangesEveryRow_data() { addBackends(); }
    void executeManyChangesEveryRow();
    void executeManyReportsTheBadSet_data() { addBackends(); }
    void executeManyReportsTheBadSet();
    void forEachEndsAtTheReadersError_data() { addBackends(); }
    void forEachEndsAtTheReadersError();
    void aReaderCannotWrite_data() { addBackends(); }
    void aReaderCannotWrite();
    void aReadersTransactionSeesOneState_data() { addBackends(); }
    void aReadersTransactionSeesOneState();
    void returningDoesNotBlockTheCommit_data() { addBackends(); }
    void returningDoesNotBlockTheCommit();
    void aMillionRowsFlowThroughInLittleMemory_data() { addBackends(); }
    void aMillionRowsFlowThroughInLittleMemory();
    void parametersAreNumberedOutsideOfLiterals_data();
    void parametersAreNumberedOutsideOfLiterals();
};

void ConnectionTest::everyValueComesBackAsItWas()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(QString, text);
    QCOMPARE(write(fixture.store(), s("INSERT INTO settings (key, value) VALUES (:key, :value)"),
                         {{s("key"), s("k")}, {s("value"), text}}),
             QString());
    auto db = fixture.store().connect();
    QVERIFY(db);
    const auto rows = (*db)->select(s("SELECT value, length(value) AS n, :number + 0 AS number, :bytes AS bytes, "
                                      "CAST(NULL AS TEXT) AS blank, sum(1) AS total FROM settings WHERE key = :key GROUP BY value"),
                                    {{s("key"), s("k")}, {s("number"), qint64(-9'000'000'000)}, {s("bytes"), QByteArray("\0\xff\1", 3)}});
    PFX_VERIFY(rows);
    QCOMPARE(rows->size(), size_t(1));
    const Row &row = rows->front();
    QCOMPARE(row.text(s("value")), text);
    QCOMPARE(row.number(s("n")), text.toUcs4().size());
    QCOMPARE(row.number(s("number")), -9'000'000'000);
    QCOMPARE(row.bytes(s("bytes")), QByteArray("\0\xff\1", 3));
    QVERIFY(row.isNull(s("blank")));
    QVERIFY(!row.maybe(s("blank")));
    QCOMPARE(row.maybe(s("total")), 1);
}

void ConnectionTest::oneParameterMayStandInSeveralPlaces()
{
    PFX_STORE_FIXTURE(fixture);
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees WHERE name = :q OR email = :q OR id = :id"),
                        {{s("q"), s("x")}, {s("id"), qint64(3)}, {s("unused"), s("of a clause left out")}}),
             s("0"));
}

void ConnectionTest::aForgottenParameterIsSaid()
{
    PFX_STORE_FIXTURE(fixture);
    auto db = fixture.store().connect();
    const auto rows = (*db)->select(s("SELECT count(*) AS v FROM employees WHERE name = :name"));
    PFX_VERIFY_ERROR(rows, ErrorCode::Internal);
}

void ConnectionTest::setsFindRowsByTextAndById()
{
    PFX_STORE_FIXTURE(fixture);
    QVERIFY(fixture.store().writer().run([](Connection &db) { return insertNumbered(db, 1, 5000); }));
    auto db = fixture.store().connect();
    QStringList keys;
    QVector<qint64> ids;
    for (int i = 1; i <= 5000; i += 5) {
        keys.append(QStringLiteral("key %1").arg(i));
        ids.append(i + 1);
    }
    const Backend kind = (*db)->backend();
    const auto byKey = (*db)->select(s("SELECT id, name, k.value AS value FROM {keys} AS k JOIN employees ON search_key = k.value"),
                                     {{s("keys"), keySet(kind, keys)}});
    PFX_VERIFY(byKey);
    QCOMPARE(byKey->size(), size_t(1000));
    const auto byId = (*db)->select(s("SELECT e.id FROM {ids} AS k JOIN employees e ON e.id = k.value"), {{s("ids"), idSet(kind, ids)}});
    PFX_VERIFY(byId);
    QCOMPARE(byId->size(), size_t(1000));
    const auto byNothing = (*db)->select(s("SELECT e.id FROM {ids} AS k JOIN employees e ON e.id = k.value"), {{s("ids"), idSet(kind, {})}});
    PFX_VERIFY(byNothing);
    QVERIFY(byNothing->empty());
}

void ConnectionTest::awkwardKeysFindTheirRows()
{
    PFX_STORE_FIXTURE(fixture);
    const QStringList keys{s("a,b"), s("{x}"), s("\"q\""), s("back\\slash"), s("NULL"), s(""), s("line\nbreak\t"), s("ёж 🦔"), s("'")};
    std::vector<Value> cells;
    for (int i = 0; i < keys.size(); ++i)
        cells.insert(cells.end(), {qint64(i + 1), s("n"), Value(), keys.at(i), qint64(0)});
    QVERIFY(fixture.store().writer().run([&](Connection &db) { return db.insert(employees(cells)); }));
    auto db = fixture.store().connect();
    const auto rows = (*db)->select(s("SELECT search_key FROM {keys} AS k JOIN employees ON search_key = k.value ORDER BY id"),
                                    {{s("keys"), keySet((*db)->backend(), keys)}});
    PFX_VERIFY(rows);
    QStringList found;
    for (const Row &row : *rows)
        found.append(row.text(s("search_key")));
    QCOMPARE(found, keys);
}

void ConnectionTest::executeSaysHowManyRowsChanged()
{
    PFX_STORE_FIXTURE(fixture);
    qint64 changed = -1, selected = -1;
    const auto done = fixture.store().writer().run([&](Connection &db) -> Result<void> {
        PFX_TRY(insertNumbered(db, 1, 10));
        PFX_ASSIGN(changed, db.execute(s("UPDATE employees SET version = version + :n WHERE id <= :id"),
                                       {{s("n"), qint64(1)}, {s("id"), qint64(4)}}));
        PFX_ASSIGN(selected, db.execute(s("SELECT id FROM employees")));
        return {};
    });
    PFX_VERIFY(done);
    QCOMPARE(changed, 4);
    QCOMPARE(selected, 0);
}

void ConnectionTest::executeManyChangesEveryRow()
{
    PFX_STORE_FIXTURE(fixture);
    const auto done = fixture.store().writer().run([&](Connection &db) -> Result<void> {
        PFX_TRY(insertNumbered(db, 1, 1000));
        std::vector<Params> sets;
        for (qint64 id = 1; id <= 1000; ++id)
            sets.push_back({{s("email"), id % 2 ? Value() : Value(QStringLiteral("m%1@x.y").arg(id))}, {s("id"), id}});
        return db.executeMany(s("UPDATE employees SET email = :email, version = 7 WHERE id = :id"), sets);
    });
    PFX_VERIFY(done);
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees WHERE version = 7")), s("1000"));
    QCOMPARE(read(fixture.store(), s("SELECT count(email) AS v FROM employees")), s("500"));
}

void ConnectionTest::executeManyReportsTheBadSet()
{
    PFX_STORE_FIXTURE(fixture);
    QVERIFY(fixture.store().writer().run([](Connection &db) { return insertNumbered(db, 1, 600); }));
    const auto done = fixture.store().writer().run([&](Connection &db) -> Result<void> {
        std::vector<Params> sets;
        for (qint64 id = 1; id <= 600; ++id)
            sets.push_back({{s("id"), id}, {s("to"), id == 300 ? qint64(1) : id + 1000}});
        return db.executeMany(s("UPDATE employees SET id = :to WHERE id = :id"), sets);
    });
    QVERIFY(done); // 1 has become 1001 before 300 becomes 1
    const auto refused = fixture.store().writer().run([&](Connection &db) -> Result<void> {
        return db.executeMany(s("UPDATE employees SET id = :to WHERE id = :id"),
                              {{{s("id"), qint64(1001)}, {s("to"), qint64(2001)}}, {{s("id"), qint64(1002)}, {s("to"), qint64(1003)}}});
    });
    PFX_VERIFY_ERROR(refused, ErrorCode::Conflict);
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees WHERE id = 2001")), s("0"));
    QCOMPARE(write(fixture.store(), s("UPDATE employees SET id = 5000 WHERE id = 1001")), QString());
}

void ConnectionTest::forEachEndsAtTheReadersError()
{
    PFX_STORE_FIXTURE(fixture);
    QVERIFY(fixture.store().writer().run([](Connection &db) { return insertNumbered(db, 1, 3000); }));
    auto db = fixture.store().connect();
    int seen = 0;
    const auto ended = (*db)->forEach(s("SELECT id FROM employees ORDER BY id"), {}, [&seen](const Row &row) -> Result<void> {
        if (row.number(QStringLiteral("id")) == 10)
            return base::fail(ErrorCode::Cancelled);
        ++seen;
        return {};
    });
    PFX_VERIFY_ERROR(ended, ErrorCode::Cancelled);
    QCOMPARE(seen, 9);
    QVERIFY((*db)->select(s("SELECT 1 AS v"))); // the connection is free again
}

void ConnectionTest::aReaderCannotWrite()
{
    PFX_STORE_FIXTURE(fixture);
    auto db = fixture.store().connect();
    const auto done = (*db)->execute(s("DELETE FROM employees"));
    PFX_VERIFY_ERROR(done, ErrorCode::StorageReadOnly);
}

void ConnectionTest::aReadersTransactionSeesOneState()
{
    PFX_STORE_FIXTURE(fixture);
    const QString count = s("SELECT count(*) AS n FROM employees");
    auto db = fixture.store().connect();
    QVERIFY((*db)->begin());
    QCOMPARE((*db)->select(count)->front().number(s("n")), 0);
    QVERIFY(fixture.store().writer().run([](Connection &writer) { return insertNumbered(writer, 1, 3); }));
    QCOMPARE((*db)->select(count)->front().number(s("n")), 0);
    QVERIFY((*db)->commit());
    QCOMPARE((*db)->select(count)->front().number(s("n")), 3);
}

void ConnectionTest::returningDoesNotBlockTheCommit()
{
    PFX_STORE_FIXTURE(fixture);
    qint64 id = 0;
    const auto done = fixture.store().writer().run([&](Connection &db) -> Result<void> {
        PFX_TRY(insertNumbered(db, 1, 3));
        auto ended = db.forEach(s("UPDATE employees SET version = 2 RETURNING id"), {}, [&id](const Row &row) -> Result<void> {
            id = row.number(QStringLiteral("id"));
            return base::fail(ErrorCode::Cancelled);
        });
        return ended ? base::fail(ErrorCode::Internal) : Result<void>();
    });
    PFX_VERIFY(done);
    QVERIFY(id > 0);
}

void ConnectionTest::aMillionRowsFlowThroughInLittleMemory()
{
    PFX_STORE_FIXTURE(fixture);
    auto db = fixture.store().connect();
    const QString sql = backend == s("sqlite")
                            ? s("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n")
                            : s("SELECT i FROM generate_series(1, 1000000) AS i");
    const auto residentKb = [] {
        QFile status(QStringLiteral("/proc/self/statm"));
        return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4 : 0;
    };
    const qint64 before = residentKb();
    qint64 sum = 0, most = 0;
    QVERIFY((*db)->forEach(sql, {}, [&](const Row &row) -> Result<void> {
        sum += row.number(QStringLiteral("i"));
        if (row.number(QStringLiteral("i")) % 100'000 == 0)
            most = std::max(most, residentKb());
        return {};
    }));
    QCOMPARE(sum, 500'000'500'000);
    QVERIFY2(most - before < 16 * 1024, qPrintable(QString::number(most - before)));
}

void ConnectionTest::parametersAreNumberedOutsideOfLiterals_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("numbered");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("twice the same") << s("a = :a OR b = :b OR c = :a") << QByteArray("a = $1 OR b = $2 OR c = $1") << QStringList{s("a"), s("b")};
    QTest::newRow("a cast") << s(":a::text[]") << QByteArray("$1::text[]") << QStringList{s("a")};
    QTest::newRow("a literal") << s("':a' || ':b''c' = :c") << QByteArray("':a' || ':b''c' = $1") << QStringList{s("c")};
    QTest::newRow("a quoted name") << s("\":a\" = :b") << QByteArray("\":a\" = $1") << QStringList{s("b")};
    QTest::newRow("comments") << s("-- :a\n/* :b */ :c") << QByteArray("-- :a\n/* :b */ $1") << QStringList{s("c")};
    QTest::newRow("a time without name") << s("a 12:30") << QByteArray("a 12:30") << QStringList{};
    QTest::newRow("an open literal") << s("'abc :a") << QByteArray("'abc :a") << QStringList{};
}

void ConnectionTest::parametersAreNumberedOutsideOfLiterals()
{
    QFETCH(QString, sql);
    const NumberedSql result = numberParameters(sql);
    QTEST(result.sql, "numbered");
    QTEST(result.names, "names");
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
