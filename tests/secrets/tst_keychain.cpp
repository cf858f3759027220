// SPDX-License-Identifier: GPL-3.0-or-later
// The real keychain in every state in which a machine can have it. A process knows one bus for its life, so each look is taken by a process of
// its own: this program again, as a tool that does what its arguments say and prints what came of it.
#include "core/secrets/keychain_secrets.h"
#include "tests/secrets/private_keychain.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace pfx;
using secrets::KeychainSecrets;
using secrets::Secret;

namespace {

const QString value = QString::fromUtf8("k3y of Мария, \"quoted\"\n");

QString described(const base::Error &error)
{
    return QStringLiteral("%1 %2 (%3)").arg(base::name(error.code), error.where, error.detail);
}

QString step(KeychainSecrets &keychain, const QString &what, const QString &name)
{
    if (what == QLatin1String("read")) {
        const auto found = keychain.read(name);
        if (!found)
            return described(found.error());
        return !*found ? QStringLiteral("none") : (*found)->reveal() == value ? QStringLiteral("the value") : QStringLiteral("another value");
    }
    if (what == QLatin1String("abandon")) {
        keychain.abandon();
        return what;
    }
    if (what == QLatin1String("names")) {
        const auto names = keychain.names();
        return names ? QStringLiteral("[%1]").arg(names->join(u',')) : described(names.error());
    }
    const base::Result<void> done = what == QLatin1String("write")    ? keychain.write(name, Secret(value))
                                    : what == QLatin1String("remove") ? keychain.remove(name)
                                                                      : keychain.probe();
    return done ? QStringLiteral("done") : described(done.error());
}

/// "--tool PATIENCE MARKER write:planfix.api-key read:planfix.api-key …"
int tool(const QStringList &arguments)
{
    KeychainSecrets keychain(QStringLiteral("planfix-console-test"), arguments[2].toLongLong(), arguments[3]);
    for (const QString &argument : arguments.mid(4))
        std::printf("%s\n", step(keychain, argument.section(u':', 0, 0), argument.section(u':', 1)).toUtf8().constData());
    return 0;
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void keepsSecrets();
    void survivesAnotherStart();
    void lockedIsNotNone();
    void nobodyIsAskedBeforeSomethingIsKept();
    void nobodyUnlocks();
    void nobodyWaitsWhenTheProgramEnds();
    void noService();
    void noBus();
    void badNames();
    void nothingOfASecretIsPrinted();

private:
    QStringList run(const test::PrivateKeychain &keychain, const QStringList &steps, int patienceMs = 20'000, const QString &marker = {});

    QString m_printed; ///< Everything that tools wrote, on both channels.
};

QStringList TestKeychain::run(const test::PrivateKeychain &keychain, const QStringList &steps, int patienceMs, const QString &marker)
{
    QProcess process;
    QProcessEnvironment environment = keychain.environment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true;qt.*=false"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--tool"), QString::number(patienceMs), marker} + steps);
    process.waitForFinished(60'000);
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    m_printed += out + errors;
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qWarning("the tool failed: %s", qPrintable(errors));
    return out.split(u'\n', Qt::SkipEmptyParts);
}

void TestKeychain::keepsSecrets()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    const QStringList said = run(keychain, {QStringLiteral("probe"), QStringLiteral("read:planfix.api-key"), QStringLiteral("names"),
                                            QStringLiteral("write:planfix.api-key"), QStringLiteral("write:provider.smsc.login"),
                                            QStringLiteral("write:planfix.api-key"), QStringLiteral("read:planfix.api-key"), QStringLiteral("names"),
                                            QStringLiteral("remove:planfix.api-key"), QStringLiteral("remove:planfix.api-key"),
                                            QStringLiteral("read:planfix.api-key"), QStringLiteral("names")});
    QCOMPARE(said, (QStringList{QStringLiteral("done"), QStringLiteral("none"), QStringLiteral("[]"), QStringLiteral("done"), QStringLiteral("done"),
                                QStringLiteral("done"), QStringLiteral("the value"), QStringLiteral("[planfix.api-key,provider.smsc.login]"),
                                QStringLiteral("done"), QStringLiteral("done"), QStringLiteral("none"), QStringLiteral("[provider.smsc.login]")}));
}

void TestKeychain::survivesAnotherStart()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(run(keychain, {QStringLiteral("write:sms.key")}), QStringList{QStringLiteral("done")});
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(run(keychain, {QStringLiteral("read:sms.key")}), QStringList{QStringLiteral("the value")});
}

