// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's state as a table: what the page shows after each event, what is asked of the service, and what can be done about an entry.
#include "tests/ui_journal/fake_journal_service.h"
#include "translations/translations.h"
#include "ui/journal/journal_presenter.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;
using exchange::JournalDetails;
using exchange::JournalEntry;
using exchange::JournalFilter;
using exchange::JournalKind;
using exchange::RowState;
using test::FakeJournalService;
using Body = JournalState::Body;
using Kind = JournalDeed::Kind;
using Step = std::function<void(JournalPresenter &)>;

Q_DECLARE_METATYPE(Body)
Q_DECLARE_METATYPE(Step)
Q_DECLARE_METATYPE(pfx::exchange::JournalDetails)

namespace {

const base::Error locked{base::ErrorCode::StorageLocked, QStringLiteral("database is locked"), {}};

JournalDetails record(qint64 id, JournalEntry::Source source, RowState state, bool canReplay = true)
{
    JournalDetails details;
    details.entry.id = id;
    details.entry.source = source;
    details.entry.state = state;
    details.canReplay = canReplay;
    return details;
}

} // namespace

class tst_journal_presenter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*QCoreApplication::instance(), QStringLiteral("ru")); }
    void theBodyFollowsTheQuery_data();
    void theBodyFollowsTheQuery();
    void anOrdersNumberFindsItsEntries();
    void anythingElseIsLookedForInTheTexts();
    void aNumberSignOpensAnEntry();
    void whatWasTypedMeanwhileWins();
    void filtersAddUp();
    void aSubjectTakesTheOtherFiltersAway();
    void newsOfTheStoreIsFollowed();
    void theBadgeSaysWhatWaitsForAPerson();
    void deeds_data();
    void deeds();
    void aDeedIsDoneOnceAndToldOf();
    void aDeedThatFailsIsToldOf();
    void theNewestChoiceIsShown();
    void exports();
};

void tst_journal_presenter::theBodyFollowsTheQuery_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<Body>("body");
    QTest::addColumn<bool>("canExport");
    const Step nothing = [](JournalPresenter &) {};
    QTest::newRow("at first: the skeleton") << nothing << Body::Loading << false;
    QTest::newRow("nothing has happened yet") << Step([](JournalPresenter &p) { p.rowsArrived(0); }) << Body::Empty << false;
    QTest::newRow("nothing of one service") << Step([](JournalPresenter &p) {
        p.setService(QStringLiteral("sms"));
        p.rowsArrived(0);
    }) << Body::NothingFound << false;
    QTest::newRow("rows") << Step([](JournalPresenter &p) { p.rowsArrived(257); }) << Body::Rows << true;
    QTest::newRow("rows stay while the next filter is asked") << Step([](JournalPresenter &p) {
        p.rowsArrived(257);
        p.setKind(JournalKind::Failed);
    }) << Body::Rows << true;
    QTest::newRow("the first entry comes while the page looks empty") << Step([](JournalPresenter &p) {
        p.rowsArrived(0);
        p.refresh();
        p.rowsArrived(1);
    }) << Body::Rows << true;
    QTest::newRow("a locked store") << Step([](JournalPresenter &p) { p.queryFailed(locked); }) << Body::Failed << false;
    QTest::newRow("a cancelled question is no failure") << Step([](JournalPresenter &p) {
        p.rowsArrived(3);
        p.queryFailed({base::ErrorCode::Cancelled, {}, {}});
    }) << Body::Rows << true;
    QTest::newRow("asked again after a failure") << Step([](JournalPresenter &p) {
        p.queryFailed(locked);
        p.reload();
    }) << Body::Loading << false;
}

void tst_journal_presenter::theBodyFollowsTheQuery()
{
    QFETCH(const Step, step);
    QFETCH(const bool, canExport);
    FakeJournalService service;
    JournalPresenter presenter(service);
    presenter.reload();
    step(presenter);
    QTEST(presenter.state().body, "body");
    QCOMPARE(presenter.state().canExport(), canExport);
    QCOMPARE(presenter.state().error.has_value(), presenter.state().body == Body::Failed);
}

void tst_journal_presenter::anOrdersNumberFindsItsEntries()
{
    FakeJournalService service;
    service.subjects.insert(QStringLiteral("A-17"), QStringLiteral("order:5"));
    JournalPresenter presenter(service);
    presenter.setTyped(QStringLiteral(" A-17 "));
    presenter.searchNow();
    QCOMPARE(presenter.state().filter.subject, QStringLiteral("order:5"));
    QVERIFY(presenter.state().filter.text.isEmpty());
    presenter.setTyped({});
    presenter.searchNow();
    QCOMPARE(presenter.state().filter, JournalFilter());
}

