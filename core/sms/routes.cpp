// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/routes.h"

#include "core/server/form.h"
#include "core/sms/credentials.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::sms {

using base::Result;
using server::HandIn;
using server::Request;
using server::Response;

namespace {

using Decision = std::variant<Response, HandIn>;

constexpr qsizetype longestShown = 2000;

QByteArray jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

Response refusal(const Refusal &refused, const ProblemWords &words)
{
    const QString text = words ? words(refused) : name(refused.problem);
    Response response = Response::json(statusOf(refused.problem),
                                       QByteArray("{\"status\":\"error\",\"code\":\"" + name(refused.problem).toLatin1() + "\",\"error\":"
                                                  + jsonText(text) + '}'));
    response.credentialsRefused = refused.problem == Problem::WrongCredentials;
    if (refused.problem == Problem::TooMany || refused.problem == Problem::CannotStore)
        response.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("60")));
    return response;
}

/// Of one that was accepted, in the order in which the contract lists them: Planfix shows it as it is.
Response acceptance(const Taken &taken, int segments, State state)
{
    QByteArray body = "{\"status\":\"ok\",\"id\":\"" + QByteArray::number(taken.id) + "\",\"segments\":" + QByteArray::number(segments)
        + ",\"state\":\"" + name(state).toLatin1() + '"';
    if (taken.kind == Entry::Kind::Repeated)
        body += ",\"duplicate\":true";
    return Response::json(200, QByteArray(body + '}'));
}

/// The request as the journal may show it: what was not taken stands nowhere else.
void note(exchange::Journal &journal, const Request &request, const QString &shown, const Response &response)
{
    exchange::JournalRecord record;
    record.direction = exchange::Direction::In;
    record.service = QStringLiteral("sms");
    record.method = QString::fromLatin1(server::name(request.method));
    record.path = smsPath;
    record.remote = request.client;
    record.status = response.status;
    record.atMs = request.receivedMs;
    record.request = shown.left(longestShown);
    record.answer = QString::fromUtf8(response.body);
    journal.write(std::move(record));
}

/// The fields of Planfix's form.
struct SmsForm {
    QString from, to, text;
    QString credential; ///< Name of what was presented.
    qint64 taskId = 0;
};

Refusal malformed(const base::Error &error)
{
    return {error.detail == QLatin1String("missing") ? Problem::Missing : Problem::Malformed, error.where, 0, 0};
}

tl::expected<SmsForm, Refusal> readForm(const Request &request, const Policy &policy)
{
    const auto form = server::Form::parse(request.body);
    if (!form)
        return tl::unexpected(malformed(form.error()));
    SmsForm read;
    std::optional<QString> login, username, password, key, task;
    const std::pair<const char *, std::optional<QString> *> optional[] = {
        {"login", &login}, {"username", &username}, {"password", &password}, {"key", &key}, {"task", &task}};
    for (const auto &[field, into] : optional) {
        auto value = form->value(QLatin1String(field));
        if (!value)
            return tl::unexpected(malformed(value.error()));
        *into = *std::move(value);
    }
    const auto credential = matchCredential(policy, {login ? login : username, password, key});
    if (!credential)
        return tl::unexpected(Refusal{Problem::WrongCredentials, {}, 0, 0});
    read.credential = *credential;
    for (const auto &[field, into] : {std::pair{"to", &read.to}, std::pair{"text", &read.text}}) {
        auto value = form->required(QLatin1String(field));
        if (!value)
            return tl::unexpected(malformed(value.error()));
        *into = *std::move(value);
    }
    auto from = form->value(QStringLiteral("from"));
    if (!from)
        return tl::unexpected(malformed(from.error()));
    read.from = from->value_or(QString());
    if (!task)
        task = request.queryValue(QStringLiteral("task"));
    read.taskId = task ? task->toLongLong() : 0;
    return read;
}

