// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/server_view.h"

namespace pfx::server {

namespace {
constexpr std::size_t kept = 200;
}

void ServerView::add(const Answered &answered, qint64 nowMs)
{
    RecentRequest entry{nowMs,           name(answered.method), answered.route,    answered.client,
                        answered.status, answered.tookMs,       answered.bodyBytes};
    const std::lock_guard lock(m_mutex);
    ++m_status.requests;
    if (m_recent.size() == kept)
        m_recent.pop_front();
    m_recent.push_back(std::move(entry));
}

std::vector<RecentRequest> ServerView::recent() const
{
    const std::lock_guard lock(m_mutex);
    return {m_recent.rbegin(), m_recent.rend()};
}

} // namespace pfx::server
