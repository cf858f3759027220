// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of rows on their way in: texts, conflicts, links, and the ids that are reserved for them.
#include "tests/store/employee_rows.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::store;
using namespace pfx::test;
using base::ErrorCode;
using base::Result;

class InsertTest : public QObject
{
    Q_OBJECT

private slots:
    void awkwardTextsSurviveTheBulkPath_data();
    void awkwardTextsSurviveTheBulkPath();
    void halfAPairIsNotCompletedByTheNextCell_data() { addHalfPairs(); }
    void halfAPairIsNotCompletedByTheNextCell();
    void aDoubleKeyIsAConflict_data() { addBackends(); }
    void aDoubleKeyIsAConflict();
    void ignoredConflictsKeepTheOldRow_data() { addBackends(); }
    void ignoredConflictsKeepTheOldRow();
    void ignoringConflictsDoesNotSwallowANull_data() { addBackends(); }
    void ignoringConflictsDoesNotSwallowANull();
    void aLinkToNothingIsAConflict_data() { addBackends(); }
    void aLinkToNothingIsAConflict();
    void idsFollowOneAnotherWithoutGaps_data() { addBackends(); }
    void idsFollowOneAnotherWithoutGaps();
    void idsNeedATransaction_data() { addBackends(); }
    void idsNeedATransaction();
    void aBlockGoesInWholeOrNotAtAll();
    void aBlockThatIsNotWholeIsOurDefect_data();
    void aBlockThatIsNotWholeIsOurDefect();

private:
    static void addHalfPairs();
};

void InsertTest::awkwardTextsSurviveTheBulkPath_data()
{
    addAwkwardTexts();
    for (const auto &backend : backends())
        QTest::addRow("a NUL is kept as U+FFFD %s", backend.suffix.constData()) << backend.backend << QStringLiteral("a\0b");
}

void InsertTest::awkwardTextsSurviveTheBulkPath()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(QString, text);
    const auto written = fixture.store().writer().run([&](Connection &db) {
        return db.insert(employees({qint64(1), text, Value(), text, qint64(1), qint64(2), s("second"), s("b@x.y"), s("k"), qint64(2)}));
    });
    PFX_VERIFY(written);
    QString expected = text;
    expected.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    QCOMPARE(read(fixture.store(), s("SELECT name AS v FROM employees WHERE id = 1")), expected);
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees WHERE email IS NULL")), s("1"));
    QCOMPARE(read(fixture.store(), s("SELECT email AS v FROM employees WHERE id = 2")), s("b@x.y"));
}

void InsertTest::addHalfPairs()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("nextCell");
    QTest::addColumn<QString>("storedCell");
    QTest::addColumn<QString>("storedNext");
    const QString high = QChar(0xD83C), low = QChar(0xDF84), lost = QChar(QChar::ReplacementCharacter);
    for (const auto &backend : backends()) {
        const auto add = [&backend](const char *what, const QString &cell, const QString &next, const QString &stored, const QString &storedNext) {
            QTest::addRow("%s %s", what, backend.suffix.constData()) << backend.backend << cell << next << stored << storedNext;
        };
        add("the first half, then the second", s("a") + high, low + s("b"), s("a") + lost, lost + s("b"));
        add("the first half, then a letter", s("a") + high, s("b"), s("a") + lost, s("b"));
        add("the first half, then nothing", s("a") + high, s(""), s("a") + lost, s(""));
        add("the first half alone", high, s("b"), lost, s("b"));
        add("the second half alone", low, s("b"), lost, s("b"));
        add("the first half in the middle", s("a") + high + s("b"), s("c"), s("a") + lost + s("b"), s("c"));
        add("the first half twice", high + high, low, lost + lost, lost);
        add("a whole pair", high + low, low, high + low, lost);
    }
}

void InsertTest::halfAPairIsNotCompletedByTheNextCell()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(QString, cell);
    QFETCH(QString, nextCell);
    const auto written = fixture.store().writer().run([&](Connection &db) {
        return db.insert(employees({qint64(1), cell, nextCell, cell, qint64(1), qint64(2), nextCell, Value(), s("k"), qint64(2)}));
    });
    PFX_VERIFY(written);
    QTEST(read(fixture.store(), s("SELECT name AS v FROM employees WHERE id = 1")), "storedCell");
    QTEST(read(fixture.store(), s("SELECT email AS v FROM employees WHERE id = 1")), "storedNext");
    QTEST(read(fixture.store(), s("SELECT search_key AS v FROM employees WHERE id = 1")), "storedCell");
    QTEST(read(fixture.store(), s("SELECT name AS v FROM employees WHERE id = 2")), "storedNext");
}

