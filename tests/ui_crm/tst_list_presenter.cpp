// SPDX-License-Identifier: GPL-3.0-or-later
// The list's state as a table: what was done → what is shown.
#include "tests/ui_crm/fake_crm_service.h"
#include "ui/crm/list_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using pfx::test::FakeCrmService;
using pfx::ui::ListKind;
using pfx::ui::ListPresenter;
using pfx::ui::ListState;

namespace {

crm::ContactDetails contact(qint64 id, const QString &name)
{
    crm::ContactDetails details;
    details.contact.id = id;
    details.contact.name = name;
    return details;
}

const base::Error Locked{base::ErrorCode::StorageLocked, QStringLiteral("database is locked"), {}};

} // namespace

class TestListPresenter : public QObject
{
    Q_OBJECT

private slots:
    void bodyFollowsTheQuery_data();
    void bodyFollowsTheQuery();
    void typingAsksOnlyForWhatWasTypedLast();
    void aSearchLetsGoOfWhatWasChosenBefore();
    void enterAsksAtOnce();
    void theSameTextIsNotAskedAgain();
    void anotherFilterForgetsTheCount();
    void scopeTakesSearchAndFilterAway();
    void detailsOfTheNewestClickWin();
    void detailsThatCannotBeReadSayWhy();
    void detailsOfWhatHasGoneAreClosed();
    void exportGoesThroughItsStates_data();
    void exportGoesThroughItsStates();
    void exportIsStoppedByTheEndOfTheList();
};

using Step = std::function<void(ListPresenter &)>;
Q_DECLARE_METATYPE(Step)

void TestListPresenter::bodyFollowsTheQuery_data()
{
    using Body = ListState::Body;
    QTest::addColumn<Step>("step");
    QTest::addColumn<Body>("body");
    QTest::addColumn<bool>("canExport");
    QTest::newRow("nothing was answered yet: the skeleton") << Step([](ListPresenter &) {}) << Body::Loading << false;
    QTest::newRow("no rows without a search: empty") << Step([](ListPresenter &p) { p.firstRowsArrived(0); }) << Body::Empty << false;
    QTest::newRow("no rows with a search: nothing found") << Step([](ListPresenter &p) {
        p.setTyped(QStringLiteral("ива"));
        p.searchNow();
        p.firstRowsArrived(0);
    }) << Body::NothingFound << false;
    QTest::newRow("no rows in a stage: nothing found") << Step([](ListPresenter &p) {
        p.setFilter(1, 2);
        p.firstRowsArrived(0);
    }) << Body::NothingFound << false;
    QTest::newRow("no deals of a contact: nothing found") << Step([](ListPresenter &p) {
        p.setScope(0, 7, QStringLiteral("Ива"));
        p.firstRowsArrived(0);
    }) << Body::NothingFound << false;
    QTest::newRow("rows") << Step([](ListPresenter &p) { p.firstRowsArrived(256); }) << Body::Rows << true;
    QTest::newRow("rows stay while the next search is asked") << Step([](ListPresenter &p) {
        p.firstRowsArrived(256);
        p.setTyped(QStringLiteral("x"));
        p.searchNow();
    }) << Body::Rows << true;
    QTest::newRow("a locked store") << Step([](ListPresenter &p) { p.queryFailed(Locked); }) << Body::Failed << false;
    QTest::newRow("a cancelled question is no failure") << Step([](ListPresenter &p) {
        p.queryFailed({base::ErrorCode::Cancelled, {}, {}});
    }) << Body::Loading << false;
    QTest::newRow("asked again after a failure: the skeleton") << Step([](ListPresenter &p) {
        p.queryFailed(Locked);
        p.reload();
    }) << Body::Loading << false;
}

void TestListPresenter::bodyFollowsTheQuery()
{
    QFETCH(Step, step);
    QFETCH(ListState::Body, body);
    QFETCH(bool, canExport);
    FakeCrmService service;
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.reload();
    step(presenter);
    QCOMPARE(presenter.state().body, body);
    QCOMPARE(presenter.state().canExport(), canExport);
    QCOMPARE(presenter.state().error.has_value(), body == ListState::Body::Failed);
}

void TestListPresenter::typingAsksOnlyForWhatWasTypedLast()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.setSearchDelay(0);
    QSignalSpy queries(&presenter, &ListPresenter::queryChanged);
    for (const QString &typed : {QStringLiteral("и"), QStringLiteral("ив"), QStringLiteral(" ива ")})
        presenter.setTyped(typed);
    QCOMPARE(queries.size(), 0); // typing itself asks nothing
    QTRY_COMPARE(queries.size(), 1);
    QCOMPARE(presenter.state().query.search, QStringLiteral("ива"));
    QCOMPARE(presenter.state().typed, QStringLiteral(" ива "));
}

void TestListPresenter::aSearchLetsGoOfWhatWasChosenBefore()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Deals, service);
    presenter.select(7);
    presenter.setTyped(QStringLiteral("замер"));
    presenter.searchNow();
    QCOMPARE(presenter.state().selected, 0);
    QCOMPARE(presenter.state().details, ListState::Details::Nothing);
    presenter.select(8);
    presenter.setTyped({});
    presenter.searchNow(); // the whole list has it too
    QCOMPARE(presenter.state().selected, 8);
}

void TestListPresenter::enterAsksAtOnce()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Contacts, service);
    QSignalSpy queries(&presenter, &ListPresenter::queryChanged);
    presenter.setTyped(QStringLiteral("8 906"));
    presenter.searchNow();
    QCOMPARE(queries.size(), 1);
}