QString shownForm(const tl::expected<SmsForm, Refusal> &form)
{
    if (!form)
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("credential"), form->credential},
                                                       {QStringLiteral("from"), form->from},
                                                       {QStringLiteral("to"), form->to},
                                                       {QStringLiteral("text"), form->text}})
                                 .toJson(QJsonDocument::Compact));
}

HandIn handIn(const Door &door, const Request &request, NewMessage message)
{
    return [&intake = door.intake, &journal = door.journal, words = door.words, request,
            message = std::move(message)](const server::Answer &answer) {
        const int segments = message.segments;
        const State state = message.state;
        intake.take(message, [&journal, words, request, answer, segments, state](const Result<Taken> &taken) {
            if (taken && taken->kind != Entry::Kind::TooMany) {
                answer(acceptance(*taken, segments, state));
                return;
            }
            const Refusal refused{taken ? Problem::TooMany : Problem::CannotStore, taken ? taken->limit : QString(), 0, 0};
            const Response response = refusal(refused, words);
            note(journal, request, {}, response);
            answer(response);
        });
    };
}

server::Route smsRoute(const Door &door)
{
    server::Route route;
    route.methods = {server::Method::Post};
    route.pattern = "/sms";
    route.authorisation = server::Authorisation::body();
    route.contentTypes = {"application/x-www-form-urlencoded"};
    route.refusalShape = [](QJsonObject &body, const server::Refusal &refused) {
        body.insert(QStringLiteral("status"), QStringLiteral("error"));
        body.insert(QStringLiteral("code"), server::name(refused.code));
    };
    route.handler = server::AcceptHandler([door](const Request &request) -> Decision {
        const SharedPolicy policy = door.policy.get();
        auto form = readForm(request, *policy);
        tl::expected<NewMessage, Refusal> message = tl::unexpected(Refusal());
        if (form) {
            message = prepare({Source::Planfix, form->credential, request.client, form->from, form->to, form->text, form->taskId}, *policy,
                              door.clock.nowMs());
        } else {
            message = tl::unexpected(form.error());
        }
        if (message)
            return handIn(door, request, *std::move(message));
        Response response = refusal(message.error(), door.words);
        note(door.journal, request, shownForm(form), response);
        return response;
    });
    return route;
}

server::Route providerRoute(const Door &door)
{
    server::Route route;
    route.methods = {server::Method::Post, server::Method::Get};
    route.pattern = "/provider/<name>/<secret>";
    route.authorisation.allows = [&holder = door.policy](const Request &request) {
        const SharedPolicy policy = holder.get();
        const Provider *provider = policy->provider(QString::fromUtf8(request.captures.value("name")));
        return provider && !provider->callbackSecret.isEmpty()
            && server::equalInConstantTime(request.captures.value("secret"), provider->callbackSecret);
    };
    route.authorisation.refusedAs = server::RefusalCode::NotFound;
    route.handler = server::AcceptHandler([door](const Request &request) -> Decision {
        const SharedPolicy policy = door.policy.get();
        const Provider *provider = policy->provider(QString::fromUtf8(request.captures.value("name")));
        if (!provider || !provider->kind || !provider->kind->readCallback)
            return server::refuse({server::RefusalCode::NotFound, {}});
        auto callback = provider->kind->readCallback(provider->config, request);
        if (!callback)
            return server::refuse(server::refusalOf(callback.error()));
        return HandIn([report = door.report, name = provider->config.name, callback = *std::move(callback)](const server::Answer &answer) {
            report(name, callback.receipts, [answer, response = callback.answer](const Result<void> &stored) {
                if (stored)
                    answer(response);
                else
                    answer(base::fail(stored.error()));
            });
        });
    });
    return route;
}

} // namespace

std::vector<server::Route> routes(const Door &door)
{
    std::vector<server::Route> all;
    all.push_back(smsRoute(door));
    all.push_back(providerRoute(door));
    return all;
}

} // namespace pfx::sms
