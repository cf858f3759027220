// SPDX-License-Identifier: GPL-3.0-or-later
// The systemd unit: systemd understands it, it is hardened, and it loads every secret that has a fixed name.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

class TestSystemdUnit : public QObject
{
    Q_OBJECT

private slots:
    void systemdUnderstandsIt();
    void itIsHardened();
    void everySecretIsLoaded_data();
    void everySecretIsLoaded();
};

static QByteArray unit()
{
    QFile file(QStringLiteral(PFX_SOURCE_DIR "/resources/systemd/pfxctl.service"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QByteArray analyze(const QStringList &what, int *code)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pfxctl.service"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    // Neither program nor manual page is installed where the tests run.
    file.write(unit().replace("/usr/bin/pfxctl serve", "/usr/bin/true").replace("Documentation=", "#"));
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("systemd-analyze"), what + QStringList{path});
    *code = process.waitForFinished(30'000) ? process.exitCode() : -1;
    return process.readAll();
}

void TestSystemdUnit::systemdUnderstandsIt()
{
    int code = -1;
    const QByteArray said = analyze({QStringLiteral("verify"), QStringLiteral("--man=no")}, &code);
    QVERIFY2(code == 0, said.constData());
    QVERIFY2(!said.contains("pfxctl.service:"), said.constData()); // an unknown key is only a warning
}

void TestSystemdUnit::itIsHardened()
{
    int code = -1;
    const QByteArray said = analyze(
        {QStringLiteral("security"), QStringLiteral("--offline=true"), QStringLiteral("--threshold=15"), QStringLiteral("--no-pager")},
        &code);
    QVERIFY2(code == 0, said.constData()); // an exposure of at most 1.5
    for (const char *line : {"NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "DynamicUser=yes"})
        QVERIFY2(unit().split('\n').contains(line), line);
}

void TestSystemdUnit::everySecretIsLoaded_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"planfix.api-key", "planfix.telephony-token", "planfix.webhook-secret", "sms.login", "sms.password", "sms.key",
                             "mailing.token", "telephony.token", "uis.access-token", "uis.webhook-secret", "uis.chat-login",
                             "uis.chat-password", "orders.token", "orders.callback-key", "monitoring.token", "mailing.unsubscribe-key"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSystemdUnit::everySecretIsLoaded()
{
    QFETCH(QByteArray, name);
    QVERIFY(unit().split('\n').contains("LoadCredential=" + name));
}

QTEST_GUILESS_MAIN(TestSystemdUnit)
#include "tst_systemd_unit.moc"
