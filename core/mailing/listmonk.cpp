// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/listmonk.h"

#include "core/formats/csv_line.h"
#include "core/http/status_error.h"
#include "core/mailing/list_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace pfx::mailing {

using base::ErrorCode;
using base::JsonReader;
using base::Result;

namespace {

constexpr int imported = 10'000; // people in one CSV
constexpr int oneByOne = 100;
constexpr int pageRows = 1'000;
constexpr qint64 pollMs = 1'000;
constexpr int mostPolls = 600;
constexpr qint64 importDeadlineMs = 300'000;

QString nameOf(const Recipient &person)
{
    const QString name = QString(person.firstName + QLatin1Char(' ') + person.lastName).trimmed();
    return name.isEmpty() ? person.email.left(person.email.indexOf(QLatin1Char('@'))) : name; // listmonk wants one, and does the same
}

QJsonObject attributesOf(const Recipient &person, const ListTitle &title)
{
    QJsonObject attributes{{QStringLiteral("list"), title.code}};
    if (person.planfixId)
        attributes.insert(QStringLiteral("planfix_id"), *person.planfixId);
    return attributes;
}

/// A literal of listmonk's search expressions, which are SQL.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

/// Whether listmonk says that the person does not want to be written to.
std::optional<Reason> refusalIn(const QJsonObject &subscriber, qint64 list)
{
    if (subscriber.value(QLatin1String("status")).toString() == QLatin1String("blocklisted"))
        return Reason::Unsubscribed;
    const QJsonArray lists = subscriber.value(QLatin1String("lists")).toArray();
    for (const QJsonValue &one : lists) {
        if (one[QLatin1String("id")].toInteger() == list && one[QLatin1String("subscription_status")].toString() == QLatin1String("unsubscribed"))
            return Reason::Unsubscribed;
    }
    return std::nullopt;
}

RemotePerson personOf(const QJsonObject &subscriber, qint64 list)
{
    return {subscriber.value(QLatin1String("email")).toString(),
            QString::number(subscriber.value(QLatin1String("id")).toInteger()), refusalIn(subscriber, list)};
}

QByteArray formPart(const QByteArray &boundary, const QByteArray &disposition, const QByteArray &content)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

} // namespace

int Listmonk::batch(Run run) const
{
    return run == Run::First ? imported : oneByOne;
}

Result<Listmonk::Answer> Listmonk::ask(http::Request request, const base::StopToken &stop)
{
    return ask(std::move(request), {}, stop);
}

Result<Listmonk::Answer> Listmonk::ask(http::Request request, const QJsonObject &body, const base::StopToken &stop,
                                       const QVector<int> &accepted)
{
    request.headers.append({"Authorization", "Basic " + (m_access.user + QLatin1Char(':') + m_access.token.reveal()).toUtf8().toBase64()});
    request.secrets.append(m_access.token.reveal());
    if (!body.isEmpty()) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    PFX_ASSIGN(const http::Response response, m_call.send(request, stop));
    if (!response.isSuccess() && !accepted.contains(response.status))
        return base::fail(response.status == 403 ? base::Error{ErrorCode::Unauthorized, QStringLiteral("HTTP 403"), request.service}
                                                 : http::statusError(request, response));
    const auto json = JsonReader::parse(response.body);
    if (!json)
        return base::fail(ErrorCode::BadAnswer, json.error().detail, json.error().where);
    return Answer{response.status, JsonReader(json->object().value(QLatin1String("data")).toObject(), QStringLiteral("data"))};
}

