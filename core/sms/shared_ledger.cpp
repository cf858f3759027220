// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/shared_ledger.h"

#include "core/sms/memory_ledger.h"

#include <algorithm>

namespace pfx::sms {

using base::Result;
using store::Params;

namespace {

constexpr qint64 purgeEveryMs = 60 * 1000;
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

/// The id under the key: the message's own, or the one that stood there within the window. Waits for another program that is about to
/// enter the same key.
Result<qint64> enterKey(store::Connection &db, const QString &key, qint64 id, qint64 nowMs, qint64 windowMs)
{
    const Params params{{QStringLiteral("key"), key},
                        {QStringLiteral("id"), id},
                        {QStringLiteral("now"), nowMs},
                        {QStringLiteral("since"), nowMs - windowMs}};
    PFX_ASSIGN(const auto rows,
               db.select(QStringLiteral("INSERT INTO sms_window (key, message_id, at) VALUES (:key, :id, :now) ON CONFLICT (key) DO UPDATE SET"
                                        " message_id = CASE WHEN sms_window.at > :since THEN sms_window.message_id ELSE excluded.message_id END,"
                                        " at = CASE WHEN sms_window.at > :since THEN sms_window.at ELSE excluded.at END"
                                        " RETURNING message_id"),
                         params));
    return rows.front().number(QStringLiteral("message_id"));
}

Result<qint64> addTo(store::Connection &db, const Limit &limit)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("INSERT INTO sms_counts (name, period, n) VALUES (:name, :period, 1)"
                                                         " ON CONFLICT (name, period) DO UPDATE SET n = sms_counts.n + 1 RETURNING n"),
                                          {{QStringLiteral("name"), limit.counter}, {QStringLiteral("period"), limit.period}}));
    return rows.front().number(QStringLiteral("n"));
}

Result<QString> exceeded(store::Connection &db, const NewMessage &message, const Policy &policy, qint64 nowMs)
{
    for (const Limit &limit : limitsOf(message, policy, nowMs)) {
        PFX_ASSIGN(const qint64 n, addTo(db, limit));
        if (n > limit.most)
            return limit.name;
    }
    return QString();
}

} // namespace

Result<void> SharedLedger::purge(store::Connection &db, const Policy &policy, qint64 nowMs)
{
    if (nowMs - m_purgedAt < purgeEveryMs)
        return {};
    m_purgedAt = nowMs;
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM sms_window WHERE at < :since"), {{QStringLiteral("since"), nowMs - policy.windowMs}}));
    // Minutes since 1970 are far above days since 1970: both are old when the day is.
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM sms_counts WHERE (name LIKE 'credential:%' AND period < :minute)"
                                      " OR (name NOT LIKE 'credential:%' AND period < :day)"),
                       {{QStringLiteral("minute"), nowMs / 60000}, {QStringLiteral("day"), nowMs / dayMs}}));
    return {};
}

Result<std::vector<Entry>> SharedLedger::enter(store::Connection &db, const std::vector<NewMessage> &messages, const Policy &policy, qint64 nowMs)
{
    PFX_TRY(purge(db, policy, nowMs));
    // All programs take the keys of a group in the same order, so that no two wait for each other.
    std::vector<std::pair<QString, size_t>> order;
    for (size_t i = 0; i < messages.size(); ++i) {
        const NewMessage &message = messages[i];
        order.emplace_back(QString::fromLatin1(windowKey(message.credential, message.sender, message.recipient, message.text).toHex()), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Entry> entries(messages.size());
    for (const auto &[key, i] : order) {
        const NewMessage &message = messages[i];
        Entry &entry = entries[i];
        entry.id = message.id;
        if (policy.windowMs > 0) {
            PFX_ASSIGN(entry.id, enterKey(db, key, message.id, nowMs, policy.windowMs));
            if (entry.id != message.id) {
                entry.kind = Entry::Kind::Repeated;
                continue;
            }
        }
        PFX_ASSIGN(entry.limit, exceeded(db, message, policy, nowMs));
        if (entry.limit.isEmpty())
            continue;
        entry.kind = Entry::Kind::TooMany;
        PFX_TRY(db.execute(QStringLiteral("DELETE FROM sms_window WHERE key = :key AND message_id = :id"),
                           {{QStringLiteral("key"), key}, {QStringLiteral("id"), message.id}}));
    }
    return entries;
}

std::unique_ptr<Ledger> Ledger::forBackend(store::Backend backend)
{
    if (backend == store::Backend::Postgresql)
        return std::make_unique<SharedLedger>();
    return std::make_unique<MemoryLedger>();
}

} // namespace pfx::sms
