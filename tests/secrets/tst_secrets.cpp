// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets from the environment and from several places; names; and that a secret cannot be written into a log by accident.
#include "core/base/clock.h"
#include "core/log/logger.h"
#include "core/secrets/environment_secrets.h"
#include "core/secrets/known_names.h"
#include "core/secrets/secret_chain.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pfx;
using base::Error;
using base::ErrorCode;
using secrets::EnvironmentSecrets;
using secrets::Secret;
using secrets::SecretChain;

Q_DECLARE_METATYPE(QLatin1String)

namespace {

const QString key = QStringLiteral("planfix.api-key");
const QString value = QStringLiteral("wordwithoutdigits");

QProcessEnvironment environment(const QMap<QString, QString> &variables)
{
    QProcessEnvironment made;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        made.insert(it.key(), it.value());
    return made;
}

QString read(secrets::SecretStore &store, const QString &name)
{
    const auto found = store.read(name);
    if (!found)
        return QStringLiteral("error ") + found.error().where;
    return *found ? (*found)->reveal() : QStringLiteral("none");
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void knownNamesAreNames();
    void readsTheEnvironment_data();
    void readsTheEnvironment();
    void readsCredentials_data();
    void readsCredentials();
    void aFolderIsNoCredential();
    void theVariableComesFirst();
    void listsWhatIsThere();
    void theEnvironmentIsOnlyRead();
    void theChainReadsTheFirst();
    void theChainGoesOnWithoutAKeychain();
    void theChainStopsAtTrouble_data();
    void theChainStopsAtTrouble();
    void theChainWritesWhereItCan();
    void theChainDoesNotWriteWhatIsHidden();
    void anEmptyChainSaysSo();
    void isNotPrinted();
};

void TestSecrets::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char *good : {"planfix.api-key", "provider.smsc_2.login", "a", "1"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    QTest::newRow("the longest") << QString(100, u'a') << true;
    QTest::newRow("too long") << QString(101, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    for (const char *bad : {".names", "..", "../x", "a/b", "A", "a b", "a\n", "-a", "a=b", "ключ"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
}

void TestSecrets::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const auto checked = secrets::checkName(name);
    if (good)
        PFX_VERIFY(checked);
    else
        PFX_VERIFY_ERROR(checked, ErrorCode::Validation);
    QTemporaryDir folder;
    EnvironmentSecrets store(environment({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}}));
    QCOMPARE(read(store, name), good ? QStringLiteral("none") : QStringLiteral("error secret"));
}

void TestSecrets::knownNamesAreNames()
{
    QVERIFY(secrets::knownNames().contains(key));
    for (const QString &name : secrets::knownNames())
        PFX_VERIFY(secrets::checkName(name));
}

void TestSecrets::readsTheEnvironment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *variable, const char *name, const QString &text = value) {
        QTest::newRow(variable) << QString::fromLatin1(variable) << QString::fromLatin1(name) << text;
    };
    row("PFX_SECRET_PLANFIX_API_KEY", "planfix.api-key");
    row("PFX_SECRET_PROVIDER_SMSC_LOGIN", "provider.smsc.login");
    row("PLANFIX_API_KEY", "planfix.api-key");
    row("PFX_SECRET_SMS_KEY", "sms.password", QStringLiteral("none"));
    row("planfix.api-key", "planfix.api-key", QStringLiteral("none"));
    row("PLANFIX_API_KEY ", "planfix.api-key", QStringLiteral("none"));
}

void TestSecrets::readsTheEnvironment()
{
    QFETCH(QString, variable);
    QFETCH(QString, name);
    QFETCH(QString, text);
    EnvironmentSecrets store(environment({{variable, value}}));
    QCOMPARE(read(store, name), text);
    EnvironmentSecrets empty(environment({{variable, QString()}}));
    QCOMPARE(read(empty, name), QStringLiteral("none"));
}

void TestSecrets::readsCredentials_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is") << QByteArray("a b ") << QStringLiteral("a b ");
    QTest::newRow("the end of the line is not part of it") << QByteArray("abc\r\n") << QStringLiteral("abc");
    QTest::newRow("in Russian") << QByteArray("пароль") << QString::fromUtf8("пароль");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("none");
    QTest::newRow("only an end of line") << QByteArray("\n") << QStringLiteral("none");
    QTest::newRow("no text") << QByteArray("\xff\xfe\x01") << QStringLiteral("error broken");
    QTest::newRow("too large") << QByteArray(100'000, 'x') << QStringLiteral("error broken");
}

