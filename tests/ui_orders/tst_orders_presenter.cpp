// SPDX-License-Identifier: GPL-3.0-or-later
// The states of the orders' list, and what may be done with the chosen order in each.
#include "tests/ui_orders/fake_orders_service.h"
#include "ui/orders/orders_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;
using Body = OrdersState::Body;
using Details = OrdersState::Details;

namespace {

OrderDetails details(qint64 id, orders::Sync sync = orders::Sync::Agreed, std::optional<base::Error> error = {}, bool isTest = false)
{
    OrderDetails made;
    made.stored.order.id = id;
    made.stored.order.number = QStringLiteral("ORD-%1").arg(id);
    made.stored.order.isTest = isTest;
    made.sync.sync = sync;
    made.sync.rowId = sync == orders::Sync::Agreed ? 0 : 7;
    made.sync.error = std::move(error);
    return made;
}

} // namespace

class tst_orders_presenter : public QObject
{
    Q_OBJECT

private slots:
    void bodySaysWhatBecameOfTheQuestion_data();
    void bodySaysWhatBecameOfTheQuestion();
    void deedsAreOfferedWhereTheyFit_data();
    void deedsAreOfferedWhereTheyFit();
    void typingAsksOnceItRests();
    void filtersAreJoinedAndTakenAway();
    void theNewestChoiceIsShown();
    void anOrderThatIsGoneLeavesNothing();
    void storeChangesKeepWhatIsLookedAt();
    void aStatusIsSavedOnceAndItsErrorStays();
    void onlySeenConflictsAreSettled();
    void doubtIsAcceptedOnlyKnowingly();
    void exportTellsItsWay();
};

void tst_orders_presenter::bodySaysWhatBecameOfTheQuestion_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("rows"); // -1: failed
    QTest::addColumn<int>("body");
    QTest::newRow("no order at all") << QString() << 0 << int(Body::Empty);
    QTest::newRow("nothing fits the search") << QStringLiteral("x") << 0 << int(Body::NothingFound);
    QTest::newRow("rows") << QString() << 3 << int(Body::Rows);
    QTest::newRow("the store is gone") << QString() << -1 << int(Body::Failed);
}

void tst_orders_presenter::bodySaysWhatBecameOfTheQuestion()
{
    QFETCH(const QString, search);
    QFETCH(const int, rows);
    QFETCH(const int, body);
    test::FakeOrdersService service;
    OrdersPresenter presenter(service);
    QCOMPARE(presenter.state().body, Body::Loading);
    presenter.setTyped(search);
    presenter.searchNow();
    if (rows < 0)
        presenter.queryFailed({base::ErrorCode::StorageLocked, {}, {}});
    else
        presenter.firstRowsArrived(rows);
    QCOMPARE(int(presenter.state().body), body);
    QCOMPARE(presenter.state().error.has_value(), rows < 0);
    QCOMPARE(presenter.state().canExport(), rows > 0);
}

void tst_orders_presenter::deedsAreOfferedWhereTheyFit_data()
{
    QTest::addColumn<OrderDetails>("shown");
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("doubt");
    const base::Error refused{base::ErrorCode::ScopeMissing, {}, {}};
    const base::Error lost{base::ErrorCode::Timeout, {}, {}, base::Effected::Perhaps};
    QTest::newRow("agreed: nothing to send") << details(1) << false << false;
    QTest::newRow("on its way: it goes by itself") << details(1, orders::Sync::OnItsWay) << false << false;
    QTest::newRow("refused") << details(1, orders::Sync::Attention, refused) << true << false;
    QTest::newRow("waits for its next attempt") << details(1, orders::Sync::Waiting, lost) << true << true;
    QTest::newRow("held") << details(1, orders::Sync::Held, refused) << true << false;
    QTest::newRow("nobody knows whether it was done") << details(1, orders::Sync::Attention, lost) << true << true;
    QTest::newRow("in conflict") << details(1, orders::Sync::Conflict) << false << false;
}

