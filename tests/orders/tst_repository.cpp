// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/repository.h"

#include "core/orders/order_json.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::orders;
using base::ErrorCode;

namespace {

Order sample(const QByteArray &number)
{
    QByteArray json = "{'number':'%','client':{'name':'Анна Лебедева','phone':'8 (900) 000-01-17'},'visit_at':'2026-02-03T09:30:00Z',"
                      "'items':[{'name':'Розетка','quantity':4,'price':350}],'total':1400,'currency':'RUB','extra':{'utm':'x','list':[1,2]}}";
    Order order = *readOrder(json.replace('%', number).replace('\'', '"'));
    order.source = Source::Site;
    return order;
}

template<typename Work>
QString write(store::Store &store, Work work)
{
    return test::errorText(store.writer().run(work));
}

qint64 add(store::Store &store, const Order &order, qint64 nowMs = 1000)
{
    qint64 id = 0;
    const QString failed = write(store, [&](store::Connection &db) -> base::Result<void> {
        PFX_ASSIGN(const auto added, insert(db, order, nowMs));
        id = added.id;
        return {};
    });
    return failed.isEmpty() ? id : 0;
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private slots:
    void manyAtOnceAreAddedAsOneByOne_data() { test::addBackends(); }
    void manyAtOnceAreAddedAsOneByOne()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 known = add(fixture.store(), sample("A-1"));
        Order nameless = sample("");
        Order test = nameless;
        test.isTest = true;
        QVector<AddedOrder> added;
        QCOMPARE(write(fixture.store(),
                       [&](store::Connection &db) -> base::Result<void> {
                           PFX_ASSIGN(added, insert(db, {sample("A-2"), sample("A-1"), nameless, sample("A-2"), test, sample("A-3")}, 2000));
                           return {};
                       }),
                 QString());
        QCOMPARE(added.size(), 6);
        QVector<Added> kinds;
        for (const AddedOrder &one : std::as_const(added))
            kinds.append(one.added);
        QCOMPARE(kinds, (QVector<Added>{Added::New, Added::Repeated, Added::New, Added::Repeated, Added::New, Added::New}));
        QCOMPARE(added.at(1).id, known);
        QCOMPARE(added.at(3).id, added.at(0).id);
        QCOMPARE(added.at(2).number, QStringLiteral("ORD-%1").arg(added.at(2).id));
        QCOMPARE(added.at(4).number, QStringLiteral("TEST-%1").arg(added.at(4).id));
        const auto db = fixture.store().connect();
        for (const AddedOrder &one : std::as_const(added)) {
            const auto stored = loadByNumber(**db, one.number);
            PFX_VERIFY(stored);
            QCOMPARE(stored->order.id, one.id);
            QCOMPARE(stored->order.items, sample("A-1").items);
            QCOMPARE(history(**db, one.id)->size(), 1);
        }
    }

    void aNumberThatIsMadeIsNeverSomebodyElses_data() { test::addBackends(); }
    void aNumberThatIsMadeIsNeverSomebodyElses()
    {
        PFX_STORE_FIXTURE(fixture);
        // The site calls its orders as we would call the next ones.
        for (const char *number : {"ORD-4", "ORD-4-2", "ORD-6"})
            QVERIFY(add(fixture.store(), sample(number)) > 0);
        QVector<AddedOrder> added;
        QCOMPARE(write(fixture.store(),
                       [&](store::Connection &db) -> base::Result<void> {
                           PFX_ASSIGN(added, insert(db, {sample(""), sample("ORD-5"), sample("")}, 2000));
                           return {};
                       }),
                 QString());
        QCOMPARE(added.at(0).number, QStringLiteral("ORD-4-3"));
        QCOMPARE(added.at(1).number, QStringLiteral("ORD-5"));
        QCOMPARE(added.at(2).number, QStringLiteral("ORD-6-2"));
    }

