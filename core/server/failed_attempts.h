// SPDX-License-Identifier: GPL-3.0-or-later
// Counts wrong credentials for each address and says how long the answer is to be held back. Only that address waits; nobody is locked out:
// while too many of its answers are held back it is told to come later. Bounded memory. Any one thread.
#pragma once

#include "core/server/limits.h"

#include <QHash>
#include <QString>

namespace pfx::server {

class FailedAttempts
{
public:
    explicit FailedAttempts(const Limits &limits) : m_limits(limits) { }

    /// False while as many answers to this address are held back as may be.
    bool mayTry(const QString &address, qint64 nowMs);
    /// How long the refusal is to be held back: 0 at once. When more, released() must follow.
    int failed(const QString &address, qint64 nowMs);
    void released(const QString &address);

    qsizetype addresses() const { return m_entries.size(); }

private:
    struct Entry
    {
        int failures = 0;
        int heldBack = 0;
        qint64 lastMs = 0;
    };
    void makeRoom(qint64 nowMs);

    const Limits m_limits;
    QHash<QString, Entry> m_entries;
};

} // namespace pfx::server
