// SPDX-License-Identifier: GPL-3.0-or-later
// A few threads that take tasks from one queue: the readers (each with a connection of its own, opened when first needed) and the askers.
// submit() from any thread; the destructor finishes what waits.
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pfx::server {

/// What a worker thread has of its own.
class Desk
{
public:
    explicit Desk(store::Store *store) : m_store(store) { }

    /// Opens it again after forget().
    base::Result<store::Connection *> connection();
    /// After a failure of the store: the next task begins with a new connection.
    void forget() { m_connection.reset(); }

private:
    store::Store *m_store;
    std::unique_ptr<store::Connection> m_connection;
};

class Workers
{
public:
    using Task = std::function<void(Desk &)>;

    /// `store` may be null: then connection() fails.
    Workers(int threads, int mostWaiting, store::Store *store);
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Busy when too many wait.
    base::Result<void> submit(Task task);

private:
    void loop();

    const std::size_t m_mostWaiting;
    store::Store *const m_store;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace pfx::server
