// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows and allows, as tables: the next step, the counter, what may be done with a message, credentials, providers, rules.
#include "tests/support/fake_clock.h"
#include "tests/ui_mailing/fake_live.h"
#include "tests/ui_sms/fake_sms_service.h"
#include "ui/sms/credentials_presenter.h"
#include "ui/sms/messages_presenter.h"
#include "ui/sms/providers_presenter.h"
#include "ui/sms/rules_presenter.h"
#include "ui/sms/sms_words.h"
#include "ui/sms/test_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;
using test::FakeClock;
using test::FakeLive;
using test::FakeSmsService;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const base::Error broken{base::ErrorCode::StorageLocked, QStringLiteral("busy"), {}};
const base::Error locked{base::ErrorCode::Keychain, {}, secrets::trouble::locked};

ProviderView provider(const QString &name, const QString &driver = s("smsc"))
{
    ProviderView view;
    view.name = name;
    view.driver = driver;
    return view;
}

MessageView message(qint64 id, sms::State state, int attempts = 0)
{
    MessageView view;
    view.message.id = id;
    view.message.state = state;
    view.message.attempts = attempts;
    view.message.provider = s("smsc");
    view.history = {{s("accepted"), 10, {}, {}}, {s("queued"), 10, {}, {}}};
    return view;
}

sms::TestAnswer accepted(const QString &id)
{
    return {200, QStringLiteral("{\"status\":\"ok\",\"id\":\"%1\",\"segments\":1,\"state\":\"queued\"}").arg(id), 12, true, id};
}

/// A page's brain on a service that is up, with a credential and a provider.
struct Office {
    FakeClock clock;
    FakeLive live{clock};
    FakeSmsService service;
    std::unique_ptr<Standing> standing;

    explicit Office(bool ready = true)
    {
        live.state.address = s("127.0.0.1:8088");
        if (ready) {
            service.known.credentials = {{sms::defaultCredential, s("planfix"), true, true}};
            service.secrets.insert(sms::defaultCredential, {sms::defaultCredential, s("planfix"), secrets::Secret(s("word")), secrets::Secret(s("key"))});
            service.known.providers = {provider(s("smsc"))};
        }
        standing = std::make_unique<Standing>(service, &live);
    }
};

TestForm typed(const TestPresenter &presenter, const QString &to, const QString &text)
{
    TestForm form = presenter.state().form;
    form.to = to;
    form.text = text;
    return form;
}

} // namespace

class TestSmsPresenters : public QObject {
    Q_OBJECT

private slots:
    void theNextStepIsTheFirstThingThatIsMissing_data()
    {
        QTest::addColumn<QString>("listening");
        QTest::addColumn<bool>("credential");
        QTest::addColumn<int>("providers"); // 0 none, 1 usable, 2 paused, 3 broken
        QTest::addColumn<bool>("keychain");
        QTest::addColumn<int>("missing");
        using Missing = StandingState::Missing;
        const QString here = s("127.0.0.1:8088");
        QTest::newRow("a new program") << here << false << 0 << true << int(Missing::Credential);
        QTest::newRow("no server") << QString() << false << 0 << true << int(Missing::Server);
        QTest::newRow("a credential and nobody who sends") << here << true << 0 << true << int(Missing::Provider);
        QTest::newRow("the only provider is paused") << here << true << 2 << true << int(Missing::Provider);
        QTest::newRow("the only provider cannot be used") << here << true << 3 << true << int(Missing::Provider);
        QTest::newRow("all there") << here << true << 1 << true << int(Missing::Nothing);
        QTest::newRow("a locked keychain comes first") << QString() << false << 0 << false << int(Missing::Secrets);
    }
    void theNextStepIsTheFirstThingThatIsMissing()
    {
        QFETCH(QString, listening);
        QFETCH(bool, credential);
        QFETCH(int, providers);
        QFETCH(bool, keychain);
        Office office(false);
        office.live.state.address = listening;
        if (credential)
            office.service.known.credentials = {{s("default"), s("planfix"), true, true}};
        if (providers > 0) {
            ProviderView one = provider(s("smsc"));
            one.paused = providers == 2;
            if (providers == 3)
                one.problem = broken;
            office.service.known.providers = {one};
        }
        if (!keychain)
            office.service.known.secretsError = locked;
        emit office.live.changed();
        office.standing->reload();
        QTEST(int(office.standing->state().missing()), "missing");
    }

