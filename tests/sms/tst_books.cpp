// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sets up: credentials made and revoked in the secret store alone, providers written, ordered, paused, taken out, checked.
#include "core/sms/credential_book.h"
#include "core/sms/credentials.h"
#include "core/sms/policy.h"
#include "core/sms/provider_book.h"
#include "core/sms/provider_check.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::sms;
using test::FakeSecrets;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

class NoObserver : public http::ExchangeObserver {
public:
    void exchanged(const http::Exchange &) override { }
};

/// Fails from the n-th write on.
class TiredSecrets : public FakeSecrets {
public:
    int writes = 0;
    base::Result<void> write(const QString &name, const secrets::Secret &value) override
    {
        if (writes-- <= 0)
            return base::fail(base::ErrorCode::Keychain, s("no"), secrets::trouble::denied);
        return FakeSecrets::write(name, value);
    }
};

ProviderDraft draft(const QString &name, const QString &driver)
{
    ProviderDraft draft;
    draft.name = name;
    draft.driver = driver;
    return draft;
}

} // namespace

class TestBooks : public QObject {
    Q_OBJECT

private slots:
    void aCredentialLetsPlanfixInUntilItIsRevoked_data() { test::addBackends(); }
    void aCredentialLetsPlanfixInUntilItIsRevoked()
    {
        PFX_STORE_FIXTURE(fixture);
        FakeSecrets secrets;
        const auto first = makeCredential(secrets, defaultCredential);
        PFX_VERIFY(first);
        QCOMPARE(first->login, s("planfix"));
        const auto second = makeCredential(secrets, s("branch"));
        PFX_VERIFY(second);
        QVERIFY(first->password.reveal() != second->password.reveal() && first->key.reveal() != second->key.reveal());
        QVERIFY(second->password.reveal().size() >= 20 && second->key.reveal().size() >= 43);
        const auto db = fixture.store().connect();
        const auto matched = [&](const Presented &presented) { return matchCredential(**readPolicy(**db, secrets), presented).value_or(s("nobody")); };
        QCOMPARE(matched({second->login, second->password.reveal(), {}}), s("branch"));
        QCOMPARE(matched({{}, {}, first->key.reveal()}), s("default"));
        QCOMPARE(credentials(secrets)->size(), 2);
        QCOMPARE(credentials(secrets)->last(), (CredentialEntry{s("branch"), s("branch"), true, true}));
        PFX_VERIFY(revokeCredential(secrets, s("branch")));
        QCOMPARE(matched({second->login, second->password.reveal(), {}}), s("nobody"));
        QCOMPARE(credentials(secrets)->size(), 1);
        QCOMPARE(credential(secrets, s("branch")).error().code, base::ErrorCode::NotFound);
        // Nothing of it is in the store.
        QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM settings")), s("0"));
    }

    void aNameThatCannotBeOneIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "Branch", "филиал", "a.b", "a b", "../x", "a/b"})
            QTest::newRow(name[0] ? name : "empty") << s(name);
        QTest::newRow("too long") << QString(41, u'a');
    }
    void aNameThatCannotBeOneIsRefused()
    {
        QFETCH(QString, name);
        FakeSecrets secrets;
        const auto made = makeCredential(secrets, name);
        QVERIFY(!made);
        QCOMPARE(made.error().code, base::ErrorCode::Validation);
        QCOMPARE(secrets.names()->size(), 0);
    }

    void aCredentialIsNotMadeOverAnother()
    {
        FakeSecrets secrets;
        secrets.put(s("sms.key"), s("old"));
        QCOMPARE(makeCredential(secrets, defaultCredential).error().code, base::ErrorCode::Conflict);
        QCOMPARE(credentials(secrets)->first(), (CredentialEntry{s("default"), QString(), false, true}));
        QCOMPARE((*secrets.read(s("sms.key")))->reveal(), s("old"));
    }

    void halfACredentialIsTakenBack()
    {
        for (int writes = 0; writes < 3; ++writes) {
            TiredSecrets secrets;
            secrets.writes = writes;
            QCOMPARE(makeCredential(secrets, s("branch")).error().code, base::ErrorCode::Keychain);
            QCOMPARE(secrets.names()->size(), 0);
        }
    }

    void providersFollowTheirBook_data() { test::addBackends(); }
    void providersFollowTheirBook()
    {
        PFX_STORE_FIXTURE(fixture);
        FakeSecrets secrets;
        ProviderDraft first = draft(s("one"), s("smsc"));
        first.login = secrets::Secret(s("me"));
        first.password = secrets::Secret(s("word"));
        first.rate = s("5");
        PFX_VERIFY(keepSecrets(first, secrets));
        const auto write = [&](auto work) { return fixture.store().writer().run(work); };
        PFX_VERIFY(write([&](store::Connection &db) { return writeProvider(db, first); }));
        PFX_VERIFY(write([&](store::Connection &db) { return writeProvider(db, draft(s("two"), s("file"))); }));
        const auto db = fixture.store().connect();
        const auto route = [&] { return (*readPolicy(**db, secrets))->route({}, s("+79161110006"), 1, {}, s("x")); };
        QCOMPARE(route(), s("one"));
        const auto kept = keptConfig(**db, secrets, s("one"));
        PFX_VERIFY(kept);
        QCOMPARE(kept->password.reveal(), s("word"));
        QCOMPARE(kept->perSecond, 5.0);
        QCOMPARE(kept->url, s("https://smsc.ru"));
        PFX_VERIFY(write([](store::Connection &w) { return pauseProvider(w, s("one"), Pause::On); }));
        QCOMPARE(route(), s("two"));
        PFX_VERIFY(write([](store::Connection &w) { return pauseProvider(w, s("one"), Pause::Off); }));
        PFX_VERIFY(write([](store::Connection &w) { return orderProviders(w, {s("two"), s("one")}); }));
        QCOMPARE(route(), s("two"));
        PFX_VERIFY(write([](store::Connection &w) { return removeProvider(w, s("two")); }));
        QCOMPARE(route(), s("one"));
        QCOMPARE(write([](store::Connection &w) { return removeProvider(w, s("two")); }).error().code, base::ErrorCode::NotFound);
        PFX_VERIFY(write([](store::Connection &w) { return removeProvider(w, s("one")); }));
        PFX_VERIFY(forgetSecrets(s("one"), secrets));
        QCOMPARE(route(), QString());
        QCOMPARE(secrets.names()->size(), 0);
        QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM settings WHERE key LIKE 'provider.%' OR key LIKE 'sms.%'")), s("0"));
    }

    void aProviderThatCannotWorkIsRefusedAtItsField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("where");
        QTest::newRow("all there") << s("main") << s("smsru") << QString() << s("k") << QString() << QString();
        QTest::newRow("a name in Russian") << s("основной") << s("smsru") << QString() << s("k") << QString() << s("name");
        QTest::newRow("an unknown kind") << s("main") << s("pigeon") << QString() << s("k") << QString() << s("driver");
        QTest::newRow("no key") << s("main") << s("smsru") << QString() << QString() << QString() << s("key");
        QTest::newRow("no address") << s("main") << s("http") << QString() << s("k") << QString() << s("url");
        QTest::newRow("an address of another kind") << s("main") << s("smpp") << s("https://example.org") << QString() << QString() << s("url");
        QTest::newRow("options that are no JSON") << s("main") << s("http") << s("https://example.org") << s("k") << s("{") << s("options");
        QTest::newRow("options that are a list") << s("main") << s("http") << s("https://example.org") << s("k") << s("[1]") << s("options");
        QTest::newRow("options that the driver refuses") << s("main") << s("http") << s("https://example.org") << s("k")
                                                         << s("{\"method\":\"DELETE\"}") << s("options.method");
    }
    void aProviderThatCannotWorkIsRefusedAtItsField()
    {
        QFETCH(QString, name);
        QFETCH(QString, driver);
        QFETCH(QString, url);
        QFETCH(QString, key);
        QFETCH(QString, options);
        QFETCH(QString, where);
        FakeSecrets secrets;
        ProviderDraft one = draft(name, driver);
        one.url = url;
        one.key = secrets::Secret(key);
        one.options = options;
        const auto checked = checkedConfig(one, secrets, m_tools);
        QCOMPARE(checked ? QString() : checked.error().where, where);
        QVERIFY(checked || checked.error().code == base::ErrorCode::Validation);
    }

    void aKeptSecretIsEnough()
    {
        FakeSecrets secrets;
        secrets.put(s("provider.main.key"), s("kept"));
        const auto config = checkedConfig(draft(s("main"), s("smsru")), secrets, m_tools);
        PFX_VERIFY(config);
        QCOMPARE(config->key.reveal(), s("kept"));
        secrets.fail(base::Error{base::ErrorCode::Keychain, {}, secrets::trouble::locked});
        QCOMPARE(checkedConfig(draft(s("main"), s("smsru")), secrets, m_tools).error().code, base::ErrorCode::Keychain);
    }

    void aFileIsCheckedByOpeningIt()
    {
        QTemporaryDir folder;
        ProviderConfig config;
        config.name = s("try");
        config.driver = s("file");
        config.url = folder.filePath(s("sms.jsonl"));
        const auto good = checkProvider(config, m_tools, {});
        PFX_VERIFY(good);
        QVERIFY(!good->trouble && !good->balance && !good->proven);
        config.url = folder.filePath(s("nowhere/sms.jsonl"));
        const auto bad = checkProvider(config, m_tools, {});
        PFX_VERIFY(bad);
        QVERIFY(bad->trouble == Trouble::Transient);
        config.url = s("relative.jsonl");
        QCOMPARE(checkProvider(config, m_tools, {}).error().code, base::ErrorCode::Validation);
        config.driver = s("pigeon");
        QCOMPARE(checkProvider(config, m_tools, {}).error().code, base::ErrorCode::Validation);
    }

private:
    base::SystemClock m_clock;
    NoObserver m_observer;
    DriverTools m_tools{m_clock, m_observer, {}, {}};
};

QTEST_GUILESS_MAIN(TestBooks)
#include "tst_books.moc"
