// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sms_peers/kannel_process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

namespace pfx::test {

namespace {

constexpr int patienceMs = 20'000;

/// Free at this moment, and different from each other.
std::array<quint16, 3> freePorts()
{
    std::array<QTcpServer, 3> servers;
    std::array<quint16, 3> ports{};
    for (size_t i = 0; i < servers.size(); ++i) {
        if (servers[i].listen(QHostAddress::LocalHost))
            ports[i] = servers[i].serverPort();
    }
    return ports;
}

/// The groups of the user guide (1.4.5, chapters 3 and 6) without which neither program starts.
QString configuration(const std::array<quint16, 3> &ports, const QString &smsc, const QString &store)
{
    return QStringLiteral("group = core\n"
                          "admin-port = %1\nadmin-interface = 127.0.0.1\nadmin-password = secret\n"
                          "smsbox-port = %2\nsmsbox-interface = 127.0.0.1\n"
                          "dlr-storage = internal\n%5\n"
                          "group = smsc\nsmsc-id = main\nhost = 127.0.0.1\n%4\n"
                          "group = smsbox\n"
                          "bearerbox-host = 127.0.0.1\nbearerbox-port = %2\n"
                          "sendsms-port = %3\nsendsms-interface = 127.0.0.1\n\n"
                          "group = sendsms-user\n"
                          "username = office\npassword = secret\nconcatenation = true\nmax-messages = 10\n")
        .arg(ports[0]).arg(ports[1]).arg(ports[2]).arg(smsc, store);
}

} // namespace

QString KannelProcess::smpp(quint16 port)
{
    return QStringLiteral("smsc = smpp\nport = %1\nsmsc-username = office\nsmsc-password = secret\nsystem-type = \"\"\n"
                          "transceiver-mode = true\nreconnect-delay = 1\n")
        .arg(port);
}

QString KannelProcess::fake(quint16 port)
{
    return QStringLiteral("smsc = fake\nport = %1\n").arg(port);
}

bool KannelProcess::listens(QProcess &process, quint16 port)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, port);
        if (probe.waitForConnected(1000))
            return true;
        if (process.state() == QProcess::NotRunning)
            return false;
        process.waitForFinished(50); // the pause between two looks
    }
    return false;
}

QString KannelProcess::start(const QString &smsc, bool spool)
{
    const std::array<quint16, 3> ports = freePorts();
    const QString path = m_folder.filePath(QStringLiteral("kannel.conf"));
    QString store;
    if (spool) {
        const QString folder = m_folder.filePath(QStringLiteral("spool"));
        QDir().mkpath(folder);
        store = QStringLiteral("store-type = spool\nstore-location = %1\n").arg(folder);
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(ports, smsc, store).toUtf8()) < 0)
        return file.errorString();
    file.close();
    for (QProcess *program : {&m_bearerbox, &m_smsbox})
        program->setProcessChannelMode(QProcess::ForwardedChannels);
    const QStringList arguments{QStringLiteral("-v"), QStringLiteral("4"), path};
    m_bearerbox.start(QStringLiteral("/usr/sbin/bearerbox"), arguments);
    if (!listens(m_bearerbox, ports[1]))
        return QStringLiteral("the bearerbox does not listen");
    m_smsbox.start(QStringLiteral("/usr/sbin/smsbox"), arguments);
    if (!listens(m_smsbox, ports[2]))
        return QStringLiteral("the smsbox does not listen");
    m_sendsmsPort = ports[2];
    return {};
}

void KannelProcess::end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(patienceMs))
        process.kill();
    process.waitForFinished();
}

void KannelProcess::stop()
{
    end(m_smsbox);
    end(m_bearerbox);
}

} // namespace pfx::test
