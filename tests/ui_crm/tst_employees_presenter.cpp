// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/fake_crm_service.h"
#include "ui/crm/employees_presenter.h"

#include <QtTest>

using namespace pfx;
using pfx::test::FakeCrmService;
using pfx::ui::EmployeesPresenter;
using pfx::ui::EmployeesState;

namespace {

crm::Employee employee(qint64 id, const QString &name, const QString &email = {})
{
    crm::Employee made;
    made.id = id;
    made.name = name;
    made.email = email;
    return made;
}

} // namespace

class TestEmployeesPresenter : public QObject
{
    Q_OBJECT

private slots:
    void searchFindsByNameAndEmail_data();
    void searchFindsByNameAndEmail();
    void noEmployeesIsEmpty();
    void anUnreadableListSaysWhy();
    void whatIsWrongStandsAtItsField_data();
    void whatIsWrongStandsAtItsField();
    void aNewOneIsSavedAndListed();
    void removeAsksTheServiceAndClosesTheForm();
    void anOwnerGoesOnceAnotherHasTheRecords();
    void theOnlyEmployeeStaysWhileRecordsAreTheirs();
    void aHandOverIsToldBeforeDuringAndAfter();
    void whoKeepsTheRecordsStays();
    void anotherFormMeanwhileIsLeftAlone();
};

void TestEmployeesPresenter::searchFindsByNameAndEmail_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing typed: all by name") << QString() << QStringList{QStringLiteral("Алёна"), QStringLiteral("Борис")};
    QTest::newRow("ё is found by е, in any case") << QStringLiteral("АЛЕ") << QStringList{QStringLiteral("Алёна")};
    QTest::newRow("a part of the e-mail") << QStringLiteral("b@") << QStringList{QStringLiteral("Борис")};
    QTest::newRow("nobody") << QStringLiteral("xyz") << QStringList{};
}

void TestEmployeesPresenter::searchFindsByNameAndEmail()
{
    QFETCH(QString, search);
    QFETCH(QStringList, names);
    FakeCrmService service;
    service.allEmployees = {employee(1, QStringLiteral("Борис"), QStringLiteral("b@example.com")), employee(2, QStringLiteral("Алёна"))};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.setSearch(search);
    QStringList found;
    for (const crm::Employee &one : presenter.state().employees)
        found.append(one.name);
    QCOMPARE(found, names);
    QCOMPARE(presenter.state().body, EmployeesState::Body::Rows); // not «empty»: there are some
    QCOMPARE(presenter.state().count, 2);
}

void TestEmployeesPresenter::noEmployeesIsEmpty()
{
    FakeCrmService service;
    EmployeesPresenter presenter(service);
    QCOMPARE(presenter.state().body, EmployeesState::Body::Loading);
    presenter.reload();
    QCOMPARE(presenter.state().body, EmployeesState::Body::Empty);
}

void TestEmployeesPresenter::anUnreadableListSaysWhy()
{
    FakeCrmService service;
    service.failure = base::Error{base::ErrorCode::StorageDamaged, {}, {}};
    EmployeesPresenter presenter(service);
    presenter.reload();
    QCOMPARE(presenter.state().body, EmployeesState::Body::Failed);
    QCOMPARE(presenter.state().error, service.failure);
}

void TestEmployeesPresenter::whatIsWrongStandsAtItsField_data()
{
    using Field = EmployeesState::Field;
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<std::optional<base::Error>>("failure");
    QTest::addColumn<Field>("wrong");
    QTest::addColumn<bool>("asked");
    const std::optional<base::Error> none;
    const auto at = [](base::ErrorCode code, const QString &where) { return std::optional(base::Error{code, {}, where}); };
    QTest::newRow("no name") << QStringLiteral("  ") << QString() << none << Field::Name << false;
    QTest::newRow("no address") << QStringLiteral("Анна") << QStringLiteral("anna") << none << Field::Email << false;
    QTest::newRow("the address is taken") << QStringLiteral("Анна") << QStringLiteral("a@example.com")
                                          << at(base::ErrorCode::Conflict, QStringLiteral("email")) << Field::Email << true;
    QTest::newRow("the store finds the name empty") << QStringLiteral("Анна") << QString()
                                                    << at(base::ErrorCode::Validation, QStringLiteral("name")) << Field::Name << true;
    QTest::newRow("the store is read only") << QStringLiteral("Анна") << QString() << at(base::ErrorCode::StorageReadOnly, {}) << Field::None
                                            << true;
    QTest::newRow("right") << QStringLiteral("Анна") << QStringLiteral("a@example.com") << none << Field::None << true;
}

void TestEmployeesPresenter::whatIsWrongStandsAtItsField()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(std::optional<base::Error>, failure);
    QFETCH(EmployeesState::Field, wrong);
    QFETCH(bool, asked);
    FakeCrmService service;
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.newEmployee();
    presenter.setName(name);
    presenter.setEmail(email);
    service.asked.clear();
    service.failure = failure;
    presenter.save();
    const EmployeesState &state = presenter.state();
    QCOMPARE(state.wrong, wrong);
    QCOMPARE(state.message.isEmpty(), wrong == EmployeesState::Field::None);
    QCOMPARE(!service.asked.isEmpty(), asked);
    QCOMPARE(state.saveError.has_value(), failure && wrong == EmployeesState::Field::None);
    QVERIFY(state.formShown && state.canSave()); // what was typed is not lost
    QCOMPARE(state.draft.name, name);
    presenter.setName(QStringLiteral("Ольга")); // typing takes the message away
    QCOMPARE(presenter.state().wrong, EmployeesState::Field::None);
    QVERIFY(!presenter.state().saveError);
}

