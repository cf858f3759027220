// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/runtime_live.h"

#include <QTimer>

namespace pfx::console {

namespace {
constexpr int changedEveryMs = 250;
}

RuntimeLive::RuntimeLive(app::Runtime &runtime, secrets::SecretStore &secrets, QObject *parent)
    : Live(parent), m_runtime(runtime), m_secrets(secrets), m_changed(new QTimer(this))
{
    m_changed->setSingleShot(true);
    m_changed->setInterval(changedEveryMs);
    connect(m_changed, &QTimer::timeout, this, &Live::changed);
    connect(&runtime, &app::Runtime::changed, this, [this] {
        if (!m_changed->isActive())
            m_changed->start();
    });
    connect(&runtime, &app::Runtime::stored, this, &Live::stored, Qt::QueuedConnection);
}

ui::ServerState RuntimeLive::server() const
{
    const app::ServerView view = m_runtime.server();
    return {view.isWanted, view.address, view.tls, view.publicUrl, view.instance, view.requests, view.error};
}

ui::PlanfixState RuntimeLive::planfix() const
{
    const app::PlanfixView view = m_runtime.planfix();
    return {view.account, view.held, view.heldUntilMs, view.hasKey, view.lastSuccessMs};
}

} // namespace pfx::console