    void anOrderIsReadAsItWasWritten_data() { test::addBackends(); }
    void anOrderIsReadAsItWasWritten()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 id = add(fixture.store(), sample("ORD-7"));
        QVERIFY(id > 0);
        const auto db = fixture.store().connect();
        const auto stored = loadByNumber(**db, QStringLiteral("ORD-7"));
        PFX_VERIFY(stored);
        Order expected = sample("ORD-7");
        expected.id = id;
        expected.createdAt = expected.changedAt = 1000;
        QCOMPARE(stored->order, expected);
        QVERIFY(!stored->agreed);
        QCOMPARE(history(**db, id)->size(), 1);
        PFX_VERIFY_ERROR(load(**db, id + 1), ErrorCode::NotFound);
    }

    void theSameNumberIsTheSameOrder_data() { test::addBackends(); }
    void theSameNumberIsTheSameOrder()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 first = add(fixture.store(), sample("ORD-7"));
        Order again = sample("ORD-7");
        again.comment = QStringLiteral("other");
        QCOMPARE(add(fixture.store(), again), first);
        const auto db = fixture.store().connect();
        QCOMPARE(load(**db, first)->order.comment, QString());
    }

    void anOrderWithoutNumberGetsOne_data() { test::addBackends(); }
    void anOrderWithoutNumberGetsOne()
    {
        PFX_STORE_FIXTURE(fixture);
        Order order = sample("");
        const qint64 first = add(fixture.store(), order);
        order.isTest = true;
        const qint64 second = add(fixture.store(), order);
        const auto db = fixture.store().connect();
        QCOMPARE(load(**db, first)->order.number, QStringLiteral("ORD-%1").arg(first));
        QCOMPARE(load(**db, second)->order.number, QStringLiteral("TEST-%1").arg(second));
        QVERIFY(load(**db, second)->order.isTest);
    }

    void aChangeOnAnOldVersionIsRefused_data() { test::addBackends(); }
    void aChangeOnAnOldVersionIsRefused()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 id = add(fixture.store(), sample("ORD-7"));
        const auto db = fixture.store().connect();
        Order order = load(**db, id)->order;
        order.status = Status::Confirmed;
        const auto change = [&](store::Connection &writing) -> base::Result<void> { return update(writing, order, 2000).map([](const Order &) {}); };
        QCOMPARE(write(fixture.store(), change), QString());
        QVERIFY(write(fixture.store(), change).startsWith(QStringLiteral("conflict")));
        const auto stored = load(**db, id);
        QCOMPARE(stored->order.version, 2);
        QCOMPARE(stored->order.status, Status::Confirmed);
        QCOMPARE(stored->order.changedAt, 2000);
    }

    void whatBothSidesAgreedUponAndWhereTheyDifferIsKept_data() { test::addBackends(); }
    void whatBothSidesAgreedUponAndWhereTheyDifferIsKept()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 id = add(fixture.store(), sample("ORD-7"));
        const QVector<Conflict> conflicts{{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("confirmed"), QStringLiteral("cancelled")}};
        QCOMPARE(write(fixture.store(), [&](store::Connection &db) -> base::Result<void> {
            PFX_TRY(setTask(db, id, 50412));
            PFX_TRY(setAgreed(db, id, sample("ORD-7")));
            return setConflicts(db, id, conflicts);
        }), QString());
        const auto db = fixture.store().connect();
        const auto stored = loadByTask(**db, 50412);
        PFX_VERIFY(stored);
        QVERIFY(*stored);
        QVERIFY((*stored)->agreed);
        QVERIFY(differences(*(*stored)->agreed, (*stored)->order).isEmpty());
        QCOMPARE((*stored)->conflicts, conflicts);
        QVERIFY(!*loadByTask(**db, 1));
    }

    void oneTaskBelongsToOneOrder_data() { test::addBackends(); }
    void oneTaskBelongsToOneOrder()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 first = add(fixture.store(), sample("1"));
        const qint64 second = add(fixture.store(), sample("2"));
        const auto give = [](qint64 id) { return [id](store::Connection &db) { return setTask(db, id, 9); }; };
        QCOMPARE(write(fixture.store(), give(first)), QString());
        QVERIFY(write(fixture.store(), give(second)).startsWith(QStringLiteral("conflict")));
    }

    void theListIsFiltered_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("numbers");
        for (const auto &[suffix, backend] : test::backends()) {
            const auto row = [&](const char *name, const char *text, const char *numbers) {
                QTest::newRow(QByteArray(name) + suffix) << backend << QString::fromUtf8(text) << QString::fromUtf8(numbers);
            };
            row("everything, newest first", "", "C-3 B-2 A-1");
            row("part of a number", "b-", "B-2");
            row("part of a name in other letters", "лебЕД", "C-3 B-2 A-1");
            row("a phone in another spelling", "+7 900 000 01 17", "C-3 B-2 A-1");
            row("nothing fits", "Пётр", "");
        }
    }
    void theListIsFiltered()
    {
        PFX_STORE_FIXTURE(fixture);
        for (const char *number : {"A-1", "B-2", "C-3"})
            QVERIFY(add(fixture.store(), sample(number)) > 0);
        const auto db = fixture.store().connect();
        OrderQuery query;
        QFETCH(QString, text);
        query.text = text;
        const auto found = list(**db, query, 0, 10);
        PFX_VERIFY(found);
        QStringList numbers;
        for (const Order &order : *found)
            numbers.append(order.number);
        QTEST(numbers.join(QLatin1Char(' ')), "numbers");
    }

    void pagesFollowOneAnotherWithoutGaps_data() { test::addBackends(); }
    void pagesFollowOneAnotherWithoutGaps()
    {
        PFX_STORE_FIXTURE(fixture);
        for (int i = 1; i <= 5; ++i)
            QVERIFY(add(fixture.store(), sample(QByteArray::number(i)), 1000 + i) > 0);
        const auto db = fixture.store().connect();
        const auto first = list(**db, {}, 0, 2);
        const auto second = list(**db, {}, first->last().id, 2);
        QCOMPARE(second->first().number, QStringLiteral("3"));
        OrderQuery since;
        since.since = 1004;
        QCOMPARE(list(**db, since, 0, 10)->size(), 2);
    }

    void aRemovedOrderTakesItsHistoryAlong_data() { test::addBackends(); }
    void aRemovedOrderTakesItsHistoryAlong()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 id = add(fixture.store(), sample("1"));
        const auto take = [id](store::Connection &db) { return orders::remove(db, id); };
        QCOMPARE(write(fixture.store(), take), QString());
        const auto db = fixture.store().connect();
        QVERIFY(history(**db, id)->isEmpty());
        QVERIFY(write(fixture.store(), take).startsWith(QStringLiteral("not_found")));
    }
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
