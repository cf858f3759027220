// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/planfix.h"

#include "app/demo/planfix/projection.h"

namespace pfx::fake {

namespace {

const QString root = QStringLiteral("/rest");
const QString storagePath = QStringLiteral("/__storage/");

Answer wrongAddress()
{
    return refusal(405, 5, QStringLiteral("Scope denied, method not allowed"));
}

bool isList(const SpecCall &call)
{
    return call.name.endsWith(u"/list");
}

QString shown(const Call &call)
{
    QUrlQuery query = call.query;
    if (query.hasQueryItem(QStringLiteral("access_token"))) {
        query.removeAllQueryItems(QStringLiteral("access_token"));
        query.addQueryItem(QStringLiteral("access_token"), QStringLiteral("…"));
    }
    return query.isEmpty() ? call.path : call.path + u'?' + query.toString(QUrl::FullyDecoded);
}

} // namespace

Planfix::Planfix(const base::Clock &clock, const QJsonObject &account) : m_clock(clock), m_state(account), m_access(m_state) { }

QDateTime Planfix::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), QTimeZone::utc());
}

Answer Planfix::answer(const Call &call)
{
    const std::lock_guard lock(m_mutex);
    if (call.path.startsWith(storagePath))
        return storage(call);
    const auto found = call.path.startsWith(root + u'/') ? m_spec.find(call.method, call.path.mid(root.size())) : std::nullopt;
    const auto fault = m_faults.meet(found ? found->call->name : QString());
    LogEntry entry{m_clock.nowMs(),
                   call.method,
                   shown(call),
                   found ? found->call->name : QString(),
                   QJsonDocument::fromJson(call.body).object(),
                   0,
                   !fault || fault->effect,
                   fault.has_value()};
    Answer answer = entry.effect ? right(call) : success();
    entry.status = entry.effect ? answer.status : 0;
    m_log.append(entry);
    if (entry.effect && call.method != "GET" && answer.status < 300 && m_saved)
        m_saved(m_state.save());
    return fault ? spoilt(*fault, answer) : answer;
}

Answer Planfix::right(const Call &call)
{
    applyQueued();
    if (!call.path.startsWith(root + u'/')) {
        refuse(QStringLiteral("%1 %2: not under /rest/").arg(QString::fromLatin1(call.method), call.path));
        return {404, {{"Content-Type", "text/html"}}, "<html><body>404 Not Found</body></html>", {}, 0};
    }
    const Access::Verdict verdict = m_access.admit(call, m_clock.nowMs());
    Answer answer = verdict.refusal ? *verdict.refusal : serve(call, verdict.person);
    if (!verdict.refusal || verdict.refusal->status != 401)
        answer.headers.append({"X-RateLimit-Remaining", QByteArray::number(m_access.remaining(m_clock.nowMs()))});
    return answer;
}

Answer Planfix::serve(const Call &call, const QString &person)
{
    const auto found = m_spec.find(call.method, call.path.mid(root.size()));
    if (!found) {
        refuse(QStringLiteral("%1 %2: no such call").arg(QString::fromLatin1(call.method), call.path));
        return wrongAddress();
    }
    if (!m_access.mayCall(call, found->call->scopes))
        return wrongAddress();
    return handle(call, *found, person);
}

std::optional<Answer> Planfix::readBody(const Call &call, const SpecCall &about, QJsonObject &body)
{
    const QByteArray type = call.header("Content-Type");
    if (!about.form.isEmpty())
        return {};
    if (about.body.isEmpty()) {
        if (!call.body.isEmpty() && call.body.trimmed() != "{}")
            refuse(about.name + QStringLiteral(": takes no body"));
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.body, &error);
    if (!type.startsWith("application/json"))
        refuse(about.name + QStringLiteral(": the content type is not JSON's"));
    if (!document.isObject()) {
        refuse(about.name + QStringLiteral(": the body is no JSON object"));
        return refusal(isList(about) ? 500 : 400, 30, QStringLiteral("Rest API error, not valid JSON: ") + error.errorString());
    }
    body = document.object();
    const QStringList problems = m_spec.problems(body, about.body, {});
    for (const QString &problem : problems)
        refuse(about.name + QStringLiteral(": ") + problem);
    if (problems.isEmpty())
        return {};
    return isList(about) ? refusal(500, 0, QStringLiteral("Rest API error"))
                         : refusal(400, 41, QStringLiteral("Wrong value of ") + problems.first());
}

