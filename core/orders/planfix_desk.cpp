// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/planfix_desk.h"

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using store::Connection;

Result<Connection *> PlanfixDesk::db()
{
    if (!m_db) {
        PFX_ASSIGN(m_db, m_office.store.connect());
    }
    return m_db.get();
}

http::Client &PlanfixDesk::client()
{
    if (!m_client) {
        m_transport = m_office.transport();
        m_client = std::make_unique<http::Client>(*m_transport, m_office.gate, m_office.observer, m_office.clock, m_office.client);
    }
    return *m_client;
}

Result<QString> PlanfixDesk::storeId()
{
    if (m_storeId.isEmpty()) {
        PFX_TRY(m_office.store.writer().run([this](Connection &db) -> Result<void> {
            PFX_ASSIGN(m_storeId, settings::storeId(db));
            return {};
        }));
    }
    return m_storeId;
}

Result<std::unique_ptr<Visit>> PlanfixDesk::visit(qint64 rowId, const base::StopToken &stop)
{
    PFX_ASSIGN(Connection *const connection, db());
    PFX_ASSIGN(const qint64 revision, settings::revision(*connection));
    if (!m_access || revision != m_settings.revision()) {
        m_access.reset();
        PFX_ASSIGN(m_settings, settings::Settings::load(*connection));
        PFX_ASSIGN(m_access, planfix::loadAccess(m_settings, m_office.environment, m_office.secrets));
    }
    planfix::SessionOptions options;
    options.perSecond = m_access->perSecond;
    options.rowId = rowId;
    auto visit = std::make_unique<Visit>(planfix::Session(client(), m_access->account, m_access->key.reveal(), options), stop,
                                         m_office.clock, OrderEffects(m_office.outbox, m_access->account.host()));
    PFX_ASSIGN(visit->storeId, storeId());
    visit->settings = m_settings;
    return visit;
}

exchange::Outcome PlanfixDesk::work(qint64 rowId, const base::StopToken &stop, const Work &work)
{
    auto failed = [this](base::Error error, std::optional<qint64> resetMs) {
        // A key that was refused may have been replaced meanwhile, also by a program that cannot tell us.
        if (error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Keychain)
            m_access.reset();
        exchange::Failed outcome{std::move(error), std::nullopt};
        if (resetMs)
            outcome.heldUntilMs = m_office.clock.nowMs() + *resetMs;
        return outcome;
    };
    auto opened = visit(rowId, stop);
    if (!opened)
        return failed(std::move(opened.error()), {});
    Visit &visit = **opened;
    const auto run = [&]() -> Result<exchange::Done> {
        PFX_ASSIGN(visit.mapping, m_office.mapping.mapping(visit.api, visit.settings));
        PFX_ASSIGN(Connection *const connection, db());
        return work(visit, *connection);
    };
    auto done = run();
    if (done)
        return std::move(*done);
    return failed(std::move(done.error()), visit.session.resetMs());
}

} // namespace pfx::orders
