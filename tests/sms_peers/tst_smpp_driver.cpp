// SPDX-License-Identifier: GPL-3.0-or-later
// The SMPP driver against an SMSC of another make, on a real socket: what goes well, what the SMSC refuses, and what breaks on the way.
#include "core/base/clock.h"
#include "core/sms/driver_table.h"
#include "tests/sms_peers/heard.h"
#include "tests/sms_peers/smsc_process.h"
#include "tests/support/test_authority.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace pfx;
using namespace pfx::sms;

namespace {

class NoObserver : public http::ExchangeObserver
{
public:
    void exchanged(const http::Exchange &) override {}
};

Outgoing message(qint64 id, const QString &text = QStringLiteral("Заказ готов"))
{
    Outgoing message;
    message.id = id;
    message.reference = id;
    message.from = QStringLiteral("SHOP");
    message.to = QStringLiteral("+79161110006");
    message.text = text;
    return message;
}

} // namespace

class tst_smpp_driver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aMessageArrivesAndIsReported();
    void idsInReceipts_data();
    void idsInReceipts();
    void aLongMessageArrivesInParts();
    void aWrongPasswordIsAnAccountTrouble();
    void refusals_data();
    void refusals();
    void aPartThatIsPutOffGoesAgainAlone();
    void theWindowIsKept();
    void aLostAnswerIsNeverTakenForNo();
    void itComesBackByItself();
    void nothingIsTakenWhileItIsDown();
    void stoppingEndsEverySubmit();
    void aReceiptThatCannotBeStoredIsSentAgain();
    void overTls();
    void addressesThatAreNone_data();
    void addressesThatAreNone();

private:
    std::unique_ptr<Driver> connected(const QJsonObject &rules, const QJsonObject &options = {});
    base::Result<std::unique_ptr<Driver>> make(const QString &url, const QJsonObject &options = {});

    base::SystemClock m_clock;
    NoObserver m_observer;
    DriverTools m_tools{m_clock, m_observer, {}, {}};
    std::unique_ptr<test::SmscProcess> m_smsc;
    std::unique_ptr<test::Heard> m_heard;
};

void tst_smpp_driver::init()
{
    m_smsc = std::make_unique<test::SmscProcess>();
    m_heard = std::make_unique<test::Heard>();
}

void tst_smpp_driver::cleanup()
{
    QVERIFY2(m_smsc->events(QStringLiteral("unexpected")).isEmpty(), "the SMSC got a unit that it does not know");
    m_smsc.reset();
    m_heard.reset();
}

base::Result<std::unique_ptr<Driver>> tst_smpp_driver::make(const QString &url, const QJsonObject &options)
{
    ProviderConfig config;
    config.name = QStringLiteral("main");
    config.driver = QStringLiteral("smpp");
    config.url = url;
    config.login = secrets::Secret(QStringLiteral("console"));
    config.password = secrets::Secret(QStringLiteral("right1"));
    config.options = options;
    return findDriver(config.driver)->make(config, m_tools, *m_heard);
}

std::unique_ptr<Driver> tst_smpp_driver::connected(const QJsonObject &rules, const QJsonObject &options)
{
    if (!m_smsc->start(rules))
        qFatal("the SMSC does not start: %s", m_smsc->errors().constData());
    auto driver = make(QStringLiteral("smpp://127.0.0.1:%1").arg(m_smsc->port()), options);
    if (!driver)
        qFatal("%s", qPrintable(driver.error().detail));
    (*driver)->start();
    if (m_heard->link(Link::State::Up).state != Link::State::Up)
        qWarning("not bound");
    return std::move(*driver);
}

