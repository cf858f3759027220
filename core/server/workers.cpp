// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/workers.h"

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<store::Connection *> Desk::connection()
{
    if (!m_connection) {
        if (!m_store)
            return fail(ErrorCode::Internal, QStringLiteral("a server without a store has a route that reads it"));
        PFX_ASSIGN(m_connection, m_store->connect());
    }
    return m_connection.get();
}

Workers::Workers(int threads, int mostWaiting, store::Store *store) : m_mostWaiting(static_cast<std::size_t>(mostWaiting)), m_store(store)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

Result<void> Workers::submit(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.size() >= m_mostWaiting)
            return fail(ErrorCode::Busy, QStringLiteral("too many requests wait"));
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return {};
}

void Workers::loop()
{
    Desk desk(m_store);
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(desk);
    }
}

} // namespace pfx::server
