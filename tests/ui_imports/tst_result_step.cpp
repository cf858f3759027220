// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6 on the screen: each sum opens its rows, by mouse and by keyboard, and leads back.
#include "fake_import_service.h"
#include "ui/common/banner.h"
#include "ui/common/formatting.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/view_settings.h"
#include "ui/imports/result_step.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::Decision;
using records::Kind;

class TestResultStep : public QObject
{
    Q_OBJECT

private slots:
    void aSumOpensItsRows_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<std::optional<Kind>>("kind");
        QTest::addColumn<std::optional<Decision>>("decision");
        using K = std::optional<Kind>;
        using D = std::optional<Decision>;
        QTest::newRow("a kind") << 0 << 0 << true << K(Kind::Contact) << D();
        QTest::newRow("what was in the file") << 1 << 1 << true << K(Kind::Deal) << D();
        QTest::newRow("created") << 0 << 2 << true << K(Kind::Contact) << D(Decision::Created);
        QTest::newRow("skipped") << 1 << 4 << true << K(Kind::Deal) << D(Decision::Skipped);
        QTest::newRow("with an error, of all kinds") << 2 << 5 << true << K() << D(Decision::Failed);
        QTest::newRow("behind a zero is nothing") << 0 << 3 << false << K() << D();
    }

    void aSumOpensItsRows()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(bool, opens);
        for (const bool byKeyboard : {false, true}) {
            test::FakeImportService service;
            ui::ResultPresenter presenter(service);
            ui::MemoryViewSettings settings;
            ui::DialogPrompt prompt(settings);
            ui::ResultStep step(presenter, prompt, settings);
            step.resize(800, 600);
            step.show();
            migration::RunReport report;
            report.run = 1;
            report.state = migration::RunState::Finished;
            report.contacts = {5, 3, 0, 1, 1};
            report.deals = {2, 1, 0, 1, 0};
            presenter.show(report);
            auto *table = step.findChild<ui::Table *>(u"outcomes"_s);
            QCOMPARE(table->model()->rowCount(), 3); // contacts, deals, in all
            const QModelIndex cell = table->model()->index(row, column);
            if (byKeyboard) {
                table->setFocus();
                table->setCurrentIndex(cell);
                QTest::keyClick(table, Qt::Key_Return);
            } else {
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
            }
            QCOMPARE(presenter.state().rowsShown, opens);
            QVERIFY(step.searchField() == nullptr || opens);
            if (!opens)
                continue;
            QTEST(presenter.rows().state().kind, "kind");
            QTEST(presenter.rows().state().decision, "decision");
            QVERIFY(!table->isVisible());
            QVERIFY(step.primary() == nullptr); // Enter begins nothing here
            step.findChild<QAbstractButton *>(u"backToResult"_s)->click();
            QVERIFY(table->isVisible());
        }
    }

    void whyThereIsNothingToUndoIsSaid()
    {
        test::FakeImportService service;
        service.undoPreview = migration::runs::UndoPreview{{}, 46, {}};
        ui::ResultPresenter presenter(service);
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        ui::ResultStep step(presenter, prompt, settings);
        step.show();
        migration::RunReport report;
        report.run = 1;
        report.state = migration::RunState::Finished;
        report.contacts = {46, 46, 0, 0, 0};
        presenter.show(report);
        auto *undo = step.findChild<QAbstractButton *>(u"undo"_s);
        undo->click();
        QVERIFY(!undo->isVisible());
        QVERIFY(step.findChild<QWidget *>(u"confirm"_s) == nullptr);
        auto *news = step.findChild<ui::Banner *>(u"resultNews"_s);
        QVERIFY(news->isVisible());
        QVERIFY2(news->sentence().contains(u"46"_s), qPrintable(news->sentence()));
    }

    void whyAnImportStoppedByItselfIsSaid()
    {
        test::FakeImportService service;
        ui::ResultPresenter presenter(service);
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        ui::ResultStep step(presenter, prompt, settings);
        migration::RunReport report;
        report.run = 1;
        report.state = migration::RunState::Stopped;
        report.error = store::lockLost();
        presenter.show(report);
        QVERIFY(presenter.state().canResume);
        const auto *banner = step.findChild<ui::Banner *>(u"resultBanner"_s);
        QVERIFY(banner != nullptr);
        QVERIFY2(banner->fact().contains(u"the connection that kept other imports out"_s), qPrintable(banner->fact()));
    }

    void aCountOfProblemsIsToldOnceItIsTheWholeOne()
    {
        test::FakeImportService service;
        for (int i = 1; i <= 300; ++i) {
            migration::Problem problem;
            const bool owner = i % 2 == 0;
            problem.code = owner ? migration::ProblemCode::EmployeeNotFound : migration::ProblemCode::ContactNotFound;
            problem.arguments = {owner ? u"Anna"_s : QString::number(i)};
            problem.place = u"contacts[%1]"_s.arg(i);
            service.runProblems.append(problem);
        }
        ui::ResultPresenter presenter(service);
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        ui::ResultStep step(presenter, prompt, settings);
        migration::RunReport report;
        report.run = 1;
        report.state = migration::RunState::Finished;
        report.contacts = {300, 300, 0, 0, 0};
        presenter.show(report);
        const auto *model = step.findChild<ui::Table *>(u"problems"_s)->model();
        const QModelIndex cell = model->index(1, 1);
        QVERIFY(presenter.problems().state().more);
        QCOMPARE(cell.data().toString(), u"many records"_s);
        presenter.problems().fetchMore();
        QVERIFY(!presenter.problems().state().more);
        QCOMPARE(model->index(1, 1).data().toString(), ui::records(150));
    }

    void theProgramsClearingTakesTheSignAway()
    {
        test::FakeImportService service;
        ui::ResultPresenter presenter(service);
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        ui::ResultStep step(presenter, prompt, settings);
        step.resize(800, 600);
        step.show();
        migration::RunReport report;
        report.run = 1;
        report.state = migration::RunState::Finished;
        report.contacts = {5, 3, 0, 1, 1};
        presenter.show(report);
        presenter.showRows({}, {});
        auto *search = qobject_cast<QLineEdit *>(step.searchField());
        QVERIFY(search != nullptr);
        QTest::keyClicks(search, u"anna"_s);
        const auto *clear = search->findChildren<QToolButton *>().first();
        QTRY_COMPARE(clear->property("opacity").toReal(), 1.0);
        presenter.showRows({}, {});
        QVERIFY(search->text().isEmpty());
        QTRY_COMPARE(clear->property("opacity").toReal(), 0.0);
    }

    void theBannersOfAnotherOutcomeAreInSight_data()
    {
        QTest::addColumn<qint64>("run");
        QTest::addColumn<migration::RunState>("state");
        QTest::addColumn<bool>("top");
        QTest::newRow("of another run") << qint64(2) << migration::RunState::Finished << true;
        QTest::newRow("of the same one, undone") << qint64(1) << migration::RunState::Undone << true;
        QTest::newRow("the same one read again stays where it is read") << qint64(1) << migration::RunState::Finished << false;
    }

    void theBannersOfAnotherOutcomeAreInSight()
    {
        QFETCH(qint64, run);
        QFETCH(migration::RunState, state);
        QFETCH(bool, top);
        test::FakeImportService service;
        for (int i = 1; i <= 30; ++i) {
            migration::Problem problem;
            problem.code = migration::ProblemCode::ContactNotFound;
            service.runProblems.append(problem);
        }
        ui::ResultPresenter presenter(service);
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        ui::ResultStep step(presenter, prompt, settings);
        step.resize(800, 260);
        step.show();
        migration::RunReport report;
        report.run = 1;
        report.state = migration::RunState::Finished;
        report.contacts = {5, 3, 0, 1, 1};
        presenter.show(report);
        QScrollBar *bar = step.findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        report.run = run;
        report.state = state;
        presenter.show(report);
        QCOMPARE(bar->value() == 0, top);
    }
};

QTEST_MAIN(TestResultStep)
#include "tst_result_step.moc"
