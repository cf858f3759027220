// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_common/fake_connection.h"
#include "ui/common/keyset_model.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace pfx;
using namespace pfx::ui;

namespace {

/// Rows are their own keys: 0, 1, 2…
class Numbers : public KeysetModel<int, int>
{
public:
    using KeysetModel::KeysetModel;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const int *row = rowAt(index.row());
        return row ? QVariant(*row) : QVariant();
    }
};

struct Fetched
{
    std::atomic<int> pages = 0, begun = 0, indexes = 0; ///< Counts that have begun, and ended.
    QSemaphore indexMayGo;
};

Numbers::Source numbers(int count, Fetched &fetched, bool indexWaits = false)
{
    Numbers::Source source;
    source.page = [count, &fetched](store::Connection &, std::optional<int> from, bool inclusive, int limit) -> base::Result<QVector<int>> {
        ++fetched.pages;
        QVector<int> rows;
        for (int i = from ? *from + (inclusive ? 0 : 1) : 0; i < count && rows.size() < limit; ++i)
            rows << i;
        return rows;
    };
    source.index = [count, &fetched, indexWaits](store::Connection &, int every) -> base::Result<Numbers::Index> {
        ++fetched.begun;
        if (indexWaits)
            fetched.indexMayGo.acquire();
        ++fetched.indexes;
        Numbers::Index index;
        index.count = count;
        for (int i = 0; i < count; i += every)
            index.anchors << i;
        return index;
    };
    source.keyOf = [](const int &row) { return row; };
    return source;
}

Background::Connect connectFake()
{
    return []() -> base::Result<std::unique_ptr<store::Connection>> { return std::make_unique<test::FakeConnection>(); };
}

QVariant shown(const Numbers &model, int row)
{
    return model.data(model.index(row, 0), Qt::DisplayRole);
}

} // namespace

class tst_keyset_model : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPageComesBeforeTheCount();
    void aJumpReadsOnePage();
    void walkingOnWorksWithoutAnIndex();
    void fewRowsNeedNoIndex();
    void onlySoManyPagesAreKept();
    void scrollingPastReadsOnlyWhatStays();
    void anotherQuestionForgetsTheOld();
    void theCountOfTheOldQuestionIsDropped();
    void countingLeavesAThreadForTheRows();
    void nothingFound();
    void aFailureIsTold();
};

