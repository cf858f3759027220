// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/metrics.h"

#include <algorithm>

namespace pfx::server {

namespace {

QByteArray seconds(qint64 ms)
{
    return QByteArray::number(static_cast<double>(ms) / 1000, 'g', 12);
}

QByteArray escaped(QByteArray label)
{
    return label.replace('\\', "\\\\").replace('"', "\\\"");
}

void gauge(QByteArray &text, const char *name, const char *type, const char *help, qint64 value)
{
    text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append(name).append(' ').append(QByteArray::number(value)).append('\n');
}

} // namespace

void Metrics::answered(const QByteArray &route, const QByteArray &method, int status, qint64 tookMs, qint64 bodyBytes)
{
    ++m_requests;
    m_bodyBytes += bodyBytes;
    Route &entry = m_routes[route];
    ++entry.count[{method, status}];
    ++entry.total;
    entry.sumMs += tookMs;
    const auto bucket = std::find_if(bucketsMs.begin(), bucketsMs.end(), [tookMs](int most) { return tookMs <= most; });
    if (bucket != bucketsMs.end())
        ++entry.buckets[static_cast<std::size_t>(bucket - bucketsMs.begin())];
}

QByteArray Metrics::text(int connections, int waitingAccepts) const
{
    QByteArray text;
    gauge(text, "pfx_server_connections", "gauge", "Open connections.", connections);
    gauge(text, "pfx_server_accepts_waiting", "gauge", "Requests that wait for their commit.", waitingAccepts);
    gauge(text, "pfx_server_connections_refused_total", "counter", "Connections over the limit.", m_connectionsRefused);
    gauge(text, "pfx_server_answers_lost_total", "counter", "Callers that went before their answer.", m_answersLost);
    gauge(text, "pfx_server_body_bytes_total", "counter", "Bytes of request bodies.", m_bodyBytes);

    QList<QByteArray> routes = m_routes.keys();
    std::sort(routes.begin(), routes.end());
    text.append("# HELP pfx_http_requests_total Answered requests.\n# TYPE pfx_http_requests_total counter\n");
    for (const QByteArray &route : routes) {
        for (const auto &[key, count] : m_routes.constFind(route)->count) {
            text.append("pfx_http_requests_total{route=\"").append(escaped(route)).append("\",method=\"").append(key.first);
            text.append("\",status=\"")
                .append(QByteArray::number(key.second))
                .append("\"} ")
                .append(QByteArray::number(count))
                .append('\n');
        }
    }
    text.append(
        "# HELP pfx_http_request_seconds From the first byte of a request to its answer.\n# TYPE pfx_http_request_seconds histogram\n");
    for (const QByteArray &route : routes) {
        const Route &entry = *m_routes.constFind(route);
        const QByteArray label = "{route=\"" + escaped(route) + '"';
        qint64 upTo = 0;
        for (std::size_t i = 0; i < bucketsMs.size(); ++i) {
            upTo += entry.buckets[i];
            text.append("pfx_http_request_seconds_bucket").append(label).append(",le=\"").append(seconds(bucketsMs[i]));
            text.append("\"} ").append(QByteArray::number(upTo)).append('\n');
        }
        const QByteArray total = QByteArray::number(entry.total);
        text.append("pfx_http_request_seconds_bucket").append(label).append(",le=\"+Inf\"} ").append(total).append('\n');
        text.append("pfx_http_request_seconds_sum").append(label).append("} ").append(seconds(entry.sumMs)).append('\n');
        text.append("pfx_http_request_seconds_count").append(label).append("} ").append(total).append('\n');
    }
    return text;
}

} // namespace pfx::server
