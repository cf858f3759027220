// SPDX-License-Identifier: GPL-3.0-or-later
// «Импорт из CSV»: the steps without a store, and hostile tables on the real page with a real store.
#include "tests/orders/planfix_office.h"
#include "tests/support/fake_live.h"
#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/orders/store_order_tables.h"
#include "ui/orders/table_import.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pfx;
using namespace pfx::ui;
using Step = TableImportState::Step;

namespace {

class FakeTables : public OrderTables
{
public:
    void look(QObject *, const QString &path, base::StopToken, Answer<TableLook> answer) override
    {
        asked.append(QStringLiteral("look ") + path);
        if (failure)
            answer(base::fail(*failure));
        else
            answer(TableLook{{{QStringLiteral("Телефон"), QStringLiteral("client.phone"), {}}, {QStringLiteral("?"), {}, {}}},
                             {QStringLiteral("client.phone"), QString()},
                             QStringLiteral("csv"),
                             QStringLiteral("UTF-8")});
    }
    void tryOut(QObject *, const QString &, const orders::CsvMapping &mapping, base::StopToken stop, Answer<orders::CsvReport> answer) override
    {
        asked.append(QStringLiteral("try ") + mapping.join(u'|'));
        tried = stop;
        held.append([answer, report = report] { answer(report); });
    }
    void add(QObject *, const QString &, const orders::CsvMapping &, base::StopToken stop, Rows progress, Answer<orders::CsvReport> answer) override
    {
        asked.append(QStringLiteral("add"));
        adding = stop;
        progress(5);
        held.append([answer, report = report] { answer(report); });
    }
    void release()
    {
        for (const auto &give : std::exchange(held, {}))
            give();
    }

    std::optional<base::Error> failure;
    orders::CsvReport report;
    base::StopToken tried, adding;
    QStringList asked;
    QVector<std::function<void()>> held;
};

class ChoosingPrompt : public Prompt
{
public:
    void confirm(QWidget *, const Question &, std::function<void()> yes) override { yes(); }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(path); }
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    QString path;
};

struct Place
{
    Place()
        : office(fixture.store(), fixture.store()), live(office.office(), office.inbox()), background(fixture.store()),
          services{fixture.store(), background, jobs, office.clock(), prompt, settings, fixture.folder(), &live}, tables(services),
          presenter(tables), view(presenter, services)
    {
        view.resize(1000, 700);
        view.show();
    }

