// SPDX-License-Identifier: GPL-3.0-or-later
// The deeds for which the pages go and come again, in the whole program: the data moves to a server and the next start finds it there, a
// backup comes back, the language changes at once, and what fails leaves everything as it was.
#include "app/console/console.h"
#include "app/console/main_window.h"
#include "core/settings/settings.h"
#include "tests/support/scratch_postgres.h"
#include "tests/support/store_fixture.h"
#include "translations/translations.h"
#include "ui/common/banner.h"
#include "ui/common/program_settings.h"
#include "ui/common/segmented.h"
#include "ui/common/theme.h"
#include "ui/settings/settings_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// The program on a profile of its own, without a server.
struct Program
{
    explicit Program(const QString &folder)
    {
        console::Options options;
        options.profile = folder;
        console = std::make_unique<console::Console>(options);
    }
    void start()
    {
        const QSignalSpy opened(console.get(), &console::Console::opened);
        console->start();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    }
    template<typename Deed>
    void change(Deed deed)
    {
        const QSignalSpy opened(console.get(), &console::Console::opened);
        deed();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    }
    ui::Banner *news() const { return console->window().findChild<ui::Banner *>(u"storeNews"_s); }
    bool isOnStoreSection() const
    {
        const auto *tabs = console->window().findChild<QTabBar *>(u"settingsTabs"_s);
        return console->window().currentPageId() == ui::pages::Settings && tabs && tabs->currentIndex() == ui::SettingsPage::Store;
    }

    std::unique_ptr<console::Console> console;
};

/// As another program sees it.
void setIn(const QString &address, const QString &key, const QString &value)
{
    const base::SystemClock clock;
    const auto url = store::StoreUrl::parse(address);
    const auto store = store::Store::open(*url, clock);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    QVERIFY((*store)->writer().run([&](store::Connection &db) { return settings::write(db, key, value); }));
}

QString valueIn(const QString &address, const QString &key)
{
    const base::SystemClock clock;
    const auto url = store::StoreUrl::parse(address);
    const auto store = store::Store::open(*url, clock);
    if (!store)
        return store.error().detail;
    const auto db = (*store)->connect();
    return settings::value(**db, key).value_or(u"?"_s);
}

QString fileOf(const QString &folder)
{
    return u"sqlite:"_s + folder + u"/planfix-console.sqlite"_s;
}

} // namespace

class TestConsoleChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light); }
    void init() { translations::install(*qApp, u"ru"_s); }

    void theDataMovesAndTheNextStartFindsIt()
    {
        const QString address = test::ScratchPostgres::newDatabase();
        QVERIFY2(!address.isEmpty(), qPrintable(test::ScratchPostgres::error()));
        const QTemporaryDir folder;
        setIn(fileOf(folder.path()), u"server.enabled"_s, u"false"_s);
        setIn(fileOf(folder.path()), u"planfix.account"_s, u"moved"_s);
        {
            Program program(folder.path());
            program.start();
            QVERIFY(program.console->canChangeStore());
            program.change([&] { program.console->moveStore(address); });
            QTRY_VERIFY(program.isOnStoreSection());
            QVERIFY(program.news() && program.news()->isVisible());
            QCOMPARE(program.news()->severity(), ui::Severity::Success);
            QVERIFY(program.news()->fact().contains(u"перенесены"_s));
        }
        QCOMPARE(valueIn(address, u"planfix.account"_s), u"moved"_s);
        setIn(fileOf(folder.path()), u"planfix.account"_s, u"stale"_s); // the old one stays, and nobody looks at it any more
        Program again(folder.path());
        again.start();
        const auto chosen = app::chooseProfile(folder.path(), {});
        QVERIFY(chosen && chosen->store.backend == store::Backend::Postgresql);
        QVERIFY(!again.news() || !again.news()->isVisible());
    }

    void aMoveThatFailsLeavesEverythingAsItWas()
    {
        const QTemporaryDir folder;
        setIn(fileOf(folder.path()), u"server.enabled"_s, u"false"_s);
        Program program(folder.path());
        program.start();
        program.change([&] { program.console->moveStore(u"postgresql://nobody@127.0.0.1:1/none"_s); });
        QTRY_VERIFY(program.isOnStoreSection());
        QCOMPARE(program.news()->severity(), ui::Severity::Error);
        QVERIFY(!QFile::exists(app::storeAddressFile(folder.path())));
    }

    void aBackupComesBackAndWhatWasSinceIsKept()
    {
        const QTemporaryDir folder, shelf;
        setIn(fileOf(folder.path()), u"server.enabled"_s, u"false"_s);
        setIn(fileOf(folder.path()), u"planfix.account"_s, u"before"_s);
        const QString backup = shelf.filePath(u"backup.sqlite"_s);
        {
            const base::SystemClock clock;
            const auto store = store::Store::open(*store::StoreUrl::parse(fileOf(folder.path())), clock);
            QVERIFY(store && (*store)->backup(backup));
        }
        setIn(fileOf(folder.path()), u"planfix.account"_s, u"since"_s);
        {
            Program program(folder.path());
            program.start();
            program.change([&] { program.console->restoreStore(backup); });
            QTRY_VERIFY(program.isOnStoreSection());
            QCOMPARE(program.news()->severity(), ui::Severity::Success);
            QVERIFY(program.news()->sentence().contains(u"before-restore"_s));
            program.change([&] { program.console->restoreStore(shelf.filePath(u"none.sqlite"_s)); });
            QTRY_COMPARE(program.news()->severity(), ui::Severity::Error);
        }
        QCOMPARE(valueIn(fileOf(folder.path()), u"planfix.account"_s), u"before"_s);
    }

    void theLanguageChangesAtOnce()
    {
        const QTemporaryDir folder;
        setIn(fileOf(folder.path()), u"server.enabled"_s, u"false"_s);
        Program program(folder.path());
        program.start();
        program.console->window().goTo(ui::pages::Settings, u"program"_s);
        QVERIFY(program.console->window().windowTitle().contains(u"Настройки"_s));
        const QPointer<console::MainWindow> before = &program.console->window();
        const QSize size = before->size();
        auto *english = before->findChild<QAbstractButton *>(u"languageEn"_s);
        QVERIFY(english);
        english->click();
        QTRY_VERIFY(before.isNull());
        console::MainWindow &now = program.console->window();
        QVERIFY(now.isVisible());
        QCOMPARE(now.size(), size);
        QVERIFY2(now.windowTitle().contains(u"Settings"_s), qPrintable(now.windowTitle()));
        QCOMPARE(now.findChild<QTabBar *>(u"settingsTabs"_s)->currentIndex(), int(ui::SettingsPage::Program));
        QVERIFY(now.findChild<QAbstractButton *>(u"languageEn"_s)->isChecked());
        now.findChild<QAbstractButton *>(u"languageRu"_s)->click();
        QTRY_VERIFY(program.console->window().windowTitle().contains(u"Настройки"_s));
        QCOMPARE(QLocale().language(), QLocale::Russian);
    }

    void aDemonstrationKeepsItsStore()
    {
        console::Options options;
        options.demo = true;
        const console::Console demo(options);
        QVERIFY(!demo.canChangeStore());
    }
};

QTEST_MAIN(TestConsoleChanges)
#include "tst_console_changes.moc"
