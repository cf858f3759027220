// SPDX-License-Identifier: GPL-3.0-or-later
// The last messages, already redacted, for the log page. Bounded: the oldest go. Thread-safe.
#pragma once

#include <QString>
#include <QVector>

#include <deque>
#include <mutex>

namespace pfx::log {

struct LogEntry
{
    quint64 number = 0; ///< Counts up from 1 without gaps.
    qint64 time = 0;    ///< ms since 1970 UTC
    QtMsgType level = QtInfoMsg;
    QString category;
    QString text;
};

class LogBuffer
{
public:
    explicit LogBuffer(size_t capacity = 2000) : m_capacity(capacity) {}

    void append(LogEntry entry);
    /// Those with a number greater than `number`, oldest first.
    QVector<LogEntry> after(quint64 number) const;

private:
    size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<LogEntry> m_entries;
    quint64 m_last = 0;
};

} // namespace pfx::log
