// SPDX-License-Identifier: GPL-3.0-or-later
// What a driver told, collected from its threads for the test's.
#pragma once

#include "core/sms/driver.h"

#include <QDeadlineTimer>

#include <condition_variable>
#include <mutex>

namespace pfx::test {

class Heard : public sms::DriverEvents
{
public:
    void receiptsCame(std::vector<sms::Receipt> receipts, Stored stored) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_receipts.insert(m_receipts.end(), receipts.begin(), receipts.end());
        }
        m_changed.notify_all();
        stored(storeFails ? base::Result<void>(base::fail(base::ErrorCode::Storage)) : base::Result<void>());
    }
    void linkChanged(const sms::Link &link) override { add(m_links, link); }
    sms::SubmitDone done()
    {
        return [this](sms::SubmitResult result) { add(m_results, std::move(result)); };
    }

    std::vector<sms::Receipt> receipts(std::size_t count) { return wait(m_receipts, count); }
    std::vector<sms::SubmitResult> results(std::size_t count) { return wait(m_results, count); }
    /// The last link once it is in that state; else the last there is after some seconds.
    sms::Link link(sms::Link::State state)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [&] { return !m_links.empty() && m_links.back().state == state; });
        return m_links.empty() ? sms::Link() : m_links.back();
    }
    std::size_t ups()
    {
        const std::lock_guard lock(m_mutex);
        std::size_t count = 0;
        for (const sms::Link &link : m_links)
            count += link.state == sms::Link::State::Up ? 1 : 0;
        return count;
    }

    std::atomic<bool> storeFails = false;

private:
    static constexpr std::chrono::seconds patience{10};

    template<typename Value> void add(std::vector<Value> &values, Value value)
    {
        {
            const std::lock_guard lock(m_mutex);
            values.push_back(std::move(value));
        }
        m_changed.notify_all();
    }
    template<typename Value> std::vector<Value> wait(std::vector<Value> &values, std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [&] { return values.size() >= count; });
        return values;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<sms::Receipt> m_receipts;
    std::vector<sms::SubmitResult> m_results;
    std::vector<sms::Link> m_links;
};

} // namespace pfx::test
