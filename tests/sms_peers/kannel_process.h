// SPDX-License-Identifier: GPL-3.0-or-later
// Kannel as an office runs it: a bearerbox bound to an SMSC, and the smsbox with sendsms before it; on loopback, saying nothing but errors.
// The test's thread.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace pfx::test {

class KannelProcess
{
public:
    ~KannelProcess() { stop(); }

    /// An SMSC that it binds to by SMPP, as user "office" with the password "secret".
    static QString smpp(quint16 port);
    /// Kannel's own imitation: the program fakesmsc connects to this port.
    static QString fake(quint16 port);

    /// Waits until both programs listen; what went wrong instead, else empty. `smsc` is one of the above; with `spool` it keeps its queue in
    /// files, else in memory. Who sends is "office" with the password "secret".
    QString start(const QString &smsc, bool spool = false);
    void stop();
    /// Of the smsbox: where a driver sends.
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_sendsmsPort); }

private:
    static bool listens(QProcess &process, quint16 port);
    static void end(QProcess &process);

    QTemporaryDir m_folder;
    QProcess m_bearerbox, m_smsbox;
    quint16 m_sendsmsPort = 0;
};

} // namespace pfx::test
