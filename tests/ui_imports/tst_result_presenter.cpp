// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/result_presenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::ProblemCode;
using migration::Severity;

namespace {

struct Told
{
    ProblemCode code;
    QString what;
    Severity severity = Severity::Warning;
};

migration::Problem problem(const Told &told, int number)
{
    migration::Problem result;
    result.code = told.code;
    result.severity = told.severity;
    result.arguments = {told.what};
    result.externalId = QString::number(number);
    return result;
}

migration::RunReport finished()
{
    migration::RunReport report;
    report.run = 1;
    report.state = migration::RunState::Finished;
    return report;
}

} // namespace

class TestResultPresenter : public QObject
{
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QVector<Told>>("told");
        QTest::addColumn<QStringList>("lines"); // the first problem's number, × how many it stands for
        const auto employee = [](const QString &name) { return Told{ProblemCode::EmployeeNotFound, name}; };
        const Told contact{ProblemCode::ContactNotFound, u"7"_s};
        const Told error{ProblemCode::RowUnreadable, u"x"_s, Severity::Error};
        using Many = QVector<Told>;
        QTest::newRow("nothing") << Many{} << QStringList{};
        QTest::newRow("each missing contact is a line") << Many{contact, contact} << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("the same missing employee is one line") << Many{employee(u"Анна"_s), employee(u"Анна"_s), employee(u"Анна"_s)} << QStringList{u"1 × 3"_s};
        QTest::newRow("another missing employee is another line") << Many{employee(u"Анна"_s), employee(u"Олег"_s), employee(u"Анна"_s)} << QStringList{u"1 × 2"_s, u"2"_s};
        QTest::newRow("a missing stage is another cause") << Many{employee(u"1"_s), Told{ProblemCode::StageNotFound, u"1"_s}} << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("what was not imported stands above") << Many{contact, error, employee(u"Анна"_s), error} << QStringList{u"2"_s, u"4"_s, u"1"_s, u"3"_s};
        QTest::newRow("a line still counts when others came above it") << Many{employee(u"Анна"_s), error, employee(u"Анна"_s)} << QStringList{u"2"_s, u"1 × 2"_s};
        QTest::newRow("errors are never counted together") << Many{error, error} << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("a thousand of one cause are asked for to their end") << Many(1000, employee(u"Анна"_s)) << QStringList{u"1 × 1000"_s};
    }

    void lines()
    {
        QFETCH(QVector<Told>, told);
        QFETCH(QStringList, lines);
        test::FakeImportService service;
        for (int i = 0; i < told.size(); ++i)
            service.runProblems.append(problem(told[i], i + 1));
        ui::ResultPresenter presenter(service);
        // A view that only does what it is told shows the same.
        QStringList view;
        const auto written = [&presenter](int line) {
            const ui::ProblemLine &shown = presenter.problems().state().lines.at(line);
            return shown.count == 1 ? shown.first.externalId : u"%1 × %2"_s.arg(shown.first.externalId).arg(shown.count);
        };
        connect(&presenter.problems(), &ui::ProblemsPresenter::linesReset, this, [&view] { view.clear(); });
        connect(&presenter.problems(), &ui::ProblemsPresenter::lineAdded, this, [&](int line) { view.insert(line, written(line)); });
        connect(&presenter.problems(), &ui::ProblemsPresenter::lineChanged, this, [&](int line) { view[line] = written(line); });
        presenter.show(finished());
        QCOMPARE(view, lines);
        QCOMPARE(presenter.problems().state().lines.size(), lines.size());
        QCOMPARE(presenter.problems().state().lines.problems(), told.size());
    }

    void onward_data()
    {
        using State = migration::RunState;
        using Onward = ui::ResultState::Onward;
        QTest::addColumn<migration::RunReport>("report");
        QTest::addColumn<Onward>("onward");
        QTest::addColumn<bool>("nothingInside");
        const auto of = [](State state, const migration::Counters &contacts, bool dryRun = false) {
            migration::RunReport report = finished();
            report.state = state;
            report.contacts = contacts;
            report.dryRun = dryRun;
            return report;
        };
        const migration::Counters some{4, 2, 0, 1, 1}, none{4, 0, 0, 3, 1};
        QTest::newRow("what was made is shown") << of(State::Finished, some) << Onward::ShowRecords << false;
        QTest::newRow("updates too") << of(State::Finished, {1, 0, 1, 0, 0}) << Onward::ShowRecords << false;
        QTest::newRow("where nothing was made the next import is") << of(State::Finished, none) << Onward::NewImport << false;
        QTest::newRow("a file without records is called so") << of(State::Finished, {}) << Onward::NewImport << true;
        QTest::newRow("a stopped one goes on") << of(State::Stopped, some) << Onward::Resume << false;
        QTest::newRow("a stopped one that has read nothing is not called empty") << of(State::Stopped, {}) << Onward::Resume << false;
        QTest::newRow("a failed one goes on") << of(State::Failed, none) << Onward::Resume << false;
        QTest::newRow("an undone one leaves the next import") << of(State::Undone, some) << Onward::NewImport << false;
        QTest::newRow("one that runs elsewhere offers nothing") << of(State::Running, some) << Onward::Nothing << false;
        QTest::newRow("a paused one elsewhere neither") << of(State::Paused, some) << Onward::Nothing << false;
    }

    void onward()
    {
        QFETCH(migration::RunReport, report);
        test::FakeImportService service;
        ui::ResultPresenter presenter(service);
        presenter.show(report);
        QTEST(presenter.state().onward, "onward");
        QTEST(presenter.state().nothingInside, "nothingInside");
    }

    void previewOfAnUndo_data()
    {
        QTest::addColumn<migration::Counters>("removed");
        QTest::addColumn<bool>("begun");
        QTest::addColumn<bool>("asked");
        using migration::Counters;
        QTest::newRow("what was made can go") << Counters{0, 2, 0, 0, 0} << false << true;
        QTest::newRow("what was changed can be as before") << Counters{0, 0, 1, 0, 0} << false << true;
        QTest::newRow("where nothing can, nobody is asked") << Counters{} << false << false;
        QTest::newRow("an undo that was begun comes to its end") << Counters{} << true << true;
    }

    void previewOfAnUndo()
    {
        QFETCH(migration::Counters, removed);
        QFETCH(bool, begun);
        QFETCH(bool, asked);
        test::FakeImportService service;
        service.undoPreview = migration::runs::UndoPreview{removed, 46, {}};
        ui::ResultPresenter presenter(service);
        migration::RunReport report = finished();
        report.contacts = {46, 46, 0, 0, 0};
        report.undoBegun = begun;
        presenter.show(report);
        QVERIFY(presenter.state().canUndo);
        QSignalSpy previewed(&presenter, &ui::ResultPresenter::undoPreviewed);
        presenter.previewUndo();
        QCOMPARE(previewed.count() == 1, asked);
        QCOMPARE(presenter.state().canUndo, asked);
        QCOMPARE(presenter.state().nothingToUndo, asked ? std::nullopt : std::optional<qint64>(46));
        QVERIFY(!presenter.state().busy);
    }

    void theRowsBehindASum_data()
    {
        using migration::Decision;
        using records::Kind;
        QTest::addColumn<migration::RunState>("state");
        QTest::addColumn<std::optional<Kind>>("kind");
        QTest::addColumn<std::optional<Decision>>("decision");
        QTest::addColumn<QStringList>("shown");
        using State = migration::RunState;
        using AnyKind = std::optional<Kind>;
        using Any = std::optional<Decision>;
        QTest::newRow("all of them") << State::Finished << AnyKind() << Any() << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        QTest::newRow("skipped ones of a kind") << State::Finished << AnyKind(Kind::Contact) << Any(Decision::Skipped) << QStringList{u"b"_s};
        QTest::newRow("skipped ones of all kinds") << State::Finished << AnyKind() << Any(Decision::Skipped) << QStringList{u"b"_s, u"d"_s};
        QTest::newRow("all of a kind") << State::Finished << AnyKind(Kind::Deal) << Any() << QStringList{u"c"_s, u"d"_s};
        QTest::newRow("of a stopped run") << State::Stopped << AnyKind(Kind::Contact) << Any() << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("of a failed run") << State::Failed << AnyKind(Kind::Contact) << Any() << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("of an undone run") << State::Undone << AnyKind(Kind::Contact) << Any() << QStringList{u"a"_s, u"b"_s};
    }

    void theRowsBehindASum()
    {
        using migration::Decision;
        using records::Kind;
        QFETCH(migration::RunState, state);
        QFETCH(std::optional<Kind>, kind);
        QFETCH(std::optional<Decision>, decision);
        QFETCH(QStringList, shown);
        test::FakeImportService service;
        for (const auto &[title, of, became] : {std::tuple(u"a"_s, Kind::Contact, Decision::Created), std::tuple(u"b"_s, Kind::Contact, Decision::Skipped),
                                                std::tuple(u"c"_s, Kind::Deal, Decision::Created), std::tuple(u"d"_s, Kind::Deal, Decision::Skipped)}) {
            migration::RunRow row;
            row.rowNo = service.runRows.size() + 1;
            row.title = title;
            row.kind = of;
            row.decision = became;
            service.runRows.append(row);
        }
        migration::RunReport report = finished();
        report.state = state;
        report.contacts = {2, 1, 0, 1, 0};
        report.deals = {2, 1, 0, 1, 0};
        if (state == migration::RunState::Failed)
            report.error = base::Error{base::ErrorCode::StorageFull, {}, {}};
        ui::ResultPresenter presenter(service);
        presenter.show(report);
        QVERIFY(!presenter.state().rowsShown);
        presenter.showRows(kind, decision);
        QVERIFY(presenter.state().rowsShown);
        QStringList titles;
        for (const migration::RunRow &row : presenter.rows().rows())
            titles.append(row.title);
        QCOMPARE(titles, shown);
        QCOMPARE(presenter.rows().state().matching(), shown.size());
        QVERIFY(!presenter.rows().state().error);
        QCOMPARE(presenter.state().report.state, state); // the run itself stays what it is
        presenter.closeRows();
        QVERIFY(!presenter.state().rowsShown);
        presenter.showRows({}, {});
        presenter.show(report); // chosen again in the list
        QVERIFY(!presenter.state().rowsShown);
    }

    void manyLinesComeByPages()
    {
        test::FakeImportService service;
        for (int i = 1; i <= 450; ++i)
            service.runProblems.append(problem({ProblemCode::ContactNotFound, QString::number(i)}, i));
        ui::ResultPresenter presenter(service);
        presenter.show(finished());
        QCOMPARE(presenter.problems().state().lines.size(), 200);
        presenter.problems().fetchMore();
        presenter.problems().fetchMore();
        QCOMPARE(presenter.problems().state().lines.size(), 450);
        QVERIFY(!presenter.problems().state().more);
        presenter.problems().setReason(ProblemCode::StageNotFound);
        QCOMPARE(presenter.problems().state().lines.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResultPresenter)
#include "tst_result_presenter.moc"
