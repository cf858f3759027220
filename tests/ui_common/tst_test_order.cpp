// SPDX-License-Identifier: GPL-3.0-or-later
// The test order's steps as words for each state, and its real way: store, dispatcher, strict fake of Planfix.
#include "core/settings/settings.h"
#include "tests/orders/planfix_office.h"
#include "tests/support/fake_live.h"
#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/test_order_strip.h"
#include "ui/common/view_settings.h"

#include <QApplication>
#include <QDesktopServices>
#include <QSignalSpy>
#include <QToolButton>

using namespace pfx;
using namespace pfx::ui;
using Phase = TestOrderState::Phase;
using State = StripStep::State;

namespace {

class NobodyAsked : public Prompt
{
public:
    void confirm(QWidget *, const Question &, std::function<void()>) override { QFAIL("nothing is to be asked"); }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
};

/// A strip on an office with the strict fake.
struct Place
{
    explicit Place(const QJsonObject &account)
        : office(fixture.store(), fixture.store(), account, test::Exchanges::InJournal), live(office.office(), office.inbox()), background(fixture.store()),
          services{fixture.store(), background, jobs, office.clock(), prompt, settings, fixture.folder(), &live}
    {}

    test::StoreFixture fixture{QStringLiteral("sqlite")};
    test::PlanfixOffice office;
    test::FakeLive live;
    Background background;
    JobModel jobs;
    NobodyAsked prompt;
    MemoryViewSettings settings;
    Services services;
};

TestOrderState state(Phase phase, orders::Sync sync = orders::Sync::OnItsWay, qint64 task = 0, std::optional<base::Error> error = {},
                     const QString &scope = {})
{
    TestOrderState made;
    made.phase = phase;
    made.id = 5;
    made.number = QStringLiteral("TEST-5");
    made.savedInMs = 4;
    if (phase == Phase::Underway || phase == Phase::Arrived || phase == Phase::Removed) {
        orders::OrderProgress progress;
        progress.order.id = 5;
        progress.order.planfixId = task;
        progress.sync.sync = sync;
        progress.sync.error = error;
        progress.missingScope = scope;
        progress.httpStatus = 201;
        progress.tookMs = 600;
        made.progress = progress;
    } else {
        made.error = error;
    }
    return made;
}

} // namespace

class tst_test_order : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsSayHowFarItIs_data();
    void stepsSayHowFarItIs();
    void troubleNamesTheWay_data();
    void troubleNamesTheWay();
    void becomesATaskAndIsRemovedHereAndThere();
    void aMissingRightIsNamedAndMended();
    void withoutAnAccountNothingIsMade();
    void aGoneStoreIsSaid();
};

void tst_test_order::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
}

void tst_test_order::stepsSayHowFarItIs_data()
{
    QTest::addColumn<TestOrderState>("shown");
    QTest::addColumn<QString>("said");
    const base::Error lost{base::ErrorCode::Timeout, {}, {}};
    QTest::newRow("nothing before one is made") << TestOrderState{} << QString();
    QTest::newRow("being saved") << state(Phase::Saving) << QStringLiteral("1 Сохраняется | 0 Отправка | 0 Задача в Планфиксе");
    QTest::newRow("on its way") << state(Phase::Underway) << QStringLiteral("3 Сохранена | 1 Отправляется | 0 Задача в Планфиксе");
    QTest::newRow("tried again") << state(Phase::Underway, orders::Sync::Waiting, 0, lost)
                                 << QStringLiteral("3 Сохранена | 2 Будет повторено | 0 Задача в Планфиксе");
    QTest::newRow("held") << state(Phase::Underway, orders::Sync::Held, 0, lost)
                          << QStringLiteral("3 Сохранена | 2 Ждёт Планфикс | 0 Задача в Планфиксе");
    QTest::newRow("refused") << state(Phase::Underway, orders::Sync::Attention, 0, lost)
                             << QStringLiteral("3 Сохранена | 4 Планфикс отказал | 0 Задача в Планфиксе");
    QTest::newRow("arrived") << state(Phase::Arrived, orders::Sync::Agreed, 58213)
                             << QStringLiteral("3 Сохранена | 3 Отправлена | 3 Задача № 58213");
    QTest::newRow("removed") << state(Phase::Removed, orders::Sync::Agreed, 58213) << QStringLiteral("3 Удалена");
    QTest::newRow("not set up") << state(Phase::NotSetUp) << QString();
}