void TestKeychain::lockedIsNotNone()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(run(keychain, {QStringLiteral("write:sms.key")}), QStringList{QStringLiteral("done")});
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(false));
    for (const char *what : {"read:sms.key", "read:sms.login", "write:sms.key", "remove:sms.key", "names", "probe"}) {
        const QStringList said = run(keychain, {QString::fromLatin1(what)});
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().startsWith(QLatin1String("keychain locked (")), qPrintable(QString::fromLatin1(what) + u'\n' + said.front()));
    }
}

void TestKeychain::nobodyIsAskedBeforeSomethingIsKept()
{
    const QTemporaryDir profile;
    const QString marker = profile.filePath(QStringLiteral("keychain-used"));
    const auto told = [&](const test::PrivateKeychain &keychain, const char *what) {
        return run(keychain, {QString::fromLatin1(what)}, 20'000, marker).join(u'\n');
    };
    const QString locked = QStringLiteral("keychain locked (");
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(run(keychain, {QStringLiteral("write:mailing.key")}), QStringList{QStringLiteral("done")}); // a keychain that others use
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(false));
    QCOMPARE(told(keychain, "read:sms.key"), QStringLiteral("none")); // a first start: there can be none
    QVERIFY(!QFile::exists(marker));
    const QString refused = told(keychain, "write:sms.key");
    QVERIFY2(refused.startsWith(locked), qPrintable(refused)); // somebody wants to keep one: then it matters
    QVERIFY(!QFile::exists(marker));
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(told(keychain, "write:sms.key"), QStringLiteral("done"));
    QVERIFY(QFile::exists(marker));
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(false));
    QVERIFY(told(keychain, "read:sms.key").startsWith(locked)); // from now on "not found" is no answer
    QVERIFY(QFile::remove(marker));
    keychain.stopKeyring();
    PFX_VERIFY(keychain.startKeyring(true));
    QCOMPARE(told(keychain, "read:sms.key"), QStringLiteral("the value")); // kept before there were markers
    QVERIFY(QFile::exists(marker));
}

void TestKeychain::nobodyUnlocks()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    keychain.freezeKeyring();
    QCOMPARE(run(keychain, {QStringLiteral("read:sms.key"), QStringLiteral("probe")}, 200),
             (QStringList{QStringLiteral("keychain locked (no answer)"), QStringLiteral("keychain locked (no answer)")}));
}

void TestKeychain::nobodyWaitsWhenTheProgramEnds()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    PFX_VERIFY(keychain.startKeyring(true));
    keychain.freezeKeyring();
    // Would be stopped by run() if it waited for the person.
    QCOMPARE(run(keychain, {QStringLiteral("abandon"), QStringLiteral("read:sms.key")}, 600'000),
             (QStringList{QStringLiteral("abandon"), QStringLiteral("keychain locked (no answer)")}));
}

void TestKeychain::noService()
{
    test::PrivateKeychain keychain;
    PFX_VERIFY(keychain.startBus());
    for (const char *what : {"read:sms.key", "write:sms.key", "remove:sms.key", "names", "probe"}) {
        const QStringList said = run(keychain, {QString::fromLatin1(what)});
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().startsWith(QLatin1String("keychain no-service (")), qPrintable(said.front()));
    }
}

void TestKeychain::noBus()
{
    const test::PrivateKeychain keychain;
    for (const char *what : {"read:sms.key", "write:sms.key", "names", "probe"}) {
        const QStringList said = run(keychain, {QString::fromLatin1(what)});
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().startsWith(QLatin1String("keychain no-service (")), qPrintable(said.front()));
    }
}

void TestKeychain::badNames()
{
    const test::PrivateKeychain keychain;
    for (const char *what : {"read:.names", "write:.probe", "remove:", "read:A"})
        QCOMPARE(run(keychain, {QString::fromLatin1(what)}), QStringList{QStringLiteral("validation secret (not a name)")});
}

void TestKeychain::nothingOfASecretIsPrinted()
{
    QVERIFY(m_printed.contains(QLatin1String("the value")));
    QVERIFY2(!m_printed.contains(QLatin1String("k3y")), qPrintable(m_printed));
    QVERIFY2(!m_printed.contains(QString::fromUtf8("Мария")), qPrintable(m_printed));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QLatin1String("--tool"))
        return tool(application.arguments());
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
