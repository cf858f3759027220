// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_mailers/fake_listmonk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace pfx::test {

namespace {

QByteArray headerOf(const http::Request &request, const QByteArray &name)
{
    for (const http::Header &header : request.headers) {
        if (header.name == name)
            return header.value;
    }
    return {};
}

/// One line of CSV (RFC 4180).
QStringList cells(const QString &line)
{
    QStringList found;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'"' && quoted && i + 1 < line.size() && line.at(i + 1) == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            found.append(std::exchange(cell, {}));
        } else {
            cell += c;
        }
    }
    found.append(cell);
    return found;
}

} // namespace

FakeListmonk::Subscriber *FakeListmonk::find(const QString &email)
{
    for (Subscriber &one : m_subscribers) {
        if (one.email == email.toLower())
            return &one;
    }
    return nullptr;
}

QStringList FakeListmonk::members(int list) const
{
    const std::lock_guard lock(m_mutex);
    QStringList found;
    for (const Subscriber &one : m_subscribers) {
        if (one.lists.value(list) == QLatin1String("confirmed"))
            found.append(one.email + u' ' + one.name);
    }
    found.sort();
    return found;
}

int FakeListmonk::listCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_lists.size());
}

int FakeListmonk::imports() const
{
    const std::lock_guard lock(m_mutex);
    return m_imports;
}

void FakeListmonk::unsubscribe(const QString &email, int list)
{
    const std::lock_guard lock(m_mutex);
    if (Subscriber *one = find(email))
        one->lists.insert(list, QStringLiteral("unsubscribed"));
}

void FakeListmonk::blocklist(const QString &email)
{
    const std::lock_guard lock(m_mutex);
    if (Subscriber *one = find(email)) {
        one->status = QStringLiteral("blocklisted");
        for (QString &status : one->lists)
            status = QStringLiteral("unsubscribed");
    }
}

void FakeListmonk::remove(const QString &email)
{
    const std::lock_guard lock(m_mutex);
    if (const Subscriber *one = find(email))
        m_subscribers.remove(one->id);
}

void FakeListmonk::add(const QString &email, const QString &name, int list)
{
    const std::lock_guard lock(m_mutex);
    const qint64 id = m_nextId++;
    m_subscribers.insert(id, {id, email, name, QStringLiteral("enabled"), {}, {{list, QStringLiteral("confirmed")}}});
}

QJsonObject FakeListmonk::shown(const Subscriber &subscriber) const
{
    QJsonArray lists;
    for (auto at = subscriber.lists.cbegin(); at != subscriber.lists.cend(); ++at)
        lists.append(QJsonObject{{QStringLiteral("id"), at.key()}, {QStringLiteral("subscription_status"), at.value()}});
    return {{QStringLiteral("id"), subscriber.id},           {QStringLiteral("email"), subscriber.email},
            {QStringLiteral("name"), subscriber.name},       {QStringLiteral("status"), subscriber.status},
            {QStringLiteral("attribs"), subscriber.attributes}, {QStringLiteral("lists"), lists}};
}

static http::Response dataAnswer(const QJsonValue &data)
{
    return {200, {{"Content-Type", "application/json"}}, QJsonDocument(QJsonObject{{QStringLiteral("data"), data}}).toJson(QJsonDocument::Compact)};
}

http::Response FakeListmonk::answer(const http::Request &request)
{
    if (request.url.host() != QUrl(QString::fromLatin1(address)).host())
        return refuse(404, QStringLiteral("another host"));
    if (headerOf(request, "Authorization") != "Basic " + (QByteArray(user) + ':' + token).toBase64())
        return json(403, "{\"message\":\"invalid API credentials\"}");
    const QString path = request.url.path();
    if (path == QLatin1String("/api/lists"))
        return lists(request);
    if (path.startsWith(QLatin1String("/api/subscribers")))
        return subscribers(request);
    if (path == QLatin1String("/api/import/subscribers"))
        return import(request);
    return refuse(404, QStringLiteral("no such path: ") + path);
}

