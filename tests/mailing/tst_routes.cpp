// SPDX-License-Identifier: GPL-3.0-or-later
// /mailing and /u/<token> over real sockets: what Planfix and the recipients of letters get, and that nothing is believed before the token.
#include "core/mailing/routes.h"
#include "core/mailing/list_table.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/suppressions.h"
#include "core/exchange/journal_pages.h"
#include "core/texts/mailing_texts.h"
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace pfx;
using namespace pfx::test;

namespace {

constexpr char token[] = "mail-token";

/// The server with our routes over a fresh store.
class Service {
public:
    Service() : fixture(QStringLiteral("sqlite"))
    {
        if (!fixture.isValid())
            return;
        journal = std::make_unique<exchange::Journal>(fixture.store().writer());
        server = std::make_unique<RunningServer>(server::ServerOptions(), &fixture.store(),
                                                 mailing::routes({fixture.store().writer(), clock, outbox, *journal,
                                                                  std::make_shared<const server::Secret>(token), links,
                                                                  texts::mailingRefusals(), texts::unsubscribeWords()}));
        db = fixture.store().connect().value_or(nullptr);
    }

    std::optional<RawAnswer> ask(const QByteArray &body, const QByteArray &type = "application/json")
    {
        return fetch(server->port, post("/mailing", body, "Content-Type: " + type + "\r\n"));
    }
    QString newList()
    {
        const auto answer = ask(R"({"action":"createList","authToken":"mail-token","data":{"listName":"Клиенты"}})");
        return answer ? QJsonDocument::fromJson(answer->body).object().value(QLatin1String("listId")).toString() : QString();
    }
    qint64 members(const QString &list)
    {
        const auto found = mailing::listByCode(*db, list);
        return mailing::counts(*db, (*found)->id)->members;
    }

    StoreFixture fixture;
    base::SystemClock clock;
    exchange::Bell bell;
    exchange::Outbox outbox{clock, bell};
    mailing::UnsubscribeLinks links{"unsubscribe-key"};
    std::unique_ptr<exchange::Journal> journal;
    std::unique_ptr<RunningServer> server;
    std::unique_ptr<store::Connection> db;
};

} // namespace

