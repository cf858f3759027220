// SPDX-License-Identifier: GPL-3.0-or-later
// TLS with certificates that openssl makes here: served, renewed while serving, and each kind of unusable file told for what it is.
#include "core/server/certificate.h"
#include "tests/server/raw_client.h"
#include "tests/server/running_server.h"
#include "tests/support/verify_result.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QtTest>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::server;

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void requestsAreServed_data();
    void requestsAreServed();
    void aRenewedCertificateIsUsedWithoutARestart();
    void anUnusableRenewalKeepsTheOldOne();
    void unusableFilesAreToldForWhatTheyAre_data();
    void unusableFilesAreToldForWhatTheyAre();
    void aCertificateOutOfItsTimeIsTold();
    void aPeerThatSpeaksNoTlsHarmsNobody();
    void aHandshakeThatStallsIsGivenUp();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool make(const QString &name, const QStringList &key);
    ServerOptions options(const QString &certificate, const QString &key) const;
    std::unique_ptr<QTcpSocket> connectTo(int port, const QString &authority) const;

    QTemporaryDir m_folder;
};

static const QStringList ecKey{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                               QStringLiteral("ec_paramgen_curve:prime256v1")};
static const QStringList rsaKey{QStringLiteral("-newkey"), QStringLiteral("rsa:2048")};

static bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0;
}

bool TestTls::make(const QString &name, const QStringList &key)
{
    return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                               QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                               QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"),
                               path(name + QStringLiteral(".key")), QStringLiteral("-out"), path(name + QStringLiteral(".pem"))}
                   + key + QStringList{QStringLiteral("-days"), QStringLiteral("30")});
}

void TestTls::initTestCase()
{
    QVERIFY(make(QStringLiteral("ec"), ecKey));
    QVERIFY(make(QStringLiteral("rsa"), rsaKey));
    QVERIFY(make(QStringLiteral("ed"), {QStringLiteral("-newkey"), QStringLiteral("ed25519")}));
    QVERIFY(openssl({QStringLiteral("pkey"), QStringLiteral("-in"), path(QStringLiteral("ec.key")), QStringLiteral("-aes256"),
                     QStringLiteral("-passout"), QStringLiteral("pass:word"), QStringLiteral("-out"), path(QStringLiteral("locked.key"))}));
    QFile empty(path(QStringLiteral("empty.pem")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
}

ServerOptions TestTls::options(const QString &certificate, const QString &key) const
{
    ServerOptions options;
    options.limits = quickLimits();
    options.tlsCertificateFile = path(certificate);
    options.tlsKeyFile = path(key);
    options.lookAtCertificateMs = 50;
    return options;
}

std::unique_ptr<QTcpSocket> TestTls::connectTo(int port, const QString &authority) const
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(path(authority)));
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(QStringLiteral("localhost"), static_cast<quint16>(port));
    return socket->waitForEncrypted(5000) ? std::move(socket) : nullptr;
}

void TestTls::requestsAreServed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("with an EC key") << QStringLiteral("ec");
    QTest::newRow("with an RSA key") << QStringLiteral("rsa");
}

