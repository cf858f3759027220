// SPDX-License-Identifier: GPL-3.0-or-later
// Order → task → change in Planfix → change here, against the strict fake: undisturbed, and with each single HTTP call and each single
// database call failing. The end is the same each time: one task, the order as both sides left it, nothing that the fake had to refuse.
#include "tests/orders/planfix_office.h"
#include "tests/support/failing_store.h"
#include "tests/support/verify_result.h"

#include <QLoggingCategory>

using namespace pfx;
using namespace pfx::test;
namespace remote = pfx::fake;
using remote::Fault;

namespace {

const QString number = QStringLiteral("ORD-9001");
const QString inWork = QStringLiteral("В работе");

/// The id of a status by its name, as the fake's account has it.
qint64 statusId(const QString &name)
{
    const QJsonArray statuses = QJsonDocument::fromJson(remote::fixture(QStringLiteral("rest_process_statuses.200.json")))
                                    .object()
                                    .value(QLatin1String("statuses"))
                                    .toArray();
    for (const QJsonValue &status : statuses) {
        if (status.toObject().value(QLatin1String("name")).toString() == name)
            return status.toObject().value(QLatin1String("id")).toInteger();
    }
    return 0;
}

/// A person tries again what the store has refused; a limit keeps a broken store from being asked for ever.
template <typename Try> auto persist(Try attempt)
{
    auto result = attempt();
    for (int i = 0; !result && i < 5; ++i)
        result = attempt();
    return result;
}

/// What the scenario leaves, as text; the reason when it did not come to its end.
QString play(PlanfixOffice &office)
{
    if (const auto opened = office.open(); !opened)
        return QStringLiteral("not opened: ") + opened.error().detail;
    const auto added = persist([&] { return office.add(anOrder(number)); });
    if (!added)
        return QStringLiteral("not added: ") + added.error().detail;
    if (!office.settle())
        return QStringLiteral("the order does not become a task");
    const qint64 task = office.order(added->id).order.planfixId;
    if (task == 0)
        return QStringLiteral("no task");
    office.edit(task, {{QStringLiteral("status"), QJsonObject{{QStringLiteral("id"), statusId(inWork)}}}});
    if (!persist([&] { return office.webhook(task); }))
        return QStringLiteral("the webhook was not accepted");
    if (!office.settle())
        return QStringLiteral("the change does not come back");
    if (!persist(
            [&] { return office.change(added->id, [](orders::Order &order) { order.comment = QStringLiteral("Позвонить заранее"); }); }))
        return QStringLiteral("not changed");
    if (!office.settle())
        return QStringLiteral("the change does not go out");
    const orders::StoredOrder stored = office.order(added->id);
    const auto tasks = office.tasksOf(number);
    QStringList open;
    for (const orders::Change &change : orders::differences(stored.agreed.value_or(orders::Order()), stored.order))
        open.append(change.field);
    return QStringLiteral("tasks %1, status %2, not agreed on [%3], conflicts %4, comment in the task %5, attention %6, refused: %7")
        .arg(tasks.size())
        .arg(orders::name(stored.order.status))
        .arg(open.join(u' '))
        .arg(stored.conflicts.size())
        .arg(!tasks.isEmpty() && tasks.first().value(QStringLiteral("description")).toString().contains(QStringLiteral("Позвонить")))
        .arg(office.needsAttention())
        .arg(office.remote().takeRefusals().join(u'|'));
}

const QString good =
    QStringLiteral("tasks 1, status in_progress, not agreed on [], conflicts 0, comment in the task 1, attention 0, refused: ");

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("pfx.exchange.warning=false"));
    } // each planned failure is told of

    void undisturbed_data() { addBackends(); }
    void undisturbed()
    {
        PFX_STORE_FIXTURE(fixture);
        PlanfixOffice office(fixture.store(), fixture.store());
        QCOMPARE(play(office), good);
    }

    void withThreeRightsTheClientStandsInTheText()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        PlanfixOffice office(fixture.store(), fixture.store(), remote::quickStartAccount());
        PFX_VERIFY(office.open());
        const auto added = office.add(anOrder(number));
        PFX_VERIFY(added);
        QVERIFY(office.settle());
        QCOMPARE(office.needsAttention(), 0);
        const auto tasks = office.tasksOf(number);
        QCOMPARE(tasks.size(), 1);
        QVERIFY(tasks.first().value(QStringLiteral("description")).toString().contains(QStringLiteral("Анна Лебедева")));
        QCOMPARE(office.remote().refusals(), QStringList());
    }

    void eachFailingCallOfPlanfix_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("effect");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, Fault::Kind kind, bool effect, int status = 502) {
            QTest::newRow(name) << int(kind) << effect << status;
        };
        row("no connection", Fault::Kind::Unreachable, false);
        row("the answer is lost", Fault::Kind::Drop, true);
        row("the request is lost", Fault::Kind::Drop, false);
        row("half an answer", Fault::Kind::Half, true);
        row("half of the JSON", Fault::Kind::Cut, true);
        row("a page of the proxy before", Fault::Kind::Html, false);
        row("a page of the proxy after", Fault::Kind::Html, true);
        row("a broken server before", Fault::Kind::Status, false, 500);
        row("a broken server after", Fault::Kind::Status, true, 500);
        row("too slow an answer", Fault::Kind::Slow, true);
    }
    void eachFailingCallOfPlanfix()
    {
        QFETCH(int, kind);
        QFETCH(bool, effect);
        QFETCH(int, status);
        bool reached = true;
        int at = 1;
        for (; reached && at < 100; ++at) {
            StoreFixture fixture(QStringLiteral("sqlite"));
            QVERIFY(fixture.isValid());
            PlanfixOffice office(fixture.store(), fixture.store());
            Fault fault;
            fault.kind = Fault::Kind(kind);
            fault.at = at;
            fault.effect = effect;
            fault.status = status;
            fault.delayMs = 120'000;
            office.remote().fail(fault);
            const QString end = play(office);
            reached = office.remote().faultsThatNeverCame() == 0;
            QVERIFY2(end == good, qPrintable(QStringLiteral("call %1: %2").arg(at).arg(end)));
        }
        QVERIFY2(at > 8 && at < 100, qPrintable(QString::number(at)));
    }

    void eachFailingCallOfTheDatabase_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("step");
        QTest::newRow("on SQLite") << QStringLiteral("sqlite") << 1;
        QTest::newRow("on PostgreSQL") << QStringLiteral("postgresql") << 29;
    }
    void eachFailingCallOfTheDatabase()
    {
        QFETCH(int, step);
        QFETCH(QString, backend);
        int calls = 0;
        for (int at = 0; at <= calls; at += step) {
            StoreFixture fixture(backend);
            QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
            FailurePlan plan(at);
            FailingStore store(fixture.store(), plan);
            PlanfixOffice office(store, fixture.store());
            const QString end = play(office);
            QVERIFY2(end == good, qPrintable(QStringLiteral("call %1: %2").arg(at).arg(end)));
            if (at == 0)
                calls = std::min(plan.calls(), 600); // how often the dispatcher looks depends on the machine
        }
        QVERIFY(calls > 100);
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
