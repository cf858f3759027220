// SPDX-License-Identifier: GPL-3.0-or-later
// What an office lives through that is nobody's fault here: a task that was deleted in Planfix, and a clock that is set while orders wait.
// Against the strict fake.
#include "tests/orders/planfix_office.h"
#include "tests/support/verify_result.h"

#include <QLoggingCategory>

using namespace pfx;
using namespace pfx::test;
namespace remote = pfx::fake;
using remote::Fault;

namespace {

const QString number = QStringLiteral("ORD-9001");
constexpr qint64 day = 24LL * 3600 * 1000;

} // namespace

class TestOddSignals : public QObject {
    Q_OBJECT

    static int told(StoreFixture &fixture, qint64 order, orders::Event event)
    {
        const auto db = fixture.store().connect();
        const auto entries = db ? orders::history(**db, order) : base::Result<QVector<orders::HistoryEntry>>();
        int count = 0;
        for (const orders::HistoryEntry &entry : entries.value_or(QVector<orders::HistoryEntry>()))
            count += entry.event == event;
        return count;
    }

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("pfx.exchange.warning=false")); }

    void aDeletedTaskIsToldOnceAndTheOrderStays_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << 404;
        QTest::newRow("a bad request, as the specification has it for reading") << 400;
    }
    void aDeletedTaskIsToldOnceAndTheOrderStays()
    {
        QFETCH(int, status);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        PlanfixOffice office(fixture.store(), fixture.store());
        PFX_VERIFY(office.open());
        const auto added = office.add(anOrder(number));
        PFX_VERIFY(added);
        QVERIFY(office.settle());
        const orders::StoredOrder before = office.order(added->id);
        QVERIFY(before.order.planfixId > 0);
        Fault gone;
        gone.kind = Fault::Kind::Status;
        gone.call = QStringLiteral("GET /task/{id}");
        gone.times = 0;
        gone.status = status;
        gone.body = R"({"result":"fail","code":1000,"error":"Task not found by id 10"})";
        office.remote().fail(gone);
        for (int i = 0; i < 3; ++i) {
            PFX_VERIFY(office.webhook(before.order.planfixId));
            QVERIFY(office.settle());
        }
        QCOMPARE(office.order(added->id).order, before.order);
        QCOMPARE(told(fixture, added->id, orders::Event::TaskGone), 1);
        QCOMPARE(office.needsAttention(), 0);
        QCOMPARE(office.remote().refusals(), QStringList());
    }

    void aTaskNobodyHereKnowsChangesNothing()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        PlanfixOffice office(fixture.store(), fixture.store());
        PFX_VERIFY(office.open());
        PFX_VERIFY(office.webhook(987654));
        QVERIFY(office.settle());
        const auto db = fixture.store().connect();
        QCOMPARE(orders::list(**db, {}, 0, 10)->size(), 0);
        QCOMPARE(office.needsAttention(), 0);
    }

    void anOrderThatWaitsOutlivesAClockThatIsSet_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("back by an hour") << -day / 24;
        QTest::newRow("back by a day") << -day;
        QTest::newRow("back by ten years") << -3650 * day;
        QTest::newRow("on by a day") << day;
        QTest::newRow("on by ten years") << 3650 * day;
    }
    void anOrderThatWaitsOutlivesAClockThatIsSet()
    {
        QFETCH(qint64, by);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        PlanfixOffice office(fixture.store(), fixture.store());
        PFX_VERIFY(office.open());
        Fault away;
        away.kind = Fault::Kind::Unreachable;
        away.times = 6; // more than one attempt's own repeats
        office.remote().fail(away);
        const auto added = office.add(anOrder(number));
        PFX_VERIFY(added);
        office.clock().advance(by);
        QVERIFY(office.settle());
        QCOMPARE(office.tasksOf(number).size(), 1);
        QVERIFY(office.order(added->id).order.planfixId > 0);
        office.clock().advance(-by);
        PFX_VERIFY(office.change(added->id, [](orders::Order &order) { order.comment = QStringLiteral("Позвонить заранее"); }));
        QVERIFY(office.settle());
        QCOMPARE(office.tasksOf(number).size(), 1);
        QVERIFY(office.tasksOf(number).first().value(QLatin1String("description")).toString().contains(QStringLiteral("Позвонить")));
        QCOMPARE(office.needsAttention(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOddSignals)
#include "tst_odd_signals.moc"