void tst_journal_presenter::anythingElseIsLookedForInTheTexts()
{
    FakeJournalService service;
    JournalPresenter presenter(service);
    presenter.setSearchDelay(0);
    QSignalSpy queries(&presenter, &JournalPresenter::queryChanged);
    for (const QString &typed : {QStringLiteral("t"), QStringLiteral("ta"), QStringLiteral("task")})
        presenter.setTyped(typed);
    QCOMPARE(queries.size(), 0);
    QTRY_COMPARE(queries.size(), 1);
    QCOMPARE(presenter.state().filter.text, QStringLiteral("task"));
}

void tst_journal_presenter::aNumberSignOpensAnEntry()
{
    FakeJournalService service;
    service.records.insert(42, record(42, JournalEntry::Source::Outbox, RowState::Done));
    JournalPresenter presenter(service);
    const QSignalSpy queries(&presenter, &JournalPresenter::queryChanged);
    presenter.setTyped(QStringLiteral("#42"));
    presenter.searchNow();
    QCOMPARE(queries.size(), 0);
    QCOMPARE(presenter.state().details, JournalState::Details::Shown);
    QCOMPARE(presenter.state().record.entry.id, 42);
    presenter.setTyped(QStringLiteral("#43"));
    presenter.searchNow();
    QCOMPARE(presenter.state().details, JournalState::Details::Failed);
}

void tst_journal_presenter::whatWasTypedMeanwhileWins()
{
    FakeJournalService service;
    service.holdBack = true;
    JournalPresenter presenter(service);
    presenter.setTyped(QStringLiteral("old"));
    presenter.searchNow();
    presenter.setTyped(QStringLiteral("new"));
    service.release();
    QVERIFY(presenter.state().filter.text.isEmpty());
    presenter.searchNow();
    service.release();
    QCOMPARE(presenter.state().filter.text, QStringLiteral("new"));
}

void tst_journal_presenter::filtersAddUp()
{
    FakeJournalService service;
    JournalPresenter presenter(service);
    presenter.setService(QStringLiteral("planfix"));
    presenter.setDirection(exchange::Direction::Out);
    presenter.setKind(JournalKind::Failed);
    QCOMPARE(presenter.state().filter.service, QStringLiteral("planfix"));
    QVERIFY(presenter.state().filter.direction == exchange::Direction::Out);
    QVERIFY(presenter.state().filter.kind == JournalKind::Failed);
    QVERIFY(presenter.state().isFiltered());
    presenter.clearFilter();
    QVERIFY(!presenter.state().isFiltered());
}

void tst_journal_presenter::aSubjectTakesTheOtherFiltersAway()
{
    FakeJournalService service;
    JournalPresenter presenter(service);
    presenter.setKind(JournalKind::Failed);
    presenter.setTyped(QStringLiteral("x"));
    presenter.setSubject(QStringLiteral("order:5"));
    JournalFilter only;
    only.subject = QStringLiteral("order:5");
    QCOMPARE(presenter.state().filter, only);
    QVERIFY(presenter.state().typed.isEmpty());
}

void tst_journal_presenter::newsOfTheStoreIsFollowed()
{
    FakeJournalService service;
    service.records.insert(7, record(7, JournalEntry::Source::Outbox, RowState::Waiting));
    JournalPresenter presenter(service);
    presenter.rowsArrived(3);
    presenter.select(7);
    service.records.insert(7, record(7, JournalEntry::Source::Outbox, RowState::Done));
    const QSignalSpy wanted(&presenter, &JournalPresenter::refreshWanted);
    const QSignalSpy queries(&presenter, &JournalPresenter::queryChanged);
    presenter.refresh();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(queries.size(), 0); // the table keeps its place
    QCOMPARE(presenter.state().record.entry.state, RowState::Done);
    QVERIFY(presenter.state().deeds.isEmpty());
}

void tst_journal_presenter::theBadgeSaysWhatWaitsForAPerson()
{
    FakeJournalService service;
    JournalPresenter presenter(service);
    const QSignalSpy halted(&presenter, &JournalPresenter::haltedChanged);
    presenter.refresh();
    QCOMPARE(halted.size(), 0);
    service.haltedRows = 3;
    presenter.refresh();
    presenter.refresh();
    QCOMPARE(halted.size(), 1);
    QCOMPARE(presenter.state().halted, 3);
}