void tst_smpp_driver::aMessageArrivesAndIsReported()
{
    const auto driver = connected({{QStringLiteral("password"), QStringLiteral("right1")}});
    driver->submit(message(1), m_heard->done());
    const auto results = m_heard->results(1);
    QCOMPARE(results.size(), 1u);
    QVERIFY(results[0].has_value());
    QCOMPARE(results[0]->providerIds, QStringList{QStringLiteral("1A2B3C")});
    const auto receipts = m_heard->receipts(1);
    QCOMPARE(receipts.size(), 1u);
    QCOMPARE(receipts[0].providerId, QStringLiteral("1A2B3C"));
    QCOMPARE(receipts[0].delivery, Delivery::Delivered);
    QVERIFY(m_smsc->waitFor(QStringLiteral("receipt_answered")));
    QCOMPARE(m_smsc->events(QStringLiteral("receipt_answered"))[0].value(QLatin1String("status")).toInt(), 0);
    const QJsonObject submit = m_smsc->events(QStringLiteral("submit")).value(0);
    QCOMPARE(submit.value(QLatin1String("text")).toString(), QStringLiteral("Заказ готов"));
    QCOMPARE(submit.value(QLatin1String("source")).toString(), QStringLiteral("SHOP"));
    QCOMPARE(submit.value(QLatin1String("source_ton")).toInt(), 5);
    QCOMPARE(submit.value(QLatin1String("destination")).toString(), QStringLiteral("79161110006"));
    QCOMPARE(submit.value(QLatin1String("dest_ton")).toInt(), 1);
    QCOMPARE(submit.value(QLatin1String("coding")).toInt(), 8);
    QCOMPARE(submit.value(QLatin1String("registered")).toInt(), 1);
}

void tst_smpp_driver::idsInReceipts_data()
{
    QTest::addColumn<QJsonObject>("rules");
    const QString ids = QStringLiteral("receiptIds"), when = QStringLiteral("receipts"), tlvs = QStringLiteral("receiptTlvs");
    QTest::newRow("decimal in the receipt") << QJsonObject{{ids, QStringLiteral("decimal")}};
    QTest::newRow("decimal in the text, right in the TLV") << QJsonObject{{ids, QStringLiteral("decimal")}, {tlvs, true}};
    QTest::newRow("earlier than the answer") << QJsonObject{{when, QStringLiteral("before")}};
    QTest::newRow("twice") << QJsonObject{{when, QStringLiteral("twice")}};
}

void tst_smpp_driver::idsInReceipts()
{
    QFETCH(const QJsonObject, rules);
    const auto driver = connected(rules);
    driver->submit(message(1, QStringLiteral("Hello")), m_heard->done());
    QCOMPARE(m_heard->results(1).size(), 1u);
    const std::size_t count = rules.value(QLatin1String("receipts")).toString() == QLatin1String("twice") ? 2 : 1;
    const auto receipts = m_heard->receipts(count);
    QCOMPARE(receipts.size(), count);
    for (const Receipt &receipt : receipts)
        QCOMPARE(receipt.providerId, QStringLiteral("1A2B3C"));
}

void tst_smpp_driver::aLongMessageArrivesInParts()
{
    const auto driver = connected({});
    const QString text = QStringLiteral("Здравствуйте! ").repeated(12);
    driver->submit(message(7, text), m_heard->done());
    const auto results = m_heard->results(1);
    QVERIFY(results.at(0).has_value());
    QCOMPARE(results[0]->providerIds.size(), 3);
    QCOMPARE(m_heard->receipts(3).size(), 3u);
    QVERIFY(m_smsc->waitFor(QStringLiteral("submit"), 3));
    QString together;
    int number = 0;
    for (const QJsonObject &submit : m_smsc->events(QStringLiteral("submit"))) {
        together += submit.value(QLatin1String("text")).toString();
        QCOMPARE(submit.value(QLatin1String("esm_class")).toInt(), 0x40);
        QCOMPARE(submit.value(QLatin1String("header")).toArray().at(0).toString(), QStringLiteral("00030703%1").arg(++number, 2, 10, QLatin1Char('0')));
    }
    QCOMPARE(together, text);
}

void tst_smpp_driver::aWrongPasswordIsAnAccountTrouble()
{
    QVERIFY(m_smsc->start({{QStringLiteral("password"), QStringLiteral("other")}}));
    const auto driver = make(QStringLiteral("smpp://127.0.0.1:%1").arg(m_smsc->port()));
    QVERIFY(driver.has_value());
    (*driver)->start();
    const Link link = m_heard->link(Link::State::Down);
    QCOMPARE(link.state, Link::State::Down);
    QCOMPARE(link.trouble, Trouble::Account);
    QCOMPARE(link.error.code, base::ErrorCode::Unauthorized);
    QCOMPARE(link.error.detail, QStringLiteral("0x0e invalid password"));
}

void tst_smpp_driver::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("trouble");
    QTest::newRow("throttled") << 0x58 << int(Trouble::Throttled);
    QTest::newRow("queue full") << 0x14 << int(Trouble::Transient);
    QTest::newRow("bad number") << 0x0B << int(Trouble::Refused);
    QTest::newRow("bad sender") << 0x0A << int(Trouble::Unroutable);
    QTest::newRow("of the vendor") << 0x400 << int(Trouble::Transient);
}