void TestListPresenter::theSameTextIsNotAskedAgain()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.setTyped(QStringLiteral("ива"));
    presenter.searchNow();
    QSignalSpy queries(&presenter, &ListPresenter::queryChanged);
    presenter.setTyped(QStringLiteral("ива "));
    presenter.searchNow();
    QCOMPARE(queries.size(), 0);
}

void TestListPresenter::anotherFilterForgetsTheCount()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Deals, service);
    presenter.firstRowsArrived(256);
    presenter.counted(1'000'000);
    QCOMPARE(presenter.state().count, std::optional<qint64>(1'000'000));
    presenter.setFilter(3, -1);
    QVERIFY(!presenter.state().count);
    QCOMPARE(presenter.state().query.pipelineId, 3);
    QCOMPARE(presenter.state().query.stageId, -1);
}

void TestListPresenter::scopeTakesSearchAndFilterAway()
{
    FakeCrmService service;
    ListPresenter presenter(ListKind::Deals, service);
    presenter.setTyped(QStringLiteral("ива"));
    presenter.searchNow();
    presenter.setFilter(3, 4);
    presenter.setScope(0, 9, QStringLiteral("Мария"));
    const ListState &state = presenter.state();
    QVERIFY(state.typed.isEmpty() && state.query.search.isEmpty());
    QCOMPARE(state.query.pipelineId, 0);
    QCOMPARE(state.query.contactId, 9);
    QCOMPARE(state.scope, QStringLiteral("Мария"));
    presenter.clearFilter();
    QVERIFY(!presenter.state().isFiltered());
    QVERIFY(presenter.state().scope.isEmpty());
}

void TestListPresenter::detailsOfTheNewestClickWin()
{
    FakeCrmService service;
    service.contactsById = {{1, contact(1, QStringLiteral("Первый"))}, {2, contact(2, QStringLiteral("Второй"))}};
    service.holdBack = true;
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.select(1);
    QCOMPARE(presenter.state().details, ListState::Details::Loading);
    presenter.select(2);
    service.releaseNewestFirst();
    QCOMPARE(presenter.state().details, ListState::Details::Shown);
    QCOMPARE(presenter.state().record.title, QStringLiteral("Второй"));
    presenter.select(0);
    QCOMPARE(presenter.state().details, ListState::Details::Nothing);
}

void TestListPresenter::detailsOfWhatHasGoneAreClosed()
{
    FakeCrmService service;
    service.contactsById.insert(1, contact(1, QStringLiteral("Анна")));
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.select(1);
    QCOMPARE(presenter.state().details, ListState::Details::Shown);
    service.contactsById.clear(); // an import was undone
    presenter.reload();
    QCOMPARE(presenter.state().details, ListState::Details::Nothing);
    QCOMPARE(presenter.state().selected, 0);
    presenter.select(1); // a link to it is another matter
    QCOMPARE(presenter.state().details, ListState::Details::Failed);
}

void TestListPresenter::detailsThatCannotBeReadSayWhy()
{
    FakeCrmService service;
    service.failure = Locked;
    ListPresenter presenter(ListKind::Companies, service);
    presenter.select(5);
    QCOMPARE(presenter.state().details, ListState::Details::Failed);
    QCOMPARE(presenter.state().detailsError, std::optional(Locked));
    service.failure.reset();
    service.companiesById.insert(5, {});
    presenter.select(5); // the same again is a new try after a failure
    QCOMPARE(presenter.state().details, ListState::Details::Shown);
}

void TestListPresenter::exportGoesThroughItsStates_data()
{
    using Export = ListState::Export;
    QTest::addColumn<std::optional<base::Error>>("failure");
    QTest::addColumn<Export>("end");
    QTest::newRow("written") << std::optional<base::Error>() << Export::Done;
    QTest::newRow("no space") << std::optional(base::Error{base::ErrorCode::StorageFull, {}, {}}) << Export::Failed;
    QTest::newRow("stopped by the person") << std::optional(base::Error{base::ErrorCode::Cancelled, {}, {}}) << Export::Stopped;
}

void TestListPresenter::exportGoesThroughItsStates()
{
    QFETCH(std::optional<base::Error>, failure);
    QFETCH(ListState::Export, end);
    FakeCrmService service;
    service.exportRows = 10;
    ListPresenter presenter(ListKind::Contacts, service);
    presenter.setTyped(QStringLiteral("ива"));
    presenter.searchNow();
    presenter.firstRowsArrived(10);
    service.holdBack = true;
    service.failure = failure;
    presenter.startExport(QStringLiteral("/tmp/x.csv"), {});
    QCOMPARE(presenter.state().exporting, ListState::Export::Running);
    QCOMPARE(presenter.state().exportedRows, 5);
    QVERIFY(!presenter.state().canExport());
    presenter.startExport(QStringLiteral("/tmp/y.csv"), {}); // one at a time
    QCOMPARE(service.asked.filter(QStringLiteral("export")), QStringList{QStringLiteral("export /tmp/x.csv ива")});
    presenter.stopExport();
    QVERIFY(service.exportStop.stop_requested());
    service.release();
    QCOMPARE(presenter.state().exporting, end);
    QCOMPARE(presenter.state().exportError.has_value(), end == ListState::Export::Failed);
    presenter.dismissExport();
    QCOMPARE(presenter.state().exporting, ListState::Export::Idle);
}

void TestListPresenter::exportIsStoppedByTheEndOfTheList()
{
    FakeCrmService service;
    service.holdBack = true;
    {
        ListPresenter presenter(ListKind::Contacts, service);
        presenter.firstRowsArrived(10);
        presenter.startExport(QStringLiteral("/tmp/x.csv"), {});
        QVERIFY(!service.exportStop.stop_requested());
    }
    QVERIFY(service.exportStop.stop_requested());
}

QTEST_GUILESS_MAIN(TestListPresenter)
#include "tst_list_presenter.moc"