    void theAddressesFollowTheServer_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QString>("listening");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("paste");
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("reach");
        using Reach = StandingState::Reach;
        QTest::newRow("only this computer") << QString() << s("127.0.0.1:8088") << false << s("http://127.0.0.1:8088/sms")
                                            << s("http://127.0.0.1:8088/sms") << int(Reach::LocalOnly);
        QTest::newRow("on every address") << QString() << s("0.0.0.0:8088") << false << s("http://127.0.0.1:8088/sms")
                                          << s("http://127.0.0.1:8088/sms") << int(Reach::LocalOnly);
        QTest::newRow("behind a proxy") << s("https://office.example.test/") << s("127.0.0.1:8088") << false << s("https://office.example.test/sms")
                                        << s("http://127.0.0.1:8088/sms") << int(Reach::Public);
        QTest::newRow("with a certificate") << s("https://office.example.test") << s("0.0.0.0:443") << true << s("https://office.example.test/sms")
                                            << s("https://office.example.test/sms") << int(Reach::Public);
        QTest::newRow("another program serves") << s("https://office.example.test") << QString() << false << s("https://office.example.test/sms")
                                                << s("https://office.example.test/sms") << int(Reach::Public);
        QTest::newRow("no server") << QString() << QString() << false << QString() << QString() << int(Reach::NoServer);
    }
    void theAddressesFollowTheServer()
    {
        QFETCH(QString, publicUrl);
        QFETCH(QString, listening);
        QFETCH(bool, tls);
        Office office;
        office.live.state.publicUrl = publicUrl;
        office.live.state.address = listening;
        office.live.state.tls = tls;
        emit office.live.changed();
        QTEST(office.standing->state().address, "paste");
        QTEST(office.standing->state().callAddress, "call");
        QTEST(int(office.standing->state().reach), "reach");
    }

    void whatNeedsAPersonIsCounted_data()
    {
        QTest::addColumn<qint64>("unknown");
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<int>("attention");
        QTest::newRow("nothing") << qint64(0) << QString() << false << 0;
        QTest::newRow("messages in doubt") << qint64(3) << QString() << false << 3;
        QTest::newRow("a provider without money") << qint64(1) << s("no_money") << false << 2;
        QTest::newRow("a provider that is away comes back by itself") << qint64(0) << s("transient") << false << 0;
        QTest::newRow("a provider that a person paused") << qint64(0) << s("account") << true << 0;
        QTest::newRow("more than fits") << qint64(100'000) << QString() << false << 999;
    }
    void whatNeedsAPersonIsCounted()
    {
        QFETCH(qint64, unknown);
        QFETCH(QString, trouble);
        QFETCH(bool, paused);
        Office office;
        office.service.counted.counts.unknown = unknown;
        office.service.known.providers.first().paused = paused;
        sms::ProviderState state;
        state.name = s("smsc");
        state.trouble = trouble;
        office.service.counted.states = {state};
        office.standing->reload();
        QTEST(office.standing->state().attention(), "attention");
    }

    void theCounterSaysHowTheTextTravels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("parts");
        QTest::addColumn<bool>("gsm");
        QTest::addColumn<bool>("simplified");
        QTest::addColumn<bool>("latin");
        QTest::newRow("nothing yet") << QString() << 0 << true << false << false;
        QTest::newRow("Latin letters") << s("Order 17 is ready") << 1 << true << false << false;
        QTest::newRow("a typographic quote costs the encoding") << s("Order “17” is ready") << 1 << false << true << false;
        QTest::newRow("Russian") << s("Мастер приедет завтра") << 1 << false << false << true;
        QTest::newRow("long Russian") << QString(71, QChar(0x0430)) << 2 << false << false << true;
        QTest::newRow("no spelling helps") << s("订单已准备好") << 1 << false << false << false;
    }
    void theCounterSaysHowTheTextTravels()
    {
        QFETCH(QString, text);
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        presenter.setForm(typed(presenter, {}, text));
        const TestState &state = presenter.state();
        QTEST(state.segments.count(), "parts");
        QTEST(state.segments.encoding == sms::Encoding::Gsm7, "gsm");
        QTEST(state.simplified.has_value(), "simplified");
        QTEST(state.latin.has_value(), "latin");
    }

    void anotherSpellingIsLookedAtBeforeItIsTaken()
    {
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        const QString text(71, QChar(0x0430));
        presenter.setForm(typed(presenter, {}, text));
        presenter.lookAt(Spelling::Kind::Simplified); // there is none
        QVERIFY(!presenter.state().preview);
        presenter.lookAt(Spelling::Kind::Latin);
        QCOMPARE(presenter.state().form.text, text);
        QCOMPARE(presenter.state().latin->segments.count(), 1);
        presenter.leavePreview();
        QCOMPARE(presenter.state().form.text, text);
        presenter.lookAt(Spelling::Kind::Latin);
        const QSignalSpy filled(&presenter, &TestPresenter::formFilled);
        presenter.takePreview();
        QCOMPARE(presenter.state().form.text, QString(71, u'a'));
        QCOMPARE(presenter.state().segments.count(), 1);
        QCOMPARE(filled.size(), 1);
    }

    void onlyAWholeFormIsSent_data()
    {
        QTest::addColumn<bool>("ours");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("wrong");
        using Wrong = TestState::Wrong;
        QTest::newRow("our service") << true << QString() << s("+79161110006") << s("hello") << int(Wrong::None);
        QTest::newRow("another one") << false << s("https://sms.example.org/send") << s("+79161110006") << s("hello") << int(Wrong::None);
        QTest::newRow("no address") << false << QString() << s("+79161110006") << s("hello") << int(Wrong::Address);
        QTest::newRow("an address that is none") << false << s("sms.example.org") << s("+79161110006") << s("hello") << int(Wrong::Address);
        QTest::newRow("another kind of address") << false << s("ftp://sms.example.org") << s("+79161110006") << s("hello") << int(Wrong::Address);
        QTest::newRow("no phone") << true << QString() << s("  ") << s("hello") << int(Wrong::Phone);
        QTest::newRow("no text") << true << QString() << s("+79161110006") << s(" \n") << int(Wrong::Text);
        QTest::newRow("a wrong phone is for the service to refuse") << true << QString() << s("17") << s("hello") << int(Wrong::None);
    }
    void onlyAWholeFormIsSent()
    {
        QFETCH(bool, ours);
        QFETCH(QString, address);
        QFETCH(QString, to);
        QFETCH(QString, text);
        QFETCH(int, wrong);
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        office.standing->reload();
        TestForm form = typed(presenter, to, text);
        form.target = ours ? TestForm::Target::Ours : TestForm::Target::Other;
        form.address = address;
        presenter.setForm(form);
        presenter.run();
        QCOMPARE(int(presenter.state().wrong), wrong);
        QCOMPARE(office.service.takeDeeds().size(), wrong == int(TestState::Wrong::None) ? 1 : 0);
    }

    void ourOwnAccessStandsInTheFieldsAndGoesToNobodyElse()
    {
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        office.standing->reload();
        QCOMPARE(presenter.state().form.login, s("planfix"));
        QCOMPARE(presenter.state().form.password, s("word"));
        presenter.setForm(typed(presenter, s("+79161110006"), s("hello")));
        presenter.run();
        QCOMPARE(office.service.called.password.reveal(), s("word"));
        QVERIFY(office.service.called.key.isEmpty());
        TestForm form = presenter.state().form;
        form.access = TestForm::Access::Key;
        presenter.setForm(form);
        presenter.run();
        QCOMPARE(office.service.called.key.reveal(), s("key"));
        QVERIFY(office.service.called.login.isEmpty());
        form = presenter.state().form;
        form.target = TestForm::Target::Other;
        presenter.setForm(form);
        QVERIFY(presenter.state().form.login.isEmpty() && presenter.state().form.password.isEmpty() && presenter.state().form.key.isEmpty());
        form = presenter.state().form;
        form.target = TestForm::Target::Ours;
        presenter.setForm(form);
        QCOMPARE(presenter.state().form.password, s("word"));
        office.service.known.credentials.clear(); // it was revoked
        office.standing->reload();
        QVERIFY(presenter.state().form.password.isEmpty());
    }

    void whatThePersonHasTypedIsLeftAlone()
    {
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        TestForm form = presenter.state().form;
        form.login = s("mine");
        presenter.setForm(form);
        office.standing->reload();
        QCOMPARE(presenter.state().form.login, s("mine"));
    }

    void theFirstAccessIsMadeFromThePanel()
    {
        Office office(false);
        TestPresenter presenter(office.service, *office.standing, office.clock);
        office.service.failure = locked;
        presenter.makeAccess();
        QCOMPARE(presenter.state().error, locked);
        office.service.failure.reset();
        presenter.makeAccess();
        QVERIFY(!presenter.state().error);
        QCOMPARE(presenter.state().form.password, s("p-default"));
        QVERIFY(office.standing->state().missing() == StandingState::Missing::Provider);
    }

    void theWayIsFollowedUntilItsEnd()
    {
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        office.standing->reload();
        office.service.answer = accepted(s("17"));
        office.service.messages.insert(17, message(17, sms::State::Queued));
        presenter.setForm(typed(presenter, s("+79161110006"), s("hello")));
        presenter.run();
        QCOMPARE(presenter.state().answer->status, 200);
        QVERIFY(presenter.state().way->message.state == sms::State::Queued);
        office.service.messages[17] = message(17, sms::State::Delivered);
        presenter.follow();
        QVERIFY(presenter.state().way->message.state == sms::State::Delivered);
        QVERIFY(presenter.state().probes.first().state == sms::State::Delivered);
        office.service.messages[17] = message(17, sms::State::Sent);
        presenter.follow(); // it is over
        QVERIFY(presenter.state().way->message.state == sms::State::Delivered);
    }

    void whatWasAnsweredIsKept_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<QString>("says");
        QTest::newRow("a refusal in words") << 401 << s("{\"error\":\"Неверный пароль\",\"status\":\"error\"}") << false << s("Неверный пароль");
        QTest::newRow("an error inside a success") << 200 << s("{\"status\":\"error\"}") << false << s("error");
        QTest::newRow("a page in HTML") << 502 << s("<html>\n  <b>Bad gateway</b></html>") << false << s("<html> <b>Bad gateway</b></html>");
        QTest::newRow("nothing at all") << 204 << QString() << true << QString();
    }
    void whatWasAnsweredIsKept()
    {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(bool, accepted);
        Office office;
        TestPresenter presenter(office.service, *office.standing, office.clock);
        office.standing->reload();
        office.service.answer = {status, body, 5, accepted, {}};
        presenter.setForm(typed(presenter, s("+79161110006"), s("hello")));
        presenter.run();
        QCOMPARE(presenter.state().answer->body, body);
        QTEST(presenter.state().probes.first().says, "says");
        QVERIFY(!presenter.state().way);
        office.service.failure = base::Error{base::ErrorCode::Network, s("refused"), {}};
        presenter.run();
        QVERIFY(!presenter.state().answer);
        QCOMPARE(presenter.state().error->code, base::ErrorCode::Network);
        QCOMPARE(presenter.state().probes.size(), 2);
        QCOMPARE(presenter.state().probes.first().status, 0);
    }

    void eachStateAllowsItsDeeds_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<bool>("resend");
        QTest::addColumn<bool>("cancel");
        QTest::addColumn<bool>("settle");
        using sms::State;
        QTest::newRow("queued") << int(State::Queued) << 0 << false << true << false;
        QTest::newRow("queued for another attempt") << int(State::Queued) << 2 << true << true << false;
        QTest::newRow("held") << int(State::Held) << 0 << false << true << false;
        QTest::newRow("sending") << int(State::Sending) << 0 << false << false << false;
        QTest::newRow("sent") << int(State::Sent) << 0 << false << false << false;
        QTest::newRow("delivered") << int(State::Delivered) << 0 << false << false << false;
        QTest::newRow("undelivered") << int(State::Undelivered) << 0 << true << false << false;
        QTest::newRow("expired") << int(State::Expired) << 0 << true << false << false;
        QTest::newRow("rejected") << int(State::Rejected) << 0 << true << false << false;
        QTest::newRow("in doubt") << int(State::Unknown) << 0 << true << true << true;
        QTest::newRow("blocked") << int(State::Blocked) << 0 << true << false << false;
        QTest::newRow("cancelled") << int(State::Cancelled) << 0 << true << false << false;
    }
    void eachStateAllowsItsDeeds()
    {
        QFETCH(int, state);
        QFETCH(int, attempts);
        FakeSmsService service;
        service.messages.insert(5, message(5, sms::State(state), attempts));
        MessagesPresenter presenter(service);
        presenter.select(5);
        using Deed = SmsService::Deed;
        QTEST(presenter.state().may(Deed::Resend), "resend");
        QTEST(presenter.state().may(Deed::Cancel), "cancel");
        QTEST(presenter.state().may(Deed::Settle), "settle");
        QCOMPARE(presenter.state().mayHaveGone(), sms::State(state) == sms::State::Unknown);
    }

    void aDeedIsToldOf()
    {
        FakeSmsService service;
        service.messages.insert(5, message(5, sms::State::Unknown));
        MessagesPresenter presenter(service);
        presenter.perform(SmsService::Deed::Settle); // nothing is chosen
        presenter.select(5);
        presenter.perform(SmsService::Deed::Settle);
        QVERIFY(presenter.state().done == SmsService::Deed::Settle);
        QCOMPARE(service.takeDeeds(), QStringList{s("settle 5")});
        service.failure = broken;
        presenter.perform(SmsService::Deed::Cancel);
        QCOMPARE(presenter.state().deedError, broken);
        presenter.dismiss();
        QVERIFY(!presenter.state().deedError && !presenter.state().done);
    }

    void theFilterIsAsked()
    {
        FakeSmsService service;
        MessagesPresenter presenter(service);
        QVector<sms::MessageQuery> shown;
        connect(&presenter, &MessagesPresenter::queryChanged, this, [&shown](const sms::MessageQuery &query) { shown.append(query); });
        presenter.setTyped(s("  8 916 "));
        QVERIFY(shown.isEmpty()); // while the person types
        presenter.searchNow();
        QCOMPARE(shown.last().text, s("8 916"));
        presenter.setState(sms::State::Unknown);
        QVERIFY(shown.last().state == sms::State::Unknown && shown.last().text == s("8 916"));
        presenter.rowsArrived(0);
        QVERIFY(!presenter.state().empty); // nothing found is not nothing there
        presenter.clearFilter();
        QVERIFY(!presenter.state().isFiltered());
        presenter.rowsArrived(0);
        QVERIFY(presenter.state().empty);
        presenter.rowsArrived(1);
        QVERIFY(!presenter.state().empty);
    }

    void credentialsAreMadeShownAndRevoked()
    {
        Office office(false);
        CredentialsPresenter presenter(office.service, *office.standing);
        office.standing->reload();
        QVERIFY(presenter.state().chosen.isEmpty());
        presenter.makeFirst();
        QCOMPARE(presenter.state().chosen, sms::defaultCredential);
        QVERIFY(presenter.state().made);
        QCOMPARE(presenter.state().secrets->password.reveal(), s("p-default"));
        presenter.setDraft(s("branch"));
        presenter.makeAnother();
        QCOMPARE(presenter.state().chosen, s("branch"));
        QVERIFY(presenter.state().draft.isEmpty());
        presenter.choose(sms::defaultCredential);
        QVERIFY(!presenter.state().made);
        QCOMPARE(presenter.state().secrets->login, s("default"));
        presenter.revokeChosen();
        QCOMPARE(presenter.state().chosen, s("branch"));
        QVERIFY(presenter.state().revoked);
        presenter.revokeChosen();
        QVERIFY(presenter.state().chosen.isEmpty());
        presenter.revokeChosen(); // there is none
        QCOMPARE(office.service.takeDeeds(), QStringList({s("make default"), s("make branch"), s("revoke default"), s("revoke branch")}));
    }

    void aCredentialThatIsRefusedSaysWhy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("wrong");
        QTest::addColumn<bool>("error");
        using Wrong = CredentialsState::Wrong;
        QTest::newRow("a name in Russian") << int(base::ErrorCode::Validation) << int(Wrong::Name) << false;
        QTest::newRow("a name that is taken") << int(base::ErrorCode::Conflict) << int(Wrong::Taken) << false;
        QTest::newRow("a locked keychain") << int(base::ErrorCode::Keychain) << int(Wrong::None) << true;
    }
    void aCredentialThatIsRefusedSaysWhy()
    {
        QFETCH(int, code);
        Office office;
        CredentialsPresenter presenter(office.service, *office.standing);
        office.service.failure = base::Error{base::ErrorCode(code), {}, {}};
        presenter.setDraft(s("x"));
        presenter.makeAnother();
        QTEST(int(presenter.state().wrong), "wrong");
        QTEST(presenter.state().error.has_value(), "error");
        QVERIFY(!presenter.state().busy);
    }

    void aProvidersFormAsksForWhatItsKindNeeds_data()
    {
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("access");
        QTest::addColumn<bool>("url");
        QTest::newRow("SMSC.ru") << s("smsc") << s("login password key") << false;
        QTest::newRow("SMS.ru") << s("smsru") << s("key") << false;
        QTest::newRow("SMS Aero") << s("aero") << s("login key") << false;
        QTest::newRow("SMPP") << s("smpp") << s("login password") << true;
        QTest::newRow("Kannel") << s("kannel") << s("login password") << true;
        QTest::newRow("HTTP") << s("http") << s("login password key") << true;
        QTest::newRow("a file") << s("file") << QString() << false;
    }
    void aProvidersFormAsksForWhatItsKindNeeds()
    {
        QFETCH(QString, driver);
        Office office;
        ProvidersPresenter presenter(office.service, *office.standing);
        QVERIFY(ProvidersPresenter::drivers().contains(driver));
        presenter.begin();
        sms::ProviderDraft draft = presenter.state().draft;
        draft.driver = driver;
        presenter.setDraft(draft);
        QTEST(presenter.state().access().join(u' '), "access");
        QTEST(presenter.state().wantsUrl(), "url");
    }

    void theNameFollowsTheKindUntilThePersonWritesOne()
    {
        Office office; // has an "smsc"
        office.standing->reload();
        ProvidersPresenter presenter(office.service, *office.standing);
        presenter.begin();
        QCOMPARE(presenter.state().draft.name, s("smsc-2"));
        sms::ProviderDraft draft = presenter.state().draft;
        draft.driver = s("aero");
        presenter.setDraft(draft);
        QCOMPARE(presenter.state().draft.name, s("aero"));
        draft = presenter.state().draft;
        draft.name = s("main");
        presenter.setDraft(draft);
        draft = presenter.state().draft;
        draft.driver = s("smpp");
        presenter.setDraft(draft);
        QCOMPARE(presenter.state().draft.name, s("main"));
    }

    void aProviderThatIsRefusedSaysAtWhichField_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("field");
        const int validation = int(base::ErrorCode::Validation);
        QTest::newRow("a part of the access") << validation << s("key") << s("key");
        QTest::newRow("a setting") << validation << s("provider.<name>.rate") << s("rate");
        QTest::newRow("a part of the options") << validation << s("options.method") << s("options");
        QTest::newRow("the keychain") << int(base::ErrorCode::Keychain) << s("locked") << QString();
    }
    void aProviderThatIsRefusedSaysAtWhichField()
    {
        QFETCH(int, code);
        QFETCH(QString, where);
        QFETCH(QString, field);
        Office office;
        ProvidersPresenter presenter(office.service, *office.standing);
        presenter.begin();
        office.service.failure = base::Error{base::ErrorCode(code), s("detail"), where};
        presenter.save();
        QCOMPARE(presenter.state().wrongField, field);
        QCOMPARE(presenter.state().error.has_value(), field.isEmpty());
        QVERIFY(presenter.state().editing && !presenter.state().busy);
    }

    void providersAreSavedOrderedPausedAndTakenOut()
    {
        Office office;
        office.service.known.providers = {provider(s("one")), provider(s("two"))};
        office.standing->reload();
        ProvidersPresenter presenter(office.service, *office.standing);
        presenter.begin();
        sms::ProviderDraft draft = presenter.state().draft;
        draft.name = s("two");
        presenter.setDraft(draft);
        presenter.save(); // there is one
        QCOMPARE(presenter.state().wrongField, s("name"));
        draft.name = s("three");
        draft.password = secrets::Secret(s("word"));
        presenter.setDraft(draft);
        presenter.save();
        QVERIFY(!presenter.state().editing);
        QVERIFY(presenter.state().draft.password.isEmpty()); // no secret stays on the screen
        QCOMPARE(office.service.saved.password.reveal(), s("word"));
        presenter.move(s("two"), -1);
        presenter.move(s("one"), -1); // it is the first
        presenter.move(s("two"), 1); // it is the last
        presenter.pause(s("one"), sms::Pause::On);
        presenter.pause(s("one"), sms::Pause::Off);
        presenter.wake();
        presenter.remove(s("one"));
        QCOMPARE(office.service.takeDeeds(), QStringList({s("save three"), s("check three"), s("order two,one"), s("pause one"), s("go on one"),
                                                          s("wake"), s("remove one")}));
        presenter.edit(s("two"));
        QVERIFY(!presenter.state().isNew);
        presenter.save();
        QCOMPARE(office.service.takeDeeds().first(), s("save two"));
    }

    void aCheckIsTold()
    {
        Office office;
        ProvidersPresenter presenter(office.service, *office.standing);
        office.service.checked.balance = sms::Balance{s("812.30"), s("RUB")};
        presenter.check(s("smsc"));
        QCOMPARE(presenter.state().checks.value(s("smsc")).check->balance->amount, s("812.30"));
        QCOMPARE(office.service.takeDeeds(), QStringList{s("check smsc")});
        office.service.counted.states = {{s("smsc"), s("paused"), s("no_money"), {}, {}, {}, {}, {}, 0, 0}};
        office.standing->reload();
        presenter.check(s("smsc"));
        QCOMPARE(office.service.takeDeeds(), QStringList({s("check smsc"), s("wake")})); // it was mended
        office.service.failure = broken;
        presenter.check(s("smsc"));
        QCOMPARE(presenter.state().checks.value(s("smsc")).error, broken);
        QVERIFY(!presenter.state().checks.value(s("smsc")).check);
    }

    void rulesAreSavedAsTheSettingsHaveThem()
    {
        Office office;
        office.service.known.rules = {{s("sms.senders"), s("[\"Kometa\",\"KONIG\"]")}, {s("sms.limit-day"), s("0")}};
        RulesPresenter presenter(office.service, *office.standing);
        office.standing->reload();
        QCOMPARE(presenter.state().values.value(s("sms.senders")), s("Kometa, KONIG"));
        presenter.save(); // nothing has changed
        presenter.setValue(s("sms.senders"), s(" Kometa ,, Zarya "));
        QVERIFY(presenter.state().isChanged);
        office.standing->reload();
        QCOMPARE(presenter.state().values.value(s("sms.senders")), s(" Kometa ,, Zarya ")); // what is typed stays
        office.service.failure = base::Error{base::ErrorCode::Validation, {}, s("sms.limit-day")};
        presenter.save();
        QCOMPARE(presenter.state().wrongKey, s("sms.limit-day"));
        office.service.failure.reset();
        presenter.save();
        QCOMPARE(office.service.rules.value(s("sms.senders")), s("[\"Kometa\",\"Zarya\"]"));
        QVERIFY(presenter.state().saved && !presenter.state().isChanged);
        presenter.setValue(s("sms.senders"), {});
        presenter.takeBack();
        QCOMPARE(presenter.state().values.value(s("sms.senders")), s("Kometa, KONIG"));
        presenter.setValue(s("sms.senders"), s(" "));
        presenter.save();
        QCOMPARE(office.service.rules.value(s("sms.senders")), QString());
    }

    void aPriceIsExact_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<int>("parts");
        QTest::addColumn<QString>("sum");
        QTest::newRow("kopecks") << s("2.90") << 2 << s("5.80");
        QTest::newRow("a tenth of a kopeck") << s("0.105") << 3 << s("0.315");
        QTest::newRow("whole roubles") << s("3") << 4 << s("12");
        QTest::newRow("not known") << s("0") << 4 << QString();
        QTest::newRow("no number") << s("x") << 4 << QString();
    }
    void aPriceIsExact()
    {
        QFETCH(QString, price);
        QFETCH(int, parts);
        QFETCH(QString, sum);
        const QString said = priceOf(price, parts);
        QCOMPARE(said.isEmpty(), sum.isEmpty());
        QString plain = said;
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
        QVERIFY2(plain.contains(sum) || plain.contains(sum.chopped(1)), qPrintable(said));
    }

    void aWayEndsWithWhatIsWaitedFor_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("driver");
        QTest::addColumn<bool>("waits");
        using sms::State;
        QTest::newRow("sent, a report is to come") << int(State::Sent) << s("smsc") << true;
        QTest::newRow("sent into a file") << int(State::Sent) << s("file") << false;
        QTest::newRow("queued") << int(State::Queued) << s("smsc") << true;
        QTest::newRow("delivered") << int(State::Delivered) << s("smsc") << false;
        QTest::newRow("in doubt") << int(State::Unknown) << s("smsc") << false;
    }
    void aWayEndsWithWhatIsWaitedFor()
    {
        QFETCH(int, state);
        QFETCH(QString, driver);
        QFETCH(bool, waits);
        const ProviderView one = provider(s("smsc"), driver);
        const auto steps = wayOf(message(5, sms::State(state)), &one);
        QCOMPARE(steps.size(), waits ? 3 : 2);
        QCOMPARE(steps.last().at == 0, waits);
        QCOMPARE(steps.first().at, qint64(10));
    }
};

QTEST_MAIN(TestSmsPresenters)
#include "tst_sms_presenters.moc"