http::Response FakeListmonk::lists(const http::Request &request)
{
    if (request.method == "GET") {
        const QString tag = QUrlQuery(request.url).queryItemValue(QStringLiteral("tags"));
        QJsonArray results;
        for (auto at = m_lists.cbegin(); at != m_lists.cend(); ++at) {
            if (tag.isEmpty() || at->tags.contains(tag))
                results.append(QJsonObject{{QStringLiteral("id"), at.key()},
                                           {QStringLiteral("name"), at->name},
                                           {QStringLiteral("tags"), QJsonArray::fromStringList(at->tags)}});
        }
        return dataAnswer(QJsonObject{{QStringLiteral("results"), results}, {QStringLiteral("total"), results.size()}});
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString name = body.value(QLatin1String("name")).toString();
    if (request.method != "POST" || name.isEmpty() || body.value(QLatin1String("type")) != QLatin1String("private")
        || body.value(QLatin1String("optin")) != QLatin1String("single"))
        return refuse(400, QStringLiteral("a list needs name, type and optin"));
    List list{name, {}};
    const QJsonArray tags = body.value(QLatin1String("tags")).toArray();
    for (const QJsonValue &one : tags)
        list.tags.append(one.toString());
    const qint64 id = m_nextId++;
    m_lists.insert(id, list);
    return dataAnswer(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), name}});
}

http::Response FakeListmonk::subscribers(const http::Request &request)
{
    const QString path = request.url.path();
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "POST" && path == QLatin1String("/api/subscribers"))
        return create(body);
    if (request.method == "PUT" && path == QLatin1String("/api/subscribers/lists"))
        return changeLists(body);
    if (request.method == "PATCH")
        return patch(path.section(QLatin1Char('/'), -1).toLongLong(), body);
    if (request.method != "GET" || path != QLatin1String("/api/subscribers"))
        return refuse(405, QString::fromLatin1(request.method) + path);
    const QUrlQuery query(request.url);
    const qint64 list = query.queryItemValue(QStringLiteral("list_id")).toLongLong();
    const QString search = query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
    static const QRegularExpression byAddress(QStringLiteral("^subscribers\\.email = '((?:[^']|'')*)'$"));
    const auto asked = byAddress.match(search);
    if (!search.isEmpty() && !asked.hasMatch())
        return refuse(400, QStringLiteral("a search that is no SQL: ") + search);
    const QString email = asked.captured(1).replace(QLatin1String("''"), QLatin1String("'"));
    const int size = std::max(1, query.queryItemValue(QStringLiteral("per_page")).toInt());
    const int page = std::max(1, query.queryItemValue(QStringLiteral("page")).toInt());
    QJsonArray results;
    int at = 0;
    for (const Subscriber &one : std::as_const(m_subscribers)) {
        if ((list > 0 && !one.lists.contains(list)) || (!email.isEmpty() && one.email != email))
            continue;
        if (at >= (page - 1) * size && at < page * size)
            results.append(shown(one));
        ++at;
    }
    return dataAnswer(QJsonObject{{QStringLiteral("results"), results}, {QStringLiteral("total"), at}});
}

http::Response FakeListmonk::create(const QJsonObject &body)
{
    const QString email = body.value(QLatin1String("email")).toString();
    const QString name = body.value(QLatin1String("name")).toString();
    if (!email.contains(u'@') || email != email.trimmed() || name.isEmpty() || body.value(QLatin1String("status")) != QLatin1String("enabled"))
        return refuse(400, QStringLiteral("a subscriber needs email, name and status"));
    if (find(email))
        return json(409, "{\"message\":\"E-mail already exists.\"}");
    Subscriber one{m_nextId++, email.toLower(), name, QStringLiteral("enabled"), body.value(QLatin1String("attribs")).toObject(), {}};
    const QJsonArray lists = body.value(QLatin1String("lists")).toArray();
    for (const QJsonValue &list : lists) {
        if (!m_lists.contains(list.toInteger()))
            return refuse(400, QStringLiteral("no such list"));
        one.lists.insert(list.toInteger(), body.value(QLatin1String("preconfirm_subscriptions")).toBool() ? QStringLiteral("confirmed")
                                                                                                         : QStringLiteral("unconfirmed"));
    }
    m_subscribers.insert(one.id, one);
    return dataAnswer(shown(one));
}

http::Response FakeListmonk::patch(qint64 id, const QJsonObject &body)
{
    const auto at = m_subscribers.find(id);
    if (at == m_subscribers.end())
        return refuse(400, QStringLiteral("no such subscriber"));
    if (body.contains(QLatin1String("name")))
        at->name = body.value(QLatin1String("name")).toString();
    if (body.contains(QLatin1String("attribs")))
        at->attributes = body.value(QLatin1String("attribs")).toObject();
    return dataAnswer(shown(*at));
}