void tst_journal_presenter::deeds_data()
{
    using Source = JournalEntry::Source;
    QTest::addColumn<JournalDetails>("details");
    QTest::addColumn<QList<int>>("kinds");
    const auto kinds = [](std::initializer_list<Kind> list) {
        QList<int> numbers;
        for (const Kind kind : list)
            numbers << static_cast<int>(kind);
        return numbers;
    };
    const auto row = [&](const char *name, const JournalDetails &details, std::initializer_list<Kind> list) {
        QTest::newRow(name) << details << kinds(list);
    };
    row("an effect that needs a person", record(1, Source::Outbox, RowState::Attention), {Kind::Retry, Kind::Cancel});
    row("an effect that waits", record(1, Source::Outbox, RowState::Waiting), {Kind::Retry, Kind::Cancel});
    row("an effect that was given up", record(1, Source::Outbox, RowState::Cancelled), {Kind::Retry});
    row("an effect whose outcome nobody knows", record(1, Source::Outbox, RowState::Unknown), {Kind::Settle, Kind::RetryInDoubt, Kind::Cancel});
    row("an effect that was had", record(1, Source::Outbox, RowState::Done), {});
    row("an effect in work", record(1, Source::Outbox, RowState::Leased), {});
    row("a request that is done", record(1, Source::Inbox, RowState::Done), {Kind::Replay});
    row("a request whose body was pruned", record(1, Source::Inbox, RowState::Done, false), {});
    row("a request that needs a person", record(1, Source::Inbox, RowState::Attention), {Kind::Replay, Kind::Cancel});
    row("a request in work", record(1, Source::Inbox, RowState::Leased), {});
    row("an exchange without a row", record(1, Source::Exchange, RowState::Done), {});
}

void tst_journal_presenter::deeds()
{
    QFETCH(const JournalDetails, details);
    QFETCH(const QList<int>, kinds);
    FakeJournalService service;
    service.records.insert(details.entry.id, details);
    JournalPresenter presenter(service);
    presenter.select(details.entry.id);
    QList<int> found;
    for (const JournalDeed &deed : presenter.state().deeds) {
        found << static_cast<int>(deed.kind);
        QVERIFY(!deed.verb.isEmpty() && !deed.title.isEmpty() && !deed.sentence.isEmpty());
        QCOMPARE(deed.dangerous, deed.kind == Kind::Cancel || deed.kind == Kind::RetryInDoubt);
    }
    QCOMPARE(found, kinds);
}

void tst_journal_presenter::aDeedIsDoneOnceAndToldOf()
{
    FakeJournalService service;
    service.records.insert(5, record(5, JournalEntry::Source::Inbox, RowState::Done));
    JournalPresenter presenter(service);
    presenter.select(5);
    service.holdBack = true;
    const JournalDeed replay = presenter.state().deeds.first();
    presenter.perform(replay);
    presenter.perform(replay); // a second press while the first is on its way
    QVERIFY(presenter.state().isPerforming);
    QCOMPARE(service.asked.filter(QStringLiteral("deed")).size(), 1);
    service.release();
    QVERIFY(!presenter.state().isPerforming);
    QCOMPARE(presenter.state().performedRow, 105);
    presenter.select(6);
    QCOMPARE(presenter.state().performedRow, 0); // of another entry
}

void tst_journal_presenter::aDeedThatFailsIsToldOf()
{
    FakeJournalService service;
    service.records.insert(5, record(5, JournalEntry::Source::Outbox, RowState::Attention));
    JournalPresenter presenter(service);
    presenter.select(5);
    const JournalDeed retry = presenter.state().deeds.first();
    service.failure = base::Error{base::ErrorCode::Conflict, QStringLiteral("done meanwhile"), {}};
    presenter.perform(retry);
    QVERIFY(presenter.state().deedError);
    QCOMPARE(presenter.state().performedRow, 0);
}

void tst_journal_presenter::theNewestChoiceIsShown()
{
    FakeJournalService service;
    service.records.insert(1, record(1, JournalEntry::Source::Outbox, RowState::Done));
    service.records.insert(2, record(2, JournalEntry::Source::Outbox, RowState::Waiting));
    service.holdBack = true;
    JournalPresenter presenter(service);
    presenter.select(1);
    presenter.select(2);
    QCOMPARE(presenter.state().details, JournalState::Details::Loading);
    service.release();
    QCOMPARE(presenter.state().record.entry.id, 2);
}

void tst_journal_presenter::exports()
{
    FakeJournalService service;
    service.exportRows = 12;
    JournalPresenter presenter(service);
    presenter.startExport(QStringLiteral("/x.csv")); // nothing is shown yet
    QVERIFY(service.asked.isEmpty());
    presenter.rowsArrived(12);
    service.holdBack = true;
    presenter.startExport(QStringLiteral("/x.csv"));
    QCOMPARE(presenter.state().exporting, JournalState::Export::Running);
    presenter.stopExport();
    QVERIFY(service.exportStop.stop_requested());
    service.release();
    QCOMPARE(presenter.state().exporting, JournalState::Export::Done);
    QCOMPARE(presenter.state().exportedRows, 12);
    presenter.dismissExport();
    QCOMPARE(presenter.state().exporting, JournalState::Export::Idle);
    service.holdBack = false;
    service.failure = base::Error{base::ErrorCode::StorageFull, {}, {}};
    presenter.startExport(QStringLiteral("/x.csv"));
    QCOMPARE(presenter.state().exporting, JournalState::Export::Failed);
}

QTEST_GUILESS_MAIN(tst_journal_presenter)
#include "tst_journal_presenter.moc"
