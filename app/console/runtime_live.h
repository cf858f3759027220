// SPDX-License-Identifier: GPL-3.0-or-later
// The running heart of the program as the pages see it. Stands on the runtime, which outlives it. GUI thread.
#pragma once

#include "app/runtime/runtime.h"
#include "ui/common/live.h"

class QTimer;

namespace pfx::console {

class RuntimeLive : public ui::Live
{
    Q_OBJECT
public:
    RuntimeLive(app::Runtime &runtime, secrets::SecretStore &secrets, QObject *parent = nullptr);

    exchange::Outbox &outbox() override { return m_runtime.outbox(); }
    exchange::Inbox &inbox() override { return m_runtime.inbox(); }
    const orders::Office &office() const override { return m_runtime.office(); }
    secrets::SecretStore &secrets() override { return m_secrets; }

    ui::ServerState server() const override;
    std::vector<server::RecentRequest> recentRequests() const override { return m_runtime.recentRequests(); }
    ui::PlanfixState planfix() const override;
    std::optional<base::Error> secretsTrouble() const override { return m_runtime.secretsTrouble(); }

    qint64 adoptedRevision() const override { return m_runtime.adoptedRevision(); }
    void ring() override { m_runtime.ring(); }
    void lookNow() override { m_runtime.lookNow(); }
    void readAgain() override { m_runtime.readAgain(); }

private:
    app::Runtime &m_runtime;
    secrets::SecretStore &m_secrets;
    QTimer *m_changed; ///< Ten requests in a moment are one change.
};

} // namespace pfx::console