void TestTls::requestsAreServed()
{
    QFETCH(QString, name);
    RunningServer running(options(name + QStringLiteral(".pem"), name + QStringLiteral(".key")));
    QCOMPARE(running.error, QString());
    QVERIFY(running.server.status().tls);
    auto socket = connectTo(running.port, name + QStringLiteral(".pem"));
    QVERIFY(socket);
    RawClient client(std::move(socket));
    QVERIFY(client.send(post("/echo", QByteArray(500'000, 'x')) + get("/echo")));
    const auto first = client.answer();
    const auto second = client.answer();
    QVERIFY(first && second);
    QVERIFY(first->body.contains("\"size\":500000"));
    QCOMPARE(second->status, 200);
}

void TestTls::aRenewedCertificateIsUsedWithoutARestart()
{
    QVERIFY(QFile::copy(path(QStringLiteral("ec.pem")), path(QStringLiteral("live.pem"))));
    QVERIFY(QFile::copy(path(QStringLiteral("ec.key")), path(QStringLiteral("live.key"))));
    RunningServer running(options(QStringLiteral("live.pem"), QStringLiteral("live.key")));
    auto before = connectTo(running.port, QStringLiteral("ec.pem"));
    QVERIFY(before);
    RawClient stays(std::move(before));
    for (const QString &kind : {QStringLiteral("pem"), QStringLiteral("key")}) { // one after the other, as a renewal does
        QFile::remove(path(QStringLiteral("live.") + kind));
        QVERIFY(QFile::copy(path(QStringLiteral("rsa.") + kind), path(QStringLiteral("live.") + kind)));
    }
    QTRY_VERIFY(connectTo(running.port, QStringLiteral("rsa.pem")) != nullptr);
    QTRY_COMPARE(running.server.status().certificateProblem, QString());
    QVERIFY(stays.send(get("/echo")));
    QCOMPARE(stays.answer()->status, 200);
}

void TestTls::anUnusableRenewalKeepsTheOldOne()
{
    QVERIFY(QFile::copy(path(QStringLiteral("ec.pem")), path(QStringLiteral("kept.pem"))));
    RunningServer running(options(QStringLiteral("kept.pem"), QStringLiteral("ec.key")));
    QFile::remove(path(QStringLiteral("kept.pem")));
    QTRY_VERIFY(running.server.status().certificateProblem.contains(QStringLiteral("cannot be read")));
    QVERIFY(QFile::copy(path(QStringLiteral("rsa.pem")), path(QStringLiteral("kept.pem"))));
    QTRY_VERIFY(running.server.status().certificateProblem.contains(QStringLiteral("does not belong")));
    QVERIFY(connectTo(running.port, QStringLiteral("ec.pem")) != nullptr);
    QFile::remove(path(QStringLiteral("kept.pem")));
    QVERIFY(QFile::copy(path(QStringLiteral("ec.pem")), path(QStringLiteral("kept.pem"))));
    QTRY_COMPARE(running.server.status().certificateProblem, QString());
}

void TestTls::unusableFilesAreToldForWhatTheyAre_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("says");
    const QString cert = QStringLiteral("server.tls-cert"), key = QStringLiteral("server.tls-key");
    QTest::newRow("no such certificate") << QStringLiteral("none.pem") << QStringLiteral("ec.key") << cert
                                         << QStringLiteral("cannot be read");
    QTest::newRow("no such key") << QStringLiteral("ec.pem") << QStringLiteral("none.key") << key << QStringLiteral("cannot be read");
    QTest::newRow("an empty certificate") << QStringLiteral("empty.pem") << QStringLiteral("ec.key") << cert
                                          << QStringLiteral("no certificate");
    QTest::newRow("the two exchanged") << QStringLiteral("ec.key") << QStringLiteral("ec.pem") << cert << QStringLiteral("no certificate");
    QTest::newRow("an empty key") << QStringLiteral("ec.pem") << QStringLiteral("empty.pem") << key << QStringLiteral("no private key");
    QTest::newRow("the key of another") << QStringLiteral("ec.pem") << QStringLiteral("rsa.key") << key
                                        << QStringLiteral("does not belong");
    QTest::newRow("a key with a password") << QStringLiteral("ec.pem") << QStringLiteral("locked.key") << key << QStringLiteral("password");
    QTest::newRow("a kind of key Qt cannot use")
        << QStringLiteral("ed.pem") << QStringLiteral("ed.key") << key << QStringLiteral("RSA and EC");
}

void TestTls::unusableFilesAreToldForWhatTheyAre()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, where);
    QFETCH(QString, says);
    const base::SystemClock clock;
    ServerOptions wrong = options(certificate, key);
    wrong.listen = QStringLiteral("127.0.0.1:0");
    Server server(clock, nullptr, wrong, {});
    const auto started = server.start();
    PFX_VERIFY_ERROR(started, base::ErrorCode::Validation);
    QCOMPARE(started.error().where, where);
    QVERIFY2(started.error().detail.contains(says), qPrintable(started.error().detail));
}

void TestTls::aCertificateOutOfItsTimeIsTold()
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto before = loadCertificate(path(QStringLiteral("ec.pem")), path(QStringLiteral("ec.key")), now - day);
    PFX_VERIFY_ERROR(before, base::ErrorCode::Validation);
    QVERIFY2(before.error().detail.contains(QStringLiteral("valid only from 20")), qPrintable(before.error().detail));
    const auto after = loadCertificate(path(QStringLiteral("ec.pem")), path(QStringLiteral("ec.key")), now + 31 * day);
    PFX_VERIFY_ERROR(after, base::ErrorCode::Validation);
    QVERIFY2(after.error().detail.contains(QStringLiteral("has expired on 20")), qPrintable(after.error().detail));
    const auto within = loadCertificate(path(QStringLiteral("ec.pem")), path(QStringLiteral("ec.key")), now + 29 * day);
    PFX_VERIFY(within);
}

void TestTls::aPeerThatSpeaksNoTlsHarmsNobody()
{
    RunningServer running(options(QStringLiteral("ec.pem"), QStringLiteral("ec.key")));
    RawClient plain(running.port);
    QVERIFY(plain.send(get("/echo")));
    QVERIFY(plain.waitForClose());
    QVERIFY(connectTo(running.port, QStringLiteral("ec.pem")) != nullptr);
}

void TestTls::aHandshakeThatStallsIsGivenUp()
{
    RunningServer running(options(QStringLiteral("ec.pem"), QStringLiteral("ec.key")));
    RawClient silent(running.port);
    QVERIFY(silent.waitForClose(3000));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
