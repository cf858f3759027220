// SPDX-License-Identifier: GPL-3.0-or-later
// A transport that knows which requests will come, in order, and answers each as told. Strict: a request that differs or that nobody expects
// gets an error and fails the test; so does one that never came. Any thread may send; expectations and the end belong to the test's thread.
#pragma once

#include "core/http/transport.h"

#include <QJsonArray>
#include <QJsonObject>

#include <deque>
#include <functional>
#include <mutex>

namespace pfx::test {

class FakeTransport : public http::Transport
{
public:
    class Expectation
    {
    public:
        /// Each must be there with this value; others may be too.
        Expectation &header(const QByteArray &name, const QByteArray &value);
        Expectation &body(const QByteArray &body);
        /// The body as JSON: equal as a value, not as a text.
        Expectation &json(const QJsonObject &body);
        /// Says what is wrong with the request; empty when nothing is.
        Expectation &check(std::function<QString(const http::Request &)> check);
        /// Before the answer: moves the clock, asks for a stop.
        Expectation &doing(std::function<void()> act);

        /// One of them ends the expectation; without any it is 200 with an empty body.
        void answer(int status, const QByteArray &body = {}, const http::Headers &headers = {});
        void answerJson(const QJsonObject &body, int status = 200);
        void fails(base::Error error);

    private:
        friend class FakeTransport;
        QByteArray m_method;
        QUrl m_url;
        http::Headers m_headers;
        std::optional<QByteArray> m_body;
        std::optional<QJsonObject> m_json;
        std::function<QString(const http::Request &)> m_check;
        std::function<void()> m_act;
        base::Result<http::Response> m_outcome = http::Response{200, {}, {}};
    };

    FakeTransport() = default;
    /// Fails the test for what was wrong and what did not come, unless takeProblems() has taken it.
    ~FakeTransport() override;

    /// The next one. `url` with its query; the reference is good until the next call.
    Expectation &expect(const QByteArray &method, const QString &url);

    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override;

    /// What came, in order.
    QVector<http::Request> requests() const;
    /// What was wrong so far, with what is still expected; forgets both.
    QStringList takeProblems();

private:
    QString difference(const Expectation &expected, const http::Request &request) const;

    mutable std::mutex m_mutex;
    std::deque<Expectation> m_expected;
    QVector<http::Request> m_requests;
    QStringList m_problems;
};

} // namespace pfx::test
