// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/pages.h"
#include "core/sms/repository.h"
#include "core/sms/service.h"
#include "tests/sms/scripted_driver.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <future>

using namespace pfx;
using namespace pfx::sms;
using test::Script;
using test::StoreFixture;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

/// A service on a store with the providers "one" and "two" of a script.
class Desk {
public:
    explicit Desk(store::Store &store) : m_store(store), m_journal(store.writer()), m_outbox(m_clock, m_bell)
    {
        auto policy = std::make_shared<Policy>();
        policy->providers = {Script::provider(s("one")), Script::provider(s("two"))};
        policy->retryBaseMs = 10;
        policy->storeId = s("test");
        edited = policy;
        begin();
    }

    void begin()
    {
        service = std::make_unique<Service>(m_store, m_clock, m_journal, m_outbox, ServiceOptions{});
        service->apply(edited);
        service->start();
    }

    base::Result<Taken> take(const QString &text = s("hello"), const QString &to = s("+79161110006"))
    {
        const auto message = prepare({Source::Planfix, s("default"), {}, {}, to, text, 0}, *service->policy(), m_clock.nowMs());
        if (!message)
            return base::fail(base::ErrorCode::Validation, name(message.error().problem));
        std::promise<base::Result<Taken>> promise;
        service->take(*message, [&promise](const base::Result<Taken> &taken) { promise.set_value(taken); });
        return promise.get_future().get();
    }

    QString state(qint64 id)
    {
        const auto db = m_store.connect();
        const auto message = db ? load(**db, id) : base::Result<Message>(base::fail(db.error()));
        return message ? name(message->state) : s("?");
    }
    Message message(qint64 id)
    {
        const auto db = m_store.connect();
        return load(**db, id).value_or(Message());
    }
    QString way(qint64 id)
    {
        const auto db = m_store.connect();
        QStringList states;
        for (const HistoryEntry &entry : history(**db, message(id)).value_or(QVector<HistoryEntry>()))
            states.append(entry.state);
        return states.join(QLatin1Char(' '));
    }
    base::Result<void> report(const QString &provider, const Receipt &receipt, Script &script)
    {
        std::promise<base::Result<void>> promise;
        script.events(provider)->receiptsCame({receipt}, [&promise](const base::Result<void> &stored) { promise.set_value(stored); });
        return promise.get_future().get();
    }

private:
    store::Store &m_store;
    base::SystemClock m_clock;
    exchange::Bell m_bell;
    exchange::Journal m_journal;
    exchange::Outbox m_outbox;

public:
    std::shared_ptr<Policy> edited;
    std::unique_ptr<Service> service; ///< The last one: it ends before what it uses.
};

Receipt receipt(const QString &id, Delivery delivery)
{
    Receipt one;
    one.providerId = id;
    one.delivery = delivery;
    return one;
}

} // namespace

