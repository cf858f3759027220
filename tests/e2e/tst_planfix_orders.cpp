// SPDX-License-Identifier: GPL-3.0-or-later
// What a new user does, with the built programs: check the key, the test order, the site's orders, changes that come back, the site that is
// told; against the strict fake of Planfix on loopback.
#include "tests/e2e/served_office.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace pfx;
using namespace pfx::test;
using fake::Fault;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray anOrder = R"({"number":"ORD-9001","client":{"name":"Анна Лебедева","phone":"+7 906 111-22-33"},
    "items":[{"name":"Монтаж","quantity":1,"price":1500}],"total":1500,"currency":"RUB","coupon":"ЛЕТО"})";

QByteArray taskBody(qint64 task)
{
    return "{\"task_id\":\"" + QByteArray::number(task) + "\"}";
}

QJsonObject scope(const QJsonObject &check, const QString &name)
{
    for (const QJsonValue &one : check.value(q("scopes")).toArray()) {
        if (one.toObject().value(q("scope")).toString() == name)
            return one.toObject();
    }
    return {};
}

const QStringList required{q("task_add"), q("task_readonly"), q("task_update")};
const QStringList others{q("contact_readonly"), q("contact_add"), q("contact_update"), q("user_readonly"), q("comment_add"), q("comment_readonly")};

} // namespace