http::Response FakeListmonk::changeLists(const QJsonObject &body)
{
    const QString action = body.value(QLatin1String("action")).toString();
    const QJsonArray ids = body.value(QLatin1String("ids")).toArray();
    const QJsonArray lists = body.value(QLatin1String("target_list_ids")).toArray();
    if (ids.isEmpty() || lists.isEmpty() || (action != QLatin1String("add") && action != QLatin1String("remove")))
        return refuse(400, QStringLiteral("ids, action and target_list_ids are wanted"));
    for (const QJsonValue &id : ids) {
        const auto at = m_subscribers.find(id.toInteger());
        if (at == m_subscribers.end())
            continue;
        for (const QJsonValue &list : lists) {
            if (!m_lists.contains(list.toInteger()))
                return refuse(400, QStringLiteral("no such list"));
            if (action == QLatin1String("remove"))
                at->lists.remove(list.toInteger());
            else
                at->lists.insert(list.toInteger(), body.value(QLatin1String("status")).toString(QStringLiteral("unconfirmed")));
        }
    }
    return dataAnswer(true);
}

QString FakeListmonk::importRows(const QByteArray &csv, qint64 list)
{
    const QStringList lines = QString::fromUtf8(csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.value(0).trimmed() != QLatin1String("email,name,attributes"))
        return QStringLiteral("the first line is not email,name,attributes");
    for (const QString &line : lines.mid(1)) {
        const QStringList row = cells(line.endsWith(QLatin1Char('\r')) ? line.chopped(1) : line);
        if (row.size() != 3)
            return QStringLiteral("not three cells: ") + line;
        Subscriber *one = find(row[0]);
        if (!one) {
            const qint64 id = m_nextId++;
            m_subscribers.insert(id, {id, row[0].toLower(), {}, QStringLiteral("enabled"), {}, {}});
            one = &m_subscribers[id];
        }
        one->name = row[1];
        one->attributes = QJsonDocument::fromJson(row[2].toUtf8()).object();
        if (one->attributes.isEmpty())
            return QStringLiteral("attributes that are no JSON: ") + row[2];
        one->lists.insert(list, one->status == QLatin1String("blocklisted") ? QStringLiteral("unsubscribed") : QStringLiteral("confirmed"));
    }
    return {};
}

http::Response FakeListmonk::import(const http::Request &request)
{
    if (request.method == "GET") {
        if (m_polls > 0)
            --m_polls;
        const bool over = m_polls <= 0;
        return dataAnswer(QJsonObject{{QStringLiteral("name"), QStringLiteral("subs.csv")},
                                      {QStringLiteral("status"), over ? QStringLiteral("finished") : QStringLiteral("importing")}});
    }
    if (m_polls > 0)
        return json(400, "{\"message\":\"An import is already running\"}");
    static const QRegularExpression boundaryForm(QStringLiteral("^multipart/form-data; boundary=([A-Za-z0-9]+)$"));
    const auto boundary = boundaryForm.match(QString::fromLatin1(headerOf(request, "Content-Type")));
    if (request.method != "POST" || !boundary.hasMatch())
        return refuse(400, QStringLiteral("no multipart form"));
    QByteArray params, file;
    for (const QByteArray &part : request.body.split('\0').first().replace("--" + boundary.captured(1).toLatin1(), QByteArray(1, '\0')).split('\0')) {
        const qsizetype head = part.indexOf("\r\n\r\n");
        const QByteArray content = head < 0 ? QByteArray() : part.mid(head + 4).chopped(2);
        if (part.left(head).contains("name=\"params\""))
            params = content;
        else if (part.left(head).contains("name=\"file\"; filename="))
            file = content;
    }
    const QJsonObject wanted = QJsonDocument::fromJson(params).object();
    const qint64 list = wanted.value(QLatin1String("lists")).toArray().first().toInteger();
    if (wanted.value(QLatin1String("mode")) != QLatin1String("subscribe") || wanted.value(QLatin1String("delim")) != QLatin1String(",")
        || wanted.value(QLatin1String("subscription_status")) != QLatin1String("confirmed")
        || wanted.value(QLatin1String("overwrite")) != QJsonValue(true) || !m_lists.contains(list))
        return refuse(400, QStringLiteral("params: ") + QString::fromUtf8(params));
    if (const QString wrong = importRows(file, list); !wrong.isEmpty())
        return refuse(400, wrong);
    ++m_imports;
    m_polls = 2;
    return dataAnswer(wanted);
}

} // namespace pfx::test