    /// Chooses the file and waits for what would be added.
    void choose(const QByteArray &content, const QString &name = QStringLiteral("orders.csv"))
    {
        prompt.path = fixture.folder() + QLatin1Char('/') + name;
        QFile file(prompt.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QTest::keyClick(view.findChild<QPushButton *>(QStringLiteral("tableChoose")), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(presenter.state().step != Step::Looking && !presenter.state().isTrying, 20'000);
    }
    Banner *banner() { return view.findChild<Banner *>(QStringLiteral("tableBanner")); }

    test::StoreFixture fixture{QStringLiteral("sqlite")};
    test::PlanfixOffice office;
    test::FakeLive live;
    Background background;
    JobModel jobs;
    ChoosingPrompt prompt;
    MemoryViewSettings settings;
    Services services;
    StoreOrderTables tables;
    TableImportPresenter presenter;
    TableImport view;
};

} // namespace

class tst_table_import : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsFollowOneAnother();
    void anotherMeaningIsTriedAnewAndTheOldAnswerDropped();
    void anUnreadableFileSaysWhy();
    void stoppingKeepsWhatWasAdded();
    void aTableBecomesOrdersByKeyboard();
    void hostileTablesAreReadOrRefusedInWords_data();
    void hostileTablesAreReadOrRefusedInWords();
};

void tst_table_import::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    applyTheme(*qApp, colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void tst_table_import::stepsFollowOneAnother()
{
    FakeTables tables;
    tables.report.read = tables.report.added = 2;
    TableImportPresenter presenter(tables);
    QVERIFY(!presenter.state().canAdd());
    presenter.add(); // nothing to add yet
    QVERIFY(tables.asked.isEmpty());
    presenter.chooseFile(QStringLiteral(" a.csv "));
    QCOMPARE(tables.asked, (QStringList{QStringLiteral("look a.csv"), QStringLiteral("try client.phone|")}));
    QCOMPARE(presenter.state().step, Step::Columns);
    QVERIFY(!presenter.state().canAdd()); // what it would do is not known yet
    tables.release();
    QVERIFY(presenter.state().canAdd());
    presenter.add();
    QCOMPARE(presenter.state().step, Step::Adding);
    QCOMPARE(presenter.state().rows, 5);
    presenter.chooseFile(QStringLiteral("b.csv")); // not now
    QCOMPARE(presenter.state().step, Step::Adding);
    tables.release();
    QCOMPARE(presenter.state().step, Step::Done);
    presenter.begin();
    QCOMPARE(presenter.state().step, Step::File);
}

void tst_table_import::anotherMeaningIsTriedAnewAndTheOldAnswerDropped()
{
    FakeTables tables;
    TableImportPresenter presenter(tables);
    presenter.setTryDelay(0);
    tables.report.read = tables.report.added = 1;
    presenter.chooseFile(QStringLiteral("a.csv"));
    const base::StopToken first = tables.tried;
    presenter.setField(1, QStringLiteral("comment"));
    QVERIFY(presenter.state().isTrying);
    tables.report.added = 9;
    QTRY_COMPARE(tables.asked.last(), QStringLiteral("try client.phone|comment"));
    QVERIFY(first.stop_requested());
    tables.release(); // both answers
    QCOMPARE(presenter.state().report->added, 9);
    QVERIFY(!presenter.state().isTrying);
}

void tst_table_import::anUnreadableFileSaysWhy()
{
    FakeTables tables;
    tables.failure = base::Error{base::ErrorCode::SourceUnreadable, {}, {}};
    TableImportPresenter presenter(tables);
    presenter.chooseFile(QStringLiteral("a.csv"));
    QCOMPARE(presenter.state().step, Step::File);
    QCOMPARE(presenter.state().error->code, base::ErrorCode::SourceUnreadable);
}

void tst_table_import::stoppingKeepsWhatWasAdded()
{
    FakeTables tables;
    tables.report.read = tables.report.added = 2;
    TableImportPresenter presenter(tables);
    presenter.chooseFile(QStringLiteral("a.csv"));
    tables.release();
    tables.report.end = orders::CsvEnd::Stopped;
    presenter.add();
    presenter.stop();
    QVERIFY(tables.adding.stop_requested());
    tables.release();
    QCOMPARE(presenter.state().step, Step::Done);
    QCOMPARE(presenter.state().report->end, orders::CsvEnd::Stopped);
}

void tst_table_import::aTableBecomesOrdersByKeyboard()
{
    Place place;
    PFX_VERIFY(place.office.open());
    place.choose("Номер;Клиент;Телефон;Сумма;Статус;Этаж\r\nS-1;Анна;+7 906 211-40-18;1 500,50;Новая;3\r\nS-2;Пётр;нет;100;Новая;\r\n"
                 "S-3;Кафе «Дюны»;;сто;В работе;1\r\n");
    QCOMPARE(place.presenter.state().report->added, 2);
    QCOMPARE(place.presenter.state().report->failed, 1);
    QVERIFY(place.view.findChild<Table *>(QStringLiteral("tableProblems"))->isVisibleTo(&place.view));
    if (const QString folder = qEnvironmentVariable("PFX_PICTURES"); !folder.isEmpty())
        place.view.grab().save(folder + QStringLiteral("/table-import.png"));
    // The column «Этаж» is a further field; the sum's column is left out: the bad row becomes an order as well.
    auto *sum = place.view.findChild<QComboBox *>(QStringLiteral("tableColumn3"));
    QCOMPARE(place.view.findChild<QComboBox *>(QStringLiteral("tableColumn5"))->currentData().toString(), QStringLiteral("extra.Этаж"));
    sum->setFocus();
    QTest::keyClick(sum, Qt::Key_Home);
    QTRY_COMPARE(place.presenter.state().mapping.at(3), QString());
    QTRY_VERIFY(!place.presenter.state().isTrying);
    QCOMPARE(place.presenter.state().report->added, 3);
    QCOMPARE(test::read(place.fixture.store(), QStringLiteral("SELECT count(*) AS v FROM orders")), QStringLiteral("0"));
    auto *add = place.view.findChild<QPushButton *>(QStringLiteral("tableAdd"));
    QVERIFY2(add->text().contains(u'3'), qPrintable(add->text()));
    QTest::keyClick(add, Qt::Key_Space);
    QTRY_COMPARE(place.presenter.state().step, Step::Done);
    QCOMPARE(place.banner()->severity(), Severity::Success);
    QCOMPARE(test::read(place.fixture.store(), QStringLiteral("SELECT count(*) AS v FROM orders")), QStringLiteral("3"));
    QVERIFY(place.office.settle());
    QCOMPARE(place.office.tasksOf(QStringLiteral("S-3")).size(), 1);
    // The same file again doubles nothing.
    QTest::keyClick(place.view.findChild<QPushButton *>(QStringLiteral("tableAnother")), Qt::Key_Space);
    place.choose("Номер;Клиент\r\nS-1;Анна\r\n");
    QCOMPARE(place.presenter.state().report->repeated, 1);
    QVERIFY(!add->isEnabled());
}

void tst_table_import::hostileTablesAreReadOrRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("readable");
    QTest::newRow("nothing at all") << QByteArray() << false;
    QTest::newRow("only the names of columns") << QByteArray("Номер;Клиент\n") << true;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << false;
    QTest::newRow("a formula for a name") << QByteArray("Клиент;Комментарий\n=HYPERLINK(\"http://x\");@SUM(A1)\n") << true;
    QTest::newRow("markup for a name") << QByteArray("<b>Клиент</b>;Телефон\n<img src=x onerror=1>;+79062114018\n") << true;
    QTest::newRow("a quote that never ends") << QByteArray("Клиент;Телефон\n\"Анна;1\n2\n3\n") << false;
    QTest::newRow("rows of different lengths") << QByteArray("Клиент;Телефон\nА;1;2;3;4\nБ\n\n;;\n") << true;
    QTest::newRow("the same column twice") << QByteArray("Клиент;Клиент\nАнна;Лебедева\n") << true;
    QTest::newRow("a thousand columns") << [] {
        QByteArray line;
        for (int i = 0; i < 1000; ++i)
            line += "c" + QByteArray::number(i) + ';';
        return line + "\n" + line + "\n";
    }() << true;
    QTest::newRow("a cell of a megabyte") << ("Клиент;Комментарий\nАнна;" + QByteArray(1 << 20, 'x') + "\n") << true;
    QTest::newRow("bytes that are no text") << QByteArray("Клиент;Телефон\n\xff\xfe\xfd;\x80\x81\n") << true;
}

void tst_table_import::hostileTablesAreReadOrRefusedInWords()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, readable);
    Place place;
    PFX_VERIFY(place.office.open());
    place.choose(content);
    if (!readable) {
        QCOMPARE(place.presenter.state().step, Step::File);
        QVERIFY(place.banner()->isVisible());
        QVERIFY(!place.banner()->fact().isEmpty() && !place.banner()->sentence().isEmpty());
        return;
    }
    QCOMPARE(place.presenter.state().step, Step::Columns);
    QVERIFY(place.view.width() <= 1000); // nothing in it widens the page
    if (!place.presenter.state().report) { // no column has a name that means something: the person is asked
        QVERIFY(place.banner()->isVisible() && !place.banner()->sentence().isEmpty());
        QVERIFY(!place.presenter.state().canAdd());
        auto *first = place.view.findChild<QComboBox *>(QStringLiteral("tableColumn0"));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Home);
        QTest::keyClick(first, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!place.presenter.state().isTrying, 20'000);
    }
    QVERIFY(place.presenter.state().report.has_value());
    const auto &report = *place.presenter.state().report;
    QCOMPARE(report.read, report.added + report.repeated + report.failed);
    for (const orders::CsvProblem &problem : report.problems)
        QVERIFY(problem.row > 1);
    QCOMPARE(test::read(place.fixture.store(), QStringLiteral("SELECT count(*) AS v FROM orders")), QStringLiteral("0"));
}

QTEST_MAIN(tst_table_import)
#include "tst_table_import.moc"
