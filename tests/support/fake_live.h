// SPDX-License-Identifier: GPL-3.0-or-later
// The program's running heart as a test wants it: its states are set, its nudges counted. GUI thread.
#pragma once

#include "core/orders/planfix_desk.h"
#include "ui/common/live.h"

namespace pfx::test {

class FakeLive : public ui::Live
{
public:
    /// All of it outlives this.
    FakeLive(const orders::Office &office, exchange::Inbox &inbox) : m_office(office), m_inbox(inbox) {}

    exchange::Outbox &outbox() override { return m_office.outbox; }
    exchange::Inbox &inbox() override { return m_inbox; }
    const orders::Office &office() const override { return m_office; }
    secrets::SecretStore &secrets() override { return m_office.secrets; }

    ui::ServerState server() const override { return serverState; }
    std::vector<server::RecentRequest> recentRequests() const override { return {}; }
    ui::PlanfixState planfix() const override { return planfixState; }
    void ring() override { ++rings; }
    void lookNow() override { ++looks; }

    ui::ServerState serverState;
    ui::PlanfixState planfixState;
    int rings = 0, looks = 0;

private:
    const orders::Office &m_office;
    exchange::Inbox &m_inbox;
};

} // namespace pfx::test
