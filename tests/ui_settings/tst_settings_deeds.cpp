// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings do beyond single values: secrets that are made and shown once, and the deeds for which the whole program takes its pages
// down, each after a question and none while something is going on.
#include "core/secrets/secret_store.h"
#include "tests/support/scratch_postgres.h"
#include "tests/ui_settings/fake_program.h"
#include "tests/ui_setup/setup_office.h"
#include "translations/translations.h"
#include "ui/common/banner.h"
#include "ui/common/program_settings.h"
#include "ui/common/theme.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/settings_presenter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using test::patience;
using ui::SettingsPage;

namespace {

struct Desk : test::SetupOffice {
    explicit Desk(const ui::StoreNews &news = {}) : SetupOffice(fake::fullAccount())
    {
        program.news = news;
        services->program = &program;
        open();
    }
    void open()
    {
        page = std::make_unique<SettingsPage>(*services);
        page->resize(1064, 760);
        page->show();
        page->shown();
        if (!QTest::qWaitFor([this] { return page->presenter().isLoaded() && background->isIdle(); }, patience))
            qFatal("the settings were not read");
    }
    ~Desk() { page.reset(); }

    template <typename T> T *find(const QString &name) const { return page->findChild<T *>(name); }
    void click(const QString &name) const { find<QAbstractButton>(name)->click(); }
    ui::Banner *banner(const QString &name) const { return find<ui::Banner>(name); }
    void tryAddress(const QString &address) const
    {
        find<QLineEdit>(u"postgresAddress"_s)->setText(address);
        click(u"tryPostgres"_s);
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>(u"tryPostgres"_s)->isEnabled(), patience);
    }

    test::FakeProgram program;
    std::unique_ptr<SettingsPage> page;
};

} // namespace

