// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/serve_process.h"

#include <QElapsedTimer>
#include <QRegularExpression>

namespace pfx::test {

namespace {
constexpr int patienceMs = 60'000;
}

QString ServeProcess::start(const QStringList &more)
{
    static const QRegularExpression listening(QStringLiteral("https?://[^\\s]*:(\\d+)\\s"));
    m_said.clear();
    QStringList arguments{QStringLiteral("serve")};
    if (!more.contains(QStringLiteral("--listen")))
        arguments += {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    m_ctl.prepare(m_process, arguments + more);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QIODevice::ReadOnly);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        m_process.waitForReadyRead(100);
        const auto match = listening.match(QString::fromUtf8(output()));
        if (match.hasMatch()) {
            m_port = match.captured(1).toInt();
            return {};
        }
        if (!isRunning())
            break;
    }
    return QStringLiteral("not listening: ") + QString::fromUtf8(output());
}

void ServeProcess::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

int ServeProcess::stop()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(patienceMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ServeProcess::output()
{
    m_said += m_process.readAll();
    return m_said;
}

} // namespace pfx::test
