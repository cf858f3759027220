// SPDX-License-Identifier: GPL-3.0-or-later
// The first page's state as a table: from facts and the running heart to what needs attention, how the connections do, what is ticked off.
#include "translations/translations.h"
#include "ui/overview/overview_presenter.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;
using base::Error;
using base::ErrorCode;

namespace {

constexpr qint64 now = 1'796'000'000'000;
constexpr qint64 hour = 3'600'000;

/// Only states are asked of it.
class Heart : public Live
{
public:
    exchange::Outbox &outbox() override { qFatal("not asked for"); }
    exchange::Inbox &inbox() override { qFatal("not asked for"); }
    const orders::Office &office() const override { qFatal("not asked for"); }
    secrets::SecretStore &secrets() override { qFatal("not asked for"); }
    ServerState server() const override { return serverState; }
    std::vector<server::RecentRequest> recentRequests() const override { return {}; }
    PlanfixState planfix() const override { return planfixState; }
    std::optional<Error> secretsTrouble() const override { return trouble; }
    void ring() override {}
    void lookNow() override {}

    ServerState serverState;
    PlanfixState planfixState;
    std::optional<Error> trouble;
};

struct World
{
    OverviewFacts facts;
    Heart heart;

    World()
    {
        facts.dayStarts = lastDays(now, OverviewFacts::days);
        facts.orders.perDay = QVector<qint64>(OverviewFacts::days, 0);
        facts.importedPerDay = QVector<qint64>(OverviewFacts::days, 0);
    }
    void connectPlanfix()
    {
        heart.planfixState.account = QStringLiteral("konigkomfort.planfix.ru");
        heart.planfixState.hasKey = true;
        heart.planfixState.lastSuccessMs = now - hour;
        exchange::ServiceHealth health;
        health.service = QStringLiteral("planfix");
        health.goodMs = now - hour;
        facts.health << health;
    }
    void halt(qint64 rows) { facts.halted << exchange::Halted{exchange::Queue::Outbox, QStringLiteral("planfix"), exchange::RowState::Attention, rows}; }
    const OverviewState &state()
    {
        presenter.show(facts, &heart, QStringLiteral("SQLite"), now);
        return presenter.state();
    }

    OverviewPresenter presenter;
};

using Change = std::function<void(World &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class tst_overview_presenter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*QCoreApplication::instance(), QStringLiteral("ru")); }
    void needs_data();
    void needs();
    void planfixsConnection_data();
    void planfixsConnection();
    void theChecklistTicksItselfOff();
    void aChecklistThatIsDoneGoesAway();
    void theUsualDayIsTheMiddleOne();
    void theQuota_data();
    void theQuota();
    void nothingMovesWhileNothingChanges();
    void aFailureKeepsWhatIsKnown();
};

void tst_overview_presenter::needs_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("page");
    const auto row = [](const char *name, const Change &change, const char *fact, const QString &page) {
        QTest::newRow(name) << change << QString::fromUtf8(fact) << page;
    };
    row("one exchange that waits for a person", [](World &w) { w.halt(1); }, "1 обмен ждёт вашего решения", pages::Journal);
    row("twenty-two exchanges", [](World &w) { w.halt(22); }, "22 обмена ждут вашего решения", pages::Journal);
    row("five exchanges of two kinds", [](World &w) {
        w.halt(2);
        w.halt(3);
    }, "5 обменов ждут вашего решения", pages::Journal);
    row("a conflict", [](World &w) { w.facts.orders.conflicts = 1; }, "1 заявка изменена с двух сторон", pages::Orders);
    row("an import that stopped", [](World &w) { w.facts.importsToContinue = 1; }, "Последний импорт не закончен", pages::Imports);
    row("a refused key", [](World &w) {
        w.connectPlanfix();
        w.heart.planfixState.held = Error{ErrorCode::Unauthorized, {}, {}};
    }, "Планфикс: ", pages::Setup);
    row("a quota that is used up", [](World &w) {
        w.connectPlanfix();
        w.heart.planfixState.held = Error{ErrorCode::QuotaExhausted, {}, {}};
    }, "Планфикс: ", pages::Journal);
    row("a server that does not start", [](World &w) {
        w.heart.serverState.isWanted = true;
        w.heart.serverState.error = Error{ErrorCode::Conflict, QStringLiteral("in use"), {}};
    }, "Сервер не запускается", pages::Settings);
    row("a locked keychain", [](World &w) {
        w.connectPlanfix();
        w.heart.trouble = Error{ErrorCode::Keychain, {}, QStringLiteral("locked")};
    }, "Связка ключей", pages::Setup);
}

void tst_overview_presenter::needs()
{
    QFETCH(const Change, change);
    QFETCH(const QString, fact);
    QFETCH(const QString, page);
    World world;
    QVERIFY(world.state().needs.isEmpty());
    change(world);
    const auto needs = world.state().needs;
    QCOMPARE(needs.size(), 1);
    QVERIFY2(needs.first().fact.contains(fact) || fact == QStringLiteral("Связка ключей"), qPrintable(needs.first().fact));
    QVERIFY(!needs.first().sentence.isEmpty() && !needs.first().way.words.isEmpty());
    QCOMPARE(needs.first().way.pageId, page);
}

