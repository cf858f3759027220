// SPDX-License-Identifier: GPL-3.0-or-later
// Callers on several connections, each with one numbered thing after the other, until they are told to stop. What is not acknowledged is sent
// again, as every caller does it, also to another port. The test's thread.
#pragma once

#include "core/base/stop_token.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QVector>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pfx::test {

class Load {
public:
    /// `request`: the whole request that brings the thing of this number ("K2-17"); from any thread.
    explicit Load(std::function<QByteArray(const QString &number)> request, int connections = 4);

    void sendTo(const QVector<int> &ports);
    /// Answered with 200 or 201 so far.
    qsizetype acknowledged();
    /// Stops; the numbers of all that was acknowledged.
    QSet<QString> end();

private:
    int portFor(int connection);
    void send(int connection, const base::StopToken &stop);
    void pause(const base::StopToken &stop);
    bool isAcknowledged(const QString &number, int port);

    const std::function<QByteArray(const QString &)> m_request;
    std::mutex m_mutex;
    std::condition_variable_any m_moved;
    QVector<int> m_ports;
    QSet<QString> m_acknowledged;
    std::vector<std::jthread> m_threads;
};

} // namespace pfx::test
