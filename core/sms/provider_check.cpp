// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/provider_check.h"

#include "core/sms/driver_table.h"

#include <condition_variable>
#include <mutex>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

constexpr auto patience = std::chrono::seconds(10);

/// Waits until a link is up or down; receipts are left to those who serve the provider.
class LinkWatch : public DriverEvents {
public:
    void receiptsCame(std::vector<Receipt>, Stored stored) override
    {
        if (stored) // unanswered, the provider keeps it and tells it again
            stored(base::fail(ErrorCode::Busy, QStringLiteral("only a check")));
    }
    void linkChanged(const Link &link) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_link = link;
        }
        m_wake.notify_all();
    }
    Link wait(const base::StopToken &stop)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, patience, [this] { return m_link.state != Link::State::Connecting; });
        return m_link;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Link m_link;
};

Result<ProviderCheck> checkLink(Driver &driver, LinkWatch &watch, const base::StopToken &stop)
{
    driver.start();
    const Link link = watch.wait(stop);
    driver.stop();
    if (stop.stop_requested())
        return base::fail(ErrorCode::Cancelled);
    ProviderCheck check;
    check.proven = true;
    if (link.state == Link::State::Connecting) {
        check.trouble = Trouble::Transient;
        check.error = {ErrorCode::Timeout, QStringLiteral("no answer to the bind"), {}};
    } else if (link.state == Link::State::Down) {
        check.trouble = link.trouble;
        check.error = link.error;
    }
    return check;
}

} // namespace

Result<ProviderCheck> checkProvider(const ProviderConfig &config, const DriverTools &tools, const base::StopToken &stop)
{
    const DriverKind *kind = findDriver(config.driver);
    if (!kind)
        return base::fail(ErrorCode::Validation, config.driver, QStringLiteral("driver"));
    LinkWatch watch;
    PFX_ASSIGN(const auto driver, kind->make(config, tools, watch));
    if (driver->abilities().keepsLink)
        return checkLink(*driver, watch, stop);
    ProviderCheck check;
    if (const auto reached = driver->probe(stop); !reached) {
        check.trouble = reached.error().trouble;
        check.error = reached.error().error;
    } else if (driver->abilities().tellsBalance) {
        check.proven = true;
        const auto balance = driver->balance(stop);
        if (balance) {
            check.balance = *balance;
        } else {
            // It answered, and not with what those get who may ask.
            check.trouble = balance.error().code == ErrorCode::BadAnswer ? Trouble::Account : Trouble::Transient;
            check.error = balance.error();
        }
    }
    driver->stop();
    if (stop.stop_requested())
        return base::fail(ErrorCode::Cancelled);
    return check;
}

} // namespace pfx::sms
