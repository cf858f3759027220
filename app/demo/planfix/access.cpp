// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/access.h"

namespace pfx::fake {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 mostSeconds = 1000;
constexpr double pacePatience = 0.95; ///< Clocks and networks are not exact.

/// Texts other than the first are invented; so are the statuses of 2 and of 10 to 21.
struct Trouble {
    int code;
    int status;
    const char *text;
};

constexpr Trouble troubles[] = {
    {1, 401, "Access denied, unknown token"},
    {2, 401, "Access denied, token is not active"},
    {6, 403, "Not permitted"},
    {10, 403, "Account is blocked for spam"},
    {11, 403, "Account is frozen"},
    {16, 403, "User is not active"},
    {20, 403, "Subscription is not paid"},
    {21, 403, "API is not available on the free plan"},
};

std::optional<Answer> troubleAnswer(int code)
{
    for (const Trouble &one : troubles) {
        if (one.code == code)
            return refusal(one.status, one.code, QString::fromLatin1(one.text));
    }
    return {};
}

Answer quotaAnswer(std::optional<qint64> timeToReset)
{
    QJsonObject body{{QStringLiteral("result"), QStringLiteral("fail")},
                     {QStringLiteral("code"), 22},
                     {QStringLiteral("error"), QStringLiteral("Requests limit exceeded")}};
    if (timeToReset)
        body.insert(QStringLiteral("timeToReset"), *timeToReset);
    return answerJson(403, body);
}

} // namespace

QJsonObject Access::keyOf(const Call &call) const
{
    const QByteArray header = call.header("Authorization");
    QString given = header.startsWith("Bearer ") ? QString::fromUtf8(header.mid(7)) : QString();
    if (given.isEmpty() && call.method == "GET")
        given = call.query.queryItemValue(QStringLiteral("access_token"), QUrl::FullyDecoded);
    for (const QJsonValue key : m_state.keys()) {
        if (!given.isEmpty() && key[u"key"].toString() == given)
            return key.toObject();
    }
    return {};
}

Access::Verdict Access::admit(const Call &call, qint64 nowMs)
{
    const QJsonObject key = keyOf(call);
    if (key.isEmpty())
        return {{}, troubleAnswer(1)};
    if (!key[u"active"].toBool(true))
        return {{}, troubleAnswer(2)};
    if (auto answer = trouble())
        return {{}, answer};
    if (auto answer = tooMany(nowMs))
        return {{}, answer};
    if (auto answer = tooFast(nowMs))
        return {{}, answer};
    return {key[u"user"].toString(), {}};
}

std::optional<Answer> Access::trouble() const
{
    return m_rules.trouble == 0 ? std::nullopt : troubleAnswer(m_rules.trouble);
}

void Access::useUpQuota(qint64 resetAtMs)
{
    m_used = m_rules.perDay;
    m_resetAtMs = resetAtMs;
    m_shownAtMs = -1;
}

std::optional<Answer> Access::tooMany(qint64 nowMs)
{
    if (nowMs >= m_resetAtMs) {
        m_used = 0;
        m_resetAtMs = nowMs - nowMs % dayMs + dayMs;
        m_shownAtMs = -1;
    }
    if (m_used >= m_rules.perDay) {
        const qint64 left = m_resetAtMs - nowMs;
        return quotaAnswer(left > mostSeconds * 1000 ? left : (left + 999) / 1000);
    }
    ++m_used;
    return {};
}

std::optional<Answer> Access::tooFast(qint64 nowMs)
{
    const bool fast = m_rules.perSecond > 0 && double(nowMs - m_lastMs) < 1000 / m_rules.perSecond * pacePatience;
    m_lastMs = nowMs;
    if (!fast)
        return {};
    if (m_rules.paceRefusal != PaceRefusal::Status429)
        return quotaAnswer(m_rules.paceRefusal == PaceRefusal::Code22 ? std::nullopt : std::optional<qint64>(1));
    return Answer{429, {{"Retry-After", "1"}, {"Content-Type", "text/html"}}, "<html><body>429 Too Many Requests</body></html>", {}, 0};
}

bool Access::mayCall(const Call &call, const QStringList &scopes) const
{
    const QJsonValue given = keyOf(call)[u"scopes"];
    if (!given.isArray()) // "not set": all
        return true;
    for (const QString &scope : scopes) {
        if (!given.toArray().contains(scope))
            return false;
    }
    return true;
}

qint64 Access::remaining(qint64 nowMs)
{
    if (m_shownAtMs < 0 || nowMs - m_shownAtMs >= m_rules.remainingEveryMs) {
        m_shown = qMax<qint64>(0, m_rules.perDay - m_used);
        m_shownAtMs = nowMs;
    }
    return m_shown;
}

} // namespace pfx::fake
