// SPDX-License-Identifier: GPL-3.0-or-later
// What a Runtime goes by, read from settings and secrets on its own thread, and what it tells of itself. Values; any thread.
#pragma once

#include "core/base/error.h"
#include "core/server/secret.h"
#include "core/settings/settings.h"

#include <optional>

namespace pfx::app {

/// Settings and secrets as they are now.
struct Configuration {
    settings::Settings settings;
    QString account; ///< The Planfix account's host; empty while none is known.
    QByteArray webhookSecret;
    QByteArray ordersToken;
    QByteArray monitoringToken;
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

} // namespace pfx::app
