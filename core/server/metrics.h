// SPDX-License-Identifier: GPL-3.0-or-later
// What the server has done since its start, in Prometheus' text form: requests by route, method and status, how long they took, what was
// refused. Labels are patterns and never paths. The server's thread only.
#pragma once

#include <QByteArray>
#include <QHash>

#include <array>
#include <map>

namespace pfx::server {

class Metrics
{
public:
    /// `route` is the pattern, empty for none.
    void answered(const QByteArray &route, const QByteArray &method, int status, qint64 tookMs, qint64 bodyBytes);
    void connectionRefused() { ++m_connectionsRefused; }
    /// The caller went before its answer.
    void answerLost() { ++m_answersLost; }

    qint64 requests() const { return m_requests; }
    QByteArray text(int connections, int waitingAccepts) const;

private:
    static constexpr std::array<int, 11> bucketsMs{1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000, 10000};

    struct Route
    {
        std::map<std::pair<QByteArray, int>, qint64> count; ///< By method and status.
        std::array<qint64, bucketsMs.size()> buckets{};
        qint64 total = 0;
        qint64 sumMs = 0;
    };

    QHash<QByteArray, Route> m_routes;
    qint64 m_requests = 0;
    qint64 m_bodyBytes = 0;
    qint64 m_connectionsRefused = 0;
    qint64 m_answersLost = 0;
};

} // namespace pfx::server
