// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_transport.h"

#include <QJsonDocument>
#include <QtTest>

#include <algorithm>

namespace pfx::test {

using base::Result;
using http::Request;
using http::Response;

FakeTransport::Expectation &FakeTransport::Expectation::header(const QByteArray &name, const QByteArray &value)
{
    m_headers.append({name, value});
    return *this;
}

FakeTransport::Expectation &FakeTransport::Expectation::body(const QByteArray &body)
{
    m_body = body;
    return *this;
}

FakeTransport::Expectation &FakeTransport::Expectation::json(const QJsonObject &body)
{
    m_json = body;
    return *this;
}

FakeTransport::Expectation &FakeTransport::Expectation::check(std::function<QString(const Request &)> check)
{
    m_check = std::move(check);
    return *this;
}

FakeTransport::Expectation &FakeTransport::Expectation::doing(std::function<void()> act)
{
    m_act = std::move(act);
    return *this;
}

void FakeTransport::Expectation::answer(int status, const QByteArray &body, const http::Headers &headers)
{
    m_outcome = Response{status, headers, body};
}

void FakeTransport::Expectation::answerJson(const QJsonObject &body, int status)
{
    answer(status, QJsonDocument(body).toJson(QJsonDocument::Compact), {{"Content-Type", "application/json"}});
}

void FakeTransport::Expectation::fails(base::Error error)
{
    m_outcome = base::fail(std::move(error));
}

FakeTransport::~FakeTransport()
{
    for (const QString &problem : takeProblems())
        QTest::qFail(qPrintable(problem), __FILE__, __LINE__);
}

FakeTransport::Expectation &FakeTransport::expect(const QByteArray &method, const QString &url)
{
    const std::lock_guard lock(m_mutex);
    m_expected.emplace_back();
    m_expected.back().m_method = method;
    m_expected.back().m_url = QUrl(url);
    return m_expected.back();
}

QString FakeTransport::difference(const Expectation &expected, const Request &request) const
{
    if (request.method != expected.m_method || request.url != expected.m_url) {
        return QStringLiteral("expected %1 %2").arg(QString::fromLatin1(expected.m_method), expected.m_url.toString());
    }
    for (const http::Header &header : expected.m_headers) {
        const bool found = std::any_of(request.headers.begin(), request.headers.end(), [&](const http::Header &sent) {
            return sent.name.compare(header.name, Qt::CaseInsensitive) == 0 && sent.value == header.value;
        });
        if (!found)
            return QStringLiteral("the header %1 is missing or has another value").arg(QString::fromLatin1(header.name));
    }
    if (expected.m_body && *expected.m_body != request.body)
        return QStringLiteral("another body: %1").arg(QString::fromUtf8(request.body));
    if (expected.m_json && QJsonDocument::fromJson(request.body) != QJsonDocument(*expected.m_json))
        return QStringLiteral("another body: %1").arg(QString::fromUtf8(request.body));
    return expected.m_check ? expected.m_check(request) : QString();
}

Result<Response> FakeTransport::exchange(const Request &request, const base::StopToken &stop)
{
    const QString what = QStringLiteral("%1 %2").arg(QString::fromLatin1(request.method), request.url.toString());
    if (stop.stop_requested())
        return base::fail(base::ErrorCode::Cancelled);
    std::unique_lock lock(m_mutex);
    m_requests.append(request);
    if (m_expected.empty()) {
        m_problems.append(QStringLiteral("nobody expected ") + what);
        return base::fail(base::ErrorCode::Internal, m_problems.last());
    }
    const Expectation expected = std::move(m_expected.front());
    m_expected.pop_front();
    const QString wrong = difference(expected, request);
    if (!wrong.isEmpty()) {
        m_problems.append(QStringLiteral("%1: %2").arg(what, wrong));
        return base::fail(base::ErrorCode::Internal, m_problems.last());
    }
    lock.unlock();
    if (expected.m_act)
        expected.m_act();
    return expected.m_outcome;
}

QVector<Request> FakeTransport::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QStringList FakeTransport::takeProblems()
{
    const std::lock_guard lock(m_mutex);
    QStringList problems = std::exchange(m_problems, {});
    for (const Expectation &missed : m_expected)
        problems.append(QStringLiteral("%1 %2 never came").arg(QString::fromLatin1(missed.m_method), missed.m_url.toString()));
    m_expected.clear();
    return problems;
}

} // namespace pfx::test
