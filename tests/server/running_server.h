// SPDX-License-Identifier: GPL-3.0-or-later
// A real server on a free port of loopback with the routes that the tests call: /echo answers what came, /later hands in and answers from
// another thread, /secret/<secret>, /form, /large.
#pragma once

#include "core/server/server.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace pfx::test {

/// Answers of /later are given when the test says so, by a thread of their own.
class LaterAnswers
{
public:
    ~LaterAnswers();
    void add(server::Answer answer, server::Response response);
    /// Waits until so many requests are there.
    bool waitFor(std::size_t count);
    /// Answers all that wait, the last first.
    void release();
    std::size_t count();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::pair<server::Answer, server::Response>> m_waiting;
};

server::Limits quickLimits();

class RunningServer
{
public:
    explicit RunningServer(server::ServerOptions options = {}, store::Store *store = nullptr, std::vector<server::Route> more = {});
    ~RunningServer() { server.stop(); }

    QString error; ///< Empty when it listens.
    int port = 0;
    std::shared_ptr<LaterAnswers> later = std::make_shared<LaterAnswers>();
    base::SystemClock clock;
    server::Server server;

private:
    std::vector<server::Route> routes(std::vector<server::Route> more);
};

/// POST /path with any body of at most a MiB, answered by the function.
server::Route acceptRoute(const QByteArray &pattern, server::AcceptHandler handler,
                          std::vector<server::Method> methods = {server::Method::Post});

} // namespace pfx::test