void tst_orders_presenter::deedsAreOfferedWhereTheyFit()
{
    QFETCH(const OrderDetails, shown);
    QFETCH(const bool, again);
    QFETCH(const bool, doubt);
    test::FakeOrdersService service;
    service.known.insert(1, shown);
    OrdersPresenter presenter(service);
    QVERIFY(!presenter.state().canSendAgain());
    presenter.select(1);
    QCOMPARE(presenter.state().details, Details::Shown);
    QCOMPARE(presenter.state().canSendAgain(), again);
    QCOMPARE(presenter.state().isInDoubt(), doubt);
    service.holdBack = true;
    presenter.setStatus(orders::Status::Completed);
    QVERIFY(!presenter.state().canSendAgain()); // one deed at a time
    QVERIFY(!presenter.state().canAct());
    service.release();
    QVERIFY(presenter.state().canAct());
}

void tst_orders_presenter::typingAsksOnceItRests()
{
    test::FakeOrdersService service;
    OrdersPresenter presenter(service);
    presenter.setSearchDelay(1);
    QSignalSpy queries(&presenter, &OrdersPresenter::queryChanged);
    for (const char *text : {"А", "Ан", "Анна"})
        presenter.setTyped(QString::fromUtf8(text));
    QCOMPARE(queries.size(), 0);
    QTRY_COMPARE(queries.size(), 1);
    QCOMPARE(presenter.state().query.filter.text, QString::fromUtf8("Анна"));
    presenter.setTyped(QString::fromUtf8("  Анна "));
    presenter.searchNow();
    QCOMPARE(queries.size(), 1); // the same question
}

void tst_orders_presenter::filtersAreJoinedAndTakenAway()
{
    test::FakeOrdersService service;
    OrdersPresenter presenter(service);
    QSignalSpy queries(&presenter, &OrdersPresenter::queryChanged);
    presenter.setStatusFilter(orders::Status::New);
    presenter.setNeedsAttention(true);
    presenter.setSort(orders::SortBy::Number, false);
    QCOMPARE(queries.size(), 3);
    QVERIFY(presenter.state().isFiltered());
    QCOMPARE(presenter.state().query.filter.status, std::optional(orders::Status::New));
    QVERIFY(presenter.state().query.needsAttention);
    presenter.clearFilter();
    QVERIFY(!presenter.state().isFiltered());
    QCOMPARE(presenter.state().query.sortBy, orders::SortBy::Number); // the order stays
}

void tst_orders_presenter::theNewestChoiceIsShown()
{
    test::FakeOrdersService service;
    service.known = {{1, details(1)}, {2, details(2)}};
    service.holdBack = true;
    OrdersPresenter presenter(service);
    presenter.select(1);
    presenter.select(2);
    service.releaseNewestFirst(); // the older answer comes last
    QCOMPARE(presenter.state().shown.stored.order.id, 2);
}

void tst_orders_presenter::anOrderThatIsGoneLeavesNothing()
{
    test::FakeOrdersService service;
    service.known.insert(1, details(1, orders::Sync::Agreed, {}, true));
    OrdersPresenter presenter(service);
    presenter.select(1);
    presenter.removeTest();
    QVERIFY(service.asked.contains(QStringLiteral("remove 1")));
    QCOMPARE(presenter.state().selected, 0);
    QCOMPARE(presenter.state().details, Details::Nothing);
    QVERIFY(!presenter.state().actionError);
}

void tst_orders_presenter::storeChangesKeepWhatIsLookedAt()
{
    test::FakeOrdersService service;
    service.known.insert(1, details(1));
    OrdersPresenter presenter(service);
    presenter.firstRowsArrived(3);
    presenter.select(1);
    QSignalSpy queries(&presenter, &OrdersPresenter::queryChanged);
    QSignalSpy outdated(&presenter, &OrdersPresenter::rowsOutdated);
    QSignalSpy attention(&presenter, &OrdersPresenter::attentionChanged);
    service.inNeed = {2, 1};
    service.known[1].stored.order.comment = QStringLiteral("new");
    presenter.storeChanged();
    QCOMPARE(queries.size(), 0);
    QCOMPARE(outdated.size(), 1);
    QCOMPARE(attention.size(), 1);
    QCOMPARE(presenter.state().details, Details::Shown);
    QCOMPARE(presenter.state().shown.stored.order.comment, QStringLiteral("new"));
    presenter.queryFailed({base::ErrorCode::Storage, {}, {}});
    presenter.storeChanged(); // a failed list is asked for from its beginning
    QCOMPARE(queries.size(), 1);
}