class TestPlanfixOrders : public QObject {
    Q_OBJECT

private slots:
    void fromTheKeyToTheFirstTaskAndBack_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::newRow("on SQLite") << q("sqlite");
        QTest::newRow("on PostgreSQL") << q("postgresql");
    }
    void fromTheKeyToTheFirstTaskAndBack()
    {
        QFETCH(QString, backend);
        ServedOffice office(backend);
        QCOMPARE(office.setUp(), QString());
        const CtlRun check = office.ctl.json({q("planfix"), q("check")});
        QCOMPARE(check.status, 0);
        QVERIFY(check.object().value(q("ok")).toBool());
        QCOMPARE(office.server.start(), QString());

        const CtlRun test = office.ctl.json({q("order"), q("test")});
        QVERIFY2(test.status == 0, test.messages.constData());
        const QString number = test.object().value(q("number")).toString();
        const qint64 task = test.object().value(q("planfix_id")).toInteger();
        QVERIFY(task > 0);
        QVERIFY(test.object().value(q("is_test")).toBool());
        QVERIFY2(test.messages.contains("/task/" + QByteArray::number(task)), test.messages.constData());
        QCOMPARE(office.tasksOf(number).size(), 1);

        QVERIFY(office.edit(task, statusChange(q("В работе"))));
        const auto accepted = office.webhook(taskBody(task));
        QVERIFY(accepted);
        QCOMPARE(accepted->status, 200);
        QCOMPARE(QJsonDocument::fromJson(accepted->body).object().value(q("status")).toString(), q("accepted"));
        QVERIFY(office.waitFor(number, q("status"), q("in_progress")));
        QCOMPARE(office.planfix.refusals(), QStringList());
        QCOMPARE(office.server.stop(), 0);
    }

    void eachMissingRightIsNamed_data()
    {
        QTest::addColumn<QString>("missing");
        for (const QString &name : required + others)
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachMissingRightIsNamed()
    {
        QFETCH(QString, missing);
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QStringList granted = required + others;
        granted.removeAll(missing);
        office.planfix.grant(granted);
        const CtlRun run = office.ctl.json({q("planfix"), q("check")});
        const QJsonObject check = run.object();
        const bool isRequired = required.contains(missing);
        QCOMPARE(run.status, isRequired ? 1 : 0);
        QCOMPARE(check.value(q("ok")).toBool(), !isRequired);
        QCOMPARE(scope(check, missing).value(q("granted")), QJsonValue(false));
        QCOMPARE(scope(check, missing).value(q("required")).toBool(), isRequired);
        QVERIFY(!scope(check, missing).value(q("needed_for")).toArray().isEmpty());
        for (const QString &name : granted)
            QVERIFY2(scope(check, name).value(q("granted")) != QJsonValue(false), qPrintable(name));
        const QJsonArray problems = check.value(q("problems")).toArray();
        QCOMPARE(problems.size(), 1);
        const QJsonObject problem = problems.first().toObject();
        QVERIFY2(problem.value(q("message")).toString().contains(missing), qPrintable(problem.value(q("message")).toString()));
        QVERIFY(problem.value(q("advice")).toString().contains(missing));
        QCOMPARE(office.planfix.refusals(), QStringList());
    }

    void withoutAKeyItSaysSo()
    {
        ServedOffice office;
        office.ctl.set(q("PLANFIX_API_KEY"), {});
        const CtlRun run = office.ctl.json({q("--lang"), q("ru"), q("planfix"), q("check")});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains("PLANFIX_API_KEY не установлен"), run.out.constData());
    }

    void withTheThreeRightsOfTheQuickStartAnOrderBecomesATask()
    {
        ServedOffice office(q("sqlite"), fake::quickStartAccount());
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.ctl.json({q("planfix"), q("check")}).status, 0);
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 20'000));
        const auto tasks = office.tasksOf(q("ORD-9001"));
        QCOMPARE(tasks.size(), 1);
        const QString text = tasks.first().value(q("description")).toString();
        QVERIFY2(text.contains(q("Анна Лебедева")) && text.contains(q("+7 906 111-22-33")), qPrintable(text));
        QCOMPARE(office.planfix.refusals(), QStringList());
    }

    void aLostAnswerMakesNoSecondTask_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("the connection closes after the work") << int(Fault::Kind::Drop);
        QTest::newRow("the answer is cut in the middle") << int(Fault::Kind::Half);
        QTest::newRow("half of the JSON comes") << int(Fault::Kind::Cut);
        QTest::newRow("a page of HTML comes instead") << int(Fault::Kind::Html);
        QTest::newRow("nothing comes") << int(Fault::Kind::Empty);
        QTest::newRow("far too much comes") << int(Fault::Kind::Huge);
    }
    void aLostAnswerMakesNoSecondTask()
    {
        QFETCH(int, kind);
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        Fault fault;
        fault.kind = Fault::Kind(kind);
        fault.call = q("POST /task/");
        fault.effect = true;
        fault.status = fault.kind == Fault::Kind::Empty ? 200 : 502;
        office.planfix.fail(fault);
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 30'000));
        QCOMPARE(office.planfix.faultsThatNeverCame(), 0);
        QCOMPARE(office.tasksOf(q("ORD-9001")).size(), 1);
    }

    void theSiteSendsAndReadsOrders()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QCOMPARE(office.postOrder(anOrder)->status, 200); // the same number again
        const auto shown = office.get("/orders/ORD-9001");
        QCOMPARE(shown->status, 200);
        const QJsonObject order = QJsonDocument::fromJson(shown->body).object();
        QCOMPARE(order.value(q("total")).toString(), q("1500.00"));
        QCOMPARE(order.value(q("extra")).toObject().value(q("coupon")).toString(), q("ЛЕТО"));
        QCOMPARE(office.get("/orders/ORD-77")->status, 404);
        QCOMPARE(office.get("/orders?since=yesterday")->status, 400);
        const auto listed = office.get("/orders?since=2026-01-01T00:00:00Z");
        QCOMPARE(QJsonDocument::fromJson(listed->body).array().size(), 1);
        QCOMPARE(QJsonDocument::fromJson(office.get("/orders?since=2999-01-01T00:00:00Z")->body).array().size(), 0);
        QCOMPARE(office.post("/orders", anOrder, "Content-Type: application/json\r\n")->status, 401);
        QCOMPARE(office.post("/orders", anOrder, office.bearer() + "Content-Type: text/plain\r\n")->status, 415);
    }

    void anOrderThatIsNoneIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no JSON") << QByteArray("not JSON") << QByteArray();
        QTest::newRow("half of it") << QByteArray("{\"number\":\"1\",") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]") << QByteArray();
        QTest::newRow("an empty object") << QByteArray("{}") << QByteArray();
        QTest::newRow("a number that is an object") << QByteArray("{\"number\":{}}") << QByteArray("number");
        QTest::newRow("a client that is a text") << QByteArray("{\"number\":\"1\",\"client\":\"Anna\"}") << QByteArray("client");
        QTest::newRow("items that are an object") << QByteArray("{\"number\":\"1\",\"items\":{}}") << QByteArray("items");
        QTest::newRow("a total that is a list") << QByteArray("{\"number\":\"1\",\"total\":[1]}") << QByteArray("total");
        QTest::newRow("a time that is none") << QByteArray("{\"number\":\"1\",\"visit_at\":\"soon\"}") << QByteArray("visit_at");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"number\":\"1\",\"comment\":\"\xff\xfe\"}") << QByteArray();
    }
    void anOrderThatIsNoneIsRefusedByName()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, named);
        ServedOffice office;
        QCOMPARE(office.server.start(), QString());
        const auto answer = office.postOrder(body);
        QVERIFY(answer);
        QVERIFY2(answer->status == 400, answer->body.constData());
        QVERIFY2(!answer->error().isEmpty() && answer->body.contains(named), answer->body.constData());
        QCOMPARE(office.ctl.json({q("order"), q("list")}).array().size(), 0);
    }

    void aWebhookOnlySignals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("of an unknown task") << QByteArray("{\"task_id\":\"999999\"}") << QByteArray("application/json");
        QTest::newRow("that lies about the status")
            << QByteArray("{\"event\":\"task.updated\",\"task\":{\"id\":50412,\"status\":{\"name\":\"Завершена\"}}}") << QByteArray("application/json");
        QTest::newRow("as a form") << QByteArray("task_id=50412&task_id=50413") << QByteArray("application/x-www-form-urlencoded");
        QTest::newRow("that is no JSON") << QByteArray("{\"task\": \"a \"quoted\" word\n\"}") << QByteArray("application/json");
        QTest::newRow("with nothing in it") << QByteArray() << QByteArray("application/json");
        QTest::newRow("of invalid UTF-8") << QByteArray("{\"task_id\":\"\xff\"}") << QByteArray("application/json");
        QTest::newRow("of a wrong type") << QByteArray("{\"task_id\":[1,2]}") << QByteArray("application/json");
        QTest::newRow("of a type nobody knows") << QByteArray("<task/>") << QByteArray("text/xml");
    }
    void aWebhookOnlySignals()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 20'000));
        const auto accepted = office.webhook(body, type);
        QVERIFY(accepted);
        QCOMPARE(accepted->status, 200); // whatever it is: anything else makes Planfix hold back the account's requests
        const auto settled = [&] {
            const QJsonArray rows = office.ctl.json({q("journal"), q("list"), q("--direction"), q("in")}).array();
            return std::none_of(rows.begin(), rows.end(), [](const QJsonValue &row) {
                const QString state = row.toObject().value(q("state")).toString();
                return state == q("queued") || state == q("leased") || state == q("waiting");
            });
        };
        QVERIFY(QTest::qWaitFor(settled, 20'000));
        QCOMPARE(office.order(q("ORD-9001")).value(q("status")).toString(), q("new"));
        QCOMPARE(office.post("/planfix/webhook/wrong-secret", body)->status, 404);
    }

    void aReplayedWebhookChangesNothing()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 20'000));
        const qint64 task = office.order(q("ORD-9001")).value(q("planfix_id")).toInteger();
        QVERIFY(office.edit(task, statusChange(q("В работе"))));
        const auto accepted = office.webhook(taskBody(task));
        QVERIFY(office.waitFor(q("ORD-9001"), q("status"), q("in_progress")));
        const QJsonObject before = office.order(q("ORD-9001"));
        const QString id = QString::number(QJsonDocument::fromJson(accepted->body).object().value(q("id")).toInteger());
        QCOMPARE(office.ctl.json({q("journal"), q("replay"), id}).status, 0);
        QCOMPARE(office.webhook(taskBody(task))->status, 200);
        QVERIFY(QTest::qWaitFor(
            [&] { return office.ctl.json({q("journal"), q("show"), id}).object().value(q("state")).toString() == q("done"); }, 20'000));
        QCOMPARE(office.order(q("ORD-9001")), before);
        QCOMPARE(office.tasksOf(q("ORD-9001")).size(), 1);
    }

    void theSiteIsToldWithASignature()
    {
        std::mutex mutex;
        QVector<QByteArray> told;
        RawServer site([&](RawPeer &peer) {
            for (QByteArray request = peer.readRequest(); !request.isEmpty(); request = peer.readRequest()) {
                {
                    const std::lock_guard lock(mutex);
                    told.append(request);
                }
                if (!peer.write(RawServer::ok("{}")))
                    return;
            }
        });
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.set(q("orders.callback-url"), site.url(q("/hook")).toString()).status, 0);
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 20'000));
        QVERIFY(office.edit(office.order(q("ORD-9001")).value(q("planfix_id")).toInteger(), statusChange(q("В работе"))));
        QCOMPARE(office.webhook(taskBody(office.order(q("ORD-9001")).value(q("planfix_id")).toInteger()))->status, 200);
        const auto last = [&]() -> QByteArray {
            const std::lock_guard lock(mutex);
            return told.isEmpty() ? QByteArray() : told.last();
        };
        QVERIFY(QTest::qWaitFor([&] { return last().contains("in_progress"); }, 20'000));
        const QByteArray request = last();
        const qsizetype headEnd = request.indexOf("\r\n\r\n");
        const QByteArray body = request.mid(headEnd + 4);
        const QByteArray expected = "sha256="
            + QMessageAuthenticationCode::hash(body, office.secrets.callback.toUtf8(), QCryptographicHash::Sha256).toHex();
        QVERIFY(request.startsWith("POST /hook "));
        QVERIFY2(request.left(headEnd).toLower().contains("x-signature: " + expected), request.left(headEnd).constData());
        QCOMPARE(QJsonDocument::fromJson(body).object(), office.order(q("ORD-9001")));
    }

    void aTaskMadeInPlanfixBecomesAnOrder()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        const auto made = office.planfix.act("POST", q("/task/"),
                                             {{q("name"), q("Вызов мастера")}, {q("template"), QJsonObject{{q("id"), 104}}}}, q("user:5"));
        const qint64 task = QJsonDocument::fromJson(made.body).object().value(q("id")).toInteger();
        QVERIFY2(task > 0, made.body.constData());
        QCOMPARE(office.webhook(taskBody(task))->status, 200);
        const auto adopted = [&] {
            const QJsonArray orders = office.ctl.json({q("order"), q("list")}).array();
            return orders.size() == 1 && orders.first().toObject().value(q("planfix_id")).toInteger() == task
                && orders.first().toObject().value(q("source")).toString() == q("planfix");
        };
        QVERIFY(QTest::qWaitFor(adopted, 20'000));
    }

    void wrongSecretsAreSlowedAndTellNothing()
    {
        ServedOffice office;
        QCOMPARE(office.server.start(), QString());
        const auto timeOf = [&office](const QByteArray &token) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = office.post("/orders", anOrder, "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n");
            return std::pair(answer ? answer->status : 0, timer.elapsed());
        };
        for (int i = 0; i < 8; ++i)
            QCOMPARE(timeOf("wrong-" + QByteArray::number(i)).first, i < 20 ? 401 : 429);
        QVERIFY(timeOf("wrong-again").second >= 100); // slowed by now
    }
};

QTEST_GUILESS_MAIN(TestPlanfixOrders)
#include "tst_planfix_orders.moc"
