// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/request_reader.h"

#include "core/server/head_feed.h"
#include "core/server/listener.h"

#include <QHttpServerRequest>

namespace pfx::server {

namespace {

Method methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return Method::Get;
    case QHttpServerRequest::Method::Head:
        return Method::Head;
    case QHttpServerRequest::Method::Post:
        return Method::Post;
    case QHttpServerRequest::Method::Put:
        return Method::Put;
    case QHttpServerRequest::Method::Patch:
        return Method::Patch;
    case QHttpServerRequest::Method::Delete:
        return Method::Delete;
    case QHttpServerRequest::Method::Options:
        return Method::Options;
    default:
        return Method::Other;
    }
}

} // namespace

RequestReader::RequestReader(Listener *listener) : m_listener(listener)
{
    bind(listener);
    connectFeed();
}

void RequestReader::connectFeed()
{
    m_feed = new HeadFeed;
    m_feed->setParent(this);
    m_listener->offer(m_feed);
}

std::optional<Request> RequestReader::read(const Head &head)
{
    m_read.reset();
    m_feed->give(head.cleaned);
    if (!m_read) {
        m_feed->deleteLater();
        connectFeed();
        return std::nullopt;
    }
    m_read->path = head.path;
    m_read->query = head.query;
    if (!head.host.isEmpty())
        m_read->headers.append({QByteArrayLiteral("Host"), head.host});
    return std::exchange(m_read, std::nullopt);
}

bool RequestReader::handleRequest(const QHttpServerRequest &request, QTcpSocket *)
{
    Request result;
    result.method = methodOf(request.method());
    result.headers = request.headers();
    m_read = std::move(result);
    return true;
}

void RequestReader::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }

} // namespace pfx::server
