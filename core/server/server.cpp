// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/server.h"

#include "core/server/engine.h"

#include <QThread>

#include <future>

namespace pfx::server {

using base::Result;

/// The server's thread: the engine lives in it and dies in it.
class Server::Private : public QThread
{
    Q_OBJECT

public:
    Private(Server &server, const base::Clock &clock, store::Store *store, ServerOptions options, std::vector<Route> routes)
        : m_server(server), m_clock(clock), m_store(store), m_options(std::move(options)), m_routes(std::move(routes))
    {
    }

    Result<void> launch()
    {
        m_mailbox = std::make_shared<ServerMailbox>();
        m_started = {};
        auto started = m_started.get_future();
        start();
        Result<void> result = started.get();
        if (!result)
            wait();
        return result;
    }

    void finish()
    {
        if (!isRunning())
            return;
        m_mailbox->post(StopServing{});
        wait();
    }

    void beginFinish()
    {
        if (isRunning())
            m_mailbox->post(StopServing{});
    }

    void setRoutes(std::vector<Route> routes)
    {
        m_routes = routes;
        if (isRunning())
            m_mailbox->post(NewRoutes{std::move(routes)});
    }

    void lookAtCertificate()
    {
        if (isRunning())
            m_mailbox->post(LookAtCertificate{});
    }

    ServerView view;

protected:
    void run() override
    {
        {
            Engine engine(m_clock, m_store, m_options, m_mailbox, view);
            connect(&engine, &Engine::stateChanged, &m_server, &Server::stateChanged, Qt::DirectConnection);
            connect(&engine, &Engine::requestsAnswered, &m_server, &Server::requestsAnswered, Qt::DirectConnection);
            connect(
                &engine, &Engine::stopped, this, [this] { quit(); }, Qt::DirectConnection);
            const Result<void> started = engine.start(m_routes);
            m_started.set_value(started);
            if (!started)
                return;
            exec();
        }
        view.change([](ServerStatus &status) { status = {}; });
        emit m_server.stateChanged();
    }

private:
    Server &m_server;
    const base::Clock &m_clock;
    store::Store *const m_store;
    const ServerOptions m_options;
    std::vector<Route> m_routes;
    std::shared_ptr<ServerMailbox> m_mailbox;
    std::promise<Result<void>> m_started;
};

Server::Server(const base::Clock &clock, store::Store *store, ServerOptions options, std::vector<Route> routes, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, clock, store, std::move(options), std::move(routes)))
{
}

Server::~Server()
{
    stop();
}

Result<void> Server::start()
{
    if (d->isRunning())
        return {};
    return d->launch();
}

void Server::stop()
{
    d->finish();
}

void Server::stopSoon()
{
    d->beginFinish();
}

void Server::setRoutes(std::vector<Route> routes)
{
    d->setRoutes(std::move(routes));
}

void Server::lookAtCertificate()
{
    d->lookAtCertificate();
}

ServerStatus Server::status() const
{
    return d->view.status();
}

std::vector<RecentRequest> Server::recentRequests() const
{
    return d->view.recent();
}

} // namespace pfx::server

#include "server.moc"
