// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log_buffer.h"

#include <utility>

namespace pfx::log {

void LogBuffer::append(LogEntry entry)
{
    const std::lock_guard lock(m_mutex);
    entry.number = ++m_last;
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > m_capacity)
        m_entries.pop_front();
}

QVector<LogEntry> LogBuffer::after(quint64 number) const
{
    const std::lock_guard lock(m_mutex);
    QVector<LogEntry> result;
    for (const LogEntry &entry : m_entries) {
        if (entry.number > number)
            result.append(entry);
    }
    return result;
}

} // namespace pfx::log