void TestSecrets::readsCredentials()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QTemporaryDir folder;
    QFile file(folder.filePath(key));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    EnvironmentSecrets store(environment({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}}));
    QCOMPARE(read(store, key), text);
    QCOMPARE(read(store, QStringLiteral("sms.key")), QStringLiteral("none"));
}

void TestSecrets::aFolderIsNoCredential()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(key));
    EnvironmentSecrets store(environment({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}}));
    QCOMPARE(read(store, key), QStringLiteral("error denied"));
    QCOMPARE(store.names().value(), QStringList());
}

void TestSecrets::theVariableComesFirst()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(key));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("file");
    file.close();
    QMap<QString, QString> variables{{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}, {QStringLiteral("PLANFIX_API_KEY"), QStringLiteral("other")}};
    EnvironmentSecrets both(environment(variables));
    QCOMPARE(read(both, key), QStringLiteral("file"));
    variables.insert(QStringLiteral("PFX_SECRET_PLANFIX_API_KEY"), QStringLiteral("variable"));
    EnvironmentSecrets all(environment(variables));
    QCOMPARE(read(all, key), QStringLiteral("variable"));
}

void TestSecrets::listsWhatIsThere()
{
    QTemporaryDir folder;
    for (const char *name : {"sms.key", "provider.aero.key", "Not a name"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    EnvironmentSecrets store(environment({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()},
                                          {QStringLiteral("PLANFIX_API_KEY"), value},
                                          {QStringLiteral("PFX_SECRET_UIS_ACCESS_TOKEN"), value},
                                          {QStringLiteral("PFX_SECRET_PROVIDER_AERO_KEY"), value},
                                          {QStringLiteral("PFX_SECRET_PROVIDER_SMSC_LOGIN"), value},
                                          {QStringLiteral("PFX_SECRET_SMS_LOGIN"), QString()},
                                          {QStringLiteral("PATH"), value}}));
    const auto names = store.names();
    PFX_VERIFY(names);
    QCOMPARE(*names, (QStringList{key, QStringLiteral("provider.aero.key"), QStringLiteral("provider_smsc_login"), QStringLiteral("sms.key"),
                                  QStringLiteral("uis.access-token")}));
    QCOMPARE(read(store, QStringLiteral("provider_smsc_login")), value);
}

void TestSecrets::theEnvironmentIsOnlyRead()
{
    EnvironmentSecrets store(environment({}));
    for (const auto &refused : {store.write(key, Secret(value)), store.remove(key), store.probe()}) {
        PFX_VERIFY_ERROR(refused, ErrorCode::Keychain);
        QCOMPARE(refused.error().where, QString(secrets::trouble::readOnly));
    }
}

void TestSecrets::theChainReadsTheFirst()
{
    EnvironmentSecrets first(environment({{QStringLiteral("PLANFIX_API_KEY"), QStringLiteral("outer")}}));
    test::FakeSecrets second;
    second.put(key, QStringLiteral("inner"));
    second.put(QStringLiteral("sms.key"), QStringLiteral("inner too"));
    SecretChain chain({&first, &second});
    QCOMPARE(read(chain, key), QStringLiteral("outer"));
    QCOMPARE(read(chain, QStringLiteral("sms.key")), QStringLiteral("inner too"));
    QCOMPARE(read(chain, QStringLiteral("sms.login")), QStringLiteral("none"));
    QCOMPARE(chain.names().value(), (QStringList{key, QStringLiteral("sms.key")}));
    // what is found needs no keychain
    second.fail(Error{ErrorCode::Keychain, {}, secrets::trouble::locked});
    QCOMPARE(read(chain, key), QStringLiteral("outer"));
}

void TestSecrets::theChainGoesOnWithoutAKeychain()
{
    EnvironmentSecrets first(environment({{QStringLiteral("PLANFIX_API_KEY"), value}}));
    test::FakeSecrets second;
    second.fail(Error{ErrorCode::Keychain, {}, secrets::trouble::noService});
    SecretChain chain({&first, &second});
    QCOMPARE(read(chain, QStringLiteral("sms.key")), QStringLiteral("none"));
    QCOMPARE(chain.names().value(), QStringList{key});
    for (const auto &refused : {chain.write(QStringLiteral("sms.key"), Secret(value)), chain.probe()}) {
        PFX_VERIFY_ERROR(refused, ErrorCode::Keychain);
        QCOMPARE(refused.error().where, QString(secrets::trouble::noService));
    }
}

void TestSecrets::theChainStopsAtTrouble_data()
{
    QTest::addColumn<QLatin1String>("trouble");
    QTest::newRow("locked") << secrets::trouble::locked;
    QTest::newRow("denied") << secrets::trouble::denied;
    QTest::newRow("broken") << secrets::trouble::broken;
}

void TestSecrets::theChainStopsAtTrouble()
{
    QFETCH(QLatin1String, trouble);
    EnvironmentSecrets first(environment({}));
    test::FakeSecrets second;
    second.fail(Error{ErrorCode::Keychain, {}, trouble});
    SecretChain chain({&first, &second});
    QCOMPARE(read(chain, key), QStringLiteral("error ") + trouble);
    QCOMPARE(chain.names().error().where, QString(trouble));
    QCOMPARE(chain.write(key, Secret(value)).error().where, QString(trouble));
    QCOMPARE(chain.remove(key).error().where, QString(trouble));
}

void TestSecrets::theChainWritesWhereItCan()
{
    EnvironmentSecrets first(environment({}));
    test::FakeSecrets second;
    SecretChain chain({&first, &second});
    PFX_VERIFY(chain.probe());
    PFX_VERIFY(chain.write(key, Secret(value)));
    QCOMPARE(read(second, key), value);
    PFX_VERIFY(chain.remove(key));
    QCOMPARE(read(chain, key), QStringLiteral("none"));
    PFX_VERIFY_ERROR(chain.write(key, Secret()), ErrorCode::Validation);
    PFX_VERIFY_ERROR(chain.write(QStringLiteral("../x"), Secret(value)), ErrorCode::Validation);
}

void TestSecrets::theChainDoesNotWriteWhatIsHidden()
{
    EnvironmentSecrets first(environment({{QStringLiteral("PLANFIX_API_KEY"), QStringLiteral("outer")}}));
    test::FakeSecrets second;
    second.put(key, QStringLiteral("inner"));
    SecretChain chain({&first, &second});
    QCOMPARE(chain.write(key, Secret(value)).error().where, QString(secrets::trouble::readOnly));
    QCOMPARE(chain.remove(key).error().where, QString(secrets::trouble::readOnly));
    QCOMPARE(read(second, key), QStringLiteral("inner"));
}

void TestSecrets::anEmptyChainSaysSo()
{
    SecretChain chain({});
    QCOMPARE(read(chain, key), QStringLiteral("none"));
    QCOMPARE(chain.write(key, Secret(value)).error().where, QString(secrets::trouble::noService));
}

void TestSecrets::isNotPrinted()
{
    static_assert(!std::is_convertible_v<Secret, QString>);
    static_assert(!std::is_convertible_v<QString, Secret>);
    QString debugged;
    QDebug(&debugged) << Secret(value) << QVector<Secret>{Secret(value)};
    QVERIFY2(!debugged.contains(value), qPrintable(debugged));

    // Every message and every error of these classes, with the log wide open.
    QTemporaryDir folder;
    const base::SystemClock clock;
    QStringList said{debugged};
    {
        log::Logger logger(clock, {folder.filePath(QStringLiteral("log")), 1'000'000, 1, log::StderrLevel::Nothing});
        QProcessEnvironment variables = environment({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}, {QStringLiteral("PLANFIX_API_KEY"), value}});
        QFile broken(folder.filePath(QStringLiteral("sms.key")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(value.toUtf8() + '\xff');
        broken.close();
        EnvironmentSecrets first(variables);
        test::FakeSecrets second;
        SecretChain chain({&first, &second});
        qWarning() << Secret(value);
        for (const QString &name : {key, QStringLiteral("sms.key"), QStringLiteral("sms.login"), QStringLiteral("../x")}) {
            if (const auto found = chain.read(name); !found)
                said << found.error().detail << found.error().where;
            for (const auto &done : {chain.write(name, Secret(value)), chain.remove(name), first.write(name, Secret(value))}) {
                if (!done)
                    said << done.error().detail << done.error().where;
            }
        }
        for (const log::LogEntry &entry : logger.buffer().after(0))
            said << entry.text;
    }
    QFile file(folder.filePath(QStringLiteral("log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    said << QString::fromUtf8(file.readAll());
    QVERIFY(said.size() > 8);
    QVERIFY2(!said.join(u'\n').contains(value), qPrintable(said.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
