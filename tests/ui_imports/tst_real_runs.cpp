// SPDX-License-Identifier: GPL-3.0-or-later
// What a run goes through after it was begun, on the real page over the real core: pause, stop, going on, failed rows again, undo; an
// employee who has gone meanwhile; the sample.
#include "core/crm/employees.h"
#include "tests/ui_imports/office.h"
#include "translations/translations.h"
#include "ui/common/theme.h"

#include <QApplication>
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
    /// To step 2 by clicks, with the employee chosen there.
    static void choose(Office &office, const QString &path)
    {
        const qint64 employee = office.addEmployee(u"Ольга Ким"_s);
        QTRY_VERIFY_WITH_TIMEOUT(office.view() != ui::ImportsState::View::Loading, kPatience);
        QVERIFY(office.click(u"Новый импорт"_s));
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
        const auto shown = [&] { return office.presenter().result().state().problems.size(); };
        QTRY_VERIFY_WITH_TIMEOUT(shown() > 0, kPatience);
        office.presenter().result().setReason(migration::ProblemCode::RowUnreadable);
        QTRY_VERIFY_WITH_TIMEOUT(shown() > 0, kPatience);
        for (qsizetype before = -1; before != shown();) {
            before = shown();
            office.presenter().result().fetchMore();
            QTRY_VERIFY_WITH_TIMEOUT(shown() > before || !office.presenter().result().state().more, kPatience);
        }
        QCOMPARE(shown(), 1250);
        QCOMPARE(office.presenter().result().state().problems.last().externalId, u"1251"_s);
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

    void theSampleIsThereForTrying()
    {
        Office office;
        QTRY_COMPARE_WITH_TIMEOUT(office.view(), ui::ImportsState::View::Empty, kPatience);
        const qint64 employee = office.addEmployee(u"Ольга Ким"_s);
        QVERIFY(office.click(u"Попробовать на примере из 100 записей"_s));
        goOn(office, employee);
        QVERIFY(office.click(u"Начать импорт"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QCOMPARE(office.result().state, RunState::Finished);
        const migration::RunReport &report = office.result();
        QCOMPARE(report.contacts.read, 100);
        QVERIFY(report.contacts.created > 0 && report.deals.created > 0);
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
