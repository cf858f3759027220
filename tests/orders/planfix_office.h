// SPDX-License-Identifier: GPL-3.0-or-later
// An office with a store, the queues, a dispatcher and the strict fake of Planfix, for the tests of whole scenarios: what a person does
// here or in Planfix, and then waiting until nothing is on its way any more. Time moves only here. The test's thread.
#pragma once

#include "core/exchange/inbox.h"
#include "core/exchange/journal.h"
#include "core/exchange/open_rows.h"
#include "core/orders/lanes.h"
#include "core/orders/order_book.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_gate.h"
#include "tests/support/fake_planfix/fake_planfix_transport.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/store_fixture.h"

namespace pfx::test {

/// Where the exchanges with Planfix go: nowhere, or into the journal of the store, as the programs have it.
enum class Exchanges { Forgotten, InJournal };

class PlanfixOffice {
public:
    /// `store` may be one that fails; `truth` is the same database without failures, for looking. The settings are those of a set-up
    /// office: template, fields, no pace.
    PlanfixOffice(store::Store &store, store::Store &truth, const QJsonObject &account = fake::fullAccount(),
                  Exchanges exchanges = Exchanges::Forgotten);
    ~PlanfixOffice();

    /// Writes the settings and starts the dispatcher.
    base::Result<void> open();

    fake::FakePlanfix &remote() { return m_remote; }
    FakeClock &clock() { return m_clock; }
    const orders::Office &office() const { return m_office; }
    exchange::Inbox &inbox() { return m_inbox; }

    base::Result<orders::AddedOrder> add(const orders::Order &order);
    /// What a person changes on the order, as it is then; tried again while the store fails.
    base::Result<void> change(qint64 id, const std::function<void(orders::Order &)> &edit);
    /// What a scenario of Planfix sends.
    base::Result<void> webhook(qint64 task);
    /// What an employee does to the task, in Planfix itself.
    void edit(qint64 task, const QJsonObject &change);

    /// Until nothing is queued or waits for its next attempt; false when that never comes.
    bool settle();
    /// What needs a person, in both queues.
    qint64 needsAttention();

    orders::StoredOrder order(qint64 id);
    /// The tasks that bear this order's number in their name.
    QVector<QJsonObject> tasksOf(const QString &number) const;

private:
    store::Store &m_store;
    store::Store &m_truth;
    FakeClock m_clock;
    fake::FakePlanfix m_remote;
    FakeGate m_gate;
    ExchangeRecorder m_recorder;
    exchange::Journal m_journal;
    FakeSecrets m_secrets;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    exchange::Inbox m_inbox;
    orders::MappingSource m_mapping;
    orders::Office m_office;
    exchange::Dispatcher m_dispatcher;
    std::unique_ptr<store::Connection> m_db;
};

orders::Order anOrder(const QString &number);

} // namespace pfx::test
