// SPDX-License-Identifier: GPL-3.0-or-later
// What one worker thread needs to bring orders to Planfix and back: its reading connection, its HTTP client, and the account, key and
// mapping as the settings have them now. Belongs to its thread. Failures of visit(): the store's, planfix::loadAccess's and
// MappingSource's.
#pragma once

#include "core/exchange/handler.h"
#include "core/http/client.h"
#include "core/orders/mapping_source.h"
#include "core/orders/order_effects.h"
#include "core/planfix/access.h"
#include "core/store/store.h"

namespace pfx::orders {

/// What all threads share; all of it outlives them.
struct Office {
    store::Store &store;
    const base::Clock &clock;
    http::RateGate &gate;
    http::ExchangeObserver &observer;
    exchange::Outbox &outbox;
    secrets::SecretStore &secrets;
    MappingSource &mapping;
    std::function<std::unique_ptr<http::Transport>()> transport; ///< A new one for each thread.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    http::ClientOptions client = {};
};

/// One piece of work with Planfix.
struct Visit {
    planfix::Session session;
    planfix::Api api;
    std::shared_ptr<const TaskMapping> mapping;
    const base::Clock &clock;
    OrderEffects effects;
    QString storeId;
    settings::Settings settings;

    Visit(planfix::Session s, const base::StopToken &stop, const base::Clock &c, OrderEffects e)
        : session(std::move(s)), api(session, stop), clock(c), effects(std::move(e))
    {
    }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;
};

class PlanfixDesk {
public:
    explicit PlanfixDesk(const Office &office) : m_office(office) { }

    base::Result<store::Connection *> db();
    http::Client &client();
    const Office &office() const { return m_office; }

    /// `rowId`: the queue's row on whose behalf the requests are made; 0: none. The visit does not outlive the desk.
    base::Result<std::unique_ptr<Visit>> visit(qint64 rowId, const base::StopToken &stop);

    using Work = std::function<base::Result<exchange::Done>(Visit &visit, store::Connection &db)>;
    /// A handler's work, with Planfix's word about when the account may go on.
    exchange::Outcome work(qint64 rowId, const base::StopToken &stop, const Work &work);

private:
    base::Result<QString> storeId();

    const Office &m_office;
    std::unique_ptr<store::Connection> m_db;
    std::unique_ptr<http::Transport> m_transport;
    std::unique_ptr<http::Client> m_client;
    std::optional<planfix::Access> m_access;
    settings::Settings m_settings;
    QString m_storeId;
};

} // namespace pfx::orders
