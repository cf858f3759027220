// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C and SIGTERM as a wish to stop cleanly: the handler only writes to a pipe, a thread of its own reads it and calls back. A second
// signal ends the program at once. Where there are no such signals nothing is watched. One object a program.
#pragma once

#include <functional>
#include <mutex>
#include <thread>

namespace pfx::ctl {

class StopSignal
{
public:
    StopSignal() = default;
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    /// Calls `stop` on another thread when the person wants to stop. Until this is called signals end the program as usual.
    void watch(std::function<void()> stop);
    /// After this `stop` is not called any more.
    void forget();

private:
    void wait();

    std::mutex m_mutex;
    std::function<void()> m_stop;
    std::thread m_thread;
    int m_readEnd = -1;
};

} // namespace pfx::ctl
