// SPDX-License-Identifier: GPL-3.0-or-later
// The running heart of the program as pages see it, with the strict fake of Planfix behind it: real store, queues and dispatcher, secrets in
// memory, and a server that only says it listens. GUI thread.
#pragma once

#include "core/exchange/dispatcher.h"
#include "core/exchange/inbox.h"
#include "core/exchange/journal.h"
#include "core/orders/lanes.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_planfix/fake_planfix_transport.h"
#include "tests/support/fake_secrets.h"
#include "ui/common/live.h"

#include <QTimer>

#include <mutex>

namespace pfx::test {

inline const QString publicHost = QStringLiteral("console.example.org");

/// FakeSecrets for several threads.
class SharedSecrets : public secrets::SecretStore {
public:
    void fail(std::optional<base::Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_secrets.fail(std::move(error));
    }
    void put(const QString &name, const QString &value)
    {
        const std::lock_guard lock(m_mutex);
        m_secrets.put(name, value);
    }
    base::Result<std::optional<secrets::Secret>> read(const QString &name) override
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets.read(name);
    }
    base::Result<void> write(const QString &name, const secrets::Secret &value) override
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets.write(name, value);
    }
    base::Result<void> remove(const QString &name) override
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets.remove(name);
    }
    base::Result<QStringList> names() override
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets.names();
    }
    base::Result<void> probe() override
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets.probe();
    }

private:
    std::mutex m_mutex;
    FakeSecrets m_secrets;
};

class FakeLive : public ui::Live {
    Q_OBJECT

public:
    FakeLive(store::Store &store, const QJsonObject &account);
    ~FakeLive() override;

    exchange::Outbox &outbox() override { return m_outbox; }
    exchange::Inbox &inbox() override { return m_inbox; }
    const orders::Office &office() const override { return m_office; }
    secrets::SecretStore &secrets() override { return m_secrets; }
    ui::ServerState server() const override { return serverState; }
    std::vector<server::RecentRequest> recentRequests() const override { return recent; }
    ui::PlanfixState planfix() const override { return planfixState; }
    void ring() override { m_bell.ringAll(); }
    void lookNow() override { }

    fake::FakePlanfix &remote() { return m_remote; }
    FakeClock &clock() { return m_clock; }
    SharedSecrets &keys() { return m_secrets; }
    /// What a scenario of Planfix sends when the task has changed.
    void webhook(qint64 task);
    /// A person has given the program a variable of the environment.
    void setEnvironment(const QString &name, const QString &value) { m_office.environment.insert(name, value); }

    bool leadsHere = true; ///< Whether the public address, when it is publicHost, leads to this program.
    ui::ServerState serverState;
    std::vector<server::RecentRequest> recent;
    ui::PlanfixState planfixState;

private:
    store::Store &m_store;
    FakeClock m_clock;
    fake::FakePlanfix m_remote;
    FakeGate m_gate;
    exchange::Journal m_journal;
    SharedSecrets m_secrets;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    exchange::Inbox m_inbox;
    orders::MappingSource m_mapping;
    orders::Office m_office;
    exchange::Dispatcher m_dispatcher;
    QTimer m_stored; ///< The program looks at its store by and by.
};

} // namespace pfx::test
