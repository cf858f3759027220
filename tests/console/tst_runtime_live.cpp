// SPDX-License-Identifier: GPL-3.0-or-later
// The running heart as the window has it: nothing waits for a keychain, settings take effect by themselves, pages hear of every write.
#include "app/console/runtime_live.h"
#include "core/base/clock.h"
#include "core/exchange/accounts.h"
#include "core/secrets/secret_chain.h"
#include "tests/support/store_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>

using namespace pfx;

namespace {

/// A keychain whose dialog stands open until somebody answers it; without an answer to come, it has one at once.
class Keychain : public secrets::SecretStore
{
public:
    void ask() { change([this] { m_asking = true; }); }
    void answer(std::optional<base::Error> error)
    {
        change([&] {
            m_error = std::move(error);
            m_asking = false;
        });
    }
    void put(const QString &name, const QString &value) { change([&] { m_values.insert(name, value); }); }

    base::Result<std::optional<secrets::Secret>> read(const QString &name) override
    {
        PFX_TRY(probe());
        const std::lock_guard lock(m_mutex);
        const auto found = m_values.constFind(name);
        return found == m_values.cend() ? std::optional<secrets::Secret>() : secrets::Secret(*found);
    }
    base::Result<void> write(const QString &, const secrets::Secret &) override { return {}; }
    base::Result<void> remove(const QString &) override { return {}; }
    base::Result<QStringList> names() override { return QStringList(); }
    base::Result<void> probe() override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_asking; });
        return m_error ? base::Result<void>(base::fail(*m_error)) : base::Result<void>();
    }

private:
    void change(const std::function<void()> &what)
    {
        const std::lock_guard lock(m_mutex);
        what();
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_asking = false;
    std::optional<base::Error> m_error;
    QMap<QString, QString> m_values;
};

const base::Error locked{base::ErrorCode::Keychain, QStringLiteral("no answer"), secrets::trouble::locked};

void set(store::Store &store, const char *key, const QString &value)
{
    const auto written =
        store.writer().run([&](store::Connection &db) { return settings::write(db, QLatin1String(key), value); });
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
}

/// What the program would build, on a store of its own.
struct Heart
{
    explicit Heart(test::StoreFixture &fixture)
        : store(fixture.store()), runtime(store, clock, keychain, app::RuntimeOptions()), live(runtime, keychain)
    {
        set(store, "server.listen", QStringLiteral("127.0.0.1:0"));
    }

    store::Store &store;
    base::SystemClock clock;
    Keychain keychain;
    app::Runtime runtime;
    console::RuntimeLive live;
};

} // namespace

class tst_runtime_live : public QObject
{
    Q_OBJECT

private slots:
    void nothingWaitsForTheKeychain_data() { test::addBackends(); }
    void nothingWaitsForTheKeychain();
    void aLockedKeychainIsToldAndReadAgain();
    void noKeychainIsNotAnEmptyOne();
    void theServerFollowsItsSwitch();
    void aTakenPortIsTold();
    void pagesHearOfEveryWrite_data() { test::addBackends(); }
    void pagesHearOfEveryWrite();
    void aHeldAccountIsTold();
};

void tst_runtime_live::nothingWaitsForTheKeychain()
{
    PFX_STORE_FIXTURE(fixture);
    Heart heart(fixture);
    heart.keychain.ask();
    QElapsedTimer took;
    took.start();
    heart.runtime.startSoon();
    QVERIFY2(took.elapsed() < 200, qPrintable(QString::number(took.elapsed())));
    QVERIFY(!heart.live.server().isListening());
    heart.keychain.answer({});
    QTRY_VERIFY(heart.live.server().isListening());
    QVERIFY(!heart.live.secretsTrouble());
}

void tst_runtime_live::aLockedKeychainIsToldAndReadAgain()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    Heart heart(fixture);
    set(heart.store, "planfix.account", QStringLiteral("konigkomfort"));
    heart.keychain.put(QStringLiteral("planfix.api-key"), QStringLiteral("key"));
    heart.keychain.answer(locked);
    heart.runtime.startSoon();
    QTRY_VERIFY(heart.live.secretsTrouble());
    QCOMPARE(*heart.live.secretsTrouble(), locked);
    QVERIFY(!heart.live.planfix().hasKey);
    QCOMPARE(heart.live.planfix().account, QStringLiteral("konigkomfort.planfix.ru"));
    heart.keychain.answer({});
    heart.live.readAgain();
    QTRY_VERIFY(!heart.live.secretsTrouble());
    QVERIFY(heart.live.planfix().hasKey);
}

