// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/routes.h"

#include "core/orders/lanes.h"
#include "core/orders/order_json.h"
#include "core/planfix/webhook.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::orders {

using base::Result;
using exchange::Accepted;
using exchange::Inbound;
using server::HandIn;
using server::Request;
using server::Response;
using store::Connection;

namespace {

using Decision = std::variant<Response, HandIn>;

const QString ordersService = QStringLiteral("orders");
const QString webhookSecretName = QStringLiteral("planfix.webhook-secret");
constexpr int mostListed = 1000;

/// One line of the journal for what came to `/orders`: the order itself is the record, so that no inbox row is needed for it.
void note(exchange::Journal &journal, const Request &request, const QString &path, int status)
{
    exchange::JournalRecord record;
    record.direction = exchange::Direction::In;
    record.service = ordersService;
    record.method = QString::fromLatin1(server::name(request.method));
    record.path = path;
    record.remote = request.client;
    record.status = status;
    record.atMs = request.receivedMs;
    record.request = QString::fromUtf8(request.body);
    journal.write(std::move(record));
}

// --- /orders ---

struct IncomingOrder {
    Order order;
};
using OrderJobs = exchange::GroupedJobs<IncomingOrder, AddedOrder>;

Response answerOf(const AddedOrder &added)
{
    return Response::json(added.added == Added::New ? 201 : 200,
                          {{QStringLiteral("number"), added.number}, {QStringLiteral("id"), added.id}});
}

server::Route addRoute(const Door &door)
{
    auto jobs = std::make_shared<OrderJobs>(
        door.writer,
        [book = OrderBook(OrderEffects(door.outbox, door.account), door.clock)](
            Connection &db, const std::vector<IncomingOrder> &incoming) mutable -> Result<std::vector<AddedOrder>> {
            QVector<Order> orders;
            orders.reserve(static_cast<qsizetype>(incoming.size()));
            for (const IncomingOrder &one : incoming)
                orders.append(one.order);
            PFX_ASSIGN(const auto added, book.add(db, orders));
            return std::vector<AddedOrder>(added.cbegin(), added.cend());
        });
    server::Route route;
    route.methods = {server::Method::Post};
    route.pattern = "/orders";
    route.authorisation = server::Authorisation::bearer(door.ordersToken);
    route.contentTypes = {"application/json"};
    route.handler = server::AcceptHandler([jobs, &journal = door.journal](const Request &request) -> Decision {
        auto order = readOrder(request.body);
        if (!order) {
            note(journal, request, QStringLiteral("/orders"), 400);
            return server::refuse(server::refusalOf(order.error()));
        }
        order->source = Source::Site;
        return HandIn([jobs, &journal, request, order = std::move(*order)](const server::Answer &answer) {
            jobs->submit({order}, [&journal, request, answer](const Result<AddedOrder> &added) {
                const Response response = added ? answerOf(*added) : server::refuse(server::refusalOf(added.error()));
                note(journal, request, QStringLiteral("/orders"), response.status);
                if (added)
                    answer(response);
                else
                    answer(base::fail(added.error()));
            });
        });
    });
    return route;
}

QString markText(const ChangeMark &mark)
{
    return QStringLiteral("%1-%2").arg(mark.at).arg(mark.id);
}

std::optional<ChangeMark> markOf(const QString &text)
{
    bool isTime = false, isId = false;
    const ChangeMark mark{text.section(u'-', 0, 0).toLongLong(&isTime), text.section(u'-', 1).toLongLong(&isId)};
    return isTime && isId && text == markText(mark) ? std::optional(mark) : std::nullopt;
}

/// What `since`, `after` and `limit` of the address ask for.
struct Listed {
    ChangeMark after;
    int limit = mostListed;
};

Result<Listed> listed(const Request &request)
{
    Listed asked;
    if (const auto text = request.queryValue(QStringLiteral("since"))) {
        const auto since = parseTime(*text);
        if (!since)
            return base::fail(base::ErrorCode::Validation, QStringLiteral("expected a time like 2026-11-21T09:00:00+03:00"),
                              QStringLiteral("since"));
        asked.after = {*since, 0}; // ids begin with 1
    }
    if (const auto text = request.queryValue(QStringLiteral("after"))) {
        const auto mark = markOf(*text);
        if (!mark)
            return base::fail(base::ErrorCode::Validation, QStringLiteral("expected the mark of an answer's header Link"),
                              QStringLiteral("after"));
        asked.after = *mark; // goes on where an answer ended, whatever that one began with
    }
    if (const auto text = request.queryValue(QStringLiteral("limit"))) {
        asked.limit = text->toInt();
        if (asked.limit < 1 || asked.limit > mostListed)
            return base::fail(base::ErrorCode::Validation, QStringLiteral("expected a number within 1…%1").arg(mostListed),
                              QStringLiteral("limit"));
    }
    return asked;
}

/// An array, the longest unchanged first. Where more follows the header `Link` (RFC 8288) says how to ask for it.
server::Route listRoute(const Door &door)
{
    server::Route route;
    route.methods = {server::Method::Get};
    route.pattern = "/orders";
    route.authorisation = server::Authorisation::bearer(door.ordersToken);
    route.handler = server::ReadHandler([](const Request &request, Connection &db) -> Result<Response> {
        PFX_ASSIGN(const Listed asked, listed(request));
        PFX_ASSIGN(QVector<Order> orders, changedAfter(db, asked.after, asked.limit + 1));
        const bool isMore = orders.size() > asked.limit;
        if (isMore)
            orders.removeLast();
        QJsonArray array;
        for (const Order &order : std::as_const(orders))
            array.append(toJson(order));
        Response response = Response::json(200, QJsonDocument(array).toJson(QJsonDocument::Compact));
        if (isMore) {
            const QString mark = markText({orders.last().changedAt, orders.last().id});
            response.headers.append({"Link", QStringLiteral("</orders?after=%1&limit=%2>; rel=\"next\"").arg(mark).arg(asked.limit).toUtf8()});
        }
        return response;
    });
    return route;
}

server::Route showRoute(const Door &door)
{
    server::Route route;
    route.methods = {server::Method::Get};
    route.pattern = "/orders/<number>";
    route.authorisation = server::Authorisation::bearer(door.ordersToken);
    route.handler = server::ReadHandler([](const Request &request, Connection &db) -> Result<Response> {
        PFX_ASSIGN(const auto stored, loadByNumber(db, QString::fromUtf8(request.captures.value("number"))));
        return Response::json(200, toJson(stored.order));
    });
    return route;
}

// --- /planfix/webhook ---

/// The body without the secret, in the spellings in which a scenario may send it.
QByteArray withoutSecret(QByteArray body, const QByteArray &secret)
{
    const QByteArray name = '{' + webhookSecretName.toLatin1() + '}';
    body.replace(secret, name);
    body.replace(secret.toPercentEncoding(), name);
    return body;
}

QByteArray keptHeaders(const Request &request)
{
    QJsonObject headers;
    for (const char *header : {"Content-Type", "User-Agent"}) {
        if (const QByteArray value = request.header(header); !value.isEmpty())
            headers.insert(QLatin1String(header), QString::fromLatin1(value.left(200)));
    }
    return QJsonDocument(headers).toJson(QJsonDocument::Compact);
}

Inbound signalOf(const Request &request, const QByteArray &secret)
{
    Inbound row;
    row.service = effect::planfixService;
    row.operation = taskChanged;
    row.body = withoutSecret(request.body, secret);
    if (const auto signal = planfix::readWebhook(row.body))
        row.subject = taskSubject(signal->task);
    row.method = QString::fromLatin1(server::name(request.method));
    row.path = webhookPath + QLatin1Char('{') + webhookSecretName + QLatin1Char('}');
    row.remote = request.client;
    row.headers = keptHeaders(request);
    return row;
}

/// Planfix must get exactly 200, also for what cannot be understood: anything else holds back every request of the account for minutes.
Response acceptedResponse(qint64 id)
{
    return Response::json(200, {{QStringLiteral("status"), QStringLiteral("accepted")}, {QStringLiteral("id"), id}});
}

server::AcceptHandler webhookHandler(const Door &door)
{
    auto queue = std::make_shared<exchange::AcceptQueue>(door.writer, door.inbox);
    return [queue, secret = door.webhookSecret](const Request &request) -> Decision {
        return HandIn([queue, row = signalOf(request, secret)](const server::Answer &answer) {
            queue->accept(row, [answer](const Result<Accepted> &accepted) {
                answer(accepted.map([](const Accepted &stored) { return acceptedResponse(stored.id); }));
            });
        });
    };
}

server::Authorisation besideTheAddress(const server::SharedSecret &secret)
{
    server::Authorisation authorisation;
    authorisation.allows = [secret](const Request &request) {
        return secret->matches(request.header("X-Webhook-Secret"))
            || secret->matches(request.queryValue(QStringLiteral("secret")).value_or(QString()).toUtf8());
    };
    return authorisation;
}

} // namespace

std::vector<server::Route> routes(const Door &door)
{
    const auto secret = std::make_shared<const server::Secret>(door.webhookSecret);
    server::Route inPath;
    inPath.methods = {server::Method::Post};
    inPath.pattern = "/planfix/webhook/<secret>";
    inPath.authorisation = server::Authorisation::inPath(secret);
    inPath.handler = webhookHandler(door);
    server::Route beside = inPath;
    beside.pattern = "/planfix/webhook";
    beside.authorisation = besideTheAddress(secret);
    return {addRoute(door), listRoute(door), showRoute(door), std::move(inPath), std::move(beside)};
}

} // namespace pfx::orders