void tst_overview_presenter::planfixsConnection_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Change &change, Tone tone, const char *words) {
        QTest::newRow(name) << change << static_cast<int>(tone) << QString::fromUtf8(words);
    };
    row("nothing is set up", [](World &) {}, Tone::Muted, "не настроен");
    row("it works", [](World &w) { w.connectPlanfix(); }, Tone::Success, "работает");
    row("no key", [](World &w) {
        w.connectPlanfix();
        w.heart.planfixState.hasKey = false;
    }, Tone::Error, "нет ключа");
    row("not asked yet", [](World &w) {
        w.connectPlanfix();
        w.facts.health.clear();
    }, Tone::Info, "настроен, запросов ещё не было");
    row("the last answer was a refusal", [](World &w) {
        w.connectPlanfix();
        w.facts.health.first().badMs = now;
    }, Tone::Warning, "последний ответ — отказ");
}

void tst_overview_presenter::planfixsConnection()
{
    QFETCH(const Change, change);
    QFETCH(const int, tone);
    World world;
    change(world);
    const OverviewConnection planfix = world.state().connections.first();
    QCOMPARE(static_cast<int>(planfix.tone), tone);
    QTEST(planfix.words, "words");
}

void tst_overview_presenter::theChecklistTicksItselfOff()
{
    World world;
    QCOMPARE(world.state().stepsDone(), 0);
    world.connectPlanfix();
    QCOMPARE(world.state().stepsDone(), 1);
    world.facts.orders.anyTestWithTask = true;
    world.facts.anyImport = true;
    QCOMPARE(world.state().stepsDone(), 3);
    world.heart.serverState.publicUrl = QStringLiteral("https://pfx.example.org");
    QCOMPARE(world.state().stepsDone(), 4);
    world.heart.planfixState.held = Error{ErrorCode::Unauthorized, {}, {}};
    QCOMPARE(world.state().stepsDone(), 3); // what no longer holds is not ticked
}

void tst_overview_presenter::aChecklistThatIsDoneGoesAway()
{
    World world;
    world.connectPlanfix();
    world.facts.orders.anyTestWithTask = world.facts.orders.anyFromSite = world.facts.anyImport = true;
    world.heart.serverState.publicUrl = QStringLiteral("https://pfx.example.org");
    exchange::ServiceHealth hook;
    hook.service = QStringLiteral("planfix");
    hook.direction = exchange::Direction::In;
    QCOMPARE(world.state().stepsDone(), 5);
    hook.goodMs = now;
    world.facts.health << hook;
    QVERIFY(world.state().steps.isEmpty());
}

void tst_overview_presenter::theUsualDayIsTheMiddleOne()
{
    World world;
    for (int i = 0; i < 13; ++i)
        world.facts.orders.perDay[i] = i < 12 ? 10 : 400;
    world.facts.orders.perDay[13] = 12;
    const OverviewNumber orders = world.state().numbers.first();
    QCOMPARE(orders.number, QStringLiteral("12"));
    QCOMPARE(orders.note, QStringLiteral("обычно 10"));
}

void tst_overview_presenter::theQuota_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<qint64>("ofAll");
    QTest::newRow("of the smallest plan") << qint64(13'796) << now << qint64(20'000);
    QTest::newRow("of the middle plan") << qint64(20'001) << now << qint64(50'000);
    QTest::newRow("more than any plan") << qint64(250'000) << now << qint64(250'000);
    QTest::newRow("used up") << qint64(0) << now << qint64(20'000);
    QTest::newRow("what was said the day before yesterday is no news") << qint64(5'000) << now - 30 * hour << qint64(-1);
}

void tst_overview_presenter::theQuota()
{
    QFETCH(const qint64, left);
    QFETCH(const qint64, atMs);
    QFETCH(const qint64, ofAll);
    World world;
    world.facts.quota = exchange::RateLimit{left, atMs};
    const auto quota = world.state().quota;
    QCOMPARE(quota.has_value(), ofAll >= 0);
    if (quota) {
        QCOMPARE(quota->left, left);
        QCOMPARE(quota->ofAll, ofAll);
    }
}

void tst_overview_presenter::nothingMovesWhileNothingChanges()
{
    World world;
    world.state();
    const QSignalSpy changed(&world.presenter, &OverviewPresenter::changed);
    world.state();
    QCOMPARE(changed.size(), 0);
    world.halt(1);
    world.state();
    QCOMPARE(changed.size(), 1);
}

void tst_overview_presenter::aFailureKeepsWhatIsKnown()
{
    World world;
    world.halt(1);
    world.state();
    world.presenter.showFailure({ErrorCode::StorageLocked, {}, {}});
    QVERIFY(world.presenter.state().error);
    QCOMPARE(world.presenter.state().needs.size(), 1);
    QVERIFY(!world.state().error); // read again
    world.presenter.showFailure({ErrorCode::Cancelled, {}, {}});
    QVERIFY(!world.presenter.state().error);
}

QTEST_GUILESS_MAIN(tst_overview_presenter)
#include "tst_overview_presenter.moc"
