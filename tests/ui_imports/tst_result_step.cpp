// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6 on the screen: each sum opens its rows, by mouse and by keyboard, and leads back.
#include "fake_import_service.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/view_settings.h"
#include "ui/imports/result_step.h"

#include <QAbstractButton>
#include <QTest>

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
};

QTEST_MAIN(TestResultStep)
#include "tst_result_step.moc"
