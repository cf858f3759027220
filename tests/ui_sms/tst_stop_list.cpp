// SPDX-License-Identifier: GPL-3.0-or-later
// The stop list on the screen: a number added by keyboard, a file, a search, allowing again, and what is said when that fails.
#include "tests/support/fake_clock.h"
#include "tests/ui_sms/fake_sms_service.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/view_settings.h"
#include "ui/sms/stop_list_card.h"

#include "core/store/store.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;
using Deed = StopListState::Deed;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const base::Error broken{base::ErrorCode::StorageLocked, QStringLiteral("busy"), {}};
constexpr qint64 now = 1'700'000'000'000;

class YesPrompt : public Prompt {
public:
    QStringList titles;
    void confirm(QWidget *, const Question &question, std::function<void()> yes) override
    {
        titles.append(question.title);
        yes();
    }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(QStringLiteral("/numbers.csv")); }
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override { }
};

} // namespace

class TestStopList : public QObject {
    Q_OBJECT

private slots:
    void adding_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked"); // empty: nothing is
        QTest::addColumn<int>("done");
        QTest::newRow("a number in a spelling of its own") << s("8 (916) 111-00-06") << s("stop +79161110006 просил") << int(Deed::Added);
        QTest::newRow("one that is there already") << s("+79161110001") << s("stop +79161110001 просил") << int(Deed::Known);
        QTest::newRow("no number") << s("Анна") << QString() << int(Deed::None);
        QTest::newRow("nothing") << s("  ") << QString() << int(Deed::None);
    }
    void adding()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, asked);
        test::FakeSmsService service;
        service.stopped = {{s("+79161110001"), {}, now}};
        test::FakeClock clock;
        StopListPresenter presenter(service, clock);
        presenter.setNumber(typed);
        presenter.setReason(s(" просил "));
        presenter.add();
        QStringList deeds = service.takeDeeds();
        deeds.removeIf([](const QString &deed) { return deed.startsWith(QLatin1String("stopped ")); });
        QCOMPARE(deeds.join(u'|'), asked);
        QTEST(int(presenter.state().done), "done");
        QCOMPARE(presenter.state().badNumber, typed == s("Анна"));
        QCOMPARE(presenter.state().number.isEmpty(), !asked.isEmpty()); // what was not taken stays to be mended
    }

    void whatTheSettingNamesStaysStopped_data()
    {
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<QString>("asked"); // empty: nothing is
        QTest::addColumn<int>("done");
        QTest::addColumn<QString>("what");
        QTest::addColumn<qint64>("left");
        const QString kept = s("+79161110001"), named = s("+79161110002"), alsoNamed = s("+79161110003");
        QTest::newRow("one of the setting") << QStringList{named} << QString() << int(Deed::InSetting) << named << qint64(1);
        QTest::newRow("several of the setting") << QStringList{named, alsoNamed} << QString() << int(Deed::InSetting) << s("2") << qint64(2);
        QTest::newRow("one of the list") << QStringList{kept} << s("allow +79161110001") << int(Deed::Allowed) << kept << qint64(0);
        QTest::newRow("of both") << QStringList{kept, named} << s("allow +79161110001") << int(Deed::Allowed) << kept << qint64(1);
    }
    void whatTheSettingNamesStaysStopped()
    {
        QFETCH(const QStringList, chosen);
        test::FakeSmsService service;
        service.stopped = {{s("+79161110001"), {}, now}, {s("+79161110002"), {}, 0, true}, {s("+79161110003"), {}, now, true}};
        test::FakeClock clock;
        StopListPresenter presenter(service, clock);
        presenter.reload();
        presenter.allow(chosen);
        QStringList deeds = service.takeDeeds();
        deeds.removeIf([](const QString &deed) { return deed.startsWith(QLatin1String("stopped ")); });
        QTEST(deeds.join(u'|'), "asked");
        QTEST(int(presenter.state().done), "done");
        QTEST(presenter.state().what, "what");
        QTEST(presenter.state().left, "left");
        QVERIFY(!presenter.state().busy);
    }

    void whereARowOfTheSettingIsChangedIsSaid()
    {
        test::FakeSmsService service;
        service.stopped = {{s("+79161110001"), s("court"), 0, true}};
        test::FakeClock clock;
        const auto store = store::Store::temporary(clock);
        QVERIFY(store.has_value());
        Background background(**store);
        JobModel jobs;
        MemoryViewSettings settings;
        YesPrompt prompt;
        Services services{**store, background, jobs, clock, prompt, settings, {}};
        StopListPresenter presenter(service, clock);
        StopListCard card(presenter, services);
        card.show();
        presenter.reload();
        auto *table = card.findChild<Table *>(s("smsStopList"));
        QCOMPARE(table->model()->index(0, 1).data().toString(), s("court (named in the settings)"));
        QCOMPARE(table->model()->index(0, 2).data().toString(), QString());
        table->selectRow(0);
        card.findChild<QAbstractButton *>(s("smsStopAllow"))->click();
        QCOMPARE(prompt.titles, QStringList()); // there is nothing to say yes to
        auto *banner = card.findChild<Banner *>(s("smsStopListState"));
        QVERIFY(banner->isVisibleTo(&card));
        QVERIFY2(banner->sentence().contains(s("sms.stop-list")), qPrintable(banner->sentence()));
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void afterAFailureTheListIsReadAgain()
    {
        test::FakeSmsService service;
        test::FakeClock clock;
        StopListPresenter presenter(service, clock);
        service.failure = broken;
        presenter.importFrom(s("/numbers.csv"));
        QVERIFY(presenter.state().deedError);
        QVERIFY(presenter.state().error);
        QCOMPARE(presenter.state().done, Deed::None);
        service.failure.reset();
        service.stopped = {{s("+79161110001"), {}, now}};
        presenter.reload();
        QVERIFY(!presenter.state().error);
        QCOMPARE(presenter.state().view.all, 1);
    }

    void byKeyboardFromNothingToAllowedAgain()
    {
        test::FakeSmsService service;
        test::FakeClock clock;
        const auto store = store::Store::temporary(clock);
        QVERIFY(store.has_value());
        Background background(**store);
        JobModel jobs;
        MemoryViewSettings settings;
        YesPrompt prompt;
        Services services{**store, background, jobs, clock, prompt, settings, {}};
        StopListPresenter presenter(service, clock);
        StopListCard card(presenter, services);
        card.resize(520, 600);
        card.show();
        presenter.reload();
        auto *number = card.findChild<QLineEdit *>(s("smsStopNumber"));
        auto *table = card.findChild<Table *>(s("smsStopList"));
        auto *banner = card.findChild<Banner *>(s("smsStopListState"));
        QVERIFY(number && table && banner);
        QTest::keyClicks(number, s("89161110006"));
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(banner->isVisibleTo(&card));
        QVERIFY2(banner->fact().contains(s("+7 916 111-00-06")), qPrintable(banner->fact()));

        service.importedNumbers = {5, 2, 1, {s("Анна нет")}};
        card.findChild<QAbstractButton *>(s("smsStopImport"))->click();
        QCOMPARE(banner->severity(), Severity::Warning); // a row was passed over
        QVERIFY2(banner->sentence().contains(s("2")) && banner->sentence().contains(s("1")), qPrintable(banner->sentence()));

        const auto labels = banner->findChildren<QLabel *>();
        const auto tells = [](const QLabel *label) { return label->text() == s("Анна нет"); };
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), tells)); // under «Details»

        auto *allow = card.findChild<QAbstractButton *>(s("smsStopAllow"));
        QVERIFY(!allow->isEnabled());
        table->selectRow(0);
        QVERIFY(allow->isEnabled());
        allow->click();
        QCOMPARE(prompt.titles.size(), 1);
        QVERIFY(service.takeDeeds().contains(s("allow +79161110006")));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!allow->isEnabled());

        service.failure = broken;
        presenter.reload();
        QCOMPARE(banner->severity(), Severity::Error);
    }
};

QTEST_MAIN(TestStopList)
#include "tst_stop_list.moc"
