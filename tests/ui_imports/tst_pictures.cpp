// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of the page in both languages: no word is cut off, every control is named. With PFX_PICTURES=<folder> the pictures are kept.
#include "fake_import_service.h"
#include "tests/support/fake_clock.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/imports/imports_page.h"
#include "ui/imports/imports_presenter.h"
#include "ui/imports/runs_list.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::Decision;
using migration::RunState;
using ui::ImportStep;

static constexpr qint64 kNow = 1'795'228'260'000; // 21.11.2026

static migration::RunReport report(qint64 run, RunState state, records::System system, const QString &path, qint64 failed, qint64 ageMs)
{
    migration::RunReport result;
    result.run = run;
    result.state = state;
    result.source = system;
    result.path = path;
    result.contacts = {12480, 10912 - failed, 1204, 364, failed};
    result.companies = {2106, 1874, 187, 45, 0};
    result.deals = {8315, 7428, 571, 316, 0};
    result.pipelines = {3, 3, 0, 0, 0};
    result.stages = {14, 14, 0, 0, 0};
    result.startedAt = kNow - ageMs;
    result.elapsedMs = 2400;
    return result;
}

static void fill(test::FakeImportService &service)
{
    service.runList = {report(5, RunState::Finished, records::System::Amocrm, u"/home/olga/amo-export-2026-11-20.json"_s, 41, 300'000),
                       report(4, RunState::Finished, records::System::Bitrix24, u"/home/olga/контакты_октябрь.csv"_s, 0, 60'000'000),
                       report(3, RunState::Stopped, records::System::Bitrix24, u"/home/olga/bitrix-сделки.xlsx"_s, 12, 160'000'000),
                       report(2, RunState::Undone, records::System::Amocrm, u"/home/olga/проба-100.json"_s, 0, 900'000'000)};
    records::SourceInfo info;
    info.form = u"json"_s;
    info.encoding = u"UTF-8"_s;
    info.account = u"konigkomfort"_s;
    info.bytes = 18'400'000;
    info.contacts = 12480;
    info.deals = 8315;
    info.companies = 2106;
    info.pipelines = 3;
    info.employees = 6;
    info.fields = {{records::Section::Contacts, u"POSITION"_s, u"Должность"_s, u"position"_s, {u"Главный бухгалтер"_s, u"Директор"_s}},
                   {records::Section::Contacts, u"1234"_s, u"День рождения"_s, {}, {u"12.03.1984"_s}},
                   {records::Section::Deals, u"77"_s, u"Адрес объекта"_s, {}, {u"Калининград, ул. Горького, 14"_s, u"Зеленоградск, Курортный проспект, 3, кв. 12"_s}},
                   {records::Section::Companies, u"INN"_s, u"ИНН"_s, {}, {u"3906112233"_s}}};
    info.stagesSeen = {{u"1"_s, u"Основная воронка"_s, 0,
                        {{u"11"_s, u"Первичный контакт"_s, u"#3B82F6"_s, records::Semantics::Open, 0},
                         {u"12"_s, u"Замер"_s, {}, records::Semantics::Open, 1},
                         {u"142"_s, u"Успешно реализовано"_s, {}, records::Semantics::Won, 2}}, false}};
    service.files.insert({{u"/home/olga/amo-export-2026-11-20.json"_s, records::System::Amocrm}, info});
    service.files.insert({{u"/home/olga/broken.json"_s, records::System::Amocrm},
                          base::fail(base::ErrorCode::SourceUnreadable, u"Missing a comma or } after an object member."_s, u"214:17"_s)});
    service.recent = {u"/home/olga/amo-export-2026-11-20.json"_s, u"/home/olga/контакты_октябрь.csv"_s,
                      u"/home/olga/amocrm_export_leads_and_contacts_of_the_whole_department_2026-11-20_final_second_version.xlsx"_s};
    crm::Employee employee;
    employee.id = 1;
    employee.name = u"Ольга Ким"_s;
    employee.email = u"kim@example.com"_s;
    service.staff = {employee};
    crm::Pipeline pipeline;
    pipeline.id = 1;
    pipeline.name = u"Основная воронка"_s;
    crm::Stage stage;
    stage.id = 1;
    stage.name = u"Замер"_s;
    pipeline.stages = {stage};
    service.ours = {pipeline};
}

static void fillRows(test::FakeImportService &service)
{
    using K = records::Kind;
    using R = migration::Reason;
    const auto add = [&service](K kind, const QString &title, const QString &summary, Decision decision, R reason, const QStringList &arguments = {}) {
        migration::RunRow row;
        row.rowNo = service.runRows.size() + 1;
        row.kind = kind;
        row.title = title;
        row.summary = summary;
        row.place = u"contacts[%1]"_s.arg(row.rowNo);
        row.decision = decision;
        row.reason = reason;
        row.reasonArguments = arguments;
        if (decision == Decision::Updated)
            row.differences = {{u"position"_s, {}, u"Главный бухгалтер"_s}, {u"email"_s, u"ivanova@mail.ru"_s, u"m.ivanova@balt-service.ru"_s}, {u"owner"_s, u"Ольга Ким"_s, u"Сергей Панов"_s}};
        service.runRows.append(row);
    };
    add(K::Contact, u"Иванова Мария Сергеевна"_s, u"+79062114018"_s, Decision::Updated, R::SamePhone, {u"+79062114018"_s});
    add(K::Company, u"ООО «Балт-Сервис»"_s, u"+74012531900"_s, Decision::Updated, R::SameTitle, {u"Балт-Сервис"_s});
    add(K::Contact, u"Соколова-Микитова-Кржижановская-Константинопольская-Длиннофамильная Елена"_s, u"+79217105531"_s, Decision::Skipped,
        R::SameOrigin);
    add(K::Contact, u"Гусев Андрей"_s, u"+79114700266"_s, Decision::Created, R::New);
    add(K::Deal, u"Замена щита, Горького, 14"_s, u"48 500 ₽"_s, Decision::Created, R::New);
    add(K::Contact, u"Петренко О. В."_s, u"8 (4012) 9"_s, Decision::Failed, R::Unreadable);
    add(K::Contact, u"Иванова Мария"_s, u"+79062114018"_s, Decision::Skipped, R::RepeatedInFile, {u"contacts[214]"_s});
    for (int i = 0; i < 300; ++i)
        add(K::Contact, u"Соколова Елена %1"_s.arg(i), u"+79217105531"_s, Decision::Created, R::New);
    for (int i = 0; i < 41; ++i) {
        migration::Problem problem;
        problem.kind = i % 3 ? K::Contact : K::Deal;
        problem.code = i % 3 ? migration::ProblemCode::PhoneNotUnderstood : migration::ProblemCode::ContactNotFound;
        problem.severity = i % 3 ? migration::Severity::Warning : migration::Severity::Error;
        problem.place = u"contacts[%1]"_s.arg(i * 377);
        problem.externalId = QString::number(80412 + i);
        problem.arguments = {u"8 (4012) 9"_s};
        service.runProblems.append(problem);
    }
}

static migration::ImportProgress progress()
{
    using P = migration::Phase;
    migration::ImportProgress result;
    result.run = 6;
    result.phase = P::Contacts;
    result.phases = {{P::Inspecting, 18'400'000, 18'400'000, 1300, true}, {P::Employees, 0, 0, 0, true}, {P::Pipelines, 17, 17, 10, true}, {P::Companies, 1240, 1240, 130, true},
                     {P::Contacts, 6418, 9870, 700, false}, {P::Deals, 0, 7530, 0, false}, {P::Finishing, 0, 0, 0, false}};
    result.done = 7658;
    result.total = 18640;
    result.rowsPerSecond = 61234;
    result.elapsedMs = 80'000;
    result.leftMs = 114'000;
    result.counters = {7658, 6902, 588, 151, 17};
    return result;
}

/// Words wider or higher than the place they were given, and controls without a name.
static QStringList faults(const QWidget &page)
{
    QStringList found;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((label != nullptr && !label->text().isEmpty() && !label->wordWrap()) || (button != nullptr && !button->text().isEmpty())) {
            if (widget->width() + 1 < widget->minimumSizeHint().width())
                found.append(u"cut: %1"_s.arg(label != nullptr ? label->text() : button->text()));
        }
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        if (area != nullptr && area->widget() != nullptr && area->widget()->width() > area->viewport()->width())
            found.append(u"wider than the page: %1"_s.arg(area->widget()->width()));
        const bool control = button != nullptr || qobject_cast<const QLineEdit *>(widget) != nullptr || qobject_cast<const QComboBox *>(widget) != nullptr;
        const bool inside = qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr || qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr;
        if (control && !inside && widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty()))
            found.append(u"unnamed: %1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

/// Words of a table's rows that are not seen whole: the wrapped column, and rows below the edge of a table that does not scroll.
static QStringList cutRows(const ui::Table &table)
{
    QStringList found;
    const int width = table.columnWidth(table.wrappedColumn()) - 16;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QString text = table.model()->index(row, table.wrappedColumn()).data().toString();
        const int height = table.fontMetrics().boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
        if (height > table.rowHeight(row))
            found.append(text);
    }
    if (table.verticalHeader()->length() > table.viewport()->height())
        found.append(u"the last rows"_s);
    return found;
}

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void aScrollBarTakesNothingFromTheRunsCards()
    {
        test::FakeClock clock;
        ui::RunsModel model(clock);
        ui::RunsList list(model);
        list.resize(ui::metrics::SideListWidth, 300);
        list.show();
        QVector<migration::RunReport> runs{report(1, RunState::Finished, records::System::Amocrm, u"/a.json"_s, 0, 0)};
        model.setRuns(runs);
        QTRY_VERIFY(!list.verticalScrollBar()->isVisible());
        const int width = list.viewport()->width();
        for (int run = 2; run <= 30; ++run)
            runs.append(report(run, RunState::Finished, records::System::Bitrix24, u"/b.csv"_s, 0, 0));
        model.setRuns(runs);
        QTRY_VERIFY(list.verticalScrollBar()->isVisible());
        QTRY_COMPARE(list.viewport()->width(), width);
    }

    void page_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        const QStringList names{u"empty"_s, u"source"_s, u"source-read"_s, u"source-broken"_s, u"options"_s, u"options-missing"_s, u"options-editor"_s, u"fields"_s, u"fields-named"_s,
                                u"check-running"_s, u"check"_s, u"check-warnings"_s, u"check-failed"_s, u"progress"_s, u"progress-paused"_s, u"result"_s, u"result-rows"_s,
                                u"result-stopped"_s, u"result-undone"_s, u"result-nothing"_s};
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name << QSize(1064, 760);
        for (const QString &name : {u"source-read"_s, u"options-editor"_s, u"fields"_s, u"fields-named"_s, u"check"_s, u"check-warnings"_s, u"progress"_s, u"result"_s, u"result-rows"_s})
            QTest::newRow(qPrintable(name + u"-small"_s)) << name << QSize(968, 660);
    }

    void page()
    {
        QFETCH(QString, name);
        QFETCH(QSize, size);
        test::FakeClock clock(kNow);
        ui::Background background([]() -> base::Result<std::unique_ptr<store::Connection>> { return base::fail(base::ErrorCode::Storage); });
        ui::JobModel jobs;
        ui::MemoryViewSettings settings;
        ui::DialogPrompt prompt(settings);
        // No test of this file reaches the store: the fake service answers.
        alignas(std::max_align_t) static char nowhere[1];
        ui::Services services{reinterpret_cast<store::Store &>(nowhere), background, jobs, clock, prompt, settings, QDir::tempPath()};
        auto fake = std::make_unique<test::FakeImportService>();
        test::FakeImportService &service = *fake;
        if (name != u"empty"_s)
            fill(service);
        fillRows(service);
        ui::ImportsPage page(services, std::move(fake));
        page.resize(size);
        page.show();
        page.shown();
        pose(name, page, service);
        QTest::qWait(0);
        page.grab(); // layouts settle with the first painting
        QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("PFX_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(page.grab().save(folder + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        QCOMPARE(faults(page), QStringList());
        for (const auto *table : page.findChildren<ui::Table *>()) {
            if (table->isVisible() && table->horizontalScrollBar()->maximum() > 0)
                QFAIL(qPrintable(u"%1 reaches beyond its card by %2"_s.arg(table->objectName()).arg(table->horizontalScrollBar()->maximum())));
        }
        if (name == u"progress"_s) {
            const auto *problems = page.findChild<ui::Table *>(u"lastProblems"_s);
            QCOMPARE(problems->model()->rowCount(), 4);
            QTRY_VERIFY2(cutRows(*problems).isEmpty(), qPrintable(cutRows(*problems).join(u"\n"_s)));
            QStringList notes;
            for (const auto *label : page.findChildren<QLabel *>())
                notes.append(label->text());
            const bool russian = notes.contains(u"Этапы"_s);
            QCOMPARE(notes.count(russian ? u"готово"_s : u"done"_s), 2); // faster than a second
            QCOMPARE(notes.count(russian ? u"в файле нет"_s : u"none in the file"_s), 1);
        }
    }

private:
    static void pose(const QString &name, ui::ImportsPage &page, test::FakeImportService &service)
    {
        ui::ImportsPresenter &presenter = page.presenter();
        if (name == u"empty"_s || name == u"result"_s)
            return;
        if (name == u"result-rows"_s)
            return presenter.result().showRows(records::Kind::Contact, Decision::Skipped);
        if (name == u"result-nothing"_s) {
            migration::RunReport nothing = report(8, RunState::Finished, records::System::Amocrm, u"/home/olga/empty.json"_s, 0, 10'000);
            nothing.contacts = nothing.companies = nothing.deals = nothing.pipelines = nothing.stages = {};
            service.runList.prepend(nothing);
            service.runProblems.clear();
            presenter.reload();
            return presenter.select(8);
        }
        if (name == u"result-stopped"_s || name == u"result-undone"_s) {
            if (name == u"result-undone"_s)
                service.runProblems.clear();
            presenter.select(name == u"result-stopped"_s ? 3 : 2);
            return;
        }
        presenter.newImport();
        if (name == u"source"_s)
            return;
        presenter.source().open(name == u"source-broken"_s ? u"/home/olga/broken.json"_s : u"/home/olga/amo-export-2026-11-20.json"_s);
        if (name.startsWith(u"source"_s))
            return;
        presenter.next();
        if (name == u"options-missing"_s)
            presenter.next();
        if (name == u"options-editor"_s)
            presenter.options().openForm(true);
        if (name.startsWith(u"options"_s))
            return;
        presenter.options().setEmployee(1);
        presenter.next();
        if (name == u"fields-named"_s) {
            presenter.fields().saveNamed(u"Осенняя выгрузка отдела продаж"_s);
            presenter.fields().chooseField(1, ui::FieldRow::Choice::LeaveOut);
        }
        if (name.startsWith(u"fields"_s))
            return;
        if (name.startsWith(u"progress"_s)) {
            presenter.startImport();
            migration::ImportProgress snapshot = progress();
            snapshot.lastProblems = service.runProblems.mid(0, 4);
            snapshot.problemCount = 17;
            migration::RunReport running = report(6, RunState::Running, records::System::Amocrm, u"/home/olga/amo-export-2026-11-20.json"_s, 0, 80'000);
            service.runList.prepend(running);
            service.job->advance(snapshot);
            if (name == u"progress-paused"_s)
                service.job->pause();
            return;
        }
        presenter.next();
        migration::ImportProgress snapshot = progress();
        snapshot.run = 7;
        service.job->advance(snapshot);
        if (name == u"check-running"_s)
            return;
        if (name == u"check-failed"_s) {
            service.job->end(base::fail(base::ErrorCode::StorageFull, u"database or disk is full"_s));
            return;
        }
        migration::RunReport dry = report(7, RunState::Finished, records::System::Amocrm, u"/home/olga/amo-export-2026-11-20.json"_s, 41, 10'000);
        dry.dryRun = true;
        migration::RunReport older = dry;
        older.run = 6;
        service.runList.prepend(older);
        service.runList.prepend(dry);
        service.job->end(dry);
        presenter.reload();
        if (name == u"check-warnings"_s)
            presenter.check().setWarningsShown(true);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (QFontDatabase::families().contains(u"Inter"_s))
        QApplication::setFont(QFont(u"Inter"_s, 10));
    const QString theme = qEnvironmentVariable("PFX_THEME");
    ui::applyTheme(application, ui::colorSchemeFromName(theme.isEmpty() ? u"light"_s : theme));
    translations::install(application, qEnvironmentVariable("PFX_LANG") == u"en"_s ? u"en"_s : u"ru"_s);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pictures.moc"
