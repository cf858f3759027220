// SPDX-License-Identifier: GPL-3.0-or-later
// `pfxctl serve` killed while it takes in a large importContacts: whoever opens the store next finds all of it or nothing, and when Planfix
// was told of success it is all. Asked again, it comes to its end.
#include "tests/ctl/ctl.h"
#include "tests/server/raw_client.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QtTest>

#include <csignal>

using namespace pfx::test;

namespace {

constexpr int people = 30'000;
constexpr int startMs = 30'000;

QByteArray importBody(const QString &list)
{
    QByteArray body = "{\"action\":\"importContacts\",\"authToken\":\"mail-token\",\"data\":{\"listId\":\"" + list.toLatin1() + "\",\"contacts\":[";
    for (int i = 1; i <= people; ++i) {
        const QByteArray number = QByteArray::number(i);
        body += QByteArray(i > 1 ? "," : "") + "{\"id\":" + number + ",\"email\":\"person" + number
            + "@example.test\",\"firstName\":\"Имя\",\"lastName\":\"Фамилия\"}";
    }
    return body + "]}}";
}

/// pfxctl serve on a free port.
class Served {
public:
    Served(const Ctl &ctl)
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        ctl.prepare(m_process, {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)});
        QProcessEnvironment environment = m_process.processEnvironment();
        environment.insert(QStringLiteral("PFX_SECRET_MAILING_TOKEN"), QStringLiteral("mail-token"));
        m_process.setProcessEnvironment(environment);
        m_process.start();
    }
    ~Served() { kill(); }

    bool isUp()
    {
        return QTest::qWaitFor([this] { return RawClient(m_port).isConnected(); }, startMs);
    }
    int port() const { return m_port; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    int m_port = 0;
};

QByteArray mailing(const QByteArray &body)
{
    return post("/mailing", body, "Content-Type: application/json\r\n");
}

} // namespace

class TestKilledImport : public QObject {
    Q_OBJECT

private slots:
    void allOrNothing()
    {
        const Ctl ctl;
        QString list;
        QByteArray body;
        qint64 wholeMs = 0;
        {
            Served served(ctl);
            QVERIFY(served.isUp());
            const auto made = fetch(served.port(), mailing(R"({"action":"createList","authToken":"mail-token","data":{"listName":"x"}})"));
            QVERIFY(made);
            list = QJsonDocument::fromJson(made->body).object().value(QLatin1String("listId")).toString();
            body = importBody(list);
            // How long an undisturbed one takes, into a list of its own.
            const auto other = fetch(served.port(), mailing(R"({"action":"createList","authToken":"mail-token","data":{"listName":"y"}})"));
            QVERIFY(other);
            QElapsedTimer timer;
            timer.start();
            const auto done = fetch(
                served.port(), mailing(importBody(QJsonDocument::fromJson(other->body).object().value(QLatin1String("listId")).toString())));
            wholeMs = timer.elapsed();
            QVERIFY(done && done->status == 200);
        }
        int killed = 0;
        for (int round = 0; round < 5; ++round) {
            Served served(ctl);
            QVERIFY(served.isUp());
            RawClient client(served.port());
            QVERIFY(client.send(mailing(body)));
            QTest::qWait(static_cast<int>(wholeMs * (round + 1) / 7)); // the moment of the kill
            served.kill();
            const bool told = client.unread().startsWith("HTTP/1.1 200");
            const QJsonObject shown = ctl.json({QStringLiteral("mailing"), QStringLiteral("show"), list, QStringLiteral("--limit"), QStringLiteral("1")}).object();
            const int members = shown.value(QLatin1String("members")).toInt();
            QVERIFY2(members == 0 || members == people, qPrintable(QString::number(members)));
            if (told)
                QCOMPARE(members, people);
            killed += members == 0;
            if (members == people)
                break;
        }
        QVERIFY(killed > 0);
        Served served(ctl);
        QVERIFY(served.isUp());
        const auto done = fetch(served.port(), mailing(body));
        QVERIFY(done);
        QCOMPARE(done->body, QByteArray(R"({"success":true})"));
        QCOMPARE(ctl.json({QStringLiteral("mailing"), QStringLiteral("show"), list}).object().value(QLatin1String("members")).toInt(), people);
        QCOMPARE(ctl.run({QStringLiteral("store"), QStringLiteral("check")}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killed_import.moc"