class TestRoutes : public QObject {
    Q_OBJECT

private slots:
    void planfixGetsWhatItsSpecificationSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const QByteArray &body, int status, const QByteArray &answer) {
            QTest::newRow(name) << body << status << answer;
        };
        row("contacts", R"({"action":"importContacts","authToken":"mail-token","data":{"listId":"LIST","contacts":[{"id":1,"email":"a@b.ru"}]}})",
            200, R"({"success":true})");
        row("the token last", R"({"data":{"listId":"LIST","contacts":[]},"action":"importContacts","authToken":"mail-token"})", 200,
            R"({"success":true})");
        row("a contact", R"({"action":"updateContact","authToken":"mail-token","data":{"listId":"LIST","action":"delete","contact":{"id":1}}})",
            200, R"({"success":true})");
        row("an unknown list", R"({"action":"deleteList","authToken":"mail-token","data":{"listId":"no-such"}})", 200,
            R"({"error":"The list is not found"})");
        row("a wrong token", R"({"action":"createList","authToken":"wrong","data":{"listName":"x"}})", 401, R"({"error":"Wrong token"})");
        row("no token", R"({"action":"createList","data":{"listName":"x"}})", 401, R"({"error":"Wrong token"})");
        row("a wrong token last",
            R"({"data":{"listId":"LIST","contacts":[{"id":1,"email":"a@b.ru"}]},"action":"importContacts","authToken":"wrong"})", 401,
            R"({"error":"Wrong token"})");
        row("an unknown action", R"({"action":"dropAll","authToken":"mail-token","data":{}})", 200, R"({"error":"Unknown action: dropAll"})");
        row("no JSON", "action=createList", 400, "{\"error\":\"The request is not JSON (byte 0)\"}");
        row("cut in the middle", R"({"action":"importContacts","authToken":"mail-token","data":{"listId":"LIST","contacts":[{"id":1)", 400,
            {});
    }
    void planfixGetsWhatItsSpecificationSays()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        Service service;
        QVERIFY(service.db);
        const QString list = service.newList();
        QVERIFY(!list.isEmpty());
        const auto got = service.ask(body.replace("LIST", list.toLatin1()));
        QVERIFY(got);
        QCOMPARE(got->status, status);
        QVERIFY(got->headers.value("content-type").startsWith("application/json"));
        if (!answer.isEmpty())
            QCOMPARE(got->body, answer);
        else
            QVERIFY(!got->error().isEmpty());
        QCOMPARE(service.members(list), body.contains("mail-token") && status == 200 && body.contains("a@b.ru") ? 1 : 0);
    }

    void anyContentTypeIsReadAsJson()
    {
        Service service;
        QVERIFY(service.db);
        const auto got = service.ask(R"({"action":"createList","authToken":"mail-token","data":{"listName":"x"}})",
                                     "application/x-www-form-urlencoded");
        QVERIFY(got);
        QCOMPARE(got->status, 200);
    }

    void wrongTokensAreSlowedAndNothingElse()
    {
        Service service;
        QVERIFY(service.db);
        QElapsedTimer timer;
        timer.start();
        int refused = 0;
        for (int i = 0; i < 5; ++i) {
            const auto got = service.ask(R"({"action":"createList","authToken":"x","data":{}})");
            refused += got && (got->status == 401 || got->status == 429);
        }
        QCOMPARE(refused, 5);
        QVERIFY2(timer.elapsed() >= 300, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!service.newList().isEmpty());
    }

    void theJournalTellsCountsAndNoAddresses()
    {
        Service service;
        QVERIFY(service.db);
        const QString list = service.newList();
        const QByteArray body = R"({"action":"importContacts","authToken":"mail-token","data":{"listId":"LIST","contacts":[)"
                                R"({"id":1,"email":"anna@example.test","firstName":"Анна"},{"id":2,"email":"bad@@example.test"}]}})";
        QVERIFY(service.ask(QByteArray(body).replace("LIST", list.toLatin1())));
        QVector<exchange::JournalEntry> entries;
        QVERIFY(QTest::qWaitFor([&] {
            exchange::JournalFilter incoming;
            incoming.direction = exchange::Direction::In;
            entries = exchange::journalPage(*service.db, incoming, 0, 10).value_or(QVector<exchange::JournalEntry>());
            return entries.size() == 2;
        }));
        QCOMPARE(entries.first().path, QStringLiteral("/mailing"));
        const auto details = exchange::journalDetails(*service.db, entries.first().id);
        PFX_VERIFY(details);
        QVERIFY2(details->request.contains(QLatin1String("importContacts")) && details->request.contains(QLatin1String("contacts[1]")),
                 qPrintable(details->request));
        for (const char *secret : {"anna", "Анна", "example.test", "mail-token"})
            QVERIFY2(!details->request.contains(QString::fromUtf8(secret)), qPrintable(details->request));
    }

    void lookingAtALinkChangesNothing()
    {
        Service service;
        QVERIFY(service.db);
        const QByteArray path = "/u/" + service.links.token({1, QStringLiteral("anna@example.test")});
        const auto page = fetch(service.server->port, get(path));
        QVERIFY(page);
        QCOMPARE(page->status, 200);
        QVERIFY(page->headers.value("content-type").startsWith("text/html"));
        QVERIFY(page->headers.value("content-security-policy").contains("default-src 'none'"));
        QCOMPARE(page->headers.value("cache-control"), QByteArray("no-store"));
        QVERIFY(page->body.contains("<form method=\"post\">") && page->body.contains("a…@example.test"));
        QVERIFY(!page->body.contains("anna@"));
        QVERIFY(!*mailing::suppressionOf(*service.db, QStringLiteral("anna@example.test")));
    }

    void oneClickUnsubscribes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("as RFC 8058 has it") << QByteArray("List-Unsubscribe=One-Click");
        QTest::newRow("by the page's button") << QByteArray("List-Unsubscribe=One-Click");
        QTest::newRow("without a body") << QByteArray();
    }
    void oneClickUnsubscribes()
    {
        QFETCH(QByteArray, body);
        Service service;
        QVERIFY(service.db);
        const QByteArray path = "/u/" + service.links.token({1, QStringLiteral("anna@example.test")});
        for (int i = 0; i < 2; ++i) { // a second time says the same
            const auto done = fetch(service.server->port, post(path, body, "Content-Type: application/x-www-form-urlencoded\r\n"));
            QVERIFY(done);
            QCOMPARE(done->status, 200);
        }
        const auto suppression = *mailing::suppressionOf(*service.db, QStringLiteral("ANNA@example.test"));
        QVERIFY(suppression);
        QCOMPARE(suppression->reason, mailing::Reason::Unsubscribed);
        QCOMPARE(suppression->listId, 1);
    }

    void aForgedLinkIsNoLink()
    {
        Service service;
        QVERIFY(service.db);
        const QByteArray forged = mailing::UnsubscribeLinks("other").token({1, QStringLiteral("anna@example.test")});
        for (const QByteArray &request : {get("/u/" + forged), post("/u/" + forged, {}), get("/u/x"), get("/u/")}) {
            const auto answer = fetch(service.server->port, request);
            QVERIFY(answer);
            QCOMPARE(answer->status, 404);
        }
        QVERIFY(!*mailing::suppressionOf(*service.db, QStringLiteral("anna@example.test")));
    }

    void aBodyBeyondTheLimitIsRefusedUnread()
    {
        Service service;
        QVERIFY(service.db);
        const auto answer = fetch(service.server->port, "POST /mailing HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QVERIFY(!answer->error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
