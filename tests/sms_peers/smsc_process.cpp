// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sms_peers/smsc_process.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

namespace pfx::test {

namespace {
constexpr int patienceMs = 10'000;
}

SmscProcess::~SmscProcess()
{
    stop();
}

bool SmscProcess::start(QJsonObject rules, quint16 port)
{
    rules.insert(QLatin1String("port"), port);
    m_events.clear();
    m_process.setProgram(QStringLiteral("node"));
    m_process.setArguments({QStringLiteral(PFX_SMSC),
                            QString::fromUtf8(QJsonDocument(rules).toJson(QJsonDocument::Compact))});
    m_process.start();
    if (!waitFor(QStringLiteral("listening")))
        return false;
    m_port = quint16(events(QStringLiteral("listening")).value(0).value(QLatin1String("port")).toInt());
    return m_port != 0;
}

void SmscProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
    m_process.waitForFinished();
}

void SmscProcess::read()
{
    while (m_process.waitForReadyRead(0)) { } // what stands in the pipe: nobody may have come to it while the test was busy elsewhere
    while (m_process.canReadLine())
        m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
}

QVector<QJsonObject> SmscProcess::events(const QString &name)
{
    read();
    QVector<QJsonObject> found;
    for (const QJsonObject &event : std::as_const(m_events)) {
        if (event.value(QLatin1String("event")).toString() == name)
            found.append(event);
    }
    return found;
}

bool SmscProcess::waitFor(const QString &name, int count)
{
    const QDeadlineTimer deadline(patienceMs);
    while (events(name).size() < count) {
        if (deadline.hasExpired())
            return false;
        m_process.waitForReadyRead(20);
    }
    return true;
}

} // namespace pfx::test
