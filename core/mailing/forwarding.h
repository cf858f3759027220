// SPDX-License-Identifier: GPL-3.0-or-later
// How the dispatcher brings mailing services into step with the lists: one effect tells a service of a part of what it does not know yet and
// begins the next round while something is left; another compares what the service really has. The office outlives the lanes.
#pragma once

#include "core/exchange/dispatcher.h"
#include "core/http/client.h"
#include "core/mailing/forward_driver.h"
#include "core/mailing/forward_effects.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"
#include "core/store/store.h"

namespace pfx::mailing {

/// What all threads share; all of it outlives them.
struct ForwardOffice {
    store::Store &store;
    const base::Clock &clock;
    http::RateGate &gate;
    http::ExchangeObserver &observer;
    exchange::Outbox &outbox;
    secrets::SecretStore &secrets;
    std::function<std::unique_ptr<http::Transport>()> transport; ///< A new one for each thread.
    http::ClientOptions client = {};
};

std::vector<exchange::Lane> forwardLanes(const ForwardOffice &office);

/// The names that have a driver in the settings, with it.
struct Target {
    QString name;
    QString driver; ///< "listmonk", "unisender"
    QString url;
};
QVector<Target> targets(const settings::Settings &settings);

/// Begins to forward the list: NotFound where "target" for one that has no driver.
base::Result<Forward> beginForwarding(store::Connection &db, const ForwardEffects &effects, qint64 listId, const QString &target,
                                      qint64 nowMs);

} // namespace pfx::mailing
