// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of one lane: started when rows come, each with a handler of its own, each row handled and then handed to `finish` on the same
// thread. Thread-safe, but for the destructor.
#pragma once

#include "core/exchange/dispatcher.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

namespace pfx::exchange {

class LaneThreads
{
public:
    /// Writes the row's end down.
    using Finish = std::function<void(const Job &, const Outcome &)>;
    /// Called after each row, when there is room for another.
    using Vacated = std::function<void()>;

    LaneThreads(Lane lane, base::StopToken stop, Finish finish, Vacated vacated);
    ~LaneThreads();
    LaneThreads(const LaneThreads &) = delete;
    LaneThreads &operator=(const LaneThreads &) = delete;

    Queue queue() const { return m_lane.queue; }
    const QString &service() const { return m_lane.service; }
    /// How many rows may be taken for it now.
    int room() const;
    /// Rows that came too late for stopTaking().
    std::vector<Job> push(std::vector<Job> jobs);
    /// Ids of the rows in hand and of those that wait for a thread.
    std::set<qint64> ids() const;
    int inHand() const;

    /// No further row is begun; those that were not.
    std::vector<Job> stopTaking();
    /// Waits until nothing is in hand; whether that came in time.
    enum class Rest { Idle, StillBusy };
    Rest waitIdle(std::chrono::steady_clock::time_point until);
    void join();

private:
    void work();

    const Lane m_lane;
    const base::StopToken m_stop;
    const Finish m_finish;
    const Vacated m_vacated;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake, m_rest;
    std::deque<Job> m_waiting;
    std::set<qint64> m_inHand;
    int m_free = 0; ///< Threads that wait for a row.
    bool m_closing = false;
    std::vector<std::thread> m_threads;
};

} // namespace pfx::exchange
