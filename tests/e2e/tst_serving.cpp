// SPDX-License-Identifier: GPL-3.0-or-later
// The serving program in an office's everyday troubles: secrets stay where they belong, the database goes away and comes back, the port is
// taken, the program is asked to stop.
#include "tests/e2e/served_office.h"
#include "tests/support/scratch_postgres.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTcpServer>
#include <QtTest>

using namespace pfx;
using namespace pfx::test;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray anOrder = R"({"number":"ORD-9001","client":{"name":"Анна Лебедева","phone":"+7 906 111-22-33"},"comment":"Звонить после 9"})";

/// The spellings in which a secret might slip out.
QList<QByteArray> spellings(const QString &secret)
{
    const QByteArray plain = secret.toUtf8();
    return {plain, plain.toPercentEncoding(), plain.toBase64(), plain.toHex(), secret.toHtmlEscaped().toUtf8()};
}

/// "file: secret" for each secret that stands somewhere in the folder.
QStringList leaks(const QString &folder, const QStringList &secrets)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++looked;
        const QByteArray content = file.readAll();
        for (const QString &secret : secrets) {
            for (const QByteArray &spelling : spellings(secret)) {
                if (content.contains(spelling))
                    found.append(file.fileName() + q(": ") + QString::fromUtf8(spelling));
            }
        }
    }
    return looked > 0 ? found : QStringList{q("no file was looked at")};
}

} // namespace

class TestServing : public QObject {
    Q_OBJECT

private slots:
    void noSecretStandsInAnyFile()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.set(q("orders.callback-url"), q("http://127.0.0.1:9/hook")).status, 0);
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 30'000));
        const QByteArray hook = office.secrets.webhook.toUtf8();
        // Each way in which a secret can come in, right or wrong, also in places where it does not belong.
        QCOMPARE(office.webhook("{\"task_id\":\"1\",\"secret\":\"" + hook + "\"}")->status, 200);
        QCOMPARE(office.post("/planfix/webhook?secret=" + hook, "{\"task_id\":\"1\"}", "Content-Type: application/json\r\n")->status, 200);
        QCOMPARE(office.post("/planfix/webhook", "{\"task_id\":\"1\"}", "X-Webhook-Secret: " + hook + "\r\nContent-Type: application/json\r\n")->status, 200);
        QCOMPARE(office.post("/planfix/webhook/" + hook + "x", "{}", "Content-Type: application/json\r\n")->status, 404);
        QCOMPARE(office.post("/nowhere/" + hook, "{}", office.bearer())->status, 404);
        QCOMPARE(office.post("/orders", "{]", office.bearer() + "Content-Type: application/json\r\n")->status, 400);
        QCOMPARE(office.get("/metrics")->status, 200);
        office.planfix.setRules([](fake::AccessRules &rules) { rules.trouble = 2; });
        office.ctl.json({q("planfix"), q("check")});
        const CtlRun journal = office.ctl.json({q("journal"), q("list"), q("--limit"), q("200")});
        QVERIFY(journal.array().size() > 3);
        QCOMPARE(office.server.stop(), 0);

        QCOMPARE(leaks(office.ctl.path(q("profile")), office.secrets.all()), QStringList());
        for (const QString &secret : office.secrets.all()) {
            for (const QByteArray &spelling : spellings(secret)) {
                QVERIFY2(!office.server.output().contains(spelling), office.server.output().constData());
                QVERIFY2(!journal.out.contains(spelling), journal.out.constData());
            }
        }
    }

    // A false 200 would lose what came while the database was away.
    void aDatabaseThatGoesAwayIsTold503AndServedAgainWhenItIsBack()
    {
        ServedOffice office(q("postgresql"));
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QVERIFY(ScratchPostgres::setReach(office.ctl.store(), ScratchPostgres::Reach::Closed));
        for (const auto &answer : {office.postOrder("{\"number\":\"ORD-2\",\"comment\":\"x\"}"), office.webhook("{\"task_id\":\"1\"}"),
                                   office.get("/orders/ORD-9001")}) {
            QVERIFY(answer);
            QVERIFY2(answer->status == 503, answer->body.constData());
            QVERIFY(answer->headers.value("retry-after").toInt() > 0);
        }
        QCOMPARE(office.get("/health")->status, 200);
        QVERIFY(QTest::qWaitFor([&] { return office.get("/ready")->status == 503; }, 20'000));
        QVERIFY(ScratchPostgres::setReach(office.ctl.store(), ScratchPostgres::Reach::Open));
        QVERIFY(QTest::qWaitFor([&] { return office.postOrder("{\"number\":\"ORD-2\",\"comment\":\"x\"}")->status == 201; }, 30'000));
        QVERIFY(QTest::qWaitFor([&] { return office.get("/ready")->status == 200; }, 20'000));
        for (const QString &number : {q("ORD-2"), q("ORD-9001")})
            QVERIFY(QTest::qWaitFor([&] { return office.order(number).value(q("planfix_id")).toInteger() > 0; }, 90'000));
        QCOMPARE(office.tasksOf(q("ORD-9001")).size(), 1);
        QCOMPARE(office.server.stop(), 0);
    }

    void aTakenPortIsToldAtOnce()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        ServedOffice office;
        const CtlRun run = office.ctl.json({q("serve"), q("--listen"), q("127.0.0.1:%1").arg(other.serverPort())});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains(QByteArray::number(other.serverPort())), run.out.constData());
        QVERIFY(!run.object().value(q("error")).toObject().value(q("advice")).toString().isEmpty());
    }

    void aStopEndsWhatWasAccepted()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        QCOMPARE(office.server.start(), QString());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(office.postOrder("{\"number\":\"S-" + QByteArray::number(i) + "\",\"comment\":\"x\"}")->status, 201);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(office.server.stop(), 0);
        QVERIFY2(timer.elapsed() < 15'000, // ten seconds are left to what is in hand
                 qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(office.ctl.json({q("order"), q("list")}).array().size(), 20);
        // What was on its way is brought to its end by the next program, once.
        const CtlRun sync = office.ctl.json({q("order"), q("sync")});
        QVERIFY2(sync.status == 0, (sync.out + sync.messages).constData());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(office.tasksOf(q("S-%1").arg(i)).size(), 1);
    }

    void changedSettingsAreTakenWhileServing()
    {
        ServedOffice office;
        QCOMPARE(office.setUp(), QString());
        office.ctl.set(q("PLANFIX_ACCOUNT"), {});
        QCOMPARE(office.server.start(), QString());
        QCOMPARE(office.postOrder(anOrder)->status, 201);
        QCOMPARE(office.set(q("planfix.account"), office.door.baseUrl().toString()).status, 0);
        QVERIFY(QTest::qWaitFor([&] { return office.order(q("ORD-9001")).value(q("planfix_id")).toInteger() > 0; }, 30'000));
    }

    void aWrongValueIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("a pace of nothing") << q("planfix.requests-per-second") << q("0");
        QTest::newRow("a pace that is a word") << q("planfix.requests-per-second") << q("fast");
        QTest::newRow("an address without a scheme") << q("server.public-url") << q("example.org");
        QTest::newRow("fields that are no map") << q("planfix.order-fields") << q("[1]");
        QTest::newRow("a flag that is neither") << q("orders.adopt-tasks") << q("perhaps");
    }
    void aWrongValueIsRefusedWithItsReason()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        Ctl ctl;
        const CtlRun run = ctl.json({q("config"), q("set"), key, value});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.errorMessage().size() > 10, run.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestServing)
#include "tst_serving.moc"
