// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/imports_presenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using ui::ImportStep;
using View = ui::ImportsState::View;
using migration::RunState;

static migration::RunReport report(qint64 run, RunState state, bool dryRun = false)
{
    migration::RunReport result;
    result.run = run;
    result.state = state;
    result.dryRun = dryRun;
    result.path = u"/amo.json"_s;
    result.contacts = {4, 2, 1, 0, 1};
    return result;
}

class TestImportsPresenter : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        test::FakeImportService service;
        std::unique_ptr<ui::ImportsPresenter> presenter;

        explicit Scene(const QVector<migration::RunReport> &runs = {})
        {
            records::SourceInfo info;
            info.contacts = 2;
            service.files.insert({{u"/amo.json"_s, records::System::Amocrm}, info});
            service.files.insert({{u"/sample.json"_s, records::System::Amocrm}, info});
            crm::Employee employee;
            employee.id = 1;
            employee.name = u"Ольга Ким"_s;
            crm::Employee other;
            other.id = 2;
            other.name = u"Сергей Панов"_s;
            service.staff = {employee, other}; // with one there is nothing to choose
            service.runList = runs;
            presenter = std::make_unique<ui::ImportsPresenter>(service);
            presenter->reload();
        }
        void prepareTo(ImportStep step)
        {
            presenter->newImport();
            presenter->source().open(u"/amo.json"_s);
            presenter->next();
            if (step > ImportStep::Options) {
                presenter->options().setEmployee(1);
                presenter->next();
            }
            if (step > ImportStep::Fields)
                presenter->next();
        }
    };