void tst_smpp_driver::refusals()
{
    QFETCH(const int, status);
    const auto driver = connected({{QStringLiteral("statuses"), QJsonArray{status}}});
    driver->submit(message(1), m_heard->done());
    const auto results = m_heard->results(1);
    QCOMPARE(results.size(), 1u);
    QVERIFY(!results[0].has_value());
    QTEST(int(results[0].error().trouble), "trouble");
    QCOMPARE(results[0].error().error.effected, base::Effected::No);
}

void tst_smpp_driver::aPartThatIsPutOffGoesAgainAlone()
{
    const auto driver = connected({{QStringLiteral("statuses"), QJsonArray{0, 0x58}}});
    driver->submit(message(1, QString(200, QLatin1Char('a'))), m_heard->done());
    const auto results = m_heard->results(1);
    QCOMPARE(results.size(), 1u);
    QVERIFY(results[0].has_value());
    QCOMPARE(results[0]->providerIds.size(), 2);
    QVERIFY(m_smsc->waitFor(QStringLiteral("submit"), 3));
    QCOMPARE(m_smsc->events(QStringLiteral("submit")).size(), 3);
}

void tst_smpp_driver::theWindowIsKept()
{
    const auto driver = connected({{QStringLiteral("answerMs"), 30}, {QStringLiteral("receipts"), QStringLiteral("none")}},
                                  {{QStringLiteral("window"), 4}});
    QCOMPARE(driver->window(), 4);
    for (int i = 1; i <= 20; ++i)
        driver->submit(message(i), m_heard->done());
    QCOMPARE(m_heard->results(20).size(), 20u);
    QVERIFY(m_smsc->waitFor(QStringLiteral("submit"), 20));
    int most = 0;
    for (const QJsonObject &window : m_smsc->events(QStringLiteral("window")))
        most = std::max(most, window.value(QLatin1String("waiting")).toInt());
    QCOMPARE(most, 4);
}

void tst_smpp_driver::aLostAnswerIsNeverTakenForNo()
{
    const auto driver = connected({{QStringLiteral("dropAfter"), 1}});
    driver->submit(message(1), m_heard->done());
    const auto results = m_heard->results(1);
    QCOMPARE(results.size(), 1u);
    QVERIFY(!results[0].has_value());
    QCOMPARE(results[0].error().error.effected, base::Effected::Perhaps);
    QCOMPARE(m_heard->link(Link::State::Up).state, Link::State::Up); // and it is not sent again when it is back
    QVERIFY(m_smsc->waitFor(QStringLiteral("bind"), 2));
    QCOMPARE(m_smsc->events(QStringLiteral("submit")).size(), 1);
}

void tst_smpp_driver::itComesBackByItself()
{
    const auto driver = connected({{QStringLiteral("dropAfter"), 1}});
    driver->submit(message(1), m_heard->done());
    QCOMPARE(m_heard->results(1).size(), 1u);
    QCOMPARE(m_heard->link(Link::State::Down).state, Link::State::Down);
    QCOMPARE(m_heard->link(Link::State::Up).state, Link::State::Up);
    QCOMPARE(m_heard->ups(), 2u);
    driver->submit(message(2), m_heard->done());
    const auto results = m_heard->results(2);
    QCOMPARE(results.size(), 2u);
    QVERIFY(results[1].has_value());
}

void tst_smpp_driver::nothingIsTakenWhileItIsDown()
{
    QVERIFY(m_smsc->start({}));
    const quint16 port = m_smsc->port();
    m_smsc->stop();
    const auto driver = make(QStringLiteral("smpp://127.0.0.1:%1").arg(port));
    QVERIFY(driver.has_value());
    (*driver)->start();
    const Link down = m_heard->link(Link::State::Down);
    QCOMPARE(down.state, Link::State::Down);
    QCOMPARE(down.trouble, Trouble::Transient);
    QCOMPARE(down.error.code, base::ErrorCode::Network);
    (*driver)->submit(message(1), m_heard->done());
    const auto results = m_heard->results(1);
    QVERIFY(!results.at(0).has_value());
    QCOMPARE(results[0].error().error.effected, base::Effected::No);
    QVERIFY(m_smsc->start({}, port));
    QCOMPARE(m_heard->link(Link::State::Up).state, Link::State::Up);
}

