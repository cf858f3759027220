// SPDX-License-Identifier: GPL-3.0-or-later
// The built program before a real Kannel, which is bound to an SMSC of a third make: what Planfix sends reaches the phone letter for letter,
// and the receipt comes all the way back to our address for it.
#include "tests/e2e/sms_office.h"
#include "tests/server/raw_client.h"
#include "tests/sms_peers/kannel_process.h"
#include "tests/sms_peers/smsc_process.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::test;

namespace {

constexpr int patienceMs = 60'000;

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray form(const QString &from, const QString &to, const QString &text)
{
    QByteArray fields = "to=" + to.toUtf8().toPercentEncoding() + "&text=" + text.toUtf8().toPercentEncoding();
    return from.isEmpty() ? fields : "from=" + from.toUtf8() + "&" + fields;
}

} // namespace

class TestKannel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatPlanfixSendsIsDelivered_data();
    void whatPlanfixSendsIsDelivered();
    void itsRefusalIsTold();
    void aWrongPasswordKeepsTheMessages();

private:
    void serve(const char *password);
    std::optional<RawAnswer> send(const QByteArray &fields) { return fetch(m_office->server.port(), SmsOffice::sms(fields)); }

    std::unique_ptr<SmscProcess> m_smsc;
    std::unique_ptr<KannelProcess> m_kannel;
    std::unique_ptr<SmsOffice> m_office;
};

void TestKannel::init()
{
    m_smsc = std::make_unique<SmscProcess>();
    QVERIFY2(m_smsc->start({{q("password"), q("secret")}}), m_smsc->errors().constData());
    m_kannel = std::make_unique<KannelProcess>();
    QCOMPARE(m_kannel->start(KannelProcess::smpp(m_smsc->port())), QString());
    QVERIFY(m_smsc->waitFor(q("bind")));
    m_office = std::make_unique<SmsOffice>(QHash<QString, QString>{{q("driver"), q("kannel")}, {q("url"), m_kannel->url()}});
    m_office->set(q("sms.senders"), q("[\"SHOP\"]"));
}

void TestKannel::cleanup()
{
    m_office.reset();
    m_kannel.reset();
    QVERIFY2(m_smsc->events(q("unexpected")).isEmpty(), "the SMSC got a unit that it does not know");
    m_smsc.reset();
}

/// At an address that is known before it listens: Kannel is told to call it back.
void TestKannel::serve(const char *password)
{
    const quint16 port = freePort();
    m_office->set(q("server.public-url"), QStringLiteral("http://127.0.0.1:%1").arg(port));
    m_office->ctl.set(q("PFX_SECRET_PROVIDER_MAIN_WEBHOOK_SECRET"), q("receipts-51c0"));
    m_office->ctl.set(q("PFX_SECRET_PROVIDER_MAIN_PASSWORD"), q(password));
    QCOMPARE(m_office->server.start({q("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}), QString());
}

void TestKannel::whatPlanfixSendsIsDelivered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("parts");
    QTest::newRow("a short text in Latin letters") << q("Order 17: ready & paid, 100%") << 1;
    QTest::newRow("signs of the extension table") << q("[^{}~] 5€") << 1;
    QTest::newRow("a Russian text") << q("Заказ № 17 готов + оплачен") << 1;
    QTest::newRow("a Russian text of two parts") << q("Заказ готов. ").repeated(8) + q("Ждём вас!") << 2;
}

void TestKannel::whatPlanfixSendsIsDelivered()
{
    QFETCH(const QString, text);
    QFETCH(const int, parts);
    serve("secret");
    const auto answer = send(form(q("SHOP"), q("8 (916) 111-00-06"), text));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(m_smsc->waitFor(q("submit"), parts));
    const auto delivered = [this] { return m_office->inState("delivered") == 1; };
    QVERIFY2(QTest::qWaitFor(delivered, patienceMs), m_office->server.output().constData());
    QString arrived;
    const QVector<QJsonObject> submits = m_smsc->events(q("submit"));
    QCOMPARE(submits.size(), parts);
    for (const QJsonObject &submit : submits) {
        QCOMPARE(submit.value(q("destination")).toString(), q("79161110006"));
        QCOMPARE(submit.value(q("source")).toString(), q("SHOP"));
        arrived += submit.value(q("text")).toString();
    }
    QCOMPARE(arrived, text);
    QCOMPARE(m_office->server.stop(), 0);
}

/// It wants a sender, we have none for this message: the person reads Kannel's own words.
void TestKannel::itsRefusalIsTold()
{
    serve("secret");
    const auto answer = send(form({}, q("+79161110006"), q("Заказ готов")));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(QTest::qWaitFor([this] { return m_office->inState("rejected") == 1; }, patienceMs));
    const QString told = m_office->messages("rejected").first().toObject().value(q("error")).toString();
    QVERIFY2(told.contains(q("Sender missing")), qPrintable(told));
    QCOMPARE(m_smsc->events(q("submit")).size(), 0);
    QCOMPARE(m_office->server.stop(), 0);
}

void TestKannel::aWrongPasswordKeepsTheMessages()
{
    serve("another");
    const auto answer = send(form(q("SHOP"), q("+79161110006"), q("Заказ готов")));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    const auto paused = [this] { return m_office->server.output().contains("pauses: account"); };
    QVERIFY2(QTest::qWaitFor(paused, patienceMs), m_office->server.output().constData());
    QCOMPARE(m_office->inState("queued"), 1);
    QCOMPARE(m_office->server.stop(), 0);
    serve("secret");
    QVERIFY(QTest::qWaitFor([this] { return m_office->inState("delivered") == 1; }, patienceMs));
    QCOMPARE(m_smsc->events(q("submit")).size(), 1);
    QCOMPARE(m_office->server.stop(), 0);
}

QTEST_GUILESS_MAIN(TestKannel)
#include "tst_kannel.moc"