void tst_orders_presenter::aStatusIsSavedOnceAndItsErrorStays()
{
    test::FakeOrdersService service;
    service.known.insert(1, details(1));
    OrdersPresenter presenter(service);
    presenter.select(1);
    presenter.setStatus(orders::Status::New); // as it is
    QVERIFY(!service.asked.contains(QStringLiteral("save ORD-1")));
    presenter.setStatus(orders::Status::InProgress);
    QCOMPARE(service.asked.count(QStringLiteral("save ORD-1")), 1);
    QCOMPARE(service.saved.status, orders::Status::InProgress);
    service.failure = base::Error{base::ErrorCode::Conflict, {}, QStringLiteral("order")};
    presenter.setStatus(orders::Status::Completed);
    QCOMPARE(presenter.state().actionError->code, base::ErrorCode::Conflict);
    service.failure.reset();
    presenter.dismissActionError();
    QVERIFY(!presenter.state().actionError);
}

void tst_orders_presenter::onlySeenConflictsAreSettled()
{
    test::FakeOrdersService service;
    OrderDetails shown = details(1, orders::Sync::Conflict);
    shown.stored.conflicts = {{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("confirmed"), QStringLiteral("cancelled")},
                              {QStringLiteral("total"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}};
    service.known.insert(1, shown);
    OrdersPresenter presenter(service);
    presenter.select(1);
    QVERIFY(presenter.state().hasConflicts());
    presenter.settle(QStringLiteral("status"), orders::Side::Theirs);
    QCOMPARE(service.sides, (orders::Sides{{QStringLiteral("status"), orders::Side::Theirs}}));
    presenter.settleAll(orders::Side::Ours);
    QCOMPARE(service.sides, (orders::Sides{{QStringLiteral("status"), orders::Side::Ours}, {QStringLiteral("total"), orders::Side::Ours}}));
}

void tst_orders_presenter::doubtIsAcceptedOnlyKnowingly()
{
    test::FakeOrdersService service;
    service.known = {{1, details(1, orders::Sync::Attention, base::Error{base::ErrorCode::Validation, {}, {}})},
                     {2, details(2, orders::Sync::Attention, base::Error{base::ErrorCode::Timeout, {}, {}, base::Effected::Perhaps})}};
    OrdersPresenter presenter(service);
    presenter.select(1);
    presenter.sendAgain();
    presenter.select(2);
    presenter.sendAgain();
    QVERIFY(service.asked.contains(QStringLiteral("again 1")));
    QVERIFY(service.asked.contains(QStringLiteral("again 2 although")));
}

void tst_orders_presenter::exportTellsItsWay()
{
    test::FakeOrdersService service;
    OrdersPresenter presenter(service);
    presenter.startExport(QStringLiteral("a.csv"));
    QVERIFY(service.asked.isEmpty()); // there is nothing to write
    presenter.firstRowsArrived(7);
    service.holdBack = true;
    presenter.startExport(QStringLiteral("a.csv"));
    service.exportProgress(3);
    QCOMPARE(presenter.state().exporting, OrdersState::Export::Running);
    QCOMPARE(presenter.state().exportedRows, 3);
    presenter.dismissExport();
    QCOMPARE(presenter.state().exporting, OrdersState::Export::Running);
    presenter.stopExport();
    QVERIFY(service.exportStop.stop_requested());
    service.release();
    QCOMPARE(presenter.state().exporting, OrdersState::Export::Done);
    presenter.dismissExport();
    QCOMPARE(presenter.state().exporting, OrdersState::Export::Idle);
}

QTEST_GUILESS_MAIN(tst_orders_presenter)
#include "tst_orders_presenter.moc"
