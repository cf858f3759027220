// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/standing.h"

namespace pfx::exchange {

using base::Result;

void Standing::ask(const QString &service, const QString &operation, const QString &naturalKey, const QString &subject)
{
    if (!naturalKey.isEmpty())
        m_askedKeys[{service, operation}].append(naturalKey);
    if (!subject.isEmpty())
        m_askedSubjects[service].append(subject);
}

Result<void> Standing::lookUp(QueueTable &queue)
{
    for (const auto &[group, keys] : m_askedKeys) {
        PFX_ASSIGN(const auto known, queue.known(group.first, group.second, keys));
        for (const auto &[key, id] : known)
            m_keys[group].insert(key, id);
    }
    for (const auto &[service, subjects] : m_askedSubjects) {
        PFX_ASSIGN(const QStringList busy, queue.busySubjects(service, subjects));
        m_busy[service] = QSet<QString>(busy.cbegin(), busy.cend());
    }
    return {};
}

std::optional<qint64> Standing::known(const QString &service, const QString &operation, const QString &naturalKey, qint64 id)
{
    if (naturalKey.isEmpty())
        return std::nullopt;
    auto &keys = m_keys[{service, operation}];
    if (const auto found = keys.constFind(naturalKey); found != keys.cend())
        return *found;
    keys.insert(naturalKey, id);
    return std::nullopt;
}

bool Standing::isDue(const QString &service, const QString &subject)
{
    if (subject.isEmpty())
        return true;
    QSet<QString> &busy = m_busy[service];
    const bool isFree = !busy.contains(subject);
    busy.insert(subject);
    return isFree;
}

} // namespace pfx::exchange
