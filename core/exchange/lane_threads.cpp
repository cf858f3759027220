// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/lane_threads.h"

#include <algorithm>
#include <utility>

namespace pfx::exchange {

LaneThreads::LaneThreads(Lane lane, base::StopToken stop, Finish finish, Vacated vacated)
    : m_lane(std::move(lane)), m_stop(std::move(stop)), m_finish(std::move(finish)), m_vacated(std::move(vacated))
{}

LaneThreads::~LaneThreads()
{
    stopTaking();
    join();
}

int LaneThreads::room() const
{
    const std::lock_guard lock(m_mutex);
    const int ahead = m_lane.queue == Queue::Inbox ? m_lane.ahead : 0;
    return m_closing ? 0 : m_lane.threads + ahead - static_cast<int>(m_waiting.size() + m_inHand.size());
}

std::vector<Job> LaneThreads::push(std::vector<Job> jobs)
{
    const std::lock_guard lock(m_mutex);
    if (m_closing)
        return jobs;
    for (Job &job : jobs)
        m_waiting.push_back(std::move(job));
    const auto wanted = std::min(m_waiting.size(), static_cast<size_t>(m_lane.threads));
    const auto able = static_cast<size_t>(m_free);
    for (size_t i = able; i < wanted && m_threads.size() < static_cast<size_t>(m_lane.threads); ++i)
        m_threads.emplace_back([this] { work(); });
    m_wake.notify_all();
    return {};
}

std::set<qint64> LaneThreads::ids() const
{
    const std::lock_guard lock(m_mutex);
    std::set<qint64> ids = m_inHand;
    for (const Job &job : m_waiting)
        ids.insert(job.id);
    return ids;
}

int LaneThreads::inHand() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_waiting.size() + m_inHand.size());
}

std::vector<Job> LaneThreads::stopTaking()
{
    const std::lock_guard lock(m_mutex);
    m_closing = true;
    std::vector<Job> unbegun(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting.clear();
    m_wake.notify_all();
    return unbegun;
}

LaneThreads::Rest LaneThreads::waitIdle(std::chrono::steady_clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    return m_rest.wait_until(lock, until, [this] { return m_inHand.empty(); }) ? Rest::Idle : Rest::StillBusy;
}

void LaneThreads::join()
{
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void LaneThreads::work()
{
    const std::unique_ptr<Handler> handler = m_lane.handler();
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_free;
        m_wake.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
        --m_free;
        if (m_closing)
            return;
        const Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_inHand.insert(job.id);
        lock.unlock();
        const Outcome outcome = handler->handle(job, m_stop);
        m_finish(job, outcome);
        lock.lock();
        m_inHand.erase(job.id);
        m_rest.notify_all();
        lock.unlock();
        m_vacated(); // only now: whoever hears it asks for the room
        lock.lock();
    }
}

} // namespace pfx::exchange