void tst_runtime_live::noKeychainIsNotAnEmptyOne()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    base::SystemClock clock;
    Keychain none;
    none.answer(base::Error{base::ErrorCode::Keychain, QStringLiteral("no bus"), secrets::trouble::noService});
    secrets::SecretChain chain({&none});
    set(fixture.store(), "server.enabled", QStringLiteral("false"));
    set(fixture.store(), "planfix.account", QStringLiteral("konigkomfort"));
    app::Runtime runtime(fixture.store(), clock, chain, app::RuntimeOptions());
    const console::RuntimeLive live(runtime, chain);
    runtime.startSoon();
    QTRY_VERIFY(live.secretsTrouble());
    QCOMPARE(live.secretsTrouble()->where, QString(secrets::trouble::noService));
}

void tst_runtime_live::theServerFollowsItsSwitch()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    Heart heart(fixture);
    const QSignalSpy changed(&heart.live, &ui::Live::changed);
    heart.runtime.startSoon();
    QTRY_VERIFY(heart.live.server().isListening());
    const QString instance = heart.live.server().instance;
    set(heart.store, "server.enabled", QStringLiteral("false"));
    QTRY_VERIFY(!heart.live.server().isListening());
    QVERIFY(!heart.live.server().isWanted);
    set(heart.store, "server.enabled", QStringLiteral("true"));
    QTRY_VERIFY(heart.live.server().isListening());
    QVERIFY(heart.live.server().instance != instance);
    QTRY_VERIFY(changed.size() >= 3);
}

void tst_runtime_live::aTakenPortIsTold()
{
    test::StoreFixture fixture(QStringLiteral("sqlite")), other(QStringLiteral("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    Heart first(fixture), second(other);
    first.runtime.startSoon();
    QTRY_VERIFY(first.live.server().isListening());
    set(second.store, "server.listen", first.live.server().address);
    second.runtime.startSoon();
    QTRY_VERIFY(second.live.server().error);
    QCOMPARE(second.live.server().error->code, base::ErrorCode::Conflict);
    QVERIFY(second.live.server().isWanted);
    set(second.store, "server.listen", QStringLiteral("127.0.0.1:0"));
    QTRY_VERIFY(second.live.server().isListening());
    QVERIFY(!second.live.server().error);
}

void tst_runtime_live::pagesHearOfEveryWrite()
{
    PFX_STORE_FIXTURE(fixture);
    Heart heart(fixture);
    set(heart.store, "server.enabled", QStringLiteral("false"));
    heart.runtime.startSoon();
    QSignalSpy stored(&heart.live, &ui::Live::stored);
    QTRY_VERIFY(stored.size() >= 1); // the first look
    stored.clear();
    const auto other = fixture.openAgain();
    QVERIFY2(other, qPrintable(fixture.error()));
    const QString sql = QStringLiteral("INSERT INTO order_looks (account, looked_at) VALUES (:a, 1)");
    QCOMPARE(test::write(*other, sql, {{QStringLiteral("a"), QStringLiteral("by another program")}}), QString());
    QTRY_VERIFY(stored.size() >= 1);
    stored.clear();
    QCOMPARE(test::write(heart.store, sql, {{QStringLiteral("a"), QStringLiteral("by this program")}}), QString());
    QTRY_VERIFY(stored.size() >= 1);
}

void tst_runtime_live::aHeldAccountIsTold()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
    Heart heart(fixture);
    set(heart.store, "server.enabled", QStringLiteral("false"));
    set(heart.store, "planfix.account", QStringLiteral("konigkomfort"));
    set(heart.store, "planfix.look-seconds", QStringLiteral("0")); // nothing goes out
    heart.runtime.startSoon();
    QTRY_COMPARE(heart.live.planfix().account, QStringLiteral("konigkomfort.planfix.ru"));
    const qint64 until = heart.clock.nowMs() + 3'600'000;
    const exchange::Hold hold{heart.live.planfix().account, until, QStringLiteral("quota_exhausted"), QStringLiteral("code 22")};
    QVERIFY(heart.store.writer().run(
        [&](store::Connection &db) { return exchange::accounts::hold(db, hold, heart.clock.nowMs()); }));
    QTRY_VERIFY(heart.live.planfix().held);
    QCOMPARE(heart.live.planfix().held->code, base::ErrorCode::QuotaExhausted);
    QCOMPARE(heart.live.planfix().heldUntilMs.value_or(0), until);
    QVERIFY(heart.store.writer().run(
        [&](store::Connection &db) { return exchange::accounts::release(db, heart.live.planfix().account); }));
    QTRY_VERIFY(!heart.live.planfix().held);
}

QTEST_GUILESS_MAIN(tst_runtime_live)
#include "tst_runtime_live.moc"
