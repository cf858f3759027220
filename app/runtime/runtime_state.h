// SPDX-License-Identifier: GPL-3.0-or-later
// What a Runtime goes by, read from settings and secrets on its own thread, and what it tells of itself. Values; any thread.
#pragma once

#include "core/base/error.h"
#include "core/exchange/accounts.h"
#include "core/server/secret.h"
#include "core/settings/settings.h"
#include "core/sms/policy.h"

#include <optional>

namespace pfx::app {

/// Settings and secrets as they are now.
struct Configuration {
    settings::Settings settings;
    QString account; ///< The Planfix account's host; empty while none is known.
    bool hasPlanfixKey = false;
    QByteArray webhookSecret;
    QByteArray ordersToken;
    QByteArray monitoringToken;
    QByteArray mailingToken;
    QByteArray unsubscribeKey;
    sms::SharedPolicy sms;
    std::optional<base::Error> secretsTrouble; ///< Why the secrets could not be read.
};

struct ServerView {
    bool isWanted = false;
    QString address; ///< "127.0.0.1:8088" as it is bound; empty while it does not listen.
    bool tls = false;
    QString publicUrl; ///< As the settings have it.
    QString instance;
    qint64 requests = 0; ///< Answered since the start.
    std::optional<base::Error> error;
};

/// The connection with Planfix as far as it is known without asking.
struct PlanfixView {
    QString account;
    bool hasKey = false;
    std::optional<base::Error> held; ///< Why everything for it waits.
    std::optional<qint64> heldUntilMs;
    std::optional<qint64> lastSuccessMs; ///< When Planfix last answered as it should.
};

/// What the watcher saw in the store.
struct Seen {
    std::optional<exchange::Hold> hold;
    std::optional<qint64> lastSuccessMs;

    bool operator==(const Seen &) const = default;
};

} // namespace pfx::app