Answer Planfix::handle(const Call &call, const Found &found, const QString &person)
{
    const SpecCall &about = *found.call;
    QUrlQuery query = call.query;
    query.removeAllQueryItems(QStringLiteral("access_token"));
    for (const QString &problem : m_spec.problems(query, about))
        refuse(about.name + QStringLiteral(": ") + problem);
    QJsonObject body;
    if (auto wrong = readBody(call, about, body))
        return *wrong;
    const Handler handler = fake::handler(about.handler);
    Context context{m_spec, m_state, about, found.placeholders, query, body, call, person, now(), m_storage, m_refusals, m_events};
    if (handler == nullptr) {
        context.refuse(QStringLiteral("this fake does not serve it"));
        return refusal(501, 0, QStringLiteral("Rest API error"));
    }
    if (!about.fields.isEmpty()) {
        for (const QString &name : unknownFields(context.fields(), m_spec.fields(about.fields)))
            context.refuse(QStringLiteral("fields: nobody knows ") + name);
    }
    const qint64 id = context.number(QStringLiteral("id"));
    if (about.handler == u"task.update" && m_locked.value(id) > m_clock.nowMs()) {
        m_queued.append({m_locked.value(id), call, person});
        return {202, {}, {}, {}, 0};
    }
    return handler(context);
}

void Planfix::applyQueued()
{
    QVector<Queued> later;
    const QVector<Queued> queued = std::exchange(m_queued, {});
    for (const Queued &one : queued) {
        if (one.untilMs > m_clock.nowMs())
            later.append(one);
        else
            serve(one.call, one.person);
    }
    m_queued += later;
}

Answer Planfix::storage(const Call &call)
{
    if (!call.header("Authorization").isEmpty() || call.query.hasQueryItem(QStringLiteral("access_token")))
        refuse(QStringLiteral("the storage of files was shown the key"));
    const auto file = m_state.find(QStringLiteral("files"), call.path.mid(storagePath.size()).toLongLong());
    if (!file)
        return {404, {}, {}, {}, 0};
    return {
        200, {{"Content-Type", "application/octet-stream"}}, QByteArray::fromBase64(file->value(u"_content").toString().toLatin1()), {}, 0};
}

Answer Planfix::act(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &person)
{
    const std::lock_guard lock(m_mutex);
    const QUrl url(path);
    const Call call{method,
                    root + url.path(),
                    QUrlQuery(url),
                    {{"Content-Type", "application/json"}},
                    method == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact)};
    const auto found = m_spec.find(method, url.path());
    if (!found) {
        refuse(QStringLiteral("%1 %2: no such call").arg(QString::fromLatin1(method), path));
        return wrongAddress();
    }
    applyQueued();
    const Answer answer = handle(call, *found, person);
    if (m_saved && answer.status < 300)
        m_saved(m_state.save());
    return answer;
}

void Planfix::fail(const Fault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults.add(fault);
}

void Planfix::clearFaults()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

qsizetype Planfix::faultsThatNeverCame() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults.waiting();
}

void Planfix::grant(const std::optional<QStringList> &scopes, const QString &key)
{
    const std::lock_guard lock(m_mutex);
    m_state.setKeys(withKey({{QStringLiteral("keys"), m_state.keys()}}, key, scopes)[u"keys"].toArray());
}

void Planfix::setRules(const std::function<void(AccessRules &)> &change)
{
    const std::lock_guard lock(m_mutex);
    change(m_access.rules());
}

void Planfix::useUpQuota(qint64 resetAtMs)
{
    const std::lock_guard lock(m_mutex);
    m_access.useUpQuota(resetAtMs);
}

void Planfix::lockTask(qint64 id, qint64 untilMs)
{
    const std::lock_guard lock(m_mutex);
    m_locked.insert(id, untilMs);
}

void Planfix::setStorage(const QString &address)
{
    const std::lock_guard lock(m_mutex);
    m_storage = address;
}

QVector<LogEntry> Planfix::log() const
{
    const std::lock_guard lock(m_mutex);
    return m_log;
}

QStringList Planfix::refusals() const
{
    const std::lock_guard lock(m_mutex);
    return m_refusals;
}

QStringList Planfix::takeRefusals()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_refusals, {});
}

QVector<Event> Planfix::takeEvents()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

QVector<QJsonObject> Planfix::rows(const QString &table) const
{
    const std::lock_guard lock(m_mutex);
    const auto rows = m_state.rows(table);
    return {rows.cbegin(), rows.cend()};
}

QJsonObject Planfix::row(const QString &table, qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    return m_state.find(table, id).value_or(QJsonObject());
}

void Planfix::onChange(std::function<void(const QJsonObject &)> saved)
{
    const std::lock_guard lock(m_mutex);
    m_saved = std::move(saved);
}

QJsonObject Planfix::save() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.save();
}

} // namespace pfx::fake
