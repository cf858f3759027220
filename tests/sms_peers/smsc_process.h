// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated SMSC as a process of its own, and what it says happened. The test's thread.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QVector>

namespace pfx::test {

class SmscProcess
{
public:
    ~SmscProcess();

    /// False when it does not listen; `port` 0: any.
    bool start(QJsonObject rules, quint16 port = 0);
    void stop();
    quint16 port() const { return m_port; }
    QByteArray errors() { return m_process.readAllStandardError(); }

    /// All events of that name so far.
    QVector<QJsonObject> events(const QString &name);
    /// True as soon as there are so many of them.
    bool waitFor(const QString &name, int count = 1);

private:
    void read();

    QProcess m_process;
    quint16 m_port = 0;
    QVector<QJsonObject> m_events;
};

} // namespace pfx::test
