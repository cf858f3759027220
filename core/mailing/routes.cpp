// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/routes.h"

#include "core/mailing/suppressions.h"
#include "core/mailing/unsubscribe_page.h"

#include <QJsonObject>

namespace pfx::mailing {

using base::Result;
using server::HandIn;
using server::Request;
using server::Response;

namespace {

using Decision = std::variant<Response, HandIn>;

constexpr qint64 mostBytes = 64 * server::MiB;
constexpr int sendMs = 120'000; // 64 MiB over a line of 5 Mbit/s
constexpr int importMs = 300'000;

// --- /mailing ---

Response refused(const Refusal &refusal, const RefusalWords &words)
{
    const QJsonObject body{{QStringLiteral("error"), words(refusal)}};
    switch (refusal.why) {
    case Refused::NotJson:
        return Response::json(400, body);
    case Refused::WrongToken: {
        Response response = Response::json(401, body);
        response.credentialsRefused = true;
        return response;
    }
    case Refused::NotStored: {
        Response response = Response::json(503, body);
        response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("5")});
        return response;
    }
    default: // an error within the service: Planfix's specification knows it by the field alone
        return Response::json(200, body);
    }
}

Response answerOf(const Outcome &outcome, const RefusalWords &words)
{
    if (outcome.refusal)
        return refused(*outcome.refusal, words);
    QJsonObject body{{QStringLiteral("success"), true}};
    if (!outcome.listId.isEmpty())
        body.insert(QStringLiteral("listId"), outcome.listId);
    return Response::json(200, body);
}

/// Words and numbers, since the journal shows no values of fields that it does not know to be harmless.
QString summary(const RequestRecord &record)
{
    const IntakeCounts &counts = record.counts;
    QStringList parts{record.action};
    const std::pair<const char *, qint64> numbers[] = {{"received", counts.received},     {"added", counts.added},
                                                       {"updated", counts.updated},       {"removed", counts.removed},
                                                       {"unchanged", counts.unchanged},   {"skipped", counts.skipped},
                                                       {"suppressed", counts.suppressed}, {"without e-mail", counts.withoutEmail}};
    for (const auto &[name, number] : numbers) {
        if (number > 0)
            parts.append(QLatin1String(name) + QLatin1Char(' ') + QString::number(number));
    }
    for (const ContactProblem &problem : record.problems)
        parts.append(problem.place + QLatin1Char(' ') + name(problem.kind));
    return parts.join(QStringLiteral(", "));
}

/// The journal's line. The contacts are in the list and the history; a body of 64 MiB need not stand here as well.
void note(exchange::Journal &journal, const Request &request, const Response &response, const RequestRecord &done)
{
    exchange::JournalRecord record;
    record.direction = exchange::Direction::In;
    record.service = effect::forwardService;
    record.method = QString::fromLatin1(server::name(request.method));
    record.path = mailingPath;
    record.remote = request.client;
    record.status = response.status;
    record.atMs = request.receivedMs;
    record.durationMs = done.durationMs;
    record.request = summary(done);
    record.answer = QString::fromUtf8(response.body);
    journal.write(std::move(record));
}

server::Route mailingRoute(const Door &door)
{
    server::Route route;
    route.methods = {server::Method::Post};
    route.pattern = mailingPath.toLatin1();
    route.authorisation = server::Authorisation::body();
    route.bodyBytes = mostBytes;
    route.sendMs = sendMs;
    auto desk = std::make_shared<ListDesk>(door.writer, door.clock, ForwardEffects(door.outbox), door.words);
    server::Ask ask;
    ask.deadlineMs = importMs;
    ask.handler = [desk, token = door.token, words = door.words, &journal = door.journal](const Request &request,
                                                                                          base::StopToken stop) -> Result<Response> {
        const auto answer = [&](const Response &response, const RequestRecord &done = {}) {
            note(journal, request, response, done);
            return response;
        };
        const auto parsed = PlanfixRequest::read(request.body);
        if (const auto *refusal = std::get_if<Refusal>(&parsed))
            return answer(refused(*refusal, words));
        const auto &asked = std::get<PlanfixRequest>(parsed);
        if (!token->matches(asked.token()))
            return answer(refused({Refused::WrongToken, {}}, words));
        const auto outcome = desk->handle(asked, request.client, stop);
        if (!outcome)
            return answer(refused({Refused::NotStored, {}}, words));
        return answer(answerOf(*outcome, words), outcome->record);
    };
    route.handler = std::move(ask);
    return route;
}

// --- /u/<token> ---

server::AcceptHandler unsubscribeHandler(const Door &door)
{
    return [links = door.links, words = door.unsubscribeWords, &clock = door.clock, &writer = door.writer,
            &outbox = door.outbox](const Request &request) -> Decision {
        const auto who = links.read(request.captures.value("token"));
        if (!who)
            return server::refuse({server::RefusalCode::NotFound, {}});
        if (request.method != server::Method::Post)
            return questionPage(*who, words);
        Suppression suppression;
        suppression.email = who->email;
        suppression.reason = Reason::Unsubscribed;
        suppression.listId = who->listId;
        suppression.at = clock.nowMs();
        return server::storeJob(
            writer,
            [suppression, effects = ForwardEffects(outbox)](store::Connection &db) -> Result<void> {
                PFX_ASSIGN(const WasSuppressed before, suppress(db, suppression));
                return before == WasSuppressed::Yes ? Result<void>() : effects.suppressionsChanged(db);
            },
            [who = *who, words]() -> Result<Response> { return donePage(who, words); });
    };
}

} // namespace

std::vector<server::Route> routes(const Door &door)
{
    server::Route unsubscribe;
    unsubscribe.methods = {server::Method::Get, server::Method::Post};
    unsubscribe.pattern = "/u/<token>";
    unsubscribe.bodyBytes = 4 * server::KiB;
    unsubscribe.handler = unsubscribeHandler(door);
    return {mailingRoute(door), std::move(unsubscribe)};
}

} // namespace pfx::mailing
