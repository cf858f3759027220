// SPDX-License-Identifier: GPL-3.0-or-later
// The fake Planfix as a program: what it does over a real socket, its control address, and that what it holds outlives clients and itself.
#include "core/http/network_transport.h"
#include "tests/support/fake_planfix/fake_planfix.h"
#include "tests/support/verify_result.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::fake;

namespace {

class Program {
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PFX_BIN_DIR "/../tests/fake-planfix"), arguments);
        if (m_process.waitForReadyRead(10'000))
            m_base = QUrl(QJsonDocument::fromJson(m_process.readLine()).object()[u"base_url"].toString());
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QUrl base() const { return m_base; }

    base::Result<http::Response> ask(const QByteArray &method, const QString &path, const QJsonObject &body = {}, qint64 most = 1'000'000)
    {
        http::Request request;
        request.method = method;
        request.url = m_base.resolved(QUrl(path));
        request.headers = {{"Authorization", "Bearer key-of-the-test"}, {"Content-Type", "application/json"}};
        request.body = method == "POST" ? QJsonDocument(body).toJson() : QByteArray();
        request.maxAnswerBytes = most;
        request.deadlineMs = 2'000;
        request.redirect = http::Redirect::Report;
        return m_transport.exchange(request, {});
    }

    QJsonValue told(const QString &what)
    {
        const auto answer = ask("GET", QStringLiteral("/__fake/") + what);
        const QJsonDocument document = QJsonDocument::fromJson(answer ? answer->body : QByteArray());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    bool order(const QString &what, const QByteArray &json)
    {
        const auto answer = ask("POST", QStringLiteral("/__fake/") + what, QJsonDocument::fromJson(json).object());
        return answer && answer->status == 200;
    }

private:
    QProcess m_process;
    QUrl m_base;
    http::NetworkTransport m_transport;
};

QStringList usual()
{
    return {QStringLiteral("--key"), QStringLiteral("key-of-the-test")};
}

} // namespace

class TestPlanfixDoor : public QObject {
    Q_OBJECT

private slots:
    void answersAndRemembers();
    void goesWrongAsOrdered_data();
    void goesWrongAsOrdered();
    void obeysTheTest();
    void stateOutlivesTheProgram();
};

void TestPlanfixDoor::answersAndRemembers()
{
    Program program(usual());
    const auto made = program.ask("POST", QStringLiteral("task/"), {{QStringLiteral("name"), QStringLiteral("Розетки")}});
    PFX_VERIFY(made);
    QCOMPARE(made->status, 201);
    QVERIFY(!made->header("X-RateLimit-Remaining").isEmpty());
    PFX_VERIFY(program.ask("POST", QStringLiteral("task"), {}));
    const QJsonArray log = program.told(QStringLiteral("log")).toArray();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0][u"call"].toString(), QStringLiteral("POST /task/"));
    QCOMPARE(log[0][u"body"][u"name"].toString(), QStringLiteral("Розетки"));
    QVERIFY(log[0][u"at_ms"].toInteger() > 0);
    QCOMPARE(program.told(QStringLiteral("refusals")).toArray().size(), 1);
    QCOMPARE(program.told(QStringLiteral("rows/tasks")).toArray().size(), 4);
    QCOMPARE(program.told(QStringLiteral("events")).toArray()[0][u"event"].toString(), QStringLiteral("task.created"));
}

void TestPlanfixDoor::goesWrongAsOrdered_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::addColumn<int>("tasks");
    const auto row = [](const char *name, const char *fault, base::ErrorCode code, int tasks) {
        QTest::newRow(name) << QByteArray(fault) << code << tasks;
    };
    row("the answer is lost", R"({"kind":"drop","effect":true})", base::ErrorCode::Network, 4);
    row("dropped before the effect", R"({"kind":"drop"})", base::ErrorCode::Network, 3);
    row("reset", R"({"kind":"unreachable"})", base::ErrorCode::Network, 3);
    row("half a body", R"({"kind":"half","effect":true})", base::ErrorCode::Network, 4);
    row("slower than the deadline", R"({"kind":"slow","delay_ms":60000})", base::ErrorCode::Timeout, 4);
    row("larger than allowed", R"({"kind":"huge","bytes":2000000})", base::ErrorCode::BadAnswer, 3);
}

void TestPlanfixDoor::goesWrongAsOrdered()
{
    QFETCH(QByteArray, fault);
    QFETCH(base::ErrorCode, code);
    QFETCH(int, tasks);
    Program program(usual());
    QVERIFY(program.order(QStringLiteral("faults"), fault));
    PFX_VERIFY_ERROR(program.ask("POST", QStringLiteral("task/")), code);
    QCOMPARE(program.told(QStringLiteral("rows/tasks")).toArray().size(), tasks);
    QCOMPARE(program.told(QStringLiteral("faults"))[u"waiting"].toInt(), 0);
}

void TestPlanfixDoor::obeysTheTest()
{
    Program program(usual());
    QVERIFY(!program.order(QStringLiteral("faults"), R"({"kind":"earthquake"})"));
    QVERIFY(program.order(QStringLiteral("scopes"), R"({"key":"key-of-the-test","scopes":["task_readonly"]})"));
    QCOMPARE(program.ask("POST", QStringLiteral("task/"))->status, 405);
    QVERIFY(program.order(QStringLiteral("quota"), R"({"reset_in_ms":60000})"));
    QCOMPARE(program.ask("GET", QStringLiteral("ping"))->status, 403);
    QVERIFY(program.order(QStringLiteral("clock"), R"({"advance_ms":61000})"));
    QCOMPARE(program.ask("GET", QStringLiteral("ping"))->status, 200);
    QVERIFY(program.order(QStringLiteral("rules"), R"({"per_second":0.001,"pace_refusal":"429"})"));
    QCOMPARE(program.ask("GET", QStringLiteral("ping"))->status, 429);
    QVERIFY(program.order(QStringLiteral("act"), R"({"path":"/task/50412","body":{"status":{"id":3}},"person":"user:6"})"));
    QCOMPARE(program.told(QStringLiteral("rows/tasks"))[2][u"status"][u"id"].toInt(), 3);
    QCOMPARE(program.told(QStringLiteral("events"))[0][u"event"].toString(), QStringLiteral("task.status.changed"));
}

void TestPlanfixDoor::stateOutlivesTheProgram()
{
    const QTemporaryDir dir;
    const QStringList kept = usual() << QStringLiteral("--state") << dir.filePath(QStringLiteral("planfix.json"))
                                     << QStringLiteral("--account") << QStringLiteral("empty");
    quint16 port = 0;
    {
        Program program(kept);
        port = quint16(program.base().port());
        QVERIFY(program.order(QStringLiteral("faults"), R"({"kind":"drop","effect":true})"));
        QVERIFY(!program.ask("POST", QStringLiteral("task/")));
    }
    Program again(QStringList(kept) << QStringLiteral("--port") << QString::number(port));
    QCOMPARE(again.base().port(), int(port));
    QCOMPARE(again.told(QStringLiteral("rows/tasks")).toArray().size(), 1);
    QCOMPARE(again.ask("GET", QStringLiteral("ping"))->status, 200);
}

QTEST_GUILESS_MAIN(TestPlanfixDoor)
#include "tst_planfix_door.moc"
