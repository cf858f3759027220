// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/failed_attempts.h"

#include <algorithm>

namespace pfx::server {

namespace {

constexpr qsizetype mostAddresses = 4096;

/// One customer's whole IPv6 network counts as one address.
QString keyOf(const QString &address)
{
    if (!address.contains(u':'))
        return address;
    qsizetype end = -1;
    for (int group = 0; group < 4; ++group) {
        end = address.indexOf(u':', end + 1);
        if (end < 0 || (end + 1 < address.size() && address.at(end + 1) == u':'))
            return address; // "::" within the network part: short forms stay themselves
    }
    return address.left(end);
}

} // namespace

bool FailedAttempts::mayTry(const QString &address, qint64 nowMs)
{
    const auto found = m_entries.find(keyOf(address));
    if (found == m_entries.end())
        return true;
    if (found->heldBack == 0 && nowMs - found->lastMs >= m_limits.forgetFailuresMs) {
        m_entries.erase(found);
        return true;
    }
    return found->heldBack < m_limits.slowedAtOnce;
}

int FailedAttempts::failed(const QString &address, qint64 nowMs)
{
    makeRoom(nowMs);
    Entry &entry = m_entries[keyOf(address)];
    entry.lastMs = nowMs;
    ++entry.failures;
    const int beyond = entry.failures - m_limits.slowAfterFailures;
    if (beyond <= 0)
        return 0;
    ++entry.heldBack;
    const qint64 wait = qint64(m_limits.slowMs) << qMin(beyond - 1, 20);
    return static_cast<int>(qMin<qint64>(wait, m_limits.slowestMs));
}

void FailedAttempts::released(const QString &address)
{
    const auto found = m_entries.find(keyOf(address));
    if (found != m_entries.end() && found->heldBack > 0)
        --found->heldBack;
}

void FailedAttempts::makeRoom(qint64 nowMs)
{
    if (m_entries.size() < mostAddresses)
        return;
    m_entries.removeIf([&](const auto &entry) { return entry->heldBack == 0 && nowMs - entry->lastMs >= m_limits.forgetFailuresMs; });
    if (m_entries.size() < mostAddresses)
        return;
    // An attacker with that many addresses gains nothing by being forgotten: the oldest goes.
    auto oldest = m_entries.begin();
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (entry->heldBack == 0 && (oldest->heldBack > 0 || entry->lastMs < oldest->lastMs))
            oldest = entry;
    }
    m_entries.erase(oldest);
}

} // namespace pfx::server
