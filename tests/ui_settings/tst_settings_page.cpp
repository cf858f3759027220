// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page on a real store: by keyboard, and each section as a picture in which no word is cut and every control is named. With
// PFX_PICTURES=<folder> the pictures are kept.
#include "tests/ui_settings/fake_program.h"
#include "tests/ui_setup/setup_office.h"
#include "translations/translations.h"
#include "ui/common/banner.h"
#include "ui/common/program_settings.h"
#include "ui/common/theme.h"
#include "ui/forms/planfix_forms.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/settings_presenter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using test::patience;
using ui::SettingsPage;

namespace {

struct Desk : test::SetupOffice {
    Desk() : SetupOffice(fake::fullAccount())
    {
        set(u"planfix.account"_s, u"konigkomfort"_s);
        live->keys().put(u"planfix.api-key"_s, fake::usualKey());
        services->program = &program;
        page = std::make_unique<SettingsPage>(*services);
        page->resize(1064, 760);
        page->show();
        page->activateWindow();
        page->shown();
        if (!QTest::qWaitFor([this] { return page->presenter().isLoaded() && page->forms().connection().state().hasKey; }, patience))
            qFatal("the settings were not read");
    }

    template <typename T> T *find(const QString &name) const { return page->findChild<T *>(name); }
    bool isDone() const { return QTest::qWaitFor([this] { return background->isIdle(); }, patience); }
    void click(const QString &name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    test::FakeProgram program;
    std::unique_ptr<SettingsPage> page;
};

bool tabTo(const QString &objectName)
{
    for (int i = 0; i < 120; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus == nullptr)
            return false;
        if (focus->objectName() == objectName)
            return true;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return false;
}

} // namespace

class TestSettingsPage : public QObject {
    Q_OBJECT

private slots:
    void aValueIsSavedWhenItsFieldIsLeft()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Program);
        QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
        QVERIFY(tabTo(u"journal.keep-days"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"90"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTRY_COMPARE_WITH_TIMEOUT(desk.settings().integer(u"journal.keep-days"_s), 90, patience);
        QTRY_VERIFY(desk.find<QAbstractButton>(u"journal.keep-days-undo"_s)->isVisible());
        QVERIFY(tabTo(u"journal.keep-days-undo"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(desk.settings().integer(u"journal.keep-days"_s), 180, patience);
    }

    void statusesAreEdited()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Orders);
        auto *line = desk.find<QLineEdit>(u"status-confirmed"_s);
        QCOMPARE(line->text(), u"Подтверждено, Принято"_s);
        line->setText(u"Согласовано"_s);
        emit line->editingFinished();
        QTRY_COMPARE_WITH_TIMEOUT(desk.settings().map(u"orders.statuses"_s).value(u"confirmed"_s).toString(), u"Согласовано"_s, patience);
        line->setText(u"Новая"_s); // stands in the first line already
        emit line->editingFinished();
        QVERIFY(desk.isDone());
        QCOMPARE(desk.settings().map(u"orders.statuses"_s).value(u"confirmed"_s).toString(), u"Согласовано"_s);
    }

    void nothingIsUnsavedAtFirst()
    {
        Desk desk;
        QVERIFY2(!desk.page->forms().state().isUnsaved(), qPrintable(desk.page->forms().state().unsaved.join(u", "_s)));
    }

    void theKeyIsReplacedAndRemoved()
    {
        Desk desk;
        desk.page->forms().connection().setKey(u"0123456789abcdef0123456789abcdef"_s);
        QVERIFY(desk.page->forms().state().isUnsaved());
        desk.click(u"saveForms"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.secret(u"planfix.api-key"_s), u"0123456789abcdef0123456789abcdef"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.page->forms().state().phase, ui::SavingState::Phase::Done, patience);
        desk.click(u"removeKey"_s);
        QCOMPARE(desk.prompt.asked.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.secret(u"planfix.api-key"_s), QString(), patience);
    }

    void thePublicAddressIsSavedAndChecked_data()
    {
        QTest::addColumn<bool>("leadsHere");
        QTest::newRow("it leads here") << true;
        QTest::newRow("nobody answers") << false;
    }
    void thePublicAddressIsSavedAndChecked()
    {
        QFETCH(bool, leadsHere);
        Desk desk;
        desk.live->leadsHere = leadsHere;
        desk.page->showSection(SettingsPage::Server);
        auto *url = desk.find<QLineEdit>(u"publicUrl"_s);
        url->setFocus();
        QTest::keyClicks(url, u"https://console.example.org"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.settings().text(u"server.public-url"_s), u"https://console.example.org"_s, patience);
        desk.click(u"checkReach"_s);
        const auto *banner = desk.find<ui::Banner>(u"reachBanner"_s);
        QTRY_COMPARE_WITH_TIMEOUT(banner->severity(), leadsHere ? ui::Severity::Success : ui::Severity::Error, patience);
        QVERIFY(!banner->fact().isEmpty());
    }

    void aBackupIsAWholeStore()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Store);
        desk.prompt.file = desk.folder.filePath(u"copy.sqlite"_s);
        desk.click(u"makeBackup"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.find<ui::Banner>(u"backedUp"_s)->severity(), ui::Severity::Success, patience);
        const auto url = store::StoreUrl::parse(u"sqlite:"_s + desk.prompt.file);
        const auto copy = store::Store::open(*url, desk.clock);
        QVERIFY(copy);
        const auto db = (*copy)->connect();
        QCOMPARE(settings::Settings::load(**db)->text(u"planfix.account"_s), u"konigkomfort"_s);
    }

    void diagnosticsAreShownBeforeTheyAreSavedAndHoldNoKey()
    {
        Desk desk;
        desk.set(u"orders.assignees"_s, u"5"_s);
        desk.page->showSection(SettingsPage::Program);
        desk.click(u"showDiagnostics"_s);
        auto *text = desk.find<QPlainTextEdit>(u"diagnosticsText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!text->toPlainText().isEmpty(), patience);
        QVERIFY(text->toPlainText().contains(u"--- settings ---"_s));
        QVERIFY(!text->toPlainText().contains(fake::usualKey()));
        desk.prompt.file = desk.folder.filePath(u"diagnostics.txt"_s);
        desk.click(u"saveDiagnostics"_s);
        QFile file(desk.prompt.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text->toPlainText());
    }

    void coloursChangeAtOnceAndAreKept()
    {
        Desk desk;
        desk.page->showSection(SettingsPage::Program);
        const QColor before = QApplication::palette().color(QPalette::Window);
        desk.click(u"colorsDark"_s);
        QVERIFY(QApplication::palette().color(QPalette::Window) != before);
        QCOMPARE(ui::program::colors(desk.view), u"dark"_s);
        desk.click(u"colorsLight"_s);
    }

    void pictures_data()
    {
        QTest::addColumn<int>("section");
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1064, 760), QSize(968, 660)}) {
            const QString suffix = size.width() < 1000 ? u"-small"_s : QString();
            int section = 0;
            for (const QString &name : {u"planfix"_s, u"orders"_s, u"server"_s, u"store"_s, u"program"_s})
                QTest::newRow(qPrintable(name + suffix)) << section++ << size;
        }
    }
    void pictures()
    {
        QFETCH(int, section);
        QFETCH(QSize, size);
        Desk desk;
        desk.live->recent = {{desk.live->clock().nowMs() - 60'000, "POST", "/planfix/webhook/<secret>", u"185.71.76.1"_s, 200, 3, 60},
                             {desk.live->clock().nowMs() - 90'000, "POST", "/orders", u"127.0.0.1"_s, 401, 1, 240}};
        emit desk.live->changed();
        desk.page->resize(size);
        desk.page->showSection(static_cast<SettingsPage::Section>(section));
        QVERIFY(desk.isDone());
        QTest::qWait(0);
        desk.page->grab(); // layouts settle with the first painting
        QCoreApplication::processEvents();
        if (const QString folder = qEnvironmentVariable("PFX_PICTURES"); !folder.isEmpty())
            QVERIFY(desk.page->grab().save(u"%1/settings-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faults(*desk.page), QStringList());
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
    TestSettingsPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settings_page.moc"
