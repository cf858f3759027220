// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen may see of the server: its state and the last requests, kept by the server's thread, read by any.
#pragma once

#include "core/server/incoming.h"
#include "core/server/server.h"

#include <deque>
#include <mutex>

namespace pfx::server {

class ServerView
{
public:
    template<typename Change> void change(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_status);
    }
    ServerStatus status() const
    {
        const std::lock_guard lock(m_mutex);
        return m_status;
    }
    void add(const Answered &answered, qint64 nowMs);
    std::vector<RecentRequest> recent() const;

private:
    mutable std::mutex m_mutex;
    ServerStatus m_status;
    std::deque<RecentRequest> m_recent; ///< Newest last.
};

} // namespace pfx::server
