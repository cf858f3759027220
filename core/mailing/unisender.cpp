// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/unisender.h"

#include "core/http/status_error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pfx::mailing {

using base::ErrorCode;
using base::JsonReader;
using base::Result;

namespace {

constexpr int mostContacts = 500; // in one call
constexpr qint64 deadlineMs = 90'000; // three attempts of 30 s, as the service advises
constexpr qsizetype codeShown = 6;

/// Titles are unique there, names of lists here are not.
QString titleOf(const ListTitle &title)
{
    return QStringLiteral("%1 [%2]").arg(title.name, title.code.right(codeShown));
}

ErrorCode codeOf(const QString &code)
{
    if (code == QLatin1String("invalid_api_key") || code == QLatin1String("access_denied"))
        return ErrorCode::Unauthorized;
    if (code.contains(QLatin1String("limit")) || code == QLatin1String("too_many_requests"))
        return ErrorCode::RateLimited;
    if (code == QLatin1String("retry_later") || code == QLatin1String("unspecified"))
        return ErrorCode::Network;
    return ErrorCode::Validation;
}

} // namespace

int UniSender::batch(Run) const
{
    return mostContacts;
}

Result<QJsonValue> UniSender::ask(const QString &method, const Fields &fields, const base::StopToken &stop, http::Repeat repeat)
{
    http::Request request = m_call.request("POST", QLatin1Char('/') + method);
    request.repeat = repeat;
    request.deadlineMs = deadlineMs;
    request.secrets.append(m_key.reveal());
    request.headers.append(http::Header{"Content-Type", "application/x-www-form-urlencoded"});
    request.body = "format=json&api_key=" + m_key.reveal().toUtf8().toPercentEncoding();
    for (const auto &[name, value] : fields)
        request.body += '&' + name.toUtf8().toPercentEncoding("[]") + '=' + value.toUtf8().toPercentEncoding();
    PFX_ASSIGN(const http::Response response, m_call.send(request, stop));
    const auto json = JsonReader::parse(response.body);
    if (!json)
        return base::fail(response.isSuccess() ? base::Error{ErrorCode::BadAnswer, json.error().detail, json.error().where}
                                               : http::statusError(request, response));
    if (json->has(QStringLiteral("error"))) {
        PFX_ASSIGN(const QString code, json->textOrNumber(QStringLiteral("code"), {}));
        return base::fail(codeOf(code), code, QStringLiteral("unisender"));
    }
    if (!response.isSuccess())
        return base::fail(http::statusError(request, response));
    if (!json->has(QStringLiteral("result")))
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("expected result"), QStringLiteral("unisender"));
    return json->object().value(QLatin1String("result"));
}

Result<QString> UniSender::openList(const ListTitle &title, const base::StopToken &stop)
{
    PFX_ASSIGN(const QJsonValue lists, ask(QStringLiteral("getLists"), {}, stop));
    const QJsonArray known = lists.toArray();
    for (const QJsonValue &list : known) {
        if (list[QLatin1String("title")].toString() == titleOf(title))
            return JsonReader(list.toObject()).textOrNumber(QStringLiteral("id"), {});
    }
    PFX_ASSIGN(const QJsonValue made,
               ask(QStringLiteral("createList"), {{QStringLiteral("title"), titleOf(title)}}, stop, http::Repeat::Never));
    PFX_ASSIGN(const QString id, JsonReader(made.toObject(), QStringLiteral("result")).textOrNumber(QStringLiteral("id"), {}));
    if (id.isEmpty())
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("expected a number"), QStringLiteral("result.id"));
    return id;
}

Result<QVector<Placed>> UniSender::put(const QString &list, const ListTitle &, const QVector<Recipient> &people, Run,
                                       const base::StopToken &stop)
{
    Fields fields{{QStringLiteral("field_names[0]"), QStringLiteral("email")},
                  {QStringLiteral("field_names[1]"), QStringLiteral("Name")},
                  {QStringLiteral("field_names[2]"), QStringLiteral("email_list_ids")}};
    for (qsizetype i = 0; i < people.size(); ++i) {
        const Recipient &person = people[i];
        const QString name = QString(person.firstName + QLatin1Char(' ') + person.lastName).trimmed();
        const QString cells[] = {person.email, name, list};
        for (int column = 0; column < 3; ++column)
            fields.append({QStringLiteral("data[%1][%2]").arg(i).arg(column), cells[column]});
    }
    // What the service does not take (its "log") stays with it: telling it again would change nothing, and its journal line says why.
    PFX_TRY(ask(QStringLiteral("importContacts"), fields, stop));
    return QVector<Placed>(people.size());
}

Result<void> UniSender::take(const QString &list, const QVector<Recipient> &people, const base::StopToken &stop)
{
    for (const Recipient &person : people) {
        PFX_TRY(ask(QStringLiteral("exclude"),
                    {{QStringLiteral("contact_type"), QStringLiteral("email")},
                     {QStringLiteral("contact"), person.email},
                     {QStringLiteral("list_ids"), list}},
                    stop));
    }
    return {};
}

Result<std::optional<QVector<RemotePerson>>> UniSender::look(const QString &, const base::StopToken &)
{
    return std::optional<QVector<RemotePerson>>();
}

} // namespace pfx::mailing
