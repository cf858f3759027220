// SPDX-License-Identifier: GPL-3.0-or-later
// The running heart with nothing behind it but queues, secrets in memory, and a server whose state the test sets. GUI thread.
#pragma once

#include "core/exchange/inbox.h"
#include "core/exchange/outbox.h"
#include "tests/support/fake_secrets.h"
#include "ui/common/live.h"

namespace pfx::test {

class FakeLive : public ui::Live {
    Q_OBJECT

public:
    explicit FakeLive(const base::Clock &clock) : m_outbox(clock, m_bell), m_inbox(clock, m_bell) { }

    exchange::Outbox &outbox() override { return m_outbox; }
    exchange::Inbox &inbox() override { return m_inbox; }
    const orders::Office &office() const override { qFatal("no office here"); }
    FakeSecrets &secrets() override { return m_secrets; }
    ui::ServerState server() const override { return state; }
    std::vector<server::RecentRequest> recentRequests() const override { return {}; }
    ui::PlanfixState planfix() const override { return {}; }
    void ring() override { ++rings; }
    void lookNow() override { }

    ui::ServerState state;
    int rings = 0;

private:
    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    exchange::Inbox m_inbox;
    FakeSecrets m_secrets;
};

} // namespace pfx::test
