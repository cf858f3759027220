// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/stop_signal.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace pfx::ctl {

#ifdef Q_OS_UNIX

namespace {

/// A handler can reach nothing but a global; written before the handler is set, read by the handler only.
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int)
{
    const int saved = errno;
    const char stop = 's';
    [[maybe_unused]] const auto written = ::write(writeEnd, &stop, 1);
    errno = saved;
}

} // namespace

void StopSignal::watch(std::function<void()> stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = std::move(stop);
    }
    int ends[2];
    if (m_thread.joinable() || ::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_thread = std::thread(&StopSignal::wait, this);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    // SA_RESETHAND: the second Ctrl+C does what it always does.
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void StopSignal::wait()
{
    for (;;) {
        char what = 0;
        const auto size = ::read(m_readEnd, &what, 1);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0 || what == 'q')
            return;
        const std::lock_guard lock(m_mutex);
        if (m_stop)
            m_stop();
    }
}

StopSignal::~StopSignal()
{
    if (!m_thread.joinable())
        return;
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    const char quit = 'q';
    [[maybe_unused]] const auto written = ::write(writeEnd, &quit, 1);
    m_thread.join();
    ::close(m_readEnd);
    ::close(writeEnd);
    writeEnd = -1;
}

#else

void StopSignal::watch(std::function<void()> stop)
{
    const std::lock_guard lock(m_mutex);
    m_stop = std::move(stop);
}

void StopSignal::wait() {}

StopSignal::~StopSignal() = default;

#endif

void StopSignal::forget()
{
    const std::lock_guard lock(m_mutex);
    m_stop = nullptr;
}

} // namespace pfx::ctl
