// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/memory_ledger.h"

#include <QCryptographicHash>

namespace pfx::sms {

using base::Result;

namespace {

constexpr qint64 dayMs = 24 * 60 * 60 * 1000, minuteMs = 60 * 1000;
constexpr qint64 recallPage = 2000;

} // namespace

QByteArray windowKey(const QString &credential, const QString &sender, const QString &recipient, const QString &text)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (const QString &part : {credential, sender, recipient, text}) {
        const qsizetype size = part.size();
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size)); // so that no two ways of parting are alike
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(part.constData()), part.size() * qsizetype(sizeof(QChar))));
    }
    return hash.result();
}

std::vector<Limit> limitsOf(const NewMessage &message, const Policy &policy, qint64 nowMs)
{
    std::vector<Limit> limits;
    if (policy.limitRecipientDay > 0)
        limits.push_back({QStringLiteral("recipient"), QStringLiteral("recipient:") + message.recipient, nowMs / dayMs, policy.limitRecipientDay});
    if (policy.limitDay > 0)
        limits.push_back({QStringLiteral("day"), QStringLiteral("day"), nowMs / dayMs, policy.limitDay});
    if (policy.limitCredentialMinute > 0) {
        limits.push_back({QStringLiteral("credential"), QStringLiteral("credential:") + message.credential, nowMs / minuteMs,
                          policy.limitCredentialMinute});
    }
    return limits;
}

void MemoryLedger::remember(QByteArray key, qint64 id, qint64 atMs)
{
    m_byKey[key] = {id, atMs};
    m_order.push_back({std::move(key), id, atMs});
}

int &MemoryLedger::count(const QString &name, qint64 period)
{
    Count &count = m_counts[name];
    if (count.period != period)
        count = {period, 0};
    return count.n;
}

/// Newest first, until they are older than anybody asks about.
Result<void> MemoryLedger::recall(store::Connection &db, const Policy &policy, qint64 nowMs)
{
    const bool counts = policy.limitRecipientDay > 0 || policy.limitDay > 0 || policy.limitCredentialMinute > 0;
    const qint64 since = std::min(nowMs - policy.windowMs, counts ? nowMs / dayMs * dayMs : nowMs);
    qint64 before = std::numeric_limits<qint64>::max();
    std::deque<Remembered> found;
    while (true) {
        PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT id, credential, sender, recipient, text, created_at FROM sms_messages"
                                                             " WHERE id < :before ORDER BY id DESC LIMIT :limit"),
                                              {{QStringLiteral("before"), before}, {QStringLiteral("limit"), recallPage}}));
        for (const store::Row &row : rows) {
            const qint64 at = row.number(QStringLiteral("created_at"));
            if (at < since)
                break;
            NewMessage message;
            message.credential = row.text(QStringLiteral("credential"));
            message.recipient = row.text(QStringLiteral("recipient"));
            for (const Limit &limit : limitsOf(message, policy, nowMs)) {
                if (limit.period == (limit.name == QLatin1String("credential") ? at / minuteMs : at / dayMs))
                    ++count(limit.counter, limit.period);
            }
            found.push_front({windowKey(message.credential, row.text(QStringLiteral("sender")), message.recipient, row.text(QStringLiteral("text"))),
                              row.number(QStringLiteral("id")), at});
        }
        if (rows.empty() || rows.back().number(QStringLiteral("created_at")) < since)
            break;
        before = rows.back().number(QStringLiteral("id"));
    }
    for (Remembered &one : found)
        remember(std::move(one.key), one.id, one.atMs);
    m_recalled = true;
    return {};
}

void MemoryLedger::purge(qint64 windowMs, qint64 nowMs)
{
    while (!m_order.empty() && (m_order.front().atMs < nowMs - windowMs || windowMs == 0)) {
        const auto at = m_byKey.find(m_order.front().key);
        if (at != m_byKey.end() && at->second.first == m_order.front().id)
            m_byKey.erase(at);
        m_order.pop_front();
    }
    if (m_countsDay != nowMs / dayMs) { // yesterday's recipients
        m_counts.clear();
        m_countsDay = nowMs / dayMs;
    }
}

QString MemoryLedger::exceeded(const NewMessage &message, const Policy &policy, qint64 nowMs)
{
    for (const Limit &limit : limitsOf(message, policy, nowMs)) {
        if (count(limit.counter, limit.period) >= limit.most)
            return limit.name;
    }
    return {};
}

void MemoryLedger::add(const NewMessage &message, const Policy &policy, qint64 nowMs)
{
    for (const Limit &limit : limitsOf(message, policy, nowMs))
        ++count(limit.counter, limit.period);
}

Result<std::vector<Entry>> MemoryLedger::enter(store::Connection &db, const std::vector<NewMessage> &messages, const Policy &policy, qint64 nowMs)
{
    if (m_countsDay < 0)
        m_countsDay = nowMs / dayMs;
    if (!m_recalled)
        PFX_TRY(recall(db, policy, nowMs));
    purge(policy.windowMs, nowMs);
    std::vector<Entry> entries;
    entries.reserve(messages.size());
    for (const NewMessage &message : messages) {
        QByteArray key;
        if (policy.windowMs > 0) {
            key = windowKey(message.credential, message.sender, message.recipient, message.text);
            const auto known = m_byKey.find(key);
            if (known != m_byKey.end() && known->second.second > nowMs - policy.windowMs) {
                entries.push_back({Entry::Kind::Repeated, known->second.first, {}});
                continue;
            }
        }
        if (QString limit = exceeded(message, policy, nowMs); !limit.isEmpty()) {
            entries.push_back({Entry::Kind::TooMany, 0, std::move(limit)});
            continue;
        }
        add(message, policy, nowMs);
        if (policy.windowMs > 0)
            remember(std::move(key), message.id, nowMs);
        entries.push_back({Entry::Kind::New, message.id, {}});
    }
    return entries;
}

void MemoryLedger::forget(const std::vector<qint64> &)
{
    // The transaction that failed may have left anything: read anew what is on disk.
    m_order.clear();
    m_byKey.clear();
    m_counts.clear();
    m_recalled = false;
}

} // namespace pfx::sms