private slots:
    void opened_data()
    {
        QTest::addColumn<QVector<migration::RunReport>>("runs");
        QTest::addColumn<int>("view");
        QTest::addColumn<int>("step");
        QTest::addColumn<qint64>("selected");
        using Runs = QVector<migration::RunReport>;
        QTest::newRow("without a run the page promises") << Runs{} << int(View::Empty) << int(ImportStep::Source) << qint64(0);
        QTest::newRow("the newest run is shown") << Runs{report(3, RunState::Finished), report(2, RunState::Undone)} << int(View::Steps) << int(ImportStep::Result) << qint64(3);
        QTest::newRow("a stopped run shows its result") << Runs{report(3, RunState::Stopped)} << int(View::Steps) << int(ImportStep::Result) << qint64(3);
        QTest::newRow("a dry run shows its check") << Runs{report(3, RunState::Finished, true)} << int(View::Steps) << int(ImportStep::Check) << qint64(3);
    }
    void opened()
    {
        QFETCH(QVector<migration::RunReport>, runs);
        Scene scene(runs);
        QTEST(int(scene.presenter->state().view), "view");
        QTEST(int(scene.presenter->state().step), "step");
        QTEST(scene.presenter->state().selected, "selected");
    }

    void ofTheChecksOfOneFileTheNewestStandsInTheList_data()
    {
        QTest::addColumn<qint64>("selected");
        QTest::addColumn<bool>("all");
        QTest::addColumn<QString>("listed");
        QTest::newRow("older checks are left out, imports never") << qint64(9) << false << u"9 8 6 5 2"_s;
        QTest::newRow("the one that is looked at stays") << qint64(7) << false << u"9 8 7 6 5 2"_s;
        QTest::newRow("all when they are asked for") << qint64(9) << true << u"9 8 7 6 5 4 3 2"_s;
    }
    void ofTheChecksOfOneFileTheNewestStandsInTheList()
    {
        QFETCH(qint64, selected);
        QFETCH(bool, all);
        const auto run = [](qint64 number, const QString &path, RunState state, bool dryRun) {
            migration::RunReport result = report(number, state, dryRun);
            result.path = path;
            return result;
        };
        const QVector<migration::RunReport> runs{run(9, u"/a.json"_s, RunState::Finished, true), run(8, u"/a.json"_s, RunState::Finished, false),
                                                 run(7, u"/a.json"_s, RunState::Finished, true), run(6, u"/b.json"_s, RunState::Stopped, true),
                                                 run(5, u"/a.json"_s, RunState::Undone, false),  run(4, u"/b.json"_s, RunState::Finished, true),
                                                 run(3, u"/a.json"_s, RunState::Stopped, true),  run(2, u"/a.json"_s, RunState::Running, true)};
        const ui::ListedRuns listed = ui::listedRuns(runs, selected, all);
        QStringList numbers;
        for (const migration::RunReport &each : listed.runs)
            numbers.append(QString::number(each.run));
        QTEST(numbers.join(u' '), "listed");
        QCOMPARE(listed.olderChecks, 3);
    }

    void olderChecksAreShownAndHiddenAgain()
    {
        Scene scene({report(3, RunState::Finished, true), report(2, RunState::Finished, true)});
        QCOMPARE(scene.presenter->listed().runs.size(), 1);
        QCOMPARE(scene.presenter->listed().olderChecks, 1);
        scene.presenter->showOlderChecks(true);
        QCOMPARE(scene.presenter->listed().runs.size(), 2);
        scene.presenter->showOlderChecks(false);
        QCOMPARE(scene.presenter->listed().runs.size(), 1);
    }

    void startWithoutEmployee_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("on step 2") << int(ImportStep::Options);
        QTest::newRow("on step 3") << int(ImportStep::Fields);
        QTest::newRow("on step 4") << int(ImportStep::Check);
    }
    void startWithoutEmployee()
    {
        QFETCH(int, step);
        Scene scene;
        scene.prepareTo(ImportStep(step));
        if (scene.service.job)
            scene.service.job->end(report(9, RunState::Finished, true));
        scene.presenter->options().setEmployee(0);
        QVERIFY(scene.presenter->state().startEnabled);
        scene.presenter->startImport();
        QCOMPARE(scene.presenter->state().step, ImportStep::Options);
        QVERIFY(!scene.presenter->options().state().employeeError.isEmpty());
        QVERIFY(scene.service.current() == nullptr);
    }

    void nextWithoutEmployeeStays()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Options);
        scene.presenter->next();
        QCOMPARE(scene.presenter->state().step, ImportStep::Options);
        QVERIFY(!scene.presenter->options().state().employeeError.isEmpty());
    }

    void stepsThreeAndFourAreOptional()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Options);
        scene.presenter->options().setEmployee(1);
        scene.presenter->startImport();
        QCOMPARE(scene.presenter->state().step, ImportStep::Progress);
        QVERIFY(!scene.service.started.dryRun);
        QCOMPARE(scene.service.started.defaultEmployee, u"1"_s);
        QCOMPARE(scene.service.startedPath, u"/amo.json"_s);
        scene.service.runList = {report(1, RunState::Finished)};
        scene.service.job->end(report(1, RunState::Finished));
        QCOMPARE(scene.presenter->state().step, ImportStep::Result);
        QCOMPARE(scene.presenter->state().selected, 1);
    }

    void theCheckRunsOnceForTheSameChoices()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Check);
        QVERIFY(scene.service.started.dryRun);
        scene.service.job->end(report(9, RunState::Finished, true));
        QPointer<test::FakeImportJob> first = scene.service.job;
        scene.presenter->back();
        scene.presenter->next();
        QCOMPARE(scene.service.job.data(), first.data());
        scene.presenter->back();
        scene.presenter->options().setDuplicates(migration::DuplicatePolicy::New);
        scene.presenter->next();
        QVERIFY(scene.service.job.data() != first.data());
    }

    void anotherChoiceDuringTheCheckChecksAnew()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Check);
        QPointer<test::FakeImportJob> first = scene.service.job;
        scene.presenter->back();
        scene.presenter->options().setDuplicates(migration::DuplicatePolicy::New);
        scene.presenter->next();
        QVERIFY(first->stopped);
        QCOMPARE(scene.service.job.data(), first.data()); // still ends
        QCOMPARE(scene.presenter->check().state().phase, ui::CheckState::Phase::Running);
        QVERIFY(!scene.presenter->check().state().error);
        first->end(report(9, RunState::Stopped, true));
        QVERIFY(scene.service.job.data() != first.data());
        QCOMPARE(scene.service.started.duplicates, migration::DuplicatePolicy::New);
        QVERIFY(scene.service.started.dryRun);
        scene.service.job->end(report(10, RunState::Finished, true));
        QCOMPARE(scene.presenter->check().state().report.run, qint64(10));

        // And the import itself, wanted before the second check has begun.
        scene.presenter->back();
        scene.presenter->options().setDuplicates(migration::DuplicatePolicy::Skip);
        scene.presenter->next();
        first = scene.service.job;
        scene.presenter->back();
        scene.presenter->options().setDuplicates(migration::DuplicatePolicy::New);
        scene.presenter->next();
        scene.presenter->startImport();
        first->end(report(11, RunState::Stopped, true));
        QVERIFY(!scene.service.started.dryRun);
        QCOMPARE(scene.presenter->state().step, ImportStep::Progress);
    }

    void startingDuringTheCheckStopsItFirst()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Check);
        QPointer<test::FakeImportJob> check = scene.service.job;
        scene.presenter->startImport();
        QVERIFY(check->stopped);
        check->end(report(9, RunState::Stopped, true));
        QVERIFY(scene.service.job.data() != check.data());
        QVERIFY(!scene.service.started.dryRun);
        QCOMPARE(scene.presenter->state().step, ImportStep::Progress);
    }

    void anErrorBeforeTheBeginGoesBack_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("atEmployee");
        QTest::newRow("user not found stands at the field") << int(base::ErrorCode::NotFound) << u"default-employee"_s << true;
        QTest::newRow("a busy store stands in the page") << int(base::ErrorCode::Busy) << QString() << false;
    }
    void anErrorBeforeTheBeginGoesBack()
    {
        QFETCH(int, code);
        QFETCH(QString, where);
        Scene scene;
        scene.prepareTo(ImportStep::Fields);
        scene.presenter->startImport();
        scene.service.job->end(base::fail(base::ErrorCode(code), {}, where));
        QCOMPARE(scene.presenter->state().step, ImportStep::Options);
        QTEST(!scene.presenter->options().state().employeeError.isEmpty(), "atEmployee");
        QTEST(!scene.presenter->state().error.has_value(), "atEmployee");
        scene.presenter->reload(); // the runs come, and later than the error
        QTEST(!scene.presenter->state().error.has_value(), "atEmployee");
    }

    void result_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("retry");
        QTest::addColumn<bool>("resume");
        QTest::addColumn<bool>("undo");
        QTest::newRow("finished") << int(RunState::Finished) << true << false << true;
        QTest::newRow("stopped") << int(RunState::Stopped) << false << true << true;
        QTest::newRow("failed") << int(RunState::Failed) << false << true << true;
        QTest::newRow("undone") << int(RunState::Undone) << false << false << false;
        QTest::newRow("running elsewhere") << int(RunState::Running) << false << false << false;
    }
    void result()
    {
        QFETCH(int, state);
        Scene scene({report(1, RunState(state))});
        const ui::ResultState &result = scene.presenter->result().state();
        QTEST(result.canRetry, "retry");
        QTEST(result.canResume, "resume");
        QTEST(result.canUndo, "undo");
        QVERIFY(result.canDownload);
    }

    void aStoppedUndoCanBeGoneOnWithAndNotTheImport()
    {
        migration::RunReport halfUndone = report(1, RunState::Stopped);
        halfUndone.undoBegun = true;
        Scene scene({halfUndone});
        const ui::ResultState &result = scene.presenter->result().state();
        QVERIFY(!result.canResume);
        QVERIFY(result.canUndo);
    }

    void anImportUnderWayIsFoundByANewPage()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Options);
        scene.presenter->options().setEmployee(1);
        scene.presenter->startImport();
        scene.presenter = std::make_unique<ui::ImportsPresenter>(scene.service);
        QVERIFY(scene.service.job);
        scene.presenter->reload();
        QCOMPARE(scene.presenter->state().step, ImportStep::Progress);
        QCOMPARE(scene.presenter->job(), scene.service.job.data());
    }

    void theSampleIsOpenedAtOnce()
    {
        Scene scene;
        scene.presenter->trySample();
        QCOMPARE(scene.presenter->source().state().path, u"/sample.json"_s);
        QCOMPARE(scene.presenter->source().state().phase, ui::SourceState::Phase::Ready);
    }

    void filtersAskForTheirRowsOnly()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Check);
        for (int i = 1; i <= 600; ++i) {
            migration::RunRow row;
            row.rowNo = i;
            row.decision = i % 2 ? migration::Decision::Created : migration::Decision::Failed;
            scene.service.runRows.append(row);
        }
        scene.service.job->end(report(9, RunState::Finished, true));
        ui::CheckPresenter &check = scene.presenter->check();
        QCOMPARE(check.rows().size(), 256);
        check.fetchMore();
        QCOMPARE(check.rows().size(), 512);
        check.setDecision(migration::Decision::Failed);
        QCOMPARE(check.rows().size(), 256);
        QCOMPARE(check.rows().first().rowNo, 2);
        QCOMPARE(check.state().matching(), 1);
        check.setKind(records::Kind::Deal);
        QCOMPARE(check.state().matching(), 0);
        check.setSearch(u"x"_s);
        QCOMPARE(check.state().matching(), -1);
    }

    void theWarningsOfACheckAreCountedAndShownInTheRowsPlace()
    {
        Scene scene;
        scene.prepareTo(ImportStep::Check);
        const auto add = [&scene](migration::ProblemCode code, migration::Severity severity, int times) {
            for (int i = 0; i < times; ++i) {
                migration::Problem problem;
                problem.code = code;
                problem.severity = severity;
                scene.service.runProblems.append(problem);
            }
        };
        add(migration::ProblemCode::RowUnreadable, migration::Severity::Error, 3);
        add(migration::ProblemCode::PhoneNotUnderstood, migration::Severity::Warning, 2);
        add(migration::ProblemCode::ContactNotFound, migration::Severity::Warning, 1);
        ui::CheckPresenter &check = scene.presenter->check();
        QCOMPARE(check.state().warnings, 0);
        scene.service.job->end(report(9, RunState::Finished, true));
        QCOMPARE(check.state().warnings, 3); // errors have a number of their own
        QCOMPARE(check.warnings().state().lines.size(), 3);
        check.setDecision(migration::Decision::Failed);
        check.setWarningsShown(true);
        QVERIFY(check.state().warningsShown);
        QVERIFY(!check.state().decision);
        check.warnings().setReason(migration::ProblemCode::ContactNotFound);
        QCOMPARE(check.warnings().state().lines.size(), 1);
        check.setDecision(migration::Decision::Created); // a number is a filter of rows: they come back
        QVERIFY(!check.state().warningsShown);
        check.setWarningsShown(true);
        check.setWarningsShown(false);
        QVERIFY(!check.state().warningsShown);
        check.reset();
        QCOMPARE(check.state().warnings, 0);
    }
};

QTEST_MAIN(TestImportsPresenter)
#include "tst_imports_presenter.moc"
