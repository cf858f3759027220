// SPDX-License-Identifier: GPL-3.0-or-later
// Wakes one thread's event loop from any other. On Linux an eventfd that the loop watches, elsewhere a queued call. ring() is thread-safe
// and may outlive the listener; listen() is called by the thread that is to be woken, which owns what it returns.
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace pfx::server {

class Wakeup
{
public:
    Wakeup() = default;
    virtual ~Wakeup() = default;
    Wakeup(const Wakeup &) = delete;
    Wakeup &operator=(const Wakeup &) = delete;

    static std::unique_ptr<Wakeup> create();

    virtual void ring() = 0;
    /// Several rings may become one call. Ends with the returned object. One at a time.
    virtual std::unique_ptr<QObject> listen(std::function<void()> woken) = 0;
};

} // namespace pfx::server