class TestSettingsDeeds : public QObject {
    Q_OBJECT

private slots:
    void aSecretIsMadeShownOnceAndReplacedAfterAQuestion_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the site's key") << u"orders.token"_s;
        QTest::newRow("the key of the signature") << u"orders.callback-key"_s;
    }
    void aSecretIsMadeShownOnceAndReplacedAfterAQuestion()
    {
        QFETCH(QString, name);
        Desk desk;
        desk.page->showSection(SettingsPage::Orders);
        auto *value = desk.find<QLineEdit>(name + u"-value"_s);
        QVERIFY(!value->isVisible());
        desk.click(name + u"-make"_s);
        QTRY_VERIFY_WITH_TIMEOUT(value->isVisible(), patience);
        const QString made = value->text();
        QCOMPARE(made.size(), 43);
        QCOMPARE(desk.secret(name), made);
        QCOMPARE(desk.prompt.asked.size(), 0);
        desk.click(name + u"-valueCopy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), made);
        QTest::qWait(0);
        desk.click(name + u"-make"_s);
        QCOMPARE(desk.prompt.asked.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(desk.secret(name) != made, patience);
        QTRY_COMPARE_WITH_TIMEOUT(value->text(), desk.secret(name), patience);

        desk.open(); // another day
        desk.page->showSection(SettingsPage::Orders);
        QVERIFY(!desk.find<QLineEdit>(name + u"-value"_s)->isVisible());
        QCOMPARE(desk.find<QAbstractButton>(name + u"-make"_s)->text(), u"Заменить…"_s);
    }

    void withoutAKeychainNoSecretIsShown()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Orders);
        desk.live->keys().fail(base::Error{base::ErrorCode::Keychain, u"no service"_s, secrets::trouble::noService});
        desk.click(u"orders.token-make"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner(u"orders.token-trouble"_s)->isVisible(), patience);
        QVERIFY(!desk.find<QLineEdit>(u"orders.token-value"_s)->isVisible());
    }

    void theEnvironmentsSecretCannotBeReplacedHere()
    {
        Desk desk;
        desk.live->setEnvironment(u"PFX_SECRET_ORDERS_TOKEN"_s, u"x"_s);
        desk.open();
        desk.page->showSection(SettingsPage::Orders);
        QVERIFY(!desk.find<QAbstractButton>(u"orders.token-make"_s)->isVisible());
        QVERIFY(desk.find<QAbstractButton>(u"orders.callback-key-make"_s)->isVisible());
    }

    void theDataMovesToATriedEmptyDatabase()
    {
        const QString address = test::ScratchPostgres::newDatabase();
        QVERIFY2(!address.isEmpty(), qPrintable(test::ScratchPostgres::error()));
        Desk desk;
        desk.page->showSection(SettingsPage::Store);
        desk.tryAddress(address);
        QCOMPARE(desk.banner(u"postgresTried"_s)->severity(), ui::Severity::Success);
        desk.program.work = u"Импорт идёт"_s;
        desk.click(u"moveToPostgres"_s);
        QCOMPARE(desk.banner(u"postgresTried"_s)->severity(), ui::Severity::Warning);
        QCOMPARE(desk.program.asked, QStringList());
        desk.program.work.clear();
        desk.tryAddress(address);
        desk.click(u"moveToPostgres"_s);
        QCOMPARE(desk.prompt.asked.size(), 1);
        QCOMPARE(desk.program.asked, QStringList{u"move "_s + address});
    }

    void aDatabaseWithDataIsUsedAsItIs()
    {
        const QString address = test::ScratchPostgres::newDatabase();
        QVERIFY2(!address.isEmpty(), qPrintable(test::ScratchPostgres::error()));
        const base::SystemClock clock;
        QVERIFY(store::Store::open(*store::StoreUrl::parse(address), clock));
        Desk desk;
        desk.page->showSection(SettingsPage::Store);
        desk.tryAddress(address);
        QVERIFY(!desk.find<QAbstractButton>(u"moveToPostgres"_s));
        desk.click(u"usePostgres"_s);
        QCOMPARE(desk.program.asked, QStringList{u"use "_s + address});
    }

    void aStoreThatIsNamedOutsideIsNotChangedHere()
    {
        const QString address = test::ScratchPostgres::newDatabase();
        QVERIFY2(!address.isEmpty(), qPrintable(test::ScratchPostgres::error()));
        Desk desk;
        desk.program.isChangeable = false;
        desk.open();
        desk.page->showSection(SettingsPage::Store);
        QVERIFY(!desk.find<QAbstractButton>(u"restoreBackup"_s));
        desk.tryAddress(address);
        QVERIFY(!desk.find<QAbstractButton>(u"moveToPostgres"_s));
        QVERIFY2(desk.banner(u"postgresTried"_s)->sentence().contains(u"--store"_s), qPrintable(desk.banner(u"postgresTried"_s)->sentence()));
    }

    void aBackupIsRestoredAfterAQuestion()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Store);
        desk.prompt.file = desk.folder.filePath(u"copy.sqlite"_s);
        desk.program.work = u"Импорт идёт"_s;
        desk.click(u"restoreBackup"_s);
        QCOMPARE(desk.banner(u"backedUp"_s)->severity(), ui::Severity::Warning);
        desk.program.work.clear();
        desk.click(u"restoreBackup"_s);
        QCOMPARE(desk.prompt.asked.size(), 1);
        QVERIFY(desk.prompt.asked.first().dangerous);
        QCOMPARE(desk.program.asked, QStringList{u"restore "_s + desk.prompt.file});
    }

    void whatBecameOfADeedIsSaid_data()
    {
        using Kind = ui::StoreNews::Kind;
        QTest::addColumn<ui::StoreNews>("news");
        QTest::addColumn<ui::Severity>("severity");
        QTest::addColumn<QString>("said");
        const auto error = [](base::ErrorCode code) { return base::Error{code, {}, {}}; };
        QTest::newRow("moved") << ui::StoreNews{Kind::Moved, u"postgresql://db/planfix"_s, 1234567, {}} << ui::Severity::Success << u"перенесены"_s;
        QTest::newRow("in use") << ui::StoreNews{Kind::InUse, u"postgresql://db/planfix"_s, 0, {}} << ui::Severity::Success << u"работает"_s;
        QTest::newRow("restored") << ui::StoreNews{Kind::Restored, u"/tmp/aside"_s, 0, {}} << ui::Severity::Success << u"восстановлена"_s;
        QTest::newRow("stopped") << ui::StoreNews{Kind::Failed, {}, 0, error(base::ErrorCode::Cancelled)} << ui::Severity::Info << u"Остановлено"_s;
        QTest::newRow("another program has it") << ui::StoreNews{Kind::Failed, {}, 0, error(base::ErrorCode::StorageLocked)} << ui::Severity::Error << QString();
    }
    void whatBecameOfADeedIsSaid()
    {
        QFETCH(ui::StoreNews, news);
        QFETCH(ui::Severity, severity);
        QFETCH(QString, said);
        Desk desk(news);
        desk.page->showSection(SettingsPage::Store);
        QVERIFY(desk.banner(u"storeNews"_s)->isVisible());
        QCOMPARE(desk.banner(u"storeNews"_s)->severity(), severity);
        QVERIFY2(desk.banner(u"storeNews"_s)->fact().contains(said), qPrintable(desk.banner(u"storeNews"_s)->fact()));
        QTest::qWait(0);
        desk.page->grab(); // layouts settle with the first painting
        QCoreApplication::processEvents();
        QCOMPARE(test::faults(*desk.page), QStringList());
        QCOMPARE(desk.program.news.kind, ui::StoreNews::Kind::None); // once
    }

    void theLanguageChangesAtOnceUnlessSomethingGoesOn()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Program);
        desk.program.work = u"Импорт идёт"_s;
        desk.click(u"languageEn"_s);
        QCOMPARE(ui::program::language(desk.view), u"en"_s);
        QVERIFY(desk.banner(u"languageNote"_s)->isVisible());
        QCOMPARE(desk.program.asked, QStringList());
        desk.program.work.clear();
        desk.click(u"languageNow"_s);
        QCOMPARE(desk.program.asked, QStringList{u"language"_s});
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    translations::install(application, u"ru"_s);
    TestSettingsDeeds test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settings_deeds.moc"
