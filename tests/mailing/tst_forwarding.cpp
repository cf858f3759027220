// SPDX-License-Identifier: GPL-3.0-or-later
// A list at a mailing service, against the strict fakes: the first time, each change after that, what the service itself has changed, and each
// single call failing. In the end the service has whoever may be written to, and nothing that it had to refuse.
#include "core/exchange/open_rows.h"
#include "core/mailing/forwarding.h"
#include "core/mailing/list_table.h"
#include "core/settings/settings.h"
#include "tests/mailing/mailing_office.h"
#include "tests/support/failing_store.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_mailers/fake_listmonk.h"
#include "tests/support/fake_mailers/fake_unisender.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QLoggingCategory>

using namespace pfx;
using namespace pfx::test;
using base::Result;
using store::Connection;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

exchange::DispatcherOptions quick()
{
    exchange::DispatcherOptions options;
    options.retry.baseMs = 10;
    options.poll = std::chrono::hours(1); // the bell wakes it
    options.storePause = std::chrono::milliseconds(1);
    return options;
}

/// An office whose lists are forwarded to both services.
class Forwarding {
public:
    Forwarding(store::Store &store, store::Store &truth)
        : m_truth(truth), m_office(store, truth), m_outbox(m_office.clock(), m_bell),
          m_forward{store, m_office.clock(), m_gate, m_recorder, m_outbox, m_secrets, [this] { return transport(); }, client()},
          m_dispatcher(store, m_office.clock(), m_bell, quick())
    {
        m_secrets.put(s("provider.lists.login"), s(FakeListmonk::user));
        m_secrets.put(s("provider.lists.password"), s(FakeListmonk::token));
        m_secrets.put(s("provider.uni.key"), s(FakeUniSender::key));
    }
    ~Forwarding() { m_dispatcher.stop(); }

    QString open()
    {
        const QString failed = m_office.write([](Connection &db) -> Result<void> {
            PFX_TRY(settings::write(db, s("mailing.forward.lists.driver"), s("listmonk")));
            PFX_TRY(settings::write(db, s("mailing.forward.lists.url"), s(FakeListmonk::address)));
            PFX_TRY(settings::write(db, s("mailing.forward.uni.driver"), s("unisender")));
            return settings::write(db, s("mailing.forward.uni.url"), s(FakeUniSender::address));
        });
        m_db = m_truth.connect().value_or(nullptr);
        for (exchange::Lane &lane : mailing::forwardLanes(m_forward))
            m_dispatcher.add(std::move(lane));
        m_dispatcher.start();
        return failed;
    }

    QString begin(const QString &list, const QString &target)
    {
        return m_office.write([&](Connection &db) {
            return mailing::beginForwarding(db, mailing::ForwardEffects(m_outbox), m_office.idOf(list), target, m_office.clock().nowMs())
                .map([](const auto &) {});
        });
    }

    QString compare(const QString &occasion)
    {
        const auto forwards = mailing::forwards(*m_db, 0);
        return m_office.write([&](Connection &db) -> Result<void> {
            for (const mailing::Forward &forward : *forwards)
                PFX_TRY(mailing::ForwardEffects(m_outbox).compare(db, forward.id, occasion));
            return {};
        });
    }

    /// Until nothing is queued or waits for its next attempt.
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                m_office.clock().advance(1000);
                m_bell.ringAll();
                const auto counts = exchange::queueCounts(*m_db, exchange::Queue::Outbox, mailing::effect::forwardService);
                return counts && counts->ready + counts->waiting == 0;
            },
            20'000);
    }

    exchange::QueueCounts queue()
    {
        return exchange::queueCounts(*m_db, exchange::Queue::Outbox, mailing::effect::forwardService).value_or(exchange::QueueCounts{9, 9, 9});
    }

    mailing::Forward forward(const QString &list)
    {
        const auto found = mailing::forwards(*m_db, m_office.idOf(list));
        return found && !found->isEmpty() ? found->first() : mailing::Forward();
    }

    MailingOffice &office() { return m_office; }
    FakeListmonk &listmonk() { return m_listmonk; }
    FakeUniSender &uniSender() { return m_uniSender; }
    ExchangeRecorder &recorder() { return m_recorder; }
    Connection &db() { return *m_db; }

