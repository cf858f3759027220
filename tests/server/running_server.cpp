// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/running_server.h"

#include "core/server/form.h"
#include "tests/support/verify_result.h"

#include <chrono>

namespace pfx::test {

using namespace pfx::server;

LaterAnswers::~LaterAnswers()
{
    release();
}

void LaterAnswers::add(Answer answer, Response response)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.emplace_back(std::move(answer), std::move(response));
    m_changed.notify_all();
}

bool LaterAnswers::waitFor(std::size_t count)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_waiting.size() >= count; });
}

std::size_t LaterAnswers::count()
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void LaterAnswers::release()
{
    std::vector<std::pair<Answer, Response>> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers.swap(m_waiting);
    }
    std::thread([&answers] {
        for (auto pair = answers.rbegin(); pair != answers.rend(); ++pair)
            pair->first(pair->second);
    }).join();
}

Limits quickLimits()
{
    Limits limits;
    limits.sendMs = 400;
    limits.idleMs = 600;
    limits.lingerMs = 300;
    limits.stopMs = 2000;
    limits.slowMs = 300;
    limits.slowestMs = 600;
    return limits;
}

Route acceptRoute(const QByteArray &pattern, AcceptHandler handler, std::vector<Method> methods)
{
    Route route;
    route.methods = std::move(methods);
    route.pattern = pattern;
    route.handler = std::move(handler);
    return route;
}

namespace {

std::variant<Response, HandIn> echo(const Request &request)
{
    return Response::json(200,
                          {{QStringLiteral("method"), QString::fromLatin1(name(request.method))},
                           {QStringLiteral("path"), QString::fromLatin1(request.path)},
                           {QStringLiteral("query"), QString::fromLatin1(request.query)},
                           {QStringLiteral("client"), request.client},
                           {QStringLiteral("this_machine"), request.fromThisMachine},
                           {QStringLiteral("size"), request.body.size()},
                           {QStringLiteral("body"), QString::fromUtf8(request.body.left(200))}});
}

std::variant<Response, HandIn> form(const Request &request)
{
    const auto form = Form::parse(request.body);
    if (!form)
        return refuse(refusalOf(form.error()));
    const auto login = form->required(QStringLiteral("login"));
    if (!login)
        return refuse(refusalOf(login.error()));
    Response response = Response::json(200, {{QStringLiteral("login"), *login}});
    if (*login != QLatin1String("right")) {
        response = refuse({RefusalCode::Unauthorized, {}});
        response.credentialsRefused = true;
    }
    return response;
}

} // namespace

std::vector<Route> RunningServer::routes(std::vector<Route> more)
{
    more.push_back(acceptRoute("/echo", echo, {Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete}));
    more.push_back(acceptRoute("/later", [later = later](const Request &request) -> std::variant<Response, HandIn> {
        return HandIn([later, request](Answer answer) {
            later->add(std::move(answer), Response::json(200, {{QStringLiteral("body"), QString::fromUtf8(request.body)}}));
        });
    }));
    Route secret = acceptRoute("/hook/<secret>", echo, {Method::Get, Method::Post});
    secret.authorisation = Authorisation::inPath(std::make_shared<Secret>("s3cret-part"));
    more.push_back(secret);
    Route bearer = acceptRoute("/bearer", echo, {Method::Get, Method::Post});
    bearer.authorisation = Authorisation::bearer(std::make_shared<Secret>("right"));
    more.push_back(bearer);
    Route inBody = acceptRoute("/form", form);
    inBody.authorisation = Authorisation::body();
    inBody.contentTypes = {"application/x-www-form-urlencoded"};
    more.push_back(inBody);
    Route large = acceptRoute("/large", echo);
    large.bodyBytes = 4 * MiB;
    more.push_back(large);
    return more;
}

RunningServer::RunningServer(ServerOptions options, store::Store *store, std::vector<Route> more)
    : server(
        clock, store,
        [&] {
            if (options.listen == ServerOptions().listen)
                options.listen = QStringLiteral("127.0.0.1:0");
            return options;
        }(),
        routes(std::move(more)))
{
    const auto started = server.start();
    error = errorText(started);
    port = server.status().address.section(u':', -1).toInt();
}

} // namespace pfx::test