Result<QString> Listmonk::openList(const ListTitle &title, const base::StopToken &stop)
{
    http::Request look = m_call.request("GET", QStringLiteral("/api/lists"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("tags"), title.code);
    query.addQueryItem(QStringLiteral("per_page"), QStringLiteral("all"));
    look.url.setQuery(query);
    PFX_ASSIGN(const Answer found, ask(look, stop));
    PFX_ASSIGN(const auto lists, found.data.children(QStringLiteral("results")));
    for (const JsonReader &list : lists) {
        PFX_ASSIGN(const QStringList tags, list.texts(QStringLiteral("tags")));
        if (tags.contains(title.code))
            return list.textOrNumber(QStringLiteral("id"), {});
    }
    http::Request make = m_call.request("POST", QStringLiteral("/api/lists"));
    make.repeat = http::Repeat::Never; // the next attempt looks for it first
    PFX_ASSIGN(const Answer made, ask(make,
                                      {{QStringLiteral("name"), title.name},
                                       {QStringLiteral("type"), QStringLiteral("private")},
                                       {QStringLiteral("optin"), QStringLiteral("single")},
                                       {QStringLiteral("tags"), QJsonArray{QStringLiteral("planfix"), title.code}}},
                                      stop));
    PFX_ASSIGN(const qint64 id, made.data.integer(QStringLiteral("id")));
    return QString::number(id);
}

Result<std::optional<RemotePerson>> Listmonk::find(qint64 list, const QString &email, const base::StopToken &stop)
{
    http::Request request = m_call.request("GET", QStringLiteral("/api/subscribers"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("query"), QStringLiteral("subscribers.email = ") + quoted(email));
    query.addQueryItem(QStringLiteral("per_page"), QStringLiteral("1"));
    // A plus in an address is no space.
    request.url.setQuery(query.toString(QUrl::FullyEncoded).replace(QLatin1Char('+'), QLatin1String("%2B")), QUrl::StrictMode);
    PFX_ASSIGN(const Answer found, ask(request, stop));
    PFX_ASSIGN(const auto people, found.data.children(QStringLiteral("results")));
    return people.isEmpty() ? std::nullopt : std::optional(personOf(people.first().object(), list));
}

Result<Placed> Listmonk::putKnown(qint64 list, const ListTitle &title, const Recipient &person, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto known, find(list, person.email, stop));
    if (!known)
        return base::fail(ErrorCode::Conflict, QStringLiteral("listmonk has the address and does not find it"), QStringLiteral("forward"));
    if (known->refused)
        return Placed{known->remoteId, known->refused};
    PFX_TRY(ask(m_call.request("PATCH", QStringLiteral("/api/subscribers/") + known->remoteId),
                {{QStringLiteral("name"), nameOf(person)}, {QStringLiteral("attribs"), attributesOf(person, title)}}, stop));
    PFX_TRY(ask(m_call.request("PUT", QStringLiteral("/api/subscribers/lists")),
                {{QStringLiteral("ids"), QJsonArray{known->remoteId.toLongLong()}},
                 {QStringLiteral("action"), QStringLiteral("add")},
                 {QStringLiteral("target_list_ids"), QJsonArray{list}},
                 {QStringLiteral("status"), QStringLiteral("confirmed")}},
                stop));
    return Placed{known->remoteId, std::nullopt};
}

Result<Placed> Listmonk::putOne(qint64 list, const ListTitle &title, const Recipient &person, const base::StopToken &stop)
{
    constexpr int exists = 409;
    PFX_ASSIGN(const Answer answer, ask(m_call.request("POST", QStringLiteral("/api/subscribers")),
                                        {{QStringLiteral("email"), person.email},
                                         {QStringLiteral("name"), nameOf(person)},
                                         {QStringLiteral("status"), QStringLiteral("enabled")},
                                         {QStringLiteral("lists"), QJsonArray{list}},
                                         {QStringLiteral("attribs"), attributesOf(person, title)},
                                         {QStringLiteral("preconfirm_subscriptions"), true}},
                                        stop, {exists}));
    if (answer.status == exists)
        return putKnown(list, title, person, stop);
    PFX_ASSIGN(const qint64 id, answer.data.integer(QStringLiteral("id")));
    return Placed{QString::number(id), std::nullopt};
}

Result<QVector<Placed>> Listmonk::put(const QString &list, const ListTitle &title, const QVector<Recipient> &people, Run run,
                                      const base::StopToken &stop)
{
    const qint64 id = list.toLongLong();
    if (run == Run::First && people.size() > oneByOne) {
        PFX_TRY(importCsv(id, title, people, stop));
        return QVector<Placed>(people.size());
    }
    QVector<Placed> placed;
    for (const Recipient &person : people) {
        PFX_ASSIGN(Placed one, person.remoteId.isEmpty() ? putOne(id, title, person, stop) : putKnown(id, title, person, stop));
        placed.append(std::move(one));
    }
    return placed;
}

Result<void> Listmonk::importCsv(qint64 list, const ListTitle &title, const QVector<Recipient> &people, const base::StopToken &stop)
{
    QByteArray csv = "email,name,attributes\n";
    for (const Recipient &person : people)
        csv += formats::csvLine({person.email, nameOf(person),
                        QString::fromUtf8(QJsonDocument(attributesOf(person, title)).toJson(QJsonDocument::Compact))},
                       QLatin1Char(','), formats::Formulas::AsTheyAre); // nobody opens it in a spreadsheet, and an address may begin with a plus
    const QJsonObject params{{QStringLiteral("mode"), QStringLiteral("subscribe")},
                             {QStringLiteral("subscription_status"), QStringLiteral("confirmed")},
                             {QStringLiteral("delim"), QStringLiteral(",")},
                             {QStringLiteral("lists"), QJsonArray{list}},
                             {QStringLiteral("overwrite"), true}};
    const QByteArray boundary = "planfix" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    http::Request request = m_call.request("POST", QStringLiteral("/api/import/subscribers"));
    request.headers.append({"Content-Type", "multipart/form-data; boundary=" + boundary});
    request.body = formPart(boundary, "name=\"params\"", QJsonDocument(params).toJson(QJsonDocument::Compact))
        + formPart(boundary, "name=\"file\"; filename=\"subs.csv\"\r\nContent-Type: text/csv", csv) + "--" + boundary + "--\r\n";
    request.deadlineMs = importDeadlineMs;
    constexpr int running = 400; // somebody else's import: one at a time
    PFX_ASSIGN(const Answer begun, ask(request, {}, stop, {running}));
    if (begun.status == running)
        return base::fail(ErrorCode::Busy, QStringLiteral("another import is running there"), QStringLiteral("forward"));
    for (int i = 0; i < mostPolls; ++i) {
        PFX_ASSIGN(const Answer state, ask(m_call.request("GET", QStringLiteral("/api/import/subscribers")), stop));
        PFX_ASSIGN(const QString status, state.data.text(QStringLiteral("status")));
        if (status == QLatin1String("finished"))
            return {};
        if (status == QLatin1String("failed"))
            return base::fail(ErrorCode::BadAnswer, QStringLiteral("the import failed"), QStringLiteral("forward"));
        m_pause(pollMs, stop);
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
    }
    return base::fail(ErrorCode::Timeout, QStringLiteral("the import does not end"), QStringLiteral("forward"));
}

Result<void> Listmonk::take(const QString &list, const QVector<Recipient> &people, const base::StopToken &stop)
{
    const qint64 id = list.toLongLong();
    QJsonArray ids;
    for (const Recipient &person : people) {
        if (!person.remoteId.isEmpty()) {
            ids.append(person.remoteId.toLongLong());
            continue;
        }
        PFX_ASSIGN(const auto found, find(id, person.email, stop));
        if (found)
            ids.append(found->remoteId.toLongLong());
    }
    if (ids.isEmpty())
        return {};
    PFX_TRY(ask(m_call.request("PUT", QStringLiteral("/api/subscribers/lists")),
                {{QStringLiteral("ids"), ids},
                 {QStringLiteral("action"), QStringLiteral("remove")},
                 {QStringLiteral("target_list_ids"), QJsonArray{id}}},
                stop));
    return {};
}

Result<std::optional<QVector<RemotePerson>>> Listmonk::look(const QString &list, const base::StopToken &stop)
{
    QVector<RemotePerson> people;
    for (int page = 1;; ++page) {
        http::Request request = m_call.request("GET", QStringLiteral("/api/subscribers"));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("list_id"), list);
        query.addQueryItem(QStringLiteral("page"), QString::number(page));
        query.addQueryItem(QStringLiteral("per_page"), QString::number(pageRows));
        request.url.setQuery(query);
        PFX_ASSIGN(const Answer answer, ask(request, stop));
        PFX_ASSIGN(const auto rows, answer.data.children(QStringLiteral("results")));
        for (const JsonReader &row : rows)
            people.append(personOf(row.object(), list.toLongLong()));
        if (rows.size() < pageRows)
            return std::optional(std::move(people));
    }
}

} // namespace pfx::mailing
