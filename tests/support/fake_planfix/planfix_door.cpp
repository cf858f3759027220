// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_planfix/planfix_door.h"

namespace pfx::fake {

namespace {

const QString controlPath = QStringLiteral("/__fake/");

std::optional<Call> parse(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    if (end < 0 || first.size() != 3)
        return {};
    const QUrl url = QUrl::fromEncoded(first[1]);
    Call call{first[0], url.path(), QUrlQuery(url), {}, bytes.mid(end + 4)};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            call.headers.append(http::Header{line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return call;
}

QByteArray head(const Answer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    for (const http::Header &header : answer.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n";
}

/// False when the connection is over.
bool deliver(test::RawPeer &peer, const Answer &answer)
{
    if (answer.delayMs > 0)
        peer.pause(answer.delayMs);
    switch (answer.delivery) {
    case Delivery::Unreachable:
        peer.reset();
        return false;
    case Delivery::Dropped:
        return false;
    case Delivery::Half:
        peer.write(head(answer) + answer.body.left(answer.body.size() / 2));
        return false;
    case Delivery::Whole:
        return peer.write(head(answer) + answer.body);
    }
    return false;
}

QJsonObject toJson(const LogEntry &entry)
{
    return {{QStringLiteral("at_ms"), entry.atMs},    {QStringLiteral("method"), QString::fromLatin1(entry.method)},
            {QStringLiteral("path"), entry.path},     {QStringLiteral("call"), entry.call},
            {QStringLiteral("body"), entry.body},     {QStringLiteral("status"), entry.status},
            {QStringLiteral("effect"), entry.effect}, {QStringLiteral("spoilt"), entry.spoilt}};
}

QStringList texts(const QJsonValue &array)
{
    QStringList found;
    for (const QJsonValue one : array.toArray())
        found << one.toString();
    return found;
}

void change(AccessRules &rules, const QJsonObject &order)
{
    rules.perSecond = order[u"per_second"].toDouble(rules.perSecond);
    rules.perDay = order[u"per_day"].toInteger(rules.perDay);
    rules.trouble = order[u"trouble"].toInt(rules.trouble);
    const QString refusal = order[u"pace_refusal"].toString();
    if (refusal == u"429")
        rules.paceRefusal = PaceRefusal::Status429;
    else if (!refusal.isEmpty())
        rules.paceRefusal = refusal == u"code22" ? PaceRefusal::Code22 : PaceRefusal::Code22WithTime;
}

Answer unknownOrder()
{
    return answerJson(400, {{QStringLiteral("error"), QStringLiteral("no such order")}});
}

Answer done()
{
    return answerJson(200, {});
}

} // namespace

PlanfixDoor::PlanfixDoor(FakePlanfix &planfix, ShiftedClock &clock, quint16 port)
    : m_planfix(planfix), m_clock(clock), m_server([this](test::RawPeer &peer) { talk(peer); }, {}, port)
{
    // Another host than the API's: a redirect there must be noticed.
    m_planfix.setStorage(QStringLiteral("http://localhost:%1/__storage/").arg(m_server.port()));
}

void PlanfixDoor::talk(test::RawPeer &peer)
{
    for (;;) {
        const QByteArray bytes = peer.readRequest();
        if (bytes.isEmpty())
            return;
        const auto call = parse(bytes);
        if (!call) {
            deliver(peer, {400, {}, {}, {}, 0});
            return;
        }
        if (!deliver(peer, call->path.startsWith(controlPath) ? control(*call) : m_planfix.answer(*call)))
            return;
    }
}

Answer PlanfixDoor::control(const Call &call)
{
    const QString what = call.path.mid(controlPath.size());
    if (call.method == "GET")
        return told(what);
    if (call.method == "DELETE" && what == u"refusals") {
        m_planfix.takeRefusals();
        return done();
    }
    if (call.method == "DELETE" && what == u"faults") {
        m_planfix.clearFaults();
        return done();
    }
    const QJsonDocument order = QJsonDocument::fromJson(call.body);
    if (call.method != "POST" || !order.isObject())
        return unknownOrder();
    return ordered(what, order.object()).value_or(unknownOrder());
}

Answer PlanfixDoor::told(const QString &what) const
{
    QJsonArray rows;
    if (what == u"log") {
        for (const LogEntry &entry : m_planfix.log())
            rows.append(toJson(entry));
    } else if (what == u"refusals") {
        rows = QJsonArray::fromStringList(m_planfix.refusals());
    } else if (what == u"events") {
        for (const Event &event : m_planfix.takeEvents())
            rows.append(QJsonObject{{QStringLiteral("event"), event.name}, {QStringLiteral("task_id"), event.taskId}});
    } else if (what.startsWith(u"rows/")) {
        for (const QJsonObject &row : m_planfix.rows(what.mid(5)))
            rows.append(row);
    } else if (what == u"state") {
        return answerJson(200, m_planfix.save());
    } else if (what == u"faults") {
        return answerJson(200, {{QStringLiteral("waiting"), m_planfix.faultsThatNeverCame()}});
    } else {
        return unknownOrder();
    }
    return {200, {{"Content-Type", "application/json"}}, QJsonDocument(rows).toJson(QJsonDocument::Compact), {}, 0};
}

std::optional<Answer> PlanfixDoor::ordered(const QString &what, const QJsonObject &order)
{
    if (what == u"faults") {
        const auto fault = Fault::fromJson(order);
        if (!fault)
            return {};
        m_planfix.fail(*fault);
    } else if (what == u"scopes") {
        m_planfix.grant(order[u"scopes"].isArray() ? std::optional(texts(order[u"scopes"])) : std::nullopt,
                        order[u"key"].toString(usualKey()));
    } else if (what == u"rules") {
        m_planfix.setRules([&order](AccessRules &rules) { change(rules, order); });
    } else if (what == u"quota") {
        m_planfix.useUpQuota(m_clock.nowMs() + order[u"reset_in_ms"].toInteger());
    } else if (what == u"lock") {
        m_planfix.lockTask(order[u"task"].toInteger(), m_clock.nowMs() + order[u"for_ms"].toInteger());
    } else if (what == u"clock") {
        m_clock.advance(order[u"advance_ms"].toInteger());
    } else if (what == u"act") {
        const Answer answer = m_planfix.act(order[u"method"].toString(QStringLiteral("POST")).toLatin1(), order[u"path"].toString(),
                                            order[u"body"].toObject(), order[u"person"].toString(QStringLiteral("user:5")));
        return answerJson(200, {{QStringLiteral("status"), answer.status}, {QStringLiteral("answer"), answer.json()}});
    } else {
        return {};
    }
    return done();
}

} // namespace pfx::fake