void TestEmployeesPresenter::aNewOneIsSavedAndListed()
{
    FakeCrmService service;
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.newEmployee();
    QVERIFY(!presenter.state().canRemove());
    presenter.setName(QStringLiteral("Анна"));
    presenter.save();
    QVERIFY(presenter.state().saved);
    QVERIFY(presenter.state().draft.id != 0);
    QCOMPARE(presenter.state().employees.size(), 1);
    QVERIFY(presenter.state().canRemove());
}

void TestEmployeesPresenter::removeAsksTheServiceAndClosesTheForm()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна"))};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    QVERIFY(service.asked.contains(QStringLiteral("remove 7")));
    QVERIFY(!presenter.state().formShown);
    QCOMPARE(presenter.state().body, EmployeesState::Body::Empty);
}

void TestEmployeesPresenter::anOwnerGoesOnceAnotherHasTheRecords()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна")), employee(8, QStringLiteral("Борис"))};
    service.owners = {7};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    QVERIFY(presenter.state().formShown);
    QVERIFY(!presenter.state().message.isEmpty());
    QVERIFY(!presenter.state().saveError);
    QVERIFY(presenter.state().needsHeir);
    QCOMPARE(presenter.state().heirs.size(), 1);
    service.failure = base::Error{base::ErrorCode::Busy, {}, {}}; // an import is at work
    presenter.giveAwayAndRemove(8);
    QCOMPARE(presenter.state().saveError->code, base::ErrorCode::Busy);
    QVERIFY(presenter.state().needsHeir); // the way on stays in sight
    QCOMPARE(service.asked.count(QStringLiteral("remove 7")), 1); // the first try
    service.failure.reset();
    presenter.giveAwayAndRemove(8);
    QVERIFY(service.asked.contains(QStringLiteral("hand over 7 to 8")));
    QVERIFY(!presenter.state().formShown);
    QCOMPARE(presenter.state().count, 1);
}

void TestEmployeesPresenter::theOnlyEmployeeStaysWhileRecordsAreTheirs()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна"))};
    service.owners = {7};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    QVERIFY(presenter.state().formShown);
    QVERIFY(presenter.state().heirs.isEmpty());
    QVERIFY(!presenter.state().message.isEmpty());
    presenter.setName(QStringLiteral("Анна К.")); // another deed begins
    QVERIFY(!presenter.state().needsHeir);
}

void TestEmployeesPresenter::aHandOverIsToldBeforeDuringAndAfter()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна")), employee(8, QStringLiteral("Борис"))};
    service.owners = {7};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    const EmployeesState &state = presenter.state();
    QCOMPARE(state.owned, std::optional(crm::employees::HandedOver{3, 0, 1}));
    QVERIFY2(state.message.contains(QStringLiteral("contacts: 3, deals: 1")), qPrintable(state.message));
    service.holdBack = true;
    presenter.giveAwayAndRemove(8);
    QVERIFY(state.handingOver && state.needsHeir);
    QVERIFY(!state.canSave() && !state.canRemove());
    presenter.keepRecords(); // too late
    presenter.setExtension(QStringLiteral("12"));
    QVERIFY(state.handingOver && state.needsHeir);
    service.holdBack = false;
    service.release();
    QVERIFY(!state.handingOver && !state.needsHeir && !state.formShown);
    QCOMPARE(state.done, QStringLiteral("Handed over: contacts: 3, companies: 2, deals: 1"));
    presenter.select(8);
    QVERIFY(state.done.isEmpty());
}

void TestEmployeesPresenter::whoKeepsTheRecordsStays()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна")), employee(8, QStringLiteral("Борис"))};
    service.owners = {7};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    presenter.keepRecords();
    QVERIFY(presenter.state().formShown && presenter.state().canRemove());
    QVERIFY(!presenter.state().needsHeir);
    QVERIFY(presenter.state().message.isEmpty());
    QVERIFY(!service.asked.contains(QStringLiteral("hand over 7 to 8")));
}

void TestEmployeesPresenter::anotherFormMeanwhileIsLeftAlone()
{
    FakeCrmService service;
    service.allEmployees = {employee(7, QStringLiteral("Анна")), employee(8, QStringLiteral("Борис")), employee(9, QStringLiteral("Вера"))};
    service.owners = {7};
    EmployeesPresenter presenter(service);
    presenter.reload();
    presenter.select(7);
    presenter.removeSelected();
    service.holdBack = true;
    presenter.giveAwayAndRemove(8);
    presenter.select(9);
    service.holdBack = false;
    service.release();
    QVERIFY(service.asked.contains(QStringLiteral("remove 7")));
    QVERIFY(!service.asked.contains(QStringLiteral("remove 9")));
    QVERIFY(presenter.state().formShown);
    QCOMPARE(presenter.state().draft.id, 9);
    QCOMPARE(presenter.state().count, 2);
}

QTEST_GUILESS_MAIN(TestEmployeesPresenter)
#include "tst_employees_presenter.moc"