class TestService : public QObject {
    Q_OBJECT

private slots:
    void aMessageGoesItsWayUntilDelivered_data() { test::addBackends(); }
    void aMessageGoesItsWayUntilDelivered()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        Desk desk(fixture.store());
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_COMPARE(desk.state(taken->id), s("sent"));
        QCOMPARE(desk.message(taken->id).providerId, QStringLiteral("p-%1").arg(taken->id));
        const QString named = desk.message(taken->id).providerId;
        PFX_VERIFY(desk.report(s("one"), receipt(named, Delivery::Delivered), script));
        QCOMPARE(desk.state(taken->id), s("delivered"));
        // Twice, and late bad news, change nothing.
        PFX_VERIFY(desk.report(s("one"), receipt(named, Delivery::Delivered), script));
        PFX_VERIFY(desk.report(s("one"), receipt(named, Delivery::Undelivered), script));
        QCOMPARE(desk.way(taken->id), s("accepted queued sending sent delivered"));
        QCOMPARE(script.got().size(), 1);
        QCOMPARE(script.got().first().to, s("+79161110006"));
    }

    void anEqualMessageWithinTheWindowIsTheFirstOne_data() { test::addBackends(); }
    void anEqualMessageWithinTheWindowIsTheFirstOne()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        Desk desk(fixture.store());
        const auto first = desk.take(), second = desk.take(), other = desk.take(s("other"));
        PFX_VERIFY(first);
        PFX_VERIFY(second);
        QCOMPARE(second->id, first->id);
        QVERIFY(second->kind == Entry::Kind::Repeated);
        QVERIFY(other->id != first->id);
        desk.service->stop();
        desk.begin(); // the window outlives the program
        const auto third = desk.take();
        PFX_VERIFY(third);
        QCOMPARE(third->id, first->id);
        QTRY_COMPARE(desk.state(other->id), s("sent"));
        QCOMPARE(script.got().size(), 2);
    }

    void limitsAreKept_data() { test::addBackends(); }
    void limitsAreKept()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        Desk desk(fixture.store());
        auto policy = std::make_shared<Policy>(*desk.edited);
        policy->limitRecipientDay = 2;
        desk.service->apply(policy);
        QVERIFY(desk.take(s("1"))->kind == Entry::Kind::New);
        QVERIFY(desk.take(s("2"))->kind == Entry::Kind::New);
        const auto third = desk.take(s("3"));
        QVERIFY(third->kind == Entry::Kind::TooMany);
        QCOMPARE(third->limit, s("recipient"));
        QVERIFY(desk.take(s("3"), s("+79161110007"))->kind == Entry::Kind::New);
    }

    void aFailureDecidesWhatIsNext_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("one");
        QTest::addColumn<int>("two");
        const auto row = [](const char *title, Trouble trouble, const char *state, int one, int two) {
            QTest::newRow(title) << int(trouble) << QString::fromLatin1(state) << one << two;
        };
        row("what passes is tried again at the same provider", Trouble::Transient, "sent", 2, 0);
        row("so is what was too fast", Trouble::Throttled, "sent", 2, 0);
        row("what nobody would take ends", Trouble::Refused, "rejected", 1, 0);
        row("what this one will not have goes to the next", Trouble::Unroutable, "sent", 1, 1);
        row("so does what came to a closed account", Trouble::Account, "sent", 1, 1);
        row("or to an empty one", Trouble::NoMoney, "sent", 1, 1);
    }
    void aFailureDecidesWhatIsNext()
    {
        QFETCH(int, trouble);
        QFETCH(QString, state);
        StoreFixture fixture(s("sqlite"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        Script script;
        script.fail(Trouble(trouble));
        Desk desk(fixture.store());
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_COMPARE(desk.state(taken->id), state);
        QTEST(int(script.got(s("one")).size()), "one");
        QTEST(int(script.got(s("two")).size()), "two");
    }

    void aLostAnswerIsNeverSentAgainUnseen_data()
    {
        QTest::addColumn<bool>("looksUp");
        QTest::addColumn<int>("fate");
        QTest::addColumn<bool>("resend");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("sent");
        const auto row = [](const char *title, bool looksUp, Sighting::Fate fate, bool resend, const char *state, int sent) {
            QTest::newRow(title) << looksUp << int(fate) << resend << QString::fromLatin1(state) << sent;
        };
        row("nobody can be asked: it waits for a person", false, Sighting::Fate::NobodyKnows, false, "unknown", 1);
        row("nobody can be asked, and the setting says resend", false, Sighting::Fate::NobodyKnows, true, "sent", 2);
        row("the provider has it", true, Sighting::Fate::Found, false, "sent", 1);
        row("the provider does not have it", true, Sighting::Fate::NotThere, false, "sent", 2);
    }
    void aLostAnswerIsNeverSentAgainUnseen()
    {
        QFETCH(bool, looksUp);
        QFETCH(int, fate);
        QFETCH(bool, resend);
        QFETCH(QString, state);
        StoreFixture fixture(s("sqlite"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        Script script;
        script.abilities.looksUp = looksUp;
        script.sighting = {Sighting::Fate(fate), {s("seen")}, Delivery::Pending};
        script.fail(Trouble::Transient, base::Effected::Perhaps, base::ErrorCode::Timeout);
        Desk desk(fixture.store());
        auto policy = std::make_shared<Policy>(*desk.edited);
        policy->inDoubt = resend ? InDoubt::Resend : InDoubt::Hold;
        desk.service->apply(policy);
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_COMPARE(desk.state(taken->id), state);
        QTEST(int(script.got().size()), "sent");
    }

    void whatADeadProgramHadInHandIsLookedUpFirst_data() { test::addBackends(); }
    void whatADeadProgramHadInHandIsLookedUpFirst()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        script.abilities.looksUp = true;
        script.sighting = {Sighting::Fate::Found, {s("seen")}, Delivery::Pending};
        qint64 id = 0;
        PFX_VERIFY(fixture.store().writer().run([&id](store::Connection &db) -> base::Result<void> {
            NewMessage message;
            message.provider = s("one");
            message.recipient = s("+79161110006");
            message.text = s("hello");
            message.validUntil = std::numeric_limits<qint64>::max();
            PFX_ASSIGN(message.id, reserveIds(db, 1));
            id = message.id;
            PFX_TRY(insert(db, {message}, 1));
            return claim(db, s("one"), s("somebody who died"), 2, 10).map([](const auto &) {});
        }));
        Desk desk(fixture.store());
        QTRY_COMPARE(desk.state(id), s("sent"));
        QCOMPARE(desk.message(id).providerId, s("seen"));
        QVERIFY(script.got().isEmpty());
    }

    void nothingIsClaimedFromAProviderThatIsAway()
    {
        StoreFixture fixture(s("sqlite"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        Script script;
        script.probe = SubmitFailure{Trouble::Transient, {base::ErrorCode::Network, s("refused"), {}, base::Effected::No}, {}, {}};
        Desk desk(fixture.store());
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_VERIFY(!desk.service->figures().empty() && desk.service->figures().front().trouble == s("transient"));
        QCOMPARE(desk.state(taken->id), s("queued"));
        QCOMPARE(desk.way(taken->id), s("accepted queued"));
    }

    void twoProgramsOnOneStoreSendEachMessageOnce_data() { test::addBackends(); }
    void twoProgramsOnOneStoreSendEachMessageOnce()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        Desk first(fixture.store()), second(*other);
        QVector<qint64> ids;
        for (int i = 0; i < 40; ++i)
            ids.append((i % 2 ? first : second).take(QString::number(i)).value_or(Taken()).id);
        for (const qint64 id : std::as_const(ids))
            QTRY_COMPARE(first.state(id), s("sent"));
        QCOMPARE(script.got().size(), 40);
    }

    void anEarlyReceiptWaitsForItsMessage_data() { test::addBackends(); }
    void anEarlyReceiptWaitsForItsMessage()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        Desk desk(fixture.store());
        script.reply([&](const Outgoing &) -> std::optional<SubmitResult> { return Submitted{{s("a"), s("b")}}; });
        QTRY_VERIFY(script.events(s("one")));
        PFX_VERIFY(desk.report(s("one"), receipt(s("a"), Delivery::Delivered), script));
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_COMPARE(desk.state(taken->id), s("sent")); // one of its two parts
        PFX_VERIFY(desk.report(s("one"), receipt(s("b"), Delivery::Delivered), script));
        QCOMPARE(desk.state(taken->id), s("delivered"));
    }

    void aPersonDecides_data() { test::addBackends(); }
    void aPersonDecides()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        script.fail(Trouble::Refused);
        Desk desk(fixture.store());
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        QTRY_COMPARE(desk.state(taken->id), s("rejected"));
        auto &writer = fixture.store().writer();
        PFX_VERIFY_ERROR(writer.run([&](store::Connection &db) { return cancel(db, taken->id, 5); }), base::ErrorCode::Conflict);
        PFX_VERIFY_ERROR(writer.run([&](store::Connection &db) { return settle(db, taken->id, 5); }), base::ErrorCode::Conflict);
        PFX_VERIFY_ERROR(writer.run([&](store::Connection &db) { return cancel(db, 999'999, 5); }), base::ErrorCode::NotFound);
        PFX_VERIFY(writer.run([&](store::Connection &db) {
            return resend(db, taken->id, s("one"), std::numeric_limits<qint64>::max(), base::SystemClock().nowMs());
        }));
        desk.service->ring({s("one")});
        QTRY_COMPARE(desk.state(taken->id), s("sent"));
        QCOMPARE(script.got().size(), 2);
    }

    void aNumberThatComesOntoTheStopListIsNotWrittenTo()
    {
        StoreFixture fixture(s("sqlite"));
        QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
        Script script;
        script.probe = SubmitFailure{Trouble::Transient, {base::ErrorCode::Network, s("refused"), {}, base::Effected::No}, {}, {}};
        Desk desk(fixture.store());
        const auto taken = desk.take();
        PFX_VERIFY(taken);
        auto policy = std::make_shared<Policy>(*desk.edited);
        policy->stopList.insert(s("+79161110006"), s("asked to"));
        desk.service->apply(policy);
        QTRY_COMPARE(desk.state(taken->id), s("blocked"));
    }

    void onlyWhatWaitsStillIsBlocked_data() { test::addBackends(); }
    void onlyWhatWaitsStillIsBlocked()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        script.probe = SubmitFailure{Trouble::Transient, {base::ErrorCode::Network, s("refused"), {}, base::Effected::No}, {}, {}};
        Desk desk(fixture.store());
        const auto first = desk.take(s("1")), second = desk.take(s("2")), other = desk.take(s("3"), s("+79161110007"));
        PFX_VERIFY(first);
        PFX_VERIFY(second);
        PFX_VERIFY(other);
        desk.service.reset();
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        auto found = waitingTo(**db, {s("+79161110006"), s("+79990000000")});
        PFX_VERIFY(found);
        std::sort(found->begin(), found->end());
        QCOMPARE(*found, (QVector<qint64>{first->id, second->id}));
        std::vector<Ended> ended;
        PFX_VERIFY(fixture.store().writer().run([&](store::Connection &write) -> base::Result<void> {
            PFX_TRY(cancel(write, first->id, 5)); // a person was faster
            PFX_ASSIGN(ended, block(write, *found, 6));
            return {};
        }));
        QCOMPARE(ended.size(), size_t(1));
        QCOMPARE(ended.front().id, second->id);
        QCOMPARE(desk.state(first->id), s("cancelled"));
        QCOMPARE(desk.state(second->id), s("blocked"));
        QCOMPARE(desk.state(other->id), s("queued"));
        QVERIFY(waitingTo(**db, {})->isEmpty());
    }

    void pagesAndCountsAreReadByKeyset_data() { test::addBackends(); }
    void pagesAndCountsAreReadByKeyset()
    {
        PFX_STORE_FIXTURE(fixture);
        Script script;
        Desk desk(fixture.store());
        QVector<qint64> ids;
        for (int i = 0; i < 7; ++i)
            ids.prepend(desk.take(QString::number(i)).value_or(Taken()).id);
        for (const qint64 id : std::as_const(ids))
            QTRY_COMPARE(desk.state(id), s("sent"));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        QVector<qint64> seen;
        qint64 before = 0;
        for (int i = 0; i < 4; ++i) {
            const auto messages = page(**db, {}, before, 3);
            PFX_VERIFY(messages);
            for (const Message &message : *messages)
                seen.append(message.id);
            if (messages->isEmpty())
                break;
            before = messages->last().id;
        }
        QCOMPARE(seen, ids);
        QCOMPARE(page(**db, {s("8 916 111-00-06"), {}, {}}, 0, 100)->size(), 7);
        QCOMPARE(page(**db, {{}, State::Delivered, {}}, 0, 100)->size(), 0);
        QCOMPARE(page(**db, {{}, State::Sent, s("one")}, 0, 100)->size(), 7);
        QCOMPARE(counts(**db)->waiting, 0);
        QTRY_VERIFY(!providerStates(**db)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
