// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/wakeup.h"

#ifndef Q_OS_LINUX

#include <QPointer>

#include <mutex>

namespace pfx::server {

namespace {

class QueuedCall : public Wakeup
{
public:
    void ring() override
    {
        const std::lock_guard lock(m_mutex);
        if (m_listener)
            QMetaObject::invokeMethod(m_listener, m_woken, Qt::QueuedConnection);
        else
            m_rung = true;
    }

    std::unique_ptr<QObject> listen(std::function<void()> woken) override
    {
        auto listener = std::make_unique<QObject>();
        QObject::connect(listener.get(), &QObject::destroyed, listener.get(), [this] {
            const std::lock_guard lock(m_mutex);
            m_listener = nullptr;
        });
        const std::lock_guard lock(m_mutex);
        m_listener = listener.get();
        m_woken = std::move(woken);
        if (std::exchange(m_rung, false))
            QMetaObject::invokeMethod(m_listener, m_woken, Qt::QueuedConnection);
        return listener;
    }

private:
    std::mutex m_mutex;
    QObject *m_listener = nullptr;
    std::function<void()> m_woken;
    bool m_rung = false;
};

} // namespace

std::unique_ptr<Wakeup> Wakeup::create()
{
    return std::make_unique<QueuedCall>();
}

} // namespace pfx::server

#endif