private:
    /// One transport for both: the host says which.
    class Both : public http::Transport {
    public:
        Both(FakeListmonk &listmonk, FakeUniSender &uniSender) : m_listmonk(listmonk), m_uniSender(uniSender) { }
        Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override
        {
            FakeMailer &mailer = request.url.host().startsWith(QLatin1String("mail.")) ? static_cast<FakeMailer &>(m_uniSender) : m_listmonk;
            return MailerTransport(mailer).exchange(request, stop);
        }

    private:
        FakeListmonk &m_listmonk;
        FakeUniSender &m_uniSender;
    };

    std::unique_ptr<http::Transport> transport() { return std::make_unique<Both>(m_listmonk, m_uniSender); }
    http::ClientOptions client()
    {
        http::ClientOptions options;
        options.retry.attempts = 1; // the outbox does the repeating
        options.pause = [this](qint64 ms, const base::StopToken &) { m_office.clock().advance(ms); };
        options.chance = [] { return 0.5; };
        return options;
    }

    store::Store &m_truth;
    MailingOffice m_office;
    FakeListmonk m_listmonk;
    FakeUniSender m_uniSender;
    FakeGate m_gate;
    ExchangeRecorder m_recorder;
    FakeSecrets m_secrets;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    mailing::ForwardOffice m_forward;
    exchange::Dispatcher m_dispatcher;
    std::unique_ptr<Connection> m_db;
};

QJsonArray people(int count)
{
    QJsonArray contacts;
    for (int i = 1; i <= count; ++i)
        contacts.append(contact(i, QStringLiteral("person%1@example.test").arg(i, 4, 10, QLatin1Char('0')), s("Имя"), QString::number(i)));
    return contacts;
}

const QJsonObject anna = contact(1, s("anna@example.test"), s("Анна"), s("К."));
const QJsonObject boris = contact(2, s("boris@example.test"), s("Борис"));

/// Both services hold the same; what they have, or what is wrong.
QString play(Forwarding &work)
{
    MailingOffice &office = work.office();
    const auto persist = [](auto attempt) {
        for (int i = 0; i < 8; ++i) {
            if (attempt())
                return true;
        }
        return false;
    };
    const auto told = [](const QJsonObject &answer) { return answer.contains(QLatin1String("success")); };
    if (const QString failed = work.open(); !failed.isEmpty())
        return failed;
    QString list;
    if (!persist([&] { return !(list = office.newList()).isEmpty(); }) || !persist([&] { return told(office.import(list, {anna, boris})); }))
        return s("not imported");
    if (!work.begin(list, s("lists")).isEmpty() || !work.begin(list, s("uni")).isEmpty() || !work.settle())
        return s("not forwarded");
    if (!persist([&] { return told(office.update(list, s("update"), contact(2, s("new@example.test"), s("Борис")), s("boris@example.test"))); })
        || !persist([&] { return told(office.update(list, s("add"), contact(3, s("vera@example.test"), s("Вера")))); })
        || !persist([&] { return told(office.update(list, s("delete"), anna)); }) || !work.settle())
        return s("the changes were not forwarded");
    const QStringList expected{s("new@example.test Борис"), s("vera@example.test Вера")};
    const int remote = work.forward(list).remoteList.toInt();
    QStringList wrong = work.listmonk().takeRefusals() + work.uniSender().takeRefusals();
    if (work.listmonk().members(remote) != expected)
        wrong += s("listmonk: ") + work.listmonk().members(remote).join(u',');
    if (work.uniSender().members(123) != expected)
        wrong += s("UniSender: ") + work.uniSender().members(123).join(u',');
    if (work.listmonk().listCount() != 1 || work.uniSender().listCount() != 1)
        wrong += s("lists: %1 and %2").arg(work.listmonk().listCount()).arg(work.uniSender().listCount());
    if (work.queue().attention != 0)
        wrong += s("attention: %1").arg(work.queue().attention);
    return wrong.join(s("; "));
}

} // namespace

