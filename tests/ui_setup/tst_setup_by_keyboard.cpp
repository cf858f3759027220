// SPDX-License-Identifier: GPL-3.0-or-later
// The set-up from nothing on the real page, by keyboard alone, in Russian, against the strict fake of Planfix: account, key, check, template
// and fields, texts for Planfix, «Готово», test order. Before «Готово» nothing is written, after it the order becomes a task and what happens to
// the task comes back.
#include "core/secrets/secret_store.h"
#include "tests/ui_setup/setup_office.h"
#include "translations/translations.h"
#include "ui/common/banner.h"
#include "ui/common/theme.h"
#include "ui/setup/setup_page.h"
#include "ui/setup/setup_presenter.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using test::patience;
using ui::SetupStep;

namespace {

/// Every key goes to the widget that has the focus, as from a keyboard.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY2(QApplication::focusWidget() != nullptr, "nothing has the focus");
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void type(const QString &text)
{
    QVERIFY2(QApplication::focusWidget() != nullptr, "nothing has the focus");
    QTest::keyClicks(QApplication::focusWidget(), text);
}

/// Tab until the control of this name has the focus.
bool tabTo(const QString &accessibleName)
{
    for (int i = 0; i < 80; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus != nullptr && focus->accessibleName() == accessibleName)
            return true;
        if (focus == nullptr)
            return false;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return false;
}

/// The office with its page in front.
struct Desk : test::SetupOffice {
    explicit Desk(const QJsonObject &account = fake::fullAccount()) : SetupOffice(account), page(std::make_unique<ui::SetupPage>(*services))
    {
        page->resize(1064, 760);
        page->show();
        page->activateWindow();
        page->shown();
    }

    ui::SetupPresenter &presenter() const { return page->presenter(); }
    SetupStep step() const { return presenter().state().step; }
    ui::Banner *banner(const char *name) const { return page->findChild<ui::Banner *>(QLatin1String(name)); }
    QString text(const char *name) const { return page->findChild<QLineEdit *>(QLatin1String(name))->text(); }

    void enterAccount(const QString &account)
    {
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Аккаунт"_s);
        type(account);
        press(Qt::Key_Return);
        QCOMPARE(step(), SetupStep::Key);
    }
    void hasArrived()
    {
        QTRY_COMPARE_WITH_TIMEOUT(presenter().testOrder().state().phase, ui::TestOrderState::Phase::Arrived, patience);
    }
    /// As an employee does it in Planfix.
    void setStatusInPlanfix(qint64 task, const QString &name)
    {
        for (const QJsonObject &status : live->remote().rows(u"statuses"_s)) {
            if (status.value("name"_L1) != name)
                continue;
            const QJsonObject change{{u"status"_s, QJsonObject{{u"id"_s, status.value("id"_L1)}}}};
            const auto answer = live->remote().act("POST", u"/task/%1"_s.arg(task), change, u"user:5"_s);
            QVERIFY2(answer.status == 200, answer.body.constData());
            return;
        }
        QFAIL("no such status");
    }
    void enterKey(const QString &key)
    {
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Ключ (токен авторизации)"_s);
        type(key);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(presenter().connection().state().diagnosis.has_value(), patience);
    }

    std::unique_ptr<ui::SetupPage> page;
};

} // namespace

