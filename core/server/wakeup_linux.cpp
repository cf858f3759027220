// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/wakeup.h"

#ifdef Q_OS_LINUX

#include <QSocketNotifier>

#include <sys/eventfd.h>
#include <unistd.h>

namespace pfx::server {

namespace {

class EventFd : public Wakeup
{
public:
    EventFd() : m_fd(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) { }
    ~EventFd() override { ::close(m_fd); }

    void ring() override
    {
        const eventfd_t one = 1;
        // Fails only when the counter is full: then the reader is awake anyway.
        [[maybe_unused]] const ssize_t written = ::write(m_fd, &one, sizeof one);
    }

    std::unique_ptr<QObject> listen(std::function<void()> woken) override
    {
        auto notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [fd = m_fd, woken = std::move(woken)] {
            eventfd_t count = 0;
            [[maybe_unused]] const ssize_t had = ::read(fd, &count, sizeof count);
            woken();
        });
        return notifier;
    }

private:
    const int m_fd;
};

} // namespace

std::unique_ptr<Wakeup> Wakeup::create()
{
    return std::make_unique<EventFd>();
}

} // namespace pfx::server

#endif