class TestForwarding : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("pfx.exchange.warning=false")); } // each planned failure is told of

    void undisturbed_data() { addBackends(); }
    void undisturbed()
    {
        PFX_STORE_FIXTURE(fixture);
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(play(work), QString());
        const QString everything = work.recorder().everything();
        QVERIFY(!everything.contains(s(FakeListmonk::token)) && !everything.contains(s(FakeUniSender::key)));
        QVERIFY(!everything.contains(s("vera@")));
    }

    void eachFailingCall_data()
    {
        QTest::addColumn<bool>("listmonk");
        QTest::addColumn<bool>("effect");
        QTest::newRow("listmonk, the request is lost") << true << false;
        QTest::newRow("listmonk, the answer is lost") << true << true;
        QTest::newRow("UniSender, the request is lost") << false << false;
        QTest::newRow("UniSender, the answer is lost") << false << true;
    }
    void eachFailingCall()
    {
        QFETCH(bool, listmonk);
        QFETCH(bool, effect);
        int at = 1;
        for (bool reached = true; reached && at < 100; ++at) {
            StoreFixture fixture(QStringLiteral("sqlite"));
            QVERIFY(fixture.isValid());
            Forwarding work(fixture.store(), fixture.store());
            FakeMailer &mailer = listmonk ? static_cast<FakeMailer &>(work.listmonk()) : work.uniSender();
            mailer.dropCall(at, effect);
            QCOMPARE(play(work), QString());
            reached = mailer.calls() >= at;
        }
        QVERIFY2(at > 5, qPrintable(QString::number(at)));
    }

    void eachFailingCallOfTheDatabase_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("step");
        QTest::newRow("on SQLite") << QStringLiteral("sqlite") << 7;
        QTest::newRow("on PostgreSQL") << QStringLiteral("postgresql") << 61;
    }
    void eachFailingCallOfTheDatabase()
    {
        QFETCH(QString, backend);
        QFETCH(int, step);
        int calls = 0;
        for (int at = 0; at <= calls; at += step) {
            StoreFixture fixture(backend);
            QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
            FailurePlan plan(at);
            FailingStore store(fixture.store(), plan);
            Forwarding work(store, fixture.store());
            const QString end = play(work);
            QVERIFY2(end.isEmpty(), qPrintable(QStringLiteral("call %1: %2").arg(at).arg(end)));
            if (at == 0)
                calls = std::min(plan.calls(), 300); // how often the dispatcher looks depends on the machine
        }
        QVERIFY(calls > 100);
    }

    void theFirstManyGoInAsAFile()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        const QString list = work.office().newList();
        QVERIFY(work.office().import(list, people(1'200)).contains(QLatin1String("success")));
        work.office().suppress(s("person0003@example.test"));
        QCOMPARE(work.begin(list, s("lists")), QString());
        QCOMPARE(work.begin(list, s("uni")), QString());
        QVERIFY(work.settle());
        QCOMPARE(work.listmonk().imports(), 1);
        QCOMPARE(work.listmonk().members(work.forward(list).remoteList.toInt()).size(), 1'199);
        QCOMPARE(work.uniSender().members(123).size(), 1'199);
        // Who came in by the file has no number yet, and is found by the address.
        QVERIFY(work.office().update(list, s("delete"), people(1).first().toObject()).contains(QLatin1String("success")));
        QVERIFY(work.settle());
        QCOMPARE(work.listmonk().members(work.forward(list).remoteList.toInt()).size(), 1'198);
        QCOMPARE(work.uniSender().members(123).size(), 1'198);
        QCOMPARE(work.listmonk().takeRefusals() + work.uniSender().takeRefusals(), QStringList());
    }

    void manyChangesBecomeOneTelling()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        const QString list = work.office().newList();
        QVERIFY(work.office().import(list, {anna}).contains(QLatin1String("success")));
        QCOMPARE(work.begin(list, s("lists")), QString());
        QVERIFY(work.settle());
        work.listmonk().answerAll(503);
        for (int i = 0; i < 50; ++i)
            QVERIFY(work.office().update(list, s("update"), contact(1, s("anna%1@example.test").arg(i), s("Анна"))).contains(QLatin1String("success")));
        const auto waiting = work.queue();
        QVERIFY2(waiting.ready + waiting.waiting <= 1, qPrintable(QString::number(waiting.ready + waiting.waiting)));
        work.listmonk().answerAll(0);
        QVERIFY(work.settle());
        QCOMPARE(work.listmonk().members(work.forward(list).remoteList.toInt()), QStringList{s("anna49@example.test Анна")});
    }

    void theNightBringsBothIntoStep_data() { addBackends(); }
    void theNightBringsBothIntoStep()
    {
        PFX_STORE_FIXTURE(fixture);
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        const QString list = work.office().newList();
        QVERIFY(work.office().import(list, people(5)).contains(QLatin1String("success")));
        QCOMPARE(work.begin(list, s("lists")), QString());
        QVERIFY(work.settle());
        const int remote = work.forward(list).remoteList.toInt();
        work.listmonk().unsubscribe(s("person0001@example.test"), remote);
        work.listmonk().blocklist(s("person0002@example.test"));
        work.listmonk().remove(s("person0003@example.test"));
        work.listmonk().add(s("stranger@example.test"), s("Чужой"), remote);
        QCOMPARE(work.compare(s("2026-11-30")), QString());
        QCOMPARE(work.compare(s("2026-11-30")), QString()); // another program
        QVERIFY(work.settle());
        // Who unsubscribed there is suppressed here, whoever was lost is back, and a stranger is left alone.
        QCOMPARE(work.office().writable(list).size(), 3);
        QVERIFY(*mailing::suppressionOf(work.db(), s("person0001@example.test")));
        QVERIFY(*mailing::suppressionOf(work.db(), s("person0002@example.test")));
        QCOMPARE(work.listmonk().members(remote),
                 QStringList({s("person0003@example.test Имя 3"), s("person0004@example.test Имя 4"), s("person0005@example.test Имя 5"),
                              s("stranger@example.test Чужой")}));
        QVERIFY(work.forward(list).comparedAt);
    }

    void whoUnsubscribedThereIsNotPutBack()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        const QString list = work.office().newList();
        QVERIFY(work.office().import(list, {anna}).contains(QLatin1String("success")));
        QCOMPARE(work.begin(list, s("lists")), QString());
        QVERIFY(work.settle());
        const int remote = work.forward(list).remoteList.toInt();
        work.listmonk().unsubscribe(s("anna@example.test"), remote);
        // Planfix changes her name: that must not subscribe her again.
        QVERIFY(work.office().update(list, s("update"), contact(1, s("anna@example.test"), s("Анна-Мария"))).contains(QLatin1String("success")));
        QVERIFY(work.settle());
        QCOMPARE(work.listmonk().members(remote), QStringList());
        QCOMPARE(work.office().writable(list), QStringList());
        QCOMPARE(work.queue().attention, 0);
    }

    void aServiceWithoutADriverIsUnknown()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        PFX_VERIFY_ERROR(fixture.store().writer().run([&](Connection &db) {
            return mailing::beginForwarding(db, mailing::ForwardEffects(work.office().outbox()), 1, s("nowhere"), 0).map([](const auto &) {});
        }),
                         base::ErrorCode::NotFound);
    }

    void aDeletedListIsEmptiedThere()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        Forwarding work(fixture.store(), fixture.store());
        QCOMPARE(work.open(), QString());
        const QString list = work.office().newList();
        QVERIFY(work.office().import(list, people(3)).contains(QLatin1String("success")));
        QCOMPARE(work.begin(list, s("lists")), QString());
        QVERIFY(work.settle());
        const int remote = work.forward(list).remoteList.toInt();
        QCOMPARE(work.listmonk().members(remote).size(), 3);
        QVERIFY(work.office()
                    .ask(QJsonObject{{s("action"), s("deleteList")}, {s("data"), QJsonObject{{s("listId"), list}}}})
                    .contains(QLatin1String("success")));
        QVERIFY(work.settle());
        QCOMPARE(work.listmonk().members(remote), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestForwarding)
#include "tst_forwarding.moc"
