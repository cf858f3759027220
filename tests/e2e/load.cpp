// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/load.h"

#include "tests/server/raw_client.h"

#include <chrono>

namespace pfx::test {

Load::Load(std::function<QByteArray(const QString &)> request, int connections) : m_request(std::move(request))
{
    for (int i = 0; i < connections; ++i)
        m_threads.emplace_back([this, i](const base::StopToken &stop) { send(i, stop); });
}

void Load::sendTo(const QVector<int> &ports)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ports = ports;
    }
    m_moved.notify_all();
}

qsizetype Load::acknowledged()
{
    const std::lock_guard lock(m_mutex);
    return m_acknowledged.size();
}

QSet<QString> Load::end()
{
    m_threads.clear();
    return m_acknowledged;
}

int Load::portFor(int connection)
{
    const std::lock_guard lock(m_mutex);
    return m_ports.isEmpty() ? 0 : m_ports[connection % m_ports.size()];
}

void Load::send(int connection, const base::StopToken &stop)
{
    for (int i = 0; !stop.stop_requested(); ++i) {
        const QString number = QStringLiteral("K%1-%2").arg(connection).arg(i);
        while (!stop.stop_requested() && !isAcknowledged(number, portFor(connection)))
            pause(stop);
    }
}

/// Until there may be another server, or a little later.
void Load::pause(const base::StopToken &stop)
{
    std::unique_lock lock(m_mutex);
    m_moved.wait_for(lock, stop, std::chrono::milliseconds(5), [] { return false; });
}

bool Load::isAcknowledged(const QString &number, int port)
{
    if (port == 0)
        return false;
    const auto answer = fetch(port, m_request(number));
    if (!answer || (answer->status != 201 && answer->status != 200))
        return false;
    const std::lock_guard lock(m_mutex);
    m_acknowledged.insert(number);
    return true;
}

} // namespace pfx::test