void tst_keyset_model::theFirstPageComesBeforeTheCount()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy loading(&model, &KeysetModelBase::loadingChanged);
    model.setSource(numbers(100'000, fetched, true));
    QVERIFY(model.isLoading());
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(shown(model, 255).toInt(), 255);
    QCOMPARE(model.rowCount(), 257); // one more, so that a person can scroll on
    QVERIFY(!model.total());
    fetched.indexMayGo.release();
    QTRY_COMPARE(model.rowCount(), 100'000);
    QCOMPARE(*model.total(), 100'000);
    QCOMPARE(loading.size(), 2);
}

void tst_keyset_model::aJumpReadsOnePage()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(1'000'000, fetched));
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    QTRY_VERIFY(background.isIdle());
    const int before = fetched.pages;
    QVERIFY(!shown(model, 777'777).isValid());
    QTRY_COMPARE(shown(model, 777'777).toInt(), 777'777);
    QCOMPARE(fetched.pages - before, 1);
}

void tst_keyset_model::walkingOnWorksWithoutAnIndex()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    auto source = numbers(700, fetched);
    source.index = nullptr;
    model.setSource(std::move(source));
    QTRY_COMPARE(model.rowCount(), 257);
    QVERIFY(!shown(model, 256).isValid());
    QTRY_COMPARE(model.rowCount(), 513);
    QVERIFY(!shown(model, 512).isValid());
    QTRY_COMPARE(model.rowCount(), 700);
    QCOMPARE(*model.total(), 700);
    QCOMPARE(shown(model, 699).toInt(), 699);
}

void tst_keyset_model::fewRowsNeedNoIndex()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(3, fetched, true));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(*model.total(), 3);
    QTRY_VERIFY(background.isIdle());
    QCOMPARE(fetched.indexes, 0);
    QCOMPARE(model.rowCount(), 3);
}

void tst_keyset_model::onlySoManyPagesAreKept()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(100'000, fetched));
    QTRY_COMPARE(model.rowCount(), 100'000);
    for (int page = 0; page < KeysetModelBase::KeptPages + 8; ++page)
        QTRY_COMPARE(shown(model, page * KeysetModelBase::PageRows + 1).toInt(), page * KeysetModelBase::PageRows + 1);
    QTRY_VERIFY(background.isIdle());
    const int before = fetched.pages;
    QVERIFY(!shown(model, 5).isValid()); // the oldest has gone
    QTRY_COMPARE(shown(model, 5).toInt(), 5);
    QCOMPARE(fetched.pages - before, 1);
}

void tst_keyset_model::scrollingPastReadsOnlyWhatStays()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(1'000'000, fetched));
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    QTRY_VERIFY(background.isIdle());
    const int before = fetched.pages;
    for (int row = 1'000; row < 900'000; row += 1'000)
        shown(model, row);
    QTRY_COMPARE(shown(model, 899'000).toInt(), 899'000);
    QTRY_VERIFY(background.isIdle());
    QVERIFY2(fetched.pages - before <= 6, qPrintable(QString::number(fetched.pages - before)));
}

void tst_keyset_model::anotherQuestionForgetsTheOld()
{
    Fetched first, second;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(100'000, first, true));
    model.setSource(numbers(5, second));
    first.indexMayGo.release();
    QTRY_COMPARE(model.rowCount(), 5);
    QTRY_VERIFY(background.isIdle());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(*model.total(), 5);
}

void tst_keyset_model::theCountOfTheOldQuestionIsDropped()
{
    Fetched first, second;
    Background background(connectFake());
    Numbers model(background, nullptr);
    const QSignalSpy counted(&model, &KeysetModelBase::counted);
    model.setSource(numbers(100'000, first, true));
    QTRY_VERIFY(!model.isLoading());
    QTRY_COMPARE(first.begun, 1); // its count is on the way
    model.setSource(numbers(5'000, second, true));
    QTRY_VERIFY(!model.isLoading());
    first.indexMayGo.release();
    QTRY_COMPARE(first.indexes, 1); // counted, too late
    QVERIFY(!model.total());
    second.indexMayGo.release();
    QTRY_VERIFY(background.isIdle());
    QCOMPARE(*model.total(), 5'000);
    QCOMPARE(model.rowCount(), 5'000);
    QCOMPARE(counted.size(), 1);
}

void tst_keyset_model::countingLeavesAThreadForTheRows()
{
    Fetched counting, waiting;
    Background background(connectFake());
    Numbers one(background, nullptr), other(background, nullptr);
    one.setSource(numbers(100'000, counting, true));
    QTRY_VERIFY(!one.isLoading());
    other.setSource(numbers(100'000, waiting, true)); // counted behind the first
    QTRY_VERIFY(!other.isLoading());
    QVERIFY(!shown(one, 256).isValid());
    QTRY_COMPARE(shown(one, 256).toInt(), 256);
    counting.indexMayGo.release();
    waiting.indexMayGo.release();
    QTRY_COMPARE(other.rowCount(), 100'000);
    QCOMPARE(one.rowCount(), 100'000);
}

void tst_keyset_model::nothingFound()
{
    Fetched fetched;
    Background background(connectFake());
    Numbers model(background, nullptr);
    model.setSource(numbers(0, fetched));
    QTRY_VERIFY(!model.isLoading() && background.isIdle());
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(*model.total(), 0);
}

void tst_keyset_model::aFailureIsTold()
{
    qRegisterMetaType<base::Error>();
    Background background([] { return base::fail(base::ErrorCode::StorageDamaged, QStringLiteral("malformed")); });
    Fetched fetched;
    Numbers model(background, nullptr);
    base::ErrorCode code = base::ErrorCode::Internal;
    connect(&model, &KeysetModelBase::failed, this, [&code](const base::Error &error) { code = error.code; });
    model.setSource(numbers(5, fetched));
    QTRY_COMPARE(code, base::ErrorCode::StorageDamaged);
    QTRY_VERIFY(!model.isLoading());
}

QTEST_MAIN(tst_keyset_model)
#include "tst_keyset_model.moc"
