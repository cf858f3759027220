// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/options_presenter.h"

#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::DuplicatePolicy;

static crm::Employee employee(qint64 id, const QString &name, const QString &email)
{
    crm::Employee result;
    result.id = id;
    result.name = name;
    result.email = email;
    return result;
}

class TestOptionsPresenter : public QObject
{
    Q_OBJECT

private slots:
    void check_data()
    {
        QTest::addColumn<qint64>("chosen");
        QTest::addColumn<bool>("may");
        QTest::newRow("no employee: says so") << qint64(0) << false;
        QTest::newRow("an employee: may begin") << qint64(2) << true;
    }
    void check()
    {
        QFETCH(qint64, chosen);
        test::FakeImportService service;
        service.staff = {employee(1, u"Ольга Ким"_s, u"kim@example.com"_s), employee(2, u"Сергей Панов"_s, {})};
        ui::OptionsPresenter presenter(service);
        presenter.reload();
        presenter.setEmployee(chosen);
        QTEST(presenter.check(), "may");
        QCOMPARE(presenter.state().employeeError.isEmpty(), chosen != 0);
        QCOMPARE(presenter.state().editEnabled, chosen != 0);
        presenter.setEmployee(1);
        QVERIFY(presenter.state().employeeError.isEmpty());
    }

