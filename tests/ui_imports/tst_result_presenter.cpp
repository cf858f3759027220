// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/result_presenter.h"

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
            const ui::ProblemLine &shown = presenter.state().lines.at(line);
            return shown.count == 1 ? shown.first.externalId : u"%1 × %2"_s.arg(shown.first.externalId).arg(shown.count);
        };
        connect(&presenter, &ui::ResultPresenter::linesReset, this, [&view] { view.clear(); });
        connect(&presenter, &ui::ResultPresenter::lineAdded, this, [&](int line) { view.insert(line, written(line)); });
        connect(&presenter, &ui::ResultPresenter::lineChanged, this, [&](int line) { view[line] = written(line); });
        presenter.show(finished());
        QCOMPARE(view, lines);
        QCOMPARE(presenter.state().lines.size(), lines.size());
        QCOMPARE(presenter.state().lines.problems(), told.size());
    }

    void manyLinesComeByPages()
    {
        test::FakeImportService service;
        for (int i = 1; i <= 450; ++i)
            service.runProblems.append(problem({ProblemCode::ContactNotFound, QString::number(i)}, i));
        ui::ResultPresenter presenter(service);
        presenter.show(finished());
        QCOMPARE(presenter.state().lines.size(), 200);
        presenter.fetchMore();
        presenter.fetchMore();
        QCOMPARE(presenter.state().lines.size(), 450);
        QVERIFY(!presenter.state().more);
        presenter.setReason(ProblemCode::StageNotFound);
        QCOMPARE(presenter.state().lines.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResultPresenter)
#include "tst_result_presenter.moc"
