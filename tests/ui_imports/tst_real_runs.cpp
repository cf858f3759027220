// SPDX-License-Identifier: GPL-3.0-or-later
// What a run goes through after it was begun, on the real page over the real core: pause, stop, going on, failed rows again, undo; an
// employee who has gone meanwhile; the sample.
#include "core/crm/employees.h"
#include "tests/ui_imports/office.h"
#include "translations/translations.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::RunState;
using ui::ImportStep;

static QByteArray contacts(int good, int bad)
{
    QByteArray text = "{'contacts':[";
    for (int i = 1; i <= good + bad; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += i > 1 ? "," : "";
        text += "{'id':" + number + ",'name':" + (i <= good ? "'Contact " + number + "'" : QByteArray("{'a':1}")) + "}";
    }
    return json(text + "],'deals':[],'pipelines':[]}");
}

class TestRealRuns : public QObject
{
    Q_OBJECT

private:
    /// As a screen reader does it: the state of a button is toggled, nothing is clicked.
    static void toggle(const Office &office, const QString &objectName)
    {
        auto *button = office.page->findChild<QAbstractButton *>(objectName);
        QVERIFY2(button != nullptr && button->isCheckable(), qPrintable(objectName));
        button->toggle();
    }
    /// To step 2 by clicks, with the employee chosen there.
    static void choose(Office &office, const QString &path, const QString &toggled = {})
    {
        const qint64 employee = office.addEmployee(u"Ольга Ким"_s);
        QTRY_VERIFY_WITH_TIMEOUT(office.view() != ui::ImportsState::View::Loading, kPatience);
        QVERIFY(office.click(u"Новый импорт"_s));
        if (!toggled.isEmpty())
            toggle(office, toggled);
        office.presenter().source().open(path);
        goOn(office, employee);
    }
    static void goOn(Office &office, qint64 employee)
    {
        QTRY_COMPARE_WITH_TIMEOUT(office.presenter().source().state().phase, ui::SourceState::Phase::Ready, kPatience);
        QVERIFY(office.click(u"Далее"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Options, kPatience);
        office.presenter().options().setEmployee(employee);
    }
    static void importWhole(Office &office, const QByteArray &content)
    {
        choose(office, office.file(u"export.json"_s, content));
        QVERIFY(office.click(u"Начать импорт"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!office.jobs.hasRunning(), kPatience);
    }

private slots:
    void theNextImportHasTheSameDefaultUser()
    {
        Office office;
        office.addEmployee(u"Анна Львова"_s);
        importWhole(office, contacts(1, 0)); // by the second one
        const qint64 employee = office.presenter().options().state().employee;
        office.newPage();
        QTRY_VERIFY_WITH_TIMEOUT(office.view() != ui::ImportsState::View::Loading, kPatience);
        QVERIFY(office.click(u"Новый импорт"_s));
        office.presenter().source().open(office.file(u"next.json"_s, contacts(2, 0)));
        QTRY_COMPARE_WITH_TIMEOUT(office.presenter().source().state().phase, ui::SourceState::Phase::Ready, kPatience);
        QVERIFY(office.click(u"Далее"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.presenter().options().state().employee, employee, kPatience);
    }

    void undoAsksWithNumbersAndTakesAway()
    {
        Office office;
        importWhole(office, contacts(3, 0));
        QVERIFY(office.click(u"Отменить импорт"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.prompt.asked.size(), 1, kPatience);
        QCOMPARE(office.prompt.asked.first().verb, u"Отменить импорт"_s);
        QVERIFY2(office.prompt.asked.first().sentence.startsWith(u"Будет убрано: 3 "_s), qPrintable(office.prompt.asked.first().sentence));
        QTRY_COMPARE_WITH_TIMEOUT(office.result().state, RunState::Undone, kPatience);
        QTRY_COMPARE(office.banner(u"resultBanner"_s)->fact(), u"Импорт отменён"_s);
        QVERIFY(!office.click(u"Отменить импорт"_s));
    }

    void onlyTheFailedAreTriedAgain()
    {
        Office office;
        importWhole(office, contacts(5, 2));
        const qint64 first = office.result().run;
        QCOMPARE(office.result().contacts, (migration::Counters{7, 5, 0, 0, 2}));
        QVERIFY(office.click(u"Повторить только ошибки"_s));
        QTRY_VERIFY_WITH_TIMEOUT(office.result().run != first && office.step() == ImportStep::Result, kPatience);
        QCOMPARE(office.result().contacts, (migration::Counters{2, 0, 0, 0, 2}));
    }

    void aFilteredListOfProblemsGoesToItsEnd()
    {
        Office office;
        importWhole(office, contacts(1, 1250));
        const auto shown = [&] { return office.presenter().result().problems().state().lines.size(); };
        QTRY_VERIFY_WITH_TIMEOUT(shown() > 0, kPatience);
        office.presenter().result().problems().setReason(migration::ProblemCode::RowUnreadable);
        QTRY_VERIFY_WITH_TIMEOUT(shown() > 0, kPatience);
        for (int before = -1; before != shown();) {
            before = shown();
            office.presenter().result().problems().fetchMore();
            QTRY_VERIFY_WITH_TIMEOUT(shown() > before || !office.presenter().result().problems().state().more, kPatience);
        }
        QCOMPARE(shown(), 1250);
        QCOMPARE(office.presenter().result().problems().state().lines.at(shown() - 1).first.externalId, u"1251"_s);
    }

    void aPausedAndStoppedRunGoesOnToItsEnd()
    {
        Office office;
        choose(office, office.file(u"export.json"_s, contacts(40'000, 0)));
        QVERIFY(office.click(u"Начать импорт"_s));
        // Stopped while the file is only being looked at, no run has begun and there is nothing to go on with.
        QTRY_VERIFY_WITH_TIMEOUT(office.presenter().job() && office.presenter().job()->progress().run != 0, kPatience);
        QVERIFY(QTest::qWaitFor([&] { return office.click(u"Пауза"_s); }, kPatience)); // once: QTRY_VERIFY would click again
        QTRY_VERIFY_WITH_TIMEOUT(office.presenter().job() == nullptr || office.presenter().job()->isPaused(), kPatience);
        QVERIFY2(office.presenter().job() != nullptr, "over before it was paused");
        QVERIFY(office.click(u"Продолжить"_s));
        QVERIFY(!office.presenter().job()->isPaused());
        QVERIFY(office.click(u"Остановить"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QCOMPARE(office.result().state, RunState::Stopped);
        QCOMPARE(office.banner(u"resultBanner"_s)->fact(), u"Импорт остановлен"_s);
        QVERIFY(office.click(u"Продолжить импорт"_s));
        QTRY_VERIFY_WITH_TIMEOUT(office.step() == ImportStep::Result && office.result().state == RunState::Finished, kPatience);
        QCOMPARE(office.result().contacts.created, 40'000);
    }

    void whatIsToggledCounts()
    {
        Office office;
        choose(office, office.file(u"export.csv"_s, "ID;Имя;Фамилия;Рабочий телефон;Рабочий e-mail\n1;Иван;Иванов;нет;i@example.com\n2;;;;\n"), u"system-bitrix24"_s);
        QCOMPARE(office.presenter().source().state().system, records::System::Bitrix24);
        toggle(office, u"duplicatesUpdate"_s);
        toggle(office, u"updateAll"_s);
        QCOMPARE(office.presenter().options().state().duplicates, migration::DuplicatePolicy::Update);
        QCOMPARE(office.presenter().options().state().update, migration::UpdatePolicy::All);
        QVERIFY(office.click(u"Далее"_s));
        QVERIFY(office.click(u"Далее"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.presenter().check().state().phase, ui::CheckState::Phase::Done, kPatience);
        toggle(office, u"countCreate"_s);
        QCOMPARE(office.presenter().check().state().decision, std::optional(migration::Decision::Created));
        toggle(office, u"countUpdate"_s);
        QCOMPARE(office.presenter().check().state().decision, std::optional(migration::Decision::Updated));
        toggle(office, u"countUpdate"_s);
        QVERIFY(!office.presenter().check().state().decision);
        QVERIFY(office.click(u"Начать импорт"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        const QString reason = u"reason%1"_s.arg(static_cast<int>(migration::ProblemCode::PhoneNotUnderstood));
        QTRY_VERIFY_WITH_TIMEOUT(office.page->findChild<QAbstractButton *>(reason), kPatience);
        toggle(office, reason);
        QCOMPARE(office.presenter().result().problems().state().reason, std::optional(migration::ProblemCode::PhoneNotUnderstood));
        auto *table = office.page->findChild<QAbstractItemView *>(u"problems"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 1, kPatience);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"строка 2"_s);
        toggle(office, reason);
        QVERIFY(!office.presenter().result().problems().state().reason);
        QVERIFY(office.page->findChild<QAbstractButton *>(u"reason-1"_s)->isChecked());
    }

    void anEmployeeWhoHasGoneIsNotFound()
    {
        Office office;
        choose(office, office.file(u"export.json"_s, contacts(1, 0)));
        const qint64 employee = office.presenter().options().state().employee;
        QVERIFY(office.store->writer().run([employee](store::Connection &db) { return crm::employees::remove(db, employee); }));
        QVERIFY(office.click(u"Начать импорт"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!office.presenter().options().state().employeeError.isEmpty(), kPatience);
        QVERIFY2(office.presenter().options().state().employeeError.startsWith(u"Пользователь не найден"_s),
                 qPrintable(office.presenter().options().state().employeeError));
        QCOMPARE(office.step(), ImportStep::Options);
    }

    void theRecordsAreShownWhereThereAreAny_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("tab");
        QTest::newRow("contacts first") << contacts(2, 0) << u"contacts"_s;
        QTest::newRow("deals alone") << json("{'contacts':[],'deals':[{'id':1,'name':'Deal','price':5}],'pipelines':[]}") << u"deals"_s;
    }

    void theRecordsAreShownWhereThereAreAny()
    {
        QFETCH(QByteArray, content);
        Office office;
        importWhole(office, content);
        const QSignalSpy left(office.page.get(), &ui::Page::goTo);
        QVERIFY(office.click(u"Показать клиентов и сделки"_s));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().first().toString(), ui::pages::Crm);
        QTEST(left.first().at(1).toMap().value(u"tab"_s).toString(), "tab");
    }

    void theSampleIsThereForTrying()
    {
        Office office;
        QTRY_COMPARE_WITH_TIMEOUT(office.view(), ui::ImportsState::View::Empty, kPatience);
        const qint64 employee = office.addEmployee(u"Ольга Ким"_s);
        QVERIFY(office.click(u"Попробовать на примере"_s));
        goOn(office, employee);
        QVERIFY(office.click(u"Начать импорт"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QCOMPARE(office.result().state, RunState::Finished);
        const migration::RunReport &report = office.result();
        QCOMPARE(report.contacts.read, 100);
        QVERIFY(report.contacts.created > 0 && report.deals.created > 0);
        const QSignalSpy left(office.page.get(), &ui::Page::goTo);
        QVERIFY(office.click(u"Показать клиентов и сделки"_s)); // the next step
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().first().toString(), ui::pages::Crm);
        QVERIFY(QTest::qWaitFor([&] { return office.click(u"Отменить импорт"_s); }, kPatience));
        QTRY_COMPARE_WITH_TIMEOUT(office.prompt.asked.size(), 1, kPatience);
        const QString told = u"Будет убрано: %1 "_s.arg(report.total().created); // the stage made for an unknown number is not of the file
        QVERIFY2(office.prompt.asked.first().sentence.startsWith(told), qPrintable(office.prompt.asked.first().sentence));
        QTRY_COMPARE_WITH_TIMEOUT(office.result().state, RunState::Undone, kPatience);
        QVERIFY(!office.click(u"Показать клиентов и сделки"_s));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    translations::install(application, u"ru"_s);
    TestRealRuns test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_real_runs.moc"
