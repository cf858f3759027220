// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real store with the running service behind it, by keyboard and by click: from the empty page to a delivered message through
// the simulated SMSC, with nothing but what stands on the screen. With PFX_PICTURES=folder it also keeps a picture of each state, in the
// language, theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "app/console/runtime_live.h"
#include "app/demo/memory_secrets.h"
#include "core/sms/intake.h"
#include "core/sms/problem.h"
#include "tests/sms_peers/smsc_process.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/sms/message_way.h"
#include "ui/sms/sms_page.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace pfx;
using pfx::ui::SmsPage;

namespace {

constexpr int patience = 30'000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Says yes to everything.
class YesPrompt : public ui::Prompt {
public:
    QStringList verbs;
    void confirm(QWidget *, const ui::Question &question, std::function<void()> yes) override
    {
        verbs.append(question.verb);
        yes();
    }
    QString file; ///< Is chosen when there is one.
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (!file.isEmpty())
            chosen(file);
    }
    void saveFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)>) override { }
};

base::Result<void> addMessages(store::Connection &db)
{
    const char *const texts[] = {"Мастер приедет завтра с 10:00 до 12:00. Комета", "Заявка принята, скоро позвоним", "Kod 4817",
                                 "Монтаж подтверждён на 14 мая, 9:00. Если время не подходит, позвоните нам по телефону +7 900 000-00-01"};
    const sms::Policy policy;
    const qint64 now = base::SystemClock().nowMs();
    for (int i = 0; i < 60; ++i) {
        const auto message = sms::prepare({sms::Source::Planfix, s("default"), s("203.0.113.10"), s("Kometa"),
                                           QStringLiteral("+7900000%1").arg(1000 + i), s(texts[i % 4]), i % 7 == 0 ? 1041 : 0},
                                          policy, now - (60 - i) * 47'000);
        if (!message)
            return base::fail(base::ErrorCode::Internal, sms::name(message.error().problem));
        PFX_TRY(sms::Intake::takeNow(db, *message, now - (60 - i) * 47'000).map([](const sms::Taken &) {}));
    }
    const char *const changes[] = {
        "UPDATE sms_messages SET state = 'delivered', provider = 'main', provider_id = '7f31', due_at = NULL WHERE id % 5 <> 0",
        "UPDATE sms_messages SET state = 'unknown', provider = 'main', due_at = NULL, error_code = 'timeout',"
        " error_detail = 'submit_sm was not answered' WHERE id IN (SELECT max(id) - 1 FROM sms_messages)",
        "UPDATE sms_messages SET state = 'rejected', provider = 'main', due_at = NULL, error_code = 'validation',"
        " error_detail = '7 invalid number' WHERE id IN (SELECT max(id) - 2 FROM sms_messages)",
        "INSERT INTO sms_providers (name, state, trouble, error_code, error_detail, balance, currency, balance_at, changed_at)"
        " VALUES ('main', 'paused', 'no_money', 'quota_exhausted', '3 no money', '1.20', 'RUB', 1760000000000, 1760000000000)",
        "INSERT INTO sms_providers (name, state, balance, currency, balance_at, changed_at)"
        " VALUES ('second', 'up', '4210.00', 'RUB', 1760000000000, 1760000000000)"};
    for (const char *change : changes)
        PFX_TRY(db.execute(QLatin1String(change), {}).map([](qint64) {}));
    const std::pair<const char *, const char *> settings[] = {{"provider.main.driver", "smsc"},   {"provider.main.price", "2.90"},
                                                              {"provider.second.driver", "smpp"}, {"provider.second.url", "smpp://smsc.example.org:2775"},
                                                              {"provider.third.driver", "file"},  {"provider.third.paused", "true"},
                                                              {"sms.provider", "main,second,third"}, {"sms.senders", "[\"Kometa\"]"}};
    for (const auto &[key, value] : settings)
        PFX_TRY(settings::write(db, QLatin1String(key), QLatin1String(value)));
    return {};
}

} // namespace

class TestSmsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        translations::install(*qApp, qEnvironmentVariable("PFX_LANG", s("ru")));
        ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", s("light"))));
    }
    void cleanup()
    {
        m_page.reset();
        m_services.reset();
        m_background.reset();
        m_jobs.reset();
        m_live.reset();
        m_runtime.reset();
        m_secrets.reset();
        m_settings.reset();
        m_fixture.reset();
    }

    void fromTheEmptyPageToADeliveredMessage()
    {
        test::SmscProcess smsc;
        QVERIFY2(smsc.start({{s("password"), s("right")}}), smsc.errors().constData());
        open(Service::Runs);
        // The messages are empty and lead to the test; the test says what is missing first.
        m_page->setTab(SmsPage::Messages);
        QTRY_VERIFY(child<QPushButton>("smsToTest")->isVisible());
        picture(s("messages-empty"));
        press("smsToTest");
        QCOMPARE(child<QTabBar>("smsTabs")->currentIndex(), int(SmsPage::Test));
        QTRY_VERIFY(m_page->findChild<QPushButton *>(s("smsMakeAccess")));
        picture(s("test-first"));
        press("smsMakeAccess");
        QTRY_COMPARE(child<QLineEdit>("smsLogin")->text(), s("planfix"));
        QCOMPARE(child<QLineEdit>("smsPassword")->echoMode(), QLineEdit::Password);
        // Next: somebody who carries the messages.
        QTRY_VERIFY(m_page->findChild<QPushButton *>(s("smsAddProvider")));
        picture(s("test-no-provider"));
        press("smsAddProvider");
        QTRY_COMPARE(child<QTabBar>("smsTabs")->currentIndex(), int(SmsPage::Service));
        auto *driver = child<QComboBox>("smsDriver");
        QTRY_VERIFY(driver->isVisible());
        choose(driver, s("smpp"));
        type("smsProviderUrl", QStringLiteral("smpp://127.0.0.1:%1").arg(smsc.port()));
        type("smsProvider_login", s("office"));
        type("smsProvider_password", s("wrong"));
        picture(s("service-form"));
        press("smsProviderSave");
        QTRY_VERIFY_WITH_TIMEOUT(checkBanner() && checkBanner()->severity() == ui::Severity::Error, patience); // and it says why
        picture(s("service-refused"));
        press("smsEdit0");
        QTRY_VERIFY(driver->isVisible());
        type("smsProvider_password", s("right"));
        press("smsProviderSave");
        QTRY_VERIFY_WITH_TIMEOUT(checkBanner() && checkBanner()->severity() == ui::Severity::Success, patience);
        picture(s("service-works"));
        // And back to the test.
        m_page->setTab(SmsPage::Test);
        type("smsTo", s("8 916 111-00-06"));
        child<QPlainTextEdit>("smsText")->setPlainText(s("Мастер приедет завтра"));
        QTRY_VERIFY(!child<ui::Banner>("smsMissing")->isVisible());
        press("smsRun");
        answered(s("\"status\":\"ok\""));
        auto *way = child<ui::MessageWay>("smsWay");
        QTRY_VERIFY_WITH_TIMEOUT(!way->steps().isEmpty() && way->steps().last().fact == s("Доставлено"), patience);
        QVERIFY(smsc.waitFor(s("submit")));
        QCOMPARE(smsc.events(s("submit")).first().value(s("destination")).toString(), s("79161110006"));
        picture(s("test-delivered"));
        // It stands among the messages, with its way.
        press("smsOpenMessage");
        QTRY_COMPARE(child<ui::Table>("smsMessages")->model()->rowCount(), 1);
        QTRY_VERIFY(child<ui::MessageWay>("smsMessageWay"));
        QTRY_COMPARE(child<ui::MessageWay>("smsMessageWay")->steps().last().fact, s("Доставлено"));
        picture(s("messages-one"));
    }

    void aRefusalIsShownExactly()
    {
        open(Service::Runs);
        QTRY_VERIFY(m_page->findChild<QPushButton *>(s("smsMakeAccess")));
        type("smsLogin", s("nobody"));
        type("smsPassword", s("wrong"));
        type("smsTo", s("+79161110006"));
        child<QPlainTextEdit>("smsText")->setPlainText(s("hello"));
        press("smsRun");
        answered(s("\"code\":\"unauthorized\""));
        picture(s("test-refused"));
        QVERIFY(child<ui::Table>("smsProbes")->isVisible());
        // Another address that nobody answers at.
        child<QRadioButton>("smsOther")->click();
        QVERIFY(child<QLineEdit>("smsPassword")->text().isEmpty() || child<QLineEdit>("smsPassword")->text() == s("wrong"));
        type("smsTestAddress", s("http://127.0.0.1:1/sms"));
        press("smsRun");
        QTRY_VERIFY_WITH_TIMEOUT(child<ui::Banner>("smsTestError")->isVisible(), patience);
        picture(s("test-unreachable"));
    }

    void anEmptyFormSaysWhatIsMissing()
    {
        open(Service::Runs);
        press("smsRun");
        QTRY_VERIFY(child<QLineEdit>("smsTo")->accessibleDescription().contains(s("Кому отправить?")));
        child<QPlainTextEdit>("smsText")->setPlainText(s("Мастер Сергей приедет сегодня с 14:00 до 15:00. Кёниг Комфорт, +7 4012 33-70-15. Ждём вас!"));
        press("smsLatin");
        QVERIFY(child<QPushButton>("smsTakePreview")->isVisible());
        picture(s("test-preview"));
        press("smsTakePreview");
        QVERIFY(child<QPlainTextEdit>("smsText")->toPlainText().startsWith(s("Master ")));
        QVERIFY(!child<QPushButton>("smsLatin")->isVisible());
    }

    void messagesAreSearchedAndDecided()
    {
        open(Service::Rests, true);
        m_page->setTab(SmsPage::Messages);
        auto *table = child<ui::Table>("smsMessages");
        QTRY_COMPARE(table->model()->rowCount(), 60);
        press("smsCountUnknown");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        if (!table->currentIndex().isValid())
            table->selectRow(0);
        QTRY_VERIFY(child<QPushButton>("smsSettle")->isVisible());
        picture(s("messages-doubt"));
        press("smsSettle");
        QTRY_VERIFY(child<ui::Banner>("smsDeed")->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 0);
        press("smsShowAll");
        QTRY_COMPARE(table->model()->rowCount(), 60);
        picture(s("messages"));
        QTest::keyClicks(child<QLineEdit>("smsSearch"), s("8 900 000-10-59"));
        QTest::keyClick(child<QLineEdit>("smsSearch"), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void whatFailsIsTold()
    {
        open(Service::Rests, true);
        QTRY_COMPARE(m_page->badge().number, 2); // a message in doubt, a provider without money
        m_page->setTab(SmsPage::Service);
        settle();
        picture(s("service-failing"));
        QTRY_VERIFY(m_page->findChild<QPushButton *>(s("smsPause2")));
        press("smsPause2"); // it was paused
        QTRY_COMPARE(test::read(m_fixture->store(), s("SELECT count(*) AS v FROM settings WHERE key = 'provider.third.paused'")), s("0"));
        settle();
        press("smsProviderDown0");
        QTRY_COMPARE(test::read(m_fixture->store(), s("SELECT value AS v FROM settings WHERE key = 'sms.provider'")), s("second,main,third"));
        settle();
        QTRY_VERIFY(child<QPushButton>("smsRemove0")->isEnabled());
        press("smsRemove0");
        QTRY_COMPARE(test::read(m_fixture->store(), s("SELECT value AS v FROM settings WHERE key = 'sms.provider'")), s("main,third"));
        QCOMPARE(m_prompt.verbs.size(), 1);
    }

    void accessIsMadeCopiedAndRevoked()
    {
        open(Service::Runs);
        m_page->setTab(SmsPage::Service);
        QTRY_VERIFY(child<QPushButton>("smsMakeFirst")->isVisible());
        picture(s("service-empty"));
        press("smsMakeFirst");
        QTRY_COMPARE(child<QLineEdit>("smsPasteLogin")->text(), s("planfix"));
        picture(s("service-made"));
        press("smsPasteKeyCopy");
        QCOMPARE(QGuiApplication::clipboard()->text().size(), 43);
        QCOMPARE((*m_secrets->read(s("sms.key")))->reveal(), QGuiApplication::clipboard()->text());
        type("smsCredentialName", s("branch"));
        press("smsMakeAnother");
        QTRY_COMPARE(child<QLineEdit>("smsPasteLogin")->text(), s("branch"));
        press("smsRevoke");
        QTRY_COMPARE(child<QLineEdit>("smsPasteLogin")->text(), s("planfix"));
        QVERIFY(!m_secrets->read(s("sms.credentials.branch.key"))->has_value());
        type("smsLimitDay", s("many"));
        press("smsRulesSave");
        QTRY_VERIFY(child<QLineEdit>("smsLimitDay")->accessibleDescription().contains(s("невозможно")));
        type("smsLimitDay", s("500"));
        type("smsSenders", s("Kometa, Zarya"));
        press("smsRulesSave");
        QTRY_COMPARE(test::read(m_fixture->store(), s("SELECT value AS v FROM settings WHERE key = 'sms.senders'")), s("[\"Kometa\",\"Zarya\"]"));
    }

    void theStopListIsReadFromAFile()
    {
        open(Service::Rests, true);
        PFX_VERIFY(m_fixture->store().writer().run([](store::Connection &db) {
            return settings::write(db, s("sms.stop-list"), s("[\"+7 812 444-00-08\"]"));
        }));
        QFile file(m_fixture->folder() + s("/numbers.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Клиент;Паспорт;Телефон;Причина\nАнна;4012345678;9161110001;Просила не писать\nИван;4012345679;8 916 111-00-02;Жалоба\nОльга;;нет;\n");
        for (int i = 0; i < 8; ++i)
            file.write(QStringLiteral("Клиент;;7900000%1;%2\n").arg(1003 + i).arg(i % 3 ? s("Отписка на сайте") : QString()).toUtf8());
        file.close();
        m_prompt.file = file.fileName();
        m_page->setTab(SmsPage::Service);
        settle();
        press("smsStopImport");
        auto *table = child<ui::Table>("smsStopList");
        QTRY_COMPARE(table->model()->rowCount(), 11);
        settle();
        auto *banner = child<ui::Banner>("smsStopListState");
        QCOMPARE(banner->severity(), ui::Severity::Warning); // Olga has no phone
        auto *area = m_page->findChild<QScrollArea *>(s("smsService"));
        area->ensureWidgetVisible(table, 0, 120);
        picture(s("stop-list"));
        QTest::keyClicks(child<QLineEdit>("smsStopSearch"), s("8 812 444-00-08"));
        QTest::keyClick(child<QLineEdit>("smsStopSearch"), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        press("smsStopAllow");
        QTRY_COMPARE(banner->severity(), ui::Severity::Info);
        picture(s("stop-list-setting"));
    }

    void afterAProviderWasSavedOrRemovedTheNextStepHasTheFocus()
    {
        open(Service::Rests);
        m_page->setTab(SmsPage::Service);
        settle();
        press("smsProviderAdd");
        auto *driver = child<QComboBox>("smsDriver");
        QTRY_VERIFY(driver->isVisible());
        choose(driver, s("file"));
        press("smsProviderSave");
        QTRY_VERIFY(m_page->findChild<QPushButton *>(s("smsRemove0")));
        settle();
        QCOMPARE(focused(), s("smsProviderAdd"));
        press("smsProviderAdd");
        press("smsProviderLeave");
        QCOMPARE(focused(), s("smsProviderAdd"));
        QTRY_VERIFY(child<QPushButton>("smsRemove0")->isEnabled());
        press("smsRemove0");
        QTRY_VERIFY(!m_page->findChild<QPushButton *>(s("smsRemove0")));
        settle();
        QCOMPARE(focused(), s("smsProviderAdd"));
    }

    void everyControlIsNamed()
    {
        open(Service::Rests, true);
        for (int tab = 0; tab < SmsPage::TabCount; ++tab) {
            m_page->setTab(static_cast<SmsPage::Tab>(tab));
            settle();
        }
        QStringList nameless;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QPlainTextEdit *>(widget);
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
    enum class Service { Runs, Rests };
    void open(Service service, bool filled = false)
    {
        m_fixture = std::make_unique<test::StoreFixture>(s("sqlite"));
        QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
        PFX_VERIFY(m_fixture->store().writer().run([filled](store::Connection &db) -> base::Result<void> {
            PFX_TRY(settings::write(db, s("server.listen"), s("127.0.0.1:0")));
            return filled ? addMessages(db) : base::Result<void>();
        }));
        m_secrets = std::make_unique<app::MemorySecrets>();
        app::RuntimeOptions options;
        options.environment = QProcessEnvironment();
        m_runtime = std::make_unique<app::Runtime>(m_fixture->store(), m_clock, *m_secrets, options);
        m_live = std::make_unique<console::RuntimeLive>(*m_runtime, *m_secrets);
        if (service == Service::Runs) {
            m_runtime->startSoon();
            QTRY_VERIFY_WITH_TIMEOUT(m_live->server().isListening(), patience);
        }
        m_background = std::make_unique<ui::Background>(m_fixture->store());
        m_jobs = std::make_unique<ui::JobModel>();
        m_settings = std::make_unique<ui::MemoryViewSettings>();
        m_prompt.verbs.clear();
        m_prompt.file.clear();
        m_services.reset(new ui::Services{m_fixture->store(), *m_background, *m_jobs, m_clock, m_prompt, *m_settings, m_fixture->folder(), m_live.get()});
        m_page = std::make_unique<SmsPage>(*m_services);
        const QStringList size = qEnvironmentVariable("PFX_SIZE", s("1064x760")).split(u'x');
        m_page->resize(size.value(0).toInt(), size.value(1).toInt());
        m_page->show();
        m_page->shown();
        settle();
    }
    /// Waits for the service's answer; a wrong one is shown, with what the form says.
    void answered(const QString &part)
    {
        const auto shown = [this] { return child<QPlainTextEdit>("smsAnswer")->toPlainText(); };
        const bool came = QTest::qWaitFor([&] { return shown().contains(part); }, patience);
        auto *error = child<ui::Banner>("smsTestError");
        QVERIFY2(came, qPrintable(shown() + s(" | ") + (error->isVisible() ? error->accessibleName() : s("no error shown"))));
    }
    template <typename T> T *child(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    const ui::Banner *checkBanner() const
    {
        auto *banner = m_page->findChild<ui::Banner *>(s("smsProviderCheck0"));
        return banner && banner->isVisible() ? banner : nullptr;
    }
    QString focused() const { return m_page->focusWidget() ? m_page->focusWidget()->objectName() : QString(); }
    /// As a person without a mouse does.
    void press(const char *name)
    {
        auto *button = child<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = child<QLineEdit>(name);
        QVERIFY2(edit && edit->isVisible(), name);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QCOMPARE(edit->text(), text);
    }
    static void choose(QComboBox *box, const QString &data)
    {
        box->setFocus();
        for (int i = 0; i < box->count() && box->currentData().toString() != data; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentData().toString(), data);
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PFX_PICTURES");
        if (folder.isEmpty())
            return;
        settle();
        QTest::qWait(80);
        m_page->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }

    base::SystemClock m_clock;
    YesPrompt m_prompt;
    std::unique_ptr<test::StoreFixture> m_fixture;
    std::unique_ptr<app::MemorySecrets> m_secrets;
    std::unique_ptr<app::Runtime> m_runtime;
    std::unique_ptr<console::RuntimeLive> m_live;
    std::unique_ptr<ui::Background> m_background;
    std::unique_ptr<ui::JobModel> m_jobs;
    std::unique_ptr<ui::MemoryViewSettings> m_settings;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<SmsPage> m_page;
};

QTEST_MAIN(TestSmsPage)
#include "tst_sms_page.moc"