void tst_smpp_driver::stoppingEndsEverySubmit()
{
    const auto driver = connected({{QStringLiteral("silent"), true}}, {{QStringLiteral("window"), 2}});
    for (int i = 1; i <= 5; ++i)
        driver->submit(message(i), m_heard->done());
    QVERIFY(m_smsc->waitFor(QStringLiteral("submit"), 2));
    QElapsedTimer timer;
    timer.start();
    driver->stop();
    QVERIFY(timer.elapsed() < 8'000);
    const auto results = m_heard->results(5);
    QCOMPARE(results.size(), 5u);
    int perhaps = 0;
    for (const SubmitResult &result : results) {
        QVERIFY(!result.has_value());
        perhaps += result.error().error.effected == base::Effected::Perhaps ? 1 : 0;
    }
    QCOMPARE(perhaps, 2);
    driver->submit(message(9), m_heard->done());
    QCOMPARE(m_heard->results(6).size(), 6u);
    QVERIFY(m_smsc->waitFor(QStringLiteral("closed")));
}

void tst_smpp_driver::aReceiptThatCannotBeStoredIsSentAgain()
{
    m_heard->storeFails = true;
    const auto driver = connected({});
    driver->submit(message(1), m_heard->done());
    QVERIFY(m_smsc->waitFor(QStringLiteral("receipt_answered")));
    QCOMPARE(m_smsc->events(QStringLiteral("receipt_answered"))[0].value(QLatin1String("status")).toInt(), 0x64);
}

void tst_smpp_driver::overTls()
{
    test::TestAuthority authority;
    QVERIFY(authority.create().has_value());
    const auto identity = authority.issue(QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    QVERIFY(identity.has_value());
    QVERIFY(m_smsc->start({{QStringLiteral("key"), QString::fromLatin1(identity->key.toPem())},
                           {QStringLiteral("cert"), QString::fromLatin1(identity->certificate.toPem())}}));
    const QString url = QStringLiteral("smpps://127.0.0.1:%1").arg(m_smsc->port());
    {
        const auto stranger = make(url);
        QVERIFY(stranger.has_value());
        (*stranger)->start();
        const Link link = m_heard->link(Link::State::Down);
        QCOMPARE(link.state, Link::State::Down);
        QCOMPARE(link.error.code, base::ErrorCode::Certificate);
        QVERIFY(m_smsc->events(QStringLiteral("bind")).isEmpty()); // no password to whom we don't know
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(authority.certificate());
    file.close();
    const auto driver = make(url, {{QStringLiteral("ca"), file.fileName()}});
    QVERIFY(driver.has_value());
    (*driver)->start();
    QCOMPARE(m_heard->link(Link::State::Up).state, Link::State::Up);
    (*driver)->submit(message(1), m_heard->done());
    QVERIFY(m_heard->results(1).at(0).has_value());
}

void tst_smpp_driver::addressesThatAreNone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QString>("where");
    QTest::newRow("nothing") << "" << QJsonObject() << "url";
    QTest::newRow("http") << "http://127.0.0.1:2775" << QJsonObject() << "url";
    QTest::newRow("no host") << "smpp://" << QJsonObject() << "url";
    QTest::newRow("a password in the address") << "smpp://a:b@127.0.0.1:2775" << QJsonObject() << "url";
    QTest::newRow("a window of none") << "smpp://127.0.0.1" << QJsonObject{{QStringLiteral("window"), 0}} << "options.window";
    QTest::newRow("a word that is none") << "smpp://127.0.0.1" << QJsonObject{{QStringLiteral("concatenation"), QStringLiteral("tlv")}}
                                         << "options.concatenation";
    QTest::newRow("no such file") << "smpps://127.0.0.1" << QJsonObject{{QStringLiteral("ca"), QStringLiteral("/nowhere/ca.pem")}} << "options.ca";
}

void tst_smpp_driver::addressesThatAreNone()
{
    QFETCH(const QString, url);
    QFETCH(const QJsonObject, options);
    const auto driver = make(url, options);
    QVERIFY(!driver.has_value());
    QCOMPARE(driver.error().code, base::ErrorCode::Validation);
    QTEST(driver.error().where, "where");
}

QTEST_GUILESS_MAIN(tst_smpp_driver)
#include "tst_smpp_driver.moc"
