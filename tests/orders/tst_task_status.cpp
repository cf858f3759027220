// SPDX-License-Identifier: GPL-3.0-or-later
// The status of an order and that of its task: what was given here reaches the task, however the task was made, and never comes back as
// something else that nobody has chosen. Against the strict fake.
#include "core/settings/settings.h"
#include "tests/orders/planfix_office.h"
#include "tests/support/verify_result.h"

#include <QLoggingCategory>

using namespace pfx;
using namespace pfx::test;
using orders::Status;
namespace remote = pfx::fake;

namespace {

const QString number = QStringLiteral("ORD-9001");
const QString templateSetting = QStringLiteral("planfix.order-template");

QString statusOf(const QJsonObject &task)
{
    return task.value(QLatin1String("status")).toObject().value(QLatin1String("name")).toString();
}

} // namespace

class TestTaskStatus : public QObject {
    Q_OBJECT

    /// An office whose orders become tasks by this template (empty: by none).
    std::unique_ptr<PlanfixOffice> officeOn(StoreFixture &fixture, const QString &taskTemplate, const QJsonObject &account)
    {
        auto office = std::make_unique<PlanfixOffice>(fixture.store(), fixture.store(), account);
        const auto chosen = [&](store::Connection &db) { return settings::write(db, templateSetting, taskTemplate); };
        return office->open() && fixture.store().writer().run(chosen) ? std::move(office) : nullptr;
    }

    static int dropped(const orders::StoredOrder &stored, StoreFixture &fixture)
    {
        const auto db = fixture.store().connect();
        const auto entries = db ? orders::history(**db, stored.order.id) : base::Result<QVector<orders::HistoryEntry>>();
        int count = 0;
        for (const orders::HistoryEntry &entry : entries.value_or(QVector<orders::HistoryEntry>()))
            count += entry.event == orders::Event::FieldsDropped && entry.detail == QLatin1String("status");
        return count;
    }

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("pfx.exchange.warning=false")); }

    void aNewOrdersStatusReachesItsTaskAndStays_data()
    {
        QTest::addColumn<QString>("taskTemplate");
        QTest::addColumn<bool>("fewRights");
        QTest::addColumn<int>("given");
        QTest::addColumn<QString>("inTask");
        const auto row = [](const char *name, const char *taskTemplate, bool fewRights, Status given, const char *inTask) {
            QTest::newRow(name) << QString::fromLatin1(taskTemplate) << fewRights << int(given) << QString::fromUtf8(inTask);
        };
        row("in work, with a template", "104", false, Status::InProgress, "В работе");
        row("in work, without a template", "", false, Status::InProgress, "В работе");
        row("in work, with rights that do not show the statuses", "104", true, Status::InProgress, "Новая");
        row("in work, with those rights and no template", "", true, Status::InProgress, "Новая");
        row("completed, without a template", "", false, Status::Completed, "Завершенная");
        row("new, without a template", "", false, Status::New, "Новая");
        row("a status that the process lacks, with a template", "104", false, Status::Confirmed, "Новая");
        row("a status that the process lacks, without a template", "", false, Status::Confirmed, "Новая");
    }
    void aNewOrdersStatusReachesItsTaskAndStays()
    {
        QFETCH(QString, taskTemplate);
        QFETCH(bool, fewRights);
        QFETCH(int, given);
        QFETCH(QString, inTask);
        const bool told = Status(given) != Status::New && inTask == QStringLiteral("Новая");
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        const auto office = officeOn(fixture, taskTemplate, fewRights ? remote::quickStartAccount() : remote::fullAccount());
        QVERIFY(office);
        orders::Order order = anOrder(number);
        order.status = Status(given);
        const auto added = office->add(order);
        PFX_VERIFY(added);
        QVERIFY(office->settle());
        const qint64 task = office->order(added->id).order.planfixId;
        QVERIFY(task > 0);
        PFX_VERIFY(office->webhook(task));
        QVERIFY(office->settle());
        const orders::StoredOrder stored = office->order(added->id);
        QCOMPARE(orders::name(stored.order.status), orders::name(Status(given)));
        QCOMPARE(stored.conflicts.size(), 0);
        QCOMPARE(office->tasksOf(number).size(), 1);
        QCOMPARE(statusOf(office->tasksOf(number).first()), inTask);
        QCOMPARE(dropped(stored, fixture), told ? 1 : 0); // and a person is told
        QCOMPARE(office->needsAttention(), 0);
        QCOMPARE(office->remote().refusals(), QStringList());
    }

    void aLaterStatusThatTheProcessLacksStaysHere_data() { templates(); }
    void aLaterStatusThatTheProcessLacksStaysHere()
    {
        QFETCH(QString, taskTemplate);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        const auto office = officeOn(fixture, taskTemplate, remote::fullAccount());
        QVERIFY(office);
        const auto added = office->add(anOrder(number));
        PFX_VERIFY(added);
        QVERIFY(office->settle());
        PFX_VERIFY(office->change(added->id, [](orders::Order &order) { order.status = Status::Confirmed; }));
        QVERIFY(office->settle());
        const qint64 task = office->order(added->id).order.planfixId;
        PFX_VERIFY(office->webhook(task));
        QVERIFY(office->settle());
        QCOMPARE(office->order(added->id).order.status, Status::Confirmed);

        // Nobody can set it there, so the step that is taken there is the next one and no conflict.
        office->edit(task, {{QStringLiteral("status"), QJsonObject{{QStringLiteral("id"), 2}}}});
        PFX_VERIFY(office->webhook(task));
        QVERIFY(office->settle());
        const orders::StoredOrder stored = office->order(added->id);
        QCOMPARE(stored.order.status, Status::InProgress);
        QCOMPARE(stored.conflicts.size(), 0);
        QCOMPARE(office->remote().refusals(), QStringList());
    }

    void whatChangedWhileTheCreationWasInDoubtReachesTheTask()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        const auto office = officeOn(fixture, QStringLiteral("104"), remote::fullAccount());
        QVERIFY(office);
        remote::Fault lost;
        lost.kind = remote::Fault::Kind::Drop;
        lost.effect = true;
        lost.call = QStringLiteral("POST /task/");
        office->remote().fail(lost);
        const auto added = office->add(anOrder(number));
        PFX_VERIFY(added);
        QTRY_COMPARE(office->remote().faultsThatNeverCame(), 0); // the task is there, its answer is not
        PFX_VERIFY(office->change(added->id, [](orders::Order &order) { order.comment = QStringLiteral("Позвонить заранее"); }));
        QVERIFY(office->settle());
        QCOMPARE(office->tasksOf(number).size(), 1);
        QVERIFY(office->tasksOf(number).first().value(QLatin1String("description")).toString().contains(QStringLiteral("Позвонить")));
        QCOMPARE(office->needsAttention(), 0);
        QCOMPARE(office->remote().refusals(), QStringList());
    }

private:
    static void templates()
    {
        QTest::addColumn<QString>("taskTemplate");
        QTest::newRow("with a template") << QStringLiteral("104");
        QTest::newRow("without a template") << QStringLiteral("");
    }
};

QTEST_GUILESS_MAIN(TestTaskStatus)
#include "tst_task_status.moc"
