// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/fault.h"

namespace pfx::fake {

namespace {

struct KindName {
    const char *name;
    Fault::Kind kind;
};

constexpr KindName kindNames[] = {
    {"unreachable", Fault::Kind::Unreachable},
    {"drop", Fault::Kind::Drop},
    {"status", Fault::Kind::Status},
    {"half", Fault::Kind::Half},
    {"cut", Fault::Kind::Cut},
    {"slow", Fault::Kind::Slow},
    {"html", Fault::Kind::Html},
    {"huge", Fault::Kind::Huge},
    {"redirect", Fault::Kind::Redirect},
    {"empty", Fault::Kind::Empty},
};

const QByteArray page = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Planfix</h1></body></html>";

} // namespace

std::optional<Fault> Fault::fromJson(const QJsonObject &json)
{
    static const QStringList known{QStringLiteral("kind"),     QStringLiteral("call"),   QStringLiteral("at"),   QStringLiteral("times"),
                                   QStringLiteral("effect"),   QStringLiteral("status"), QStringLiteral("body"), QStringLiteral("location"),
                                   QStringLiteral("delay_ms"), QStringLiteral("bytes")};
    for (const QString &name : json.keys()) {
        if (!known.contains(name))
            return {};
    }
    for (const KindName &kind : kindNames) {
        if (json[u"kind"].toString() != QLatin1String(kind.name))
            continue;
        Fault fault;
        fault.kind = kind.kind;
        fault.call = json[u"call"].toString();
        fault.at = json[u"at"].toInt(fault.at);
        fault.times = json[u"times"].toInt(fault.times);
        fault.effect = json[u"effect"].toBool(fault.kind == Kind::Slow);
        fault.status = json[u"status"].toInt(fault.status);
        fault.body = json[u"body"].toString().toUtf8();
        fault.location = json[u"location"].toString();
        fault.delayMs = json[u"delay_ms"].toInteger();
        fault.bytes = json[u"bytes"].toInteger(fault.bytes);
        return fault;
    }
    return {};
}

Answer spoilt(const Fault &fault, const Answer &right)
{
    Answer answer = right;
    switch (fault.kind) {
    case Fault::Kind::Unreachable:
        answer.delivery = Delivery::Unreachable;
        break;
    case Fault::Kind::Drop:
        answer.delivery = Delivery::Dropped;
        break;
    case Fault::Kind::Status:
        answer = refusal(fault.status, 0, QStringLiteral("Rest API error"));
        if (!fault.body.isEmpty())
            answer.body = fault.body;
        break;
    case Fault::Kind::Half:
        answer.delivery = Delivery::Half;
        break;
    case Fault::Kind::Cut:
        answer.body = right.body.left(right.body.size() / 2);
        break;
    case Fault::Kind::Slow:
        break;
    case Fault::Kind::Html:
        answer = {fault.status, {{"Content-Type", "text/html; charset=utf-8"}}, fault.body.isEmpty() ? page : fault.body, {}, 0};
        break;
    case Fault::Kind::Huge:
        answer.body = "{\"result\":\"success\",\"tasks\":[" + QByteArray(fault.bytes, ' ') + "]}";
        break;
    case Fault::Kind::Redirect:
        answer = {fault.status, {{"Location", fault.location.toUtf8()}}, {}, {}, 0};
        break;
    case Fault::Kind::Empty:
        answer = {fault.status, {}, {}, {}, 0};
        break;
    }
    answer.delayMs = fault.delayMs;
    return answer;
}

std::optional<Fault> FaultPlan::meet(const QString &call)
{
    std::optional<Fault> met;
    for (Counted &one : m_faults) {
        if (!one.fault.call.isEmpty() && one.fault.call != call)
            continue;
        ++one.seen;
        const bool now = one.seen >= one.fault.at && (one.fault.times == 0 || one.seen < one.fault.at + one.fault.times);
        if (now && !met)
            met = one.fault;
    }
    return met;
}

qsizetype FaultPlan::waiting() const
{
    qsizetype count = 0;
    for (const Counted &one : m_faults)
        count += one.seen < one.fault.at ? 1 : 0;
    return count;
}

} // namespace pfx::fake
