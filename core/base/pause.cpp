// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pause.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace pfx::base {

void pause(qint64 ms, const StopToken &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, std::chrono::milliseconds(ms), [] { return false; });
}

} // namespace pfx::base
