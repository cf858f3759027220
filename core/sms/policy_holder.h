// SPDX-License-Identifier: GPL-3.0-or-later
// The policy as it is now, for threads that may not wait. Thread-safe.
#pragma once

#include "core/sms/policy.h"

#include <mutex>

namespace pfx::sms {

class PolicyHolder {
public:
    SharedPolicy get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_policy;
    }
    void set(SharedPolicy policy)
    {
        const std::lock_guard lock(m_mutex);
        m_policy = std::move(policy);
    }
    /// Unless another one has come meanwhile.
    void replace(const SharedPolicy &expected, SharedPolicy by)
    {
        const std::lock_guard lock(m_mutex);
        if (m_policy == expected)
            m_policy = std::move(by);
    }

private:
    mutable std::mutex m_mutex;
    SharedPolicy m_policy = std::make_shared<const Policy>();
};

} // namespace pfx::sms