void InsertTest::aDoubleKeyIsAConflict()
{
    PFX_STORE_FIXTURE(fixture);
    QVERIFY(fixture.store().writer().run([](Connection &db) { return insertNumbered(db, 1, 3); }));
    const auto again = fixture.store().writer().run([](Connection &db) { return insertNumbered(db, 3, 3); });
    PFX_VERIFY_ERROR(again, ErrorCode::Conflict);
    QCOMPARE(again.error().where, s("employees"));
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees")), s("3"));
}

void InsertTest::ignoredConflictsKeepTheOldRow()
{
    PFX_STORE_FIXTURE(fixture);
    const auto done = fixture.store().writer().run([](Connection &db) -> Result<void> {
        PFX_TRY(insertNumbered(db, 1, 1));
        const auto block = employees({qint64(1), s("other"), Value(), s("k"), qint64(0), qint64(2), s("new"), Value(), s("k"), qint64(0)});
        PFX_TRY(db.insert(block, OnConflict::Ignore));
        return db.insert(block, OnConflict::Ignore); // a second time in the same transaction
    });
    PFX_VERIFY(done);
    QCOMPARE(read(fixture.store(), s("SELECT name AS v FROM employees WHERE id = 1")), s("employee 1"));
    QCOMPARE(read(fixture.store(), s("SELECT count(*) AS v FROM employees")), s("2"));
}

void InsertTest::ignoringConflictsDoesNotSwallowANull()
{
    PFX_STORE_FIXTURE(fixture);
    const auto done = fixture.store().writer().run([](Connection &db) {
        return db.insert(employees({qint64(1), Value(), Value(), s("k"), qint64(0)}), OnConflict::Ignore);
    });
    PFX_VERIFY_ERROR(done, ErrorCode::Internal);
}

void InsertTest::aLinkToNothingIsAConflict()
{
    PFX_STORE_FIXTURE(fixture);
    const QString error = write(fixture.store(), s("INSERT INTO stages (id, pipeline_id, name, name_key, semantics) "
                                                         "VALUES (1, 99, 'a', 'a', 'open')"));
    QVERIFY2(error.startsWith(s("conflict:")), qPrintable(error));
}

void InsertTest::idsFollowOneAnotherWithoutGaps()
{
    PFX_STORE_FIXTURE(fixture);
    const auto reserve = [&](qint64 count, bool keep) {
        qint64 first = 0;
        (void)fixture.store().writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(first, db.reserveIds(s("contacts"), count));
            return keep ? Result<void>() : base::fail(ErrorCode::Cancelled);
        });
        return first;
    };
    QCOMPARE(reserve(10, true), 1);
    QCOMPARE(reserve(5, false), 11);
    QCOMPARE(reserve(1, true), 11);
    QCOMPARE(reserve(1, true), 12);
}

void InsertTest::idsNeedATransaction()
{
    PFX_STORE_FIXTURE(fixture);
    auto db = fixture.store().connect();
    const auto first = (*db)->reserveIds(s("contacts"), 1);
    PFX_VERIFY_ERROR(first, ErrorCode::Internal);
}

void InsertTest::aBlockGoesInWholeOrNotAtAll()
{
    StoreFixture fixture(s("sqlite")); // a server ends the transaction as well
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    const auto done = fixture.store().writer().run([](Connection &db) -> Result<void> {
        PFX_TRY(insertNumbered(db, 50, 1));
        const auto refused = insertNumbered(db, 1, 100);
        return refused ? base::fail(ErrorCode::Internal, s("the double row went in")) : insertNumbered(db, 70, 1);
    });
    PFX_VERIFY(done);
    QCOMPARE(read(fixture.store(), s("SELECT group_concat(id) AS v FROM employees")), s("50,70"));
}

void InsertTest::aBlockThatIsNotWholeIsOurDefect_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("cells");
    QTest::newRow("no columns") << 0 << 0;
    QTest::newRow("a cell is missing") << 3 << 5;
    QTest::newRow("more columns than the bulk path takes") << 41 << 41;
}

void InsertTest::aBlockThatIsNotWholeIsOurDefect()
{
    QFETCH(int, columns);
    QFETCH(int, cells);
    StoreFixture fixture(s("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    const RowBlock block{s("settings"), QStringList(columns, s("key")), std::vector<Value>(static_cast<size_t>(cells), Value(s("x")))};
    PFX_VERIFY_ERROR(fixture.store().writer().run([&block](Connection &db) { return db.insert(block); }), ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(InsertTest)
#include "tst_insert.moc"