class TestSetupByKeyboard : public QObject {
    Q_OBJECT

private slots:
    void fromNothingToSaved()
    {
        Desk desk;
        desk.enterAccount(u"https://konigkomfort.planfix.ru/task/1"_s);
        desk.enterKey(fake::usualKey());
        QVERIFY(desk.presenter().connection().state().isProven());
        QCOMPARE(desk.banner("keyBanner")->fact(), u"Ключ работает: заявки могут становиться задачами"_s);
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return);
        QCOMPARE(desk.step(), SetupStep::Task);

        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Шаблон задачи"_s);
        press(Qt::Key_Down); // «Заявка»
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().mapping().state().facts, ui::MappingState::Facts::Known, patience);
        QCOMPARE(desk.presenter().mapping().state().templateId, 104);
        QVERIFY(tabTo(u"Номер"_s));
        press(Qt::Key_Down); // «Номер заказа»
        QCOMPARE(desk.presenter().mapping().state().mapped(), 1);
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return);
        QCOMPARE(desk.step(), SetupStep::Feedback);

        QVERIFY(tabTo(u"Публичный адрес"_s));
        type(u"https://console.example.org"_s);
        QVERIFY(tabTo(u"Скопировать: Адрес HTTP-запроса"_s));
        press(Qt::Key_Space);
        const QString address = QGuiApplication::clipboard()->text();
        QVERIFY2(address.startsWith(u"https://console.example.org/planfix/webhook/"_s), qPrintable(address));
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return);
        QCOMPARE(desk.step(), SetupStep::TestOrder);

        QVERIFY2(desk.settings().isDefault(u"planfix.account"_s), "nothing is written before «Готово»");
        QVERIFY2(desk.settings().isDefault(u"planfix.order-template"_s), "nothing is written before «Готово»");
        QCOMPARE(desk.secret(u"planfix.api-key"_s), QString());
        QCOMPARE(desk.secret(u"planfix.webhook-secret"_s), QString());

        QVERIFY(tabTo(u"Готово"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().saving().phase, ui::SavingState::Phase::Done, patience);
        QCOMPARE(desk.banner("setupBanner")->severity(), ui::Severity::Success);
        QCOMPARE(desk.secret(u"planfix.api-key"_s), fake::usualKey());
        QVERIFY(address.endsWith(desk.secret(u"planfix.webhook-secret"_s)));
        const settings::Settings kept = desk.settings();
        QCOMPARE(kept.integer(u"planfix.order-template"_s), 104);
        QCOMPARE(kept.map(u"planfix.order-fields"_s), (QJsonObject{{u"number"_s, 115}}));
        QCOMPARE(kept.text(u"server.public-url"_s), u"https://console.example.org"_s);
        QVERIFY(!desk.presenter().saving().isUnsaved());

        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Создать тестовую заявку для Планфикс"_s);
        press(Qt::Key_Space);
        desk.hasArrived();
        const orders::Order order = desk.presenter().testOrder().state().progress->order;
        QCOMPARE(desk.live->remote().row(u"tasks"_s, order.planfixId).value("template"_L1).toObject().value("id"_L1).toInteger(), 104);
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().testOrder().state().taskPage,
                                  QUrl(u"https://konigkomfort.planfix.ru/task/%1"_s.arg(order.planfixId)), patience);
        test::Browser browser;
        QVERIFY(tabTo(u"Задача № %1: Открыть в Планфиксе"_s.arg(order.planfixId)));
        press(Qt::Key_Space);
        QCOMPARE(browser.visited, QList<QUrl>{desk.presenter().testOrder().state().taskPage});
        QVERIFY2(desk.banner("testOrderArrived")->sentence().contains(u"Измените статус"_s), qPrintable(desk.banner("testOrderArrived")->sentence()));

        desk.setStatusInPlanfix(order.planfixId, u"В работе"_s);
        desk.live->webhook(order.planfixId);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner("testOrderArrived")->sentence().contains(u"«В работе» пришёл из Планфикса"_s), patience);

        QSignalSpy gone(desk.page.get(), &ui::Page::goTo);
        QVERIFY(tabTo(u"Показать заявку"_s));
        press(Qt::Key_Space);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.first().at(0).toString(), ui::pages::Orders);
        QCOMPARE(gone.first().at(1).value<QVariant>().toMap().value(u"order"_s).toLongLong(), order.id);
    }

    void aTestOrderThatIsRefusedLeadsBackToTheRight()
    {
        Desk desk;
        desk.enterAccount(u"konigkomfort"_s);
        desk.enterKey(fake::usualKey());
        desk.presenter().goTo(SetupStep::TestOrder);
        desk.presenter().finish();
        QTRY_VERIFY_WITH_TIMEOUT(desk.presenter().canTest(), patience);
        desk.live->remote().grant(test::allRightsBut(u"task_add"_s));
        QVERIFY(tabTo(u"Создать тестовую заявку для Планфикс"_s));
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(desk.presenter().testOrder().state().canRetry(), patience);
        QVERIFY2(desk.banner("testOrderTrouble")->fact().contains(u"task_add (task.create)"_s), qPrintable(desk.banner("testOrderTrouble")->fact()));
        QCOMPARE(desk.presenter().state().marks.last().state, ui::StepMark::State::Trouble);
        QVERIFY(tabTo(u"Настройка"_s));
        press(Qt::Key_Space);
        QTRY_COMPARE(desk.step(), SetupStep::Key); // and the check says it once more, line by line
        QTRY_VERIFY_WITH_TIMEOUT(desk.presenter().connection().state().diagnosis.has_value(), patience);
        QVERIFY(!desk.presenter().connection().state().isProven());

        desk.live->remote().grant(std::nullopt);
        desk.presenter().goTo(SetupStep::TestOrder);
        QVERIFY(tabTo(u"Отправить снова"_s));
        press(Qt::Key_Space);
        desk.hasArrived();
        QCOMPARE(desk.presenter().state().marks.last().state, ui::StepMark::State::Done);
    }

    void withoutAnAccountTheTestOrderWaits()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
        desk.presenter().goTo(SetupStep::TestOrder);
        QVERIFY(!desk.presenter().canTest());
        QTRY_VERIFY_WITH_TIMEOUT(desk.presenter().saving().isUnsaved(), patience); // the secret for the scenarios can be saved already
        QVERIFY(tabTo(u"Готово"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().saving().phase, ui::SavingState::Phase::Done, patience);
        QCOMPARE(desk.banner("setupBanner")->severity(), ui::Severity::Warning);
        QVERIFY(!desk.presenter().canTest());
        QVERIFY(tabTo(u"К аккаунту"_s));
        press(Qt::Key_Space);
        QCOMPARE(desk.step(), SetupStep::Account);
    }

    void theKeyIsNeverShownUnasked()
    {
        Desk desk;
        desk.enterAccount(u"konigkomfort"_s);
        auto *key = desk.page->findChild<QLineEdit *>(u"planfixKey"_s);
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        QVERIFY(tabTo(u"Показать текст"_s));
        press(Qt::Key_Space);
        QCOMPARE(key->echoMode(), QLineEdit::Normal);
        press(Qt::Key_Space);
        QCOMPARE(key->echoMode(), QLineEdit::Password);
    }

    void aWrongAccountIsToldBesideTheField_data()
    {
        QTest::addColumn<QString>("account");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no account's name") << u"https://planfix.ru/"_s;
        QTest::newRow("a word with a blank") << u"konig komfort"_s;
        QTest::newRow("http to elsewhere") << u"http://konigkomfort.planfix.ru"_s;
        QTest::newRow("a password in it") << u"https://a:b@konigkomfort.planfix.ru"_s;
    }
    void aWrongAccountIsToldBesideTheField()
    {
        QFETCH(QString, account);
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Аккаунт"_s);
        type(account);
        press(Qt::Key_Return);
        QCOMPARE(desk.step(), SetupStep::Account);
        const QString said = desk.presenter().connection().state().accountError;
        QVERIFY(!said.isEmpty());
        QVERIFY2(QRegularExpression(u"[а-я]"_s).match(said).hasMatch(), qPrintable(said));
    }

    void eachRightRefusedIsNamed_data()
    {
        QTest::addColumn<QString>("scope");
        for (const planfix::Scope &scope : planfix::scopes())
            QTest::newRow(qPrintable(scope.name)) << scope.name;
    }
    void eachRightRefusedIsNamed()
    {
        QFETCH(QString, scope);
        Desk desk;
        desk.live->remote().grant(test::allRightsBut(scope));
        desk.enterAccount(u"konigkomfort"_s);
        desk.enterKey(fake::usualKey());
        const auto *banner = desk.banner("keyBanner");
        QVERIFY(banner->isVisible());
        QVERIFY2((banner->fact() + banner->sentence()).contains(scope), qPrintable(banner->fact()));
        desk.live->remote().grant(std::nullopt);
        QVERIFY(tabTo(u"Проверить ещё раз"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.banner("keyBanner")->severity(), ui::Severity::Success, patience);
    }

    void aWrongKeyGoesNoFurther()
    {
        Desk desk;
        desk.enterAccount(u"konigkomfort"_s);
        desk.enterKey(u"00000000000000000000000000000000"_s);
        QCOMPARE(desk.banner("keyBanner")->severity(), ui::Severity::Error);
        QVERIFY2(desk.banner("keyBanner")->fact().contains(u"не знает"_s), qPrintable(desk.banner("keyBanner")->fact()));
    }

    void withoutAKeychainThereIsAWayOn()
    {
        Desk desk;
        desk.enterAccount(u"konigkomfort"_s);
        desk.enterKey(fake::usualKey());
        desk.presenter().goTo(SetupStep::TestOrder);
        desk.live->keys().fail(base::Error{base::ErrorCode::Keychain, u"org.freedesktop.secrets"_s, secrets::trouble::noService});
        QVERIFY(tabTo(u"Готово"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().saving().phase, ui::SavingState::Phase::Failed, patience);
        QCOMPARE(desk.banner("setupBanner")->fact(), u"На этом компьютере нет службы хранения ключей"_s);
        QVERIFY2(desk.settings().isDefault(u"planfix.account"_s), "the keychain comes first");
        QVERIFY(tabTo(u"Сохранить настройки без ключа"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter().saving().phase, ui::SavingState::Phase::Done, patience);
        QCOMPARE(desk.settings().text(u"planfix.account"_s), u"konigkomfort"_s);
        QVERIFY(desk.banner("setupBanner")->sentence().contains(u"PLANFIX_API_KEY"_s));
    }

    void everyStepCanBeLeftForLater()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Аккаунт"_s);
        for (const SetupStep next : {SetupStep::Key, SetupStep::Task, SetupStep::Feedback, SetupStep::TestOrder}) {
            QVERIFY(tabTo(u"Оставить на потом"_s));
            press(Qt::Key_Return);
            QCOMPARE(desk.step(), next);
        }
    }

    void whatWasTypedStaysWhenThePageIsLeft()
    {
        Desk desk;
        desk.enterAccount(u"konigkomfort"_s);
        type(u"secret-in-progress"_s);
        desk.page->hide();
        desk.page->show();
        desk.page->shown();
        QTRY_COMPARE(desk.presenter().connection().state().account, u"konigkomfort"_s);
        QTest::qWait(50); // what is kept has been read again
        QCOMPARE(desk.presenter().connection().state().key, u"secret-in-progress"_s);
        QCOMPARE(desk.step(), SetupStep::Key);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    translations::install(application, u"ru"_s);
    TestSetupByKeyboard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_setup_by_keyboard.moc"