    void adopted_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<qint64>("id");
        QTest::newRow("by id") << u"2"_s << qint64(2);
        QTest::newRow("by e-mail in other letters") << u"KIM@example.com"_s << qint64(1);
        QTest::newRow("by name in other letters") << u"сергей  панов"_s << qint64(2);
        QTest::newRow("one who is gone is not chosen") << u"Нет такого"_s << qint64(0);
    }
    void adopted()
    {
        QFETCH(QString, named);
        test::FakeImportService service;
        service.staff = {employee(1, u"Ольга Ким"_s, u"kim@example.com"_s), employee(2, u"Сергей Панов"_s, {})};
        ui::OptionsPresenter presenter(service);
        migration::ImportOptions options;
        options.defaultEmployee = named;
        options.duplicates = DuplicatePolicy::Update;
        presenter.adopt(options);
        presenter.reload();
        QTEST(presenter.state().employee, "id");
        QVERIFY(presenter.state().updateEnabled);
    }

    void preselected_data()
    {
        QTest::addColumn<int>("employees");
        QTest::addColumn<QString>("last");
        QTest::addColumn<bool>("leftEmpty");
        QTest::addColumn<qint64>("chosen");
        QTest::newRow("nobody is there") << 0 << QString() << false << qint64(0);
        QTest::newRow("the only one needs no choosing") << 1 << QString() << false << qint64(1);
        QTest::newRow("the only one, but left empty by hand") << 1 << QString() << true << qint64(0);
        QTest::newRow("one of two has to be chosen") << 2 << QString() << false << qint64(0);
        QTest::newRow("whom the last import had") << 3 << u"2"_s << false << qint64(2);
        QTest::newRow("whom the last import had, but left empty by hand") << 3 << u"2"_s << true << qint64(0);
        QTest::newRow("the last one is gone: one of two has to be chosen") << 2 << u"9"_s << false << qint64(0);
        QTest::newRow("the last one is gone: the only one") << 1 << u"9"_s << false << qint64(1);
    }
    void preselected()
    {
        QFETCH(int, employees);
        QFETCH(const QString, last);
        QFETCH(bool, leftEmpty);
        QFETCH(qint64, chosen);
        test::FakeImportService service;
        service.last = last;
        for (int i = 1; i <= employees; ++i)
            service.staff.append(employee(i, u"Сотрудник %1"_s.arg(i), {}));
        ui::OptionsPresenter presenter(service);
        presenter.reload();
        if (leftEmpty)
            presenter.setEmployee(0);
        presenter.reload();
        QTEST(presenter.state().employee, "chosen");
        QCOMPARE(presenter.state().editEnabled, presenter.state().employee != 0);
        presenter.reset(); // a new import asks anew
        presenter.reload();
        QCOMPARE(presenter.state().employee, leftEmpty ? (employees == 1 ? 1 : last.toLongLong()) : chosen);
    }

    void updateIsAskedOnlyWhereItMatters()
    {
        test::FakeImportService service;
        ui::OptionsPresenter presenter(service);
        for (const auto policy : {DuplicatePolicy::Skip, DuplicatePolicy::Update, DuplicatePolicy::New}) {
            presenter.setDuplicates(policy);
            QCOMPARE(presenter.state().updateEnabled, policy == DuplicatePolicy::Update);
        }
    }

    void aNewEmployeeIsChosenAtOnce()
    {
        test::FakeImportService service;
        service.saved = qint64(7);
        ui::OptionsPresenter presenter(service);
        presenter.check();
        presenter.openForm(true);
        presenter.setForm(u"  "_s, {}, {});
        presenter.saveForm();
        QVERIFY(presenter.state().form.open);
        QVERIFY(!presenter.state().form.nameError.isEmpty());
        presenter.setForm(u" Анна "_s, u"anna@example.com"_s, u"12"_s);
        QVERIFY(presenter.state().form.nameError.isEmpty());
        presenter.saveForm();
        QVERIFY(!presenter.state().form.open);
        QCOMPARE(presenter.state().employee, 7);
        QCOMPARE(service.staff.last().name, u"Анна"_s);
        QVERIFY(presenter.state().employeeError.isEmpty());
    }

    void aRefusedEmployeeKeepsTheFormAndSaysWhere_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<base::Result<qint64>>("answer");
        QTest::addColumn<bool>("belowEmail");
        QTest::addColumn<bool>("above");
        const base::Result<qint64> saved = qint64(7);
        QTest::newRow("what is no address stands below its field") << u"not-an-email"_s << saved << true << false;
        QTest::newRow("an address of another user too")
            << u"kim@example.com"_s << base::Result<qint64>(base::fail(base::ErrorCode::Conflict, u"taken"_s, u"email"_s)) << true << false;
        QTest::newRow("a full disk stands above the fields")
            << u"kim@example.com"_s << base::Result<qint64>(base::fail(base::ErrorCode::StorageFull, u"full"_s)) << false << true;
        QTest::newRow("somebody changed the user meanwhile")
            << u"kim@example.com"_s << base::Result<qint64>(base::fail(base::ErrorCode::Conflict, u"changed"_s, u"employee"_s)) << false << true;
    }
    void aRefusedEmployeeKeepsTheFormAndSaysWhere()
    {
        QFETCH(QString, email);
        QFETCH(base::Result<qint64>, answer);
        test::FakeImportService service;
        service.saved = answer;
        ui::OptionsPresenter presenter(service);
        presenter.openForm(true);
        presenter.setForm(u"Анна"_s, email, {});
        presenter.saveForm();
        QVERIFY(presenter.state().form.open);
        QVERIFY(!presenter.state().form.saving);
        QVERIFY(presenter.state().form.nameError.isEmpty());
        QTEST(!presenter.state().form.emailError.isEmpty(), "belowEmail");
        QTEST(presenter.state().form.error.has_value(), "above");
        presenter.setForm(u"Анна К."_s, email, {});
        QTEST(!presenter.state().form.emailError.isEmpty(), "belowEmail"); // another field does not mend it
        presenter.setForm(u"Анна К."_s, u"anna@example.com"_s, {});
        QVERIFY(presenter.state().form.emailError.isEmpty());
    }

    void choicesBecomeOptions()
    {
        test::FakeImportService service;
        service.staff = {employee(2, u"Сергей Панов"_s, {})};
        ui::OptionsPresenter presenter(service);
        presenter.reload();
        presenter.setEmployee(2);
        presenter.setPipeline(5);
        presenter.setDealSource(u" Сайт "_s);
        presenter.setDealType(u"Повторная"_s);
        presenter.setDuplicates(DuplicatePolicy::Update);
        presenter.setUpdate(migration::UpdatePolicy::All);
        migration::ImportOptions options;
        presenter.apply(options);
        QCOMPARE(options.defaultEmployee, u"2"_s);
        QCOMPARE(options.pipeline, u"5"_s);
        QCOMPARE(options.dealSource, u"Сайт"_s);
        QCOMPARE(options.dealType, u"Повторная"_s);
        QCOMPARE(options.duplicates, DuplicatePolicy::Update);
        QCOMPARE(options.update, migration::UpdatePolicy::All);
    }
};

QTEST_MAIN(TestOptionsPresenter)
#include "tst_options_presenter.moc"
