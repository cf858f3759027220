// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real store, by keyboard and by click. With PFX_PICTURES=folder it also keeps a picture of each state,
// in the language, theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "core/mailing/contact_intake.h"
#include "core/mailing/list_table.h"
#include "core/mailing/request_log.h"
#include "core/mailing/suppressions.h"
#include "core/settings/settings.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"
#include "tests/ui_mailing/fake_live.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/mailing/mailing_page.h"

#include <QLabel>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace pfx;
using pfx::ui::MailingPage;

namespace {

constexpr qint64 now = 1'760'000'000'000;

/// Says yes to everything and gives the test's file.
class YesPrompt : public ui::Prompt {
public:
    QString path;
    QStringList verbs;
    void confirm(QWidget *, const ui::Question &question, std::function<void()> yes) override
    {
        verbs.append(question.verb);
        yes();
    }
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(path); }
    void saveFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(path); }
};

base::Result<void> fill(store::Connection &db)
{
    const char *const names[] = {"Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор"};
    const char *const families[] = {"Иванова", "Петренко", "Соколова", "Гусев", "Юрьева"};
    PFX_ASSIGN(const auto list, mailing::addList(db, QString::fromUtf8("Клиенты Калининграда / Ольга Ким"), now - 86'400'000));
    PFX_ASSIGN(const auto old, mailing::addList(db, QString::fromUtf8("Весенняя акция"), now - 90'000'000));
    PFX_TRY(mailing::deleteList(db, old.id, now - 3'600'000));
    std::vector<mailing::Contact> contacts;
    for (int i = 1; i <= 600; ++i) {
        mailing::Contact contact;
        contact.planfixId = 1'000 + i;
        contact.email = i % 50 == 0 ? QString() : i % 31 == 0 ? QStringLiteral("client1@example.com") : QStringLiteral("client%1@example.com").arg(i);
        contact.firstName = QString::fromUtf8(names[i % 6]);
        contact.lastName = QString::fromUtf8(families[i % 5]);
        contacts.push_back(contact);
    }
    mailing::ContactIntake intake(list.id, now - 7'200'000);
    PFX_TRY(intake.take(db, contacts));
    for (int i = 2; i < 40; i += 5) {
        const auto reason = mailing::Reason(i % 4);
        PFX_TRY(mailing::suppress(db, {0, QStringLiteral("client%1@example.com").arg(i), {}, reason, {}, list.id, {}, now - i * 3'600'000}).map([](auto) {}));
    }
    mailing::RequestRecord record;
    record.at = now - 7'200'000;
    record.action = QStringLiteral("importContacts");
    record.listId = list.id;
    record.listName = list.name;
    record.remote = QStringLiteral("203.0.113.10");
    record.counts = intake.counts();
    record.counts.skipped = 2;
    record.durationMs = 64;
    record.problems = {{mailing::ContactProblem::Kind::BadAddress, QStringLiteral("contacts[17]"), QStringLiteral("bad@@example.com")},
                       {mailing::ContactProblem::Kind::BadAddress, QStringLiteral("contacts[90]"), QString::fromUtf8("нет почты")}};
    PFX_TRY(mailing::addRequest(db, record));
    mailing::RequestRecord refused;
    refused.at = now - 60'000;
    refused.action = QStringLiteral("deleteList");
    refused.error = QString::fromUtf8("Список не найден");
    PFX_TRY(mailing::addRequest(db, refused));
    PFX_TRY(settings::write(db, QStringLiteral("mailing.forward.letters.driver"), QStringLiteral("listmonk")));
    return settings::write(db, QStringLiteral("mailing.forward.letters.url"), QStringLiteral("https://lists.example.org"));
}

} // namespace

class TestMailingPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString language = qEnvironmentVariable("PFX_LANG", QStringLiteral("ru"));
        translations::install(*qApp, language);
        ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
    }
    void cleanup()
    {
        m_page.reset();
        m_services.reset();
        m_background.reset();
        m_jobs.reset();
        m_live.reset();
        m_settings.reset();
        m_fixture.reset();
    }

    void anEmptyPageLeadsToTheConnection()
    {
        open(false);
        picture(QStringLiteral("lists-empty"));
        auto *connectPlanfix = child<QPushButton>("mailingConnect");
        QVERIFY(connectPlanfix->isVisible());
        connectPlanfix->setFocus();
        QTest::keyClick(connectPlanfix, Qt::Key_Space);
        settle();
        QCOMPARE(child<QTabBar>("mailingTabs")->currentIndex(), int(MailingPage::Connection));
        QVERIFY(child<QPushButton>("mailingMakeToken")->isVisible());
        picture(QStringLiteral("connection-new"));
        QTest::mouseClick(child<QPushButton>("mailingMakeToken"), Qt::LeftButton);
        settle();
        QTRY_VERIFY(child<QLineEdit>("mailingToken")->text().size() >= 40);
        QCOMPARE(child<QLineEdit>("mailingToken")->echoMode(), QLineEdit::Password);
        QVERIFY(!child<QPushButton>("mailingMakeToken")->isVisible());
        QTest::mouseClick(child<QToolButton>("mailingCopyToken"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), child<QLineEdit>("mailingToken")->text());
        QTest::mouseClick(child<QToolButton>("mailingCopyAddress"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8088/mailing"));
        QCOMPARE(m_live->secrets().read(QStringLiteral("mailing.unsubscribe-key"))->has_value(), true);
        picture(QStringLiteral("connection-made"));
        const QSignalSpy went(m_page.get(), &ui::Page::goTo);
        child<QPushButton>("mailingToServer")->click(); // nobody outside reaches this computer yet
        QCOMPARE(went.value(0).value(0).toString(), ui::pages::Settings);
        QCOMPARE(went.value(0).value(1).toMap().value(QStringLiteral("section")).toString(), QStringLiteral("server"));
    }

    void aListIsShownSearchedAndSaved()
    {
        open(true);
        QTRY_COMPARE(rows("mailingMembers"), 600);
        QCOMPARE(rows("mailingLists"), 2);
        picture(QStringLiteral("lists"));
        m_prompt.path = m_fixture->folder() + QStringLiteral("/list.csv");
        QTRY_VERIFY(child<QPushButton>("mailingExport")->isEnabled());
        QTest::mouseClick(child<QPushButton>("mailingExport"), Qt::LeftButton);
        QTRY_VERIFY(child<ui::Banner>("mailingListDeed")->isVisible());
        QCOMPARE(child<ui::Banner>("mailingListDeed")->severity(), ui::Severity::Success);
        QFile file(m_prompt.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().count('\n') > 500);
        QTest::keyClicks(child<QLineEdit>("mailingSearch"), QStringLiteral("client17@"));
        QTest::keyClick(child<QLineEdit>("mailingSearch"), Qt::Key_Return);
        QTRY_COMPARE(rows("mailingMembers"), 1);
        picture(QStringLiteral("list-searched"));
    }

    void aListIsPassedOnByKeyboard()
    {
        open(true);
        auto *forward = child<QPushButton>("mailingForward");
        QTRY_VERIFY(forward->isEnabled());
        forward->setFocus();
        QTest::keyClick(forward, Qt::Key_Space);
        QTRY_VERIFY(m_page->findChild<QPushButton *>(QStringLiteral("mailingCompare0")));
        settle();
        picture(QStringLiteral("list-passed-on"));
        QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("mailingCompare0")), Qt::LeftButton);
        QTRY_COMPARE(m_live->rings, 1);
    }

    void aListIsDeletedAndBroughtBack()
    {
        open(true);
        QTRY_VERIFY(child<QPushButton>("mailingRemove")->isEnabled());
        QTest::mouseClick(child<QPushButton>("mailingRemove"), Qt::LeftButton);
        QCOMPARE(m_prompt.verbs.size(), 1);
        QTRY_VERIFY(child<QPushButton>("mailingRestore")->isVisible());
        settle();
        picture(QStringLiteral("list-deleted"));
        QTRY_VERIFY(child<QPushButton>("mailingRestore")->isEnabled());
        QTest::mouseClick(child<QPushButton>("mailingRestore"), Qt::LeftButton);
        QTRY_VERIFY(child<QPushButton>("mailingRemove")->isVisible());
    }

    void aRequestTellsWhatWasPassedOver()
    {
        open(true);
        m_page->setTab(MailingPage::Requests);
        settle();
        QTRY_COMPARE(rows("mailingRequests"), 2);
        auto *table = child<ui::Table>("mailingRequests");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        picture(QStringLiteral("requests"));
        bool named = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            named = named || label->text().remove(QChar(0x200b)).contains(QStringLiteral("bad@@example.com")); // where it may be broken
        QVERIFY(named);
    }

    void anAddressIsSuppressedByKeyboardAndAllowedAgain()
    {
        open(true);
        m_page->setTab(MailingPage::Suppressed);
        settle();
        QTRY_COMPARE(rows("suppressedTable"), 8);
        picture(QStringLiteral("suppressed"));
        auto *email = child<QLineEdit>("suppressedEmail");
        email->setFocus();
        QTest::keyClicks(email, QStringLiteral("nonsense"));
        QTest::keyClick(email, Qt::Key_Return);
        picture(QStringLiteral("suppressed-refused"));
        QCOMPARE(rows("suppressedTable"), 8);
        email->selectAll();
        QTest::keyClicks(email, QStringLiteral("client9@example.com"));
        QTest::keyClick(email, Qt::Key_Return);
        QTRY_COMPARE(rows("suppressedTable"), 9);
        settle();
        auto *table = child<ui::Table>("suppressedTable");
        table->setFocus();
        table->selectRow(0);
        QTRY_VERIFY(child<QPushButton>("suppressedRemove")->isEnabled());
        QTest::mouseClick(child<QPushButton>("suppressedRemove"), Qt::LeftButton);
        QTRY_COMPARE(rows("suppressedTable"), 8);
    }

    void addressesComeFromAFile()
    {
        open(true);
        m_page->setTab(MailingPage::Suppressed);
        settle();
        m_prompt.path = m_fixture->folder() + QStringLiteral("/no.csv");
        QFile file(m_prompt.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("email\nclient101@example.com\nnonsense\nclient2@example.com\n");
        file.close();
        QTest::mouseClick(child<QPushButton>("suppressedImport"), Qt::LeftButton);
        QTRY_COMPARE(rows("suppressedTable"), 9);
        QCOMPARE(child<ui::Banner>("suppressedDeed")->severity(), ui::Severity::Warning);
        picture(QStringLiteral("suppressed-imported"));
    }

    void aServiceIsAdded()
    {
        open(true);
        m_page->setTab(MailingPage::Connection);
        settle();
        QTest::mouseClick(child<QPushButton>("mailingTargetSave"), Qt::LeftButton);
        picture(QStringLiteral("connection-refused"));
        QTest::keyClicks(child<QLineEdit>("mailingTargetName"), QStringLiteral("second"));
        QTest::keyClicks(child<QLineEdit>("mailingTargetUrl"), QStringLiteral("https://second.example.org"));
        QTest::keyClicks(child<QLineEdit>("mailingTargetLogin"), QStringLiteral("api"));
        QTest::keyClicks(child<QLineEdit>("mailingTargetPassword"), QStringLiteral("word"));
        QTest::keyClick(child<QLineEdit>("mailingTargetPassword"), Qt::Key_Return);
        QTRY_VERIFY(child<ui::Banner>("mailingTargetState")->isVisible());
        QCOMPARE((*m_live->secrets().read(QStringLiteral("provider.second.password")))->reveal(), QStringLiteral("word"));
        QVERIFY(child<QLineEdit>("mailingTargetPassword")->text().isEmpty());
        picture(QStringLiteral("connection-service"));
    }

    void everyControlIsNamed()
    {
        open(true);
        for (int tab = 0; tab < MailingPage::TabCount; ++tab) {
            m_page->setTab(static_cast<MailingPage::Tab>(tab));
            settle();
        }
        QStringList nameless;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QAbstractItemView *>(widget);
            if (!control || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            if (qobject_cast<QComboBox *>(widget->parentWidget()) || widget->window() != m_page.get())
                continue; // a part of Qt's own control
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            if (widget->objectName().isEmpty() || !spoken || spoken->text(QAccessible::Name).isEmpty())
                nameless.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
        }
        QCOMPARE(nameless, QStringList());
    }

private:
    void open(bool filled)
    {
        m_fixture = std::make_unique<test::StoreFixture>(QStringLiteral("sqlite"));
        QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
        if (filled)
            PFX_VERIFY(m_fixture->store().writer().run(fill));
        m_background = std::make_unique<ui::Background>(m_fixture->store());
        m_jobs = std::make_unique<ui::JobModel>();
        m_settings = std::make_unique<ui::MemoryViewSettings>();
        m_live = std::make_unique<test::FakeLive>(m_clock);
        m_live->state.address = QStringLiteral("127.0.0.1:8088");
        m_prompt.verbs.clear();
        m_services.reset(new ui::Services{m_fixture->store(), *m_background, *m_jobs, m_clock, m_prompt, *m_settings, m_fixture->folder(), m_live.get()});
        m_page = std::make_unique<MailingPage>(*m_services);
        const QStringList size = qEnvironmentVariable("PFX_SIZE", QStringLiteral("1064x760")).split(u'x');
        m_page->resize(size.value(0).toInt(), size.value(1).toInt());
        m_page->show();
        m_page->shown();
        settle();
    }
    template <typename T> T *child(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    int rows(const char *table) const { return child<ui::Table>(table)->model()->rowCount(); }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PFX_PICTURES");
        if (folder.isEmpty())
            return;
        settle();
        QTest::qWait(50);
        m_page->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }

    test::FakeClock m_clock{now};
    YesPrompt m_prompt;
    std::unique_ptr<test::StoreFixture> m_fixture;
    std::unique_ptr<ui::MemoryViewSettings> m_settings;
    std::unique_ptr<test::FakeLive> m_live;
    std::unique_ptr<ui::Background> m_background;
    std::unique_ptr<ui::JobModel> m_jobs;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<MailingPage> m_page;
};

QTEST_MAIN(TestMailingPage)
#include "tst_mailing_page.moc"