void tst_test_order::stepsSayHowFarItIs()
{
    QFETCH(const TestOrderState, shown);
    QFETCH(const QString, said);
    QStringList steps;
    for (const StripStep &step : stepsOf(shown))
        steps.append(QStringLiteral("%1 %2").arg(int(step.state)).arg(step.fact));
    QCOMPARE(steps.join(QStringLiteral(" | ")), said);
}

void tst_test_order::troubleNamesTheWay_data()
{
    QTest::addColumn<TestOrderState>("shown");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isForSetup");
    const base::Error scope{base::ErrorCode::ScopeMissing, QStringLiteral("HTTP 405, code 5"), QStringLiteral("planfix 5")};
    const base::Error key{base::ErrorCode::Unauthorized, {}, QStringLiteral("planfix.api-key")};
    const base::Error disk{base::ErrorCode::StorageFull, {}, {}};
    QTest::newRow("none while it goes on") << state(Phase::Underway) << QString() << false;
    QTest::newRow("the right by its real name and that of the instruction")
        << state(Phase::Underway, orders::Sync::Attention, 0, scope, QStringLiteral("task_add")) << QStringLiteral("task_add (task.create)") << true;
    QTest::newRow("no key yet") << state(Phase::Underway, orders::Sync::Held, 0, key) << QStringLiteral("PLANFIX_API_KEY не установлен") << true;
    QTest::newRow("no account yet") << state(Phase::NotSetUp) << QStringLiteral("Планфикс ещё не подключён") << true;
    QTest::newRow("not saved") << state(Phase::Failed, orders::Sync::OnItsWay, 0, disk) << QStringLiteral("На диске не осталось места") << false;
}

void tst_test_order::troubleNamesTheWay()
{
    QFETCH(const TestOrderState, shown);
    QFETCH(const QString, said);
    QFETCH(const bool, isForSetup);
    const TestOrderTrouble trouble = troubleOf(shown);
    QCOMPARE(trouble.isEmpty(), said.isEmpty());
    QVERIFY2(trouble.fact.contains(said), qPrintable(trouble.fact));
    QCOMPARE(trouble.isForSetup, isForSetup);
    QCOMPARE(trouble.sentence.isEmpty(), said.isEmpty()); // what happened never stands without the next step
}

void tst_test_order::becomesATaskAndIsRemovedHereAndThere()
{
    Place place(fake::fullAccount());
    PFX_VERIFY(place.office.open());
    PFX_VERIFY(place.fixture.store().writer().run([](store::Connection &db) {
        return settings::write(db, QStringLiteral("orders.statuses"), QStringLiteral("{\"new\":\"Новая\",\"cancelled\":\"Завершенная\"}"));
    }));
    TestOrder order(place.services);
    TestOrderStrip strip(order);
    strip.resize(900, 60);
    strip.show();
    strip.createButton()->setFocus();
    QTest::keyClick(strip.createButton(), Qt::Key_Space);
    QTRY_VERIFY(order.state().phase == Phase::Underway || order.state().phase == Phase::Arrived); // as quick as Planfix
    QVERIFY(place.office.settle());
    QTRY_COMPARE(order.state().phase, Phase::Arrived);
    const qint64 task = order.state().progress->order.planfixId;
    QCOMPARE(place.office.tasksOf(order.state().number).size(), 1);
    QTRY_COMPARE(order.state().taskPage, QUrl(QStringLiteral("https://example.planfix.ru/task/%1").arg(task)));
    QCOMPARE(order.state().progress->httpStatus, std::optional<int>(201));
    auto *remove = strip.findChild<QPushButton *>(QStringLiteral("testOrderRemove"));
    QVERIFY(remove && remove->isVisible());
    QTest::keyClick(remove, Qt::Key_Space);
    QTRY_COMPARE(order.state().phase, Phase::Removed);
    QVERIFY(place.office.settle());
    QCOMPARE(place.office.remote().row(QStringLiteral("tasks"), task).value(QLatin1String("status")).toObject().value(QLatin1String("name")).toString(),
             QStringLiteral("Завершенная"));
    QCOMPARE(place.office.remote().takeRefusals(), QStringList());
    auto *close = strip.findChild<QToolButton *>(QStringLiteral("testOrderClose"));
    QTest::keyClick(close, Qt::Key_Space);
    QCOMPARE(order.state().phase, Phase::Idle);
}

