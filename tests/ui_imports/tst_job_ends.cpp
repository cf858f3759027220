// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page stands when a job could not do what was wanted of it.
#include "fake_import_service.h"
#include "ui/imports/imports_presenter.h"

#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::RunState;
using ui::ImportStep;

class TestJobEnds : public QObject
{
    Q_OBJECT

private slots:
    void aStoppedRunThatCannotGoOnStays_data()
    {
        QTest::addColumn<bool>("prepared"); // another import was in preparation before
        QTest::addColumn<bool>("tellsRun"); // the job's snapshots name the run
        QTest::newRow("at once") << false << true;
        QTest::newRow("its last snapshot does not name the run") << false << false;
        QTest::newRow("another import was begun to be prepared") << true << false;
    }

    void aStoppedRunThatCannotGoOnStays()
    {
        QFETCH(bool, prepared);
        QFETCH(bool, tellsRun);
        test::FakeImportService service;
        migration::RunReport stopped;
        stopped.run = 3;
        stopped.state = RunState::Stopped;
        stopped.path = u"/sixty.json"_s;
        stopped.contacts = {8006, 8000, 0, 0, 6};
        service.runList = {stopped};
        crm::Employee employee;
        employee.id = 1;
        employee.name = u"Ольга Ким"_s;
        service.staff = {employee};
        service.files.insert({{u"/other.json"_s, records::System::Amocrm}, records::SourceInfo()});
        ui::ImportsPresenter presenter(service);
        presenter.reload();
        if (prepared) {
            presenter.newImport();
            presenter.source().open(u"/other.json"_s);
            presenter.next();
        }
        presenter.select(3);
        presenter.resumeRun();
        QCOMPARE(presenter.state().step, ImportStep::Progress);
        migration::ImportProgress snapshot;
        snapshot.run = tellsRun ? 3 : 0;
        service.job->advance(snapshot);
        service.job->end(base::fail(base::ErrorCode::SourceChanged, u"sixty.json"_s, u"/sixty.json"_s));

        const ui::ImportsState &state = presenter.state();
        QCOMPARE(state.step, ImportStep::Result);
        QCOMPARE(state.selected, qint64(3));
        QVERIFY(!state.preparing);
        QVERIFY(state.error.has_value());
        QCOMPARE(state.error->code, base::ErrorCode::SourceChanged);
        QCOMPARE(presenter.result().state().report.run, qint64(3));
        QCOMPARE(presenter.result().state().onward, ui::ResultState::Onward::Resume);
    }

    void anotherJobIsInTheWayUntilItsEnd_data()
    {
        QTest::addColumn<bool>("undo");
        QTest::newRow("an import") << false;
        QTest::newRow("an undo") << true;
    }

    void anotherJobIsInTheWayUntilItsEnd()
    {
        QFETCH(bool, undo);
        using Kind = ui::ImportJob::Kind;
        test::FakeImportService service;
        migration::RunReport stopped;
        stopped.run = 3;
        stopped.state = RunState::Stopped;
        service.runList = {stopped};
        ui::ImportsPresenter presenter(service);
        presenter.reload();
        presenter.select(3);
        migration::RunReport other;
        other.run = 4;
        undo ? service.undo(other) : service.resume(other);
        presenter.resumeRun();
        QVERIFY(presenter.state().error.has_value());
        QCOMPARE(presenter.state().busyWith, std::optional(undo ? Kind::Undo : Kind::Import));
        presenter.check().run(u"/a.json"_s, {});
        QCOMPARE(presenter.check().state().phase, ui::CheckState::Phase::Failed);
        service.job->end(other);
        QVERIFY(!presenter.state().error);
        QVERIFY(!presenter.state().busyWith);
        QCOMPARE(presenter.check().state().phase, ui::CheckState::Phase::Stopped); // and can be run again
        QVERIFY(!presenter.check().state().error);
    }
};

QTEST_MAIN(TestJobEnds)
#include "tst_job_ends.moc"