void tst_test_order::aMissingRightIsNamedAndMended()
{
    Place place(fake::fullAccount());
    PFX_VERIFY(place.office.open());
    place.office.remote().grant(QStringList{QStringLiteral("task_readonly"), QStringLiteral("task_update")});
    TestOrder order(place.services);
    TestOrderStrip strip(order);
    strip.show();
    order.create();
    QTRY_COMPARE(order.state().phase, Phase::Underway);
    QVERIFY(place.office.settle());
    QTRY_VERIFY(order.state().canRetry());
    auto *banner = strip.findChild<Banner *>(QStringLiteral("testOrderTrouble"));
    QVERIFY2(banner->fact().contains(QStringLiteral("task_add (task.create)")), qPrintable(banner->fact()));
    QSignalSpy setup(&strip, &TestOrderStrip::setupRequested);
    QSignalSpy journal(&strip, &TestOrderStrip::journalRequested);
    QTest::keyClick(strip.findChild<QPushButton *>(QStringLiteral("testOrderSetup")), Qt::Key_Space);
    QTest::keyClick(strip.findChild<QPushButton *>(QStringLiteral("testOrderJournal")), Qt::Key_Space);
    QTRY_COMPARE(setup.size(), 1);
    QTRY_COMPARE(journal.size(), 1);
    QVERIFY(journal.first().first().toLongLong() > 0);

    place.office.remote().grant(std::nullopt);
    QTest::keyClick(strip.findChild<QPushButton *>(QStringLiteral("testOrderRetry")), Qt::Key_Space);
    QTRY_VERIFY(place.live.rings > 0);
    QVERIFY(place.office.settle());
    QTRY_COMPARE(order.state().phase, Phase::Arrived);
    QVERIFY(!banner->isVisible());
    QCOMPARE(place.office.tasksOf(order.state().number).size(), 1);
}

void tst_test_order::withoutAnAccountNothingIsMade()
{
    Place place(fake::fullAccount()); // not opened: no settings
    TestOrder order(place.services);
    TestOrderStrip strip(order);
    strip.show();
    order.create();
    QTRY_COMPARE(order.state().phase, Phase::NotSetUp);
    QVERIFY(strip.findChild<QPushButton *>(QStringLiteral("testOrderSetup"))->isVisible());
    QCOMPARE(test::read(place.fixture.store(), QStringLiteral("SELECT count(*) AS v FROM orders")), QStringLiteral("0"));
    QVERIFY(order.state().canCreate()); // again, once it is set up
}

void tst_test_order::aGoneStoreIsSaid()
{
    Place place(fake::fullAccount());
    PFX_VERIFY(place.office.open());
    QCOMPARE(test::write(place.fixture.store(), QStringLiteral("DROP TABLE order_history")), QString());
    TestOrder order(place.services);
    TestOrderStrip strip(order);
    strip.show();
    order.create();
    QTRY_COMPARE(order.state().phase, Phase::Failed);
    auto *banner = strip.findChild<Banner *>(QStringLiteral("testOrderTrouble"));
    QVERIFY(banner->isVisible() && !banner->fact().isEmpty() && !banner->sentence().isEmpty());
}

QTEST_MAIN(tst_test_order)
#include "tst_test_order.moc"
